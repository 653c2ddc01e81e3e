//! Words as UAX #29 has them: `don't`, `3.5` and `Node.js` are one word, `team-player` and `24/7` are two.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Blanks between which words are the same whatever is around them.
const BLANKS: [char; 2] = [' ', '\n'];

/// Adds the byte range of each word in `range` of `text` to `words`, in order.
pub(super) fn words_into(text: &str, range: Range<usize>, words: &mut Vec<Range<usize>>) {
    let mut at = range.start;
    while at < range.end {
        let end = at + plain_or_wide(&text[at..range.end]);
        words.extend(text[at..end].unicode_word_indices().map(|(start, word)| at + start..at + start + word.len()));
        at = end;
    }
}

/// How many bytes of `text` make a piece of ASCII, or else one token: unicode-segmentation reads ASCII ten times as fast.
fn plain_or_wide(text: &str) -> usize {
    let Some(wide) = text.bytes().position(|byte| !byte.is_ascii()) else { return text.len() };
    // A mark beyond ASCII may belong to the blanks before it.
    let plain = text[..wide].rfind(BLANKS).map_or(0, |blank| text[..blank].trim_end_matches(BLANKS).len());
    if plain > 0 { plain } else { text[wide..].find(BLANKS).map_or(text.len(), |blank| wide + blank) }
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
