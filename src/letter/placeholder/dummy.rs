//! Labels and names that templates and examples fill in: "Your Name", "John Doe", "City, State".
//!
//! The same words in lower case are ordinary prose ("in your company name"), so a label counts in
//! title case or capitals, or alone on its line.

use super::empty::is_greeted;
use super::line::Line;
use super::stock::{Place, longest};
use super::words::{first_word, is_capitalised, is_one_of, last_word};
use super::{Certainty, Placeholder, Style, slot};

/// Longest text that reads as a letterhead or a signature, where commas separate.
const LETTERHEAD: usize = 120;

/// The label that starts with the word at `at`.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let (len, place) = longest(line.rest(at), word)?;
    let mut end = at + len;
    let before = line.word_before(at);
    let found = |end, certainty| Some(slot(at..end, certainty, Style::Dummy));
    if !is_title_case(&line.text[at..end]) {
        let certainty = if is_person(&line.text[at..end]) { Certainty::Likely } else { Certainty::Certain };
        return is_lower_signature(line, at, end).then(|| slot(at..end, certainty, Style::Dummy));
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
    (is_there && !is_field && !is_quoted).then(|| slot(at..end, certainty, Style::Dummy))
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

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, certain_each, finds, likely, likely_each, silent_each};

    #[test]
    fn labels_in_title_case_are_certain() {
        certain_each(
            "
            Your Name
            Your Full Name
            YOUR NAME
            Company Name
            COMPANY NAME
            Position Title
            Job Title
            Hiring Manager Name
            City, State 12345
            City, State, Zip
            Month Day, Year
            DD/MM/YYYY
            Name of the Company
            Today's Date
            Anytown
            ",
        );
    }

    #[test]
    fn labels_that_may_be_meant_are_likely() {
        likely_each(
            "
            John Doe
            Jane Doe
            Max Mustermann
            Your Company
            YYYY-MM-DD
            ",
        );
        certain("Your Company | Your Website", &["Your Company", "Your Website"]);
    }

    #[test]
    fn a_signature_of_labels_is_certain() {
        certain("Sincerely, Your Name", &["Your Name"]);
        certain("Best, your name", &["your name"]);
        certain("your name", &["your name"]);
        certain("Phone Number | Email Address", &["Phone Number", "Email Address"]);
        certain("Street Address\nCity, State ZIP", &["Street Address", "City, State ZIP"]);
        certain("First Last", &["First Last"]);
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
        certain("Dear Mr. Last Name,", &["Last Name"]);
    }

    #[test]
    fn the_same_words_in_prose_are_silent() {
        silent_each(
            "
            I will send your company profile.
            It is in your company name.
            Your name came up.
            I hold the job title of lead.
            Full Name: Ana Ruiz
            Job Title: Cook
            Phone Number: 0700
            Dear Hiring Manager,
            I read \"Your Name\" twice.
            On a first name basis with the last name on the list.
            Write dates as YYYY-MM-DD format.
            Ana Doe and John Smith
            New York City, State of New York
            The Date and the Name.
            Your Companys
            ",
        );
    }
}
