//! From bytes to a letter and how it is checked.

use letterlint::check::{Checked, Options, check};
use letterlint::diagnostic::Diagnostic;
use letterlint::letter::{Format, Letter};
use letterlint::report::{FileReport, Report, json};
use letterlint::rule::{Level, RuleSet, Tier};
use letterlint::source::Source;
use letterlint::span::Span;
use serde_json::Value;
use std::sync::LazyLock;

pub(super) static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::shipped);

/// A letter and the settings it is checked under.
pub(super) struct Case {
    pub(super) letter: Letter,
    pub(super) format: Format,
    pub(super) options: Options,
}

impl Case {
    /// The letter is all bytes but the last, which says how it is read and checked; `None` where they are no text.
    ///
    /// The line break that letters end with says Markdown.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let (&choice, text) = bytes.split_last()?;
        let format = if choice & 1 == 0 { Format::Markdown } else { Format::Plain };
        let letter = Letter::read(Source::decode(text.to_vec()).ok()?, format);
        Some(Case { letter, format, options: options(choice >> 1) })
    }

    pub(super) fn text(&self) -> &str {
        self.letter.source().text()
    }

    pub(super) fn check(&self) -> Checked {
        check(&self.letter, &RULES, &self.options)
    }
}

fn options(choice: u8) -> Options {
    let roles = [None, Some("backend"), Some("frontend"), Some("none")];
    let levels = [None, Some(Level::Junior), Some(Level::Senior), Some(Level::Staff)];
    let tiers = [None, Some(Tier::Short), Some(Tier::Standard), Some(Tier::Expanded)];
    let of = |shift: u8| usize::from((choice >> shift) & 3);
    Options {
        role: roles[of(0)].map(str::to_owned),
        level: levels[of(2)],
        tier: tiers[of(4)],
        packs: if choice & 64 == 0 { Vec::new() } else { vec!["extended".to_owned()] },
        ..Options::default()
    }
}

/// Checks that `span` lies in `text`, on character boundaries.
#[track_caller]
pub(super) fn lies_in(span: Span, text: &str) {
    assert!(span.start <= span.end && text.get(span.range()).is_some(), "{span:?} of {} bytes", text.len());
}

/// Checks that findings lie in `text` and are in the order that is promised.
#[track_caller]
pub(super) fn are_in_order(found: &[Diagnostic], text: &str) {
    for one in found {
        lies_in(one.span, text);
        assert!(!one.rule.is_empty() && !one.message.is_empty(), "{one:?}");
        if let Some(fix) = &one.fix {
            lies_in(fix.span, text);
        }
    }
    assert!(found.is_sorted_by_key(|one| (one.span, one.rule.clone(), one.message.clone())), "{found:#?}");
}

/// Checks that JSON quotes the bytes that it points at.
pub(super) fn json_quotes_what_it_points_at(case: &Case, checked: Checked) {
    let file = FileReport::of_letter("a.md", case.letter.clone(), checked.facts, checked.diagnostics);
    let mut out = Vec::new();
    json::write(&Report { files: vec![file], errors: Vec::new() }, &mut out).unwrap();
    let document: Value = serde_json::from_slice(&out).unwrap();
    for found in document["letters"][0]["diagnostics"].as_array().unwrap() {
        let byte = |end: &str| usize::try_from(found[end]["byte"].as_u64().unwrap()).unwrap();
        assert_eq!(case.text().get(byte("start")..byte("end")), found["match"].as_str(), "{found}");
    }
}
