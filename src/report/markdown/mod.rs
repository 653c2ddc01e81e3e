//! A summary for people in GitHub's Markdown, such as a job's `GITHUB_STEP_SUMMARY`.
//!
//! The gravest findings come first. It is written at the end, of rows that were kept: at most a hundred a table.

mod cell;
mod table;

use super::totals;
use super::{Emitter, Ending, FileError, FileReport, Palette, Report, Skipped, emit};
use crate::check::Facts;
use crate::diagnostic::{Diagnostic, Severity};
use cell::cell;
use std::cmp::Reverse;
use std::io::{self, Write};
use table::Table;

/// A summary in Markdown.
#[derive(Clone, Debug)]
pub struct Markdown {
    show: Severity,
    findings: Table<(Reverse<Severity>, usize)>,
    letters: Table<usize>,
}

impl Markdown {
    /// Returns the format; findings below `show` are only counted.
    pub fn new(show: Severity) -> Self {
        Markdown { show, findings: Table::new(), letters: Table::new() }
    }
}

impl Emitter for Markdown {
    fn file(&mut self, file: &FileReport, _: &mut dyn Write) -> io::Result<()> {
        for found in file.diagnostics.iter().filter(|found| found.severity >= self.show) {
            let key = (Reverse(found.severity), self.findings.count());
            self.findings.push(key, || finding(file, found));
        }
        if let Some(facts) = &file.facts {
            self.letters.push(self.letters.count(), || letter(file, facts));
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        let is_empty = self.letters.count() + self.findings.count() == 0;
        let total = totals::total(ending.counts, self.show, Palette::new(false));
        writeln!(out, "## letterlint{}", if is_empty { String::new() } else { format!(" · {total}") })?;
        unread(ending.skipped).write("| skipped | how to check it |\n|---|---|", out)?;
        unchecked(ending.errors).write("| not checked | why |\n|---|---|", out)?;
        self.findings
            .write("| letter | line | severity | rule | what | what to do |\n|---|--:|---|---|---|---|", out)?;
        if self.letters.count() == 0 {
            return Ok(());
        }
        writeln!(out, "\n<details>\n<summary>{}</summary>", totals::counted(self.letters.count(), "letter"))?;
        let head = "| letter | words | tier | to read | paragraphs with a number | errors | warnings | notes |\n\
                    |---|--:|---|--:|--:|--:|--:|--:|";
        self.letters.write(head, out)?;
        writeln!(out, "\n</details>")
    }
}

/// Writes the findings that are of severity `show` or worse, and what was counted in each letter.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, show: Severity, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Markdown::new(show), out)
}

fn finding(file: &FileReport, found: &Diagnostic) -> Vec<String> {
    let line = file.source.position(found.span.start).line.to_string();
    let severity = found.severity.name().to_owned();
    vec![cell(&file.path), line, severity, cell(&found.rule), cell(&found.message), cell(&found.help)]
}

fn letter(file: &FileReport, facts: &Facts) -> Vec<String> {
    let mut cells = vec![
        cell(&file.path),
        facts.words.to_string(),
        facts.tier.tier.name().to_owned(),
        totals::time(facts.seconds),
        format!("{} of {}", facts.paragraphs_with_figure, facts.paragraphs),
    ];
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    cells.extend(severities.map(|severity| file.count(severity).to_string()));
    cells
}

fn unchecked(errors: &[FileError]) -> Table<usize> {
    let mut table = Table::new();
    for error in errors {
        table.push(table.count(), || vec![cell(&error.path), cell(&error.message)]);
    }
    table
}

/// Files that may be letters and were not checked.
fn unread(skipped: &[Skipped]) -> Table<usize> {
    let mut table = Table::new();
    for one in skipped {
        table.push(table.count(), || vec![cell(&one.path), one.reason.cure().to_owned()]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{finding, letter};
    use Severity::{Error, Info, Warning};
    use pulldown_cmark::{Event, Options, Parser, Tag};

    const TEXT: &str = "Hi,\nit is fun.\n";

    fn markdown(files: Vec<FileReport>, errors: Vec<FileError>, show: Severity) -> String {
        let mut out = Vec::new();
        write(&Report { files, errors }, show, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn errors_come_first_and_letters_last() {
        let notes = vec![finding(TEXT, Warning, "generic-greeting", "Hi"), finding(TEXT, Info, "worn", "fun")];
        let files =
            vec![letter("a.md", TEXT, notes), letter("b_c.md", TEXT, vec![finding(TEXT, Error, "worn", "fun")])];
        let errors = vec![FileError { path: "d.md".into(), message: "no such file".into() }];
        let expected = "\
## letterlint · 2 letters: 1 error, 1 warning, 1 note (--show note)

| not checked | why |
|---|---|
| d.md | no such file |

| letter | line | severity | rule | what | what to do |
|---|--:|---|---|---|---|
| b\\_c.md | 2 | error | worn | “fun” is worn | Cut it. |
| a.md | 1 | warning | generic-greeting | “Hi” is worn | Cut it. |

<details>
<summary>2 letters</summary>

| letter | words | tier | to read | paragraphs with a number | errors | warnings | notes |
|---|--:|---|--:|--:|--:|--:|--:|
| a.md | 212 | standard | 53 s | 2 of 4 | 0 | 1 | 1 |
| b\\_c.md | 212 | standard | 53 s | 2 of 4 | 1 | 0 | 0 |

</details>
";
        assert_eq!(markdown(files, errors, Warning), expected);
    }

    #[test]
    fn settings_are_findings_and_no_letters() {
        let settings =
            FileReport { facts: None, ..letter("l.toml", TEXT, vec![finding(TEXT, Warning, "unused", "it")]) };
        let text = markdown(vec![settings], Vec::new(), Warning);
        assert!(text.contains("| l.toml | 2 | warning | unused |") && !text.contains("<details>"), "{text}");
    }

    #[test]
    fn a_run_without_files_is_a_heading() {
        assert_eq!(markdown(Vec::new(), Vec::new(), Info), "## letterlint\n");
    }

    /// Everything that Markdown makes more than text of, but for tables, as it was told.
    const HOSTILE: &str = "</details>|x|\n\n# h\n- `c` **b** _i_ ~~s~~ [l](http://a.b) ![i](u) <img src=x> &lt; \\| \
                           https://a.b www.a.b <http://a.b> <!-- --> \\";

    #[test]
    fn what_a_letter_says_is_text_in_its_cell() {
        let mut found = finding(TEXT, Error, HOSTILE, "fun");
        (found.message, found.help) = (HOSTILE.into(), HOSTILE.into());
        let text = markdown(vec![letter(HOSTILE, TEXT, vec![found])], Vec::new(), Info);

        let mut cells = vec![String::new()];
        for event in
            Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM)
        {
            match event {
                Event::Start(Tag::TableCell) => cells.push(String::new()),
                Event::Text(text) => cells.last_mut().unwrap().push_str(&text),
                Event::Start(
                    Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough,
                )
                | Event::Code(_)
                | Event::InlineHtml(_)
                | Event::HardBreak => panic!("{event:?} in {text}"),
                _ => {}
            }
        }

        let told = HOSTILE.replace("\n\n", " ").replace('\n', " ");
        assert_eq!(cells.iter().filter(|cell| **cell == told).count(), 5, "{cells:#?}");
        assert_eq!(cells.len(), 1 + 2 * 6 + 2 * 8);
    }

    #[test]
    fn ten_thousand_worst_letters_fit_into_a_summary() {
        let mut found = finding(TEXT, Error, "worn", "fun");
        (found.message, found.help) = ("@a&$".repeat(500), "@a&$".repeat(500));
        let file = letter(&"@a&$".repeat(500), TEXT, vec![found.clone(), found]);
        let error = FileError { path: "$".repeat(500), message: "$".repeat(500) };
        let mut format = Markdown::new(Info);
        let mut out = Vec::new();
        for _ in 0..10_000 {
            format.file(&file, &mut out).unwrap();
        }
        let ending = Ending { errors: &vec![error; 1000], counts: Report::default().counts(), skipped: &[] };
        format.end(&ending, &mut out).unwrap();
        assert!(out.len() < 1 << 20, "{}", out.len());
        let text = String::from_utf8(out).unwrap();
        assert!(
            text.contains("\n19900 more are in the report.\n") && text.contains("\n9900 more are in the report.\n")
        );
    }
}
