//! `(insert company)`, `(company name)`, `(your degree)`.

use super::empty::{is_greeted, is_slot_position};
use super::gap;
use super::label::Label;
use super::line::Line;
use super::stock::{Place, longest};
use super::vocabulary::{Keyword, keyword};
use super::words::{is_one_of, parts};
use super::{Certainty, Placeholder, Style, slot};

/// Longest slot in parentheses.
const LONGEST: usize = 160;

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
        return if is_surely { found(Certainty::Certain) } else { None };
    }
    if is_one_of(first, &["your"]) {
        let is_label = parts(label.text).all(|word| keyword(word) != Keyword::None);
        let is_short = (2..=4).contains(&label.words);
        let certainty = if gap::fills(line, at, end) { Certainty::Certain } else { Certainty::Likely };
        return if is_label && is_short { found(certainty) } else { None };
    }
    if is_label(label.text, first) {
        return found(Certainty::Certain);
    }
    let is_bare = label.text.is_empty() || label.words == 1 && label.keyword == Keyword::Core;
    let is_greeted = label.keyword == Keyword::Core && is_greeted(line.word_before(at));
    (is_greeted || is_bare && is_slot_position(line, at, end))
        .then(|| slot(at..end, Certainty::Certain, Style::Parenthesis))
}

/// Whether `text` is a label of templates and nothing else.
fn is_label(text: &str, first: &str) -> bool {
    longest(text, first).is_some_and(|(len, place)| {
        len == text.len() && matches!(place, Place::Free | Place::Alone) && text.contains(' ')
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, certain_each, likely, silent, silent_each};

    #[test]
    fn orders_and_labels_are_certain() {
        certain_each(
            "
            (insert company)
            (Insert your reason here)
            (INSERT NAME)
            (company name)
            (Job Title)
            (Hiring Manager's Name)
            (fill in the company)
            (mention a relevant project)
            ",
        );
    }

    #[test]
    fn your_label_is_certain_where_a_word_is_missing() {
        certain("I hold a (your degree) from here.", &["(your degree)"]);
        likely("I sell bread (your product) daily.", &["(your product)"]);
        likely("Ana (Your Name)", &["(Your Name)"]);
        certain("Dear (Hiring Manager),", &["(Hiring Manager)"]);
    }

    #[test]
    fn a_single_label_needs_the_place_of_a_name() {
        certain("I apply for the (position) role at (company).", &["(position)", "(company)"]);
        silent("Last year I changed jobs (role) twice.");
    }

    #[test]
    fn honest_parentheses_are_silent() {
        silent_each(
            "
            Ana Ruiz (Hiring Manager)
            a tool (your team knows it)
            the API (see below)
            I joined Acme (previous company).
            the (insertion) sort
            [site](company)
            O(1) and f(x)
            X (formerly Twitter)
            (your words)
            ",
        );
    }
}
