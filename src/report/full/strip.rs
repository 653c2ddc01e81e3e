//! The shown pieces of a line laid side by side, and which of their columns are marked.

use super::row::Row;
use super::window::Piece;
use crate::diagnostic::Severity;
use crate::span::Span;

/// What is shown of one line, and what is marked in it.
#[derive(Debug)]
pub(super) struct Strip {
    /// Each shown cell and sign, safe to print, with the column it starts in.
    cells: Vec<(usize, String)>,
    /// Each column up to the last marked one.
    pub(super) marks: Vec<Option<Severity>>,
}

impl Strip {
    /// Lays out `pieces` of `row`; where marks meet, the graver one is seen.
    pub(super) fn of(row: &Row<'_>, pieces: &[Piece], marks: &[(Span, Severity)]) -> Self {
        let mut strip = Strip { cells: Vec::new(), marks: Vec::new() };
        let mut column = 0;
        for piece in pieces {
            match piece {
                Piece::Cells(cells) => {
                    let at = |index| column + row.width(cells.start..index);
                    strip
                        .cells
                        .extend(cells.clone().map(|index| (at(index), row.cells[index].shown.clone().into_owned())));
                }
                Piece::Gap { sign, .. } => strip.cells.push((column, (*sign).to_owned())),
            }
            column += piece.width(row);
        }
        for &(span, severity) in marks {
            strip.mark(row, pieces, span, severity);
        }
        strip
    }

    /// Returns the text in runs that are marked or not, without white space at its end.
    pub(super) fn runs(&self) -> Vec<(bool, String)> {
        let kept = self.cells.iter().rposition(|(_, text)| !text.trim().is_empty()).map_or(0, |last| last + 1);
        let is_marked = |column: usize| self.marks.get(column).is_some_and(Option::is_some);
        let cells = self.cells[..kept].iter().map(|(column, text)| (is_marked(*column), text));
        let mut runs: Vec<(bool, String)> = Vec::new();
        for (is_marked, text) in cells {
            match runs.last_mut() {
                Some((is_same, run)) if *is_same == is_marked => run.push_str(text),
                _ => runs.push((is_marked, text.clone())),
            }
        }
        runs
    }

    /// Marks the shown part of `span`, or its place where it shows nothing.
    fn mark(&mut self, row: &Row<'_>, pieces: &[Piece], span: Span, severity: Severity) {
        let cells = row.cells_of(span);
        let is_unseen = row.width(cells.clone()) == 0;
        let mut column = 0;
        for piece in pieces {
            let width = piece.width(row);
            match piece {
                Piece::Gap { is_inside: true, .. } => self.fill(column, width, severity),
                Piece::Cells(shown) if is_unseen && shown.contains(&cells.start) => {
                    self.fill(column + row.width(shown.start..cells.start), 1, severity);
                }
                Piece::Cells(shown) if shown.start < cells.end && cells.start < shown.end => {
                    let start = shown.start.max(cells.start);
                    let seen = start..shown.end.min(cells.end);
                    self.fill(column + row.width(shown.start..start), row.width(seen), severity);
                }
                _ => {}
            }
            column += width;
        }
    }

    fn fill(&mut self, column: usize, width: usize, severity: Severity) {
        let end = column + width;
        if self.marks.len() < end {
            self.marks.resize(end, None);
        }
        for mark in &mut self.marks[column..end] {
            *mark = (*mark).max(Some(severity));
        }
    }
}
