//! The body of a letter as a page.

use super::entry::clipped;
use super::line::{Row, lines};
use super::marks::Marks;
use super::words::Reader;
use super::{SkimmedLetter, View, counted};
use crate::letter::{Part, PartKind};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Columns left free beside the text.
const MARGIN: usize = 2;

/// Writes the body between the greeting and the sign-off, and the line at which the reader stops.
pub(super) fn write(letter: &SkimmedLetter, marks: &Marks, view: &View, out: &mut dyn Write) -> io::Result<()> {
    for row in rows(letter, marks, view) {
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
        return format!("the end at {} s · {}", skim.pace.second(skim.words), counted(skim.words, "word"));
    }
    format!("{} s · {}", skim.pace.seconds, counted(read, "word"))
}

fn rows(letter: &SkimmedLetter, marks: &Marks, view: &View) -> Vec<Row> {
    let measure = view.width - 2 * MARGIN;
    let mut rows = Vec::new();
    let mut has_stopped = false;
    let mut before: Option<PartKind> = None;
    for part in parts(letter) {
        let reader = Reader::of(letter, marks, !view.palette.is_coloured());
        let words = reader.words(&part.text, part.kind == PartKind::Heading);
        let Some(first) = words.first() else { continue };
        let is_tight = before.is_some_and(|before| before == part.kind && matches!(before, PartKind::Bullet { .. }));
        rows.extend((before.is_some() && !is_tight).then_some(Row::Blank));
        if !first.is_read && !has_stopped {
            rows.push(Row::Stop);
            rows.extend((!is_tight).then_some(Row::Blank));
        }
        has_stopped |= words.iter().any(|word| !word.is_read);
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
