//! Any letter is checked with every shipped rule, and what is found is where JSON says, in order, each time the same.

use super::reading::{Case, RULES, are_in_order, lies_in};
use letterlint::report::{FileReport, Report, json};
use letterlint::skim::{Pace, skim};
use serde_json::Value;

/// Findings lie in the letter, in order; a second run finds the same; JSON quotes the bytes that it points at.
pub fn holds(bytes: &[u8]) {
    let Some(case) = Case::of(bytes) else { return };
    let checked = case.check();
    are_in_order(&checked.diagnostics, case.text());
    let again = Case::of(bytes).expect("what was text once is text again");
    assert_eq!(checked, again.check(), "a second run finds something else");
    assert!(checked.facts.paragraphs_with_figure <= checked.facts.paragraphs, "{:?}", checked.facts);

    let file = FileReport::of_letter("a.md", case.letter.source().clone(), checked.facts, checked.diagnostics);
    let mut out = Vec::new();
    json::write(&Report { files: vec![file], errors: Vec::new() }, &mut out).unwrap();
    let document: Value = serde_json::from_slice(&out).unwrap();
    for found in document["letters"][0]["diagnostics"].as_array().unwrap() {
        let byte = |end: &str| usize::try_from(found[end]["byte"].as_u64().unwrap()).unwrap();
        assert_eq!(case.text().get(byte("start")..byte("end")), found["match"].as_str(), "{found}");
    }
    what_a_reader_skims_lies_in_the_letter(&case);
}

fn what_a_reader_skims_lies_in_the_letter(case: &Case) {
    let skimmed = skim(&case.letter, &RULES, &case.options, Pace::default());
    assert!(case.letter.prose().text().get(skimmed.read.clone()).is_some(), "{:?}", skimmed.read);
    for place in skimmed.signals.iter().flat_map(|signal| &signal.places) {
        lies_in(place.span, case.text());
        assert!(place.words_before <= skimmed.words, "{place:?}");
    }
}
