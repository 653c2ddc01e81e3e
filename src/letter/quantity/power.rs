//! Powers of ten and fraction signs: `10^6`, `3 × 10⁶`, `1e6`, `½`.

use super::digits::run;
use super::value::{Shape, Value};

/// The value of a fraction sign at `at` in tenths, and its length.
pub(super) fn fraction(text: &str, at: usize) -> Option<(u8, usize)> {
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
pub(super) fn power(text: &str, value: &mut Value) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, end: usize) -> (&str, Shape) {
        let mut value = Value::new(0, end, 10);
        power(text, &mut value);
        (&text[..value.end], value.shape)
    }

    #[test]
    fn powers_are_written_in_many_ways() {
        assert_eq!(read("10^6 rows", 2), ("10^6", Shape::Scaled));
        assert_eq!(read("10\u{2076} rows", 2), ("10\u{2076}", Shape::Scaled));
        assert_eq!(read("3 \u{d7} 10^6 rows", 1), ("3 \u{d7} 10^6", Shape::Scaled));
        assert_eq!(read("1e6 rows", 1), ("1e6", Shape::Scaled));
    }

    #[test]
    fn other_signs_raise_nothing() {
        assert_eq!(read("10 rows", 2), ("10", Shape::Plain));
        assert_eq!(read("10^x", 2), ("10", Shape::Plain));
        assert_eq!(read("3 \u{d7} 10", 1), ("3", Shape::Plain));
        assert_eq!(read("10east", 2), ("10", Shape::Plain));
    }

    #[test]
    fn fraction_signs_have_tenths() {
        assert_eq!(fraction("\u{bd}", 0), Some((5, 2)));
        assert_eq!(fraction("1\u{2153}", 1), Some((3, 3)));
        assert_eq!(fraction("x", 0), None);
    }
}
