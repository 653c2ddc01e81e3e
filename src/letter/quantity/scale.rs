//! Magnitudes: `K`, `bn`, `million`, `lakh`.

use super::super::word_set::any_of;
use super::value::{Shape, Value};
use super::word::word_after;

/// Whether `letters` glued to digits multiply them: `4.2K`, `10M`, `3bn`, `5mio`.
///
/// A small `m` is millions; metres and minutes are spelled out in letters that mean them.
pub(super) fn is_suffix(letters: &str) -> bool {
    any_of!(letters;
        "k" "K" "m" "M" "b" "B" "T" "bn" "Bn" "BN" "mn" "Mn" "MM" "mm" "tn" "mio" "Mio" "mrd" "Mrd" "mil" "Mil"
    )
}

/// Takes in the magnitudes spelled after digits: `3 million`, `2 hundred thousand`, `4.2 K` before a unit.
pub(super) fn words(text: &str, value: &mut Value) {
    for _ in 0..2 {
        let Some(word) = word_after(text, value.end) else {
            return;
        };
        let is_scale = match word.lower() {
            "hundred" | "thousand" | "million" | "billion" | "trillion" | "dozen" | "lakh" | "crore" | "millions"
            | "billions" | "thousands" | "lakhs" | "crores" | "mio" | "mrd" | "bn" | "mn" => true,
            "k" | "m" if word.is_capitalized() => word_after(text, word.end).is_some(),
            _ => false,
        };
        if !is_scale {
            return;
        }
        value.end = word.end;
        value.shape = Shape::Scaled;
    }
}
