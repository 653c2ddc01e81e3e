//! The pass over the text, left to right: skip words fast, stop at digits and at words that may start a figure.

use super::super::case::letters;
use super::brackets::Brackets;
use super::digits::{Numeral, digit, first_number, name_end, numeral};
use super::kind::{Kind, Strength};
use super::measure::measure;
use super::name;
use super::pair::{is_after_from, pair};
use super::ratio::{Joint, ratio};
use super::share;
use super::spelled::{spelled, words};
use super::unit::Unit;
use super::value::{Shape, Value};
use super::verdict::Reading;
use super::word::{Word, word_at};
use super::{Figure, Step};
use crate::words::{List, Listed, Openings};
use std::ops::Range;

/// How the words begin that may start a figure; nearly no word of a letter does.
static STARTS: Openings = Openings::of(&[
    List::Number,
    List::Magnitude,
    List::Share,
    List::Fraction,
    List::Multiple,
    List::MultipleBase,
    List::MultiplePresent,
    List::VagueNumber,
]);

/// Every figure of `text`, in order.
pub(super) fn scan(text: &str) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let mut found: Vec<Figure> = Vec::new();
    let mut brackets = Brackets::default();
    let mut not_before = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let step = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let end = letters_end(text, at);
                // Nearly all of it is words that start nothing and the blanks after them.
                if bytes.get(end) == Some(&b' ') && !STARTS.may_hold(&bytes[at..end]) {
                    at = end + 1;
                    continue;
                }
                word(text, at, end, not_before)
            }
            b'0'..=b'9' => in_digits(text, at, not_before),
            b' ' | b'.' | b',' => {
                at += 1;
                continue;
            }
            0x80.. => other(text, at, not_before),
            _ => {
                if let Some(open) = brackets.see(text, at) {
                    found.truncate(found.partition_point(|figure| figure.range.start < open));
                }
                at += 1;
                continue;
            }
        };
        if let Some(figure) = step.found {
            not_before = figure.range.end;
            found.push(figure);
        }
        at = step.end.max(at + 1);
    }
    found
}

/// A number as it is written, without what it counts.
pub(super) struct Number {
    pub(super) range: Range<usize>,
    /// In thousandths.
    pub(super) amount: u64,
}

/// Every number of `text`, in order, whether or not it measures anything.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let end = letters_end(text, at);
        if end > at {
            at = number_in_letters(text, at, end, &mut found);
            continue;
        }
        match numeral(text, at) {
            Numeral::Value(value) => {
                found.push(Number { range: at..value.end, amount: value.amount });
                at = value.end;
            }
            // Of a version, date or ordinal the number that opens it.
            Numeral::Name(end) => match first_number(text, at) {
                Some(amount) => {
                    found.push(Number { range: at..end, amount });
                    at = end;
                }
                None => at += next.len_utf8(),
            },
        }
    }
    found
}

/// Adds the number that the letters in `at..end` are or start, and returns where to go on.
fn number_in_letters(text: &str, at: usize, end: usize, found: &mut Vec<Number>) -> usize {
    let letters = &text[at..end];
    if text[end..].starts_with(|c: char| c.is_ascii_digit()) && !List::CurrencyCode.holds(letters) {
        return name_end(text, at);
    }
    if !STARTS.may_hold(letters.as_bytes()) {
        return end;
    }
    if let Some(value) = words(text, at) {
        found.push(Number { range: at..value.end, amount: value.amount });
        return value.end.max(end);
    }
    let worth = share::worth(&letters.to_ascii_lowercase());
    found.extend(worth.into_iter().map(|amount| Number { range: at..end, amount }));
    end
}

/// Reads what starts with a character outside ASCII.
fn other(text: &str, at: usize, not_before: usize) -> Step {
    let Some(first) = text[at..].chars().next() else {
        return Step::past(at + 1);
    };
    if digit(text.as_bytes(), at).is_some() || matches!(first, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215e}') {
        return in_digits(text, at, not_before);
    }
    if first.is_alphabetic() {
        return Step::past(letters_end(text, at));
    }
    Step::past(at + first.len_utf8())
}

/// Reads the word at `at`, whose letters end at `end`.
fn word(text: &str, at: usize, end: usize, not_before: usize) -> Step {
    let bytes = text.as_bytes();
    let after = bytes.get(end).copied();
    if after.is_some_and(|byte| byte.is_ascii_digit()) {
        return word_with_digits(text, at, end, not_before);
    }
    let is_joined = matches!(after, Some(b'-' | b'/' | b'+' | b'#' | b'_' | b':'));
    if is_joined && let Some(step) = joined(text, at, end) {
        return step;
    }
    if !STARTS.may_hold(&bytes[at..end]) || is_tail(bytes, at) {
        return Step::past(end);
    }
    let step = word_at(&text[..end], at).and_then(|word| read(text, &word, not_before));
    step.unwrap_or(Step::past(end))
}

fn read(text: &str, word: &Word<'_>, not_before: usize) -> Option<Step> {
    let listed = Listed::of(word.text);
    let is_in = |list| listed.is_in(list);
    match () {
        () if is_in(List::Number) || is_in(List::Magnitude) => Some(in_words(text, word.start, word.end, not_before)),
        () if is_in(List::Share) || is_in(List::Fraction) => share::share(text, word, not_before),
        () if is_in(List::Multiple) || is_in(List::MultipleBase) || is_in(List::MultiplePresent) => {
            share::multiple(text, word)
        }
        () if is_in(List::VagueNumber) => share::vague(text, word, not_before),
        () => None,
    }
}

/// Whether a hyphen, apostrophe or underscore ties the word at `at` to one before: `one-on-one`.
fn is_tail(bytes: &[u8], at: usize) -> bool {
    at > 1 && matches!(bytes[at - 1], b'-' | b'\'' | b'_' | b'/' | b'.') && bytes[at - 2].is_ascii_alphanumeric()
}

/// Where the letters that start at `at` end.
#[inline]
fn letters_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let end = at + letters(&bytes[at..]);
    if bytes.get(end).is_none_or(u8::is_ascii) { end } else { wide_letters_end(text, end) }
}

/// The same where a character beyond ASCII stands at `at`.
#[cold]
fn wide_letters_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(c) = text[end..].chars().next().filter(|c| c.is_alphabetic()) {
        end += c.len_utf8();
        end += letters(&text.as_bytes()[end..]);
    }
    end
}

/// Letters with digits after them: `p99`, `S3`, `v2`; but `x10` is a factor and `USD3m` a sum.
fn word_with_digits(text: &str, at: usize, end: usize, not_before: usize) -> Step {
    let letters = &text[at..end];
    let all = name_end(text, at);
    if letters == "x" {
        let digits = &text[end..all];
        let is_factor = digits.bytes().all(|byte| byte.is_ascii_digit()) && !matches!(digits, "64" | "86" | "32");
        if is_factor {
            return Step::found(at, all, Kind::Factor, Strength::Strong);
        }
    }
    if List::CurrencyCode.holds(letters) {
        let mut step = in_digits(text, end, not_before);
        if let Some(figure) = &mut step.found {
            figure.range.start = at;
            figure.kind = Kind::Money;
        }
        return step;
    }
    Step::past(all)
}

/// A word tied to digits by a sign is a name: `GPT-4`, `HTTP/2`, `C++20`, `REF-1234`; `sub-100 ms` is not.
fn joined(text: &str, at: usize, end: usize) -> Option<Step> {
    let rest = &text.as_bytes()[end..];
    let signs = rest.iter().take(2).take_while(|byte| matches!(byte, b'-' | b'/' | b'+' | b'#' | b'_')).count();
    let is_digit = rest.get(signs).is_some_and(u8::is_ascii_digit);
    let is_label = rest.first() == Some(&b':') || signs == 0;
    let word = &text[at..end];
    let is_measuring = word.eq_ignore_ascii_case("sub") || List::Comparison.holds(word);
    let is_arrow = rest.starts_with(b"--");
    (is_digit && !is_label && !is_measuring && !is_arrow).then(|| Step::past(name_end(text, end + signs)))
}

/// Reads the number whose first digit stands at `at`; nothing before `not_before` is taken in.
fn in_digits(text: &str, at: usize, not_before: usize) -> Step {
    if is_after_digits(text, at) {
        return Step::past(name_end(text, at));
    }
    let value = match numeral(text, at) {
        Numeral::Value(value) => value,
        Numeral::Name(end) => return share::ordinal(text, at, end),
    };
    let Some(value) = value.with_prefix(text, not_before) else {
        return Step::past(name_end(text, at));
    };
    if let Some(end) = name::groups_end(text, &value) {
        return Step::past(end);
    }
    let zero = || (value.whole == 0 && value.is_integer()).then(|| share::zero(text, &value)).flatten();
    zero().unwrap_or_else(|| judge(text, &value, Strength::Strong))
}

/// Whether a dash ties the digits at `at` to digits before that were no figure: `1-2-1 meetings`.
fn is_after_digits(text: &str, at: usize) -> bool {
    let head = text[..at].strip_suffix(['-', '\u{2013}']);
    head.is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
}

/// Reads the number whose first word stands at `start..end`.
fn in_words(text: &str, start: usize, end: usize, not_before: usize) -> Step {
    let Some(spelled) = spelled(text, start, not_before) else {
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
        0 => share::zero(text, value),
        _ => share::parts(text, value).or_else(|| share::one(text, value)),
    };
    step.unwrap_or(Step::past(value.end))
}

/// Looks at what stands after `value`, then before it; `most` is what it can prove.
fn judge(text: &str, value: &Value, most: Strength) -> Step {
    let is_name = name::is_name(text, value);
    match ratio(text, value) {
        Some(Joint::Figure { kind, strength, end, other }) if !is_name => {
            return Step::found(value.start, end, kind, strength.min(most)).of(value).to(other);
        }
        Some(Joint::Figure { end, .. } | Joint::Name(end)) => return Step::past(end),
        None => {}
    }
    if let Some(step) = share::parts(text, value).or_else(|| share::round_digits(text, value)) {
        return step;
    }
    let Some(first) = measure(text, value) else {
        let is_tied = text[value.end..].starts_with('-');
        return Step::past(if is_tied { name_end(text, value.end) } else { value.end });
    };
    if first.unit == Some(Unit::Times) {
        return share::times(text, value, first.end);
    }
    let reading = Reading { text, value, first, pair: pair(text, value, &first), is_name };
    match reading.verdict() {
        Some((kind, strength)) => {
            // The other end of a pair says how many.
            let most = if reading.pair.is_some() { Strength::Strong } else { most };
            let other = reading.pair.map(|pair| pair.value.amount);
            Step::found(value.start, reading.end(), kind, strength.min(most)).of(value).to(other)
        }
        None if reading.pair.is_some() => Step::past(reading.end()),
        // What was taken for its noun may hold a figure of its own: "in 2021 twice the load".
        None => Step::past(value.end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for text in ["40,000 shops", "40k shops", "40 thousand", "forty thousand shops", "40.000", "40'000"] {
            assert_eq!(super::super::numbers(text), [40_000_000], "{text}");
        }
        assert_eq!(super::super::numbers("twenty-five"), [25_000]);
        assert_eq!(super::super::numbers("two and a half years"), [2_500]);
        assert_eq!(super::super::numbers("1.2M"), [1_200_000_000]);
        assert_eq!(super::super::numbers("USD3m"), [3_000_000_000]);
        assert_eq!(super::super::numbers("99.95%"), [99_950]);
        assert_eq!(super::super::numbers("from 900 ms to 210 ms"), [900_000, 210_000]);
        assert_eq!(super::super::numbers("p99 at 80 ms in Q3"), [80_000]);
        assert_eq!(super::super::numbers("half of 3rd-year pupils, twice"), [500, 3_000, 2_000]);
        assert_eq!(super::super::numbers("since 2019\u{2013}2023"), [2_019_000, 2_023_000]);
    }

    #[test]
    fn numbers_as_large_as_they_go_end() {
        assert_eq!(super::super::numbers("18446744073709551615 billion"), [u64::MAX]);
        assert_eq!(super::super::numbers("99999999999999999999999"), [u64::MAX]);
    }

    #[test]
    fn the_numbers_of_each_figure_are_among_those_of_its_text() {
        for text in [
            "We cut p95 from 900 ms to 210 ms and half the bill.",
            "I held 99.95% for 3 of our 4 teams, twice the USD3m of two and a half years.",
            "Two-thirds of 10^6 rows, a quarter of a million, 1-in-6, ~\u{bd} of them, five nines, three times a week.",
        ] {
            let all = super::super::numbers(text);
            let found = scan(text);
            assert!(found.len() > 1, "{found:?}");
            for value in found.iter().flat_map(Figure::values) {
                assert!(all.contains(&value), "{value} of {text}: {all:?}");
            }
        }
    }

    #[test]
    fn a_pair_keeps_both_of_its_numbers() {
        let values = |text| scan(text).iter().map(|figure| (figure.value, figure.other)).collect::<Vec<_>>();

        assert_eq!(values("from 800 to 4.2K RPS"), [(Some(800_000), Some(4_200_000))]);
        assert_eq!(values("3 of our 4 releases"), [(Some(3_000), Some(4_000))]);
        assert_eq!(values("we doubled it for $1.2M"), [(None, None), (Some(1_200_000_000), None)]);
    }
}
