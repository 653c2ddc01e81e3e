//! One line of a letter as cells, each with the column it is shown in.

use super::visible::visible_cluster;
use crate::source::Source;
use crate::span::Span;
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Widest cluster that is kept in one cell; a wider one is laid out by its characters.
const WIDEST_CELL: usize = 4;

/// What the eye takes for one character: a grapheme cluster, as shown.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    pub(super) shown: Cow<'a, str>,
    width: usize,
    bytes: Span,
}

/// The cells of one line of a letter, without its line break.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) cells: Vec<Cell<'a>>,
    /// Where each cell starts, and behind them where the last one ends.
    columns: Vec<usize>,
    /// Where the first and the last letter start.
    first_letter: Option<usize>,
    last_letter: Option<usize>,
}

impl<'a> Row<'a> {
    /// Returns line `line` (from 1) of `source`.
    ///
    /// A blank cell stands at its end, so that a place behind the last character can be marked too.
    pub(super) fn of(source: &'a Source, line: usize) -> Self {
        let span = source.line(line);
        let text = source.slice(span);
        let mut row = Row {
            cells: Vec::new(),
            columns: vec![0],
            first_letter: text.find(char::is_alphabetic).map(|at| span.start + at),
            last_letter: text.rfind(char::is_alphabetic).map(|at| span.start + at),
        };
        for (at, cluster) in text.grapheme_indices(true) {
            row.push_cluster(span.start + at, cluster);
        }
        row.push(span.end, "", " ".into());
        row
    }

    /// Returns how many cells hold text.
    pub(super) fn len(&self) -> usize {
        self.cells.len() - 1
    }

    /// Returns how many columns `cells` take.
    pub(super) fn width(&self, cells: Range<usize>) -> usize {
        self.columns[cells.end] - self.columns[cells.start]
    }

    /// Returns the cells that hold a byte of `span`: none for an empty one, but at its place.
    pub(super) fn cells_of(&self, span: Span) -> Range<usize> {
        let text = &self.cells[..self.len()];
        let start = text.partition_point(|cell| cell.bytes.end <= span.start);
        let end = text.partition_point(|cell| cell.bytes.start < span.end);
        start..end.max(start)
    }

    /// Returns the cells from byte `start` to byte `end`, which must not lie before it.
    pub(super) fn cells_between(&self, start: usize, end: usize) -> Range<usize> {
        let text = &self.cells[..self.len()];
        let cell = |at: usize| text.partition_point(|cell| cell.bytes.end <= at);
        cell(start)..cell(end)
    }

    /// Whether a letter stands before byte `at` of the letter, on this line.
    pub(super) fn has_letter_before(&self, at: usize) -> bool {
        self.first_letter.is_some_and(|first| first < at)
    }

    /// Whether a letter stands at byte `at` or behind it, on this line.
    pub(super) fn has_letter_behind(&self, at: usize) -> bool {
        self.last_letter.is_some_and(|last| last >= at)
    }

    /// Returns the cells that must be seen for `span` to be marked: at least one column.
    pub(super) fn focus(&self, span: Span) -> Range<usize> {
        let Range { start, mut end } = self.cells_of(span);
        while self.width(start..end) == 0 && end < self.cells.len() {
            end += 1;
        }
        start..end
    }

    /// Returns whether nothing is shown in this cell.
    pub(super) fn is_blank(&self, index: usize) -> bool {
        self.cells[index].shown.trim().is_empty()
    }

    /// Returns whether a line may be cut before this cell: beside white space and beside wide characters.
    pub(super) fn is_cut(&self, index: usize) -> bool {
        let parts = |index| self.is_blank(index) || self.cells[index].width == 2;
        index == 0 || index >= self.len() || parts(index) || parts(index - 1)
    }

    fn push_cluster(&mut self, at: usize, cluster: &'a str) {
        let shown = visible_cluster(cluster);
        if shown.width() <= WIDEST_CELL {
            return self.push(at, cluster, shown);
        }
        for (offset, c) in cluster.char_indices() {
            let piece = &cluster[offset..offset + c.len_utf8()];
            self.push(at + offset, piece, visible_cluster(piece));
        }
    }

    fn push(&mut self, at: usize, cluster: &str, shown: Cow<'a, str>) {
        let width = shown.width();
        self.columns.push(self.columns[self.cells.len()] + width);
        self.cells.push(Cell { shown, width, bytes: Span::new(at, at + cluster.len()) });
    }
}

/// The lines of a letter as rows.
///
/// Findings come line by line, so that one row is kept: a letter may be a single line.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    source: &'a Source,
    latest: Option<(usize, Rc<Row<'a>>)>,
}

impl<'a> Rows<'a> {
    /// Returns the rows of `source`; none is made yet.
    pub(super) fn of(source: &'a Source) -> Self {
        Rows { source, latest: None }
    }

    /// Returns the letter.
    pub(super) fn source(&self) -> &'a Source {
        self.source
    }

    /// Returns line `line`, from 1.
    pub(super) fn line(&mut self, line: usize) -> Rc<Row<'a>> {
        match &self.latest {
            Some((at, row)) if *at == line => Rc::clone(row),
            _ => {
                let row = Rc::new(Row::of(self.source, line));
                self.latest = Some((line, Rc::clone(&row)));
                row
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(text: &str) -> Vec<usize> {
        Row::of(&Source::new(text), 1).columns
    }

    #[test]
    fn wide_characters_take_two_columns_and_tabs_four() {
        assert_eq!(columns("a世\tb"), [0, 1, 3, 7, 8, 9]);
    }

    #[test]
    fn a_letter_and_its_accent_are_one_cell() {
        assert_eq!(columns("e\u{301}é"), [0, 1, 2, 3]);
    }

    #[test]
    fn joined_emoji_are_one_cell() {
        assert_eq!(columns("👩\u{200d}👩\u{200d}👧!"), [0, 2, 3, 4]);
    }

    #[test]
    fn zero_width_space_takes_no_column() {
        assert_eq!(columns("a\u{200b}b"), [0, 1, 1, 2, 3]);
    }

    #[test]
    fn a_cluster_without_end_is_laid_out_by_characters() {
        assert_eq!(columns("\u{1100}\u{1100}\u{1100}"), [0, 2, 4, 6, 7]);
    }

    #[test]
    fn a_span_within_a_cluster_is_the_whole_cluster() {
        let source = Source::new("xe\u{301}y");
        assert_eq!(Row::of(&source, 1).cells_of(Span::new(2, 4)), 1..2);
    }
}
