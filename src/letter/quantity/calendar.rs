//! Years, dates, clock times and phone numbers: digits that measure nothing.

use super::super::word_set::any_of;
use super::digits::digit;
use super::value::Value;
use super::word::{word_after, word_before};
use crate::words::{List, Listed};

impl Value {
    /// Whether it could be a calendar year: four plain digits from 1950 to 2099.
    pub(super) fn is_year(&self) -> bool {
        self.is_integer() && (1950..=2099).contains(&self.whole)
    }
}

/// Whether a number that could be a year is one, going by the word before it.
///
/// "over 2000 users" counts users; "the 2021 outages" and "in 2021 users left" do not.
pub(super) fn is_dated(text: &str, value: &Value) -> bool {
    value.is_year() && !word_before(text, value.start).is_some_and(|word| counts(word.lower()))
}

/// Words that come before a count and never before a year.
fn counts(lower: &str) -> bool {
    any_of!(lower;
        "over" "than" "nearly" "almost" "about" "around" "approximately" "roughly" "some" "least" "serve" "served"
        "serves" "serving" "handle" "handled" "handles" "handling" "process" "processed" "processing" "support"
        "supported" "supports" "supporting" "manage" "managed" "managing" "across" "with" "has" "have" "had" "moved"
        "migrated" "wrote" "reviewed" "shipped" "ran" "run" "running" "built" "another" "exceeding" "reached" "all"
    )
}

/// Whether the number is the day of a date: `9 March`, `March 9`, `Sept. 9`.
pub(super) fn is_day_of_month(text: &str, value: &Value) -> bool {
    let is_month = |word: &str| Listed::of(word).is_in(List::Month);
    value.is_integer()
        && (1..=31).contains(&value.whole)
        && (word_before(text, value.start).is_some_and(|word| word.sign != Some(',') && is_month(word.text))
            || word_after(text, value.end).is_some_and(|word| is_month(word.text)))
}

/// Where a phone number, postcode or date of several groups that opens with `value` ends.
///
/// Such are groups of digits parted by a blank or hyphen: three of them with six digits or more, seven digits
/// behind a `+`, or a group that starts with a zero.
pub(super) fn groups_end(text: &str, value: &Value) -> Option<usize> {
    if !value.is_integer() {
        return None;
    }
    let bytes = text.as_bytes();
    let is_international = text[value.start..].starts_with('+');
    let mut digits = text[value.start..value.end].chars().filter(char::is_ascii_digit).count();
    let mut groups = 1;
    let mut has_zero = false;
    let mut end = value.end;
    for _ in 0..8 {
        let gap = match bytes.get(end..) {
            Some([b' ' | b'-', ..]) => 1,
            Some([b')', b' ' | b'-', ..]) => 2,
            _ => break,
        };
        let Some((first, _)) = digit(bytes, end + gap) else {
            break;
        };
        let len = bytes[end + gap..].iter().take(12).take_while(|byte| byte.is_ascii_digit()).count();
        let next = end + gap + len;
        if matches!(bytes.get(next), Some(b'%' | b'.' | b',')) && digit(bytes, next + 1).is_some()
            || bytes.get(next).is_some_and(|byte| *byte == b'%' || byte.is_ascii_alphanumeric())
        {
            break;
        }
        has_zero |= first == 0 && len > 1;
        groups += 1;
        digits += len;
        end = next;
    }
    let is_name = groups > 1 && has_zero || groups > 2 && digits > 5 || is_international && digits > 6;
    is_name.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::numeral::{Numeral, numeral};
    use super::*;

    fn value(text: &str) -> Value {
        let at = text.find(|c: char| c.is_ascii_digit()).expect("a digit is there");
        match numeral(text, at) {
            Numeral::Value(value) => value.with_prefix(text, 0).expect("no sign makes a name of it"),
            Numeral::Name(_) => panic!("{text} is a name"),
        }
    }

    #[test]
    fn a_year_is_told_by_the_word_before_it() {
        let is_dated = |text| is_dated(text, &value(text));

        assert!(is_dated("in 2021 users left"));
        assert!(is_dated("the 2021 outages"));
        assert!(!is_dated("over 2000 users"));
        assert!(!is_dated("in 1900 users"));
    }

    #[test]
    fn a_day_stands_beside_its_month() {
        let is_day = |text| is_day_of_month(text, &value(text));

        assert!(is_day("on 9 March"));
        assert!(is_day("Sept. 9"));
        assert!(!is_day("In March, 9 services"));
        assert!(!is_day("we may 9 times"));
    }

    #[test]
    fn phones_and_dates_come_in_groups() {
        let end = |text| groups_end(text, &value(text)).map(|end| &text[..end]);

        assert_eq!(end("+372 5555 0100 x"), Some("+372 5555 0100"));
        assert_eq!(end("(201) 555-0100"), Some("(201) 555-0100"));
        assert_eq!(end("2025-11-17 and"), Some("2025-11-17"));
        assert_eq!(end("400 00 Town"), Some("400 00"));
        assert_eq!(end("10-15 nodes"), None);
        assert_eq!(end("3 100% tests"), None);
    }
}
