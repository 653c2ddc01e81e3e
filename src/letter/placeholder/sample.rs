//! What templates and examples are filled with: "Your Name", "John Doe", "XYZ Company", "123 Main Street".
//!
//! The same words in lower case are ordinary prose ("in your company name"), so a label counts in title case or
//! capitals, or alone on its line.

use super::line::Line;
use super::position::is_greeted;
use super::words::{first_word, is_capitalised, is_in, is_one_of, is_upper, last_word, longest_listed};
use super::{Certainty, Placeholder, slot};
use crate::words::List;

/// Longest text that reads as a letterhead or a signature, where commas separate.
const LETTERHEAD: usize = 120;

/// The label that starts with the word at `at`.
pub(super) fn label(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let (len, place) = longest(line.rest(at))?;
    let mut end = at + len;
    let before = line.word_before(at);
    let found = |end, certainty| Some(slot(at..end, certainty));
    if !is_title_case(&line.text[at..end]) {
        let certainty = if is_person(&line.text[at..end]) { Certainty::Likely } else { Certainty::Certain };
        return is_lower_signature(line, at, end).then(|| slot(at..end, certainty));
    }
    if is_one_of(line.word_after(end), &["here"]) {
        end += " here".len();
        return found(end, Certainty::Certain);
    }
    if is_greeted(before) && place != List::SampleLine {
        return found(end, if is_person(&line.text[at..end]) { Certainty::Likely } else { Certainty::Certain });
    }
    let is_field = line.after(end) == Some(':') || is_one_of(line.word_after(end), &["format", "formats"]);
    let is_quoted = line.before(at) == Some('"') && line.after(end) == Some('"');
    let is_there = match place {
        List::SampleLabel => true,
        List::SampleTown => !is_capitalised(before) || line.covered + 1 == at,
        List::SampleField => stands_alone(line, at, end),
        _ => at == 0 && end == line.text.len(),
    };
    let certainty = if may_be_meant(line, at, end) { Certainty::Likely } else { Certainty::Certain };
    (is_there && !is_field && !is_quoted).then(|| slot(at..end, certainty))
}

/// Whether the label from `at` to `end` could be what the writer wants to say: the name of a person, a form of date that
/// is spoken of, a single word on a line, or "Your Company" as a polite writer puts it.
fn may_be_meant(line: &Line<'_>, at: usize, end: usize) -> bool {
    let label = &line.text[at..end];
    let is_alone = || stands_alone(line, at, end);
    let is_polite = || is_one_of(first_word(label), &["your"]) && is_in(last_word(label), List::PoliteNoun);
    is_person(label) || !label.contains(' ') && !is_known_word(label) || is_polite() && !is_alone()
}

/// Names that stand for anybody, and that somebody has.
fn is_person(label: &str) -> bool {
    is_in(label, List::SamplePerson)
}

/// Whether a single word is a label and never said in earnest.
fn is_known_word(label: &str) -> bool {
    is_in(label, List::SampleWord)
}

fn is_title_case(text: &str) -> bool {
    text.split([' ', '/', '-'])
        .filter(|word| word.starts_with(char::is_alphabetic))
        .all(|word| is_capitalised(word) || is_in(word, List::TitleParticle))
}

/// Whether lower-case words are all that stands on the line, or after "Best,".
fn is_lower_signature(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = &line.text[..at];
    let is_signed = before.ends_with(", ") && before.len() <= 24 && before.matches(' ').count() <= 3;
    end == line.text.len() && at < end && (at == 0 || is_signed) && line.text[at..end].contains(' ')
}

/// Whether separators, other slots or the ends of the line stand on both sides.
fn stands_alone(line: &Line<'_>, at: usize, end: usize) -> bool {
    let has_commas = line.text.len() <= LETTERHEAD;
    let separates = |c: char| matches!(c, '|' | '•' | '·' | '/' | '–') || has_commas && matches!(c, ',' | ';');
    let before = line.text[..at].trim_end().chars().next_back();
    let rest = line.rest(end).trim_start();
    let is_open = before.is_none_or(separates) || line.covered > 0 && line.covered + 1 == at;
    let is_closed = rest.chars().next().is_none_or(separates) || longest(rest).is_some();
    is_open && is_closed
}

/// The longest label that `text` starts with: its length, and the list that says where it must stand.
fn longest(text: &str) -> Option<(usize, List)> {
    longest_listed(text, &[List::SampleLabel, List::SampleTown, List::SampleField, List::SampleLine])
}

/// The invented firm whose name starts with the word at `at`.
pub(super) fn firm(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let end = at + word.len();
    let after = line.word_after(end);
    let both = end + if after.is_empty() { 0 } else { 1 + after.len() };
    if line.after(both) == Some('-') {
        return None;
    }
    let is_firm = is_in(word, List::FirmNoun);
    if is_firm && is_in(after, List::FirmLetters) {
        return Some(slot(at..both, Certainty::Likely));
    }
    match word {
        "XYZ" | "Xyz" if is_in(after, List::FirmWord) => Some(slot(at..both, Certainty::Certain)),
        "ABC" if is_in(after, List::FirmWord) => Some(slot(at..both, Certainty::Likely)),
        "XYZ" if !is_in(after, List::LettersNoun) => Some(slot(at..end, Certainty::Likely)),
        _ => None,
    }
}

/// The address whose street is the word at `at`: its number stands before it.
pub(super) fn street(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    if !is_in(word, List::SampleStreet) || !word.starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    let number = last_word(line.text[..at].strip_suffix(' ')?);
    let start = at - 1 - number.len();
    let kind = line.word_after(at + word.len());
    let is_street = is_in(kind, List::StreetKind) && (is_upper(kind) || kind.starts_with(|c: char| c.is_uppercase()));
    let is_number = matches!(number, "123" | "1234" | "12345" | "111" | "1");
    let is_example = is_street && is_number && start >= line.covered && (number != "1" || !is_one_of(word, &["main"]));
    let end = at + word.len() + 1 + kind.len();
    is_example.then(|| slot(start..end, Certainty::Likely))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_label_wins() {
        assert_eq!(longest("City, State ZIP and more"), Some((15, List::SampleLabel)));
    }

    #[test]
    fn a_label_ends_with_its_word() {
        assert_eq!(longest("Your Names"), None);
        assert_eq!(longest("Datenbank"), None);
    }
}
