//! The words that a slot can open with; all others are passed over.

use super::super::word_set::WordSet;

/// First words of labels, orders, notes, greetings, filler and examples.
#[rustfmt::skip]
pub(super) static OPENERS: WordSet = WordSet::new(&[
    "abc", "add", "address", "addressblock", "any", "anytown", "anywhere", "blah", "change_me",
    "changeme", "choose", "city", "click", "company", "companyname", "consectetur", "contact",
    "current", "date", "dd", "dear", "dolor", "email", "employer", "enter", "erika", "field",
    "firma", "first", "firstname", "fixme", "full", "fullname", "greetingline", "hello", "hey",
    "hi", "hiring", "ihr", "industry", "insert", "jane", "job", "jobtitle", "joe", "john", "last",
    "lastname", "lorem", "mailing", "main", "manager", "max", "mergefield", "mm", "month",
    "musterfirma", "mustermann", "musterstadt", "musterstraße", "name", "nan", "nil", "nom",
    "nombre", "none", "note", "null", "organisation", "organization", "paste", "phone",
    "placeholder", "position", "professor", "prénom", "put", "recipient", "recruiter", "replace_me",
    "replaceme", "role", "sed", "sit", "skill", "skills", "startup", "street", "surname", "tba",
    "tbc", "tbd", "title", "tk", "tktk", "today", "todo", "type", "undefined", "university", "vorname",
    "your", "yourcompany", "yourname", "yourusername", "yyyy",
]);

/// Whether a slot can open with `word`; ASCII case is ignored.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.holds(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(OPENERS.words().is_sorted());
    }

    #[test]
    fn every_label_has_its_opener() {
        for (label, _) in super::super::stock::LABELS {
            let first = super::super::words::first_word(label);
            assert!(is_opener(first), "{label}");
        }
    }
}
