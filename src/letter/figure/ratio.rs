//! Two numbers joined into one figure: `1-in-6`, `3 of 4`, `1:6`, `1/3 of`; and those that only look so.

use super::digits::{Numeral, name_end, numeral};
use super::kind::{Kind, Strength};
use super::measure::measure;
use super::name::is_dated;
use super::spelled::spelled;
use super::unit::Unit;
use super::value::Value;
use super::word::{word_after, word_before};
use crate::words::List;

/// What a number and its joint make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Figure {
        kind: Kind,
        strength: Strength,
        end: usize,
        other: Option<u64>,
    },
    /// A clock time, a date or a fixed pair, and where it ends.
    Name(usize),
}

impl Joint {
    fn ratio(second: &Value) -> Self {
        let (end, other) = (second.end, Some(second.amount));
        Joint::Figure { kind: Kind::Ratio, strength: Strength::Strong, end, other }
    }
}

/// Reads what `value` is joined to by `:`, `/`, `in`, `of` or `out of`; `None` when by nothing.
pub(super) fn ratio(text: &str, value: &Value) -> Option<Joint> {
    let rest = &text[value.end..];
    let is_digit_next = rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    match rest.as_bytes().first()? {
        b':' if is_digit_next => Some(colon(text, value)),
        b'/' if is_digit_next => Some(slash(text, value)),
        b'-' if rest.starts_with("-in-") => in_every(text, value, 4),
        b' ' if rest.starts_with(" in ") => in_every(text, value, 4),
        b' ' if rest.starts_with(" out of ") => whole(text, value, 8),
        b' ' if rest.starts_with(" of ") => whole(text, value, 4).or_else(|| some_of(text, value)),
        _ => None,
    }
}

/// `1:6` is a ratio, `10:30` and `2:1` are not unless they are called one.
fn colon(text: &str, value: &Value) -> Joint {
    let all = name_end(text, value.end);
    let Numeral::Value(second) = numeral(text, value.end + 1) else {
        return Joint::Name(all);
    };
    if !(value.is_integer() && second.is_integer()) || second.end != all {
        return Joint::Name(all);
    }
    let is_called = word_after(text, second.end).is_some_and(|word| word.lower() == "ratio")
        || word_before(text, value.start).is_some_and(|of| {
            of.lower() == "of" && word_before(text, of.start).is_some_and(|word| word.lower() == "ratio")
        });
    let is_clock = second.end - second.start == 2 && value.whole <= 24 && second.whole < 60;
    let is_small = value.whole.min(second.whole) <= 20 && value.whole.max(second.whole) <= 10_000;
    if is_called || is_small && !is_clock && !is_fixed_pair(value, second.whole) {
        return Joint::ratio(&second);
    }
    Joint::Name(all)
}

/// `1/3 of` is a share; dates, `24/7` and marks (`8/10`) are not.
fn slash(text: &str, value: &Value) -> Joint {
    let all = name_end(text, value.end);
    let Numeral::Value(second) = numeral(text, value.end + 1) else {
        return Joint::Name(all);
    };
    let is_share = word_after(text, second.end).is_some_and(|word| word.lower() == "of")
        || word_before(text, value.start).is_some_and(|word| word.lower() == "by");
    let is_part = value.is_integer() && second.is_integer() && second.end == all && value.whole < second.whole;
    if is_share && is_part && second.whole <= 100 && !is_fixed_pair(value, second.whole) {
        return Joint::ratio(&second);
    }
    Joint::Name(all)
}

/// `1 in 6` is how often something falls to one, `9 in 10` a share.
fn in_every(text: &str, value: &Value, gap: usize) -> Option<Joint> {
    let second = number(text, value.end + gap)?;
    // "3 in 6 weeks" counts in a span; "1 in 6 weeks" is a turn.
    let is_span = || measure(text, &second).is_some_and(|measure| matches!(measure.unit, Some(Unit::Time(_))));
    let kind = if value.whole == 1 { Kind::Frequency } else { Kind::Ratio };
    if value.tenths.is_some()
        || value.whole >= second.whole
        || is_dated(text, &second)
        || kind == Kind::Ratio && is_span()
    {
        return None;
    }
    Some(Joint::Figure { kind, strength: Strength::Strong, end: second.end, other: Some(second.amount) })
}

/// `3 of 4`, `3 of our 4`, `3 out of 4`.
fn whole(text: &str, value: &Value, gap: usize) -> Option<Joint> {
    let at = value.end + gap;
    let after_article = || {
        let article = word_after(text, at - 1)?;
        article.is_in(List::WholeDeterminer).then_some(article.end + 1)
    };
    let second = number(text, at).or_else(|| number(text, after_article()?))?;
    (value.whole < second.whole && !second.is_year()).then(|| Joint::ratio(&second))
}

/// `7 of them`, `two of my services`: a count of things named before.
fn some_of(text: &str, value: &Value) -> Option<Joint> {
    let of = word_after(text, value.end)?;
    let things = word_after(text, of.end)?;
    let next = word_after(text, things.end);
    let is_praise = next.is_some_and(|next| next.is_in(List::PartPraise));
    let is_known = things.is_in(List::KnownGroup);
    let strength = if value.is_spelled { Strength::Weak } else { Strength::Strong };
    let is_pronoun = matches!(things.lower(), "them" | "us") || things.lower() == "which";
    let end = if is_pronoun { things.end } else { value.end };
    (is_known && !is_praise && !value.is_year()).then_some(Joint::Figure {
        kind: Kind::Count,
        strength,
        end,
        other: None,
    })
}

fn number(text: &str, at: usize) -> Option<Value> {
    let rest = text.get(at..)?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return match numeral(text, at) {
            Numeral::Value(value) if value.tenths.is_none() => Some(value),
            _ => None,
        };
    }
    let is_word = rest.starts_with(|c: char| c.is_ascii_lowercase());
    is_word.then(|| spelled(text, at, at)).flatten().map(|spelled| spelled.value)
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

    fn joint(text: &str) -> Option<Joint> {
        match numeral(text, 0) {
            Numeral::Value(value) => ratio(text, &value),
            Numeral::Name(_) => None,
        }
    }

    /// The kind of the figure that opens `text`, and where it ends.
    fn figure(text: &str) -> Option<(Kind, usize)> {
        match joint(text)? {
            Joint::Figure { kind, end, .. } => Some((kind, end)),
            Joint::Name(_) => None,
        }
    }

    #[test]
    fn a_rotation_or_share_is_a_ratio_of_two_numbers() {
        assert_eq!(figure("1-in-6 rotation"), Some((Kind::Frequency, 6)));
        assert_eq!(figure("1 in six weekends"), Some((Kind::Frequency, 8)));
        assert_eq!(figure("3 of our 4 releases"), Some((Kind::Ratio, 10)));
        assert_eq!(figure("3 out of 4"), Some((Kind::Ratio, 10)));
        assert_eq!(figure("1/3 of the bill"), Some((Kind::Ratio, 3)));
        assert_eq!(figure("1:6 split"), Some((Kind::Ratio, 3)));
    }

    #[test]
    fn clocks_dates_and_marks_are_names() {
        assert_eq!(joint("10:30 sharp"), Some(Joint::Name(5)));
        assert_eq!(joint("24/7 cover"), Some(Joint::Name(4)));
        assert_eq!(joint("2/26/20"), Some(Joint::Name(7)));
        assert_eq!(joint("8/10"), Some(Joint::Name(4)));
        assert_eq!(joint("2:1 degree"), Some(Joint::Name(3)));
        assert_eq!(figure("2:1 ratio"), Some((Kind::Ratio, 3)));
    }

    #[test]
    fn a_year_or_span_is_no_second_number() {
        assert_eq!(joint("3 in 2021"), None);
        assert_eq!(joint("3 in 6 weeks"), None);
        assert_eq!(joint("8 in total"), None);
    }
}
