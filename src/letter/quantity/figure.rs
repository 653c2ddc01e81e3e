//! One number, from its first digit or word to what is made of it.

use super::calendar;
use super::digits::name_end;
use super::kind::Strength;
use super::link::is_after_from;
use super::measure::measure;
use super::multiple;
use super::name;
use super::numeral::{Numeral, numeral};
use super::one;
use super::pair::pair;
use super::place::ordinal;
use super::ratio::{Joint, ratio};
use super::share;
use super::spelled::spelled;
use super::step::Step;
use super::unit::Unit;
use super::vague;
use super::value::{Shape, Value};
use super::verdict::Reading;

/// Reads the number whose first digit stands at `at`; nothing before `floor` is taken in.
pub(super) fn in_digits(text: &str, at: usize, floor: usize) -> Step {
    if is_tail(text, at) {
        return Step::past(name_end(text, at));
    }
    let value = match numeral(text, at) {
        Numeral::Value(value) => value,
        Numeral::Name(end) => return ordinal(text, at, end),
    };
    let Some(value) = value.with_prefix(text, floor) else {
        return Step::past(name_end(text, at));
    };
    if let Some(end) = calendar::groups_end(text, &value) {
        return Step::past(end);
    }
    let zero = || (value.whole == 0 && value.is_integer()).then(|| one::zero(text, &value)).flatten();
    zero().unwrap_or_else(|| judge(text, &value, Strength::Strong))
}

/// Whether a dash ties the digits at `at` to digits before that were no figure: `1-2-1 meetings`.
fn is_tail(text: &str, at: usize) -> bool {
    let head = text[..at].strip_suffix(['-', '\u{2013}']);
    head.is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
}

/// Reads the number whose first word stands at `start..end`.
pub(super) fn in_words(text: &str, start: usize, end: usize, floor: usize) -> Step {
    let Some(spelled) = spelled(text, start, floor) else {
        return Step::past(end);
    };
    let value = spelled.value;
    if value.whole < 2 && value.shape == Shape::Plain && value.tenths.is_none() {
        return single(text, &value);
    }
    judge(text, &value, if spelled.is_vague { Strength::Weak } else { Strength::Strong })
}

/// `one` and `zero` count in fewer places than other numbers, but may open a change: "from one to 40".
fn single(text: &str, value: &Value) -> Step {
    if text[value.end..].starts_with(" to ") && is_after_from(text, value.start) {
        return judge(text, value, Strength::Strong);
    }
    let step = match value.whole {
        0 => one::zero(text, value),
        _ => share::parts(text, value).or_else(|| one::one(text, value)),
    };
    step.unwrap_or(Step::past(value.end))
}

/// Looks at what stands behind `value`, then before it; `most` is what it can prove.
fn judge(text: &str, value: &Value, most: Strength) -> Step {
    let is_name = name::is_name(text, value);
    match ratio(text, value) {
        Some(Joint::Figure(kind, strength, end)) if !is_name => {
            return Step::found(value.start, end, kind, strength.min(most));
        }
        Some(Joint::Figure(.., end) | Joint::Name(end)) => return Step::past(end),
        None => {}
    }
    if let Some(step) = share::parts(text, value).or_else(|| vague::in_digits(text, value)) {
        return step;
    }
    let Some(first) = measure(text, value) else {
        let is_tied = text[value.end..].starts_with('-');
        return Step::past(if is_tied { name_end(text, value.end) } else { value.end });
    };
    if first.unit == Some(Unit::Times) {
        return multiple::times(text, value, first.end);
    }
    let reading = Reading { text, value, first, pair: pair(text, value, &first), is_name };
    match reading.verdict() {
        Some((kind, strength)) => {
            // The other end of a pair says how many.
            let most = if reading.pair.is_some() { Strength::Strong } else { most };
            Step::found(value.start, reading.end(), kind, strength.min(most))
        }
        None if reading.pair.is_some() => Step::past(reading.end()),
        // What was taken for its noun may hold a figure of its own: "in 2021 twice the load".
        None => Step::past(value.end),
    }
}

#[cfg(test)]
mod tests {
    use super::super::kind::Kind;
    use super::*;

    fn read(text: &str, at: usize) -> Option<(&str, Kind, Strength)> {
        let end = text[at..].find(' ').map_or(text.len(), |len| at + len);
        let is_digit = text[at..].starts_with(|c: char| c.is_ascii_digit());
        let step = if is_digit { in_digits(text, at, 0) } else { in_words(text, at, end, 0) };
        let found = step.found?;
        Some((&text[found.range], found.kind, found.strength))
    }

    #[test]
    fn a_figure_reaches_from_its_sign_to_its_rate() {
        assert_eq!(read("~3/month", 1), Some(("~3/month", Kind::Frequency, Strength::Strong)));
        assert_eq!(read("USD 3m a year", 4), Some(("USD 3m a year", Kind::Money, Strength::Strong)));
        assert_eq!(read("two outages", 0), Some(("two outages", Kind::Count, Strength::Strong)));
    }

    #[test]
    fn one_and_zero_may_open_a_change() {
        assert_eq!(read("from one to 40 shops", 5), Some(("one to 40 shops", Kind::Count, Strength::Strong)));
        assert_eq!(read("meet one to one", 5), None);
    }

    #[test]
    fn what_is_no_figure_is_stepped_over_whole() {
        assert_eq!(in_digits("9-to-5 jobs", 0, 0).end, 6);
        assert_eq!(in_digits("2026-05-12", 0, 0).end, 10);
        assert_eq!(in_digits("3rd of 12", 0, 0).end, 3);
    }

    #[test]
    fn a_vague_number_is_weak_whatever_it_counts() {
        assert_eq!(read("several hundred users", 8), Some(("several hundred users", Kind::Count, Strength::Weak)));
    }
}
