//! Words that are known to be misspelt, and words that are spelt differently in two countries.
//!
//! The lists are those of the typos project, brought into [`table`] form when letterlint is built.

mod table;

use table::Table;

static MISSPELLINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/misspellings.bin"));
static VARIETIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/varieties.bin"));

/// Fewest letters of a word that is looked up: shorter ones are abbreviations as often as mistakes.
const FEWEST_LETTERS: usize = 4;

/// Returns what may have been meant where `word`, in lower case, is a known mistake.
pub(crate) fn corrections(word: &str) -> Option<Vec<String>> {
    let is_word = word.len() >= FEWEST_LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_word { Table::new(MISSPELLINGS).get(word) } else { None }
}

/// The English of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variety {
    American,
    British,
}

/// Returns whose spelling `word`, in lower case, is, where it is that of one country only.
pub(crate) fn variety(word: &str) -> Option<Variety> {
    let is_word = word.len() >= FEWEST_LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let found = if is_word { Table::new(VARIETIES).get(word)? } else { return None };
    match found.first().map(String::as_str) {
        Some("a") => Some(Variety::American),
        Some("b") => Some(Variety::British),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_mistakes_have_corrections_and_words_have_none() {
        assert_eq!(corrections("recieve"), Some(vec!["receive".to_owned()]));
        for word in ["receive", "backend", "kubernetes", "the", "Recieve", "naïve"] {
            assert_eq!(corrections(word), None, "{word}");
        }
    }

    #[test]
    fn spellings_of_one_country_are_told() {
        assert_eq!((variety("colour"), variety("color")), (Some(Variety::British), Some(Variety::American)));
        assert_eq!((variety("organise"), variety("centre")), (Some(Variety::British), Some(Variety::British)));
        for both in ["organize", "letter", "queue", "practice", "license", "program", "check"] {
            assert_ne!(variety(both), Some(Variety::British), "{both}");
        }
    }
}
