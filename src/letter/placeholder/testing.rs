//! How the tests of this folder ask.

use super::{Certainty, placeholders};

/// `text` holds just these slots.
#[track_caller]
pub(super) fn finds(text: &str, expected: &[&str]) {
    let found: Vec<_> = placeholders(text).into_iter().map(|slot| &text[slot.range]).collect();
    assert_eq!(found, expected, "in {text:?}");
}

/// `text` holds no slot.
#[track_caller]
pub(super) fn silent(text: &str) {
    finds(text, &[]);
}

/// `text` holds just these slots, all of them certain.
#[track_caller]
pub(super) fn certain(text: &str, expected: &[&str]) {
    with(Certainty::Certain, text, expected);
}

/// `text` holds just these slots, all of them likely.
#[track_caller]
pub(super) fn likely(text: &str, expected: &[&str]) {
    with(Certainty::Likely, text, expected);
}

/// No line of `cases` holds a slot.
#[track_caller]
pub(super) fn silent_each(cases: &str) {
    lines(cases).for_each(silent);
}

/// Each line of `cases` is a certain slot inside a sentence.
#[track_caller]
pub(super) fn certain_each(cases: &str) {
    lines(cases).for_each(|slot| certain(&sentence(slot), &[slot]));
}

/// Each line of `cases` is a likely slot inside a sentence.
#[track_caller]
pub(super) fn likely_each(cases: &str) {
    lines(cases).for_each(|slot| likely(&sentence(slot), &[slot]));
}

fn lines(cases: &str) -> impl Iterator<Item = &str> {
    cases.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn sentence(slot: &str) -> String {
    format!("I sent it with {slot}, yesterday.")
}

#[track_caller]
fn with(certainty: Certainty, text: &str, expected: &[&str]) {
    finds(text, expected);
    for slot in placeholders(text) {
        let shown = &text[slot.range];
        assert_eq!(slot.certainty, certainty, "{shown:?} in {text:?}");
    }
}
