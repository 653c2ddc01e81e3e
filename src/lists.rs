//! The typos project's lists as the files that `spelling` searches; used when letterlint is built.

use fst::MapBuilder;
use std::collections::BTreeMap;
use varcon_core::Category;

/// Fewest letters of a word that is listed.
const FEWEST_LETTERS: usize = 4;

/// Whether `word` is listed at all: shorter ones are abbreviations as often as mistakes.
fn is_word(word: &str) -> bool {
    word.len() >= FEWEST_LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Returns the files by name.
pub(crate) fn files() -> [(&'static str, Vec<u8>); 3] {
    let mut corrections = Vec::new();
    let mut starts: BTreeMap<Vec<&str>, u64> = BTreeMap::new();
    let mistakes = misspellings().into_iter().map(|(word, list)| {
        // A word is misspelt in many ways, and its corrections stand there once.
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

/// The map of `entries`, which are sorted by word.
fn map(entries: impl IntoIterator<Item = (String, u64)>) -> Vec<u8> {
    let mut builder = MapBuilder::memory();
    builder.extend_iter(entries).expect("words are sorted, none twice");
    builder.into_inner().expect("memory takes all bytes")
}

/// Known mistakes and their corrections, lower-case ASCII words only.
fn misspellings() -> BTreeMap<String, Vec<&'static str>> {
    let mut entries: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (word, corrections) in typos_dict::WORD.map.entries() {
        let word = word.into_inner().to_ascii_lowercase();
        if is_word(&word) && !corrections.is_empty() {
            entries.insert(word, corrections.to_vec());
        }
    }
    // What is correct in one country is no mistake.
    for (word, _) in varieties() {
        entries.remove(&word);
    }
    entries
}

/// Words that only one country spells so: 0 for America, 1 for Britain.
///
/// A word that both use in some sense (`practice`, `program`) is neither; Britain's `-ize` makes `organize` both.
fn varieties() -> Vec<(String, u64)> {
    let mut uses: BTreeMap<&str, (bool, bool)> = BTreeMap::new();
    for entry in varcon::VARCON.iter().flat_map(|cluster| cluster.entries) {
        for variant in entry.variants {
            let used = uses.entry(variant.word).or_default();
            for kind in variant.types {
                match kind.category {
                    Category::American => used.0 = true,
                    Category::BritishIse | Category::BritishIze => used.1 = true,
                    // A spelling that no country is named for is anybody's.
                    Category::Other => *used = (true, true),
                    Category::Canadian | Category::Australian => {}
                }
            }
        }
    }
    let whose = |(word, used): (&str, (bool, bool))| match used {
        (true, false) => Some((word.to_owned(), 0)),
        (false, true) => Some((word.to_owned(), 1)),
        _ => None,
    };
    uses.into_iter().filter(|(word, _)| is_word(word)).filter_map(whose).collect()
}
