//! The letter's words as matching sees them: folded text with its way back to the bytes.
//!
//! Folding makes straight quotes of curly ones, one space of any run of white space (line breaks within a block
//! included), a plain hyphen of its variants, and drops invisible characters (soft hyphens, zero-width ones,
//! controls of direction) and Markdown's emphasis marks. Blocks are separated by a line break. What is no prose (code, URLs, e-mail addresses) is one
//! [`HOLE`].

use crate::span::Span;
use std::ops::Range;

/// Stands in the folded text for something that is not prose.
pub const HOLE: char = '\u{fffc}';

/// Folded text of a letter, and the map from its offsets to the letter's bytes.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    pub(super) text: String,
    pub(super) lower: String,
    pub(super) segments: Vec<Segment>,
    pub(super) breaks: Vec<usize>,
}

/// A stretch of folded text and the bytes it was made from.
///
/// Where it is the same each byte maps to its fellow; otherwise the stretch is one piece and maps as a whole: `…` is as
/// long as the three dots that it is folded to, and a byte of it is none of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    pub(super) text: usize,
    pub(super) len: usize,
    pub(super) source: usize,
    pub(super) source_len: usize,
    pub(super) is_same: bool,
}

impl Prose {
    /// Returns the folded text, case kept.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the folded text in lower case, hyphens between words as blanks; every offset is that of
    /// [`Prose::text`].
    ///
    /// A character whose lower case takes another number of bytes is kept as it is.
    pub fn lower(&self) -> &str {
        &self.lower
    }

    /// Offsets of the folded text at which a line of the source ended within a block.
    pub fn breaks(&self) -> &[usize] {
        &self.breaks
    }

    /// Returns the bytes of the letter that the folded `range` was made from.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.source_start(range.start);
        if range.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.source_end(range.end).max(start))
    }

    /// Returns the first offset of the folded text that was made from byte `at` of the letter or a later one.
    pub fn offset(&self, at: usize) -> usize {
        let index = self.segments.partition_point(|segment| segment.source + segment.source_len <= at);
        match self.segments.get(index) {
            None => self.text.len(),
            Some(segment) if at > segment.source && segment.is_same => segment.text + (at - segment.source),
            Some(segment) => segment.text,
        }
    }

    fn source_start(&self, at: usize) -> usize {
        let index = self.segments.partition_point(|segment| segment.text + segment.len <= at);
        match self.segments.get(index) {
            Some(segment) if at > segment.text && segment.is_same => segment.source + (at - segment.text),
            Some(segment) => segment.source,
            None => self.segments.last().map_or(0, |last| last.source + last.source_len),
        }
    }

    pub(super) fn source_end(&self, end: usize) -> usize {
        let index = self.segments.partition_point(|segment| segment.text < end);
        match index.checked_sub(1).map(|before| self.segments[before]) {
            Some(segment) if end < segment.text + segment.len && segment.is_same => {
                segment.source + (end - segment.text)
            }
            Some(segment) => segment.source + segment.source_len,
            None => 0,
        }
    }
}
