//! A range of bytes in a letter.

use std::ops::Range;

/// Bytes `start..end` of a letter's text, `start <= end`, both on `char` boundaries.
///
/// Formats compute lines and columns from it; everything else works with bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// Returns the span `start..end`; `end` must not be smaller than `start`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span must not end before its start");
        Span { start, end }
    }

    /// Returns the bytes as a range that indexes a `str`.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the smallest span that contains both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}
