//! One search for the literals of all rules.
//!
//! Nearly all of them can only stand at the start of a word, so a map of them is walked once a word. The few that may
//! stand anywhere have a map of their own, which is walked from each byte and left at once from nearly all.

use super::contraction::other_ways;
use super::needle::Needle;
use super::phrase::Phrase;
use fst::Map;
use fst::raw::Output;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a literal was looked for: a list, and which of its entries it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Target {
    /// The number of the list.
    pub(crate) list: usize,
    /// Which phrase of the list it is; 0 for the needles of a pattern.
    pub(crate) phrase: usize,
}

/// A literal of a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Literal {
    text: String,
    /// Whether it can only stand at the start of a word.
    opens_word: bool,
    phrase: usize,
}

/// Lists of literals while they are collected. Matchers that look for the same share a list.
#[derive(Debug)]
pub(super) struct Collector {
    next: usize,
    lists: BTreeMap<Vec<Literal>, usize>,
}

impl Collector {
    /// Numbers the lists from `next` on.
    pub(super) fn after(next: usize) -> Self {
        Collector { next, lists: BTreeMap::new() }
    }

    /// Returns the number of a list in which each of `phrases` is found by its place, with contractions and without.
    pub(super) fn phrases<'a>(&mut self, phrases: impl Iterator<Item = &'a Phrase>) -> usize {
        let literal = |text: String, phrase| {
            let opens_word = text.starts_with(char::is_alphanumeric);
            Literal { text, opens_word, phrase }
        };
        let mut all = Vec::new();
        for (number, phrase) in phrases.enumerate() {
            if !phrase.is_exact {
                all.extend(other_ways(&phrase.folded).into_iter().map(|text| literal(text, number)));
            }
            all.push(literal(phrase.folded.to_string(), number));
        }
        self.list(all)
    }

    /// Returns the number of a list in which any of `needles` is found as phrase 0.
    pub(super) fn needles(&mut self, needles: &[Needle]) -> usize {
        let literal = |needle: &Needle| Literal { text: needle.text.clone(), opens_word: needle.opens_word, phrase: 0 };
        self.list(needles.iter().map(literal).collect())
    }

    fn list(&mut self, literals: Vec<Literal>) -> usize {
        let next = self.next;
        let list = *self.lists.entry(literals).or_insert(next);
        self.next += usize::from(list == next);
        list
    }

    /// Returns the first number that is free, and the search for all literals.
    pub(super) fn finish(self) -> (usize, Literals) {
        let (mut at_words, mut anywhere) = (BTreeMap::new(), BTreeMap::new());
        for (literals, list) in self.lists {
            for Literal { text, opens_word, phrase } in literals {
                let targets: &mut BTreeMap<String, Vec<Target>> =
                    if opens_word { &mut at_words } else { &mut anywhere };
                targets.entry(text).or_default().push(Target { list, phrase });
            }
        }
        let literals =
            Literals { at_words: Index::of(at_words), anywhere: Index::of(anywhere), bytes: OnceLock::new() };
        (self.next, literals)
    }
}

/// Every literal of some rules, ready to be searched for.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Literals {
    at_words: Index,
    anywhere: Index,
    /// What each byte means to the search, as bits.
    #[serde(skip)]
    bytes: OnceLock<[u8; 256]>,
}

/// Part of a word.
const IS_WORD: u8 = 1;

/// The first byte of a character beyond ASCII: whether that is part of a word is still to be seen.
const IS_WIDE: u8 = 2;

/// A later byte of such a character.
const GOES_ON: u8 = 4;

/// A literal that may be anywhere starts with it.
const STARTS_LITERAL: u8 = 8;

impl Literals {
    /// Calls `found` with each literal in `lower`, ordered by its start: start, end, what it was looked for.
    pub(crate) fn search(&self, lower: &str, mut found: impl FnMut(usize, usize, Target)) {
        let meanings = self.bytes.get_or_init(|| std::array::from_fn(|byte| self.meaning(byte)));
        let bytes = lower.as_bytes();
        let mut in_word = false;
        for (at, &byte) in bytes.iter().enumerate() {
            let meaning = meanings[usize::from(byte)];
            let is_word = match meaning & (IS_WORD | IS_WIDE | GOES_ON) {
                IS_WIDE => lower[at..].starts_with(char::is_alphanumeric),
                GOES_ON => in_word,
                kind => kind == IS_WORD,
            };
            if is_word && !in_word {
                self.at_words.probe(bytes, at, &mut found);
            }
            in_word = is_word;
            if meaning & STARTS_LITERAL != 0 {
                self.anywhere.probe(bytes, at, &mut found);
            }
        }
    }

    fn meaning(&self, byte: usize) -> u8 {
        let byte = u8::try_from(byte).expect("there are 256 bytes");
        let kind = match byte {
            0xc0.. => IS_WIDE,
            0x80.. => GOES_ON,
            _ if byte.is_ascii_alphanumeric() => IS_WORD,
            _ => 0,
        };
        kind | if self.anywhere.starts_with(byte) { STARTS_LITERAL } else { 0 }
    }
}

/// Maps each literal to where its targets stand; borrowed from the program, or a user's own.
type Places = Map<Cow<'static, [u8]>>;

/// Literals, and what each was looked for.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Index {
    /// For each literal how many targets it has, in the lowest 16 bits, and where the first is, above them; none
    /// where there are no literals.
    #[serde(serialize_with = "write_map", deserialize_with = "read_map")]
    places: Option<Places>,
    targets: Vec<Target>,
}

impl Index {
    fn of(literals: BTreeMap<String, Vec<Target>>) -> Self {
        let mut targets = Vec::new();
        let placed: Vec<(String, u64)> = literals
            .into_iter()
            .map(|(literal, of_literal)| {
                let place = (targets.len() as u64) << 16 | of_literal.len() as u64;
                targets.extend(of_literal);
                (literal, place)
            })
            .collect();
        let map = (!placed.is_empty()).then(|| Map::from_iter(placed).expect("literals are sorted, none twice"));
        Index { places: map.map(|map| map.map_data(Cow::Owned).expect("the same bytes")), targets }
    }

    /// Whether a literal starts with `byte`.
    fn starts_with(&self, byte: u8) -> bool {
        self.places.as_ref().is_some_and(|places| places.as_fst().root().find_input(byte).is_some())
    }

    /// Calls `found` with each literal that is at `at`, shortest first.
    fn probe(&self, bytes: &[u8], at: usize, found: &mut impl FnMut(usize, usize, Target)) {
        let Some(places) = self.places.as_ref().map(Map::as_fst) else { return };
        let mut node = places.root();
        let mut place = Output::zero();
        for (end, &byte) in (at + 1..).zip(&bytes[at..]) {
            let Some(transition) = node.find_input(byte) else { return };
            let transition = node.transition(transition);
            place = place.cat(transition.out);
            node = places.node(transition.addr);
            if node.is_final() {
                let place = place.cat(node.final_output()).value();
                let [first, count] =
                    [place >> 16, place & 0xffff].map(|n| usize::try_from(n).expect("targets fit into memory"));
                self.targets[first..first + count].iter().for_each(|target| found(at, end, *target));
            }
        }
    }
}

#[allow(clippy::ref_option, reason = "serde gives the field")]
fn write_map<S: Serializer>(map: &Option<Places>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(map.as_ref().map_or(&[], |map| map.as_fst().as_bytes()))
}

fn read_map<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Places>, D::Error> {
    let bytes = <&'static [u8]>::deserialize(deserializer)?;
    let map = (!bytes.is_empty()).then(|| Map::new(Cow::Borrowed(bytes)));
    map.transpose().map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(literals: &[&str], text: &str) -> Vec<(usize, usize)> {
        let phrases: Vec<Phrase> = literals.iter().map(|literal| Phrase::new(literal)).collect();
        let mut collector = Collector::after(0);
        collector.phrases(phrases.iter());
        let mut found = Vec::new();
        collector.finish().1.search(text, |start, end, _| found.push((start, end)));
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
