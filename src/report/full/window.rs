//! Which cells of a long line are shown: as much around a place as fits, cut between words.

use super::row::Row;
use std::ops::{Range, RangeInclusive};
use unicode_width::UnicodeWidthStr;

/// A piece of a line as shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// These cells.
    Cells(Range<usize>),
    /// A sign that something before, between or behind was left out.
    Gap {
        /// The sign, with the spaces around it.
        sign: &'static str,
        /// Whether what was left out belongs to the place.
        is_inside: bool,
    },
}

impl Piece {
    /// Returns how many columns it takes in `row`.
    pub(super) fn width(&self, row: &Row<'_>) -> usize {
        match self {
            Piece::Cells(cells) => row.width(cells.clone()),
            Piece::Gap { sign, .. } => sign.width(),
        }
    }
}

const CUT: Piece = Piece::Gap { sign: "…", is_inside: false };
const HIDDEN: Piece = Piece::Gap { sign: "…", is_inside: true };
const BETWEEN: Piece = Piece::Gap { sign: " … ", is_inside: true };
const ONWARD: Piece = Piece::Gap { sign: " …", is_inside: true };
const UPWARD: Piece = Piece::Gap { sign: "… ", is_inside: true };

/// Returns whether `focus` can be shown whole in `room` columns.
pub(super) fn fits(row: &Row<'_>, focus: &Range<usize>, room: usize) -> bool {
    row.width(0..row.len().max(focus.end)) <= room || row.width(focus.clone()) + cuts(row, focus) <= room
}

/// Returns `focus` with the words around it; of one that is too long, its beginning and its end.
pub(super) fn around(row: &Row<'_>, focus: &Range<usize>, room: usize) -> Vec<Piece> {
    let all = 0..row.len().max(focus.end);
    if row.width(all.clone()) <= room {
        return vec![Piece::Cells(all)];
    }
    if !fits(row, focus, room) {
        return ends(row, focus, room);
    }
    let spare = room - row.width(focus.clone());
    let behind = row.width(focus.end..all.end);
    let start = back(row, focus.start, (spare / 2).max(spare.saturating_sub(behind)), 0..=focus.start);
    let spare = spare - row.width(start..focus.start) - cut_before(row, start);
    let end = forth(row, focus.end, spare, focus.end..=all.end);
    framed(row, vec![Piece::Cells(start..end)], &CUT, &CUT)
}

/// Returns the first line of a place that goes on in the next ones: `focus` runs to the end of `row`.
///
/// `is_torn` says that lines between this one and the last are left out.
pub(super) fn beginning(row: &Row<'_>, focus: &Range<usize>, room: usize, is_torn: bool) -> Vec<Piece> {
    let own = row.width(focus.clone());
    let sign = if is_torn { ONWARD.width(row) } else { 0 };
    let before = if own + sign + cut_before(row, focus.start) <= room { room - own - sign } else { room / 3 };
    let start = back(row, focus.start, before, 0..=focus.start);
    let spare = room - row.width(start..focus.start) - cut_before(row, start);
    let mut pieces = vec![Piece::Cells(start..focus.end)];
    if own + sign > spare {
        let kept = focus.start + 1..=focus.end;
        pieces = vec![Piece::Cells(start..forth(row, focus.start, spare.min(own - 1), kept))];
    } else if is_torn {
        pieces.push(ONWARD);
    }
    framed(row, pieces, &CUT, &HIDDEN)
}

/// Returns the last line of a place that began further up: `focus` runs from the start of `row`.
pub(super) fn ending(row: &Row<'_>, focus: &Range<usize>, room: usize, is_torn: bool) -> Vec<Piece> {
    let own = row.width(focus.clone());
    let sign = if is_torn { UPWARD.width(row) } else { 0 };
    let all = row.len().max(focus.end);
    let behind = if own + sign + cut_behind(row, focus.end) <= room { room - own - sign } else { room / 3 };
    let end = forth(row, focus.end, behind, focus.end..=all);
    let spare = room - row.width(focus.end..end) - cut_behind(row, end);
    let mut pieces = vec![Piece::Cells(focus.start..end)];
    if own + sign > spare {
        pieces = vec![Piece::Cells(back(row, focus.end, spare.min(own - 1), 0..=focus.end - 1)..end)];
    } else if is_torn {
        pieces.insert(0, UPWARD);
    }
    framed(row, pieces, &HIDDEN, &CUT)
}

/// The beginning and the end of `focus`, with the middle left out.
fn ends(row: &Row<'_>, focus: &Range<usize>, room: usize) -> Vec<Piece> {
    let spare = room.saturating_sub(cuts(row, focus) + BETWEEN.width(row));
    let head = forth(row, focus.start, spare * 3 / 5 + 1, focus.start + 1..=focus.end);
    let spare = spare - row.width(focus.start..head);
    let tail = back(row, focus.end, spare + 1, focus.start..=focus.end - 1);
    framed(row, vec![Piece::Cells(focus.start..head), BETWEEN, Piece::Cells(tail..focus.end)], &CUT, &CUT)
}

/// `pieces` with a sign on each side where something is left out; white space around a place is nothing.
fn framed(row: &Row<'_>, mut pieces: Vec<Piece>, before: &Piece, behind: &Piece) -> Vec<Piece> {
    let start = pieces.iter().find_map(start_of).unwrap_or(0);
    let end = pieces.iter().rev().find_map(end_of).unwrap_or(row.len());
    if (*before == HIDDEN && start > 0) || cut_before(row, start) > 0 {
        pieces.insert(0, before.clone());
    }
    if (*behind == HIDDEN && end < row.len()) || cut_behind(row, end) > 0 {
        pieces.push(behind.clone());
    }
    pieces
}

fn start_of(piece: &Piece) -> Option<usize> {
    if let Piece::Cells(cells) = piece { Some(cells.start) } else { None }
}

fn end_of(piece: &Piece) -> Option<usize> {
    if let Piece::Cells(cells) = piece { Some(cells.end) } else { None }
}

fn cuts(row: &Row<'_>, focus: &Range<usize>) -> usize {
    cut_before(row, focus.start) + cut_behind(row, focus.end)
}

/// Columns of the sign that something before cell `start` is left out.
fn cut_before(row: &Row<'_>, start: usize) -> usize {
    usize::from((0..start).any(|index| !row.is_blank(index)))
}

/// Columns of the sign that something from cell `end` on is left out.
fn cut_behind(row: &Row<'_>, end: usize) -> usize {
    usize::from((end..row.len()).any(|index| !row.is_blank(index)))
}

/// Where to start, going back from `from` to the first of `cuts` if `room` columns hold that much.
///
/// Else the furthest word's start among `cuts` that leaves a column for the sign of a cut; within a word where there is
/// none.
fn back(row: &Row<'_>, from: usize, room: usize, cuts: RangeInclusive<usize>) -> usize {
    let least = *cuts.start();
    if row.width(least..from) <= room {
        return least;
    }
    let mut start = from;
    while start > least && row.width(start - 1..from) < room {
        start -= 1;
    }
    let is_word_start = |&at: &usize| row.is_cut(at) && (at == from || !row.is_blank(at));
    (start..=*cuts.end()).find(is_word_start).unwrap_or(start)
}

/// Where to end, going forth from `from`; as [`back`], the other way.
fn forth(row: &Row<'_>, from: usize, room: usize, cuts: RangeInclusive<usize>) -> usize {
    let most = *cuts.end();
    if row.width(from..most) <= room {
        return most;
    }
    let mut end = from;
    while end < most && row.width(from..end + 1) < room {
        end += 1;
    }
    let is_word_end = |&at: &usize| row.is_cut(at) && (at == from || !row.is_blank(at - 1));
    (*cuts.start()..=end).rev().find(is_word_end).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::span::Span;

    fn window(text: &str, words: &str, room: usize) -> String {
        let source = Source::new(text);
        let row = Row::of(&source, 1);
        let start = text.find(words).unwrap();
        let pieces = around(&row, &row.focus(Span::new(start, start + words.len())), room);
        let text = |piece: &Piece| match piece {
            Piece::Cells(cells) => row.cells[cells.clone()].iter().map(|cell| &*cell.shown).collect(),
            Piece::Gap { sign, .. } => (*sign).to_owned(),
        };
        pieces.iter().map(text).collect()
    }

    const TEXT: &str = "Rust is what I write every day at work";

    #[test]
    fn a_line_that_fits_is_shown_whole() {
        assert_eq!(window(TEXT, "write", 38), TEXT);
    }

    #[test]
    fn a_line_is_cut_between_words() {
        assert_eq!(window(TEXT, "write", 20), "…I write every day…");
    }

    #[test]
    fn room_not_needed_on_one_side_goes_to_the_other() {
        assert_eq!(window(TEXT, "Rust", 20), "Rust is what I…");
        assert_eq!(window(TEXT, "work", 20), "…every day at work");
    }

    #[test]
    fn white_space_left_out_needs_no_sign() {
        assert_eq!(window("\t\tRust is what I write", "Rust is what I write", 20), "Rust is what I write");
    }

    #[test]
    fn an_address_without_white_space_is_cut_anywhere() {
        let text = "https://example.org/a/very/long/address?with=words";
        assert_eq!(window(text, "long", 20), "…a/very/long/addres…");
    }

    #[test]
    fn text_without_spaces_is_cut_between_wide_characters() {
        assert_eq!(window("前職では注文を処理しました", "注文", 12), "…は注文を処…");
    }

    #[test]
    fn words_that_leave_no_room_for_others_stand_alone() {
        assert_eq!(window(TEXT, "write every", 13), "…write every…");
    }

    #[test]
    fn words_that_do_not_fit_are_their_first_and_last() {
        assert_eq!(window(TEXT, "is what I write every day", 20), "…is what I … day…");
    }
}
