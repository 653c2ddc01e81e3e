//! Numbers in digits, groups, decimals, powers and magnitudes, and what only looks like a number.

use super::unit;
use super::value::{ONE, Shape, Value};
use super::word::word_after;
use crate::words::List;

/// What starts with a digit.
#[derive(Clone, Copy, Debug)]
pub(super) enum Numeral {
    Value(Value),
    /// A version, identifier, phone number or ordinal, and where it ends.
    Name(usize),
}

/// Reads the number whose first digit stands at `at`.
pub(super) fn numeral(text: &str, at: usize) -> Numeral {
    let bytes = text.as_bytes();
    let Some(head) = run(bytes, at) else {
        return vulgar(text, at);
    };
    if head.count > 1 && head.first == 0 {
        return Numeral::Name(name_end(text, at));
    }
    let mut value = Value::new(at, head.end, head.value);
    let separator = group(bytes, head, &mut value);
    decimals(bytes, separator, &mut value);
    if matches!(bytes.get(value.end), Some(b'.' | b',')) && digit(bytes, value.end + 1).is_some() {
        return Numeral::Name(name_end(text, at));
    }
    power(text, &mut value);
    if let Some((_, len)) = fraction(text, value.end) {
        value.end += len;
        value.tenths = Some(5);
        value.amount = value.amount.saturating_add(ONE / 2);
    }
    let letters = glued_letters(text, value.end);
    if !letters.is_empty() {
        let after = value.end + letters.len();
        let is_whole = !text[after..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '%'));
        if let Some(times) = List::MagnitudeSuffix.number_of(letters).filter(|_| is_whole) {
            value.scale(times, after);
        } else if !is_whole || !unit::is_symbol(letters) {
            return Numeral::Name(name_end(text, at));
        }
    } else if bytes.get(value.end) == Some(&b'_') || text[value.end..].starts_with('\u{b0}') {
        return Numeral::Name(name_end(text, at));
    }
    plus(bytes, &mut value);
    magnitudes(text, &mut value);
    plus(bytes, &mut value);
    Numeral::Value(value)
}

fn vulgar(text: &str, at: usize) -> Numeral {
    let Some((tenths, len)) = fraction(text, at) else {
        return Numeral::Name(at + 1);
    };
    let mut value = Value::new(at, at + len, 0);
    value.tenths = Some(tenths);
    value.amount = u64::from(tenths) * ONE / 10;
    Numeral::Value(value)
}

fn glued_letters(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.find(|c: char| !(c.is_alphabetic())).unwrap_or(rest.len());
    &rest[..end]
}

fn plus(bytes: &[u8], value: &mut Value) {
    if bytes.get(value.end) == Some(&b'+') && !bytes.get(value.end + 1).is_some_and(u8::is_ascii_alphanumeric) {
        value.end += 1;
        value.is_compared = true;
    }
}

/// Takes in the magnitudes spelled after digits: `3 million`, `2 hundred thousand`, `4.2 K` before a unit.
fn magnitudes(text: &str, value: &mut Value) {
    for _ in 0..2 {
        let Some(word) = word_after(text, value.end) else {
            return;
        };
        let times = if matches!(word.text, "K" | "M") && word_after(text, word.end).is_some() {
            List::MagnitudeSuffix.number_of(word.text)
        } else {
            List::Magnitude.number_of(word.text).or_else(|| List::SpacedMagnitude.number_of(word.text))
        };
        let Some(times) = times else {
            return;
        };
        value.scale(times, word.end);
    }
}

/// A run of digits.
#[derive(Clone, Copy, Debug)]
struct Run {
    end: usize,
    count: usize,
    value: u64,
    first: u8,
}

/// A digit at `at`, full width ones included, and its length.
pub(super) fn digit(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match bytes.get(at)? {
        byte @ b'0'..=b'9' => Some((byte - b'0', 1)),
        0xef => match bytes.get(at + 1..at + 3)? {
            [0xbc, byte @ 0x90..=0x99] => Some((byte - 0x90, 3)),
            _ => None,
        },
        _ => None,
    }
}

/// The whole number that the digits at `at` make, in thousandths, whatever follows them.
pub(super) fn first_number(text: &str, at: usize) -> Option<u64> {
    run(text.as_bytes(), at).map(|run| run.value.saturating_mul(ONE))
}

/// The digits from `at` on; `None` when there are none.
fn run(bytes: &[u8], at: usize) -> Option<Run> {
    let (first, _) = digit(bytes, at)?;
    let mut run = Run { end: at, count: 0, value: 0, first };
    while let Some((digit, len)) = digit(bytes, run.end) {
        run.value = run.value.saturating_mul(10).saturating_add(u64::from(digit));
        run.end += len;
        run.count += 1;
    }
    Some(run)
}

/// Takes in groups of three digits, or of two before the last as in India, and returns what parts them.
fn group(bytes: &[u8], head: Run, value: &mut Value) -> Option<u8> {
    let (sign, len) = match bytes.get(head.end..)? {
        [sign @ (b',' | b'.' | b' ' | b'\'' | b'_'), ..] => (*sign, 1),
        [0xc2, 0xa0, ..] => (b' ', 2),
        [0xe2, 0x80, 0xaf, ..] => (b' ', 3),
        _ => return None,
    };
    if head.count > 3 {
        return None;
    }
    let separator = &bytes[head.end..head.end + len];
    let mut groups = 0;
    while bytes[value.end..].starts_with(separator)
        && let Some(next) = run(bytes, value.end + len)
    {
        let is_indian = sign == b','
            && next.count == 2
            && bytes.get(next.end) == Some(&b',')
            && digit(bytes, next.end + 1).is_some();
        if next.count != 3 && !is_indian {
            break;
        }
        // A lone dot is decimal ("99.999"), unless a decimal comma follows ("1.000,5").
        let follows = |sign| bytes.get(next.end) == Some(&sign) && digit(bytes, next.end + 1).is_some();
        if sign == b'.' && groups == 0 && !follows(b'.') && !follows(b',') {
            break;
        }
        let shift = if is_indian { 100 } else { 1000 };
        value.whole = value.whole.saturating_mul(shift).saturating_add(next.value);
        value.amount = value.whole.saturating_mul(ONE);
        value.end = next.end;
        value.shape = Shape::Grouped;
        groups += 1;
    }
    (groups > 0).then_some(sign)
}

/// Takes in decimals; a comma is decimal before one or two digits.
fn decimals(bytes: &[u8], separator: Option<u8>, value: &mut Value) {
    let Some(sign @ (b'.' | b',')) = bytes.get(value.end) else {
        return;
    };
    if separator == Some(*sign) {
        return;
    }
    if let Some(decimals) = run(bytes, value.end + 1)
        && (*sign == b'.' || decimals.count < 3)
    {
        value.tenths = Some(decimals.first);
        value.amount = match decimals.count {
            // "40.000" may be forty thousand; whatever it is, two texts mean the same by it as by "40,000".
            3 => value.amount.saturating_add(decimals.value).saturating_mul(ONE),
            2 => value.amount.saturating_add(decimals.value * ONE / 100),
            _ => value.amount.saturating_add(u64::from(decimals.first) * ONE / 10),
        };
        value.end = decimals.end;
    }
}

/// Where a version, date or identifier that goes through `at` ends: `1.22.3`, `12/05/2026`, `0700-000`.
pub(super) fn name_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let mut end = 0;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let joins = matches!(c, '.' | ',' | '-' | '/' | ':' | '_' | '\u{2013}')
            && chars.peek().is_some_and(|next| next.is_ascii_digit() || c != ',' && next.is_alphanumeric());
        if !c.is_alphanumeric() && !joins {
            break;
        }
        end += c.len_utf8();
    }
    at + end.max(rest.chars().next().map_or(0, char::len_utf8))
}

/// The value of a fraction sign at `at` in tenths, and its length.
fn fraction(text: &str, at: usize) -> Option<(u8, usize)> {
    let sign = text.get(at..)?.chars().next()?;
    let tenths = match sign {
        '\u{bd}' => 5,
        '\u{bc}' | '\u{2153}' | '\u{2155}' => 3,
        '\u{be}' | '\u{2154}' => 7,
        '\u{2150}'..='\u{215e}' => 1,
        _ => return None,
    };
    Some((tenths, sign.len_utf8()))
}

/// Takes in `^6`, `⁶`, `e6`, `×10^6`.
fn power(text: &str, value: &mut Value) {
    let bytes = text.as_bytes();
    let rest = &text[value.end..];
    let times_ten = ["\u{d7}10", " \u{d7} 10", "x10", " x 10"].into_iter().find(|sign| rest.starts_with(sign));
    let at = value.end + times_ten.map_or(0, str::len);
    let raised = &text[at..];
    let is_by_ten = times_ten.is_some() || raised.starts_with(['e', 'E']);
    let (exponent, end) = if raised.starts_with("^-") {
        let Some(run) = run(bytes, at + 2) else { return };
        (0, run.end)
    } else if raised.starts_with('^') || times_ten.is_none() && is_by_ten {
        let Some(run) = run(bytes, at + 1) else { return };
        (run.value, run.end)
    } else {
        let digits = raised.chars().map_while(superscript);
        let end = at + raised.chars().take_while(|c| superscript(*c).is_some()).map(char::len_utf8).sum::<usize>();
        (digits.fold(0, |sum: u64, digit| sum.saturating_mul(10).saturating_add(digit)), end)
    };
    if end > at {
        // "3 × 10^6" is three million, and so are "3e6" and a base of ten by itself.
        let (base, by) = if is_by_ten { (value.amount, 10) } else { (ONE, value.whole) };
        let times = u32::try_from(exponent).map_or(u64::MAX, |exponent| by.saturating_pow(exponent));
        value.amount = base;
        value.scale(times, end);
    }
}

fn superscript(c: char) -> Option<u64> {
    Some(match c {
        '\u{b9}' => 1,
        '\u{b2}' => 2,
        '\u{b3}' => 3,
        '\u{2070}'..='\u{2079}' => u64::from(u32::from(c) - 0x2070),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numeral that opens `text`, and what it comes to.
    fn read(text: &str) -> Option<(&str, u64)> {
        match numeral(text, 0) {
            Numeral::Value(value) => Some((&text[..value.end], value.amount)),
            Numeral::Name(_) => None,
        }
    }

    #[test]
    fn groups_follow_many_customs() {
        for text in ["10000", "10,000", "10 000", "10'000", "10_000", "10\u{a0}000", "10\u{202f}000", "10.000"] {
            assert_eq!(read(text), Some((text, 10_000 * ONE)));
        }
        assert_eq!(read("1,00,000 rows"), Some(("1,00,000", 100_000 * ONE)));
        assert_eq!(read("1.000.000 rows"), Some(("1.000.000", 1_000_000 * ONE)));
        assert_eq!(read("1.000,5 rows"), Some(("1.000,5", 1_000_500)));
    }

    #[test]
    fn decimals_end_before_a_full_stop_or_comma() {
        assert_eq!(read("99.95% of"), Some(("99.95", 99_950)));
        assert_eq!(read("0.25. It"), Some(("0.25", 250)));
        assert_eq!(read("2,5 times"), Some(("2,5", 2_500)));
        assert_eq!(read("2021, then"), Some(("2021", 2_021 * ONE)));
        assert_eq!(read("0.123456789012345678901234 s"), Some(("0.123456789012345678901234", 100)));
    }

    #[test]
    fn magnitudes_and_plus_belong_to_the_value() {
        assert_eq!(read("4.2K RPS"), Some(("4.2K", 4_200 * ONE)));
        assert_eq!(read("3 million+ users"), Some(("3 million+", 3_000_000 * ONE)));
        assert_eq!(read("2 hundred thousand users"), Some(("2 hundred thousand", 200_000 * ONE)));
        assert_eq!(read("250+ users"), Some(("250+", 250 * ONE)));
        assert_eq!(read("2\u{bd} days"), Some(("2\u{bd}", 2_500)));
        assert_eq!(read("\u{bd} a day"), Some(("\u{bd}", 500)));
        assert_eq!(read("99999999999999999999 billion"), Some(("99999999999999999999 billion", u64::MAX)));
    }

    #[test]
    fn powers_are_written_in_many_ways() {
        for text in ["10^6", "10\u{2076}", "1 \u{d7} 10^6", "1x10^6", "1e6", "1 x 10\u{2076}"] {
            assert_eq!(read(&format!("{text} rows")), read(&format!("{text},")), "{text}");
            assert_eq!(read(text), Some((text, 1_000_000 * ONE)));
        }
        assert_eq!(read("10^99999 rows"), Some(("10^99999", u64::MAX)));
    }

    #[test]
    fn other_signs_raise_nothing() {
        assert_eq!(read("10 rows"), Some(("10", 10 * ONE)));
        assert_eq!(read("10^x"), Some(("10", 10 * ONE)));
        assert_eq!(read("3 \u{d7} 10"), Some(("3", 3 * ONE)));
        assert_eq!(read("10east"), None);
    }

    #[test]
    fn versions_and_identifiers_are_names() {
        for text in ["1.22.3", "007", "5G", "3rd", "3Scale", "2x2", "1a2b", "99.9x%", "360\u{b0}", "1,2,3"] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_name_ends_where_nothing_joins_on() {
        assert_eq!(name_end("12/05/2026, then", 0), 10);
        assert_eq!(name_end("-", 0), 1);
    }
}
