//! The signals as a reader meets them, each with its second; what is missing comes last.

use super::entry::{Columns, Entry, clipped, entries};
use super::page::drawn;
use super::{SkimmedLetter, View};
use crate::diagnostic::Severity;
use crate::report::totals::counted;
use crate::report::visible::on_one_line;
use crate::report::wrap::{Address, wrap};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Fewest columns in which what to add is set beside its title.
const LEAST_COLUMN: usize = 24;

/// Fewest columns in which the words of a place are worth showing.
const LEAST_WORDS: usize = 8;

/// Returns `4 of 6 signals, 3 before the 40 s line`.
pub(super) fn headline(letter: &SkimmedLetter, view: &View) -> String {
    let skim = &letter.skim;
    let found = skim.signals.iter().filter(|signal| !signal.places.is_empty()).count();
    let all = counted(skim.signals.len(), "signal");
    let told =
        view.palette.strong(&format!("{found} of {all}, {} before the {} s line", skim.met(), skim.pace.seconds));
    match view.fail_under.filter(|&least| skim.met() < least) {
        Some(least) => format!("{told} {}", view.palette.severity(Severity::Error, &format!("(asked for: {least})"))),
        None => told,
    }
}

/// Writes one entry a signal, with the line between those that are met and those that come too late.
pub(super) fn write(letter: &SkimmedLetter, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let entries = entries(letter, view.width);
    let columns = Columns::of(&entries);
    let mut was_met = false;
    for entry in &entries {
        let is_met = letter.skim.is_met(entry.signal);
        let is_late = !is_met && !entry.signal.places.is_empty();
        if was_met && is_late {
            let label = format!("{} s", letter.skim.pace.seconds);
            writeln!(out, "  {}", drawn(&label, view.width.saturating_sub(4)))?;
        }
        was_met = is_met;
        let head = head(entry, is_late, columns, view);
        if entry.signal.places.is_empty() {
            write_missing(&entry.signal.missing, &head, columns, view, out)?;
        } else {
            let room = view.width.saturating_sub(columns.before_place() + columns.place + 2);
            let words = words(entry, letter, room);
            let gap = columns.place - entry.place.width();
            let place = match entry.at {
                Some(at) => view.palette.place(letter.link.as_ref(), at, &entry.place),
                None => String::new(),
            };
            let line = format!("{head}  {place}{:gap$}  {words}", "");
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    Ok(())
}

/// `  12 s  ¹ figures   `
fn head(entry: &Entry<'_>, is_late: bool, columns: Columns, view: &View) -> String {
    let padded = |text: &str, width: usize| format!("{text}{}", " ".repeat(width - text.width()));
    let shown = format!("{} {}", padded(&entry.mark, columns.mark), entry.title);
    // Outside of the paint: what is underlined ends with its words.
    let rest = " ".repeat(columns.title - entry.title.width());
    let shown = if entry.signal.places.is_empty() {
        view.palette.strong(&shown)
    } else {
        view.palette.signal(entry.index, is_late, &shown)
    };
    format!("  {}{}  {shown}{rest}", " ".repeat(columns.second - entry.second.width()), entry.second)
}

/// What stands there, and how often more, in at most `room` columns.
fn words(entry: &Entry<'_>, letter: &SkimmedLetter, room: usize) -> String {
    let Some(first) = entry.signal.places.first() else { return String::new() };
    let more = match entry.signal.places.len() - 1 {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let text = on_one_line(letter.letter.source().slice(first.span));
    let text = text.trim_matches(['"', '“', '”']);
    match room.checked_sub(more.width() + 2) {
        Some(room) if room >= LEAST_WORDS => format!("“{}”{more}", clipped(text, room)),
        _ => String::new(),
    }
}

fn write_missing(missing: &str, head: &str, columns: Columns, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let beside = columns.before_place();
    let is_beside = beside + LEAST_COLUMN <= view.width;
    let indent = if is_beside { beside } else { 6 };
    let mut lines = wrap(missing, indent, indent, view.width, Address::Broken).into_iter();
    if is_beside {
        writeln!(out, "{head}  {}", lines.next().unwrap_or_default())?;
    } else {
        writeln!(out, "{}", head.trim_end())?;
    }
    lines.try_for_each(|line| writeln!(out, "{:indent$}{line}", ""))
}
