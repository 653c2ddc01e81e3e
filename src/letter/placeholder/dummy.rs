//! Labels and names that templates and examples fill in: "Your Name", "John Doe", "City, State".
//!
//! The same words in lower case are ordinary prose ("in your company name"), so a label counts in
//! title case or capitals, or alone on its line.

use super::empty::is_greeted;
use super::line::Line;
use super::stock::{Place, longest};
use super::words::{is_capitalised, is_one_of};
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
        return is_lower_signature(line, at, end).then(|| slot(at..end, Certainty::Likely, Style::Dummy));
    }
    if is_one_of(line.word_after(end), &["here"]) {
        end += " here".len();
        return found(end, Certainty::Certain);
    }
    if is_greeted(before) && place != Place::Line {
        let is_weak = place == Place::Alone;
        return found(end, if is_weak { Certainty::Likely } else { Certainty::Certain });
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
    use super::super::testing::{certain, finds, likely, likely_each, silent_each};

    #[test]
    fn labels_in_title_case_are_likely() {
        likely_each(
            "
            Your Name
            Your Full Name
            YOUR NAME
            Company Name
            COMPANY NAME
            Position Title
            Job Title
            Your Company
            Hiring Manager Name
            John Doe
            Jane Doe
            City, State 12345
            City, State, Zip
            Month Day, Year
            DD/MM/YYYY
            Max Mustermann
            Name of the Company
            Today's Date
            Anytown
            ",
        );
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
