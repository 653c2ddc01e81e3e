//! XML as `JUnit` writes it and Jenkins and GitLab read it: a suite a file, a failed case a finding.
//!
//! The shape is that of [Jenkins' `junit-10.xsd`](https://github.com/jenkinsci/xunit-plugin). Optional attributes that a
//! linter cannot fill honestly are left away: time and host, and the totals of the root, because suites are written as
//! the files come.
//!
//! A finding below the threshold fails nothing: it is told in the output of its suite. A file that fails nothing is one
//! case that passed, so that it is seen to have been checked.

use super::xml::escaped;
use super::{Emitter, Ending, FileError, FileReport, Report, emit};
use crate::diagnostic::{Diagnostic, Severity};
use std::io::{self, Write};

/// XML as `JUnit` writes it.
#[derive(Clone, Copy, Debug)]
pub struct Junit {
    fail_on: Option<Severity>,
    is_open: bool,
}

impl Junit {
    /// Returns the format in which findings of severity `fail_on` or worse are failures; with `None`, none is.
    pub fn new(fail_on: Option<Severity>) -> Self {
        Junit { fail_on, is_open: false }
    }

    fn open(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.is_open, true) {
            return Ok(());
        }
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"letterlint\">")
    }

    fn fails(self, found: &Diagnostic) -> bool {
        self.fail_on.is_some_and(|threshold| found.severity >= threshold)
    }
}

impl Emitter for Junit {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        self.open(out)?;
        let path = escaped(&file.path);
        let failures = file.diagnostics.iter().filter(|found| self.fails(found)).count();
        writeln!(
            out,
            "  <testsuite name=\"{path}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\">",
            failures.max(1)
        )?;
        for (index, found) in file.diagnostics.iter().enumerate().filter(|(_, found)| self.fails(found)) {
            failure(file, index, found, &path, out)?;
        }
        if failures == 0 {
            writeln!(out, "    <testcase classname=\"{path}\" name=\"checked\"/>")?;
        }
        if failures < file.diagnostics.len() {
            writeln!(out, "    <system-out>")?;
            for found in file.diagnostics.iter().filter(|found| !self.fails(found)) {
                writeln!(out, "{}", told(file, found))?;
            }
            writeln!(out, "    </system-out>")?;
        }
        writeln!(out, "  </testsuite>")
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.open(out)?;
        ending.errors.iter().try_for_each(|error| unchecked(error, out))?;
        writeln!(out, "</testsuites>")
    }
}

/// Writes the failed case for the finding at `index` of `file`.
fn failure(file: &FileReport, index: usize, found: &Diagnostic, path: &str, out: &mut dyn Write) -> io::Result<()> {
    let at = file.source.position(found.span.start);
    let name = format!("{} ({}:{}){}", found.rule, at.line, at.column, number(file, index));
    writeln!(out, "    <testcase classname=\"{path}\" name=\"{}\">", escaped(&name))?;
    // GitLab takes `type` for that of the text, and refuses what a rule may be called, such as `symbol`.
    let (kind, message) = (found.severity.name(), escaped(&found.message));
    // GitLab shows the text alone, Jenkins the message above the text.
    writeln!(out, "      <failure type=\"{kind}\" message=\"{message}\">{}</failure>", told(file, found))?;
    writeln!(out, "    </testcase>")
}

/// ` #2` for the second finding of a rule in one place: GitLab drops cases whose name it has seen.
fn number(file: &FileReport, index: usize) -> String {
    let place = |found: &Diagnostic| {
        let at = file.source.position(found.span.start);
        (at.line, at.column)
    };
    let found = &file.diagnostics[index];
    // A byte order mark has bytes and no place.
    let here = file.diagnostics[..index].iter().rev().take_while(|other| place(other) == place(found));
    match here.filter(|other| other.rule == found.rule).count() {
        0 => String::new(),
        count => format!(" #{}", count + 1),
    }
}

/// `path:line:column: severity[rule] message`, and on the next line what to do.
fn told(file: &FileReport, found: &Diagnostic) -> String {
    let at = file.source.position(found.span.start);
    let place = format!("{}:{}:{}", file.path, at.line, at.column);
    let line = escaped(&format!("{place}: {}[{}] {}", found.severity.name(), found.rule, found.message));
    if found.help.is_empty() { line } else { format!("{line}\n{}", escaped(&found.help)) }
}

/// Writes the suite of a file that could not be checked.
fn unchecked(error: &FileError, out: &mut dyn Write) -> io::Result<()> {
    let (path, message) = (escaped(&error.path), escaped(&error.message));
    writeln!(out, "  <testsuite name=\"{path}\" tests=\"1\" failures=\"0\" errors=\"1\">")?;
    writeln!(out, "    <testcase classname=\"{path}\" name=\"checked\">")?;
    writeln!(out, "      <error type=\"unchecked\" message=\"{message}\">{message}</error>")?;
    writeln!(out, "    </testcase>\n  </testsuite>")
}

/// Writes the whole report; findings of severity `fail_on` or worse are failures.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, fail_on: Option<Severity>, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Junit::new(fail_on), out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{finding, letter};
    use crate::report::visible::is_steering;
    use Severity::{Error, Info, Warning};

    const TEXT: &str = "Hi,\nit’s 🎉 fun & I love it.\n";

    fn junit(files: Vec<FileReport>, errors: Vec<FileError>, fail_on: Option<Severity>) -> String {
        let mut out = Vec::new();
        write(&Report { files, errors }, fail_on, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn letter_with(found: &[(Severity, &str, &str)]) -> FileReport {
        let found = found.iter().map(|(severity, rule, words)| finding(TEXT, *severity, rule, words));
        letter("a&b.md", TEXT, found.collect())
    }

    #[test]
    fn findings_fail_from_the_threshold_on_and_are_told_below_it() {
        let expected = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"letterlint\">
  <testsuite name=\"a&amp;b.md\" tests=\"1\" failures=\"1\" errors=\"0\">
    <testcase classname=\"a&amp;b.md\" name=\"worn (2:8)\">
      <failure type=\"error\" message=\"“fun &amp; I” is worn\">a&amp;b.md:2:8: error[worn] “fun &amp; I” is worn
Cut it.</failure>
    </testcase>
    <system-out>
a&amp;b.md:2:16: info[filler] “love” is worn
Cut it.
    </system-out>
  </testsuite>
</testsuites>
";
        let file = letter_with(&[(Error, "worn", "fun & I"), (Info, "filler", "love")]);
        assert_eq!(junit(vec![file], Vec::new(), Some(Warning)), expected);
    }

    #[test]
    fn a_file_that_fails_nothing_is_a_case_that_passed() {
        let suite = "  <testsuite name=\"a&amp;b.md\" tests=\"1\" failures=\"0\" errors=\"0\">\n    \
                     <testcase classname=\"a&amp;b.md\" name=\"checked\"/>\n";
        let clean = junit(vec![letter_with(&[])], Vec::new(), Some(Info));
        assert!(clean.contains(&format!("{suite}  </testsuite>")), "{clean}");
        let never = junit(vec![letter_with(&[(Error, "worn", "fun")])], Vec::new(), None);
        assert!(never.contains(&format!("{suite}    <system-out>")) && !never.contains("<failure"), "{never}");
    }

    #[test]
    fn a_file_that_was_not_checked_is_an_error() {
        let error = FileError { path: "b.md".into(), message: "no such file: \"b\"".into() };
        let expected = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"letterlint\">
  <testsuite name=\"b.md\" tests=\"1\" failures=\"0\" errors=\"1\">
    <testcase classname=\"b.md\" name=\"checked\">
      <error type=\"unchecked\" message=\"no such file: &quot;b&quot;\">no such file: &quot;b&quot;</error>
    </testcase>
  </testsuite>
</testsuites>
";
        assert_eq!(junit(Vec::new(), vec![error], None), expected);
    }

    #[test]
    fn no_two_cases_of_a_file_have_one_name() {
        let found =
            [(Error, "worn", "fun"), (Error, "dull", "fun & I"), (Error, "worn", "fun & I"), (Error, "worn", "I")];
        let text = junit(vec![letter_with(&found)], Vec::new(), Some(Info));
        let names = ["worn (2:8)\"", "dull (2:8)\"", "worn (2:8) #2\"", "worn (2:14)\""];
        assert!(names.iter().all(|name| text.matches(name).count() == 1), "{text}");
        assert!(text.contains("tests=\"4\" failures=\"4\""), "{text}");
    }

    #[test]
    fn nothing_from_outside_is_markup_or_steers_a_terminal() {
        let mut found = finding(TEXT, Error, "r\"<\0", "fun");
        found.message = "]]>\u{1b}[2J\u{ffff}\n<!-- \u{202e}".into();
        found.help = "</failure><x>".into();
        let text = junit(vec![letter("<p>\u{9b}", TEXT, vec![found])], Vec::new(), Some(Info));
        assert!(!text.contains(|c| is_steering(c) && c != '\n' || c == '\u{ffff}'), "{text:?}");
        assert!(!text.contains("<x>") && !text.contains("<p>") && !text.contains("<!--"), "{text}");
    }
}
