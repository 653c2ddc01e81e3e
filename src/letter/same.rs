//! How much of a text folding leaves as it stands: plain words with single blanks between them, nearly all of it.

use super::address::address;
use super::case::letters;

/// What a byte is to the pass over plain words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Blank,
    /// An address holds one of these.
    Tell,
    /// May be an apostrophe or open a character reference.
    Turn,
    /// Other white space, or part of a character beyond ASCII.
    Other,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Plain; 256];
    let mut byte: u8 = 0;
    loop {
        kinds[byte as usize] = match byte {
            b' ' => Kind::Blank,
            b':' | b'@' | b'.' | b'/' => Kind::Tell,
            b'&' | b'`' => Kind::Turn,
            b'\t' | b'\n' | 0x0b | 0x0c | b'\r' | 0x80.. => Kind::Other,
            _ => Kind::Plain,
        };
        if byte == u8::MAX {
            break kinds;
        }
        byte += 1;
    }
};

/// Byte length of the words that `text` starts with and that stay as they are, with the blank behind each.
///
/// It ends behind a word or a blank. 0 where `text` starts with white space, an address or a word beyond ASCII.
pub(super) fn same_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut word = 0;
    let mut at = 0;
    loop {
        let Some(&first) = bytes.get(at) else { return at };
        if first.is_ascii_alphabetic() {
            at += letters(&bytes[at..]);
        }
        let Some(&byte) = bytes.get(at) else { return at };
        match KINDS[usize::from(byte)] {
            Kind::Plain => at += 1,
            // A second blank belongs to the first.
            Kind::Blank if at == word => return at.saturating_sub(1),
            Kind::Blank => {
                at += 1;
                word = at;
            }
            Kind::Tell => match tell_end(text, word, at) {
                Some(end) => at = end,
                None => return word,
            },
            Kind::Turn => return word,
            Kind::Other if byte < 0x80 => return if at == word { at.saturating_sub(1) } else { at },
            Kind::Other => return if starts_blank(&text[word..]) { word.saturating_sub(1) } else { word },
        }
    }
}

/// Where to go on in the word at `word`, which holds a mark of addresses at `at`; `None` where it may be none.
fn tell_end(text: &str, word: usize, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_end = |byte: &u8| matches!(KINDS[usize::from(*byte)], Kind::Blank | Kind::Other);
    if bytes.get(at + 1).is_none_or(|next| *next < 0x80 && is_end(next)) {
        return Some(at + 1);
    }
    let end = bytes[at..].iter().position(is_end).map_or(bytes.len(), |len| at + len);
    let is_turned = bytes[at..end].iter().any(|byte| KINDS[usize::from(*byte)] == Kind::Turn);
    let is_plain = !is_turned && bytes.get(end).is_none_or(u8::is_ascii) && address(&text[word..end]).is_none();
    is_plain.then_some(end)
}

fn starts_blank(text: &str) -> bool {
    text.starts_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(text: &str) -> &str {
        &text[..same_len(text)]
    }

    #[test]
    fn plain_words_and_single_blanks_stay() {
        assert_eq!(same("I cut p99, e.g. to 3.5 ms. Yes "), "I cut p99, e.g. to 3.5 ms. Yes ");
        assert_eq!(same(""), "");
    }

    #[test]
    fn white_space_that_is_folded_is_left_whole() {
        for text in ["own it  now", "own it\nnow", "own it \n now", "own it \u{a0}now", "own it\tnow"] {
            assert_eq!(same(text), "own it", "{text:?}");
        }
        assert_eq!(same(" own it"), "");
    }

    #[test]
    fn words_that_may_change_are_left_whole() {
        for text in [
            "own it’s",
            "own …",
            "own a.b/cé",
            "own ana@example.com",
            "own (https://a.example),",
            "own don`t",
            "own a.b&c",
        ] {
            assert_eq!(same(text), "own ", "{text:?}");
        }
    }
}
