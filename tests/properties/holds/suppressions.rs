//! Whatever comments, settings and a baseline take away, no finding is lost.

use super::reading::{Case, RULES, are_in_order};
use letterlint::check::Checked;
use letterlint::diagnostic::Diagnostic;
use letterlint::span::Span;
use letterlint::suppress::{Baseline, Ignore, Sifted, Suppressions, Suppressor, sift};

/// Each finding is shown or suppressed, once; a baseline that accepts all leaves none, and reads back as written.
pub fn holds(bytes: &[u8]) {
    let Some(case) = Case::of(bytes) else { return };
    let checked = case.check();
    let sifted = sifted(&case, checked.clone(), &[]);
    are_in_order(&sifted.diagnostics, case.text());
    assert_eq!(sifted, self::sifted(&case, checked.clone(), &[]), "sifting twice gives something else");
    let behind: Vec<&Diagnostic> =
        sifted.diagnostics.iter().chain(sifted.suppressed.iter().map(|one| &one.diagnostic)).collect();
    for one in &checked.diagnostics {
        let times = behind.iter().filter(|other| **other == one).count();
        assert_eq!(times, 1, "told {times} times: {one:?}");
    }
    assert!(sifted.suppressed.iter().all(|one| one.by == Suppressor::Comment), "{:?}", sifted.suppressed);
    settings_take_away_what_they_name(&case, checked.clone(), &sifted);
    a_baseline_accepts(&case, sifted.diagnostics);
}

fn sifted(case: &Case, checked: Checked, ignores: &[(usize, &Ignore)]) -> Sifted {
    let held = Suppressions { rules: &RULES, options: &case.options, requires_reason: true, ignores };
    sift(&case.letter, checked, &held)
}

fn settings_take_away_what_they_name(case: &Case, checked: Checked, before: &Sifted) {
    let Some(first) = before.diagnostics.first() else { return };
    let words = case.letter.source().slice(first.span).to_owned();
    let ignore = Ignore { rule: first.rule.clone(), text: Some(words), reason: None, span: Span::new(0, 0) };
    let after = sifted(case, checked, &[(7, &ignore)]);
    assert!(!after.diagnostics.contains(first), "still there: {first:?}");
    assert_eq!(after.used_ignores, [7]);
}

fn a_baseline_accepts(case: &Case, found: Vec<Diagnostic>) {
    let source = case.letter.source();
    let mut baseline = Baseline::default();
    baseline.accept("a.md", source, found.iter());
    let read = Baseline::read(&baseline.to_json()).expect("a baseline reads what it wrote");
    assert_eq!(read, baseline);
    let count = found.len();
    let accepted = read.sift("a.md", source, found);
    assert_eq!((accepted.diagnostics.len(), accepted.suppressed.len(), accepted.gone), (0, count, 0));
}
