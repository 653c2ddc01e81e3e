//! The pass over the text, left to right: skip words fast, stop at digits and number words.

use super::super::run::letters;
use super::Quantity;
use super::digits::{digit, name_end};
use super::figure;
use super::kind::{Kind, Strength};
use super::money;
use super::multiple;
use super::placeholder::Brackets;
use super::share;
use super::step::Step;
use super::trigger::{Trigger, may_start, trigger};
use super::vague;
use super::word::{Word, word_at};

/// Every figure of `text`, in order.
pub(super) fn scan(text: &str) -> Vec<Quantity> {
    let bytes = text.as_bytes();
    let mut found: Vec<Quantity> = Vec::new();
    let mut brackets = Brackets::default();
    let mut floor = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let step = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let end = letters_end(text, at);
                // Nearly all of it is words that start nothing and the blanks behind them.
                if bytes.get(end) == Some(&b' ') && !may_start(&bytes[at..end]) {
                    at = end + 1;
                    continue;
                }
                word(text, at, end, floor)
            }
            b'0'..=b'9' => figure::in_digits(text, at, floor),
            b' ' | b'.' | b',' => {
                at += 1;
                continue;
            }
            0x80.. => other(text, at, floor),
            _ => {
                if let Some(open) = brackets.see(text, at) {
                    found.truncate(found.partition_point(|quantity| quantity.range.start < open));
                }
                at += 1;
                continue;
            }
        };
        if let Some(quantity) = step.found {
            floor = quantity.range.end;
            found.push(quantity);
        }
        at = step.end.max(at + 1);
    }
    found
}

/// Reads what starts with a character outside ASCII.
fn other(text: &str, at: usize, floor: usize) -> Step {
    let Some(first) = text[at..].chars().next() else {
        return Step::past(at + 1);
    };
    if digit(text.as_bytes(), at).is_some() || matches!(first, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215e}') {
        return figure::in_digits(text, at, floor);
    }
    if first.is_alphabetic() {
        return Step::past(letters_end(text, at));
    }
    Step::past(at + first.len_utf8())
}

/// Reads the word at `at`, whose letters end at `end`.
fn word(text: &str, at: usize, end: usize, floor: usize) -> Step {
    let bytes = text.as_bytes();
    let after = bytes.get(end).copied();
    if after.is_some_and(|byte| byte.is_ascii_digit()) {
        return word_with_digits(text, at, end, floor);
    }
    let is_joined = matches!(after, Some(b'-' | b'/' | b'+' | b'#' | b'_' | b':'));
    if is_joined && let Some(step) = joined(text, at, end) {
        return step;
    }
    let Some(kind) = Some(&text[at..end]).filter(|word| may_start(word.as_bytes())).and_then(trigger) else {
        return Step::past(end);
    };
    if is_tail(bytes, at) {
        return Step::past(end);
    }
    let step = match word_at(&text[..end], at) {
        Some(word) => read(text, &word, kind, floor),
        None => None,
    };
    step.unwrap_or(Step::past(end))
}

fn read(text: &str, word: &Word<'_>, kind: Trigger, floor: usize) -> Option<Step> {
    match kind {
        Trigger::Number => Some(figure::in_words(text, word.start, word.end, floor)),
        Trigger::Share => share::share(text, word, floor),
        Trigger::Multiple => multiple::multiple(text, word),
        Trigger::Vague => vague::vague(text, word, floor),
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

/// Letters with digits behind them: `p99`, `S3`, `v2`; but `x10` is a factor and `USD3m` a sum.
fn word_with_digits(text: &str, at: usize, end: usize, floor: usize) -> Step {
    let letters = &text[at..end];
    let all = name_end(text, at);
    if letters == "x" {
        let digits = &text[end..all];
        let is_factor = digits.bytes().all(|byte| byte.is_ascii_digit()) && !matches!(digits, "64" | "86" | "32");
        if is_factor {
            return Step::found(at, all, Kind::Factor, Strength::Strong);
        }
    }
    if money::is_currency_code(letters) {
        let mut step = figure::in_digits(text, end, floor);
        if let Some(quantity) = &mut step.found {
            quantity.range.start = at;
            quantity.kind = Kind::Money;
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
    let is_measuring = matches!(&text[at..end], "sub" | "Sub" | "under" | "over");
    let is_arrow = rest.starts_with(b"--");
    (is_digit && !is_label && !is_measuring && !is_arrow).then(|| Step::past(name_end(text, end + signs)))
}
