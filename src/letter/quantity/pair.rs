//! Two values that are one figure: `from 900 ms to 240 ms`, `14 → 3`, `10-15%`, `between 3 and 5`.

use super::digits::digit;
use super::idiom::is_fixed_pair;
use super::link::{Link, is_after_from, link};
use super::measure::{Measure, measure};
use super::numeral::{Numeral, numeral};
use super::spelled::spelled;
use super::unit::Unit;
use super::value::{Shape, Value, is_prefix};
use super::word::{word_after, words_before};

/// The second value of a pair and what it measures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) measure: Measure,
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
    Some(Pair { measure, is_change: link == Link::Change })
}

/// The value that starts at `at`, with its sign or currency.
fn value_at(text: &str, at: usize, floor: usize) -> Option<Value> {
    let rest = text.get(at..)?;
    let signs: usize = rest.chars().take(3).take_while(|c| is_prefix(*c)).map(char::len_utf8).sum();
    if digit(text.as_bytes(), at + signs).is_some() {
        return match numeral(text, at + signs) {
            Numeral::Value(value) => value.with_prefix(text, at),
            Numeral::Name(_) => None,
        };
    }
    let is_word = rest.starts_with(|c: char| c.is_ascii_lowercase());
    is_word.then(|| spelled(text, at, floor)).flatten().map(|spelled| spelled.value)
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
    words_before(text, start).take(3).any(|word| matches!(word.lower(), "scale" | "rated" | "scored"))
}

/// A clock time or date comes after a bare number and a sign.
fn is_followed_by_sign(text: &str, at: usize) -> bool {
    text[at..].starts_with([':', '/', '-'])
        || word_after(text, at).is_some_and(|word| matches!(word.lower(), "am" | "pm"))
}

fn last_word(text: &str, end: usize) -> &str {
    text[..end].rsplit(' ').next().unwrap_or("")
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
}
