//! How a text spells the company that a folder is called after: `hale-and-quill` is Hale & Quill.

use super::{AND, MOST_WORDS, is_shouted};
use crate::application::words::{Words, folded, possessed};
use std::collections::BTreeMap;

/// A spelling of a name, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// As the text has it, most often where it has several.
    pub text: String,
    /// Whether it is the only one that the text has, so that another case is a slip.
    pub is_only: bool,
    /// Whether the text is the posting.
    pub is_of_posting: bool,
}

impl Spelling {
    /// Returns how `text`, whose words are `words`, spells the company that `folder` is called after.
    pub fn of_folder(folder: &str, text: &str, words: &Words) -> Option<Self> {
        let pieces: Vec<&str> = folder.split(['-', '_', '.', ' ']).filter(|piece| !piece.is_empty()).collect();
        // "7-eleven" is called so, and "01-acme" is counted.
        let counted = pieces.iter().take_while(|piece| piece.bytes().all(|byte| byte.is_ascii_digit())).count();
        let whole = Spelling::of_pieces(&pieces, text, words);
        whole.or_else(|| Spelling::of_pieces(&pieces[counted..], text, words).filter(|_| counted > 0))
    }

    fn of_pieces(pieces: &[&str], text: &str, words: &Words) -> Option<Self> {
        let wanted: String =
            pieces.iter().map(|piece| plain(piece)).filter(|piece| !AND.contains(&piece.as_str())).collect();
        if wanted.is_empty() {
            return None;
        }
        let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for first in 0..words.len() {
            if let Some(written) = written(&wanted, text, words, first) {
                let (count, _) = found.entry(written).or_insert((0, first));
                *count += 1;
            }
        }
        let count = found.len();
        // Of those that stand there as often, the first.
        let (text, _) = found.into_iter().max_by_key(|(_, (count, first))| (*count, usize::MAX - first))?;
        // Capitals may be for show: "ACME" does not make Acme a slip.
        let is_only = count == 1 && text.contains(char::is_lowercase);
        Some(Spelling { text: text.to_owned(), is_only, is_of_posting: false })
    }
}

/// What stands in `text` at word `first`, where its letters are those of `wanted`; a line in capitals says nothing.
fn written<'t>(wanted: &str, text: &'t str, words: &Words, first: usize) -> Option<&'t str> {
    let mut joined = String::new();
    for end in first + 1..=words.len().min(first + MOST_WORDS) {
        let word = plain(possessed(&text[words.ranges[end - 1].clone()]));
        if end > first + 1 && AND.contains(&word.as_str()) {
            continue;
        }
        joined += &word;
        if !wanted.starts_with(&joined) {
            return None;
        }
        if joined.len() == wanted.len() {
            let range = words.range(&(first..end));
            let written = possessed(&text[range.clone()]);
            let is_name = written.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
            return (is_name && !written.contains('\n') && !is_shouted(text, &range)).then_some(written);
        }
    }
    None
}

/// `word` folded, with umlauts written in either way the same, and without marks within it.
fn plain(word: &str) -> String {
    let word = folded(word).replace("ue", "u").replace("oe", "o").replace("ae", "a");
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(folder: &str, text: &str) -> Option<String> {
        Spelling::of_folder(folder, text, &Words::of(text)).map(|one| one.text)
    }

    #[test]
    fn the_name_is_spelt_as_in_the_text() {
        for (folder, text, name) in [
            ("hale-and-quill", "work at Hale & Quill, please", "Hale & Quill"),
            ("hale-quill", "Hale and Quill's ledger", "Hale and Quill"),
            ("github", "GITHUB\n\nGitHub is hiring", "GitHub"),
            ("north-wind", "join Northwind today", "Northwind"),
            ("gruenwald", "bei Gr\u{fc}nwald", "Gr\u{fc}nwald"),
            ("7-eleven", "at 7-Eleven we open", "7-Eleven"),
            ("01-acme", "at ACME we build", "ACME"),
            ("3m", "3M makes tape", "3M"),
        ] {
            assert_eq!(spelt(folder, text).as_deref(), Some(name), "{folder}");
        }
    }

    #[test]
    fn capitals_for_show_make_no_other_case_a_slip() {
        let is_only = |text: &str| Spelling::of_folder("acme", text, &Words::of(text)).unwrap().is_only;
        assert!(!is_only("at ACME we build") && !is_only("Acme, or ACME, is hiring") && is_only("Acme is hiring"));
    }

    #[test]
    fn a_word_in_small_letters_is_no_name() {
        assert_eq!(spelt("target", "our target is an answer"), None);
        assert_eq!(spelt("acme", "nothing of the kind"), None);
    }
}
