//! Literals by what they start with: a radix trie that is walked as it lies.
//!
//! ```text
//! root: 256 × u32   the node of each first byte, 0 for none
//! node: u16 length and bytes of its label, u8 whether a literal ends here, u8 children,
//!       u32 the literal's number where one ends, for each child u8 its first byte, then for each u32 its node
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
            let label_len = bytes[node..].first_chunk().map_or(0, |len| usize::from(u16::from_le_bytes(*len)));
            let label = &bytes[node + 2..node + 2 + label_len];
            if !starts_with(&text[at..], label) {
                return;
            }
            at += label_len;
            node += 2 + label_len;
            let (ends, children) = (bytes[node] != 0, usize::from(bytes[node + 1]));
            node += 2;
            if ends {
                found(number(bytes, node), at);
                node += 4;
            }
            let Some(next) = text.get(at) else { return };
            let firsts = &bytes[node..node + children];
            let Some(child) = firsts.iter().position(|first| first == next) else { return };
            node = number(bytes, node + children + child * 4);
        }
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
    let label = &first[shared..shared + common.min(usize::from(u16::MAX))];
    let shared = shared + label.len();
    let ends = first.len() == shared;
    let below = &literals[usize::from(ends)..];
    let mut next = start + usize::from(ends);
    let mut children: Vec<(u8, u32)> = Vec::new();
    for group in below.chunk_by(|a, b| a.as_bytes()[shared] == b.as_bytes()[shared]) {
        children.push((group[0].as_bytes()[shared], write(bytes, group, next, shared + 1)));
        next += group.len();
    }
    let place = small(bytes.len());
    bytes.extend(u16::try_from(label.len()).expect("labels are cut to this").to_le_bytes());
    bytes.extend(label);
    bytes.push(u8::from(ends));
    bytes.push(u8::try_from(children.len()).expect("no text holds all 256 bytes"));
    if ends {
        bytes.extend(small(start).to_le_bytes());
    }
    bytes.extend(children.iter().map(|(first, _)| first));
    for (_, node) in &children {
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
