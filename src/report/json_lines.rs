//! One JSON object per line, for programs that read as the run goes on.
//!
//! `type` tells them apart, and stands first:
//!
//! | `type` | is | fields |
//! |---|---|---|
//! | `letter` | a letter that was checked, before its findings | those of a letter in [`json`], but for its lists |
//! | `diagnostic` | a finding | `path`, then those of a diagnostic in [`json`] |
//! | `suppressed` | a finding that was taken away | `path`, then those of a suppressed one in [`json`] |
//! | `error` | a file that could not be checked | `path`, `message` |
//! | `skipped` | a file in a folder that may be a letter and was not checked | `reason`, `path` |
//! | `summary` | the last line | those of the summary in [`json`] |
//!
//! A settings file has `diagnostic` lines and no line of its own. A run that was cut short has no `summary`. Fields and
//! types may be added, so that a reader skips those it does not know; none goes or changes its meaning.

use super::document::write_line;
use super::{Emitter, Ending, FileError, FileReport, Report, Skipped, emit, json};
use serde::Serialize;
use std::io::{self, Write};

/// One object a line.
#[derive(Clone, Copy, Debug, Default)]
pub struct JsonLines;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'a> {
    Letter(json::Counted<'a>),
    Diagnostic(At<'a, json::Diagnostic<'a>>),
    Suppressed(At<'a, json::Suppressed<'a>>),
    Error(&'a FileError),
    Skipped(&'a Skipped),
    Summary(json::Summary),
}

/// What was found, behind the path of its file.
#[derive(Serialize)]
struct At<'a, T> {
    path: &'a str,
    #[serde(flatten)]
    found: T,
}

impl Emitter for JsonLines {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        let path = &file.path;
        if let Some(facts) = &file.facts {
            write_line(&Line::Letter(json::counted(file, facts)), out)?;
        }
        for found in &file.diagnostics {
            write_line(&Line::Diagnostic(At { path, found: json::diagnostic(file, found) }), out)?;
        }
        for found in &file.suppressed {
            write_line(&Line::Suppressed(At { path, found: json::suppressed(file, found) }), out)?;
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        for failed in ending.errors {
            write_line(&Line::Error(failed), out)?;
        }
        for skipped in ending.skipped {
            write_line(&Line::Skipped(skipped), out)?;
        }
        write_line(&Line::Summary(json::summary(ending.counts)), out)
    }
}

/// Writes the whole report, findings of every severity.
///
/// Characters that could steer a terminal are escaped.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut JsonLines, out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Applicability, Fix, Severity};
    use crate::report::FileError;
    use crate::report::sample::{finding, letter};
    use crate::report::visible::is_steering;
    use crate::suppress::{Suppressed, Suppressor};
    use serde_json::Value;

    fn lines(files: Vec<FileReport>, errors: Vec<FileError>) -> Vec<String> {
        let mut out = Vec::new();
        write(&Report { files, errors }, &mut out).unwrap();
        String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
    }

    fn with_a_fix(text: &str) -> FileReport {
        let mut found = finding(text, Severity::Info, "worn", "fun");
        let span = found.span;
        found.fix = Some(Fix { span, replacement: "work".into(), applicability: Applicability::Safe });
        let mut file = letter("a.md", text, vec![found.clone()]);
        file.suppressed.push(Suppressed {
            diagnostic: found,
            by: Suppressor::Comment,
            reason: Some("a quotation".into()),
        });
        file
    }

    #[test]
    fn each_type_has_the_documented_shape() {
        let error = FileError { path: "b.md".into(), message: "no such file".into() };
        let expected = [
            r#"{"type":"letter","path":"a.md","encoding":"utf-8","words":212,"sentences":14,"seconds":53,"reading_seconds":53,"tier":"standard","role":null,"language":null,"company":null,"settings":null}"#,
            r#"{"type":"diagnostic","path":"a.md","rule":"worn","severity":"info","message":"“fun” is worn","help":"Cut it.","start":{"byte":4,"line":2,"column":1},"end":{"byte":7,"line":2,"column":4},"match":"fun","fix":{"start":4,"end":7,"replacement":"work","applicability":"safe"}}"#,
            r#"{"type":"suppressed","path":"a.md","rule":"worn","severity":"info","start":{"byte":4,"line":2,"column":1},"by":"comment","reason":"a quotation"}"#,
            r#"{"type":"error","path":"b.md","message":"no such file"}"#,
            r#"{"type":"summary","letters":1,"errors":0,"warnings":0,"info":1,"suppressed":1}"#,
        ];
        assert_eq!(lines(vec![with_a_fix("Hi,\nfun")], vec![error]), expected);
    }

    #[test]
    fn a_redacted_letter_gives_no_word_away() {
        let file = FileReport { is_redacted: true, company: Some("Acme".into()), ..with_a_fix("fun") };
        let lines: Vec<Value> =
            lines(vec![file], Vec::new()).iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!((&lines[1]["match"], &lines[1]["fix"]), (&Value::from(""), &Value::Null));
        assert_eq!((&lines[0]["company"], &lines[2]["reason"]), (&Value::Null, &Value::Null));
    }

    #[test]
    fn settings_are_findings_without_a_letter() {
        let settings = FileReport { facts: None, suppressed: Vec::new(), ..with_a_fix("fun") };
        let lines = lines(vec![settings], Vec::new());
        assert!(lines[0].starts_with(r#"{"type":"diagnostic","#) && lines.len() == 2, "{lines:?}");
    }

    #[test]
    fn no_break_or_control_in_a_match_reaches_the_output() {
        let text = "a\u{9b}2J\u{202e}\u{2028}\r\n\u{1b}b";
        let out =
            lines(vec![letter("a.md", text, vec![finding(text, Severity::Error, "worn", "a ... b")])], Vec::new());
        assert_eq!(out.len(), 3);
        assert!(!out.iter().any(|line| line.contains(is_steering)), "{out:?}");
        let found: Value = serde_json::from_str(&out[1]).unwrap();
        assert_eq!(found["match"], text);
    }
}
