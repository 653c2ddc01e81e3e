//! Numbers that measure nothing: names and references (`Python 3`, `Section 1`), years, dates, ages, phone numbers.

use super::digits::digit;
use super::value::{Shape, Value};
use super::word::{Word, starts_sentence, word_after, word_before, words_before};
use crate::words::List;

/// Whether the words before `value` make it part of a name, a version, a reference or an age.
///
/// A number with a unit is never asked about; this is for bare numbers and counted nouns. Names are known by word
/// lists, or by a capital: an acronym before the number always makes a name (`SOC 2`, `MATH 101`), another
/// capital within the sentence makes one of decimals and of numbers below a hundred (`Overwatch 2`).
pub(super) fn is_name(text: &str, value: &Value) -> bool {
    let Some(before) = word_before(text, value.start) else {
        return false;
    };
    match before.sign {
        Some('.') => return before.is_in(List::AbbreviatedReference),
        Some(':' | '#') => return value.is_plain() && before.is_in(List::LabelledReference),
        Some(_) => return false,
        None => {}
    }
    let is_age = || before.lower() == "of" && precedes(text, before, |word| word.lower() == "age");
    let is_of_many = || precedes(text, before, |word| word.is_in(List::ReferenceOfMany));
    if before.is_in(List::Reference) && !is_of_many() || is_age() {
        return true;
    }
    if value.is_spelled || value.is_money || value.shape != Shape::Plain || before.lower().ends_with("'s") {
        return false;
    }
    let has_capital = before.text.contains(char::is_uppercase);
    if value.whole == 101 || has_capital && before.is_in(List::Product) || before.is_in(List::DistinctProduct) {
        return true;
    }
    if !has_capital || value.is_compared {
        return false;
    }
    let has_inner_capital = before.text.chars().skip(1).any(char::is_uppercase);
    let is_named = before.is_acronym()
        || (has_inner_capital || before.is_capitalized() && !starts_sentence(text, before.start))
            && before.text.len() > 1
            && (value.whole < 100 || value.tenths.is_some());
    is_named && !precedes(text, before, |word| word.lower() == "at")
}

/// Whether the word before `word` is as `is` asks.
fn precedes(text: &str, word: Word<'_>, is: impl Fn(&Word<'_>) -> bool) -> bool {
    word_before(text, word.start).is_some_and(|before| is(&before))
}

/// Whether a bare number says how large a group is: `a team of 8`.
pub(super) fn is_group_size(text: &str, value: &Value) -> bool {
    let Some(before) = word_before(text, value.start) else {
        return false;
    };
    let of = match before.lower() {
        "of" => Some(before),
        _ if before.is_in(List::Hedge) => word_before(text, before.start).filter(|word| word.lower() == "of"),
        _ => None,
    };
    of.is_some_and(|of| precedes(text, of, |group| group.is_in(List::Group)))
}

/// Whether the word before `value` compares it: `over 4000`, `up to 500`, `at least 12`.
pub(super) fn is_compared(text: &str, value: &Value) -> bool {
    value.is_compared
        || word_before(text, value.start).is_some_and(|word| {
            let is_up_to = || word.lower() == "to" && precedes(text, word, |word| word.lower() == "up");
            word.sign.is_none() && (word.is_in(List::Comparison) || is_up_to())
        })
}

/// Whether a number that could be a year is one, going by the word before it.
///
/// "over 2000 users" counts users; "the 2021 outages" and "in 2021 users left" do not.
pub(super) fn is_dated(text: &str, value: &Value) -> bool {
    value.is_year() && !word_before(text, value.start).is_some_and(|word| word.is_in(List::CountingWord))
}

/// Whether the number is the day of a date: `9 March`, `March 9`, `Sept. 9`.
pub(super) fn is_day_of_month(text: &str, value: &Value) -> bool {
    let is_month = |word: Word<'_>| word.is_in(List::Month);
    value.is_integer()
        && (1..=31).contains(&value.whole)
        && (word_before(text, value.start).is_some_and(|word| word.sign != Some(',') && is_month(word))
            || word_after(text, value.end).is_some_and(is_month))
}

/// Where a phone number, postcode or date of several groups that opens with `value` ends.
///
/// Such are groups of digits parted by a blank or hyphen: three of them with six digits or more, seven digits
/// after a `+`, or a group that starts with a zero.
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

/// Words before an age in which the person is looked for.
const AGE_REACH: usize = 4;

/// Whether the span in `start..end` is somebody's age: `I am 24 years old`, `a 24-year-old developer`.
///
/// "since I was five years old" says how long something has been done, and is none.
pub(super) fn is_age(text: &str, start: usize, end: usize) -> bool {
    let next = word_after(text, end);
    if text[start..end].ends_with("-old") {
        return next.is_some_and(|word| word.is_in(List::AgedPerson));
    }
    if !next.is_some_and(|word| matches!(word.lower(), "old" | "young")) {
        return false;
    }
    let before = || words_before(text, start).take(AGE_REACH);
    before().any(|word| word.is_in(List::AgeSubject)) && !before().any(|word| word.lower() == "since")
}

#[cfg(test)]
mod tests {
    use super::super::digits::{Numeral, numeral};
    use super::*;

    fn value(text: &str) -> Value {
        let at = text.find(|c: char| c.is_ascii_digit()).expect("a digit is there");
        match numeral(text, at) {
            Numeral::Value(value) => value.with_prefix(text, 0).expect("no sign makes a name of it"),
            Numeral::Name(_) => panic!("{text} is a name"),
        }
    }

    fn named(text: &str) -> bool {
        is_name(text, &value(text))
    }

    #[test]
    fn versions_are_told_by_the_product() {
        assert!(named("in Python 3 services"));
        assert!(named("Java 17 services"));
        assert!(named("a .NET 8 service"));
        assert!(named("the Overwatch 2 trailers"));
        assert!(!named("In Python, 3 services"));
    }

    #[test]
    fn references_number_what_they_name() {
        assert!(named("see section 1 notes"));
        assert!(named("the top 10 shops"));
        assert!(named("No. 5 shops"));
        assert!(named("at age 9 lessons"));
        assert!(named("the age of 9 lessons"));
    }

    #[test]
    fn a_verb_or_place_before_the_number_is_no_product() {
        assert!(!named("Led 8 engineers"));
        assert!(!named("At Acme 12 engineers"));
        assert!(!named("Acme's 12 engineers"));
        assert!(!named("with Shopify 300 shops"));
        assert!(!named("we ran 8 services"));
    }

    #[test]
    fn a_group_has_a_size() {
        let sized = |text| is_group_size(text, &value(text));

        assert!(sized("a team of 8"));
        assert!(sized("a staff of about 40"));
        assert!(!sized("a matter of 8"));
    }

    #[test]
    fn a_comparison_may_be_a_sign_or_a_word() {
        let compared = |text| is_compared(text, &value(text));

        assert!(compared("over 4000"));
        assert!(compared("up to 500"));
        assert!(compared("250+"));
        assert!(!compared("went to 500"));
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

    fn aged(text: &str, span: &str) -> bool {
        let start = text.find(span).expect("the span is in the text");
        is_age(text, start, start + span.len())
    }

    #[test]
    fn people_have_ages() {
        assert!(aged("I am 24 years old", "24 years"));
        assert!(aged("my 10-year-old self", "10-year-old"));
    }

    #[test]
    fn systems_and_spans_do_not() {
        assert!(!aged("the billing code is 12 years old", "12 years"));
        assert!(!aged("an 8-year-old system", "8-year-old"));
        assert!(!aged("Since I was five years old", "five years"));
        assert!(!aged("for 5 years", "5 years"));
    }
}
