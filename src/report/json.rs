//! One document for programs. Fields may be added; none goes or changes its meaning within a version.

use super::{FileError, LetterReport, Report};
use crate::diagnostic::{self, Severity};
use serde::Serialize;
use std::io::{self, Write};

/// Version of the document's shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    letters: Vec<Letter<'a>>,
    errors: Vec<Error<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Letter<'a> {
    path: &'a str,
    encoding: &'static str,
    words: usize,
    sentences: usize,
    seconds: usize,
    tier: &'static str,
    role: Option<&'a str>,
    language: Option<&'a str>,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
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

#[derive(Serialize)]
struct Position {
    byte: usize,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Fix<'a> {
    start: usize,
    end: usize,
    replacement: &'a str,
    applicability: &'static str,
}

#[derive(Serialize)]
struct Error<'a> {
    path: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct Summary {
    letters: usize,
    errors: usize,
    warnings: usize,
    info: usize,
}

/// Writes the whole report, findings of every severity, and a line break.
///
/// Characters that could steer a terminal are escaped.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        letters: report.letters.iter().map(letter).collect(),
        errors: report.errors.iter().map(|FileError { path, message }| Error { path, message }).collect(),
        summary: Summary {
            letters: report.letters.len(),
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            info: report.count(Severity::Info),
        },
    };
    crate::report::document::write(&document, out)
}

fn letter(letter: &LetterReport) -> Letter<'_> {
    Letter {
        path: &letter.path,
        encoding: letter.source.encoding().name(),
        words: letter.facts.words,
        sentences: letter.facts.sentences,
        seconds: letter.facts.seconds,
        tier: letter.facts.tier.tier.name(),
        role: letter.facts.role.as_deref(),
        language: letter.facts.language.as_deref(),
        diagnostics: letter.diagnostics.iter().map(|found| diagnostic(letter, found)).collect(),
    }
}

fn diagnostic<'a>(letter: &'a LetterReport, found: &'a diagnostic::Diagnostic) -> Diagnostic<'a> {
    let position = |at| {
        let at = letter.source.position(at);
        Position { byte: at.byte, line: at.line, column: at.column }
    };
    Diagnostic {
        rule: &found.rule,
        severity: found.severity.name(),
        message: &found.message,
        help: &found.help,
        start: position(found.span.start),
        end: position(found.span.end),
        matched: letter.source.slice(found.span),
        fix: found.fix.as_ref().map(|fix| Fix {
            start: fix.span.start,
            end: fix.span.end,
            replacement: &fix.replacement,
            applicability: fix.applicability.name(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Applicability;
    use crate::report::full::sample::{finding, letter};
    use crate::report::full::visible::is_steering;
    use crate::span::Span;
    use serde_json::Value;

    fn json(letters: Vec<LetterReport>, errors: Vec<FileError>) -> String {
        let mut out = Vec::new();
        write(&Report { letters, errors }, &mut out).unwrap();
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
      "tier": "standard",
      "role": null,
      "language": null,
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
      ]
    }
  ],
  "errors": [],
  "summary": {
    "letters": 1,
    "errors": 0,
    "warnings": 0,
    "info": 1
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
