//! Numbers in words, from `two` to `two hundred and fifty thousand`.

use super::number_word::{NumberWord, letters, number_word};
use super::value::{Shape, Value};
use super::word::{starts_sentence, word_before};

/// A number in words and whether it says how many at all.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelled {
    pub(super) value: Value,
    /// `several hundred`, `a few thousand`.
    pub(super) is_vague: bool,
}

/// Words that a number may have.
const WORDS: usize = 10;

/// Reads the number whose first word starts at `at`.
///
/// `None` for a name ("Ledger Two") and for a magnitude that nothing counts ("per thousand").
pub(super) fn spelled(text: &str, at: usize, floor: usize) -> Option<Spelled> {
    if text[at..].starts_with(char::is_uppercase) && !starts_sentence(text, at) {
        return None;
    }
    let (mut value, first) = words(text, at)?;
    if let Some(len) = and_a_half(&text[value.end..]) {
        value.end += len;
        value.tenths = Some(5);
    }
    if !matches!(first, NumberWord::Hundred | NumberWord::Large(_)) {
        return Some(Spelled { value, is_vague: false });
    }
    let count = word_before(text, at).filter(|word| word.start >= floor && word.sign.is_none())?;
    value.start = count.start;
    let is_vague = match count.lower() {
        "a" => {
            let half = word_before(text, count.start).filter(|word| word.start >= floor && word.lower() == "half");
            value.start = half.map_or(count.start, |half| half.start);
            false
        }
        "several" | "few" | "couple" | "many" => true,
        _ => return None,
    };
    Some(Spelled { value, is_vague })
}

fn words(text: &str, at: usize) -> Option<(Value, NumberWord)> {
    let first = number_word(letters(text, at))?;
    let mut value = Value::new(at, at, 0);
    value.is_spelled = true;
    let (mut total, mut group, mut last) = (0_u64, 0_u64, None);
    let mut next = at;
    for _ in 0..WORDS {
        let word = letters(text, next);
        let Some(part) = number_word(word) else { break };
        match (last, part) {
            (None | Some(NumberWord::Hundred | NumberWord::Large(_)), NumberWord::Unit(n) | NumberWord::Tens(n)) => {
                group += n;
            }
            (Some(NumberWord::Tens(_)), NumberWord::Unit(n @ 1..=9)) => group += n,
            (None | Some(NumberWord::Unit(_) | NumberWord::Tens(_)), NumberWord::Hundred) if group < 100 => {
                group = group.max(1) * 100;
            }
            (_, NumberWord::Large(n)) if last != Some(NumberWord::Large(12)) => {
                total = total.saturating_add(group.max(1).saturating_mul(n));
                group = 0;
            }
            _ => break,
        }
        if matches!(part, NumberWord::Hundred | NumberWord::Large(_)) {
            value.shape = Shape::Scaled;
        }
        last = Some(part);
        value.end = next + word.len();
        next = value.end + gap(&text[value.end..], part);
        if next == value.end {
            break;
        }
    }
    value.whole = total.saturating_add(group);
    Some((value, first))
}

/// Length of what may part `part` from the next word of the number.
fn gap(rest: &str, part: NumberWord) -> usize {
    match part {
        NumberWord::Hundred | NumberWord::Large(_) if rest.starts_with(" and ") => 5,
        _ => usize::from(rest.starts_with([' ', '-'])),
    }
}

fn and_a_half(rest: &str) -> Option<usize> {
    let tail = " and a half";
    (rest.starts_with(tail) && !rest[tail.len()..].starts_with(char::is_alphanumeric)).then_some(tail.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(u64, &str)> {
        let at = text.find(|c: char| c.is_alphabetic())?;
        let value = spelled(text, at, 0)?.value;
        Some((value.whole, &text[value.start..value.end]))
    }

    #[test]
    fn numbers_in_words_add_up() {
        assert_eq!(read("two outages"), Some((2, "two")));
        assert_eq!(read("twenty-five nodes"), Some((25, "twenty-five")));
        assert_eq!(read("Two hundred and fifty thousand users"), Some((250_000, "Two hundred and fifty thousand")));
        assert_eq!(read("three dozen jobs"), Some((36, "three dozen")));
        assert_eq!(read("two and a half years"), Some((2, "two and a half")));
        assert_eq!(read("ten-thousand-row table"), Some((10_000, "ten-thousand")));
    }

    #[test]
    fn two_numbers_side_by_side_stay_apart() {
        assert_eq!(read("two and three"), Some((2, "two")));
        assert_eq!(read("five six"), Some((5, "five")));
        assert_eq!(read("nine-to-five"), Some((9, "nine")));
    }

    #[test]
    fn a_magnitude_takes_in_its_article() {
        let text = "saw half a million rows";
        let value = spelled(text, 11, 0).map(|spelled| &text[spelled.value.start..spelled.value.end]);

        assert_eq!(value, Some("half a million"));
        assert!(spelled("per thousand rows", 4, 0).is_none());
        assert!(spelled("several hundred rows", 8, 0).is_some_and(|spelled| spelled.is_vague));
    }

    #[test]
    fn a_capital_within_a_sentence_makes_a_name() {
        assert!(spelled("our Ledger Two team", 11, 0).is_none());
        assert!(spelled("Done. Two teams", 6, 0).is_some());
    }
}
