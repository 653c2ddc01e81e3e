//! One JSON document, for programs. Fields may be added; none goes or changes its meaning within a version.

use super::document::{Array, pretty};
use super::{Counts, Emitter, Ending, FileReport, Report, emit};
use crate::check::Facts;
use crate::diagnostic::{self, Severity};
use crate::source::Position;
use serde::Serialize;
use std::io::{self, Write};

/// Version of the document's shape.
const VERSION: u32 = 1;

/// A letter with what was counted and found in it.
#[derive(Serialize)]
pub(super) struct Letter<'a> {
    #[serde(flatten)]
    counted: Counted<'a>,
    diagnostics: Vec<Diagnostic<'a>>,
    suppressed: Vec<Suppressed<'a>>,
}

/// What was counted in a letter.
#[derive(Serialize)]
pub(super) struct Counted<'a> {
    path: &'a str,
    encoding: &'static str,
    words: usize,
    sentences: usize,
    seconds: usize,
    reading_seconds: usize,
    tier: &'static str,
    role: Option<&'a str>,
    language: Option<&'a str>,
    company: Option<&'a str>,
    settings: Option<&'a str>,
}

/// A settings file in which something was found.
#[derive(Serialize)]
struct Settings<'a> {
    path: &'a str,
    diagnostics: Vec<Diagnostic<'a>>,
}

/// A finding.
#[derive(Serialize)]
pub(super) struct Diagnostic<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    help: &'a str,
    start: Position,
    end: Position,
    #[serde(rename = "match")]
    matched: &'a str,
    fix: Option<Fix<'a>>,
}

/// A finding that a suppression or the baseline took away.
#[derive(Serialize)]
pub(super) struct Suppressed<'a> {
    rule: &'a str,
    severity: &'static str,
    start: Position,
    by: &'static str,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct Fix<'a> {
    start: usize,
    end: usize,
    replacement: &'a str,
    applicability: &'static str,
}

/// How much was found in all files.
#[derive(Serialize)]
pub(super) struct Summary {
    letters: usize,
    errors: usize,
    warnings: usize,
    info: usize,
    suppressed: usize,
}

/// One document, written as the letters come.
#[derive(Debug, Default)]
pub struct Json {
    open: Option<(Part, Array)>,
}

/// Which array of the document is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Letters,
    Settings,
    Errors,
}

impl Part {
    const ALL: [Part; 3] = [Part::Letters, Part::Settings, Part::Errors];

    fn name(self) -> &'static str {
        match self {
            Part::Letters => "letters",
            Part::Settings => "settings",
            Part::Errors => "errors",
        }
    }
}

impl Json {
    /// Returns the array of `part`, the ones before it closed.
    fn array(&mut self, part: Part, out: &mut dyn Write) -> io::Result<&mut Array> {
        let mut open = if let Some(open) = self.open.take() {
            open
        } else {
            write!(out, "{{\n  \"version\": {VERSION},\n  \"letters\": [")?;
            (Part::Letters, Array::new(2))
        };
        for next in Part::ALL.into_iter().filter(|&other| other as usize <= part as usize) {
            if next as usize > open.0 as usize {
                open.1.close(out)?;
                write!(out, ",\n  \"{}\": [", next.name())?;
                open = (next, Array::new(2));
            }
        }
        Ok(&mut self.open.insert(open).1)
    }
}

impl Emitter for Json {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        if let Some(facts) = &file.facts {
            return self.array(Part::Letters, out)?.item(&letter(file, facts), out);
        }
        let settings = Settings { path: &file.path, diagnostics: diagnostics(file) };
        self.array(Part::Settings, out)?.item(&settings, out)
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        let errors = self.array(Part::Errors, out)?;
        for failed in ending.errors {
            errors.item(failed, out)?;
        }
        errors.close(out)?;
        if !ending.skipped.is_empty() {
            write!(out, ",\n  \"skipped\": {}", pretty(&ending.skipped, 2)?)?;
        }
        writeln!(out, ",\n  \"summary\": {}\n}}", pretty(&summary(ending.counts), 2)?)
    }
}

/// Writes the whole report, findings of every severity, and a line break.
///
/// Characters that could steer a terminal are escaped.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Json::default(), out)
}

/// Returns a letter as it stands in the document.
pub(super) fn letter<'a>(file: &'a FileReport, facts: &'a Facts) -> Letter<'a> {
    Letter {
        counted: counted(file, facts),
        diagnostics: diagnostics(file),
        suppressed: file.suppressed.iter().map(|found| suppressed(file, found)).collect(),
    }
}

/// Returns what was counted in a letter.
pub(super) fn counted<'a>(file: &'a FileReport, facts: &'a Facts) -> Counted<'a> {
    Counted {
        path: &file.path,
        encoding: file.source.encoding().name(),
        words: facts.words,
        sentences: facts.sentences,
        seconds: facts.seconds,
        reading_seconds: facts.seconds,
        tier: facts.tier.tier.name(),
        role: facts.role.as_deref(),
        language: facts.language.as_deref(),
        company: file.company.as_deref().filter(|_| !file.is_redacted),
        settings: file.settings.as_deref(),
    }
}

fn diagnostics(file: &FileReport) -> Vec<Diagnostic<'_>> {
    file.diagnostics.iter().map(|found| diagnostic(file, found)).collect()
}

/// Returns a finding as it stands in the document.
pub(super) fn diagnostic<'a>(file: &'a FileReport, found: &'a diagnostic::Diagnostic) -> Diagnostic<'a> {
    Diagnostic {
        rule: &found.rule,
        severity: found.severity.name(),
        message: &found.message,
        help: &found.help,
        start: file.source.position(found.span.start),
        end: file.source.position(found.span.end),
        matched: file.words(found.span),
        fix: found.fix.as_ref().filter(|_| !file.is_redacted).map(|fix| Fix {
            start: fix.span.start,
            end: fix.span.end,
            replacement: &fix.replacement,
            applicability: fix.applicability.name(),
        }),
    }
}

/// Returns a finding that was taken away as it stands in the document.
pub(super) fn suppressed<'a>(file: &'a FileReport, found: &'a crate::suppress::Suppressed) -> Suppressed<'a> {
    Suppressed {
        rule: &found.diagnostic.rule,
        severity: found.diagnostic.severity.name(),
        start: file.source.position(found.diagnostic.span.start),
        by: found.by.name(),
        reason: found.reason.as_deref().filter(|_| !file.is_redacted),
    }
}

/// Returns how much was found as it stands in the document.
pub(super) fn summary(counts: Counts) -> Summary {
    Summary {
        letters: counts.letters,
        errors: counts.of(Severity::Error),
        warnings: counts.of(Severity::Warning),
        info: counts.of(Severity::Info),
        suppressed: counts.suppressed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Applicability;
    use crate::report::FileError;
    use crate::report::sample::{finding, letter};
    use crate::report::visible::is_steering;
    use crate::span::Span;
    use serde_json::Value;

    fn json(files: Vec<FileReport>, errors: Vec<FileError>) -> String {
        let mut out = Vec::new();
        write(&Report { files, errors }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_letter_has_the_documented_shape() {
        let text = "Hi,\nit’s 🎉 fun";
        let mut found = finding(text, Severity::Info, "worn", "fun");
        let span = found.span;
        found.fix = Some(diagnostic::Fix { span, replacement: "work".into(), applicability: Applicability::Safe });

        let text = json(vec![letter("a.md", text, vec![found])], Vec::new());

        let expected = r#"{
  "version": 1,
  "letters": [
    {
      "path": "a.md",
      "encoding": "utf-8",
      "words": 212,
      "sentences": 14,
      "seconds": 53,
      "reading_seconds": 53,
      "tier": "standard",
      "role": null,
      "language": null,
      "company": null,
      "settings": null,
      "diagnostics": [
        {
          "rule": "worn",
          "severity": "info",
          "message": "“fun” is worn",
          "help": "Cut it.",
          "start": {
            "byte": 16,
            "line": 2,
            "column": 8
          },
          "end": {
            "byte": 19,
            "line": 2,
            "column": 11
          },
          "match": "fun",
          "fix": {
            "start": 16,
            "end": 19,
            "replacement": "work",
            "applicability": "safe"
          }
        }
      ],
      "suppressed": []
    }
  ],
  "settings": [],
  "errors": [],
  "summary": {
    "letters": 1,
    "errors": 0,
    "warnings": 0,
    "info": 1,
    "suppressed": 0
  }
}
"#;
        assert_eq!(text, expected);
    }

    #[test]
    fn files_that_were_not_read_are_errors_and_no_letters() {
        let error = FileError { path: "b.md".into(), message: "no such file".into() };
        let document: Value = serde_json::from_str(&json(Vec::new(), vec![error])).unwrap();
        assert_eq!(document["errors"][0]["message"], "no such file");
        assert_eq!((&document["letters"], &document["summary"]["errors"]), (&Value::Array(vec![]), &Value::from(0)));
    }

    #[test]
    fn a_match_is_the_bytes_at_its_span_with_nothing_raw_in_it() {
        let text = "\u{feff}a\u{9b}2J\u{202e}b\u{1b}\n";
        let mut found = finding(text, Severity::Error, "worn", "a");
        found.span = Span::new(0, text.len());

        let out = json(vec![letter("a.md", text, vec![found])], Vec::new());

        assert!(!out.contains(|c| is_steering(c) && c != '\n'), "{out}");
        let document: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(document["letters"][0]["diagnostics"][0]["match"], text);
    }
}
