//! What several tests ask of a text.

use super::figure::in_digits;
use super::numeral::{Numeral, numeral};
use super::value::Shape;
use super::{Kind, Strength};

/// What the first figure in digits measures, and how much it proves.
pub(super) fn verdict(text: &str) -> Option<(Kind, Strength)> {
    let at = text.find(|c: char| c.is_ascii_digit()).expect("a digit is there");
    in_digits(text, at, 0).found.map(|found| (found.kind, found.strength))
}

/// The numeral that opens `text`: its bytes, its whole part, how it is written.
pub(super) fn read(text: &str) -> Option<(&str, u64, Shape)> {
    match numeral(text, 0) {
        Numeral::Value(value) => Some((&text[..value.end], value.whole, value.shape)),
        Numeral::Name(_) => None,
    }
}
