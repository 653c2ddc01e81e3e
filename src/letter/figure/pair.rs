//! Two values that are one figure: `from 900 ms to 240 ms`, `14 → 3`, `10-15%`, `between 3 and 5`.

use super::digits::{Numeral, digit, numeral};
use super::measure::{Measure, measure};
use super::ratio::is_fixed_pair;
use super::spelled::spelled;
use super::unit::Unit;
use super::value::{Shape, Value, is_prefix};
use super::word::{word_after, word_at, words_before};
use crate::words::List;

/// The second value of a pair and what it measures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) measure: Measure,
    pub(super) value: Value,
    /// From one value to another, not a span between two.
    pub(super) is_change: bool,
}

/// Reads the value that `first` is paired with; `None` when it stands alone.
pub(super) fn pair(text: &str, first: &Value, measured: &Measure) -> Option<Pair> {
    let (link, at) = link(text, first, measured.end)?;
    let value = value_at(text, at, measured.end)?;
    let measure = measure(text, &value)?;
    let link = if link == Link::To && is_after_from(text, first.start) { Link::Change } else { link };
    let is_dated = first.is_year() && measured.unit.is_none() || value.is_year() && measure.unit.is_none();
    if is_dated || !fit(text, (first, measured), (&value, &measure), link) {
        return None;
    }
    Some(Pair { value, measure, is_change: link == Link::Change })
}

/// The value that starts at `at`, with its sign or currency.
fn value_at(text: &str, at: usize, not_before: usize) -> Option<Value> {
    let rest = text.get(at..)?;
    let signs: usize = rest.chars().take(3).take_while(|c| is_prefix(*c)).map(char::len_utf8).sum();
    if digit(text.as_bytes(), at + signs).is_some() {
        return match numeral(text, at + signs) {
            Numeral::Value(value) => value.with_prefix(text, at),
            Numeral::Name(_) => None,
        };
    }
    let is_word = rest.starts_with(|c: char| c.is_ascii_lowercase());
    is_word.then(|| spelled(text, at, not_before)).flatten().map(|spelled| spelled.value)
}

/// Whether the two measure the same thing.
fn fit(text: &str, first: (&Value, &Measure), second: (&Value, &Measure), link: Link) -> bool {
    let ((a, a_measure), (b, b_measure)) = (first, second);
    match (a_measure.unit, b_measure.unit) {
        (None, None) => {
            let has_size = a.shape != Shape::Plain || b.shape != Shape::Plain;
            let has_rate = a_measure.period.is_some() || b_measure.period.is_some();
            (link == Link::Change || has_size || has_rate) && !is_fixed_pair(a, b.whole) && !is_on_scale(text, a.start)
        }
        (None, Some(_)) => a_measure.period.is_none() || b_measure.period.is_some(),
        (Some(unit), None) => (link != Link::Span || unit == Unit::Money) && !is_followed_by_sign(text, b.end),
        (Some(Unit::Noun(_)), Some(Unit::Noun(_))) => {
            link == Link::Change || last_word(text, a_measure.end) == last_word(text, b_measure.end)
        }
        (Some(Unit::Throughput), Some(Unit::Noun(_))) | (Some(Unit::Noun(_)), Some(Unit::Throughput)) => {
            a_measure.period.is_some() || b_measure.period.is_some()
        }
        (Some(Unit::Time(_)), Some(Unit::Time(_))) => true,
        (Some(a), Some(b)) => a == b,
    }
}

/// `on a scale from 1 to 10`.
fn is_on_scale(text: &str, start: usize) -> bool {
    words_before(text, start).take(3).any(|word| word.is_in(List::Scale))
}

/// A clock time or date comes after a bare number and a sign.
fn is_followed_by_sign(text: &str, at: usize) -> bool {
    text[at..].starts_with([':', '/', '-'])
        || word_after(text, at).is_some_and(|word| matches!(word.lower(), "am" | "pm"))
}

fn last_word(text: &str, end: usize) -> &str {
    text[..end].rsplit(' ').next().unwrap_or("")
}

/// How the second value is tied to the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// An arrow, `down to`, `from … to`.
    Change,
    /// A `to` that may also mean "for" or "until".
    To,
    /// A dash, or the `and` of `between`.
    Span,
}

/// What ties the values, and where the second is to be read.
fn link(text: &str, first: &Value, at: usize) -> Option<(Link, usize)> {
    let rest = &text[at..];
    let blank = usize::from(rest.starts_with(' '));
    // Nearly always a word or a sign that ties nothing.
    match rest.as_bytes() {
        [b' ', b'a' | b't' | b'd' | b'u' | b'-' | b'=' | 0x80.., ..] | [b'-' | b'=' | b',' | 0x80.., ..] => {}
        _ => return None,
    }
    let arrows = ["\u{2192}", "\u{27f6}", "\u{2794}", "\u{279c}", "\u{21d2}", "-->", "->", "=>", "\u{2013}>"];
    if let Some(arrow) = arrows.into_iter().find(|arrow| rest[blank..].starts_with(arrow)) {
        let end = at + blank + arrow.len();
        return Some((Link::Change, end + usize::from(text[end..].starts_with(' '))));
    }
    for dash in ["-", "\u{2013}", "\u{2014}", " - ", " \u{2013} "] {
        if rest.starts_with(dash) {
            let is_value = |c: char| c.is_ascii_digit() || matches!(c, '$' | '\u{20ac}' | '\u{a3}' | '~');
            let end = at + dash.len();
            return text[end..].starts_with(is_value).then_some((Link::Span, end));
        }
    }
    if rest.starts_with(" and ") {
        let is_between = words_before(text, first.start).next().is_some_and(|word| word.lower() == "between");
        return is_between.then_some((Link::Span, at + 5));
    }
    let (link, at) = turn(text, at)?;
    Some((link, after_hedges(text, at)))
}

/// Reads ` to `, ` down from ` and their like, and where they end.
fn turn(text: &str, at: usize) -> Option<(Link, usize)> {
    let has_comma = text[at..].starts_with(',');
    let first = word_after(text, at + usize::from(has_comma))?;
    if first.text == "to" {
        return (!has_comma && text[first.end..].starts_with(' ')).then_some((Link::To, first.end + 1));
    }
    let second = word_after(text, first.end).filter(|word| text[word.end..].starts_with(' '))?;
    let is_turn = matches!(first.text, "down" | "up") && matches!(second.text, "to" | "from");
    // In "12 shops, up to 40 orders" the second is a limit.
    let is_limit = has_comma && (first.text, second.text) == ("up", "to");
    (is_turn && !is_limit).then_some((Link::Change, second.end + 1))
}

/// Where the value starts after "just", "less than" and the like.
fn after_hedges(text: &str, mut at: usize) -> usize {
    for _ in 0..3 {
        match word_at(text, at) {
            Some(word) if word.is_in(List::Hedge) && text[word.end..].starts_with(' ') => at = word.end + 1,
            _ => break,
        }
    }
    at
}

/// Whether `from` opens the pair, hedges between or not.
pub(super) fn is_after_from(text: &str, start: usize) -> bool {
    words_before(text, start).take(3).find(|word| !word.is_in(List::Hedge)).is_some_and(|word| word.lower() == "from")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, bool)> {
        let at = text.find(|c: char| c.is_ascii_digit())?;
        let Numeral::Value(first) = numeral(text, at) else {
            return None;
        };
        let pair = pair(text, &first, &measure(text, &first)?)?;
        Some((&text[first.start..pair.measure.end], pair.is_change))
    }

    #[test]
    fn from_and_to_make_one_change() {
        assert_eq!(read("from 900 ms to 240 ms at"), Some(("900 ms to 240 ms", true)));
        assert_eq!(read("from 800 to 4.2K"), Some(("800 to 4.2K", true)));
        assert_eq!(read("from 20 seconds to just 0.36 seconds"), Some(("20 seconds to just 0.36 seconds", true)));
        assert_eq!(read("14 \u{2192} 3"), Some(("14 \u{2192} 3", true)));
        assert_eq!(read("40 tickets, down from 95"), Some(("40 tickets, down from 95", true)));
        assert_eq!(read("from 3 pages a week to one"), Some(("3 pages a week to one", true)));
    }

    #[test]
    fn a_dash_or_between_makes_a_span() {
        assert_eq!(read("10-15% of"), Some(("10-15%", false)));
        assert_eq!(read("between 3 and 5 ms"), Some(("3 and 5 ms", false)));
        assert_eq!(read("3 to 5 engineers"), Some(("3 to 5 engineers", false)));
        assert_eq!(read("$5M-$10M"), Some(("5M-$10M", false)));
    }

    #[test]
    fn unlike_things_stay_apart() {
        assert_eq!(read("3 talks to 200 people"), None);
        assert_eq!(read("20 minutes to 3 teams"), None);
        assert_eq!(read("3 and 5 ms"), None);
    }

    #[test]
    fn years_hours_and_marks_are_no_pair() {
        assert_eq!(read("from 2019 to 2023"), None);
        assert_eq!(read("from 9 to 5"), None);
        assert_eq!(read("from 5 engineers to 2023"), None);
        assert_eq!(read("on a scale from 1 to 10"), None);
        assert_eq!(read("pages 3-5."), None);
    }

    fn linked(text: &str) -> Option<(Link, &str)> {
        let digits = text.find(|c: char| c.is_ascii_digit())?;
        let end = text[digits..].find(|c: char| !c.is_ascii_digit())? + digits;
        let (link, at) = link(text, &Value::new(digits, end, 1), end)?;
        Some((link, &text[at..]))
    }

    #[test]
    fn arrows_and_turns_are_changes() {
        assert_eq!(linked("14 \u{2192} 3"), Some((Link::Change, "3")));
        assert_eq!(linked("14->3"), Some((Link::Change, "3")));
        assert_eq!(linked("14, down from 30"), Some((Link::Change, "30")));
        assert_eq!(linked("14 down to just 3"), Some((Link::Change, "3")));
    }

    #[test]
    fn a_dash_needs_a_value_right_after_it() {
        assert_eq!(linked("10-15"), Some((Link::Span, "15")));
        assert_eq!(linked("10 \u{2013} $15"), Some((Link::Span, "$15")));
        assert_eq!(linked("10 - and"), None);
        assert_eq!(linked("10-node"), None);
    }

    #[test]
    fn and_ties_only_after_between() {
        assert_eq!(linked("between 3 and 5"), Some((Link::Span, "5")));
        assert_eq!(linked("3 and 5"), None);
    }

    #[test]
    fn hedges_stand_between_to_and_the_value() {
        assert_eq!(linked("from 3 to well over 50"), Some((Link::To, "50")));
        assert!(is_after_from("from about 3", 11));
        assert!(!is_after_from("grew to 3", 8));
    }
}
