//! Letters and findings for tests.

use super::full::{View, write};
use crate::check::{Facts, RoleOrigin};
use crate::diagnostic::{Diagnostic, Severity};
use crate::letter::{Format, Letter};
use crate::report::{FileReport, Report};
use crate::rule::{TierInForce, TierWords};
use crate::source::Source;
use crate::span::Span;

/// A finding on `words`, or from one to the other with `from ... to`.
#[track_caller]
pub(in crate::report) fn finding(text: &str, severity: Severity, rule: &str, words: &str) -> Diagnostic {
    let (from, to) = words.split_once(" ... ").unwrap_or((words, words));
    let start = text.find(from).expect("the letter holds the words");
    let end = start + text[start..].find(to).expect("the letter holds the words") + to.len();
    Diagnostic {
        rule: rule.to_owned(),
        severity,
        message: format!("“{words}” is worn"),
        help: "Cut it.".to_owned(),
        span: Span::new(start, end),
        fix: None,
    }
}

/// A letter of 212 words without a role, and what was found in it.
pub(in crate::report) fn letter(path: &str, text: &str, diagnostics: Vec<Diagnostic>) -> FileReport {
    FileReport::of_letter(path, Letter::read(Source::new(text), Format::Markdown), facts(212), diagnostics)
}

/// What was counted in a letter of `words`.
pub(super) fn facts(words: usize) -> Facts {
    let tier = TierWords::default().tier_holding(words);
    Facts {
        words,
        sentences: 14,
        seconds: words * 60 / 238,
        tier: TierInForce { tier, is_asked: false, words: TierWords::default() },
        tier_words: TierWords::default().of(tier),
        role: None,
        role_origin: RoleOrigin::Unknown,
        language: None,
        paragraphs: 4,
        paragraphs_with_figure: 2,
    }
}

/// Errors and warnings in full, without colour.
pub(super) fn view(width: usize) -> View {
    View { width, ..View::default() }
}

/// What is written of `letters`.
pub(super) fn full(files: Vec<FileReport>, view: &View) -> String {
    let mut out = Vec::new();
    write(&Report { files, errors: Vec::new() }, view, &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("a report is UTF-8")
}
