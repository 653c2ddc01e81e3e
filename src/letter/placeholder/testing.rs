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

#[track_caller]
fn with(certainty: Certainty, text: &str, expected: &[&str]) {
    finds(text, expected);
    for slot in placeholders(text) {
        assert_eq!(slot.certainty, certainty, "{:?} in {text:?}", &text[slot.range]);
    }
}
