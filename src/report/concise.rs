//! One line per finding: `path:line:column: severity[rule] message`.

use super::remark::remark;
use super::visible::{on_one_line, visible};
use super::{Emitter, Ending, FileReport, Palette, Report, emit};
use crate::diagnostic::Severity;
use std::io::{self, Write};

/// One line per finding.
#[derive(Clone, Copy, Debug)]
pub struct Concise {
    /// The least severity that is printed.
    pub show: Severity,
    /// Colours, or none.
    pub palette: Palette,
    /// Whether what to do follows what was found.
    pub has_help: bool,
}

impl Emitter for Concise {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        let path = visible(&file.path);
        for diagnostic in file.diagnostics.iter().filter(|diagnostic| diagnostic.severity >= self.show) {
            let at = file.source.position(diagnostic.span.start);
            let name = format!("{}[{}]", diagnostic.severity, visible(&diagnostic.rule));
            let name = self.palette.severity(diagnostic.severity, &name);
            let help = if self.has_help { diagnostic.help.as_str() } else { "" };
            let message =
                if help.is_empty() { on_one_line(&diagnostic.message) } else { remark(&diagnostic.message, help) };
            let place = format!("{}:{}:{}", self.palette.strong(&path), at.line, at.column);
            let place = self.palette.place(file.link.as_ref(), at, &place);
            writeln!(out, "{place}: {name} {message}")?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Ending<'_>, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// Writes the findings that are of severity `show` or worse, file by file.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, show: Severity, palette: Palette, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Concise { show, palette, has_help: false }, out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{finding, letter};

    fn concise(text: &str, words: &str, message: &str, show: Severity) -> String {
        let mut found = finding(text, Severity::Warning, "worn", words);
        found.message = message.to_owned();
        let report = Report { files: vec![letter("a\u{1b}b.md", text, vec![found])], errors: Vec::new() };
        let mut out = Vec::new();
        write(&report, show, Palette::new(false), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_finding_is_one_line_with_its_place_in_scalar_values() {
        let line = concise("Hi,\nit’s 🎉 fun", "fun", "“fun”\n\u{9b}2J is worn", Severity::Info);
        assert_eq!(line, "a\u{fffd}b.md:2:8: warning[worn] “fun” \u{fffd}2J is worn\n");
    }

    #[test]
    fn what_is_not_to_be_shown_is_left_out() {
        assert_eq!(concise("fun", "fun", "m", Severity::Error), "");
    }

    #[test]
    fn what_to_do_stands_on_the_same_line_where_it_is_asked_for() {
        let report = Report {
            files: vec![letter("a.md", "fun", vec![finding("fun", Severity::Error, "worn", "fun")])],
            errors: Vec::new(),
        };
        let mut out = Vec::new();
        let mut concise = Concise { show: Severity::Info, palette: Palette::new(false), has_help: true };
        emit(&report, &mut concise, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "a.md:1:1: error[worn] “fun” is worn. Cut it.\n");
    }
}
