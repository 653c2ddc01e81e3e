//! Letters and marks in place of figures or names, and telephone numbers of examples: `XX%`, "X years", `070-XXX XX XX`, "from X to Y".

use super::line::Line;
use super::position::{self, is_greeted, is_slot_position};
use super::words::{first_word, is_capitalised, is_in, is_word_char};
use super::{Certainty, Placeholder, slot};
use crate::words::List;
use std::ops::Range;

/// Most groups of a figure: "X,XXX,XXX".
const GROUPS: usize = 4;

/// The masked figure or name that is the word at `at`.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let letters = mask_len(word)?;
    let before = line.word_before(at);
    if line.before(at).is_some_and(|c| matches!(c, '-' | '/' | '.' | '@' | '#' | '\'' | ':')) {
        return None;
    }
    let end = mask_end(line, at, word, letters);
    let after = line.word_after(end);
    if is_in(before, List::LetteredName) || is_in(after, List::LetteredNoun) && !(letters > 1 && after == "Corp") {
        return None;
    }
    let found = |end, certainty| Some(slot(at..end, certainty));
    if let Some(end) = unit_end(line, at, end, word, letters) {
        return found(end, Certainty::Certain);
    }
    let is_figure = end > at + word.len();
    if is_figure && !word.starts_with('N') {
        return found(end, Certainty::Certain);
    }
    if letters < word.len() {
        return None;
    }
    if is_in(after, List::CountedThing) && word.starts_with('X') && !is_capitalised(before) {
        return found(end, Certainty::Certain);
    }
    match letters {
        1 => letter_row(line, at).or_else(|| letter_name(line, at, end, before)),
        2 if word == "xx" => is_slot_position(line, at, end).then(|| slot(at..end, Certainty::Likely)),
        2 | 3 if !word.starts_with(['N', 'Z']) => {
            let is_name = is_greeted(before) || !is_capitalised(before);
            let is_named = !before.is_empty() || word == "XXX";
            let is_sure = word == "XXX" || is_greeted(before) || position::fills_surely(line, at, end);
            let certainty = if is_sure { Certainty::Certain } else { Certainty::Likely };
            (is_name && is_named).then(|| slot(at..end, certainty))
        }
        4.. => found(end, Certainty::Certain),
        _ => None,
    }
}

/// "a team of # cooks": the number sign at `at` in place of a number.
pub(super) fn number_sign(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let before = line.word_before(at);
    let after = line.word_after(at + 1);
    let is_number = !before.is_empty()
        && !is_capitalised(before)
        && (is_in(after, List::CountedThing) || is_in(after, List::MaskUnit));
    is_number.then(|| slot(at..at + 1, Certainty::Likely))
}

/// How many equal letters of a mask `word` starts with; the rest must be a unit. "Xxx" is one too.
fn mask_len(word: &str) -> Option<usize> {
    let first = *word.as_bytes().first()?;
    if word.len() > 2 && word.bytes().all(|byte| matches!(byte, b'X' | b'x')) {
        return Some(word.len());
    }
    let count = word.bytes().take_while(|byte| *byte == first).count();
    let tail = &word[count..];
    let is_mask = match first {
        b'X' => tail.is_empty() || is_in(tail, List::JoinedMaskUnit),
        b'x' | b'N' | b'Z' => matches!(tail, "" | "ms"),
        b'Y' => matches!(tail, "" | "ms" | "s"),
        _ => false,
    };
    (is_mask && count <= 3).then_some(count)
}

/// Where the mask ends that starts with `word`: "X.X" and "X,XXX" go on after it.
fn mask_end(line: &Line<'_>, at: usize, word: &str, letters: usize) -> usize {
    let mut end = at + word.len();
    if letters < word.len() {
        return end;
    }
    for _ in 0..GROUPS {
        if !matches!(line.after(end), Some('.' | ',')) {
            break;
        }
        let more = first_word(line.rest(end + 1));
        let same = more.bytes().take_while(|byte| *byte == word.as_bytes()[0]).count();
        let is_more = same > 0 && (same == more.len() || is_in(&more[same..], List::MaskTail));
        if !is_more {
            break;
        }
        end += 1 + more.len();
    }
    end
}

/// "X and Y", "X, Y and Z", "X to Y", of which X stands at `at`.
fn letter_row(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let rest = line.rest(at).strip_prefix('X')?;
    let joint = [", and ", ", or ", ", ", " and ", " or ", " to ", " & "]
        .iter()
        .find(|joint| rest.strip_prefix(**joint).is_some_and(|rest| first_word(rest) == "Y"))?;
    let mut end = at + 1 + joint.len() + 1;
    for joint in [", and Z", ", or Z", ", Z", " and Z", " or Z", " & Z"] {
        let is_whole = line.rest(end).strip_prefix(joint).is_some_and(|rest| !rest.starts_with(is_word_char));
        if is_whole {
            end += joint.len();
            break;
        }
    }
    (!is_in(line.word_after(end), List::LetteredNoun)).then(|| slot(at..end, Certainty::Likely))
}

/// "Dear X,", "the X role": one letter in place of a name.
fn letter_name(line: &Line<'_>, at: usize, end: usize, before: &str) -> Option<Placeholder> {
    let is_name = matches!(line.rest(at).as_bytes().first(), Some(b'X' | b'N' | b'Y'));
    let is_whole = line.after(end).is_none_or(|c| matches!(c, ',' | ':' | '!'));
    let is_role = is_in(before, List::Article) && is_in(line.word_after(end), List::RoleNoun);
    (is_name && (is_whole && is_greeted(before) || is_role)).then(|| slot(at..end, Certainty::Likely))
}

/// Where the mask from `at` to `end` ends together with its unit; `None` when it has none.
///
/// `word` is its first word, of which `letters` are the mask.
fn unit_end(line: &Line<'_>, at: usize, end: usize, word: &str, letters: usize) -> Option<usize> {
    let before = line.word_before(at);
    let has_money = matches!(line.before(at), Some('$' | '€' | '£'));
    let has_plus =
        line.after(end) == Some('+') && line.after(end + 1).is_none_or(|c| matches!(c, ' ' | '%' | ',' | '.'));
    let end = end + usize::from(has_plus);
    if line.after(end) == Some('%') {
        return Some(end + 1);
    }
    let compound = line.rest(end).strip_prefix('-').map_or("", first_word);
    if letters == word.len() && is_in(compound, List::MaskCompound) && word.starts_with('X') {
        return Some(end + 1 + compound.len());
    }
    let unit = line.word_after(end);
    let is_unit = match word.as_bytes()[0] {
        b'N' => is_in(unit, List::MaskSpan),
        _ => is_in(unit, List::MaskUnit) && !is_capitalised(unit),
    };
    let is_joined_unit = match &word[letters..] {
        "" => false,
        "s" => letters == 1 && is_in(before, List::FigurePreposition),
        tail if is_in(tail, List::MaskMagnitude) => {
            letters > 1 && !word.ends_with('B') || is_in(unit, List::CountedThing)
        }
        _ => true,
    };
    if is_unit && letters == word.len() {
        return Some(end + 1 + unit.len());
    }
    (has_plus || has_money && word.starts_with('X') || is_joined_unit).then_some(end)
}

/// Longest run of figures that is read.
const LONGEST_RUN: usize = 40;

/// Fewest digits of a telephone number.
const SHORTEST_PHONE: usize = 7;

/// Fewest places of a masked number, and the places of a number that is one digit over and over.
const PLACES: usize = 6;
const MONOTONE: Range<usize> = 9..13;

/// The run of figures, masks and their separators that starts at `at`.
pub(super) fn figures(line: &Line<'_>, at: usize) -> Range<usize> {
    let bytes = line.text.as_bytes();
    let far = bytes.len().min(at + LONGEST_RUN);
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
pub(super) fn opens_figures(text: &str) -> bool {
    text.bytes().next().is_some_and(is_place)
}

fn is_place(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'X' | b'x' | b'#')
}

/// The slot that the figures in `range` are, if any.
pub(super) fn read_figures(line: &Line<'_>, range: Range<usize>) -> Option<Placeholder> {
    let text = &line.text[range.clone()];
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let places = text.bytes().filter(|byte| is_place(*byte)).count();
    if digits == places {
        let is_example = digits >= SHORTEST_PHONE && is_example_phone(text);
        return is_example.then(|| slot(range, Certainty::Likely));
    }
    let is_whole = !line.before(range.start).is_some_and(is_word_char);
    let certainty = masked_certainty(line, text, digits, places, range.end).filter(|_| is_whole)?;
    let end = range.end + usize::from(line.after(range.end) == Some('%'));
    Some(slot(range.start..end, certainty))
}

fn masked_certainty(line: &Line<'_>, text: &str, digits: usize, places: usize, end: usize) -> Option<Certainty> {
    let mut groups = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '#');
    if is_year(text) && !line.word_after(end).ends_with("er") {
        return Some(if text.len() - digits > 1 { Certainty::Certain } else { Certainty::Likely });
    }
    let is_percent = line.after(end) == Some('%') || line.word_after(end) == "percent";
    let is_after_digit = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with('X');
    if is_percent && (is_after_digit || text.bytes().all(|byte| byte == b'#')) || text == "99.X" || text == "99.XX" {
        return Some(Certainty::Certain);
    }
    let has_run = groups.clone().any(|group| masked_in_a_row(group) >= 2);
    let is_status = groups.all(|group| masked_in_a_row(group) == 0 || is_status(group));
    (has_run && places >= PLACES && !is_status).then_some(Certainty::Certain)
}

/// Masked places in a row in `group`.
fn masked_in_a_row(group: &str) -> usize {
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
