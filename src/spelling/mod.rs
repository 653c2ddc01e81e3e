//! Words that are known to be misspelt, and words that are spelt differently in two countries.
//!
//! The lists are those of the typos project, brought into [`table`] form when letterlint is built.

mod filter;
mod table;

use table::Table;

static MISSPELLINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/misspellings.bin"));
static VARIETIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/varieties.bin"));

/// Returns what may have been meant where `word`, in lower case, is a known mistake.
pub(crate) fn corrections(word: &str) -> Option<Vec<String>> {
    Table::new(MISSPELLINGS).get(word)
}

/// The English of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variety {
    American,
    British,
}

/// Returns whose spelling `word`, in lower case, is, where it is that of one country only.
pub(crate) fn variety(word: &str) -> Option<Variety> {
    match Table::new(VARIETIES).get(word)?.first().map(String::as_str) {
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
    fn a_word_is_found_where_it_is_listed_and_its_neighbours_are_not() {
        for table in [Table::new(MISSPELLINGS), Table::new(VARIETIES)] {
            let words = table.words();
            assert!(words.len() > 10_000 && words.is_sorted());
            for word in &words {
                assert!(table.get(word).is_some(), "{word}");
            }
            for word in words.iter().step_by(7) {
                for other in [format!("{word}s"), format!("x{word}"), word[1..].to_owned(), word.replace('e', "i")] {
                    assert_eq!(table.get(&other).is_some(), words.binary_search(&other).is_ok(), "{other}");
                }
            }
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
