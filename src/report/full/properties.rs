//! What holds for excerpts of any text in any width.

use super::View;
use super::excerpt;
use super::gutter::Gutter;
use super::place::places;
use super::row::Rows;
use super::sample::{finding, full, letter, view};
use super::visible::{is_steering, visible_cluster};
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::Palette;
use crate::source::Source;
use crate::span::Span;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Pieces that are clusters wherever they stand, so that a column in a line is a column in the letter.
const PIECES: [&str; 14] =
    ["a", "b", "word ", "longer", " ", " ", "é", "e\u{301}", "世", "🎉", "👩\u{200d}💻", "\t", "\n", "\r\n"];

/// Pieces that try to get in between.
const HOSTILE: [&str; 14] = [
    "a", "word ", "世", "\u{301}", "\u{200b}", "\u{200d}", "\u{ad}", "\u{1b}", "\u{202e}", "\u{feff}", "ᄀ", "\r",
    "\n", "🇩",
];

/// Text of such pieces, and two offsets between them.
fn text_and_span(pieces: &'static [&'static str]) -> impl Strategy<Value = (String, Span)> {
    let pieces = prop::collection::vec(prop::sample::select(pieces), 0..60);
    (pieces, any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(pieces, one, other)| {
        let (one, other) = (one.index(pieces.len() + 1), other.index(pieces.len() + 1));
        let offset = |count: usize| pieces[..count].concat().len();
        (pieces.concat(), Span::new(offset(one.min(other)), offset(one.max(other))))
    })
}

fn found(span: Span, severity: Severity) -> Diagnostic {
    Diagnostic { span, ..finding("", severity, "rule", "") }
}

fn lines(text: &str, span: Span, width: usize) -> Vec<String> {
    let source = Source::new(text);
    let gutter = Gutter::new(&source, width, Palette::new(false));
    let found = found(span, Severity::Error);
    let mut rows = Rows::of(&source);
    let places = places(&mut rows, std::iter::once(&found), gutter.room());
    let mut out = Vec::new();
    excerpt::write(&places[0], &mut rows, gutter, &mut out).unwrap();
    String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
}

/// What stands above the marks of an underlined line, and how many marks there are.
fn marked(text: &str, marks: &str) -> (String, usize) {
    let marks: Vec<bool> = marks.chars().map(|c| c == '^').collect();
    let mut column = 0;
    let mut marked = String::new();
    for cluster in text.graphemes(true) {
        let width = cluster.width();
        let above = marks.get(column..column + width).unwrap_or_default();
        marked += if above.contains(&true) && !above.contains(&false) { cluster } else { "" };
        column += width;
    }
    (marked, marks.iter().filter(|&&is_marked| is_marked).count())
}

/// What a reader sees of `text`.
fn seen(text: &str) -> String {
    text.graphemes(true).map(visible_cluster).collect()
}

/// What of each line stands in a span: without blank lines at its ends, but one if it is nothing else.
fn parts(text: &str) -> Vec<String> {
    let lines: Vec<String> = text.split('\n').map(|line| seen(line.trim_end_matches('\r'))).collect();
    let is_blank = |line: &String| line.trim().is_empty();
    let Some(first) = lines.iter().position(|line| !is_blank(line)) else { return lines[..1].to_vec() };
    let last = lines.iter().rposition(|line| !is_blank(line)).unwrap();
    lines[first..=last].to_vec()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_span_or_width_panics_or_overflows((text, span) in text_and_span(&HOSTILE), width in 20usize..100) {
        for line in lines(&text, span, width) {
            prop_assert!(line.graphemes(true).map(UnicodeWidthStr::width).sum::<usize>() <= width, "{line:?}");
            prop_assert!(!line.contains(is_steering), "{line:?}");
        }
    }

    #[test]
    fn no_report_panics((text, span) in text_and_span(&HOSTILE), (other, _) in text_and_span(&PIECES), width in 0usize..90) {
        let whole = found(Span::new(0, text.len()), Severity::Warning);
        let mut diagnostics = vec![whole, found(span, Severity::Error), found(Span::new(span.end, text.len()), Severity::Info)];
        diagnostics.sort_by_key(|found| found.span);
        let letters = vec![letter(&other, &text, diagnostics), letter(&text, &other, Vec::new())];
        let text = full(letters, &View { show: Severity::Info, ..view(width) });
        prop_assert!(!text.contains(|c| is_steering(c) && c != '\n'), "{text:?}");
    }

    #[test]
    fn marks_stand_under_the_span_and_nothing_else((text, span) in text_and_span(&PIECES), width in 20usize..100) {
        let lines = lines(&text, span, width);
        let is_underlined = lines.iter().all(|line| !line.contains('┃'));
        let parts = parts(&text[span.range()]);
        for (index, pair) in lines.chunks(2).filter(|_| is_underlined).enumerate() {
            let row = pair[0].split_once('│').map_or("", |(_, row)| row);
            let (above, marks) = marked(row, pair[1].split_once('│').map_or("", |(_, marks)| marks));
            let part = if index == 0 { &parts[0] } else { &parts[parts.len() - 1] };
            match above.split_once('…') {
                None if part.is_empty() => prop_assert_eq!(marks, 1),
                None => prop_assert_eq!((above.trim_end(), marks), (part.trim_end(), part.width())),
                Some((head, tail)) if lines.len() == 2 => {
                    prop_assert!(part.starts_with(head.trim_end()) && part.trim_end().ends_with(tail.trim()), "{lines:?}");
                }
                Some((head, _)) if index == 0 => prop_assert!(part.starts_with(head.trim_end()), "{lines:?}"),
                Some((_, tail)) => prop_assert!(part.trim_end().ends_with(tail.trim()), "{lines:?}"),
            }
        }
    }
}
