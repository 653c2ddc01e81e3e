//! Shows a place: its lines in a gutter, the words in question underlined.
//!
//! A place within a line is shown with the words around it. Of one that does not fit into a line, the beginning and
//! the end are shown: enough to know it again. Where a long place is whole lines, a bar in the gutter marks it.

use super::gutter::Gutter;
use super::place::Place;
use super::row::{Row, Rows};
use super::strip::Strip;
use super::window::{self, Piece};
use std::io::{self, Write};
use std::rc::Rc;

/// Widest line that is underlined from its first word to its last; a wider one has a bar.
const WIDEST_UNDERLINE: usize = 60;

/// Writes the excerpt of `place`.
pub(super) fn write(place: &Place<'_>, rows: &mut Rows<'_>, gutter: Gutter, out: &mut dyn Write) -> io::Result<()> {
    let shown = shown(place, rows, gutter.room());
    let marks = place.marks(rows.source());
    let bar = is_whole(place, &shown).then(|| place.diagnostics[0].severity);
    for (line, row, pieces) in &shown {
        let strip = Strip::of(row, pieces, &marks);
        gutter.line(*line, bar, &strip, out)?;
        if bar.is_none() {
            gutter.underline(&strip.marks, out)?;
        }
    }
    Ok(())
}

/// A line to show: its number, its cells, the pieces of it.
type Shown<'a> = (usize, Rc<Row<'a>>, Vec<Piece>);

fn shown<'a>(place: &Place<'_>, rows: &mut Rows<'a>, room: usize) -> Vec<Shown<'a>> {
    let source = rows.source();
    let first = rows.line(place.first);
    if place.first == place.last {
        let pieces = window::around(&first, &first.focus(place.span), room);
        return vec![(place.first, first, pieces)];
    }
    let last = rows.line(place.last);
    let is_torn = (place.first + 1..place.last).any(|line| !source.slice(source.line(line)).trim().is_empty());
    let head = window::beginning(&first, &first.focus(place.span), room, is_torn);
    let tail = window::ending(&last, &last.focus(place.span), room, is_torn);
    vec![(place.first, first, head), (place.last, last, tail)]
}

/// Whether `place` is whole lines, too many or too long to be underlined.
fn is_whole(place: &Place<'_>, shown: &[Shown<'_>]) -> bool {
    let is_short = |row: &Row<'_>| row.width(row.cells_of(place.span)) <= WIDEST_UNDERLINE;
    let is_full = |pieces: &[Piece]| !pieces.iter().any(|piece| matches!(piece, Piece::Gap { is_inside: true, .. }));
    if shown.len() == 1 && is_full(&shown[0].2) && is_short(&shown[0].1) {
        return false;
    }
    let is_framed_by_markup = |first: &Row<'_>, last: &Row<'_>| {
        !first.has_letter_before(place.span.start) && !last.has_letter_behind(place.span.end)
    };
    place.is_sweeping || is_framed_by_markup(&shown[0].1, &shown[shown.len() - 1].1)
}

#[cfg(test)]
mod tests {
    use super::super::place::places;
    use super::super::sample::finding;
    use super::*;
    use crate::diagnostic::{Diagnostic, Severity};
    use crate::report::Palette;
    use crate::source::Source;
    use crate::span::Span;

    fn excerpt_in(width: usize, text: &str, found: &Diagnostic) -> String {
        let source = Source::new(text);
        let gutter = Gutter::new(&source, width, Palette::new(false));
        let mut rows = Rows::of(&source);
        let places = places(&mut rows, std::iter::once(found), gutter.room());
        let mut out = Vec::new();
        write(&places[0], &mut rows, gutter, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn excerpt(text: &str, words: &str) -> String {
        excerpt_in(40, text, &finding(text, Severity::Warning, "worn", words))
    }

    fn excerpt_at(text: &str, start: usize, end: usize) -> String {
        let found = finding(text, Severity::Warning, "worn", "");
        excerpt_in(40, text, &Diagnostic { span: Span::new(start, end), ..found })
    }

    #[test]
    fn words_are_underlined() {
        let expected = "\
1 │ I know Rust well.
  │        ^^^^
";
        assert_eq!(excerpt("I know Rust well.\n", "Rust"), expected);
    }

    #[test]
    fn a_phrase_over_a_line_break_is_underlined_on_both_lines() {
        let expected = "\
1 │ hard work, and I am a
  │                ^^^^^^
2 │ team player at heart
  │ ^^^^^^^^^^^
";
        assert_eq!(excerpt("hard work, and I am a\nteam player at heart", "I am a\nteam player"), expected);
    }

    #[test]
    fn a_sentence_over_many_lines_shows_where_it_begins_and_ends() {
        let expected = "\
1 │ Yes. At Northwind …
  │      ^^^^^^^^^^^^^^
3 │ … the order service. No.
  │ ^^^^^^^^^^^^^^^^^^^^
";
        assert_eq!(excerpt("Yes. At Northwind\nI own\nthe order service. No.", "At Northwind ... service."), expected);
    }

    #[test]
    fn a_wrapped_paragraph_is_its_first_and_last_line_beside_a_bar() {
        let expected = "\
1 ┃ One line of it …
4 ┃ … and the end.
";
        assert_eq!(excerpt("One line of it\nand a second\nand a third\nand the end.\n", "One ... end."), expected);
    }

    #[test]
    fn a_paragraph_on_one_line_is_its_beginning_and_end_beside_a_bar() {
        let text = "At Northwind I own the order service, and it got a lot faster after that.";
        assert_eq!(excerpt(text, text), "1 ┃ At Northwind I own … after that.\n");
    }

    #[test]
    fn a_long_line_has_a_bar_even_where_it_fits() {
        let is_barred = |words| {
            let text = vec!["word"; words].join(" ");
            let found = finding(&text, Severity::Warning, "worn", &text);
            excerpt_in(100, &text, &found).contains('┃')
        };
        assert_eq!([12, 13].map(is_barred), [false, true]);
    }

    #[test]
    fn a_long_sentence_within_a_line_is_its_beginning_and_end_underlined() {
        let text = "Yes. At Northwind I own the order service, and it got a lot faster then. No.";
        let expected = "\
1 │ …At Northwind I own … faster then.…
  │  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
";
        assert_eq!(excerpt(text, "At ... then."), expected);
    }

    #[test]
    fn wide_characters_are_underlined_in_full() {
        let expected = "\
1 │ 私は[会社名]です
  │     ^^^^^^^^
";
        assert_eq!(excerpt("私は[会社名]です", "[会社名]"), expected);
    }

    #[test]
    fn an_underline_keeps_its_place_behind_tabs_accents_and_emoji() {
        let expected = "\
1 │     cafe\u{301} 👩\u{200d}💻 now
  │             ^^^
";
        assert_eq!(excerpt("\tcafe\u{301} 👩\u{200d}💻 now", "now"), expected);
    }

    #[test]
    fn byte_order_mark_and_crlf_leave_no_trace() {
        let text = "\u{feff}Dear,\r\nHi there\r\n";
        assert_eq!(excerpt(text, "Hi"), "2 │ Hi there\n  │ ^^\n");
        assert_eq!(excerpt_at(text, 0, 7), "1 │ Dear,\n  │ ^^^^\n");
    }

    #[test]
    fn an_empty_place_is_a_single_mark() {
        assert_eq!(excerpt_at("the end", 7, 7), "1 │ the end\n  │        ^\n");
        assert_eq!(excerpt_at("the end", 4, 4), "1 │ the end\n  │     ^\n");
        assert_eq!(excerpt_at("", 0, 0), "1 │\n  │ ^\n");
    }

    #[test]
    fn line_breaks_alone_are_marked_where_they_begin() {
        assert_eq!(excerpt_at("a\r\n\r\n\r\nb", 1, 7), "1 │ a\n  │  ^\n");
    }
}
