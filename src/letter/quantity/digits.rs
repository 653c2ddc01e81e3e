//! Numbers in digits: grouping, decimals, powers, and what only looks like a number.

use super::scale;
use super::unit;
use super::value::{Shape, Value};

/// What starts with a digit.
#[derive(Clone, Copy, Debug)]
pub(super) enum Numeral {
    Value(Value),
    /// A version, identifier, phone number or ordinal, and where it ends.
    Name(usize),
}

/// A run of digits.
#[derive(Clone, Copy, Debug)]
struct Run {
    end: usize,
    count: usize,
    value: u64,
    first: u8,
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
    }
    let letters = glued_letters(text, value.end);
    if !letters.is_empty() {
        let after = value.end + letters.len();
        let is_whole = !text[after..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if is_whole && scale::is_suffix(letters) {
            value.end = after;
            value.shape = Shape::Scaled;
        } else if !is_whole || !unit::is_symbol(letters) {
            return Numeral::Name(name_end(text, at));
        }
    } else if bytes.get(value.end) == Some(&b'_') || text[value.end..].starts_with('\u{b0}') {
        return Numeral::Name(name_end(text, at));
    }
    plus(bytes, &mut value);
    scale::words(text, &mut value);
    plus(bytes, &mut value);
    Numeral::Value(value)
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

fn vulgar(text: &str, at: usize) -> Numeral {
    let Some((tenths, len)) = fraction(text, at) else {
        return Numeral::Name(at + 1);
    };
    let mut value = Value::new(at, at + len, 0);
    value.tenths = Some(tenths);
    Numeral::Value(value)
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
        value.whole = value.whole.saturating_mul(1000).saturating_add(next.value);
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
        value.end = decimals.end;
    }
}

/// Takes in `^6`, `⁶`, `e6`, `×10^6`.
fn power(text: &str, value: &mut Value) {
    let bytes = text.as_bytes();
    let rest = &text[value.end..];
    let times_ten = ["\u{d7}10", " \u{d7} 10", "x10", " x 10"].into_iter().find(|sign| rest.starts_with(sign));
    let base = value.end + times_ten.map_or(0, str::len);
    let raised = &text[base..];
    let end = if let Some(exponent) = raised.strip_prefix('^') {
        let minus = usize::from(exponent.starts_with('-'));
        run(bytes, base + 1 + minus).map(|run| run.end)
    } else if raised.starts_with(is_superscript) {
        raised.find(|c| !is_superscript(c)).map_or(Some(text.len()), |len| Some(base + len))
    } else if times_ten.is_none() && raised.starts_with(['e', 'E']) {
        run(bytes, base + 1).map(|run| run.end)
    } else {
        None
    };
    if let Some(end) = end {
        value.end = end;
        value.shape = Shape::Scaled;
    }
}

fn is_superscript(c: char) -> bool {
    matches!(c, '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}'..='\u{2079}')
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
