//! A Code Quality report for GitLab merge requests.
//!
//! See <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>: a place is either
//! `lines.begin` or `positions.begin.line`; only the latter has columns, and GitLab ignores other fields.

use super::document::Array;
use super::fingerprint::{Fingerprints, hash};
use super::remark::remark;
use super::{Emitter, Ending, FileError, FileReport, Report, emit};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source;
use serde::Serialize;
use std::io::{self, Write};

/// The check that speaks where a file could not be checked.
const NOT_CHECKED: &str = "not-checked";

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Position,
    end: Position,
}

#[derive(Clone, Copy, Serialize)]
struct Position {
    line: usize,
    column: usize,
}

impl From<source::Position> for Position {
    fn from(at: source::Position) -> Self {
        Position { line: at.line, column: at.column }
    }
}

/// An array of findings, written as the letters come.
#[derive(Debug, Default)]
pub struct Gitlab {
    issues: Option<Array>,
    fingerprints: Fingerprints,
}

impl Gitlab {
    fn issues(&mut self, out: &mut dyn Write) -> io::Result<&mut Array> {
        if self.issues.is_none() {
            write!(out, "[")?;
        }
        Ok(self.issues.get_or_insert(Array::new(0)))
    }
}

impl Emitter for Gitlab {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        let fingerprints = self.fingerprints.of(file);
        let issues = self.issues(out)?;
        for (found, fingerprint) in file.diagnostics.iter().zip(fingerprints) {
            issues.item(&issue(file, found, fingerprint), out)?;
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        let issues = self.issues(out)?;
        for (index, error) in ending.errors.iter().enumerate() {
            let before = ending.errors[..index].iter().filter(|other| *other == error).count();
            issues.item(&not_checked(error, before), out)?;
        }
        issues.close(out)?;
        writeln!(out)
    }
}

/// Writes findings of every severity, files that could not be checked, and a line break.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Gitlab::default(), out)
}

fn issue<'a>(file: &'a FileReport, found: &'a Diagnostic, fingerprint: String) -> Issue<'a> {
    let begin = file.source.position(found.span.start).into();
    let end = file.source.position(found.span.end).into();
    Issue {
        // GitLab shows no `check_name`.
        description: format!("{}: {}", found.rule, remark(&found.message, &found.help)),
        check_name: &found.rule,
        fingerprint,
        severity: match found.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Location { path: &file.repository_path, positions: Positions { begin, end } },
    }
}

/// A file that could not be checked must not look as if all in it were mended; `before` others say the same.
fn not_checked(error: &FileError, before: usize) -> Issue<'_> {
    let start = Position { line: 1, column: 1 };
    Issue {
        description: format!("{NOT_CHECKED}: {}", remark(&error.message, "")),
        check_name: NOT_CHECKED,
        fingerprint: hash([NOT_CHECKED, &error.path, &error.message, &before.to_string()]),
        severity: "major",
        location: Location { path: &error.path, positions: Positions { begin: start, end: start } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{finding, letter};
    use serde_json::Value;

    fn gitlab(files: Vec<FileReport>, errors: Vec<FileError>) -> String {
        let mut out = Vec::new();
        write(&Report { files, errors }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_finding_has_the_shape_that_gitlab_reads() {
        let text = "Hi,\nit’s 🎉 fun";
        let mut file = letter("a.md", text, vec![finding(text, Severity::Warning, "worn", "fun")]);
        file.repository_path = "letters/a.md".into();
        let expected = r#"[
  {
    "description": "worn: “fun” is worn. Cut it.",
    "check_name": "worn",
    "fingerprint": "FINGERPRINT",
    "severity": "minor",
    "location": {
      "path": "letters/a.md",
      "positions": {
        "begin": {
          "line": 2,
          "column": 8
        },
        "end": {
          "line": 2,
          "column": 11
        }
      }
    }
  }
]
"#;
        let fingerprint = Fingerprints::default().of(&file).remove(0);
        assert_eq!(gitlab(vec![file], Vec::new()), expected.replace("FINGERPRINT", &fingerprint));
    }

    #[test]
    fn nothing_found_is_an_empty_array() {
        assert_eq!(gitlab(Vec::new(), Vec::new()), "[]\n");
        assert_eq!(gitlab(vec![letter("a.md", "Hi", Vec::new())], Vec::new()), "[]\n");
    }

    #[test]
    fn severities_have_gitlabs_names() {
        let severities = [Severity::Error, Severity::Warning, Severity::Info];
        let found = severities.map(|severity| finding("fun", severity, "worn", "fun")).to_vec();
        let issues: Value = serde_json::from_str(&gitlab(vec![letter("a.md", "fun", found)], Vec::new())).unwrap();
        let names: Vec<_> = issues.as_array().unwrap().iter().map(|issue| issue["severity"].as_str()).collect();
        assert_eq!(names, [Some("major"), Some("minor"), Some("info")]);
    }

    #[test]
    fn equal_findings_have_fingerprints_of_their_own() {
        let found = vec![finding("fun", Severity::Error, "worn", "fun"); 3];
        let error = FileError { path: "b.md".into(), message: "no such file".into() };
        let text = gitlab(vec![letter("a.md", "fun", found)], vec![error.clone(), error]);
        let issues: Value = serde_json::from_str(&text).unwrap();
        let all: std::collections::HashSet<_> =
            issues.as_array().unwrap().iter().map(|issue| issue["fingerprint"].to_string()).collect();
        assert_eq!(all.len(), 5);
    }

    #[test]
    fn a_file_that_was_not_checked_is_an_issue() {
        let error = FileError { path: "b.md".into(), message: "no such file".into() };
        let issues: Value = serde_json::from_str(&gitlab(Vec::new(), vec![error])).unwrap();
        assert_eq!(issues[0]["description"], "not-checked: no such file.");
        assert_eq!(issues[0]["location"]["path"], "b.md");
    }
}
