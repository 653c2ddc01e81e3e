//! Words: what UAX #29 calls one, so that `don't`, `3.5` and `Node.js` are one word, `team-player` and `24/7` two.
//!
//! They are the words that unicode-segmentation finds, which a property test holds. Between two blanks that hold
//! nothing beyond ASCII a table says as much as its search; the rest is handed to it.

use super::run::letters;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What a byte does to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Neither part of a word nor a blank.
    Mark,
    Blank,
    Letter,
    Digit,
    /// Goes with letters and digits and is no word by itself.
    Underscore,
    /// Holds two letters or two digits together.
    Joint,
    LetterJoint,
    DigitJoint,
    /// Part of a character beyond ASCII.
    Beyond,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Mark; 256];
    let mut byte: u8 = 0;
    loop {
        kinds[byte as usize] = match byte {
            b'A'..=b'Z' | b'a'..=b'z' => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            b'_' => Kind::Underscore,
            b'.' | b'\'' => Kind::Joint,
            b':' => Kind::LetterJoint,
            b',' | b';' => Kind::DigitJoint,
            b' ' | b'\n' => Kind::Blank,
            0x80.. => Kind::Beyond,
            _ => Kind::Mark,
        };
        if byte == u8::MAX {
            break kinds;
        }
        byte += 1;
    }
};

/// Adds the byte range of each word in `range` of `text` to `words`, in order.
pub(super) fn words_into(text: &str, range: Range<usize>, words: &mut Vec<Range<usize>>) {
    let bytes = &text.as_bytes()[..range.end];
    // Where the text between two blanks starts, and the number of words before it.
    let mut token = range.start;
    let mut count = words.len();
    let mut at = range.start;
    while let Some(&byte) = bytes.get(at) {
        match KINDS[usize::from(byte)] {
            Kind::Letter | Kind::Digit | Kind::Underscore => {
                let (end, has_letter) = word_end(bytes, at);
                if has_letter {
                    words.push(at..end);
                }
                at = end;
            }
            Kind::Blank => {
                at += 1;
                (token, count) = (at, words.len());
            }
            Kind::Beyond => {
                words.truncate(count);
                at = wide_token(text, range.clone(), token, words);
            }
            _ => at += 1,
        }
    }
}

/// Where the word or row of underscores at `at` ends, and whether it is a word.
fn word_end(bytes: &[u8], at: usize) -> (usize, bool) {
    let kind = |at: usize| bytes.get(at).map_or(Kind::Blank, |&byte| KINDS[usize::from(byte)]);
    let mut end = at;
    let mut has_letter = false;
    loop {
        let run = letters(&bytes[end..]);
        end += run;
        has_letter |= run > 0;
        match kind(end) {
            Kind::Letter | Kind::Digit => has_letter = true,
            Kind::Underscore => {}
            Kind::Joint if joins(kind(end - 1), kind(end + 1), true, true) => {}
            Kind::LetterJoint if joins(kind(end - 1), kind(end + 1), true, false) => {}
            Kind::DigitJoint if joins(kind(end - 1), kind(end + 1), false, true) => {}
            _ => return (end, has_letter),
        }
        end += 1;
    }
}

fn joins(before: Kind, after: Kind, letters: bool, digits: bool) -> bool {
    match before {
        Kind::Letter => letters && after == Kind::Letter,
        Kind::Digit => digits && after == Kind::Digit,
        _ => false,
    }
}

/// Adds the words from `start` to the next blank, which is returned, by unicode-segmentation.
fn wide_token(text: &str, range: Range<usize>, start: usize, words: &mut Vec<Range<usize>>) -> usize {
    let bytes = text.as_bytes();
    let end = bytes[start..range.end].iter().position(|&byte| KINDS[usize::from(byte)] == Kind::Blank);
    let end = end.map_or(range.end, |len| start + len);
    if text[start..end].chars().all(is_blank) {
        return end;
    }
    // A mark that belongs to the character before it may hang on the blanks.
    let start = range.start + text[range.start..start].trim_end_matches(is_blank).len();
    words.extend(text[start..end].unicode_word_indices().map(|(at, word)| start + at..start + at + word.len()));
    end
}

/// Blanks that are one piece in a row: `WSegSpace`.
fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        words_into(text, 0..text.len(), &mut words);
        words.into_iter().map(|range| &text[range]).collect()
    }

    fn defined(text: &str) -> Vec<&str> {
        text.unicode_words().collect()
    }

    proptest! {
        #[test]
        fn marks_and_letters_are_the_words_of_the_standard(
            text in "[aZ1_.:,;' \n\r\t(@é\u{301}\u{345}\u{ad}\u{200d}·٣אカ😀\u{2003}—\u{fffc}]{0,24}"
        ) {
            prop_assert_eq!(found(&text), defined(&text));
        }

        #[test]
        fn prose_holds_the_words_of_the_standard(text in "([A-Za-z0-9_]{1,6}[.!?,;:'\"()-]{0,3}[ \n]?){0,20}") {
            prop_assert_eq!(found(&text), defined(&text));
        }

        #[test]
        fn any_text_holds_the_words_of_the_standard(text in "\\PC{0,60}") {
            prop_assert_eq!(found(&text), defined(&text));
        }
    }

    #[test]
    fn every_character_leaves_the_words_that_the_standard_finds() {
        let characters = ('\0'..='\u{3400}').chain('\u{a000}'..='\u{ac00}').chain('\u{fb00}'..='\u{12000}');
        for character in characters {
            for (before, after) in [("a", "b"), ("1", "1"), (" ", " a"), ("a ", "'b"), (".", "")] {
                let text = format!("{before}{character}{after}");
                assert_eq!(found(&text), defined(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn contractions_and_decimals_are_one_word() {
        let words = found("I don't cut 3.5 team-player talk");
        assert_eq!(words, ["I", "don't", "cut", "3.5", "team", "player", "talk"]);
    }

    #[test]
    fn a_range_is_read_as_if_it_stood_alone() {
        let mut words = Vec::new();
        words_into("don't say 3.5 é", 1..12, &mut words);
        assert_eq!(words, [1..5, 6..9, 10..11]);
    }
}
