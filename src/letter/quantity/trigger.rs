//! The words that may start a figure, told apart from all others by length and letters.

use super::super::word_set::WordSet;

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

/// Whether `word` may start a figure; nearly no word may.
#[inline]
pub(super) fn may_start(word: &[u8]) -> bool {
    WORDS.may_hold(word)
}

/// What `word` starts.
pub(super) fn trigger(word: &[u8]) -> Option<Trigger> {
    let number = WORDS.number_in_any_case(word)?;
    STARTS.iter().find(|(end, _)| number < *end).map(|(_, trigger)| *trigger)
}

/// What the words up to a number start.
const STARTS: [(usize, Trigger); 4] =
    [(36, Trigger::Number), (43, Trigger::Share), (74, Trigger::Multiple), (85, Trigger::Vague)];

#[rustfmt::skip]
static WORDS: WordSet = WordSet::new(&[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "dozen", "thousand", "lakh", "million", "crore",
    "billion", "trillion",
    "half", "second", "third", "fourth", "fifth", "tenth", "quarter",
    "double", "doubled", "doubles", "doubling", "triple", "tripled", "triples", "tripling", "quadruple", "quadrupled",
    "quadruples", "quadrupling", "quintupled", "halve", "halved", "halves", "halving", "quartered", "twice", "thrice",
    "twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold", "tenfold",
    "twentyfold", "hundredfold",
    "tens", "dozens", "hundreds", "thousands", "lakhs", "millions", "crores", "billions", "trillions", "decade",
    "decades",
]);

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
    fn each_sort_of_word_ends_where_the_next_begins() {
        let last = |at: usize| WORDS.words()[STARTS[at].0 - 1];
        assert_eq!([last(0), last(1), last(2), last(3)], ["trillion", "quarter", "hundredfold", "decades"]);
        assert_eq!(WORDS.words().len(), STARTS[3].0);
    }

    #[test]
    fn other_words_start_nothing() {
        for word in ["the", "tone", "a", "", "to", "onerous", "halfway", "seven-eleven", "thousandsfold"] {
            assert_eq!(trigger(word.as_bytes()), None, "{word}");
        }
    }
}
