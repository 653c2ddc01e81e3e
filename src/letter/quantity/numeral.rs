//! Numbers in digits, and what only looks like one.

use super::digits::{decimals, digit, group, name_end, run};
use super::power::{fraction, power};
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
        let is_whole = !text[after..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '%'));
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

fn vulgar(text: &str, at: usize) -> Numeral {
    let Some((tenths, len)) = fraction(text, at) else {
        return Numeral::Name(at + 1);
    };
    let mut value = Value::new(at, at + len, 0);
    value.tenths = Some(tenths);
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

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use super::*;

    #[test]
    fn magnitudes_and_plus_belong_to_the_value() {
        assert_eq!(read("4.2K RPS"), Some(("4.2K", 4, Shape::Scaled)));
        assert_eq!(read("3 million+ users"), Some(("3 million+", 3, Shape::Scaled)));
        assert_eq!(read("250+ users"), Some(("250+", 250, Shape::Plain)));
        assert_eq!(read("2\u{bd} days"), Some(("2\u{bd}", 2, Shape::Plain)));
    }

    #[test]
    fn versions_and_identifiers_are_names() {
        for text in ["1.22.3", "007", "5G", "3rd", "3Scale", "2x2", "1a2b", "99.9x%", "360\u{b0}", "1,2,3"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
