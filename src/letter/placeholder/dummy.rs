//! Labels and names that templates and examples fill in: "Your Name", "John Doe", "City, State".
//!
//! The same words in lower case are ordinary prose ("in your company name"), so a label counts in
//! title case or capitals, or alone on its line.

use super::empty::is_greeted;
use super::line::Line;
use super::words::{is_capitalised, is_one_of, is_word_char};
use super::{Certainty, Placeholder, Style, slot};

/// Where a label must stand to be a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Anywhere.
    Free,
    /// Anywhere but behind a capitalised word, of which it would be the end.
    Town,
    /// Between the separators of a letterhead, or behind a greeting.
    Alone,
    /// On a line of its own.
    Line,
}

/// Longest text that reads as a letterhead or a signature, where commas separate.
const LETTERHEAD: usize = 120;

/// The labels, lower case and sorted.
const LABELS: &[(&str, Place)] = {
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
        ("linkedin profile", Line),
        ("mailing address", Alone),
        ("manager name", Free),
        ("manager's name", Free),
        ("max mustermann", Free),
        ("mm/dd/yyyy", Free),
        ("month day, year", Free),
        ("month dd, yyyy", Free),
        ("month, dd, year", Free),
        ("musterfirma", Free),
        ("mustermann", Free),
        ("musterstadt", Free),
        ("musterstraße", Free),
        ("name", Line),
        ("name of company", Free),
        ("name of hiring manager", Free),
        ("name of the company", Free),
        ("name surname", Alone),
        ("nom prénom", Alone),
        ("nombre apellido", Alone),
        ("organization name", Free),
        ("phone number", Alone),
        ("portfolio link", Alone),
        ("portfolio url", Alone),
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

/// The label that starts with the word at `at`.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let (len, place) = longest(line.rest(at), word)?;
    let mut end = at + len;
    let before = line.word_before(at);
    let found = |end, certainty| Some(slot(at..end, certainty, Style::Dummy));
    if !is_title_case(&line.text[at..end]) {
        return is_lower_signature(line, at, end).then(|| slot(at..end, Certainty::Likely, Style::Dummy));
    }
    if is_one_of(line.word_after(end), &["here"]) {
        end += " here".len();
        return found(end, Certainty::Certain);
    }
    if is_greeted(before) && place != Place::Line {
        return found(end, if place == Place::Alone { Certainty::Likely } else { Certainty::Certain });
    }
    let is_field = line.after(end) == Some(':') || is_one_of(line.word_after(end), &["format", "formats"]);
    let is_quoted = line.before(at) == Some('"') && line.after(end) == Some('"');
    let is_there = match place {
        Place::Free => true,
        Place::Town => !is_capitalised(before) || line.covered + 1 == at,
        Place::Alone => stands_alone(line, at, end),
        Place::Line => at == 0 && end == line.text.len(),
    };
    (is_there && !is_field && !is_quoted).then(|| slot(at..end, Certainty::Likely, Style::Dummy))
}

/// Length and place of the longest label that `text` starts with, `word` being its first word.
fn longest(text: &str, word: &str) -> Option<(usize, Place)> {
    let first = word.to_lowercase();
    let from = LABELS.partition_point(|(label, _)| *label < first.as_str());
    LABELS[from..]
        .iter()
        .take_while(|(label, _)| label.starts_with(&first))
        .filter(|(label, _)| starts_with(text, label))
        .max_by_key(|(label, _)| label.len())
        .map(|(label, place)| (label.len(), *place))
}

/// Whether `text` starts with `label`, which is lower case, and ends a word there.
fn starts_with(text: &str, label: &str) -> bool {
    text.split_at_checked(label.len())
        .is_some_and(|(head, rest)| head.eq_ignore_ascii_case(label) && !rest.starts_with(is_word_char))
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
    let is_closed =
        rest.chars().next().is_none_or(separates) || longest(rest, super::words::first_word(rest)).is_some();
    is_open && is_closed
}

#[cfg(test)]
mod tests {
    use super::LABELS;
    use crate::letter::placeholder::testing::{certain, finds, likely, silent};

    #[test]
    fn the_labels_are_sorted() {
        assert!(LABELS.is_sorted_by_key(|(label, _)| *label));
    }

    #[test]
    fn labels_in_title_case_are_likely() {
        for label in [
            "Your Name",
            "Your Full Name",
            "YOUR NAME",
            "Company Name",
            "COMPANY NAME",
            "Position Title",
            "Job Title",
            "Your Company",
            "Hiring Manager Name",
            "John Doe",
            "Jane Doe",
            "City, State 12345",
            "City, State, Zip",
            "Month Day, Year",
            "DD/MM/YYYY",
            "Max Mustermann",
            "Name of the Company",
            "Today's Date",
            "Anytown",
        ] {
            likely(&format!("I write to {label}, today."), &[label]);
        }
    }

    #[test]
    fn a_signature_of_labels_is_likely() {
        likely("Sincerely, Your Name", &["Your Name"]);
        likely("Best, your name", &["your name"]);
        likely("your name", &["your name"]);
        likely("Phone Number | Email Address", &["Phone Number", "Email Address"]);
        likely("First Last", &["First Last"]);
        likely("Date\nName", &["Date", "Name"]);
    }

    #[test]
    fn a_folded_letterhead_is_a_row_of_labels() {
        finds(
            "Your Name Your Address City, State ZIP Phone Number Email Address",
            &["Your Name", "Your Address", "City, State ZIP", "Phone Number", "Email Address"],
        );
    }

    #[test]
    fn a_label_in_a_greeting_is_certain() {
        certain("Dear Hiring Manager Name:", &["Hiring Manager Name"]);
        certain("YOUR NAME HERE", &["YOUR NAME HERE"]);
        likely("Dear Mr. Last Name,", &["Last Name"]);
    }

    #[test]
    fn the_same_words_in_prose_are_silent() {
        for text in [
            "I will send your company profile.",
            "It is in your company name.",
            "Your name came up.",
            "I hold the job title of lead.",
            "Full Name: Ana Ruiz",
            "Job Title: Cook",
            "Phone Number: 0700",
            "Dear Hiring Manager,",
            "I read \"Your Name\" twice.",
            "On a first name basis with the last name on the list.",
            "Write dates as YYYY-MM-DD format.",
            "Ana Doe and John Smith",
            "New York City, State of New York",
            "The Date and the Name.",
            "Your Companys",
        ] {
            silent(text);
        }
    }
}
