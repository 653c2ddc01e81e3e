//! Where sentences part by UAX #29, in one pass and linear time.
//!
//! It parts where unicode-segmentation does, which a property test holds; but that looks up each character, and looks
//! ahead once more at each bracket behind a full stop.

use super::break_class::{ASCII, Class, Classes};
use memchr::{memchr2, memchr3};
use std::ops::Range;

/// The pieces of `text` between two bounds, in order; together they are all of it.
pub(super) fn pieces(text: &str) -> Pieces<'_> {
    let is_plain = text.is_ascii() && memchr2(b'\n', b'\r', text.as_bytes()).is_none();
    Pieces { text, is_plain, start: 0, at: 0, classes: Classes::new() }
}

/// See [`pieces`].
#[derive(Debug)]
pub(super) struct Pieces<'t> {
    text: &'t str,
    /// Whether it is ASCII without line breaks, as nearly every text is.
    is_plain: bool,
    /// First byte of the next piece.
    start: usize,
    /// How far the text is read.
    at: usize,
    classes: Classes,
}

impl Iterator for Pieces<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.start;
        if start == self.text.len() {
            return None;
        }
        self.start = self.bound();
        Some(start..self.start)
    }
}

/// How far the reading behind a mark has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    Mark,
    Close,
    Space,
}

impl Pieces<'_> {
    /// The next bound behind `start`.
    fn bound(&mut self) -> usize {
        while let Some((at, class)) = self.mark() {
            self.at = at + self.len(at);
            if class == Class::Break {
                if self.text[at..].starts_with("\r\n") {
                    self.at += 1;
                }
                return self.at;
            }
            if let Some(bound) = self.behind(at, class == Class::Stop) {
                self.at = bound;
                return bound;
            }
        }
        self.text.len()
    }

    /// The next mark that may end a sentence: a stop, a term or a break.
    fn mark(&mut self) -> Option<(usize, Class)> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        if self.is_plain {
            let at = at + memchr3(b'.', b'!', b'?', &bytes[at..])?;
            return Some((at, ASCII[usize::from(bytes[at])]));
        }
        loop {
            at += bytes[at..].iter().position(|&byte| IS_READ[usize::from(byte)])?;
            let class = match self.text[at..].chars().next()? {
                // No letter or digit ends a sentence.
                character if character.is_alphanumeric() => Class::Other,
                character => self.classes.of(character),
            };
            if matches!(class, Class::Stop | Class::Term | Class::Break) {
                return Some((at, class));
            }
            at += self.len(at);
        }
    }

    /// Reads on behind the mark at `mark`; the bound before what stands there, if there is one.
    fn behind(&mut self, mut mark: usize, mut is_stop: bool) -> Option<usize> {
        let mut behind = Behind::Mark;
        let mut goes_on = None;
        loop {
            let at = self.at;
            let class = self.class(at)?;
            let next = at + self.len(at);
            match class {
                // SB5
                Class::Extend => self.at = next,
                // SB8, SB8a, SB9, SB10
                Class::Close if behind != Behind::Space => (self.at, behind) = (next, Behind::Close),
                Class::Space => (self.at, behind) = (next, Behind::Space),
                Class::Stop | Class::Term => {
                    (mark, is_stop) = (at, class == Class::Stop);
                    (self.at, behind, goes_on) = (next, Behind::Mark, None);
                }
                // SB8a; and SB4 parts behind a break.
                Class::Continue | Class::Break => return None,
                // SB6, SB7
                Class::Numeric if is_stop && behind == Behind::Mark => return None,
                Class::Upper if is_stop && behind == Behind::Mark && self.is_behind_letter(mark) => return None,
                _ => {
                    let goes_on = *goes_on.get_or_insert_with(|| is_stop && self.is_lower_ahead(at));
                    // SB11
                    return (!goes_on).then_some(at);
                }
            }
        }
    }

    /// SB8: whether the next letter is a small one, with no mark before it.
    fn is_lower_ahead(&mut self, mut at: usize) -> bool {
        while let Some(class) = self.class(at) {
            match class {
                Class::Lower => return true,
                Class::Letter | Class::Upper | Class::Break | Class::Term | Class::Stop => return false,
                _ => at += self.len(at),
            }
        }
        false
    }

    /// SB7: whether the stop at `mark` stands behind a letter with case.
    fn is_behind_letter(&mut self, mark: usize) -> bool {
        for (at, character) in self.text[..mark].char_indices().rev() {
            match self.classes.of(character) {
                Class::Upper | Class::Lower => return true,
                Class::Extend if at > 0 => {}
                _ => return false,
            }
        }
        false
    }

    fn class(&mut self, at: usize) -> Option<Class> {
        match self.text.as_bytes().get(at)? {
            &byte if byte.is_ascii() => Some(ASCII[usize::from(byte)]),
            _ => self.text[at..].chars().next().map(|character| self.classes.of(character)),
        }
    }

    /// Length of the character at `at`.
    fn len(&self, at: usize) -> usize {
        match self.text.as_bytes()[at] {
            0..0x80 => 1,
            0x80..0xe0 => 2,
            0xe0..0xf0 => 3,
            0xf0.. => 4,
        }
    }
}

/// Whether a byte is a mark or the first of a character beyond ASCII.
const IS_READ: [bool; 256] = {
    let mut is_read = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        is_read[byte] = byte >= 0x80 || matches!(ASCII[byte], Class::Stop | Class::Term | Class::Break);
        byte += 1;
    }
    is_read
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn defined(text: &str) -> Vec<&str> {
        text.split_sentence_bounds().collect()
    }

    fn found(text: &str) -> Vec<&str> {
        pieces(text).map(|range| &text[range]).collect()
    }

    proptest! {
        #[test]
        fn marks_and_letters_part_where_the_standard_parts_them(
            text in "[aZé.!?,;(\")1א \n\r\u{301}\u{ad}»。．、\u{2028}\u{85}\u{a0}Éß—\u{fffc}]{0,24}"
        ) {
            prop_assert_eq!(found(&text), defined(&text));
        }

        #[test]
        fn prose_parts_where_the_standard_parts_it(text in "([A-Za-z0-9]{1,6}[.!?,;:'\"()-]{0,3}[ \n]?){0,20}") {
            prop_assert_eq!(found(&text), defined(&text));
        }

        #[test]
        fn any_text_parts_where_the_standard_parts_it(text in "\\PC{0,60}") {
            prop_assert_eq!(found(&text), defined(&text));
        }
    }

    #[test]
    fn every_character_parts_texts_as_the_standard_says() {
        // Every script but the wide ones, whose characters are alike.
        let characters = ('\0'..='\u{3400}').chain('\u{a000}'..='\u{ac00}').chain('\u{fb00}'..='\u{12000}');
        for character in characters {
            for (before, after) in [("a", "b"), ("a.", "b"), ("a.)", " b"), ("A", ".B"), ("! ", ")0"), ("?", "! c")] {
                let text = format!("{before}{character}{after}");
                assert_eq!(found(&text), defined(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn a_stop_and_a_long_row_of_brackets_are_read_once() {
        let text = format!("a.{}", ")".repeat(2_000_000));
        assert_eq!(pieces(&text).count(), 1);
    }
}
