//! The words beside a figure, read forwards and backwards from it.
//!
//! A look never leaves the line and never goes further than [`LONGEST`] bytes, so a figure costs the same
//! wherever it stands.

use crate::words::List;

/// Bytes that a word may have; what is longer is no word.
const LONGEST: usize = 48;

/// Bytes of a word whose lower case is kept.
const KEPT: usize = 24;

/// What a byte of ASCII is to a word, one bit each.
const INNER: u8 = 1;
const CAPITAL: u8 = 2;
const GAP: u8 = 4;

const BYTES: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut byte: u8 = 0;
    loop {
        bytes[byte as usize] = match byte {
            b'A'..=b'Z' => INNER | CAPITAL,
            b'a'..=b'z' | b'0'..=b'9' => INNER,
            b' ' | b'\n' => GAP,
            _ => 0,
        };
        if byte == u8::MAX {
            break bytes;
        }
        byte += 1;
    }
};

/// A word and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The sign that parts the word from what follows, as in `Ref:`; only words read backwards have one.
    pub(super) sign: Option<char>,
    /// In lower case where it has capitals.
    lower: Option<[u8; KEPT]>,
}

impl<'t> Word<'t> {
    /// `seen` tells what its bytes are.
    fn new(text: &'t str, start: usize, seen: u8) -> Self {
        let lower = (seen & CAPITAL != 0 && text.len() <= KEPT).then(|| {
            let mut lower = [0; KEPT];
            lower[..text.len()].copy_from_slice(text.as_bytes());
            lower.make_ascii_lowercase();
            lower
        });
        Word { text, start, end: start + text.len(), sign: None, lower }
    }

    /// The word in lower case (ASCII); empty when it is longer than any word of the lists.
    pub(super) fn lower(&self) -> &str {
        match &self.lower {
            Some(lower) => std::str::from_utf8(&lower[..self.text.len()]).unwrap_or(""),
            None if self.text.len() <= KEPT => self.text,
            None => "",
        }
    }

    pub(super) fn is_in(&self, list: List) -> bool {
        list.holds(self.text)
    }

    pub(super) fn is_capitalized(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// At least two capitals and no small letter: `AWS`, `S&P`.
    pub(super) fn is_acronym(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        letters.clone().all(char::is_uppercase) && letters.nth(1).is_some()
    }
}

/// The word that starts at `at`: letters and digits, held together by inner `-`, `'`, `.` and `&`, and
/// by a `/` before a capital.
pub(super) fn word_at(text: &str, at: usize) -> Option<Word<'_>> {
    let rest = text.get(at..)?;
    let bytes = rest.as_bytes();
    let mut end = 0;
    let mut seen = 0;
    while end <= LONGEST {
        while let Some(&byte) = bytes.get(end)
            && BYTES[usize::from(byte)] & INNER != 0
            && end <= LONGEST
        {
            seen |= BYTES[usize::from(byte)];
            end += 1;
        }
        let len = match bytes.get(end) {
            Some(b' ') | None => break,
            Some(b'-' | b'\'' | b'.' | b'&') if end > 0 => usize::from(letter(rest, end + 1) > 0),
            // "A/B tests", but "requests/day".
            Some(b'/') if end > 0 => usize::from(bytes.get(end + 1).is_some_and(u8::is_ascii_uppercase)),
            Some(0x80..) => letter(rest, end),
            _ => 0,
        };
        if len == 0 {
            break;
        }
        end += len;
    }
    if end > LONGEST {
        return None;
    }
    if end == 1 {
        // C++ and C#
        end += bytes[1..].iter().take(2).take_while(|byte| matches!(byte, b'+' | b'#')).count();
    }
    (end > 0).then(|| Word::new(&rest[..end], at, seen))
}

/// Length of the letter or digit at `at`, 0 for anything else.
fn letter(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => usize::from(byte.is_ascii_alphanumeric()),
        Some(_) => text[at..].chars().next().filter(|c| c.is_alphanumeric()).map_or(0, char::len_utf8),
        None => 0,
    }
}

/// The word that one blank parts from `at`.
pub(super) fn word_after(text: &str, at: usize) -> Option<Word<'_>> {
    (text.as_bytes().get(at) == Some(&b' ')).then(|| word_at(text, at + 1)).flatten()
}

/// The word that one blank parts from `at`, when `at` follows.
///
/// Quotes, brackets and the like are peeled off; a sign at its end is kept as [`Word::sign`].
pub(super) fn word_before(text: &str, at: usize) -> Option<Word<'_>> {
    let head = text.get(..at)?.strip_suffix(' ')?;
    let bytes = head.as_bytes();
    let mut start = bytes.len();
    let mut seen = 0;
    let furthest = bytes.len().saturating_sub(LONGEST);
    while start > furthest {
        let kind = BYTES[usize::from(bytes[start - 1])];
        if kind & GAP != 0 {
            break;
        }
        seen |= kind;
        start -= 1;
    }
    if start == furthest && start > 0 {
        return None;
    }
    let token = &head[start..];
    if let [first, .., last] = token.as_bytes()
        && BYTES[usize::from(*first)] & BYTES[usize::from(*last)] & INNER != 0
    {
        return Some(Word::new(token, start, seen));
    }
    let body = token.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = head.len() - body.len();
    let bare = body.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#'));
    if bare.is_empty() {
        return None;
    }
    let mut word = Word::new(bare, start, seen);
    word.sign = body[bare.len()..].chars().next();
    Some(word)
}

/// The words before `at` within its sentence, nearest first.
pub(super) fn words_before(text: &str, at: usize) -> impl Iterator<Item = Word<'_>> {
    let in_sentence = |word: &Word<'_>| !matches!(word.sign, Some('.' | '!' | '?' | ';'));
    std::iter::successors(word_before(text, at), |word| word_before(text, word.start)).take_while(in_sentence)
}

/// The words after `at` within its clause.
pub(super) fn words_after(text: &str, at: usize) -> impl Iterator<Item = Word<'_>> {
    std::iter::successors(word_after(text, at), |word| word_after(text, word.end))
}

/// Whether a sentence, a list item or a label's text starts at `at`.
pub(super) fn starts_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(' ').chars().next_back();
    before.is_none_or(|c| {
        !(c.is_alphanumeric() || matches!(c, ',' | '(' | ')' | '&' | '/' | '\'' | '"' | '-' | '%' | '\u{fffc}'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(text: &str) -> Option<(&str, Option<char>)> {
        word_before(text, text.len()).map(|word| (word.text, word.sign))
    }

    #[test]
    fn a_word_keeps_its_inner_signs() {
        let first = |text| word_at(text, 0).map(|word| word.text.to_owned());

        assert_eq!(first("cross-team work").as_deref(), Some("cross-team"));
        assert_eq!(first("Node.js.").as_deref(), Some("Node.js"));
        assert_eq!(first("C++, then").as_deref(), Some("C++"));
        assert_eq!(first("don't").as_deref(), Some("don't"));
        assert_eq!(first("A/B tests").as_deref(), Some("A/B"));
        assert_eq!(first("requests/day").as_deref(), Some("requests"));
        assert_eq!(first("- x"), None);
    }

    #[test]
    fn the_word_before_tells_the_sign_that_follows_it() {
        assert_eq!(before("in Python "), Some(("Python", None)));
        assert_eq!(before("(Ref: "), Some(("Ref", Some(':'))));
        assert_eq!(before("about C++ "), Some(("C++", None)));
        assert_eq!(before("so \u{2014} "), None);
        assert_eq!(before("so"), None);
        assert_eq!(before(""), None);
    }

    #[test]
    fn a_look_back_stays_on_the_line_and_in_the_sentence() {
        let text = "Fast. the load\ntime fell to ";
        let words: Vec<_> = words_before(text, text.len()).map(|word| word.text).collect();
        assert_eq!(words, ["to", "fell", "time"]);

        let text = "It loads. We ran ";
        let words: Vec<_> = words_before(text, text.len()).map(|word| word.text).collect();
        assert_eq!(words, ["ran", "We"]);
    }

    #[test]
    fn overlong_runs_are_no_words() {
        let long = "a".repeat(LONGEST + 1);

        assert!(word_at(&long, 0).is_none());
        assert!(word_before(&format!("{long} "), LONGEST + 2).is_none());
        assert_eq!(word_at(&long[..30], 0).map(|word| word.lower().len()), Some(0));
    }

    #[test]
    fn a_label_or_bullet_starts_a_sentence_and_a_comma_does_not() {
        assert!(starts_sentence("", 0));
        assert!(starts_sentence("Done. Led", 6));
        assert!(starts_sentence("Scale: Led", 7));
        assert!(starts_sentence("\u{2022} Led", 4));
        assert!(!starts_sentence("Ruby, Vue", 6));
        assert!(!starts_sentence("with Vue", 5));
    }
}
