//! Whatever letters, file names, rules and errors say, each format stays what its reader takes it for.

mod documents;
mod github;
mod junit;
mod markdown;
mod sarif;
mod terminal;

use super::reading::{Case, RULES};
use letterlint::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use letterlint::report::{self, FileError, FileReport, FormatName, Palette, Report, RuleText};
use letterlint::span::Span;
use letterlint::suppress::{Suppressed, Suppressor};
use std::sync::LazyLock;

/// What a few rules say of themselves.
static TEXTS: LazyLock<Vec<RuleText>> = LazyLock::new(|| RULES.rules().take(3).map(RuleText::of).collect());

/// Findings that are made up for a letter.
const MADE_UP: usize = 5;

/// Each format's reader understands what is written, and one of them writes it again to the same bytes.
pub fn holds(bytes: &[u8]) {
    let Some(case) = Case::of(bytes) else { return };
    let report = report(&case, bytes.len());
    for name in FormatName::ALL {
        let text = written(&report, name, bytes.len());
        if name as usize == bytes.len() % FormatName::ALL.len() {
            assert_eq!(text, written(&report, name, bytes.len()), "{name:?} written twice");
        }
        assert!(terminal::is_inert(&text), "{name:?} holds something that steers a terminal: {text:?}");
        match name {
            FormatName::Full | FormatName::Concise | FormatName::Grouped => {}
            FormatName::Json => documents::json(&text, &report),
            FormatName::JsonLines => documents::json_lines(&text, &report),
            FormatName::Gitlab => documents::gitlab(&text, &report),
            FormatName::Rdjson => documents::rdjson(&text, &report),
            FormatName::Sarif => sarif::is_whole(&text, &report),
            FormatName::Github => github::obeys_nothing_else(&text, &report),
            FormatName::Junit => junit::is_whole(&text, &report),
            FormatName::Markdown => markdown::is_whole(&text),
        }
    }
}

fn written(report: &Report, name: FormatName, size: usize) -> String {
    let palette = Palette::new(false);
    let show = Severity::Info;
    let view = report::full::View { width: 20 + size % 100, show, palette, is_quiet: false };
    let mut out: Vec<u8> = Vec::new();
    match name {
        FormatName::Full => report::full::write(report, &view, &mut out),
        FormatName::Concise => report::concise::write(report, show, palette, &mut out),
        FormatName::Grouped => report::grouped::write(report, show, palette, &mut out),
        FormatName::Json => report::json::write(report, &mut out),
        FormatName::JsonLines => report::json_lines::write(report, &mut out),
        FormatName::Github => report::github::write(report, &view, &mut out),
        FormatName::Gitlab => report::gitlab::write(report, &mut out),
        FormatName::Junit => report::junit::write(report, Some(Severity::Warning), &mut out),
        FormatName::Sarif => report::sarif::write(report, TEXTS.clone(), &mut out),
        FormatName::Rdjson => report::rdjson::write(report, &mut out),
        FormatName::Markdown => report::markdown::write(report, show, &mut out),
    }
    .expect("memory takes all");
    String::from_utf8(out).expect("what is printed is text")
}

/// What was found in the letter; the same where nothing of it may be shown; findings made up of the letter's lines,
/// in a file and in settings that are called by them; an error.
fn report(case: &Case, size: usize) -> Report {
    let checked = case.check();
    let source = case.letter.source();
    let real = FileReport::of_letter("a.md", case.letter.clone(), checked.facts, checked.diagnostics);
    let redacted = FileReport { is_redacted: true, path: "b.md".to_owned(), ..real.clone() };
    let (path, why) = (line(case, size), line(case, size + 1));
    let made_up = FileReport {
        diagnostics: made_up(case, size),
        suppressed: vec![Suppressed {
            diagnostic: finding(case, size),
            by: Suppressor::Settings,
            reason: Some(why.clone()),
        }],
        company: Some(why.clone()),
        settings: Some(path.clone()),
        path: path.clone(),
        repository_path: line(case, size + 2),
        ..real.clone()
    };
    let settings = FileReport::of_settings(&path, source.clone(), made_up.diagnostics.clone());
    Report { files: vec![real, redacted, made_up, settings], errors: vec![FileError { path, message: why }] }
}

fn line(case: &Case, number: usize) -> String {
    let lines = case.text().split('\n');
    let count = lines.clone().count();
    lines.clone().nth(number % count).unwrap_or_default().to_owned()
}

fn made_up(case: &Case, size: usize) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = (0..MADE_UP).map(|index| finding(case, size + index)).collect();
    found.sort_by(|a, b| (a.span, &a.rule, &a.message).cmp(&(b.span, &b.rule, &b.message)));
    found
}

fn finding(case: &Case, number: usize) -> Diagnostic {
    let text = case.text();
    let boundary = |at: usize| (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let at = |number: usize| boundary(number.wrapping_mul(7919) % (text.len() + 1));
    let (one, other) = (at(number), at(number + 3));
    let span = Span::new(one.min(other), one.max(other));
    let severities = [Severity::Info, Severity::Warning, Severity::Error];
    let replacement = line(case, number + 2);
    Diagnostic {
        rule: "made-up".to_owned(),
        severity: severities[number % 3],
        message: line(case, number),
        help: line(case, number + 1),
        span,
        fix: Some(Fix { span, replacement, applicability: Applicability::Unsafe }),
    }
}
