//! Words that are known to be misspelt, and words that are spelt differently in two countries.
//!
//! The lists are those of the typos project, made into maps of the `fst` crate when letterlint is built: they are
//! searched as their bytes are, and nothing is read when the program starts.

use fst::Map;

/// Where in [`CORRECTIONS`] the corrections of a misspelt word start.
static MISSPELLINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/misspellings.fst"));

/// Lists of corrections, one after the other.
static CORRECTIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corrections.bin"));

/// 0 for a word that is spelt so in America only, 1 for one of Britain.
static VARIETIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/varieties.fst"));

/// Returns what may have been meant where `word`, in lower case, is a known mistake.
pub(crate) fn corrections(word: &str) -> Option<Vec<String>> {
    let start = map(MISSPELLINGS).get(word)?;
    let list = &CORRECTIONS[usize::try_from(start).expect("the list is smaller than memory")..];
    postcard::take_from_bytes(list).map(|(corrections, _)| corrections).ok()
}

/// The English of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variety {
    American,
    British,
}

/// Returns whose spelling `word`, in lower case, is, where it is that of one country only.
pub(crate) fn variety(word: &str) -> Option<Variety> {
    match map(VARIETIES).get(word)? {
        0 => Some(Variety::American),
        _ => Some(Variety::British),
    }
}

fn map(bytes: &'static [u8]) -> Map<&'static [u8]> {
    Map::new(bytes).expect("the build script wrote these bytes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use fst::Streamer;

    #[test]
    fn known_mistakes_have_corrections_and_words_have_none() {
        assert_eq!(corrections("recieve"), Some(vec!["receive".to_owned()]));
        for word in ["receive", "backend", "kubernetes", "the", "Recieve", "naïve"] {
            assert_eq!(corrections(word), None, "{word}");
        }
    }

    #[test]
    fn every_mistake_has_corrections() {
        let mut words = 0;
        let mistakes = map(MISSPELLINGS);
        let mut stream = mistakes.stream();
        while let Some((word, _)) = stream.next() {
            let word = std::str::from_utf8(word).unwrap();
            let corrected = corrections(word).unwrap();
            assert!(
                !corrected.is_empty() && corrected.iter().all(|other| other != word && !other.is_empty()),
                "{word}"
            );
            words += 1;
        }
        assert!(words > 10_000);
    }

    #[test]
    fn spellings_of_one_country_are_known() {
        assert_eq!((variety("colour"), variety("color")), (Some(Variety::British), Some(Variety::American)));
        assert_eq!((variety("organise"), variety("centre")), (Some(Variety::British), Some(Variety::British)));
        for both in ["organize", "letter", "queue", "practice", "license", "program", "check"] {
            assert_ne!(variety(both), Some(Variety::British), "{both}");
        }
    }
}
