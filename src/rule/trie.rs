//! Literals by what they start with: a radix trie that is walked as it lies.
//!
//! ```text
//! root: 256 × u32   the node of each first byte, 0 for none
//! node: u8 length and bytes of its label, u8 whether a literal ends here, u32 which of the usual bytes lead on, one
//!       bit each, u8 how many others do, u32 the literal's number where one ends, the others, then for each byte
//!       that leads on u32 its node, the usual ones first
//! ```
//!
//! A label is what all literals below a node go on with behind the byte that leads to it.

use super::packed::Bytes;
use serde::{Deserialize, Serialize};

/// Bytes of the root.
const ROOT: usize = 256 * 4;

/// Literals that are numbered from 0 in their order.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Trie(Bytes);

impl Trie {
    /// Returns the trie of `literals`, which are sorted, none twice and none empty.
    pub(super) fn of(literals: &[&str]) -> Self {
        if literals.is_empty() {
            return Trie::default();
        }
        let mut bytes = vec![0; ROOT];
        let mut start = 0;
        for group in literals.chunk_by(|a, b| a.as_bytes()[0] == b.as_bytes()[0]) {
            let node = write(&mut bytes, group, start, 1);
            let root = usize::from(group[0].as_bytes()[0]) * 4;
            bytes[root..root + 4].copy_from_slice(&node.to_le_bytes());
            start += group.len();
        }
        Trie(Bytes::owned(bytes))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.get().is_empty()
    }

    /// Calls `found` with the number and the end of each literal that stands at `at` in `text`, shortest first.
    pub(super) fn walk(&self, text: &[u8], at: usize, mut found: impl FnMut(usize, usize)) {
        let bytes = self.0.get();
        let mut at = at;
        let mut node = number(bytes, usize::from(text[at]) * 4);
        while node != 0 {
            at += 1;
            let label_len = usize::from(bytes[node]);
            let rest = &bytes[node + 1..];
            let (label, rest) = rest.split_at(label_len);
            if !starts_with(&text[at..], label) {
                return;
            }
            at += label_len;
            let [ends, a, b, c, d, others, rest @ ..] = rest else { return };
            let (usual, others) = (u32::from_le_bytes([*a, *b, *c, *d]), usize::from(*others));
            let mut rest = rest;
            if *ends != 0 {
                found(number(rest, 0), at);
                rest = &rest[4..];
            }
            let Some(&next) = text.get(at) else { return };
            let (other_bytes, nodes) = rest.split_at(others);
            let child = match usual_bit(next) {
                Some(bit) if usual & bit != 0 => (usual & (bit - 1)).count_ones() as usize,
                Some(_) => return,
                None => match other_bytes.iter().position(|&other| other == next) {
                    Some(other) => usual.count_ones() as usize + other,
                    None => return,
                },
            };
            node = number(nodes, child * 4);
        }
    }

    /// Whether a literal starts with `byte`.
    pub(super) fn starts_with(&self, byte: u8) -> bool {
        !self.is_empty() && number(self.0.get(), usize::from(byte) * 4) != 0
    }
}

/// The bit of a byte that texts hold often: a small letter or a blank.
fn usual_bit(byte: u8) -> Option<u32> {
    match byte {
        b'a'..=b'z' => Some(1 << (byte - b'a')),
        b' ' => Some(1 << 26),
        _ => None,
    }
}

/// Labels are a few bytes long: a loop beats a call.
fn starts_with(text: &[u8], label: &[u8]) -> bool {
    text.len() >= label.len() && text.iter().zip(label).all(|(a, b)| a == b)
}

fn number(bytes: &[u8], at: usize) -> usize {
    bytes[at..].first_chunk().map_or(0, |number| u32::from_le_bytes(*number) as usize)
}

/// Writes the node of `literals`, which share their first `shared` bytes and are numbered from `start`; its place.
fn write(bytes: &mut Vec<u8>, literals: &[&str], start: usize, shared: usize) -> u32 {
    let (first, last) = (literals[0].as_bytes(), literals[literals.len() - 1].as_bytes());
    // What the first and the last of sorted texts share, all share.
    let common = first[shared..].iter().zip(&last[shared..]).take_while(|(a, b)| a == b).count();
    let label = &first[shared..shared + common.min(usize::from(u8::MAX))];
    let shared = shared + label.len();
    let ends = first.len() == shared;
    let below = &literals[usize::from(ends)..];
    let mut next = start + usize::from(ends);
    let mut children: Vec<(u8, u32)> = Vec::new();
    for group in below.chunk_by(|a, b| a.as_bytes()[shared] == b.as_bytes()[shared]) {
        children.push((group[0].as_bytes()[shared], write(bytes, group, next, shared + 1)));
        next += group.len();
    }
    let (mut usual, others): (Vec<_>, Vec<_>) =
        children.into_iter().partition(|(first, _)| usual_bit(*first).is_some());
    usual.sort_by_key(|(first, _)| usual_bit(*first));
    let place = small(bytes.len());
    bytes.push(u8::try_from(label.len()).expect("labels are cut to this"));
    bytes.extend(label);
    bytes.push(u8::from(ends));
    bytes.extend(usual.iter().filter_map(|(first, _)| usual_bit(*first)).sum::<u32>().to_le_bytes());
    bytes.push(u8::try_from(others.len()).expect("no text holds all 256 bytes"));
    if ends {
        bytes.extend(small(start).to_le_bytes());
    }
    bytes.extend(others.iter().map(|(first, _)| first));
    for (_, node) in usual.iter().chain(&others) {
        bytes.extend(node.to_le_bytes());
    }
    place
}

fn small(len: usize) -> u32 {
    u32::try_from(len).expect("rules take less than 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(literals: &[&str], text: &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        Trie::of(literals).walk(text.as_bytes(), 0, |literal, end| found.push((literal, end)));
        found
    }

    #[test]
    fn all_literals_at_a_place_are_found_the_short_ones_too() {
        let literals = ["a", "go", "goal", "gopher", "gopher hole", "gophers"];
        assert_eq!(found(&literals, "gopher holes"), [(1, 2), (3, 6), (4, 11)]);
        assert_eq!(found(&literals, "gop"), [(1, 2)]);
        assert_eq!(found(&literals, "b"), []);
    }

    #[test]
    fn a_literal_longer_than_a_label_is_found() {
        let long = "x".repeat(70_000);
        assert_eq!(found(&[&long], &long), [(0, 70_000)]);
    }
}
