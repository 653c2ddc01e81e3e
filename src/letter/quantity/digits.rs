//! Runs of digits: full-width ones, groups, decimals, and how far a name in digits goes.

use super::value::{Shape, Value};

/// A run of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) end: usize,
    pub(super) count: usize,
    pub(super) value: u64,
    pub(super) first: u8,
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

/// The digits from `at` on; `None` when there are none.
pub(super) fn run(bytes: &[u8], at: usize) -> Option<Run> {
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
pub(super) fn group(bytes: &[u8], head: Run, value: &mut Value) -> Option<u8> {
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
        value.end = next.end;
        value.shape = Shape::Grouped;
        groups += 1;
    }
    (groups > 0).then_some(sign)
}

/// Takes in decimals; a comma is decimal before one or two digits.
pub(super) fn decimals(bytes: &[u8], separator: Option<u8>, value: &mut Value) {
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

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use super::*;

    #[test]
    fn groups_follow_many_customs() {
        for text in ["10000", "10,000", "10 000", "10'000", "10_000", "10\u{a0}000", "10\u{202f}000"] {
            assert_eq!(read(text).map(|(read, whole, _)| (read, whole)), Some((text, 10_000)));
        }
        assert_eq!(read("1,00,000 rows"), Some(("1,00,000", 100_000, Shape::Grouped)));
        assert_eq!(read("1.000.000 rows"), Some(("1.000.000", 1_000_000, Shape::Grouped)));
        assert_eq!(read("1.000,5 rows"), Some(("1.000,5", 1_000, Shape::Grouped)));
    }

    #[test]
    fn decimals_are_no_groups() {
        assert_eq!(read("99.999% of"), Some(("99.999", 99, Shape::Plain)));
        assert_eq!(read("99.999. It"), Some(("99.999", 99, Shape::Plain)));
        assert_eq!(read("2,5 times"), Some(("2,5", 2, Shape::Plain)));
        assert_eq!(read("2021, then"), Some(("2021", 2021, Shape::Plain)));
    }

    #[test]
    fn a_name_ends_where_nothing_joins_on() {
        assert_eq!(name_end("12/05/2026, then", 0), 10);
        assert_eq!(name_end("-", 0), 1);
    }
}
