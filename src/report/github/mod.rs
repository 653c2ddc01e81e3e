//! The report that people read, then annotations as workflow commands of GitHub Actions.
//!
//! A runner shows ten annotations a level and step, so the rest is counted; the report above them holds all.

mod command;

use super::full::{Full, View};
use super::inert::write_inert;
use super::visible::{on_one_line, visible};
use super::{Emitter, Ending, FileError, FileReport, Report, emit};
use crate::diagnostic::{Diagnostic, Severity};
use command::command;
use std::io::{self, Write};

/// Annotations of one level that a runner shows for a step.
///
/// See <https://docs.github.com/en/actions/reference/limits>.
const MOST: usize = 10;

/// What a notice about annotations that were left out is titled.
const TITLE: &str = "letterlint";

/// The report in full, and annotations behind it.
#[derive(Debug)]
pub struct Github {
    full: Full,
    /// The report, kept to the end: its hash stands before it.
    text: Vec<u8>,
    errors: Level,
    warnings: Level,
    notes: Level,
}

/// The annotations of one level.
#[derive(Debug, Default)]
struct Level {
    /// The first of them, as lines without their break.
    lines: Vec<String>,
    /// How many there are.
    count: usize,
}

impl Level {
    fn add(&mut self, line: impl FnOnce() -> String) {
        self.count += 1;
        if self.lines.len() < MOST {
            self.lines.push(line());
        }
    }

    /// Leaves `most` lines at most; returns a notice of the others, which are of `name`.
    fn cut(&mut self, most: usize, name: &str) -> Option<String> {
        self.lines.truncate(most);
        let over = self.count - self.lines.len();
        let (s, verb) = if over == 1 { ("", "is") } else { ("s", "are") };
        (over > 0)
            .then(|| command("notice", &[("title", TITLE)], &format!("{over} more {name}{s} {verb} in the report")))
    }
}

impl Github {
    /// Returns the format; `full` is the report that people read, and says the least severity that is annotated.
    pub fn new(full: Full) -> Self {
        let text = Vec::new();
        Github { full, text, errors: Level::default(), warnings: Level::default(), notes: Level::default() }
    }
}

impl Emitter for Github {
    fn file(&mut self, file: &FileReport, _: &mut dyn Write) -> io::Result<()> {
        self.full.file(file, &mut self.text)?;
        for found in file.diagnostics.iter().filter(|found| found.severity >= self.full.show()) {
            let level = match found.severity {
                Severity::Error => &mut self.errors,
                Severity::Warning => &mut self.warnings,
                Severity::Info => &mut self.notes,
            };
            level.add(|| annotation(file, found));
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.full.end(ending, &mut self.text)?;
        write_inert(&self.text, out)?;
        // What was not read comes first: nobody knows what is in it.
        let mut errors = Level::default();
        ending.errors.iter().for_each(|error| errors.add(|| not_checked(error)));
        errors.count += self.errors.count;
        errors.lines.append(&mut self.errors.lines);

        let cut: Vec<String> =
            [errors.cut(MOST, "error"), self.warnings.cut(MOST, "warning")].into_iter().flatten().collect();
        // The notices of what was left out take places of notes, or the runner would leave those out too.
        let room = MOST - cut.len();
        let is_over = self.notes.count > room;
        let notes_cut = self.notes.cut(room - usize::from(is_over), "note");

        let lines = errors.lines.iter().chain(&self.warnings.lines).chain(&cut);
        for line in lines.chain(&self.notes.lines).chain(&notes_cut) {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }
}

/// Writes the report as `view` says, and annotations of what it shows.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Github::new(Full::new(view)), out)
}

fn annotation(file: &FileReport, found: &Diagnostic) -> String {
    let (start, end) = (file.source.position(found.span.start), file.source.position(found.span.end));
    let path = visible(&file.repository_path);
    let title = format!("{TITLE} ({})", visible(&found.rule));
    let number = |number: usize| number.to_string();
    let (line, end_line, column, end_column) =
        (number(start.line), number(end.line), number(start.column), number(end.column));
    let mut properties = vec![("file", &*path), ("line", &line), ("endLine", &end_line)];
    // The runner wants no columns for more than one line: they would be columns of the first.
    if start.line == end.line {
        properties.extend([("col", &*column), ("endColumn", &*end_column)]);
    }
    properties.push(("title", &title));
    let level = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    // The log shows the message alone.
    let mut message = format!("{path}:{line}:{column}: {}", on_one_line(&found.message));
    if !found.help.is_empty() {
        message = format!("{message}\n{}", on_one_line(&found.help));
    }
    command(level, &properties, &message)
}

/// The path stands in the message alone: it is the user's, and may lead nowhere in the repository.
fn not_checked(error: &FileError) -> String {
    let message = format!("{}: {}", visible(&error.path), on_one_line(&error.message));
    command("error", &[("title", TITLE)], &message)
}

#[cfg(test)]
mod tests;
