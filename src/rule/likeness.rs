//! Sentences that a match counts in, or does not: expressions in which `{match}` stands for what was found.

use super::pattern::{Pattern, ascii_classes};
use serde::{Deserialize, Serialize};

/// What an expression has for the match.
const BLANK: &str = "{match}";

/// Stands for the match in the sentence; no letter holds it as a character of its own.
pub(crate) const MATCH: char = '\u{e000}';

/// An expression over a sentence in which the match is one character.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Likeness(Pattern);

impl Likeness {
    /// Checks `source`.
    ///
    /// # Errors
    /// Says what is wrong and what to write instead.
    pub(super) fn new(source: &str) -> Result<Self, String> {
        if !source.contains(BLANK) {
            return Err(format!("'{source}' has no place for the match; write `{BLANK}` where it belongs"));
        }
        let fail = |error: &dyn std::fmt::Display| format!("'{source}' is not a pattern: {error}");
        // The match itself tells nothing: it is in every sentence that is asked of.
        let hir =
            regex_syntax::parse(&ascii_classes(&source.replace(BLANK, r"[\s\S]"))).map_err(|error| fail(&error))?;
        let pattern = Pattern::of(source.replace(BLANK, &MATCH.to_string()), &hir);
        pattern.compile()?;
        Ok(Likeness(pattern))
    }

    /// Whether `sentence`, with [`MATCH`] in it, is like this.
    pub(crate) fn is_like(&self, sentence: &str) -> bool {
        self.0.may_match(&sentence.to_lowercase()) && self.0.is_match(sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_match_has_its_place_in_the_sentence() {
        let likeness = Likeness::new(r"\b[Aa]t {match},? I\b").unwrap();
        assert!(likeness.is_like(&format!("At {MATCH} I ran the queue.")));
        assert!(!likeness.is_like(&format!("At Acme I heard of {MATCH}.")));
    }

    #[test]
    fn case_does_not_hide_the_words_that_an_expression_needs() {
        let likeness = Likeness::new(r"(?i)\b(?:husband|sister)(?:,| is) (?:an? )?{match}").unwrap();
        assert!(!likeness.is_like(&format!("I apply as {MATCH}.")));
        assert!(likeness.is_like(&format!("My SISTER is a {MATCH}.")));
    }

    #[test]
    fn an_expression_without_the_match_is_refused() {
        assert!(Likeness::new(r"\bat Acme\b").unwrap_err().contains("{match}"));
        assert!(Likeness::new(r"({match}").unwrap_err().contains("is not a pattern"));
    }
}
