//! What a number measures: the unit, the noun and the rate that follow it, after a blank or tied on by a hyphen.

use super::unit::{self, Noun, Period, Unit};
use super::value::{Shape, Value};
use super::word::{Word, word_after, word_at};
use crate::words::List;

/// What follows a number and belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    /// `None` for a bare number.
    pub(super) unit: Option<Unit>,
    pub(super) period: Option<Period>,
    pub(super) end: usize,
}

/// A unit, or none for a bare number, and where it ends.
type Found = (Option<Unit>, usize);

/// Reads what follows `value`.
///
/// `None` when that makes the number part of a name or an idiom: `64-bit`, `two-way`, `10x engineer`.
pub(super) fn measure(text: &str, value: &Value) -> Option<Measure> {
    let (mut unit, mut end) = unit(text, value)?;
    if value.is_money && matches!(unit, None | Some(Unit::Noun(_))) {
        // In "$2B+ manufacturers" the noun is not what the money counts.
        (unit, end) = (Some(Unit::Money), value.end);
    }
    let rate = if unit == Some(Unit::Times) { None } else { unit::rate(text, end) };
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
            if unit == Some(Unit::Factor) && (is_standard(value) || is_multiplied_person(word_after(text, end))) {
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
    let direct = match named(first.lower()) {
        Some(Unit::Nines) => is_small.then_some(Unit::Nines),
        Some(Unit::Figures) => (value.is_spelled && is_small && value.whole > 4).then_some(Unit::Figures),
        Some(Unit::Factor) => (!is_validation(word_after(text, first.end))).then_some(Unit::Factor),
        Some(unit) => Some(unit),
        // "the 3 Rs"
        None if first.text != "Rs" && first.is_in(List::CurrencyCode) => Some(Unit::Money),
        None => unit::symbol(first.text),
    };
    if direct == Some(Unit::Factor) {
        let next = word_after(text, first.end);
        let is_size = next.is_some_and(|next| next.text.starts_with(|c: char| c.is_ascii_digit()));
        if is_size || is_multiplied_person(next) {
            return None;
        }
    }
    if direct.is_some() {
        return Some((direct, first.end));
    }
    if is_named_by(value, &first) {
        return None;
    }
    let Some((unit, end)) = unit::noun(text, value.end) else {
        return bare;
    };
    let counted = text[..end].rsplit([' ', '-']).next().unwrap_or("");
    if counted == "orders" && text[end..].starts_with(" of magnitude") {
        return Some((Some(Unit::Factor), end + " of magnitude".len()));
    }
    if is_status_code(value, counted) {
        return None;
    }
    let is_talk_sized = match value.shape {
        Shape::Plain => value.whole <= 10,
        // "a thousand words"
        Shape::Scaled => value.is_spelled,
        Shape::Grouped => false,
    };
    if is_talk_sized && List::Talk.holds(counted) {
        return bare;
    }
    Some((Some(unit), end))
}

/// Where `per cent`, `percentage points` or `basis points` ends.
fn points(text: &str, first: Word<'_>) -> Option<usize> {
    if matches!(first.lower(), "percent" | "pct") {
        return Some(first.end);
    }
    let is_points = matches!(first.lower(), "percentage" | "basis");
    let second = word_after(text, first.end)?;
    let is_whole = match second.lower() {
        "cent" => first.lower() == "per",
        other => is_points && matches!(other, "points" | "point"),
    };
    is_whole.then_some(second.end)
}

/// Reads the compound that `value` opens; the hyphen stands at its end.
///
/// `None` for a fixed expression (`two-way`, `64-bit`) and for any other noun than a thing of work, since
/// `three-course` and `four-legged` measure nothing.
fn compound(text: &str, value: &Value) -> Option<Found> {
    let Some(word) = word_at(text, value.end + 1) else {
        return Some((None, value.end));
    };
    if word.text.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((None, value.end));
    }
    let len = word.text.find('-').unwrap_or(word.text.len());
    let head = word_at(&text[..word.start + len], word.start)?;
    if let Some(found) = unit::word(head.text).or_else(|| named(head.lower())).or_else(|| unit::symbol(head.text)) {
        return with_unit(text, value, found, word, head);
    }
    if head.lower() == "per" && word.lower() == "per-cent" {
        return Some((Some(Unit::Percent), word.end));
    }
    if head.is_in(List::AboutSuffix) {
        return unit::noun(text, word.end).map(|(unit, end)| (Some(unit), end));
    }
    let is_fixed = head.is_in(List::FunctionWord) || head.is_in(List::FixedCompound);
    if value.is_year() || word.is_capitalized() || is_fixed {
        return None;
    }
    (unit::is_work(head.text) || head.is_in(List::Crowd)).then_some((Some(Unit::Noun(Noun::Thing)), head.end))
}

fn with_unit(text: &str, value: &Value, unit: Unit, word: Word<'_>, head: Word<'_>) -> Option<Found> {
    match unit {
        Unit::Time(_) if word.lower().ends_with("-old") => Some((Some(unit), word.end)),
        Unit::Figures if !(5..=12).contains(&value.whole) => None,
        Unit::Factor if is_validation(word_after(text, word.end)) => None,
        // "three-times winner"
        Unit::Times => None,
        // "the million-dollar question"
        Unit::Money if word_after(text, word.end).is_some_and(|next| next.lower() == "question") => None,
        _ => Some((Some(unit), head.end)),
    }
}

/// Whether `next`, a blank after the number, makes a name of the two: `12 factor`, `9 am`, `360 degrees`.
fn is_named_by(value: &Value, next: &Word<'_>) -> bool {
    let is_scaled = value.shape == Shape::Scaled;
    next.is_in(List::ClockWord)
        || matches!(next.lower(), "factor" | "bit") && (value.is_plain() || value.is_spelled)
        || matches!(next.lower(), "degree" | "degrees") && matches!(value.whole, 90 | 180 | 360)
        || next.is_in(List::ResolutionNoun) && matches!(value.whole, 2 | 4 | 8) && is_scaled
        || matches!(next.lower(), "run" | "race") && matches!(value.whole, 5 | 10) && is_scaled
        || next.is_in(List::ReleaseNoun) && value.tenths.is_some() && value.is_plain()
        || matches!(next.lower(), "plan" | "plans") && value.whole == 401
}

/// Whether the number is an answer's status: `500 errors`.
fn is_status_code(value: &Value, noun: &str) -> bool {
    value.is_integer()
        && matches!(value.whole, 400 | 401 | 403 | 404 | 408 | 409 | 410 | 418 | 422 | 429 | 500..=504)
        && List::StatusNoun.holds(noun)
}

/// Whether an `x` after the number makes a standard or an address of it: `802.1x`, `0x`.
fn is_standard(value: &Value) -> bool {
    value.whole == 802 || value.whole == 0 && value.tenths.is_none()
}

/// Whether `next` is the person of "10x engineer".
fn is_multiplied_person(next: Option<Word<'_>>) -> bool {
    next.is_some_and(|next| next.is_in(List::MultipliedPerson))
}

/// Whether `next` makes folds of data of them: `5-fold cross-validation`.
fn is_validation(next: Option<Word<'_>>) -> bool {
    next.is_some_and(|next| next.lower().starts_with("cross") || next.lower() == "cv")
}

/// The unit that is a word of its own, neither time nor size nor currency: `five nines`, `9-figure`, `3 times`.
fn named(lower: &str) -> Option<Unit> {
    match () {
        () if matches!(lower, "nines" | "9s") => Some(Unit::Nines),
        () if matches!(lower, "figure" | "figures") => Some(Unit::Figures),
        () if lower == "times" => Some(Unit::Times),
        () if lower == "fold" => Some(Unit::Factor),
        () => (lower == "percent").then_some(Unit::Percent),
    }
}

#[cfg(test)]
mod tests {
    use super::super::digits::{Numeral, numeral};
    use super::super::unit::Time;
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

    fn tied(text: &str) -> Option<(Option<Unit>, &str)> {
        let Numeral::Value(value) = numeral(text, 0) else {
            return None;
        };
        compound(text, &value).map(|(unit, end)| (unit, &text[..end]))
    }

    #[test]
    fn a_unit_may_be_tied_on() {
        assert_eq!(tied("14-second cold start"), Some((Some(Unit::Time(Time::Second)), "14-second")));
        assert_eq!(tied("8-year-old system"), Some((Some(Unit::Time(Time::Year)), "8-year-old")));
        assert_eq!(tied("9-figure revenue"), Some((Some(Unit::Figures), "9-figure")));
        assert_eq!(tied("5-fold rise"), Some((Some(Unit::Factor), "5-fold")));
    }

    #[test]
    fn things_of_work_may_be_tied_on() {
        assert_eq!(tied("40-node cluster"), Some((Some(Unit::Noun(Noun::Thing)), "40-node")));
        assert_eq!(tied("6-person team"), Some((Some(Unit::Noun(Noun::Thing)), "6-person")));
        assert_eq!(tied("50-plus engineers"), Some((Some(Unit::Noun(Noun::Thing)), "50-plus engineers")));
    }

    #[test]
    fn fixed_expressions_are_not_measured() {
        for text in [
            "64-bit",
            "2-way",
            "9-to-5",
            "4-legged",
            "3-tier",
            "360-degree",
            "7-Eleven",
            "5-fold cross-validation",
            "1-click deploy",
            "2-pager",
        ] {
            assert_eq!(tied(text), None, "{text}");
        }
    }

    #[test]
    fn only_well_known_codes_are_statuses() {
        assert!(is_status_code(&Value::new(0, 3, 502), "errors"));
        assert!(!is_status_code(&Value::new(0, 3, 512), "errors"));
        assert!(!is_status_code(&Value::new(0, 3, 502), "users"));
    }

    #[test]
    fn the_hours_of_a_day_are_no_measurement() {
        assert_eq!(read("9 am"), None);
        assert_eq!(read("9 cooks"), Some((Some(Unit::Noun(Noun::Thing)), "9 cooks")));
    }
}
