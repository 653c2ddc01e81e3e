//! Any letter is checked with every shipped rule, and what is found is where JSON says, in order, each time the same.

use super::reading::{Case, RULES, are_in_order, json_quotes_what_it_points_at, lies_in};
use letterlint::skim::{Pace, skim};

/// Findings lie in the letter, in order; a second run finds the same; JSON quotes the bytes that it points at.
pub fn holds(bytes: &[u8]) {
    let Some(case) = Case::of(bytes) else { return };
    let checked = case.check();
    are_in_order(&checked.diagnostics, case.text());
    let again = Case::of(bytes).expect("what was text once is text again");
    assert_eq!(checked, again.check(), "a second run finds something else");
    assert!(checked.facts.paragraphs_with_figure <= checked.facts.paragraphs, "{:?}", checked.facts);

    json_quotes_what_it_points_at(&case, checked);
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
