//! Numbers in words, from `two` to `two hundred and fifty thousand`.

use super::value::{ONE, Shape, Value};
use super::word::{starts_sentence, word_before};
use crate::words::{List, Listed};

/// One word of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NumberWord {
    /// 0 to 19.
    Unit(u64),
    /// 20 to 90.
    Tens(u64),
    Hundred,
    /// A dozen, a thousand and up.
    Large(u64),
}

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
pub(super) fn spelled(text: &str, at: usize, not_before: usize) -> Option<Spelled> {
    if text[at..].starts_with(char::is_uppercase) && !starts_sentence(text, at) {
        return None;
    }
    let (mut value, first) = read(text, at)?;
    if !matches!(first, NumberWord::Hundred | NumberWord::Large(_)) {
        return Some(Spelled { value, is_vague: false });
    }
    let count = word_before(text, at).filter(|word| word.start >= not_before && word.sign.is_none())?;
    value.start = count.start;
    let is_vague = match count.lower() {
        "a" => {
            let half = word_before(text, count.start).filter(|word| word.start >= not_before && word.lower() == "half");
            value.start = half.map_or(count.start, |half| half.start);
            false
        }
        _ if count.is_in(List::VagueCount) => true,
        _ => return None,
    };
    Some(Spelled { value, is_vague })
}

/// The number in words that starts at `at`, in any case and wherever it stands.
pub(super) fn words(text: &str, at: usize) -> Option<Value> {
    read(text, at).map(|(value, _)| value)
}

fn read(text: &str, at: usize) -> Option<(Value, NumberWord)> {
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
    value.amount = value.whole.saturating_mul(ONE);
    if let Some(len) = and_a_half(&text[value.end..]) {
        value.end += len;
        value.tenths = Some(5);
        value.amount = value.amount.saturating_add(ONE / 2);
    }
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

/// The letters from `at` on, up to more than any number word has.
fn letters(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    // One more than the longest word, so that a longer one does not pass for it.
    let end = rest.bytes().take(10).take_while(u8::is_ascii_alphabetic).count();
    &rest[..end]
}

/// The number word that `word` is, in any case.
fn number_word(word: &str) -> Option<NumberWord> {
    let listed = Listed::of(word);
    match (listed.number_in(List::Number), listed.number_in(List::Magnitude)) {
        (Some(unit @ 0..=19), _) => Some(NumberWord::Unit(unit)),
        (Some(tens), _) => Some(NumberWord::Tens(tens)),
        (None, Some(100)) => Some(NumberWord::Hundred),
        (None, large) => large.map(NumberWord::Large),
    }
}

/// Whether `word` is one that numbers are made of.
pub(super) fn is_number_word(word: &str) -> bool {
    List::Number.holds(word) || List::Magnitude.holds(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_of(text: &str) -> Option<(u64, &str)> {
        let at = text.find(|c: char| c.is_alphabetic())?;
        let value = spelled(text, at, 0)?.value;
        Some((value.whole, &text[value.start..value.end]))
    }

    #[test]
    fn numbers_in_words_add_up() {
        assert_eq!(value_of("two outages"), Some((2, "two")));
        assert_eq!(value_of("twenty-five nodes"), Some((25, "twenty-five")));
        assert_eq!(value_of("Two hundred and fifty thousand users"), Some((250_000, "Two hundred and fifty thousand")));
        assert_eq!(value_of("three dozen jobs"), Some((36, "three dozen")));
        assert_eq!(value_of("two and a half years"), Some((2, "two and a half")));
        assert_eq!(value_of("ten-thousand-row table"), Some((10_000, "ten-thousand")));
    }

    #[test]
    fn two_numbers_side_by_side_stay_apart() {
        assert_eq!(value_of("two and three"), Some((2, "two")));
        assert_eq!(value_of("five six"), Some((5, "five")));
        assert_eq!(value_of("nine-to-five"), Some((9, "nine")));
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

    #[test]
    fn number_words_are_known_in_any_case() {
        assert_eq!(number_word("Seventeen"), Some(NumberWord::Unit(17)));
        assert_eq!(number_word("forty"), Some(NumberWord::Tens(40)));
        assert_eq!(number_word("dozen"), Some(NumberWord::Large(12)));
        assert_eq!(number_word("fourty"), None);
    }

    #[test]
    fn letters_end_at_the_first_other_sign() {
        assert_eq!(letters("ten-thousand", 0), "ten");
        assert_eq!(letters("ten-thousand", 4), "thousand");
        assert_eq!(letters("", 0), "");
    }
}
