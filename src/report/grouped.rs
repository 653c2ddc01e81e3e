//! The path once, then one line a finding in columns: `line:column  severity[rule]  message`.

use super::totals;
use super::visible::{on_one_line, visible};
use super::{Emitter, Ending, FileReport, Palette, Report, emit, skipped_line};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Position;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Findings under the path of their file, and a last line that counts them.
#[derive(Clone, Copy, Debug)]
pub struct Grouped {
    show: Severity,
    palette: Palette,
    has_help: bool,
    is_first: bool,
}

impl Grouped {
    /// Returns the format; findings below `show` are only counted.
    pub fn new(show: Severity, palette: Palette) -> Self {
        Grouped { show, palette, has_help: false, is_first: true }
    }

    /// Returns the format with what to do below each finding, or without.
    #[must_use]
    pub fn with_help(self, has_help: bool) -> Self {
        Grouped { has_help, ..self }
    }

    /// Writes the blank line between what was written and what comes.
    fn part(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::take(&mut self.is_first) { Ok(()) } else { writeln!(out) }
    }
}

impl Emitter for Grouped {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        let lines: Vec<Line<'_>> = file
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity >= self.show)
            .map(|diagnostic| Line::of(file, diagnostic))
            .collect();
        if lines.is_empty() {
            return Ok(());
        }
        self.part(out)?;
        writeln!(out, "{}", self.palette.strong(&visible(&file.path)))?;
        let places = lines.iter().map(|line| line.place.width()).max().unwrap_or(0);
        let names = lines.iter().map(|line| line.name.width()).max().unwrap_or(0);
        for Line { at, place, name, diagnostic } in &lines {
            // Colours and links have no width, so that columns are filled up outside of theirs.
            let rest = names - name.width();
            let name = self.palette.severity(diagnostic.severity, name);
            let gap = places - place.width();
            let place = self.palette.place(file.link.as_ref(), *at, place);
            writeln!(out, "  {place}{:gap$}  {name}{:rest$}  {}", "", "", on_one_line(&diagnostic.message))?;
            let help = on_one_line(&diagnostic.help);
            if self.has_help && !help.is_empty() {
                writeln!(out, "{:1$}{help}", "", 2 + places + 2 + names + 2)?;
            }
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        let counts = ending.counts;
        if let Some(line) = skipped_line(ending.skipped) {
            self.part(out)?;
            writeln!(out, "{line}")?;
        }
        if counts.letters + counts.errors + counts.warnings + counts.infos == 0 {
            return Ok(());
        }
        self.part(out)?;
        writeln!(out, "{}", totals::total(counts, self.show, self.palette))
    }
}

/// A finding in the columns of its line.
struct Line<'a> {
    at: Position,
    place: String,
    name: String,
    diagnostic: &'a Diagnostic,
}

impl<'a> Line<'a> {
    fn of(file: &FileReport, diagnostic: &'a Diagnostic) -> Self {
        let at = file.source.position(diagnostic.span.start);
        let place = format!("{}:{}", at.line, at.column);
        let name = format!("{}[{}]", diagnostic.severity, visible(&diagnostic.rule));
        Line { at, place, name, diagnostic }
    }
}

/// Writes the findings that are of severity `show` or worse, file by file, and how many there are of each.
///
/// Says nothing of files that could not be checked.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, show: Severity, palette: Palette, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Grouped::new(show, palette), out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{finding, letter};
    use Severity::{Error, Info, Warning};

    const TEXT: &str = "Hi,\nit’s 🎉 fun, and I love queues.\n";

    fn grouped(files: Vec<FileReport>, show: Severity, is_coloured: bool) -> String {
        let mut out = Vec::new();
        let report = Report { files, errors: Vec::new() };
        write(&report, show, Palette::new(is_coloured), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn two_letters() -> Vec<FileReport> {
        let both = vec![finding(TEXT, Error, "generic-greeting", "Hi"), finding(TEXT, Warning, "worn", "love")];
        vec![
            letter("a.md", TEXT, both),
            letter("well.md", TEXT, Vec::new()),
            letter("b.md", TEXT, vec![finding(TEXT, Info, "filler", "fun")]),
        ]
    }

    #[test]
    fn findings_stand_in_columns_under_their_path() {
        let expected = "\
a.md
  1:1   error[generic-greeting]  “Hi” is worn
  2:19  warning[worn]            “love” is worn

b.md
  2:8  note[filler]  “fun” is worn

3 letters: 1 error, 1 warning, 1 note
";
        assert_eq!(grouped(two_letters(), Info, false), expected);
    }

    #[test]
    fn what_is_not_shown_is_counted_and_its_file_not_named() {
        let expected = "\
a.md
  1:1  error[generic-greeting]  “Hi” is worn

3 letters: 1 error, 1 warning, 1 note (--show note)
";
        assert_eq!(grouped(two_letters(), Error, false), expected);
    }

    #[test]
    fn what_to_do_stands_below_each_finding_where_it_is_asked_for() {
        let report = Report { files: two_letters(), errors: Vec::new() };
        let mut out = Vec::new();
        emit(&report, &mut Grouped::new(Error, Palette::new(false)).with_help(true), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let expected = "  1:1  error[generic-greeting]  “Hi” is worn\n                                Cut it.\n";
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn columns_stay_in_place_under_colour() {
        let text = grouped(two_letters(), Warning, true);
        let is_bold =
            text.starts_with("\u{1b}[1ma.md\u{1b}[0m\n  1:1   \u{1b}[1;31merror[generic-greeting]\u{1b}[0m  “Hi”");
        assert!(is_bold, "{text:?}");
        assert!(text.contains("warning[worn]\u{1b}[0m            “love”"), "{text:?}");
    }

    #[test]
    fn settings_are_named_and_no_letters() {
        let settings =
            FileReport { facts: None, ..letter("l.toml", TEXT, vec![finding(TEXT, Warning, "unused", "it")]) };
        let expected = "l.toml\n  2:1  warning[unused]  “it” is worn\n\n0 letters: 1 warning\n";
        assert_eq!(grouped(vec![settings], Warning, false), expected);
        assert_eq!(grouped(Vec::new(), Warning, false), "");
    }
}
