//! Numbers as figures are compared by, whatever their writing: `40,000`, `40k` and `forty thousand` are the same.

use std::collections::BTreeSet;

/// Numbers in words, and their values.
const WORDS: [(&str, u64); 30] = [
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("dozen", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("half", 0),
    ("twice", 2),
    ("one", 1),
];

/// Magnitudes behind a number, and what they multiply it by.
const MAGNITUDES: [(&str, u64); 12] = [
    ("hundred", 100),
    ("thousand", 1_000),
    ("k", 1_000),
    ("million", 1_000_000),
    ("millions", 1_000_000),
    ("m", 1_000_000),
    ("mio", 1_000_000),
    ("mn", 1_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("b", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];

/// Ten, as numbers are counted.
pub const TEN: u64 = 10 * ONE;

/// A thousand: numbers are counted in thousandths, so that none is rounded.
const ONE: u64 = 1_000;

/// Returns the numbers of `text`, in thousandths, in order.
pub fn numbers(text: &str) -> Vec<u64> {
    let lower = text.to_lowercase();
    let mut found: Vec<u64> = Vec::new();
    // Whether the piece before was a number that a magnitude or a smaller number may follow.
    let mut is_open = false;
    for piece in lower.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '(' | ')' | '~' | '+' | '\u{2192}'))
    {
        let piece = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if piece.is_empty() {
            continue;
        }
        let word = WORDS.iter().find(|(word, _)| *word == piece).map(|(_, value)| value * ONE);
        let times = MAGNITUDES.iter().find(|(word, _)| *word == piece).map(|(_, times)| *times);
        match (word, times, found.last_mut().filter(|_| is_open)) {
            // "Twenty five", as "twenty-five" is cut.
            (Some(unit), _, Some(before)) if unit < 10 * ONE && *before >= 20 * ONE && *before % (10 * ONE) == 0 => {
                *before += unit;
            }
            (Some(value), ..) => {
                found.push(value);
                is_open = true;
            }
            (None, Some(times), Some(before)) => *before = before.saturating_mul(times),
            (None, Some(times), None) if piece.len() > 2 => found.push(times.saturating_mul(ONE)),
            _ => {
                let number = in_digits(piece);
                is_open = number.is_some();
                found.extend(number);
            }
        }
    }
    found
}

/// The number that opens `piece`, in thousandths, with the magnitude that is glued to it.
fn in_digits(piece: &str) -> Option<u64> {
    let start = piece.find(|c: char| c.is_ascii_digit())?;
    let rest = &piece[start..];
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\''))).unwrap_or(rest.len());
    let (digits, unit) = (rest[..end].trim_end_matches(['.', ',']), &rest[end..]);
    // "Q3", "p99" and "v2" are names.
    if piece[..start].ends_with(char::is_alphabetic) {
        return None;
    }
    // The last mark parts decimals where not three digits follow it.
    let (whole, part) = match digits.rsplit_once(['.', ',']) {
        Some((whole, part)) if part.len() != 3 => (whole, part),
        _ => (digits, ""),
    };
    let whole: u64 = whole.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()?;
    let thousandths: u64 = format!("{part:0<3}").get(..3)?.parse().ok()?;
    let value = whole.saturating_mul(ONE).saturating_add(thousandths);
    let times = MAGNITUDES.iter().find(|(name, _)| *name == unit).map_or(1, |(_, times)| *times);
    Some(value.saturating_mul(times))
}

/// The numbers that stand anywhere in a text.
#[derive(Clone, Debug, Default)]
pub struct Numbers(BTreeSet<u64>);

impl Numbers {
    /// Returns those of `text`.
    pub fn of(text: &str) -> Self {
        Numbers(text.split('\n').flat_map(numbers).collect())
    }

    /// Whether the text holds every number of `figure`, one or more.
    pub fn hold(&self, figure: &str) -> bool {
        let wanted = numbers(figure);
        !wanted.is_empty() && wanted.iter().all(|number| self.0.contains(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for text in ["40,000 shops", "40k shops", "40 thousand", "forty thousand shops", "40.000", "40'000"] {
            assert_eq!(numbers(text), [40_000_000], "{text}");
        }
        assert_eq!(numbers("twenty-five"), [25_000]);
        assert_eq!(numbers("1.2M"), [1_200_000_000]);
        assert_eq!(numbers("99.95%"), [99_950]);
        assert_eq!(numbers("from 900 ms to 210 ms"), [900_000, 210_000]);
        assert_eq!(numbers("p99 at 80 ms in Q3"), [80_000]);
    }

    #[test]
    fn numbers_as_large_as_they_go_end() {
        assert_eq!(numbers("18446744073709551615 billion"), [u64::MAX]);
        assert!(numbers("99999999999999999999999").is_empty());
    }

    #[test]
    fn a_text_holds_a_figure_only_with_all_its_numbers() {
        let held = Numbers::of("We cut p95 from 900 ms to 210 ms\nfor 12 teams");
        assert!(held.hold("900 to 210 ms") && held.hold("twelve teams"));
        assert!(!held.hold("900 to 120 ms") && !held.hold("some teams"));
    }
}
