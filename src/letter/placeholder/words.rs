//! Words, as far as slots need them: where one starts and ends, and what a label is made of.

use super::super::case::small_letters;
use crate::words::{List, Listed};

/// Longest word that is looked at whole; longer ones never equal a word of ours.
const LONGEST: usize = 40;

/// Whether `c` can stand inside a word or an identifier.
pub(super) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The first `max` bytes of `text`, cut back to a character boundary.
pub(super) fn head(text: &str, max: usize) -> &str {
    if text.len() <= max {
        return text;
    }
    let mut end = max;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Byte length of the word that `text` starts with; 0 when it starts with none.
pub(super) fn word_len(text: &str) -> usize {
    measure(text).0
}

/// Byte length of the word that `text` starts with, and whether it is joined from several: whether
/// it has an underscore, or a capital after a small letter.
pub(super) fn measure(text: &str) -> (usize, bool) {
    let bytes = text.as_bytes();
    // Nearly every word is small letters, with or without a capital before them.
    let small = small_letters(bytes);
    match bytes.get(small) {
        None => return (small, false),
        Some(&byte) if KINDS[usize::from(byte)] == Kind::Other => return (small, false),
        Some(_) => {}
    }
    let mut is_joined = false;
    let mut before = if small > 0 { KINDS[usize::from(bytes[small - 1])] } else { Kind::Other };
    for (at, byte) in text.bytes().enumerate().skip(small) {
        let kind = KINDS[usize::from(byte)];
        match kind {
            Kind::Other => return (at, is_joined),
            Kind::Beyond => return (at + long_len(&text[at..]), is_joined),
            Kind::Underscore => is_joined = true,
            Kind::Upper => is_joined |= before == Kind::Lower,
            Kind::Lower | Kind::Digit => {}
        }
        before = kind;
    }
    (text.len(), is_joined)
}

/// What a byte is inside a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Other,
    Lower,
    Upper,
    Digit,
    Underscore,
    /// Part of a character beyond ASCII.
    Beyond,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte {
            0x61..=0x7A => Kind::Lower,
            0x41..=0x5A => Kind::Upper,
            0x30..=0x39 => Kind::Digit,
            0x5F => Kind::Underscore,
            0x80.. => Kind::Beyond,
            _ => Kind::Other,
        };
        byte += 1;
    }
    kinds
};

/// Byte length of the rest of a word from its first character beyond ASCII on.
fn long_len(text: &str) -> usize {
    let end = text.char_indices().find(|(_, c)| !is_word_char(*c));
    end.map_or(text.len(), |(at, _)| at)
}

/// The word that `text` starts with, cut at [`LONGEST`] bytes; empty when it starts with none.
pub(super) fn first_word(text: &str) -> &str {
    let near = head(text, LONGEST);
    &near[..word_len(near)]
}

/// The word that `text` ends with, cut at [`LONGEST`] characters; empty when it ends with none.
pub(super) fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|(_, c)| is_word_char(*c))
        .last()
        .map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// Whether the first letter of `text` is a capital.
pub(super) fn is_capitalised(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

/// Whether `text` holds letters and all of them are capitals.
pub(super) fn is_upper(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// Whether `word` is one of `words`, which are lower case; ASCII case is ignored.
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether `word` is on `list`.
pub(super) fn is_in(word: &str, list: List) -> bool {
    Listed::of(word).is_in(list)
}

/// The longest entry of `lists` that `text` starts with and that ends where a word does: its length and its list.
pub(super) fn longest_listed(text: &str, lists: &[List]) -> Option<(usize, List)> {
    let near = head(text, LONGEST);
    near.char_indices().rev().find_map(|(at, c)| {
        let end = at + c.len_utf8();
        if !is_word_char(c) || text[end..].starts_with(is_word_char) {
            return None;
        }
        let listed = Listed::of(&text[..end]);
        lists.iter().find(|list| listed.is_in(**list)).map(|list| (end, *list))
    })
}

/// The plain words inside a label: `jobTitle`, `JOB_TITLE`, `job-title` and "Job title" all give
/// "job" and "title" (in their own case). Digits belong to no word.
pub(super) fn parts(label: &str) -> impl Iterator<Item = &str> {
    label
        .split(|c: char| !c.is_alphabetic() && c != '\'')
        .flat_map(humps)
        .map(|part| part.trim_matches('\''))
        .filter(|part| !part.is_empty())
}

/// `companyName` → `company`, `Name`; `JDLink` → `JD`, `Link`.
fn humps(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (hump, after) = rest.split_at(hump_end(rest));
        rest = after;
        Some(hump)
    })
}

fn hump_end(word: &str) -> usize {
    let mut before = None;
    let mut letters = word.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let opens = before.is_some_and(|before: char| {
            c.is_uppercase()
                && (before.is_lowercase()
                    || before.is_uppercase() && letters.peek().is_some_and(|(_, next)| next.is_lowercase()))
        });
        if opens {
            return at;
        }
        before = Some(c);
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_every_spelling_give_the_same_words() {
        for label in ["jobTitle", "job_title", "job-title", "job title", "job.title", "jobTitle2"] {
            let words: Vec<_> = parts(label).map(str::to_lowercase).collect();
            assert_eq!(words, ["job", "title"], "{label}");
        }
    }

    #[test]
    fn an_acronym_is_one_word() {
        assert_eq!(parts("JDLink").collect::<Vec<_>>(), ["JD", "Link"]);
        assert_eq!(parts("URL").collect::<Vec<_>>(), ["URL"]);
    }

    #[test]
    fn a_word_may_hold_letters_beyond_ascii() {
        assert_eq!(first_word("Göteborg, Sweden"), "Göteborg");
        assert_eq!(last_word("in Göteborg"), "Göteborg");
        assert_eq!(word_len("über"), "über".len());
    }

    #[test]
    fn no_word_is_an_empty_word() {
        assert_eq!(first_word(", so"), "");
        assert_eq!(last_word("so, "), "");
        assert_eq!(word_len(""), 0);
    }

    #[test]
    fn a_cut_never_splits_a_character() {
        assert_eq!(head("aé", 2), "a");
        assert_eq!(head("aé", 3), "aé");
    }

    #[test]
    fn capitals_are_judged_by_letters_alone() {
        assert!(is_capitalised("(2025) May"));
        assert!(is_upper("NAME 2"));
        assert!(!is_upper("2"));
    }
}
