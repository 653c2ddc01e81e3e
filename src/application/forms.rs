//! The words of a letter as requirements ask for them: in any form.

use super::words::{Words, folded, key};
use crate::words::List;
use std::collections::HashSet;

/// Bytes that two forms of a word share at least.
const STEM: usize = 4;

/// Fewest bytes of a word without its ending.
const SHORTEST: usize = 3;

/// Words that are looked up by what their forms share.
#[derive(Clone, Debug, Default)]
pub struct Forms {
    keys: HashSet<u64>,
    /// Hashes of words without their endings.
    stems: HashSet<u64>,
    /// Hashes of the starts that a form of a word may share with it.
    starts: HashSet<u64>,
    /// Hashes of words in the singular, and of pairs of them.
    singles: HashSet<u64>,
    pairs: HashSet<(u64, u64)>,
}

impl Forms {
    /// Takes the `words` of `text`.
    pub fn of(text: &str, words: &Words) -> Self {
        let mut forms = Forms { keys: words.keys.iter().copied().collect(), ..Forms::default() };
        let mut seen = HashSet::new();
        let mut before = None;
        for range in &words.ranges {
            let word = &text[range.clone()];
            let single = single(word);
            forms.singles.insert(single);
            forms.pairs.extend(before.map(|before| (before, single)));
            before = Some(single);
            if seen.insert(word) {
                let stem = stem(word);
                forms.stems.insert(key(&stem));
                forms.starts.extend(starts(&stem));
            }
        }
        forms
    }

    /// Whether `word` is among them as it is.
    pub fn hold_exactly(&self, word: &str) -> bool {
        self.keys.contains(&key(word))
    }

    /// Whether a form of `word` is among them: without their endings at least [`STEM`] bytes are the same, and six in ten
    /// of the longer one. Short words must be the same, and short names have no forms.
    pub fn hold(&self, word: &str) -> bool {
        if self.hold_exactly(word) {
            return true;
        }
        let stem = stem(word);
        let is_name = word.starts_with(char::is_uppercase);
        match stem.len() {
            0..SHORTEST => false,
            SHORTEST..=STEM => !is_name && self.stems.contains(&key(&stem)),
            _ => starts(&stem).any(|start| self.starts.contains(&start)),
        }
    }

    /// Whether each pair of the words of `name` stands among them in a row, in the singular or the plural.
    pub fn hold_pairs(&self, name: &str) -> bool {
        let wanted: Vec<u64> = Words::of(name).ranges.iter().map(|range| single(&name[range.clone()])).collect();
        match wanted[..] {
            [] => false,
            [only] => self.singles.contains(&only),
            _ => wanted.windows(2).all(|pair| self.pairs.contains(&(pair[0], pair[1]))),
        }
    }
}

/// `word` without its ending.
fn stem(word: &str) -> String {
    let plain = folded(word);
    let base = List::IrregularPast.text_of(&plain).unwrap_or(&plain);
    let cut = (SHORTEST..base.len()).find(|&at| base.get(at..).is_some_and(|ending| List::WordEnding.holds(ending)));
    let cut = base[..cut.unwrap_or(base.len())].trim_end_matches(['e', 'y', 'i']);
    let bytes = cut.as_bytes();
    let is_doubled = cut.is_ascii() && bytes.len() > SHORTEST && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
    if is_doubled { cut[..cut.len() - 1].to_owned() } else { cut.to_owned() }
}

fn single(word: &str) -> u64 {
    key(folded(word).trim_end_matches('s'))
}

/// Hashes of the starts of `plain` that are at least [`STEM`] bytes and six in ten of it.
fn starts(plain: &str) -> impl Iterator<Item = u64> {
    let shortest = STEM.max((6 * plain.len()).div_ceil(10));
    let mut hash: u64 = 0;
    let hashes = plain.bytes().map(move |byte| {
        hash = (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash
    });
    hashes.skip(shortest - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn forms(text: &str) -> Forms {
        Forms::of(text, &Words::of(text))
    }

    #[test]
    fn words_in_a_row_are_told_in_the_plural_too() {
        let forms = forms("we run Message Queues daily");
        assert!(forms.hold_pairs("message queue") && forms.hold_pairs("Queue") && !forms.hold_pairs("queue message"));
        assert!(!forms.hold_pairs(""));
    }

    proptest! {
        #[test]
        fn what_is_looked_up_is_what_comparing_all_would_give(one in "[abeds]{1,12}", other in "[abeds]{1,12}") {
            let (stem, other_stem) = (stem(&one), stem(&other));
            let shared = stem.bytes().zip(other_stem.bytes()).take_while(|(a, b)| a == b).count();
            let is_form = one == other
                || match stem.len() {
                    0..SHORTEST => false,
                    SHORTEST..=STEM => stem == other_stem,
                    _ => shared >= STEM && 10 * shared >= 6 * stem.len().max(other_stem.len()),
                };
            prop_assert_eq!(forms(&other).hold(&one), is_form);
        }
    }
}
