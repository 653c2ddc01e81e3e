//! What a number measures: the unit, the noun and the rate that follow it.

use super::compound::compound;
use super::idiom;
use super::money;
use super::noun;
use super::rate::{self, Period};
use super::unit::{self, Unit};
use super::value::{Shape, Value};
use super::word::{Word, word_after, word_at};

/// What follows a number and belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    /// `None` for a bare number.
    pub(super) unit: Option<Unit>,
    pub(super) period: Option<Period>,
    pub(super) end: usize,
}

/// A unit, or none for a bare number, and where it ends.
pub(super) type Found = (Option<Unit>, usize);

/// Reads what follows `value`.
///
/// `None` when that makes the number part of a name or an idiom: `64-bit`, `two-way`, `10x engineer`.
pub(super) fn measure(text: &str, value: &Value) -> Option<Measure> {
    let (mut unit, mut end) = unit(text, value)?;
    if value.is_money && matches!(unit, None | Some(Unit::Noun(_))) {
        // In "$2B+ manufacturers" the noun is not what the money counts.
        (unit, end) = (Some(Unit::Money), value.end);
    }
    let rate = if unit == Some(Unit::Times) { None } else { rate::rate(text, end) };
    let (period, end) = rate.map_or((None, end), |(period, end)| (Some(period), end));
    Some(Measure { unit, period, end })
}

fn unit(text: &str, value: &Value) -> Option<Found> {
    let at = value.end;
    let rest = &text[at..];
    if let Some((unit, len)) = sign(rest) {
        return Some((Some(unit), at + len));
    }
    match rest.chars().next() {
        Some('-') => compound(text, value),
        Some(' ') => spaced(text, value),
        Some(c) if c.is_alphabetic() => {
            let letters = word_at(text, at).map_or("", |word| letters(word.text));
            let unit = unit::symbol(letters).or_else(|| unit::glued(letters));
            let end = at + letters.len();
            if unit == Some(Unit::Factor)
                && (idiom::is_standard(value) || idiom::is_multiplied_person(word_after(text, end)))
            {
                return None;
            }
            Some((unit, end))
        }
        _ => Some((None, at)),
    }
}

/// The unit that a sign means, one blank before it or not, and its length.
fn sign(rest: &str) -> Option<(Unit, usize)> {
    let blank = usize::from(rest.starts_with(' '));
    let sign = rest[blank..].chars().next()?;
    let unit = match sign {
        '%' | '\u{ff05}' | '\u{2030}' => Unit::Percent,
        '\u{d7}' => Unit::Factor,
        '\u{20ac}' | '\u{a3}' | '$' => Unit::Money,
        _ => return None,
    };
    let end = blank + sign.len_utf8();
    // In "5 €20 vouchers" the sign belongs to the number after it.
    (!rest[end..].starts_with(|c: char| c.is_alphanumeric())).then_some((unit, end))
}

fn letters(word: &str) -> &str {
    word.split(|c: char| !c.is_alphabetic()).next().unwrap_or(word)
}

fn spaced(text: &str, value: &Value) -> Option<Found> {
    let bare = Some((None, value.end));
    let Some(first) = word_after(text, value.end) else {
        return bare;
    };
    if let Some(found) = points(text, first) {
        return Some((Some(Unit::Percent), found));
    }
    let is_small = value.whole <= 12 && value.shape == Shape::Plain;
    let direct = match first.lower() {
        "nines" | "9s" if is_small => Some(Unit::Nines),
        "figure" | "figures" if value.is_spelled && is_small && value.whole > 4 => Some(Unit::Figures),
        "times" => Some(Unit::Times),
        "fold" if !idiom::is_validation(word_after(text, first.end)) => Some(Unit::Factor),
        // "the 3 Rs"
        _ if first.text != "Rs" && money::is_currency_code(first.text) => Some(Unit::Money),
        _ => unit::symbol(first.text),
    };
    if direct == Some(Unit::Factor) {
        let next = word_after(text, first.end);
        let is_size = next.is_some_and(|next| next.text.starts_with(|c: char| c.is_ascii_digit()));
        if is_size || idiom::is_multiplied_person(next) {
            return None;
        }
    }
    if direct.is_some() {
        return Some((direct, first.end));
    }
    if idiom::is_named_by(value, first.lower()) {
        return None;
    }
    let Some((unit, end)) = noun::noun(text, value.end) else {
        return bare;
    };
    let counted = text[..end].rsplit([' ', '-']).next().unwrap_or("");
    if counted == "orders" && text[end..].starts_with(" of magnitude") {
        return Some((Some(Unit::Factor), end + " of magnitude".len()));
    }
    if idiom::is_status_code(value, counted) {
        return None;
    }
    let is_talk_sized = match value.shape {
        Shape::Plain => value.whole <= 10,
        // "a thousand words"
        Shape::Scaled => value.is_spelled,
        Shape::Grouped => false,
    };
    if is_talk_sized && noun::is_talk(counted) {
        return bare;
    }
    Some((Some(unit), end))
}

/// Where `per cent`, `percentage points` or `basis points` ends.
fn points(text: &str, first: Word<'_>) -> Option<usize> {
    let second = || word_after(text, first.end);
    match first.lower() {
        "percent" | "pct" => Some(first.end),
        "per" => second().filter(|word| word.lower() == "cent").map(|word| word.end),
        "percentage" | "basis" => {
            second().filter(|word| matches!(word.lower(), "points" | "point")).map(|word| word.end)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::numeral::{Numeral, numeral};
    use super::*;

    fn read(text: &str) -> Option<(Option<Unit>, &str)> {
        let Numeral::Value(value) = numeral(text, 0) else {
            return None;
        };
        measure(text, &value).map(|measure| (measure.unit, &text[..measure.end]))
    }

    #[test]
    fn a_unit_may_be_glued_spaced_or_spelled() {
        assert_eq!(read("0.6% of"), Some((Some(Unit::Percent), "0.6%")));
        assert_eq!(read("12 per cent of"), Some((Some(Unit::Percent), "12 per cent")));
        assert_eq!(read("60 percentage points"), Some((Some(Unit::Percent), "60 percentage points")));
        assert_eq!(read("3.5x faster"), Some((Some(Unit::Factor), "3.5x")));
        assert_eq!(read("20 GB a day"), Some((Some(Unit::Size), "20 GB a day")));
        assert_eq!(read("3m EUR saved"), Some((Some(Unit::Money), "3m EUR")));
    }

    #[test]
    fn a_rate_belongs_to_what_it_divides() {
        let measured = |text| match numeral(text, 0) {
            Numeral::Value(value) => measure(text, &value).and_then(|measure| measure.period),
            Numeral::Name(_) => None,
        };

        assert_eq!(measured("900 req/s"), Some(Period::Short));
        assert_eq!(measured("3/month"), Some(Period::Long));
        assert_eq!(measured("3 pages"), None);
    }

    #[test]
    fn a_bare_number_measures_nothing() {
        assert_eq!(read("8.5, then"), Some((None, "8.5")));
        assert_eq!(read("3 reasons"), Some((None, "3")));
        assert_eq!(read("12"), Some((None, "12")));
    }

    #[test]
    fn what_follows_can_make_a_name_of_a_number() {
        assert_eq!(read("12 factor principles"), None);
        assert_eq!(read("10x engineer"), None);
        assert_eq!(read("64-bit builds"), None);
        assert_eq!(read("500 errors"), None);
    }
}
