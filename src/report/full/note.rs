//! What was found, and what to do about it: two or three lines.

use super::{NARROW, View};
use crate::report::page::Note;
use crate::report::page::words::superscript;
use crate::report::totals::sign;
use crate::report::{Address, FileReport, on_one_line, visible, wrap};
use crate::source::Position;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Notes that line up below each other.
pub(super) struct Columns<'a> {
    file: &'a FileReport,
    view: &'a View,
    indent: usize,
    number: usize,
}

impl<'a> Columns<'a> {
    /// Returns the columns that hold all of `notes`.
    pub(super) fn of(notes: &[Note<'_>], file: &'a FileReport, view: &'a View) -> Self {
        let mut columns = Columns { file, view, indent: if view.width < NARROW { 0 } else { 2 }, number: 0 };
        columns.number = notes.iter().map(|note| columns.number(note).width()).max().unwrap_or(0).max(1);
        columns
    }

    fn number(&self, note: &Note<'_>) -> String {
        note.number.filter(|_| !self.file.is_redacted).map_or_else(String::new, superscript)
    }

    /// Writes what was found and what to do; the rule that says so stands at the right of the first line with room.
    pub(super) fn write(&self, note: &Note<'_>, out: &mut dyn Write) -> io::Result<()> {
        let View { palette, width, .. } = *self.view;
        let number = self.number(note);
        let at = self.file.source.position(note.finding().span.start);
        let place = told(at);
        let hang = self.indent + self.number + 3;
        let first = hang + place.width() + 2;
        let message = wrap(&on_one_line(&note.finding().message), first, hang, width, Address::Broken);
        let help = wrap(&on_one_line(note.help()), hang, hang, width, Address::Broken);
        let severity = note.severity();
        let lead = format!(
            "{:indent$}{} {} ",
            "",
            palette.severity(severity, &number),
            palette.severity(severity, sign(severity)),
            indent = hang - 3 - number.width()
        );
        let mut lines = vec![(hang + place.width(), lead + &self.linked(at))];
        for (index, line) in message.iter().enumerate() {
            let shown = palette.strong(line);
            match lines.last_mut() {
                Some((column, text)) if index == 0 => {
                    *column = first + line.width();
                    text.extend(["  ", &shown]);
                }
                _ => lines.push((hang + line.width(), format!("{:hang$}{shown}", ""))),
            }
        }
        lines.extend(help.iter().map(|line| (hang + line.width(), format!("{:hang$}{line}", ""))));
        // Where no word of the message is beside its place, the line of the place is free.
        let is_below = message.first().is_some_and(String::is_empty);
        self.tag(note, hang, if is_below { 0 } else { message.len().saturating_sub(1) }, &mut lines);
        lines.iter().try_for_each(|(_, line)| writeln!(out, "{}", line.trim_end()))
    }

    /// Puts the tail of `note` at the right of the first of `lines` that has room for it, or below all.
    ///
    /// The lines before `first` are the message's, whose sentence it would interrupt.
    fn tag(&self, note: &Note<'_>, hang: usize, first: usize, lines: &mut Vec<(usize, String)>) {
        let tail = Self::tail(note, told);
        let width = self.view.width;
        let room = |column: usize| width.checked_sub(column + tail.width()).filter(|&gap| gap >= 2);
        if let Some((gap, text)) = lines.iter_mut().skip(first).find_map(|(column, text)| Some((room(*column)?, text)))
        {
            text.extend([" ".repeat(gap), Self::tail(note, |at| self.linked(at))]);
        } else if let Some(gap) = width.checked_sub(tail.width()).filter(|&gap| gap >= hang) {
            lines.push((width, " ".repeat(gap) + &Self::tail(note, |at| self.linked(at))));
        } else {
            let wrapped = wrap(&tail, hang, hang, width, Address::Broken);
            lines.extend(wrapped.iter().map(|line| (width, format!("{:hang$}{line}", ""))));
        }
    }

    /// Returns a place as it is written, as a link where the terminal follows one.
    fn linked(&self, at: Position) -> String {
        self.view.palette.place(self.file.link.as_ref(), at, &told(at))
    }

    /// Returns the rule's name, and where else the same holds.
    fn tail(note: &Note<'_>, told: impl Fn(Position) -> String) -> String {
        let mut tail = visible(&note.finding().rule).into_owned();
        if let Some(see) = note.see {
            tail.extend([", as at ", &told(see)]);
        }
        if !note.elsewhere.is_empty() {
            let places: Vec<String> = note.elsewhere.iter().copied().map(&told).collect();
            tail.extend([", also ", &places.join(", ")]);
        }
        tail
    }
}

/// Returns a place as it is written.
fn told(at: Position) -> String {
    format!("{}:{}", at.line, at.column)
}
