//! What a character is where sentences part: its `Sentence_Break` property of UAX #29.
//!
//! ASCII has a table. A character beyond it is put between others, and where unicode-segmentation parts them tells
//! what it is: so its tables are asked for the few characters that matter, and are not kept a second time.

use unicode_segmentation::UnicodeSegmentation;

/// The property, as far as a rule of UAX #29 asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Other,
    Upper,
    Lower,
    /// A letter without case.
    Letter,
    Numeric,
    /// A comma, a dash and other marks within a sentence.
    Continue,
    Close,
    Space,
    /// A full stop: it may end a sentence.
    Stop,
    /// `!`, `?` and their kin.
    Term,
    /// A line break.
    Break,
    /// Belongs to the character before it.
    Extend,
}

/// The class of each ASCII byte; bytes behind are parts of characters.
pub(super) const ASCII: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte: u8 = 0;
    loop {
        classes[byte as usize] = match byte {
            b'A'..=b'Z' => Class::Upper,
            b'a'..=b'z' => Class::Lower,
            b'0'..=b'9' => Class::Numeric,
            b',' | b'-' | b':' | b';' => Class::Continue,
            b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}' => Class::Close,
            b' ' | b'\t' | 0x0b | 0x0c => Class::Space,
            b'.' => Class::Stop,
            b'!' | b'?' => Class::Term,
            b'\n' | b'\r' => Class::Break,
            _ => Class::Other,
        };
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

/// Characters whose class is remembered.
const REMEMBERED: usize = 16;

/// The classes of characters, those beyond ASCII asked for once or seldom.
#[derive(Debug)]
pub(super) struct Classes {
    known: [(char, Class); REMEMBERED],
}

impl Classes {
    pub(super) fn new() -> Self {
        Classes { known: [('\0', Class::Other); REMEMBERED] }
    }

    /// Returns the class of `character`.
    pub(super) fn of(&mut self, character: char) -> Class {
        match character {
            '\0'..='\x7f' => ASCII[character as usize],
            // Common in letters, and hence not asked for.
            '–' | '—' => Class::Continue,
            '\u{fffc}' | '•' | '€' => Class::Other,
            _ => {
                let place = &mut self.known[character as usize % REMEMBERED];
                if place.0 != character {
                    *place = (character, told_by_neighbours(character));
                }
                place.1
            }
        }
    }
}

/// The class of `character`, told by where texts part that hold it.
fn told_by_neighbours(character: char) -> Class {
    let parts = |before, after| first_piece(before, character, after);
    let len = character.len_utf8();
    match parts("!", "0") {
        1 => match () {
            () if parts(".)", "") == 2 + len => Class::Lower,
            () if parts(".", "") == 1 + len => Class::Numeric,
            () if parts(".)", "a") > 2 => Class::Other,
            () if parts("", ".A") > len + 1 => Class::Upper,
            () => Class::Letter,
        },
        first if first == 1 + len => match () {
            () if parts("a", ")") == 1 + len => Class::Break,
            () if parts("a", "b") == 1 + len => Class::Term,
            () if parts("! ", "") == 2 => Class::Close,
            () if parts("!", ")") == 1 + len => Class::Space,
            () => Class::Extend,
        },
        _ if parts("!", "A") == 1 + len => Class::Stop,
        _ => Class::Continue,
    }
}

/// Length of the first piece of the text.
fn first_piece(before: &str, character: char, after: &str) -> usize {
    let mut bytes = [0; 8];
    let mut len = 0;
    for piece in [before, character.encode_utf8(&mut [0; 4]), after] {
        bytes[len..len + piece.len()].copy_from_slice(piece.as_bytes());
        len += piece.len();
    }
    let text = std::str::from_utf8(&bytes[..len]).unwrap_or_default();
    text.split_sentence_bounds().next().map_or(0, str::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_and_the_short_cuts_say_what_the_crate_says() {
        let line_break_in_two = |c| matches!(c, '\r' | '\n');
        let characters = ('\0'..='\x7f').chain(['–', '—', '\u{fffc}', '•', '€']);
        for character in characters.filter(|&c| !line_break_in_two(c)) {
            assert_eq!(Classes::new().of(character), told_by_neighbours(character), "{character:?}");
        }
    }

    #[test]
    fn classes_beyond_ascii_are_told() {
        let told = [
            ('é', Class::Lower),
            ('É', Class::Upper),
            ('א', Class::Letter),
            ('٣', Class::Numeric),
            ('、', Class::Continue),
            ('»', Class::Close),
            ('\u{a0}', Class::Space),
            ('．', Class::Stop),
            ('。', Class::Term),
            ('\u{2028}', Class::Break),
            ('\u{301}', Class::Extend),
            ('😀', Class::Other),
        ];
        for (character, class) in told {
            assert_eq!(Classes::new().of(character), class, "{character:?}");
        }
    }
}
