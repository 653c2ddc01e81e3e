//! The labels and names that templates are filled with.

use super::words::is_word_char;

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
