//! Builds the files that `spelling` searches from the word lists of the typos project; part of the build script.

use fst::MapBuilder;
use std::collections::BTreeMap;
use varcon_core::Category;

/// Length, in letters, of the shortest word to list.
const FEWEST_LETTERS: usize = 4;

/// Whether to list `word`: shorter words are abbreviations as often as mistakes.
fn is_word(word: &str) -> bool {
    word.len() >= FEWEST_LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Returns the name and the bytes of each file.
pub(crate) fn files() -> [(&'static str, Vec<u8>); 3] {
    let mut corrections = Vec::new();
    let mut starts: BTreeMap<Vec<&str>, u64> = BTreeMap::new();
    let mistakes = misspellings().into_iter().map(|(word, list)| {
        // Many misspellings share a list of corrections, which is stored once.
        let start = *starts.entry(list).or_insert_with_key(|list| {
            let start = corrections.len() as u64;
            corrections.extend(postcard::to_allocvec(list).expect("plain data can be written"));
            start
        });
        (word, start)
    });
    let mistakes = map(mistakes);
    [("misspellings.fst", mistakes), ("corrections.bin", corrections), ("varieties.fst", map(varieties()))]
}

/// Builds an `fst` map of `entries`, which must be sorted by word.
fn map(entries: impl IntoIterator<Item = (String, u64)>) -> Vec<u8> {
    let mut builder = MapBuilder::memory();
    builder.extend_iter(entries).expect("words are sorted, none twice");
    builder.into_inner().expect("memory takes all bytes")
}

/// Misspellings and their corrections; lower-case ASCII words only.
fn misspellings() -> BTreeMap<String, Vec<&'static str>> {
    let mut entries: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (word, corrections) in typos_dict::WORD.map.entries() {
        let word = word.into_inner().to_ascii_lowercase();
        if is_word(&word) && !corrections.is_empty() {
            entries.insert(word, corrections.to_vec());
        }
    }
    // A word that is correct in one country is not a mistake.
    for (word, _) in varieties() {
        entries.remove(&word);
    }
    entries
}

/// Words spelled this way in one country only: 0 for American English, 1 for British.
///
/// Words that both use in some sense (`practice`, `program`) are left out, and so are words in `-ize`, which some
/// British writers use.
fn varieties() -> Vec<(String, u64)> {
    let mut uses: BTreeMap<&str, (bool, bool)> = BTreeMap::new();
    for entry in varcon::VARCON.iter().flat_map(|cluster| cluster.entries) {
        for variant in entry.variants {
            let used = uses.entry(variant.word).or_default();
            for kind in variant.types {
                match kind.category {
                    Category::American => used.0 = true,
                    Category::BritishIse | Category::BritishIze => used.1 = true,
                    // A spelling that belongs to no country is used in both.
                    Category::Other => *used = (true, true),
                    Category::Canadian | Category::Australian => {}
                }
            }
        }
    }
    let variety = |(word, used): (&str, (bool, bool))| match used {
        (true, false) => Some((word.to_owned(), 0)),
        (false, true) => Some((word.to_owned(), 1)),
        _ => None,
    };
    uses.into_iter().filter(|(word, _)| is_word(word)).filter_map(variety).collect()
}
