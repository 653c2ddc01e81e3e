//! The words that may start a figure, told apart from all others by length and letters.

use super::super::word_set::which;

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

/// What `word` starts; `None` for nearly all words, which is told by their first two letters.
pub(super) fn trigger(word: &[u8]) -> Option<Trigger> {
    which!(in any case word; Trigger:
        Trigger::Number =>
            "zero" "one" "two" "three" "four" "five" "six" "seven" "eight" "nine" "ten" "eleven" "twelve" "thirteen"
            "fourteen" "fifteen" "sixteen" "seventeen" "eighteen" "nineteen" "twenty" "thirty" "forty" "fifty" "sixty"
            "seventy" "eighty" "ninety" "hundred" "dozen" "thousand" "lakh" "million" "crore" "billion" "trillion";
        Trigger::Share => "half" "second" "third" "fourth" "fifth" "tenth" "quarter";
        Trigger::Multiple =>
            "double" "doubled" "doubles" "doubling" "triple" "tripled" "triples" "tripling" "quadruple" "quadrupled"
            "quadruples" "quadrupling" "quintupled" "halve" "halved" "halves" "halving" "quartered" "twice" "thrice"
            "twofold" "threefold" "fourfold" "fivefold" "sixfold" "sevenfold" "eightfold" "ninefold" "tenfold"
            "twentyfold" "hundredfold";
        Trigger::Vague =>
            "tens" "dozens" "hundreds" "thousands" "lakhs" "millions" "crores" "billions" "trillions" "decade" "decades"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_are_known_in_any_case() {
        assert_eq!(trigger(b"two"), Some(Trigger::Number));
        assert_eq!(trigger(b"Twelve"), Some(Trigger::Number));
        assert_eq!(trigger(b"HALF"), Some(Trigger::Share));
        assert_eq!(trigger(b"quadrupling"), Some(Trigger::Multiple));
        assert_eq!(trigger(b"decades"), Some(Trigger::Vague));
    }

    #[test]
    fn other_words_start_nothing() {
        for word in ["the", "tone", "a", "", "to", "onerous", "halfway", "seven-eleven", "thousandsfold"] {
            assert_eq!(trigger(word.as_bytes()), None, "{word}");
        }
    }
}
