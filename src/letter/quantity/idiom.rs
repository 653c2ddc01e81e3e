//! Numbers that are part of an expression or a name because of what follows them.

use super::super::word_set::any_of;
use super::value::{Shape, Value};
use super::word::Word;

/// Whether `head`, tied to a number by a hyphen, makes an expression of it: `two-way`, `64-bit`.
pub(super) fn is_fixed(head: &str) -> bool {
    any_of!(head;
        "way" "bit" "tier" "tiered" "factor" "degree" "star" "digit" "letter" "dimensional" "legged" "wheeled"
        "handed" "sided" "faced" "eyed" "headed" "minded" "fold" "phase" "phased" "step" "part" "pronged" "pizza"
        "piece" "tone" "point" "cornered" "time" "stop" "sigma" "square" "something" "somethings" "inch" "lead"
        "party" "class" "level" "layer" "pointer" "leaf" "speed" "ply" "seater" "stroke" "hole" "card" "alarm" "key"
        "axis" "pager" "liner" "er" "ers" "xx" "factorial" "click" "touch" "foot" "off" "of"
    )
}

/// Whether `next`, a blank after the number, makes a name of the two: `12 factor`, `9 am`, `360 degrees`.
pub(super) fn is_named_by(value: &Value, next: &str) -> bool {
    match next {
        "am" | "pm" | "a.m" | "p.m" | "o'clock" | "cet" | "cest" | "gmt" | "utc" | "est" | "pst" | "bst" => true,
        "factor" | "bit" => value.is_plain() || value.is_spelled,
        "degree" | "degrees" => matches!(value.whole, 90 | 180 | 360),
        "video" | "videos" | "streaming" | "resolution" | "display" | "displays" | "monitor" | "monitors" | "tv"
        | "uhd" => matches!(value.whole, 2 | 4 | 8) && value.shape == Shape::Scaled,
        "run" | "race" => matches!(value.whole, 5 | 10) && value.shape == Shape::Scaled,
        "release" | "releases" | "version" | "versions" => value.tenths.is_some() && value.is_plain(),
        "plan" | "plans" => value.whole == 401,
        _ => false,
    }
}

/// Whether the number is an answer's status: `500 errors`.
pub(super) fn is_status_code(value: &Value, noun: &str) -> bool {
    value.is_integer()
        && matches!(value.whole, 400 | 401 | 403 | 404 | 408 | 409 | 410 | 418 | 422 | 429 | 500..=504)
        && matches!(noun, "errors" | "error" | "responses" | "response" | "codes" | "code" | "statuses" | "pages")
}

/// Whether an `x` behind the number makes a standard or an address of it: `802.1x`, `0x`.
pub(super) fn is_standard(value: &Value) -> bool {
    value.whole == 802 || value.whole == 0 && value.tenths.is_none()
}

/// Whether `next` is the person of "10x engineer".
pub(super) fn is_multiplied_person(next: Option<Word<'_>>) -> bool {
    next.is_some_and(|next| {
        matches!(next.lower(), "engineer" | "engineers" | "developer" | "developers" | "programmer" | "dev" | "coder")
    })
}

/// Whether `next` makes folds of data of them: `5-fold cross-validation`.
pub(super) fn is_validation(next: Option<Word<'_>>) -> bool {
    next.is_some_and(|next| next.lower().starts_with("cross") || next.lower() == "cv")
}

/// Whether two numbers joined by a sign or word are a fixed pair: `24/7`, `9 to 5`, `2:1`.
pub(super) fn is_fixed_pair(first: &Value, second: u64) -> bool {
    first.tenths.is_none()
        && matches!(
            (first.whole, second),
            (24 | 8 | 12 | 5, 7) | (9, 5 | 11) | (80 | 20, 20) | (50, 50) | (0..=2, 1) | (2, 2) | (16, 9) | (4, 3)
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_well_known_codes_are_statuses() {
        assert!(is_status_code(&Value::new(0, 3, 502), "errors"));
        assert!(!is_status_code(&Value::new(0, 3, 512), "errors"));
        assert!(!is_status_code(&Value::new(0, 3, 502), "users"));
    }

    #[test]
    fn the_hours_of_a_day_are_no_measurement() {
        assert!(is_named_by(&Value::new(0, 1, 9), "am"));
        assert!(!is_named_by(&Value::new(0, 1, 9), "engineers"));
    }

    #[test]
    fn fixed_pairs_are_known_by_both_numbers() {
        assert!(is_fixed_pair(&Value::new(0, 2, 24), 7));
        assert!(!is_fixed_pair(&Value::new(0, 2, 24), 8));
    }
}
