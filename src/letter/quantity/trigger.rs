//! The words that may start a figure.

use crate::words::{List, Listed, Openings};

/// What a word may start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trigger {
    /// A number in words.
    Number,
    /// A part of a whole.
    Share,
    /// A multiple.
    Multiple,
    /// A magnitude without a value.
    Vague,
}

static OPENINGS: Openings =
    Openings::of(&[List::Number, List::Magnitude, List::Share, List::Multiple, List::VagueNumber]);

/// Whether `word` may start a figure; nearly no word may.
#[inline]
pub(super) fn may_start(word: &[u8]) -> bool {
    OPENINGS.may_hold(word)
}

/// What `word` starts.
pub(super) fn trigger(word: &str) -> Option<Trigger> {
    let listed = Listed::of(word);
    match () {
        () if listed.is_in(List::Number) || listed.is_in(List::Magnitude) => Some(Trigger::Number),
        () if listed.is_in(List::Share) => Some(Trigger::Share),
        () if listed.is_in(List::Multiple) => Some(Trigger::Multiple),
        () if listed.is_in(List::VagueNumber) => Some(Trigger::Vague),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_are_known_in_any_case() {
        assert_eq!(trigger("two"), Some(Trigger::Number));
        assert_eq!(trigger("Twelve"), Some(Trigger::Number));
        assert_eq!(trigger("HALF"), Some(Trigger::Share));
        assert_eq!(trigger("quadrupling"), Some(Trigger::Multiple));
        assert_eq!(trigger("decades"), Some(Trigger::Vague));
    }

    #[test]
    fn other_words_start_nothing() {
        for word in ["the", "tone", "a", "", "to", "onerous", "halfway", "seven-eleven", "thousandsfold"] {
            assert_eq!(trigger(word), None, "{word}");
        }
    }
}
