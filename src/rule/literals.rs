//! One search for the literals of all rules.
//!
//! Nearly all of them can only stand at the start of a word, so a map of them is walked once a word. The few that may
//! stand anywhere have a map of their own, which is walked from each byte and left at once from nearly all.

use super::packed::{Bytes, Numbers};
use fst::Map;
use fst::raw::Output;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a literal was looked for.
///
/// A matcher has a slot for its phrases, its exceptions and the names that it wants spelt right, and one for each of its
/// patterns.
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
    /// What each byte means to the search, as bits.
    bytes: Bytes,
}

/// Part of a word.
const IS_WORD: u8 = 1;

/// The first byte of a character beyond ASCII: whether that is part of a word is still to be seen.
const IS_WIDE: u8 = 2;

/// A later byte of such a character.
const GOES_ON: u8 = 4;

/// A literal that may stand anywhere starts with it.
const STARTS_LITERAL: u8 = 8;

impl Literals {
    pub(super) fn of(collected: &Collected) -> Self {
        let (at_words, anywhere) = (Index::of(&collected.at_words), Index::of(&collected.anywhere));
        let meaning = |byte: u8| {
            let kind = match byte {
                0xc0.. => IS_WIDE,
                0x80.. => GOES_ON,
                _ if byte.is_ascii_alphanumeric() => IS_WORD,
                _ => 0,
            };
            kind | if anywhere.starts_with(byte) { STARTS_LITERAL } else { 0 }
        };
        let bytes = Bytes::owned((0..=u8::MAX).map(meaning).collect());
        Literals { at_words, anywhere, bytes }
    }

    /// Calls `found` with each literal in `lower`, ordered by its start: start, end, what it was looked for.
    pub(crate) fn search(&self, lower: &str, mut found: impl FnMut(usize, usize, Target)) {
        let Some(meanings) = self.bytes.get().first_chunk::<256>() else { return };
        let has_words = self.at_words.numbers.is_some();
        let bytes = lower.as_bytes();
        let mut in_word = false;
        for (at, &byte) in bytes.iter().enumerate() {
            let meaning = meanings[usize::from(byte)];
            let is_word = match meaning & (IS_WORD | IS_WIDE | GOES_ON) {
                IS_WIDE => lower[at..].starts_with(char::is_alphanumeric),
                GOES_ON => in_word,
                kind => kind == IS_WORD,
            };
            if is_word && !in_word && has_words {
                self.at_words.probe(bytes, at, &mut found);
            }
            in_word = is_word;
            if meaning & STARTS_LITERAL != 0 {
                self.anywhere.probe(bytes, at, &mut found);
            }
        }
    }
}

/// The number of each literal; borrowed from the program, or a user's own.
type Numbering = Map<Cow<'static, [u8]>>;

/// Literals, and what each was looked for.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Index {
    /// The number of each literal, from 0 in their order; none where there are no literals.
    #[serde(serialize_with = "write_map", deserialize_with = "read_map")]
    numbers: Option<Numbering>,
    /// Slot and phrase of each target, and for each literal where its targets end.
    targets: Numbers,
    target_ends: Numbers,
}

impl Index {
    fn of(literals: &BTreeMap<String, Vec<Target>>) -> Self {
        let mut index = Index::default();
        if literals.is_empty() {
            return index;
        }
        for targets in literals.values() {
            for target in targets {
                index.targets.push_len(target.slot);
                index.targets.push_len(target.phrase);
            }
            index.target_ends.push_len(index.targets.len());
        }
        let numbered = literals.keys().zip(0..);
        let map = Map::from_iter(numbered).expect("literals are sorted, none twice");
        index.numbers = Some(map.map_data(Cow::Owned).expect("the same bytes"));
        index
    }

    /// Whether a literal starts with `byte`.
    fn starts_with(&self, byte: u8) -> bool {
        self.numbers.as_ref().is_some_and(|numbers| numbers.as_fst().root().find_input(byte).is_some())
    }

    /// Calls `found` with each literal that stands at `at`, shortest first.
    fn probe(&self, bytes: &[u8], at: usize, found: &mut impl FnMut(usize, usize, Target)) {
        let Some(numbers) = self.numbers.as_ref().map(Map::as_fst) else { return };
        let mut node = numbers.root();
        let mut number = Output::zero();
        for (end, &byte) in (at + 1..).zip(&bytes[at..]) {
            let Some(transition) = node.find_input(byte) else { return };
            let transition = node.transition(transition);
            number = number.cat(transition.out);
            node = numbers.node(transition.addr);
            if node.is_final() {
                self.targets(number.cat(node.final_output()), |target| found(at, end, target));
            }
        }
    }

    fn targets(&self, number: Output, mut found: impl FnMut(Target)) {
        let literal = usize::try_from(number.value()).expect("literals fit into memory");
        let start = literal.checked_sub(1).map_or(0, |before| self.target_ends.get(before) as usize);
        for [slot, phrase] in self.targets.pairs(start..self.target_ends.get(literal) as usize) {
            found(Target { slot: slot as usize, phrase: phrase as usize });
        }
    }
}

#[allow(clippy::ref_option, reason = "serde gives the field")]
fn write_map<S: Serializer>(map: &Option<Numbering>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(map.as_ref().map_or(&[], |map| map.as_fst().as_bytes()))
}

fn read_map<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Numbering>, D::Error> {
    let bytes = <&'static [u8]>::deserialize(deserializer)?;
    let map = (!bytes.is_empty()).then(|| Map::new(Cow::Borrowed(bytes)));
    map.transpose().map_err(serde::de::Error::custom)
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
    fn a_literal_may_stand_behind_a_mark_beyond_ascii_and_not_within_a_word_of_such_letters() {
        assert_eq!(found(&["aligning"], "scale—aligning"), [(8, 16)]);
        assert_eq!(found(&["aligning"], "éaligning"), []);
    }

    #[test]
    fn a_literal_that_starts_with_a_mark_is_found_within_a_word() {
        assert_eq!(found(&["'s", "%"], "ana's 40% share"), [(3, 5), (8, 9)]);
    }
}
