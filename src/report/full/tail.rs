//! What stands below a letter: what was counted in it.

use super::View;
use crate::check::{Facts, RoleOrigin};
use crate::report::totals::{Piece, counted, counts, fill};
use crate::report::{FileReport, visible};
use std::io::{self, Write};

/// Writes what was counted in `letter`.
pub(super) fn write(letter: &FileReport, facts: &Facts, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let mut counted: Vec<Piece> =
        [numbers(facts), words_left(facts), role(facts)].map(|fact| Piece::plain(" · ", fact)).into();
    if let Some(language) = &facts.language {
        let told = format!("written in {}: only the language-independent checks ran", visible(language));
        counted.push(Piece::plain(" · ", told));
    }
    let found = counts(|severity| letter.count(severity), letter.suppressed.len(), view.show, view.palette, true);
    let lines = [fill(&counted, view.width), fill(&found, view.width)].concat();
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn numbers(facts: &Facts) -> String {
    format!("numbers in {} of {}", facts.paragraphs_with_figure, counted(facts.paragraphs, "paragraph"))
}

fn words_left(facts: &Facts) -> String {
    let tier = facts.tier.tier.name();
    match facts.tier_words.checked_sub(facts.words) {
        Some(left) => format!("{} left", counted(left, "word")),
        // Nobody asked for the tier, and its limit has some give: nothing to worry about.
        None if !facts.tier.is_asked && facts.words * 100 <= facts.tier_words.saturating_mul(115) => {
            let article = if tier.starts_with('e') { "an" } else { "a" };
            format!("about the length of {article} {tier} letter ({})", counted(facts.tier_words, "word"))
        }
        None => format!("{} over", counted(facts.words - facts.tier_words, "word")),
    }
}

fn role(facts: &Facts) -> String {
    let origin = match facts.role_origin {
        RoleOrigin::Found => " (from the letter)",
        RoleOrigin::Position => " (from the position)",
        RoleOrigin::Posting => " (from the posting)",
        _ => "",
    };
    match &facts.role {
        Some(role) => format!("role: {}{origin}", visible(role)),
        None if facts.role_origin == RoleOrigin::Given => "no role".to_owned(),
        None => "role unknown (use --role)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::facts;

    #[test]
    fn a_letter_past_its_tier_is_told_by_how_much() {
        assert_eq!(words_left(&facts(250)), "0 words left");
        assert_eq!(words_left(&facts(251)), "about the length of a standard letter (250 words)");
        let mut asked = facts(251);
        asked.tier.is_asked = true;
        assert_eq!(words_left(&asked), "1 word over");
        assert_eq!(words_left(&facts(410)), "about the length of an expanded letter (400 words)");
        assert_eq!(words_left(&facts(461)), "61 words over");
    }

    #[test]
    fn a_role_says_where_it_comes_from() {
        let found = Facts { role: Some("backend".into()), role_origin: RoleOrigin::Found, ..facts(9) };
        assert_eq!(role(&found), "role: backend (from the letter)");
        assert_eq!(role(&Facts { role_origin: RoleOrigin::Given, ..found }), "role: backend");
    }
}
