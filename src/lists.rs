//! The typos project's lists as sorted entries; used when letterlint is built.

use crate::filter::FEWEST_LETTERS;
use std::collections::BTreeMap;
use varcon_core::Category;

/// Entries: words and what is known of them.
type Entries = Vec<(String, Vec<String>)>;

/// Whether `word` is listed at all: shorter ones are abbreviations as often as mistakes.
fn is_word(word: &str) -> bool {
    word.len() >= FEWEST_LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Known mistakes and their corrections, lower-case ASCII words only.
pub(crate) fn misspellings() -> Entries {
    let mut entries: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (word, corrections) in typos_dict::WORD.map.entries() {
        let word = word.into_inner().to_ascii_lowercase();
        if is_word(&word) && !corrections.is_empty() {
            entries.insert(word, corrections.iter().map(|&correction| correction.to_owned()).collect());
        }
    }
    // What is correct in one country is no mistake.
    for (word, _) in varieties() {
        entries.remove(&word);
    }
    entries.into_iter().collect()
}

/// Words that only one country spells so: `a` for America, `b` for Britain.
///
/// A word that both use in some sense (`practice`, `program`) is neither; Britain's `-ize` makes `organize` both.
pub(crate) fn varieties() -> Entries {
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
        (true, false) => Some((word.to_owned(), vec!["a".to_owned()])),
        (false, true) => Some((word.to_owned(), vec!["b".to_owned()])),
        _ => None,
    };
    uses.into_iter().filter(|(word, _)| is_word(word)).filter_map(whose).collect()
}
