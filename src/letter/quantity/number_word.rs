//! The words that numbers are made of.

use crate::words::{List, Listed};

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
    if !super::trigger::may_start(word.as_bytes()) {
        return None;
    }
    let listed = Listed::of(word);
    match (listed.number_in(List::Number), listed.number_in(List::Magnitude)) {
        (Some(unit @ 0..=19), _) => Some(NumberWord::Unit(unit)),
        (Some(tens), _) => Some(NumberWord::Tens(tens)),
        (None, Some(100)) => Some(NumberWord::Hundred),
        (None, large) => large.map(NumberWord::Large),
    }
}

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
