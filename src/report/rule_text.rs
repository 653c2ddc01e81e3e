//! What formats that list rules say of each.

use crate::diagnostic::Severity;
use crate::rule::Rule;

/// One rule in words.
///
/// A plain struct, so that a format can also list what no rule file says, such as a suppression that is unused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// Its permanent name, kebab-case; findings name it.
    pub id: String,
    /// The pack it belongs to.
    pub pack: String,
    /// How much a finding matters where no adjustment says otherwise.
    pub severity: Severity,
    /// What a finding says, with `…` where the letter's words come.
    pub summary: String,
    /// What to do instead, with `…` where the letter's words come.
    pub help: String,
    /// Why readers mind; empty where nobody wrote it down or it was not loaded.
    pub why: String,
}

impl RuleText {
    /// Returns what `rule` says of itself.
    pub fn of(rule: &Rule) -> Self {
        RuleText {
            id: rule.id.clone(),
            pack: rule.pack.clone(),
            severity: rule.severity,
            summary: summary(&rule.message),
            help: summary(&rule.help),
            why: rule.docs.why.trim().to_owned(),
        }
    }
}

/// Returns a message or help with `…` in place of each blank such as `{match}`, and "… words" for `{count|word|words}`.
pub fn summary(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, (blank, behind))) =
        rest.split_once('{').and_then(|(before, behind)| Some((before, behind.split_once('}')?)))
    {
        out.push_str(before);
        out.push('…');
        if let Some((_, plural)) = blank.rsplit_once('|') {
            out.push(' ');
            out.push_str(plural);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_dots() {
        assert_eq!(summary("{match} hides {count} of it"), "… hides … of it");
    }

    #[test]
    fn the_noun_of_a_number_is_in_the_plural() {
        assert_eq!(summary("This sentence has {count|word|words}."), "This sentence has … words.");
    }

    #[test]
    fn a_brace_that_opens_no_blank_stays() {
        assert_eq!(summary("{match}: write } or {"), "…: write } or {");
    }
}
