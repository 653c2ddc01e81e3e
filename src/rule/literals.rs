//! One search for the literals of all rules.
//!
//! Nearly all of them can only stand at the start of a word, so a letter is probed once a word: its next four bytes
//! are looked up among the first four of every literal. The few that may stand anywhere are probed once a byte.

use super::{Demand, Matcher, Pack, Rule};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a literal was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Target {
    /// Phrase `phrase` of matcher `matcher`.
    Phrase { matcher: usize, phrase: usize },
    /// Pattern `pattern` of matcher `matcher` may match from now on.
    Pattern { matcher: usize, pattern: usize },
}

/// Every literal of a rule set, ready to be searched for.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Literals {
    at_words: Index,
    anywhere: Index,
    /// How many matchers there are.
    pub(crate) matchers: usize,
}

impl Literals {
    /// Numbers all matchers of `rules` and `packs` and collects their literals.
    pub(super) fn of(rules: &mut [Rule], packs: &mut [Pack]) -> Self {
        let mut at_words: BTreeMap<&str, Vec<Target>> = BTreeMap::new();
        let mut anywhere: BTreeMap<&str, Vec<Target>> = BTreeMap::new();
        let mut matchers = 0;
        let signals = packs.iter_mut().flat_map(|pack| pack.signals.iter_mut().map(|signal| &mut signal.find));
        let mut number = |matcher: &mut Matcher| {
            matcher.id = matchers;
            matchers += 1;
        };
        for matcher in rules.iter_mut().flat_map(Rule::matchers_mut).chain(signals) {
            matcher.with_nested(&mut number);
        }
        let signals = packs.iter().flat_map(|pack| pack.signals.iter().map(|signal| &signal.find));
        for outer in rules.iter().flat_map(Rule::matchers).chain(signals) {
            for matcher in std::iter::successors(Some(outer), |matcher| matcher.beside.as_deref()) {
                for (phrase, literal) in matcher.literals().enumerate() {
                    let opens_word = literal.folded.starts_with(char::is_alphanumeric);
                    let literals = if opens_word { &mut at_words } else { &mut anywhere };
                    literals.entry(&literal.folded).or_default().push(Target::Phrase { matcher: matcher.id, phrase });
                }
                for (pattern, needles) in matcher.patterns.iter().map(|pattern| &pattern.needles).enumerate() {
                    for needle in needles {
                        let literals = if needle.opens_word { &mut at_words } else { &mut anywhere };
                        literals
                            .entry(&needle.text)
                            .or_default()
                            .push(Target::Pattern { matcher: matcher.id, pattern });
                    }
                }
            }
        }
        Literals { at_words: Index::of(&at_words), anywhere: Index::of(&anywhere), matchers }
    }

    /// Calls `found` with each literal in `lower`, ordered by its start: start, end, targets.
    pub(crate) fn search(&self, lower: &str, mut found: impl FnMut(usize, usize, &[Target])) {
        let bytes = lower.as_bytes();
        let mut in_word = false;
        for at in 0..bytes.len() {
            let is_word = bytes[at].is_ascii_alphanumeric() || bytes[at] >= 0x80;
            if is_word && !in_word {
                self.at_words.probe(bytes, at, &mut found);
            }
            in_word = is_word;
            self.anywhere.probe(bytes, at, &mut found);
        }
    }
}

/// Bits of the filter that turns most probes away.
const FILTER_BITS: usize = 1 << 14;

/// Literals by their first bytes, in rows that belong together by their place: nothing to build when they are read.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Index {
    /// First bytes of each literal, four at most; sorted.
    keys: Vec<u32>,
    /// All literals, one behind the other, in the order of keys; and where each ends.
    text: Vec<u8>,
    text_ends: Vec<u32>,
    /// What they were looked for, likewise.
    targets: Vec<Target>,
    target_ends: Vec<u32>,
    filter: Vec<u64>,
    /// Lengths that keys have: a literal of fewer than four bytes has a shorter one.
    lengths: Vec<usize>,
}

impl Index {
    fn of(literals: &BTreeMap<&str, Vec<Target>>) -> Self {
        let mut index = Index { filter: vec![0; FILTER_BITS / 64], ..Index::default() };
        let keyed = literals.iter().map(|(text, targets)| {
            let len = text.len().min(4);
            (key(text.as_bytes(), 0, len), len, text, targets)
        });
        let mut rows: Vec<_> = keyed.collect();
        rows.sort_by_key(|&(key, ..)| key);
        for (key, len, text, targets) in rows {
            index.keys.push(key);
            index.text.extend(text.as_bytes());
            index.text_ends.push(small(index.text.len()));
            index.targets.extend(targets);
            index.target_ends.push(small(index.targets.len()));
            let bit = bit(key);
            index.filter[bit / 64] |= 1 << (bit % 64);
            if !index.lengths.contains(&len) {
                index.lengths.push(len);
            }
        }
        index
    }

    fn probe(&self, bytes: &[u8], at: usize, found: &mut impl FnMut(usize, usize, &[Target])) {
        for &len in &self.lengths {
            if at + len > bytes.len() {
                continue;
            }
            let key = key(bytes, at, len);
            let bit = bit(key);
            if self.filter[bit / 64] & (1 << (bit % 64)) == 0 {
                continue;
            }
            let first = self.keys.partition_point(|&other| other < key);
            for row in first..first + self.keys[first..].iter().take_while(|&&other| other == key).count() {
                let text = &self.text[range(&self.text_ends, row)];
                if bytes[at..].starts_with(text) {
                    found(at, at + text.len(), &self.targets[range(&self.target_ends, row)]);
                }
            }
        }
    }
}

/// What of the pieces that end at `ends` belongs to `row`.
fn range(ends: &[u32], row: usize) -> std::ops::Range<usize> {
    let start = row.checked_sub(1).map_or(0, |before| ends[before] as usize);
    start..ends[row] as usize
}

fn small(len: usize) -> u32 {
    u32::try_from(len).expect("rules hold less than 4 GiB of words")
}

/// The `len` bytes at `at`, at most four; shorter ones never equal longer ones, for no text holds a zero byte there.
fn key(bytes: &[u8], at: usize, len: usize) -> u32 {
    bytes[at..at + len].iter().rev().fold(0, |key, &byte| key << 8 | u32::from(byte))
}

fn bit(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 18) as usize % FILTER_BITS
}

impl Rule {
    /// All matchers but those beside others, in a fixed order.
    fn matchers(&self) -> impl Iterator<Item = &Matcher> {
        let adjust = self.adjust.iter().filter_map(|adjust| adjust.when.as_ref());
        std::iter::once(self.demand.matcher()).chain(&self.when).chain(&self.unless).chain(adjust)
    }

    /// The same, to be changed.
    pub(super) fn matchers_mut(&mut self) -> impl Iterator<Item = &mut Matcher> {
        let (Demand::Forbid(own) | Demand::Require(own) | Demand::Limit(own)) = &mut self.demand;
        let adjust = self.adjust.iter_mut().filter_map(|adjust| adjust.when.as_mut());
        std::iter::once(own).chain(&mut self.when).chain(&mut self.unless).chain(adjust)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(literals: &[&str], text: &str) -> Vec<(usize, usize)> {
        let target = |index| vec![Target::Phrase { matcher: 0, phrase: index }];
        let all: BTreeMap<&str, Vec<Target>> =
            literals.iter().enumerate().map(|(at, text)| (*text, target(at))).collect();
        let literals = Literals { at_words: Index::of(&all), anywhere: Index::default(), matchers: 1 };
        let mut found = Vec::new();
        literals.search(text, |start, end, _| found.push((start, end)));
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
}
