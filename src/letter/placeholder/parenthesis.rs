//! `(insert company)`, `(company name)`, `(your degree)`.

use super::empty::is_slot_position;
use super::label::Label;
use super::line::Line;
use super::vocabulary::{Keyword, keyword};
use super::words::{is_one_of, parts};
use super::{Certainty, Placeholder, Style, slot};

/// Longest slot in parentheses.
const LONGEST: usize = 160;

/// Labels that nobody puts into a parenthesis on purpose.
const LABELS: &[&str] = &[
    "company name",
    "name of company",
    "name of the company",
    "company's name",
    "job title",
    "position title",
    "position name",
    "title of position",
    "role title",
    "name of position",
    "hiring manager name",
    "hiring manager's name",
    "name of hiring manager",
    "recipient name",
    "recruiter name",
    "employer name",
    "contact name",
    "last name",
    "first name",
    "full name",
    "phone number",
    "email address",
];

/// Orders that a template gives its user.
const ORDERS: &[&str] = &["insert", "fill", "describe", "mention", "enter", "specify"];

/// The slot whose parenthesis opens at `at`.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    if line.before(at) == Some(']') {
        return None;
    }
    let inside = line.inside(at + 1, ')', '(', LONGEST)?;
    let end = at + 1 + inside.len() + 1;
    let label = Label::read(inside);
    let first = label.text.split(' ').next().unwrap_or_default();
    let found = |certainty| Some(slot(at..end, certainty, Style::Parenthesis));
    if is_one_of(first, ORDERS) && label.words > 1 {
        let is_surely = is_one_of(first, &["insert"]) || label.keyword == Keyword::Core;
        return is_surely.then(|| slot(at..end, Certainty::Certain, Style::Parenthesis));
    }
    if is_one_of(label.text, LABELS) {
        return found(Certainty::Certain);
    }
    if is_one_of(first, &["your"]) && label.words <= 4 {
        let is_label = parts(label.text).all(|word| keyword(word) != Keyword::None);
        return (is_label && label.words > 1).then(|| slot(at..end, Certainty::Likely, Style::Parenthesis));
    }
    let is_bare = label.text.is_empty() || label.words == 1 && label.keyword == Keyword::Core;
    (is_bare && is_slot_position(line, at, end)).then(|| slot(at..end, Certainty::Likely, Style::Parenthesis))
}

#[cfg(test)]
mod tests {
    use crate::letter::placeholder::testing::{certain, likely, silent};

    #[test]
    fn orders_and_labels_are_certain() {
        for slot in [
            "(insert company)",
            "(Insert your reason here)",
            "(INSERT NAME)",
            "(company name)",
            "(Job Title)",
            "(Hiring Manager's Name)",
            "(fill in the company)",
            "(mention a relevant project)",
        ] {
            certain(&format!("I write to {slot} today."), &[slot]);
        }
    }

    #[test]
    fn your_label_is_likely() {
        likely("I hold a (your degree) from here.", &["(your degree)"]);
        likely("Ana (Your Name)", &["(Your Name)"]);
    }

    #[test]
    fn a_single_label_needs_the_place_of_a_name() {
        likely("I apply for the (position) role at (company).", &["(position)", "(company)"]);
        silent("Last year I changed jobs (role) twice.");
    }

    #[test]
    fn honest_parentheses_are_silent() {
        for text in [
            "Ana Ruiz (Hiring Manager)",
            "a tool (your team knows it)",
            "the API (see below)",
            "I joined Acme (previous company).",
            "the (insertion) sort",
            "[site](company)",
            "O(1) and f(x)",
            "X (formerly Twitter)",
            "(your words)",
        ] {
            silent(text);
        }
    }
}
