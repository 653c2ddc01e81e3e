//! The body as a page: what is read before the line, the places of signals, what comes too late.

use super::entry::{clipped, numbers};
use super::{SkimmedLetter, View};
use crate::letter::{HOLE, Part, PartKind};
use crate::report::page::line::{Row, lines};
use crate::report::page::words::{Glyph, Ink, Mark, Tone, Word, cut};
use crate::report::totals::{counted, time};
use crate::report::visible::{on_one_line, visible};
use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns left free beside the text.
const MARGIN: usize = 2;

/// Writes the body between the greeting and the sign-off, and the line at which the reader stops.
pub(super) fn write(letter: &SkimmedLetter, view: &View, out: &mut dyn Write) -> io::Result<()> {
    for row in rows(letter, view) {
        match row {
            Row::Text(line) => writeln!(out, "{}{}", " ".repeat(MARGIN), line.print(view.palette))?,
            Row::Stop => writeln!(out, "{}", view.palette.strong(&drawn(&stop(letter), view.width)))?,
            Row::Blank => writeln!(out)?,
        }
    }
    Ok(())
}

/// Returns `──── label ────…` of `width` columns.
pub(super) fn drawn(label: &str, width: usize) -> String {
    let label = clipped(label, width.saturating_sub(6));
    let rest = width.saturating_sub(label.width() + 6);
    format!("──── {label} {}", "─".repeat(rest))
}

fn stop(letter: &SkimmedLetter) -> String {
    let skim = &letter.skim;
    let read = skim.pace.words();
    if skim.words <= read {
        return format!("the end at {} · {}", time(skim.seconds()), counted(skim.words, "word"));
    }
    format!("{} · {}", time(skim.pace.seconds), counted(read, "word"))
}

fn rows(letter: &SkimmedLetter, view: &View) -> Vec<Row> {
    let measure = view.width - 2 * MARGIN;
    let marks = marks(letter);
    let mut rows = Vec::new();
    let mut has_stopped = false;
    let mut before: Option<PartKind> = None;
    for part in parts(letter) {
        let words = words(letter, part, &marks, !view.palette.is_coloured());
        let Some(first) = words.first() else { continue };
        let is_tight = before.is_some_and(|before| before == part.kind && matches!(before, PartKind::Bullet { .. }));
        rows.extend((before.is_some() && !is_tight).then_some(Row::Blank));
        if !first.is_read() && !has_stopped {
            rows.push(Row::Stop);
            rows.extend((!is_tight).then_some(Row::Blank));
        }
        has_stopped |= words.iter().any(|word| !word.is_read());
        rows.extend(lines(&words, &mark(letter, part), measure));
        before = Some(part.kind);
    }
    if !has_stopped && before.is_some() {
        rows.extend([Row::Blank, Row::Stop]);
    }
    rows
}

/// What stands between the first and the last part of the body: quotations and tables are seen too.
fn parts(letter: &SkimmedLetter) -> impl Iterator<Item = &Part> {
    let body = letter.letter.body();
    letter.letter.parts().iter().filter(move |part| body.start <= part.text.start && part.text.end <= body.end)
}

/// The places of all signals; of two that share one, the rarer signal comes first.
fn marks(letter: &SkimmedLetter) -> Vec<Mark> {
    let numbers = numbers(&letter.skim);
    let text = letter.letter.prose().text();
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by_key(|&index| letter.skim.signals[index].places.len());
    let of_signal = |index: usize| {
        let places = letter.skim.signals[index].places.iter().map(|place| place.text.clone());
        let number = numbers[index];
        places.filter(|place| !text[place.clone()].trim().is_empty()).map(move |place| {
            let found = &text[place.clone()];
            let start = place.start + found.len() - found.trim_start().len();
            Mark { at: start..start + found.trim().len(), tone: Tone::Signal(index), number }
        })
    };
    order.into_iter().flat_map(of_signal).collect()
}

fn words<'a>(letter: &'a SkimmedLetter, part: &Part, marks: &[Mark], has_brackets: bool) -> Vec<Word<'a>> {
    let inside: Vec<Mark> =
        marks.iter().filter(|mark| part.text.start <= mark.at.start && mark.at.end <= part.text.end).cloned().collect();
    let text = letter.letter.prose().text();
    let glyphs = text[part.text.clone()].grapheme_indices(true).map(|(offset, cluster)| {
        let start = part.text.start + offset;
        let at = start..start + cluster.len();
        let is_unread = start >= letter.skim.read.end;
        let ink = Ink { is_unread, is_strong: part.kind == PartKind::Heading, ..Ink::default() };
        if cluster.chars().all(char::is_whitespace) {
            return Glyph::blank(at).inked(ink);
        }
        let shown = shown(letter, &at, cluster);
        Glyph::of(at, cluster, shown).inked(ink)
    });
    cut(glyphs, &inside, has_brackets)
}

/// Returns `cluster` as the letter has it: its own quotes and hyphens, and what stands where there is no prose.
fn shown<'a>(letter: &'a SkimmedLetter, range: &Range<usize>, cluster: &'a str) -> Cow<'a, str> {
    let letter = &letter.letter;
    let own = letter.source().slice(letter.prose().span(range.clone()));
    let is_one = own.chars().count() == 1 && !own.contains(char::is_whitespace);
    match () {
        () if cluster.starts_with(HOLE) => on_one_line(own).into(),
        () if is_one => visible(own),
        () => visible(cluster),
    }
}

/// Returns what stands before the first word of `part`: a number where the list has numbers, or a bullet.
fn mark(letter: &SkimmedLetter, part: &Part) -> String {
    let source = letter.letter.source();
    match part.kind {
        PartKind::Bullet { .. } => {
            let line = source.line(source.position(part.span.start).line);
            let before = source.text().get(line.start..part.span.start).unwrap_or_default().trim();
            let number = before.strip_suffix(['.', ')']).unwrap_or_default();
            let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { format!("{before} ") } else { "• ".to_owned() }
        }
        PartKind::Quote | PartKind::Table => "│ ".to_owned(),
        _ => String::new(),
    }
}
