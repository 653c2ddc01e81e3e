//! One search for the literals of all rules.
//!
//! Nearly all of them can only stand at the start of a word, so a letter is probed once a word: its next four bytes
//! are looked up among the first four of every literal. The few that may stand anywhere are probed where a byte
//! starts one of them.

use super::packed::{Numbers, Pieces};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a literal was looked for.
///
/// A matcher has a slot for its phrases, its exceptions and the names that it wants spelt right, and behind that one
/// for each of its patterns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// Number of the slot in the rule set.
    pub(crate) slot: usize,
    /// Which of the matcher's phrases it is; nothing for a pattern.
    pub(crate) phrase: usize,
}

/// Literals while they are being collected.
#[derive(Debug, Default)]
pub(super) struct Collected {
    at_words: BTreeMap<String, Vec<Target>>,
    anywhere: BTreeMap<String, Vec<Target>>,
}

impl Collected {
    /// Adds what `target` is looked for by; `opens_word` where it can only stand at the start of a word.
    pub(super) fn add(&mut self, text: &str, opens_word: bool, target: Target) {
        let literals = if opens_word { &mut self.at_words } else { &mut self.anywhere };
        literals.entry(text.to_owned()).or_default().push(target);
    }
}

/// Every literal of some rules, ready to be searched for.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Literals {
    at_words: Index,
    anywhere: Index,
}

impl Literals {
    pub(super) fn of(collected: &Collected) -> Self {
        Literals { at_words: Index::of(&collected.at_words), anywhere: Index::of(&collected.anywhere) }
    }

    /// Calls `found` with each literal in `lower`, ordered by its start: start, end, what it was looked for.
    pub(crate) fn search(&self, lower: &str, mut found: impl FnMut(usize, usize, Target)) {
        if self.at_words.keys.len() + self.anywhere.keys.len() == 0 {
            return;
        }
        let bytes = lower.as_bytes();
        let mut in_word = false;
        for (at, &byte) in bytes.iter().enumerate() {
            let is_word = byte.is_ascii_alphanumeric() || byte >= 0x80;
            if is_word && !in_word {
                self.at_words.probe(bytes, at, &mut found);
            }
            in_word = is_word;
            if self.anywhere.first[usize::from(byte / 32)] & (1 << (byte % 32)) != 0 {
                self.anywhere.probe(bytes, at, &mut found);
            }
        }
    }
}

/// Buckets that literals are spread over by their first bytes.
const BUCKETS: usize = 1 << 12;

/// Literals by their first bytes, read in place.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Index {
    /// Bytes that literals start with, one bit each.
    first: [u32; 8],
    /// Lengths that keys have: a literal of fewer than four bytes has a shorter one.
    lengths: Vec<usize>,
    /// First row of each bucket, and behind the last.
    buckets: Numbers,
    /// First bytes of each literal, four at most, by bucket.
    keys: Numbers,
    /// The literals, in the same order.
    texts: Pieces,
    /// What they were looked for: slot and phrase, and for each literal where its targets end.
    targets: Numbers,
    target_ends: Numbers,
}

impl Index {
    fn of(literals: &BTreeMap<String, Vec<Target>>) -> Self {
        let mut index = Index::default();
        let keyed = literals.iter().map(|(text, targets)| {
            let key = key(text.as_bytes(), 0, text.len().min(4));
            (bucket(key), key, text, targets)
        });
        let mut rows: Vec<_> = keyed.collect();
        rows.sort_by_key(|&(bucket, ..)| bucket);
        let mut next = 0;
        for (row, (bucket, key, text, targets)) in rows.into_iter().enumerate() {
            while next <= bucket {
                index.buckets.push_len(row);
                next += 1;
            }
            let (first, len) = (text.as_bytes()[0], text.len().min(4));
            index.first[usize::from(first / 32)] |= 1 << (first % 32);
            if !index.lengths.contains(&len) {
                index.lengths.push(len);
            }
            index.keys.push(key);
            index.texts.push(text.as_bytes());
            for target in targets {
                index.targets.push_len(target.slot);
                index.targets.push_len(target.phrase);
            }
            index.target_ends.push_len(index.targets.len());
        }
        while next <= BUCKETS {
            index.buckets.push_len(literals.len());
            next += 1;
        }
        index.lengths.sort_unstable();
        index
    }

    fn probe(&self, bytes: &[u8], at: usize, found: &mut impl FnMut(usize, usize, Target)) {
        for &len in &self.lengths {
            if at + len > bytes.len() {
                break;
            }
            let key = key(bytes, at, len);
            let bucket = bucket(key);
            for row in self.buckets.get(bucket) as usize..self.buckets.get(bucket + 1) as usize {
                if self.keys.get(row) == key && bytes[at..].starts_with(self.texts.get(row)) {
                    self.tell(row, at, found);
                }
            }
        }
    }

    fn tell(&self, row: usize, at: usize, found: &mut impl FnMut(usize, usize, Target)) {
        let start = row.checked_sub(1).map_or(0, |before| self.target_ends.get(before) as usize);
        let mut numbers = self.targets.iter(start..self.target_ends.get(row) as usize);
        let end = at + self.texts.get(row).len();
        while let (Some(slot), Some(phrase)) = (numbers.next(), numbers.next()) {
            found(at, end, Target { slot: slot as usize, phrase: phrase as usize });
        }
    }
}

/// The `len` bytes at `at`, at most four; shorter ones never equal longer ones, for no text holds a zero byte there.
fn key(bytes: &[u8], at: usize, len: usize) -> u32 {
    bytes[at..at + len].iter().rev().fold(0, |key, &byte| key << 8 | u32::from(byte))
}

fn bucket(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 20) as usize % BUCKETS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(literals: &[&str], text: &str) -> Vec<(usize, usize)> {
        let mut collected = Collected::default();
        for (phrase, literal) in literals.iter().enumerate() {
            collected.add(literal, literal.starts_with(char::is_alphanumeric), Target { slot: 0, phrase });
        }
        let mut found = Vec::new();
        Literals::of(&collected).search(text, |start, end, _| found.push((start, end)));
        found
    }

    #[test]
    fn all_literals_at_a_place_are_found_the_short_ones_too() {
        assert_eq!(found(&["go", "gopher", "gopher hole", "a"], "a gopher hole"), [(0, 1), (2, 4), (2, 8), (2, 13)]);
    }

    #[test]
    fn a_literal_is_looked_for_where_words_start() {
        assert_eq!(found(&["stack"], "haystack, (stack)"), [(11, 16)]);
    }

    #[test]
    fn a_literal_that_starts_with_a_mark_is_found_within_a_word() {
        assert_eq!(found(&["'s", "%"], "ana's 40% share"), [(3, 5), (8, 9)]);
    }
}
