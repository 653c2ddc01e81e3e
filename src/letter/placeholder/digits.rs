//! Figures with masked digits, and the telephone numbers of examples.
//!
//! `+46 70 123 4XXX`, `2025-xx-xx`, `99.X%`, `20XX`; `(555) 123-4567`, `123-456-7890`.

use std::ops::Range;

use super::line::Line;
use super::words::is_word_char;
use super::{Certainty, Placeholder, Style, slot};

/// Longest run of figures that is read.
const LONGEST: usize = 40;

/// Fewest digits of a telephone number.
const SHORTEST_PHONE: usize = 7;

/// Fewest places of a masked number, and the places of a number that is one digit over and over.
const PLACES: usize = 6;
const MONOTONE: Range<usize> = 9..13;

/// The run of figures, masks and their separators that starts at `at`.
pub(super) fn run(line: &Line<'_>, at: usize) -> Range<usize> {
    let bytes = line.text.as_bytes();
    let far = bytes.len().min(at + LONGEST);
    let mut end = at;
    let mut next = at;
    while next < far {
        match bytes[next] {
            byte if is_place(byte) => {
                next += 1;
                end = next;
            }
            b' ' | b'-' | b'(' | b')' | b'.' | b',' | b'/' | b'+' if next - end < 2 => next += 1,
            _ => break,
        }
    }
    // "555 Xbox": a group that runs into a word is none.
    if line.after(end).is_some_and(is_word_char) {
        end = bytes[at..end].iter().rposition(|byte| !is_place(*byte)).map_or(at, |gap| at + gap);
        end = bytes[at..end].iter().rposition(|byte| is_place(*byte)).map_or(at, |last| at + last + 1);
    }
    at..end
}

/// Whether `text` starts with a figure or a mask.
pub(super) fn opens(text: &str) -> bool {
    text.bytes().next().is_some_and(is_place)
}

fn is_place(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'X' | b'x' | b'#')
}

/// The slot that the figures in `range` are, if any.
pub(super) fn read(line: &Line<'_>, range: Range<usize>) -> Option<Placeholder> {
    let text = &line.text[range.clone()];
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let places = text.bytes().filter(|byte| is_place(*byte)).count();
    if digits == places {
        let is_example = digits >= SHORTEST_PHONE && is_example_phone(text);
        return is_example.then(|| slot(range, Certainty::Likely, Style::Dummy));
    }
    let is_whole = !line.before(range.start).is_some_and(is_word_char);
    let certainty = masked(line, text, digits, places, range.end).filter(|_| is_whole)?;
    let end = range.end + usize::from(line.after(range.end) == Some('%'));
    Some(slot(range.start..end, certainty, Style::Masked))
}

fn masked(line: &Line<'_>, text: &str, digits: usize, places: usize, end: usize) -> Option<Certainty> {
    let mut groups = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '#');
    if is_year(text) && !line.word_after(end).ends_with("er") {
        return Some(if text.len() - digits > 1 { Certainty::Certain } else { Certainty::Likely });
    }
    let is_percent = line.after(end) == Some('%') || line.word_after(end) == "percent";
    let is_after_digit = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with('X');
    if is_percent && (is_after_digit || text.bytes().all(|byte| byte == b'#')) || text == "99.X" || text == "99.XX" {
        return Some(Certainty::Certain);
    }
    let has_run = groups.clone().any(|group| mask_len(group) >= 2);
    let is_status = groups.all(|group| mask_len(group) == 0 || is_status(group));
    (has_run && places >= PLACES && !is_status).then_some(Certainty::Certain)
}

/// Masked places in a row in `group`.
fn mask_len(group: &str) -> usize {
    group.split(|c: char| c.is_ascii_digit()).map(str::len).max().unwrap_or_default()
}

/// A class of HTTP status: "5xx".
fn is_status(group: &str) -> bool {
    matches!(group.as_bytes(), [b'1'..=b'5', b'x' | b'X', b'x' | b'X'])
}

/// A year with masked ends: "20XX", "202X".
fn is_year(text: &str) -> bool {
    text.len() == 4
        && (text.starts_with("20") || text.starts_with("19"))
        && text[2..].trim_start_matches(|c: char| c.is_ascii_digit()).bytes().all(|byte| byte == b'X' || byte == b'x')
        && !text.ends_with("Xx")
        && text.ends_with(['X', 'x'])
}

/// Whether `text` is a number that examples give: area code 555, or the digits in their order.
fn is_example_phone(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let local = match digits.strip_prefix('1') {
        Some(local) if local.len() == 10 => local,
        _ => digits.as_str(),
    };
    let has_groups = text.contains(['-', ' ', '.', '(']) && !text.contains([',', '/']);
    let is_monotone = MONOTONE.contains(&digits.len()) && digits.bytes().all(|digit| digit == digits.as_bytes()[0]);
    matches!(local, "1234567890" | "0123456789")
        || has_groups && is_monotone
        || has_groups && local.len() == 10 && local.starts_with("555")
        || matches!(text, "555-1234" | "555-5555" | "555 1234" | "555-4321")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, certain_each, likely, likely_each, silent_each};

    #[test]
    fn masked_numbers_are_certain() {
        certain_each(
            "
            +46700123XXX
            +46 70 012 3XXX
            070-XXX XX XX
            2025-xx-xx
            XXX-XXX-XXXX
            ###-###-####
            07xxxxxxxx
            99.X%
            9X%
            20XX
            XX/XX/XXXX
            ##%
            ",
        );
        certain("Call (XXX) XXX-XXXX today.", &["(XXX) XXX-XXXX"]);
        likely("Since 202X I cook.", &["202X"]);
    }

    #[test]
    fn numbers_of_examples_are_likely() {
        likely_each(
            "
            (555) 123-4567
            555-123-4567
            123-456-7890
            555-1234
            000-000-0000
            1234567890
            ",
        );
        likely("Call +1 (555) 123-4567 today.", &["+1 (555) 123-4567"]);
    }

    #[test]
    fn real_numbers_are_silent() {
        silent_each(
            "
            Call 0700 000 000 or +372 5555 0100.
            Call 708-555-0100 or +1 (720) 555-0100.
            I served 1,234,567 users, 10x more.
            I fixed 4xx/5xx errors, and 5XX too.
            A screen of 1920x1080.
            200X faster
            2x - 3x
            In 2024 1x or 3X
            5 Xbox games
            an STM32F4xx chip
            the 10xx series
            Python 3.X
            0xFF
            #1 and #2
            99% and 5%
            ",
        );
    }
}
