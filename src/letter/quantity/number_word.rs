//! The words that numbers are made of.

use super::super::word_set::WordSet;
use super::word::word_at;

/// One word of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberWord {
    /// 0 to 19.
    Unit(u64),
    /// 20 to 90.
    Tens(u64),
    Hundred,
    /// A dozen, a thousand and up.
    Large(u64),
}

/// The letters from `at` on, up to more than any number word has.
pub(super) fn letters(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    // One more than the longest word, so that a longer one does not pass for it.
    let end = rest.bytes().take(10).take_while(u8::is_ascii_alphabetic).count();
    &rest[..end]
}

/// The number word that `word` is, in any case.
pub(super) fn number_word(word: &str) -> Option<NumberWord> {
    if !WORDS.may_hold(word.as_bytes()) {
        return None;
    }
    let number = WORDS.number_of(word_at(word, 0)?.lower())?;
    Some(match number {
        0..=19 => NumberWord::Unit(number as u64),
        20..=27 => NumberWord::Tens((number as u64 - 18) * 10),
        28 => NumberWord::Hundred,
        _ => NumberWord::Large(LARGE[number - 29]),
    })
}

/// Zero to nineteen, the tens, a hundred, and what is larger or a dozen.
#[rustfmt::skip]
static WORDS: WordSet = WordSet::new(&[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "hundred",
    "dozen", "thousand", "lakh", "million", "crore", "billion", "trillion",
]);

const LARGE: [u64; 7] = [12, 1_000, 100_000, 1_000_000, 10_000_000, 1_000_000_000, 1_000_000_000_000];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_are_known_in_any_case() {
        assert_eq!(number_word("Seventeen"), Some(NumberWord::Unit(17)));
        assert_eq!(number_word("forty"), Some(NumberWord::Tens(40)));
        assert_eq!(number_word("dozen"), Some(NumberWord::Large(12)));
        assert_eq!(number_word("fourty"), None);
    }

    #[test]
    fn letters_end_at_the_first_other_sign() {
        assert_eq!(letters("ten-thousand", 0), "ten");
        assert_eq!(letters("ten-thousand", 4), "thousand");
        assert_eq!(letters("", 0), "");
    }
}
