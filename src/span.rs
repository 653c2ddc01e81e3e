//! A range of bytes in a letter.

use std::ops::Range;

/// Bytes `start..end` of a letter's text, `start <= end`, both on `char` boundaries.
///
/// A span is born where text is first cut and is carried unchanged to the formats; lines and columns are made
/// from it there and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// Returns the span of `range`, whose end must not lie before its start.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends behind its start");
        Span { start, end }
    }

    /// Returns the bytes as a range that indexes a `str`.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns whether both share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}
