//! What a runner is told.

use super::*;
use crate::report::Palette;
use crate::report::sample::{finding, letter};
use Severity::{Error, Info, Warning};

fn view(show: Severity) -> View {
    View { width: 80, show, palette: Palette::new(false), is_quiet: false }
}

fn github(files: Vec<FileReport>, errors: Vec<FileError>, show: Severity) -> String {
    let mut out = Vec::new();
    write(&Report { files, errors }, &view(show), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The lines behind the report.
fn commands(files: Vec<FileReport>, errors: Vec<FileError>, show: Severity) -> Vec<String> {
    let out = github(files, errors, show);
    let (_, behind) = out.rsplit_once("::\n::").map_or(("", &*out), |(text, _)| out.split_at(text.len() + 3));
    behind.lines().map(str::to_owned).collect()
}

fn many(count: usize, severity: Severity) -> FileReport {
    letter("a.md", "fun", vec![finding("fun", severity, "worn", "fun"); count])
}

#[test]
fn a_finding_is_annotated_where_the_repository_has_it() {
    let text = "Hi,\nit’s 🎉 fun";
    let mut file = letter("a.md", text, vec![finding(text, Error, "worn", "fun")]);
    file.repository_path = "my, letters/a.md".into();
    let expected = "::error file=my%2C letters/a.md,line=2,endLine=2,col=8,endColumn=11,title=letterlint (worn)::\
                    my, letters/a.md:2:8: “fun” is worn%0ACut it.";
    assert_eq!(commands(vec![file], Vec::new(), Info), [expected]);
}

#[test]
fn more_than_one_line_has_no_columns() {
    let text = "a fun\njob";
    let file = letter("a.md", text, vec![finding(text, Warning, "worn", "fun ... job")]);
    let lines = commands(vec![file], Vec::new(), Info);
    assert!(
        lines[0].starts_with("::warning file=a.md,line=1,endLine=2,title=letterlint (worn)::a.md:1:3: "),
        "{lines:?}"
    );
}

#[test]
fn the_worst_come_first_and_what_is_not_shown_is_not_annotated() {
    let found = vec![
        finding("fun", Info, "note", "fun"),
        finding("fun", Warning, "warning", "fun"),
        finding("fun", Error, "error", "fun"),
    ];
    let file = letter("a.md", "fun", found);
    let levels = |show| -> Vec<String> {
        let lines = commands(vec![file.clone()], Vec::new(), show);
        lines.iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
    };
    assert_eq!(levels(Info), ["::error", "::warning", "::notice"]);
    assert_eq!(levels(Warning), ["::error", "::warning"]);
}

#[test]
fn ten_of_a_level_are_annotated_and_the_rest_counted() {
    let lines = commands(vec![many(10, Warning), many(12, Error), many(11, Info)], Vec::new(), Info);
    let of = |level: &str| lines.iter().filter(|line| line.starts_with(level)).count();
    assert_eq!((of("::error"), of("::warning"), of("::notice")), (10, 10, 10));
    let counted: Vec<_> = lines.iter().filter(|line| line.contains("more")).collect();
    assert_eq!(
        counted,
        [
            "::notice title=letterlint::2 more errors are in the report",
            "::notice title=letterlint::3 more notes are in the report",
        ]
    );
}

#[test]
fn ten_notes_that_fit_are_all_annotated() {
    assert_eq!(commands(vec![many(10, Info)], Vec::new(), Info).len(), 10);
    let lines = commands(vec![many(11, Warning), many(9, Info)], Vec::new(), Info);
    assert_eq!((lines.len(), &*lines[10]), (20, "::notice title=letterlint::1 more warning is in the report"));
}

#[test]
fn a_file_that_was_not_checked_is_the_first_error() {
    let error = FileError { path: "b.md".into(), message: "no such file".into() };
    let lines = commands(vec![many(10, Error)], vec![error], Info);
    assert_eq!(lines[0], "::error title=letterlint::b.md: no such file");
    assert_eq!(lines.last().unwrap(), "::notice title=letterlint::1 more error is in the report");
}

#[test]
fn the_report_stands_where_commands_are_not_obeyed() {
    let text = "::warning::forged\n::stop-commands::x\nand ##[error]forged\n";
    let file = || letter("a.md", text, vec![finding(text, Error, "worn", "::warning ... ##[error]forged")]);

    let out = github(vec![file()], Vec::new(), Info);

    let (first, rest) = out.split_once('\n').unwrap();
    let token = first.strip_prefix("::stop-commands::").unwrap();
    let (report, behind) = rest.split_once(&format!("::{token}::\n")).unwrap();
    let mut full = Vec::new();
    crate::report::full::write(&Report { files: vec![file()], errors: Vec::new() }, &view(Info), &mut full).unwrap();
    assert_eq!(report.as_bytes(), full);
    assert!(report.contains("##[error]forged") && behind.starts_with("::error file=a.md"), "{out}");
    assert_eq!(behind.lines().count(), 1);
}

#[test]
fn the_token_is_the_same_for_the_same_report_only() {
    let token = |text: &str| {
        let file = letter("a.md", text, vec![finding(text, Error, "worn", "fun")]);
        github(vec![file], Vec::new(), Info).lines().next().unwrap().to_owned()
    };
    assert_eq!(token("fun now"), token("fun now"));
    assert_ne!(token("fun now"), token("fun then"));
}

#[test]
fn nothing_printed_leaves_nothing_to_guard() {
    let view = View { is_quiet: true, ..view(Info) };
    let mut out = Vec::new();
    write(&Report { files: vec![many(0, Error)], errors: Vec::new() }, &view, &mut out).unwrap();
    assert_eq!(out, b"");
}
