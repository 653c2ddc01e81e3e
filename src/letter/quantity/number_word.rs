//! The words that numbers are made of.

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
    let word = word_at(word, 0)?;
    Some(match word.lower() {
        "zero" => NumberWord::Unit(0),
        "one" => NumberWord::Unit(1),
        "two" => NumberWord::Unit(2),
        "three" => NumberWord::Unit(3),
        "four" => NumberWord::Unit(4),
        "five" => NumberWord::Unit(5),
        "six" => NumberWord::Unit(6),
        "seven" => NumberWord::Unit(7),
        "eight" => NumberWord::Unit(8),
        "nine" => NumberWord::Unit(9),
        "ten" => NumberWord::Unit(10),
        "eleven" => NumberWord::Unit(11),
        "twelve" => NumberWord::Unit(12),
        "thirteen" => NumberWord::Unit(13),
        "fourteen" => NumberWord::Unit(14),
        "fifteen" => NumberWord::Unit(15),
        "sixteen" => NumberWord::Unit(16),
        "seventeen" => NumberWord::Unit(17),
        "eighteen" => NumberWord::Unit(18),
        "nineteen" => NumberWord::Unit(19),
        "twenty" => NumberWord::Tens(20),
        "thirty" => NumberWord::Tens(30),
        "forty" => NumberWord::Tens(40),
        "fifty" => NumberWord::Tens(50),
        "sixty" => NumberWord::Tens(60),
        "seventy" => NumberWord::Tens(70),
        "eighty" => NumberWord::Tens(80),
        "ninety" => NumberWord::Tens(90),
        "hundred" => NumberWord::Hundred,
        "dozen" => NumberWord::Large(12),
        "thousand" => NumberWord::Large(1_000),
        "lakh" => NumberWord::Large(100_000),
        "million" => NumberWord::Large(1_000_000),
        "crore" => NumberWord::Large(10_000_000),
        "billion" => NumberWord::Large(1_000_000_000),
        "trillion" => NumberWord::Large(1_000_000_000_000),
        _ => return None,
    })
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
