//! What templates and examples are filled with: "Your Name", "John Doe", "XYZ Company", "123 Main Street".
//!
//! The same words in lower case are ordinary prose ("in your company name"), so a label counts in title case or
//! capitals, or alone on its line.

use super::line::Line;
use super::position::is_greeted;
use super::words::{first_word, is_capitalised, is_one_of, is_upper, is_word_char, last_word};
use super::{Certainty, Placeholder, slot};

/// Longest text that reads as a letterhead or a signature, where commas separate.
const LETTERHEAD: usize = 120;

/// The label that starts with the word at `at`.
pub(super) fn label(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let (len, place) = longest(line.rest(at), word)?;
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
    if is_greeted(before) && place != Place::Line {
        return found(end, if is_person(&line.text[at..end]) { Certainty::Likely } else { Certainty::Certain });
    }
    let is_field = line.after(end) == Some(':') || is_one_of(line.word_after(end), &["format", "formats"]);
    let is_quoted = line.before(at) == Some('"') && line.after(end) == Some('"');
    let is_there = match place {
        Place::Free => true,
        Place::Town => !is_capitalised(before) || line.covered + 1 == at,
        Place::Alone => stands_alone(line, at, end),
        Place::Line => at == 0 && end == line.text.len(),
    };
    let certainty = if may_be_meant(line, at, end) { Certainty::Likely } else { Certainty::Certain };
    (is_there && !is_field && !is_quoted).then(|| slot(at..end, certainty))
}

/// Whether the label from `at` to `end` could be what the writer wants to say: the name of a person, a form of date that
/// is spoken of, a single word on a line, or "Your Company" as a polite writer puts it.
fn may_be_meant(line: &Line<'_>, at: usize, end: usize) -> bool {
    let label = &line.text[at..end];
    let is_alone = || stands_alone(line, at, end);
    let is_polite =
        || is_one_of(first_word(label), &["your"]) && POLITE.iter().any(|last| is_one_of(last_word(label), &[last]));
    is_person(label) || !label.contains(' ') && !is_known_word(label) || is_polite() && !is_alone()
}

/// Last words of labels that follow a polite "Your".
const POLITE: &[&str] =
    &["company", "organization", "organisation", "role", "position", "title", "university", "website"];

/// Names that stand for anybody, and that somebody has.
fn is_person(label: &str) -> bool {
    is_one_of(label, &["jane doe", "john doe", "joe bloggs", "john q. public", "erika mustermann", "max mustermann"])
}

/// Whether a single word is a label and never said in earnest.
fn is_known_word(label: &str) -> bool {
    is_one_of(
        label,
        &["anytown", "musterfirma", "musterstadt", "musterstraße", "dd/mm/yyyy", "mm/dd/yyyy", "dd.mm.yyyy"],
    )
}

fn is_title_case(text: &str) -> bool {
    text.split([' ', '/', '-'])
        .filter(|word| word.starts_with(char::is_alphabetic))
        .all(|word| is_capitalised(word) || is_one_of(word, &["of", "the", "and"]))
}

/// Whether lower-case words are all that stands on the line, or behind "Best,".
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
    let is_closed = rest.chars().next().is_none_or(separates) || longest(rest, first_word(rest)).is_some();
    is_open && is_closed
}

/// Where a label must stand to be a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Anywhere.
    Free,
    /// Anywhere but behind a capitalised word, of which it would be the end.
    Town,
    /// Between the separators of a letterhead, or behind a greeting.
    Alone,
    /// On a line of its own.
    Line,
}

/// The labels, lower case and sorted.
pub(super) const LABELS: &[(&str, Place)] = {
    use Place::{Alone, Free, Line, Town};
    &[
        ("address line 1", Free),
        ("any city", Free),
        ("any town", Free),
        ("anytown", Free),
        ("city, country", Town),
        ("city, st 12345", Free),
        ("city, st zip", Free),
        ("city, state", Town),
        ("city, state 12345", Free),
        ("city, state zip", Free),
        ("city, state zip code", Free),
        ("city, state, zip", Free),
        ("city, state, zip code", Free),
        ("company", Line),
        ("company address", Free),
        ("company city", Alone),
        ("company name", Free),
        ("company street address", Free),
        ("company's name", Free),
        ("contact name", Free),
        ("contact person", Alone),
        ("current date", Alone),
        ("date", Line),
        ("dd month yyyy", Free),
        ("dd.mm.yyyy", Free),
        ("dd/mm/yyyy", Free),
        ("email address", Alone),
        ("employer name", Free),
        ("employer's name", Free),
        ("erika mustermann", Free),
        ("first last", Alone),
        ("first name", Alone),
        ("first name last name", Free),
        ("firstname lastname", Free),
        ("full name", Alone),
        ("hiring manager last name", Free),
        ("hiring manager name", Free),
        ("hiring manager's last name", Free),
        ("hiring manager's name", Free),
        ("ihr name", Alone),
        ("jane doe", Free),
        ("job position", Alone),
        ("job title", Free),
        ("joe bloggs", Free),
        ("john doe", Free),
        ("john q. public", Free),
        ("last name", Alone),
        ("mailing address", Alone),
        ("manager name", Free),
        ("manager's name", Free),
        ("max mustermann", Free),
        ("mm/dd/yyyy", Free),
        ("month day, year", Free),
        ("month dd", Free),
        ("month dd, yyyy", Free),
        ("month, dd, year", Free),
        ("musterfirma", Free),
        ("mustermann", Free),
        ("musterstadt", Free),
        ("musterstraße", Free),
        ("name", Alone),
        ("name of company", Free),
        ("name of hiring manager", Free),
        ("name of position", Free),
        ("name of the company", Free),
        ("name surname", Alone),
        ("nom prénom", Alone),
        ("nombre apellido", Alone),
        ("organization name", Free),
        ("phone number", Alone),
        ("position name", Free),
        ("position title", Free),
        ("prénom nom", Alone),
        ("recipient", Line),
        ("recipient name", Free),
        ("recipient title", Free),
        ("recipient's name", Free),
        ("recruiter name", Free),
        ("recruiter's name", Free),
        ("role name", Free),
        ("role title", Free),
        ("street address", Alone),
        ("surname", Line),
        ("title of position", Free),
        ("today's date", Free),
        ("vorname nachname", Free),
        ("your address", Free),
        ("your city", Free),
        ("your city, state", Free),
        ("your city, state zip", Free),
        ("your city, state, zip", Free),
        ("your city, state, zip code", Free),
        ("your company", Free),
        ("your company name", Free),
        ("your current company", Free),
        ("your email", Free),
        ("your email address", Free),
        ("your first and last name", Free),
        ("your first name", Free),
        ("your full name", Free),
        ("your job title", Free),
        ("your last name", Free),
        ("your linkedin", Free),
        ("your linkedin profile", Free),
        ("your name", Free),
        ("your organization", Free),
        ("your phone", Free),
        ("your phone number", Free),
        ("your position", Alone),
        ("your role", Alone),
        ("your signature", Free),
        ("your street", Free),
        ("your street address", Free),
        ("your title", Alone),
        ("your university", Alone),
        ("your website", Alone),
        ("yyyy-mm-dd", Free),
    ]
};

/// Length and place of the longest label that `text` starts with, `word` being its first word.
pub(super) fn longest(text: &str, word: &str) -> Option<(usize, Place)> {
    let lower = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    let from = LABELS.partition_point(|(label, _)| label.bytes().lt(lower()));
    let second = text.as_bytes().get(word.len() + 1).map(u8::to_ascii_lowercase);
    LABELS[from..]
        .iter()
        .take_while(|(label, _)| starts_with_word(label, word))
        .filter(|(label, _)| label.len() <= word.len() + 1 || label.as_bytes().get(word.len() + 1).copied() == second)
        .filter(|(label, _)| starts_with(text, label))
        .max_by_key(|(label, _)| label.len())
        .map(|(label, place)| (label.len(), *place))
}

fn starts_with_word(label: &str, word: &str) -> bool {
    let head = label.as_bytes().get(..word.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether `text` starts with `label`, which is lower case, and ends a word there.
fn starts_with(text: &str, label: &str) -> bool {
    text.split_at_checked(label.len())
        .is_some_and(|(head, rest)| head.eq_ignore_ascii_case(label) && !rest.starts_with(is_word_char))
}

/// Words that stand beside the name of a firm.
const FIRMS: &[&str] = &[
    "company",
    "corp",
    "corporation",
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "gmbh",
    "co",
    "enterprises",
    "industries",
    "organization",
    "organisation",
    "university",
    "tech",
    "technologies",
    "solutions",
    "firm",
    "startup",
    "agency",
    "ab",
];

/// Letters that stand for a name behind "Company".
const LETTERS: &[&str] = &["X", "Y", "Z", "XY", "XYZ", "ABC", "XX", "XXX"];

/// The invented firm whose name starts with the word at `at`.
pub(super) fn firm(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let end = at + word.len();
    let after = line.word_after(end);
    let both = end + if after.is_empty() { 0 } else { 1 + after.len() };
    if line.after(both) == Some('-') {
        return None;
    }
    let is_firm = is_one_of(word, &["company", "employer", "firma", "university", "startup", "organization"]);
    if is_firm && LETTERS.contains(&after) {
        return Some(slot(at..both, Certainty::Likely));
    }
    match word {
        "XYZ" | "Xyz" if is_one_of(after, FIRMS) => Some(slot(at..both, Certainty::Certain)),
        "ABC" if is_one_of(after, FIRMS) => Some(slot(at..both, Certainty::Likely)),
        "XYZ"
            if !is_one_of(
                after,
                &["axis", "axes", "coordinate", "coordinates", "color", "colour", "file", "files"],
            ) =>
        {
            Some(slot(at..end, Certainty::Likely))
        }
        _ => None,
    }
}

/// The address whose street is the word at `at`: its number stands before it.
pub(super) fn street(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let streets = ["main", "any", "anywhere", "your", "street"];
    if !is_one_of(word, &streets) || !word.starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    let number = last_word(line.text[..at].strip_suffix(' ')?);
    let start = at - 1 - number.len();
    let kind = line.word_after(at + word.len());
    let is_street = is_one_of(kind, &["street", "st", "road", "rd", "avenue", "ave", "name", "address"])
        && (is_upper(kind) || kind.starts_with(|c: char| c.is_uppercase()));
    let is_number = matches!(number, "123" | "1234" | "12345" | "111" | "1");
    let is_example = is_street && is_number && start >= line.covered && (number != "1" || !is_one_of(word, &["main"]));
    let end = at + word.len() + 1 + kind.len();
    is_example.then(|| slot(start..end, Certainty::Likely))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_labels_are_sorted_by_their_bytes() {
        assert!(LABELS.is_sorted_by_key(|(label, _)| label.as_bytes()));
    }

    #[test]
    fn the_longest_label_wins() {
        let found = longest("City, State ZIP and more", "City");
        assert_eq!(found, Some((15, Place::Free)));
    }

    #[test]
    fn a_label_ends_with_its_word() {
        assert_eq!(longest("Your Names", "Your"), None);
        assert_eq!(longest("Datenbank", "Datenbank"), None);
    }
}
