//! A label in capitals in place of a name: "the POSITION role at COMPANY", "Dear NAME,".

use super::empty::{ROLES, is_greeted, is_slot_position};
use super::gap;
use super::line::Line;
use super::words::{is_one_of, is_upper};
use super::{Certainty, Placeholder, Style, slot};

/// The labels that stand alone.
const LABELS: &[&str] = &[
    "COMPANY",
    "POSITION",
    "NAME",
    "ROLE",
    "TITLE",
    "EMPLOYER",
    "RECIPIENT",
    "ORGANIZATION",
    "ORGANISATION",
    "INDUSTRY",
    "SKILL",
    "SKILLS",
    "FIELD",
    "CITY",
    "RECRUITER",
    "SURNAME",
];

/// Words that a name follows in a sentence.
const BEFORE: &[&str] =
    &["at", "for", "the", "a", "an", "with", "to", "of", "join", "joining", "as", "by", "from", "in", "and", "your"];

/// The label in capitals that is the word at `at`; "at Company." counts too.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let end = at + word.len();
    let before = line.word_before(at);
    let is_sure = gap::fills_surely(line, at, end) || is_one_of(line.word_after(end), ROLES);
    let certainty = if is_sure { Certainty::Certain } else { Certainty::Likely };
    let found = || Some(slot(at..end, certainty, Style::Variable));
    if matches!(word, "Company" | "Name" | "Employer") {
        let is_named = is_greeted(before) && word == "Name" || before == "at";
        return if is_named && is_slot_position(line, at, end) { found() } else { None };
    }
    if !LABELS.contains(&word) {
        return None;
    }
    let after = line.word_after(end);
    let is_shouting = is_upper(after) && after.len() > 1 && !LABELS.contains(&after);
    let is_name = is_greeted(before) || is_one_of(before, BEFORE) && !is_upper(before);
    if is_name && !is_shouting { found() } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, likely, silent_each};

    #[test]
    fn labels_in_place_of_a_name_are_certain() {
        certain("Dear NAME,", &["NAME"]);
        certain("I apply for the POSITION role at COMPANY because I can.", &["POSITION", "COMPANY"]);
        certain("I apply to be a cook at Company.", &["Company"]);
        certain("Dear Name,", &["Name"]);
        likely("I would join the COMPANY soon.", &["COMPANY"]);
    }

    #[test]
    fn headings_and_ordinary_words_are_silent() {
        silent_each(
            "
            COMPANY OVERVIEW
            WHY THE COMPANY MATTERS
            POSITION: Cook
            Join the Company today.
            Name and Company
            the COMPANY BOARD met
            ",
        );
    }
}
