//! Lists that are read in place: numbers and pieces of bytes, one behind the other.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::ops::Range;

/// Whole numbers in four bytes each, little end first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers(Cow<'static, [u8]>);

impl Numbers {
    /// Returns how many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len() / 4
    }

    /// Returns the number at `index`.
    pub(super) fn get(&self, index: usize) -> u32 {
        let at = &self.0[index * 4..index * 4 + 4];
        u32::from_le_bytes([at[0], at[1], at[2], at[3]])
    }

    /// Returns the numbers of `range`.
    pub(super) fn iter(&self, range: Range<usize>) -> impl Iterator<Item = u32> {
        let (numbers, _) = self.0[range.start * 4..range.end * 4].as_chunks::<4>();
        numbers.iter().map(|number| u32::from_le_bytes(*number))
    }

    /// Returns the numbers of `range` two by two.
    pub(super) fn pairs(&self, range: Range<usize>) -> impl Iterator<Item = [u32; 2]> {
        let (pairs, _) = self.0[range.start * 4..range.end * 4].as_chunks::<8>();
        pairs.iter().map(|&[a, b, c, d, e, f, g, h]| [[a, b, c, d], [e, f, g, h]].map(u32::from_le_bytes))
    }

    pub(super) fn push(&mut self, number: u32) {
        self.0.to_mut().extend(number.to_le_bytes());
    }

    /// Adds how much there is of something.
    ///
    /// # Panics
    /// Where there is more than four bytes can say, which takes gigabytes of rules.
    pub(super) fn push_len(&mut self, len: usize) {
        self.push(u32::try_from(len).expect("rules take less than 4 GiB"));
    }
}

/// Pieces of bytes by their number.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Pieces {
    ends: Numbers,
    bytes: Bytes,
}

impl Pieces {
    /// Returns how many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the piece at `index`.
    pub(super) fn get(&self, index: usize) -> &[u8] {
        &self.bytes.0[self.range(index)]
    }

    /// Returns the piece at `index` where all pieces are linked into the program.
    pub(super) fn get_static(&self, index: usize) -> Option<&'static [u8]> {
        match self.bytes.0 {
            Cow::Borrowed(bytes) => Some(&bytes[self.range(index)]),
            Cow::Owned(_) => None,
        }
    }

    /// Returns the piece at `index` as text; empty where it is none.
    pub(super) fn text(&self, index: usize) -> &str {
        std::str::from_utf8(self.get(index)).unwrap_or_default()
    }

    /// Returns the place of `wanted` in pieces that are sorted.
    pub(super) fn find(&self, wanted: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.get(middle) < wanted.as_bytes() { low = middle + 1 } else { high = middle }
        }
        (low < self.len() && self.get(low) == wanted.as_bytes()).then_some(low)
    }

    pub(super) fn push(&mut self, piece: &[u8]) {
        self.bytes.0.to_mut().extend(piece);
        self.ends.push_len(self.bytes.0.len());
    }

    fn range(&self, index: usize) -> Range<usize> {
        let start = index.checked_sub(1).map_or(0, |before| self.ends.get(before) as usize);
        start..self.ends.get(index) as usize
    }
}

/// Bytes of which nothing is copied when they are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Bytes(Cow<'static, [u8]>);

impl Bytes {
    pub(super) fn owned(bytes: Vec<u8>) -> Self {
        Bytes(Cow::Owned(bytes))
    }

    pub(super) fn get(&self) -> &[u8] {
        &self.0
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'static [u8]>::deserialize(deserializer).map(|bytes| Bytes(Cow::Borrowed(bytes)))
    }
}

impl Serialize for Numbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'static [u8]>::deserialize(deserializer).map(|bytes| Numbers(Cow::Borrowed(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_found_by_number_and_by_name() {
        let mut pieces = Pieces::default();
        for piece in ["fig", "", "pear"] {
            pieces.push(piece.as_bytes());
        }
        assert_eq!((pieces.len(), pieces.text(0), pieces.text(1), pieces.text(2)), (3, "fig", "", "pear"));

        let mut sorted = Pieces::default();
        for piece in ["fig", "pear", "plum"] {
            sorted.push(piece.as_bytes());
        }
        assert_eq!([sorted.find("plum"), sorted.find("fig"), sorted.find("kiwi")], [Some(2), Some(0), None]);
    }
}
