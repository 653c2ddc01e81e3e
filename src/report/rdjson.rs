//! The diagnostic format of [reviewdog](https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).
//!
//! Lines count from 1, columns count bytes of UTF-8 from 1, ends are exclusive; a range of whole lines has no columns,
//! and its last line belongs to it.

use super::document::Array;
use super::{Emitter, Ending, FileError, FileReport, Report, emit};
use crate::diagnostic::{self, Severity};
use crate::source::{Encoding, Source};
use crate::span::Span;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

/// One document for reviewdog, written as the files come.
#[derive(Debug, Default)]
pub struct Rdjson {
    diagnostics: Option<Array>,
}

impl Rdjson {
    fn diagnostics(&mut self, out: &mut dyn Write) -> io::Result<&mut Array> {
        if self.diagnostics.is_none() {
            write!(out, "{{\n  \"source\": {{\n    \"name\": \"letterlint\"\n  }},\n  \"diagnostics\": [")?;
        }
        Ok(self.diagnostics.get_or_insert_with(|| Array::new(2)))
    }
}

impl Emitter for Rdjson {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        let array = self.diagnostics(out)?;
        file.diagnostics.iter().try_for_each(|found| array.item(&diagnostic(file, found), out))
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        let array = self.diagnostics(out)?;
        for FileError { path, message } in ending.errors {
            let location = Location { path, range: None };
            let severity = Severity::Error;
            let told = Diagnostic {
                message: message.clone(),
                location,
                severity: name(severity),
                code: None,
                suggestions: Vec::new(),
            };
            array.item(&told, out)?;
        }
        array.close(out)?;
        writeln!(out, "\n}}")
    }
}

/// Writes the whole report, findings of every severity, and a line break.
///
/// Files that could not be checked are diagnostics without a range. Characters that could steer a terminal are escaped.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Rdjson::default(), out)
}

fn diagnostic<'a>(file: &'a FileReport, found: &'a diagnostic::Diagnostic) -> Diagnostic<'a> {
    // A reviewer sees the message and nothing else.
    let message = [found.message.as_str(), &found.help].map(str::trim).join("\n");
    // What is suggested is put into the file as stored, where bytes of UTF-16 are others.
    let is_fixable = !file.is_redacted && file.source.encoding() == Encoding::Utf8;
    let fix = found.fix.iter().filter(|_| is_fixable);
    Diagnostic {
        message: message.trim_end().to_owned(),
        location: Location { path: &file.repository_path, range: Some(range(&file.source, found.span)) },
        severity: name(found.severity),
        code: Some(Code { value: &found.rule }),
        suggestions: fix
            .map(|fix| Suggestion { range: exact_range(&file.source, fix.span), text: &fix.replacement })
            .collect(),
    }
}

fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info => "INFO",
    }
}

/// Returns the range of a finding: without the line breaks at its end, and without columns where it is whole lines.
fn range(source: &Source, span: Span) -> Range {
    let kept = source.slice(span).trim_end_matches(['\n', '\r']).len();
    if kept == 0 {
        return exact_range(source, span);
    }
    let span = Span::new(span.start, span.start + kept);
    let (first, last) = (source.position(span.start).line, source.position(span.end).line);
    if span.start > source.line(first).start || span.end < source.line(last).end {
        return exact_range(source, span);
    }
    Range { start: Position { line: first, column: None }, end: Position { line: last, column: None } }
}

fn exact_range(source: &Source, span: Span) -> Range {
    Range { start: position(source, span.start), end: position(source, span.end) }
}

fn position(source: &Source, at: usize) -> Position {
    let found = source.position(at);
    // A break at the very end opens no line in a letter, but here it is what stands before the next one.
    if at == source.text().len() && source.text().ends_with(['\n', '\r']) {
        return Position { line: found.line + 1, column: Some(1) };
    }
    // Bytes are counted in the line as stored, where a byte order mark takes some.
    let mark = if found.line == 1 && at >= source.bom_len() { source.bom_len() } else { 0 };
    Position { line: found.line, column: Some(found.byte_column + mark) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Applicability, Fix};
    use crate::report::sample::{finding, letter};
    use serde_json::{Value, json};

    fn rdjson(files: Vec<FileReport>, errors: Vec<FileError>) -> String {
        let mut out = Vec::new();
        write(&Report { files, errors }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn fixed(text: &str, words: &str, replacement: &str) -> FileReport {
        let mut found = finding(text, Severity::Info, "worn", words);
        let span = found.span;
        found.fix = Some(Fix { span, replacement: replacement.into(), applicability: Applicability::Safe });
        FileReport { repository_path: "letters/a.md".into(), ..letter("../a.md", text, vec![found]) }
    }

    fn only(file: FileReport) -> Value {
        let document: Value = serde_json::from_str(&rdjson(vec![file], Vec::new())).unwrap();
        document["diagnostics"][0].clone()
    }

    fn range_of(text: &str, words: &str) -> Value {
        only(letter("a.md", text, vec![finding(text, Severity::Error, "worn", words)]))["location"]["range"].clone()
    }

    #[test]
    fn a_finding_has_the_documented_shape() {
        let expected = r#"{
  "source": {
    "name": "letterlint"
  },
  "diagnostics": [
    {
      "message": "“fun” is worn\nCut it.",
      "location": {
        "path": "letters/a.md",
        "range": {
          "start": {
            "line": 2,
            "column": 13
          },
          "end": {
            "line": 2,
            "column": 16
          }
        }
      },
      "severity": "INFO",
      "code": {
        "value": "worn"
      },
      "suggestions": [
        {
          "range": {
            "start": {
              "line": 2,
              "column": 13
            },
            "end": {
              "line": 2,
              "column": 16
            }
          },
          "text": "work"
        }
      ]
    }
  ]
}
"#;
        assert_eq!(rdjson(vec![fixed("Hi,\nit’s 🎉 fun.", "fun", "work")], Vec::new()), expected);
    }

    #[test]
    fn whole_lines_have_no_columns() {
        let text = "Hi,\r\n\r\nI build\r\nqueues.\r\n";
        let lines = json!({"start": {"line": 3}, "end": {"line": 4}});
        assert_eq!(range_of(text, "I build ... queues."), lines);
        assert_eq!(range_of(text, "I build ... queues.\r\n"), lines);
        let part = json!({"start": {"line": 3, "column": 3}, "end": {"line": 4, "column": 8}});
        assert_eq!(range_of(text, "build ... queues."), part);
    }

    #[test]
    fn a_fix_up_to_the_end_takes_the_last_line_break_with_it() {
        let found = only(fixed("Hi,\nfun\n", "fun\n", ""));
        let range = json!({"start": {"line": 2, "column": 1}, "end": {"line": 3, "column": 1}});
        assert_eq!(found["suggestions"][0], json!({"range": range, "text": ""}));
    }

    #[test]
    fn a_byte_order_mark_takes_columns_in_the_line_as_stored() {
        let part = json!({"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 11}});
        assert_eq!(range_of("\u{feff}I’m fun here", "m f"), part);
        assert_eq!(range_of("\u{feff}fun", "fun"), json!({"start": {"line": 1}, "end": {"line": 1}}));
    }

    #[test]
    fn a_redacted_letter_gives_no_word_away() {
        let found = only(FileReport { is_redacted: true, ..fixed("it is fun", "fun", "work") });
        assert_eq!(found.get("suggestions"), None);
    }

    #[test]
    fn a_letter_in_utf_16_has_no_suggestions() {
        let bytes: Vec<u8> = "\u{feff}it is fun".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let source = Source::decode(bytes).unwrap();
        assert_eq!(only(FileReport { source, ..fixed("it is fun", "fun", "work") }).get("suggestions"), None);
    }

    #[test]
    fn a_file_that_was_not_checked_is_a_diagnostic_without_a_place() {
        let error = FileError { path: "b.md".into(), message: "no such file".into() };
        let document: Value = serde_json::from_str(&rdjson(Vec::new(), vec![error])).unwrap();
        let told = json!({"message": "no such file", "location": {"path": "b.md"}, "severity": "ERROR"});
        assert_eq!(document["diagnostics"], json!([told]));
    }
}
