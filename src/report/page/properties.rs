//! What holds for pages of any text in any width.

use super::words::{Glyph, Mark, Tone, cut};
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::full::View;
use crate::report::sample::{finding, full, letter, view};
use crate::report::visible::{is_steering, visible_cluster};
use crate::span::Span;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Pieces of text, some of which try to get in between.
const PIECES: [&str; 19] = [
    "a",
    "word ",
    "longer",
    " ",
    "é",
    "e\u{301}",
    "世",
    "🎉",
    "👩\u{200d}💻",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\u{200b}",
    "\u{ad}",
    "\u{1b}",
    "\u{202e}",
    "\u{feff}",
    "https://example.org/a/path/that/is/long/and/longer",
];

/// Text of such pieces, and two offsets between them.
fn text_and_span() -> impl Strategy<Value = (String, Span)> {
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60);
    (pieces, any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(pieces, one, other)| {
        let (one, other) = (one.index(pieces.len() + 1), other.index(pieces.len() + 1));
        let offset = |count: usize| pieces[..count].concat().len();
        (pieces.concat(), Span::new(offset(one.min(other)), offset(one.max(other))))
    })
}

fn found(span: Span, severity: Severity, words: &str) -> Diagnostic {
    Diagnostic { span, message: format!("\"{words}\" is worn"), ..finding("", severity, "rule", "") }
}

/// What a reader sees of `text`, without white space.
fn seen(text: &str) -> String {
    text.graphemes(true).filter(|cluster| !cluster.chars().all(char::is_whitespace)).map(visible_cluster).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_the_terminal_whatever_is_found((text, span) in text_and_span(), width in 0usize..120) {
        let whole = found(Span::new(0, text.len()), Severity::Warning, &text);
        let behind = found(Span::new(span.end, text.len()), Severity::Info, "x");
        let mut found = vec![whole, found(span, Severity::Error, &text[span.range()]), behind];
        found.sort_by_key(|found| found.span);
        let letters = vec![letter("a/long/path/to/a.md", &text, found), letter(&text, &text, Vec::new())];
        let printed = full(letters, &View { show: Severity::Info, ..view(width) });
        for line in printed.lines() {
            // What a terminal makes of clusters is its own affair: a cluster is as wide as its widest part at least.
            let columns: usize = line.graphemes(true).map(UnicodeWidthStr::width).sum();
            prop_assert!(columns <= width.max(20), "{columns}: {line:?}");
        }
        prop_assert!(!printed.contains(|c| is_steering(c) && c != '\n'), "{printed:?}");
    }

    #[test]
    fn marks_hold_the_span_and_nothing_else((text, span) in text_and_span()) {
        let glyphs = text.grapheme_indices(true).map(|(at, cluster)| {
            let range = at..at + cluster.len();
            let is_blank = cluster.chars().all(char::is_whitespace);
            if is_blank { Glyph::blank(range) } else { Glyph::of(range, cluster, visible_cluster(cluster)) }
        });
        let within: String =
            text.grapheme_indices(true).filter(|(at, cluster)| *at < span.end && at + cluster.len() > span.start)
                .map(|(_, cluster)| cluster).collect();
        let mark = Mark { at: span.range(), tone: Tone::Signal(0), number: Some(1) };
        let words = cut(glyphs, &[mark], false);
        let cells = words.iter().flat_map(|word| &word.cells);
        let marked: String =
            cells.clone().filter(|cell| cell.ink.tone.is_some() && !cell.ink.is_number).map(|cell| &*cell.shown).collect();
        prop_assert_eq!(marked, seen(&within));
        let numbers = cells.filter(|cell| cell.ink.is_number).count();
        prop_assert_eq!(numbers, 1);
    }
}
