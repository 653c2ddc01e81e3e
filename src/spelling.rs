//! Known misspellings, and words whose spelling differs between American and British English.
//!
//! The lists come from the typos project. The build script turns them into `fst` maps, which are searched in place:
//! nothing is decoded when the program starts.

use fst::Map;

/// Maps a misspelled word to the offset of its corrections in [`CORRECTIONS`].
static MISSPELLINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/misspellings.fst"));

/// Encoded lists of corrections, one after the other.
static CORRECTIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corrections.bin"));

/// Maps a word to 0 if only American English spells it so, to 1 if only British English does.
static VARIETIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/varieties.fst"));

/// Returns the corrections of `word`, which must be in lower case, if it is a known misspelling.
pub(crate) fn corrections(word: &str) -> Option<Vec<String>> {
    let start = map(MISSPELLINGS).get(word)?;
    let list = &CORRECTIONS[usize::try_from(start).expect("the list is smaller than memory")..];
    postcard::take_from_bytes(list).map(|(corrections, _)| corrections).ok()
}

/// A national variety of English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variety {
    American,
    British,
}

/// Returns the only variety that spells `word`, in lower case, this way; `None` if both or neither do.
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
    fn misspellings_have_corrections_and_correct_words_have_none() {
        assert_eq!(corrections("recieve"), Some(vec!["receive".to_owned()]));
        for word in ["receive", "backend", "kubernetes", "the", "Recieve", "naïve"] {
            assert_eq!(corrections(word), None, "{word}");
        }
    }

    #[test]
    fn every_misspelling_has_corrections() {
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
