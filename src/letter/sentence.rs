//! Splits folded prose into sentences and words.
//!
//! Boundaries follow UAX #29; an abbreviation (see [`ABBREVIATIONS`]) does not end a sentence, so the pieces that
//! the standard splits there are joined again. A word is what UAX #29 calls one: `don't`, `3.5` and `Node.js` are
//! one word, `team-player` and `24/7` are two.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations that stand before a capital in a letter without ending a sentence, in lower case.
pub const ABBREVIATIONS: [&str; 38] = [
    "mr.", "mrs.", "ms.", "mx.", "dr.", "prof.", "st.", "sr.", "jr.", "hon.", "rev.", "inc.", "ltd.", "co.", "corp.",
    "e.g.", "i.e.", "etc.", "vs.", "approx.", "dept.", "univ.", "ph.d.", "m.sc.", "b.sc.", "ph.", "m.s.", "b.s.",
    "b.a.", "m.a.", "u.s.", "u.k.", "d.c.", "a.m.", "p.m.", "incl.", "resp.", "cf.",
];

/// Byte range of each sentence in `text`, in order, white space trimmed.
///
/// Ranges are relative to `text`. Empty when `text` is blank.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (start, piece) in text.split_sentence_bound_indices() {
        let end = start + piece.trim_end().len();
        let start = start + (piece.len() - piece.trim_start().len());
        if start >= end {
            continue;
        }
        match ranges.last_mut() {
            // UAX #29 breaks "Dr. Roe" in two; glue the halves.
            Some(last) if goes_on(&text[last.clone()], &text[start..end]) => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    ranges
}

fn goes_on(before: &str, after: &str) -> bool {
    let has_word = |piece: &str| piece.chars().any(char::is_alphanumeric);
    let is_numbered = after.starts_with(|first: char| first.is_ascii_digit()) && ends_in_number_sign(before);
    ends_in_abbreviation(before) || is_numbered || !has_word(after) || !has_word(before)
}

/// "No. 5", "Fig. 2": ordinary words but for the number behind them.
fn ends_in_number_sign(text: &str) -> bool {
    matches!(text.split(' ').next_back(), Some("No." | "no." | "Fig." | "fig." | "Nr." | "Vol."))
}

fn ends_in_abbreviation(text: &str) -> bool {
    let Some(last) = text.split(' ').next_back() else { return false };
    let last = last.trim_start_matches(['(', '"', '\'', '[']);
    if !last.ends_with('.') || last.len() > 8 {
        return false;
    }
    let is_initial = last.len() == 2 && last.starts_with(|first: char| first.is_ascii_uppercase() && first != 'I');
    is_initial || ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(last))
}

/// Byte range of each word in `text`, in order, relative to `text`.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.unicode_word_indices().map(|(start, word)| start..start + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn abbreviation_does_not_end_a_sentence() {
        assert_eq!(split("I met Dr. Roe. She hired me. "), ["I met Dr. Roe.", "She hired me."]);
        assert_eq!(split("I wrote tools, e.g. Parsers. Then more."), ["I wrote tools, e.g. Parsers.", "Then more."]);
    }

    #[test]
    fn initials_do_not_end_a_sentence_and_the_pronoun_does() {
        assert_eq!(split("Ask J. Roe about it.").len(), 1);
        assert_eq!(split("She codes more than I. We ship.").len(), 2);
    }

    #[test]
    fn numbers_and_names_with_dots_hold_together() {
        assert_eq!(split("It held p99.9 at 3.5 ms on Node.js at Booking.com today.").len(), 1);
    }

    #[test]
    fn a_number_sign_goes_on_only_before_a_number() {
        assert_eq!(split("See Fig. 2 Twice.").len(), 1);
        assert_eq!(split("I ate a fig. Then I left.").len(), 2);
    }

    #[test]
    fn ellipsis_before_a_small_letter_goes_on() {
        assert_eq!(split("It broke... and I fixed it.").len(), 1);
    }

    #[test]
    fn blank_text_has_no_sentence() {
        assert!(sentences("  ").is_empty());
    }

    #[test]
    fn contractions_and_decimals_are_one_word() {
        let text = "I don't cut 3.5 team-player talk";
        let found: Vec<_> = words(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["I", "don't", "cut", "3.5", "team", "player", "talk"]);
    }
}
