//! The words that slots are labelled with.

use super::super::word_set::WordSet;

/// How surely a word in brackets names a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keyword {
    /// Not a word of templates.
    None,
    /// A word of templates that honest brackets hold too ("\[team\]" in a quotation).
    Plain,
    /// A word that in brackets is hardly anything but a slot.
    Core,
}

/// Labels of slots and the orders that templates give, sorted.
#[rustfmt::skip]
static CORE: WordSet = WordSet::new(&[
    "address", "blog", "candidate", "company", "companyname", "date", "describe", "email",
    "employer", "firstname", "fname", "fullname", "hiring", "insert", "jd", "job", "jobtitle",
    "lastname", "link", "lname", "manager", "mention", "name", "number", "optional", "phone",
    "phrase", "placeholder", "position", "previous", "recipient", "recruiter", "relevant", "repo",
    "role", "signature", "skill", "specific", "surname", "title", "where", "year", "your", "zip",
]);

/// Further words of labels, sorted.
#[rustfmt::skip]
static PLAIN: WordSet = WordSet::new(&[
    "accomplishment", "accomplishments", "achievement", "add", "adjective", "amount", "applicant",
    "area", "campus", "challenge", "choose", "cities", "city", "client", "companies", "contact",
    "country", "current", "customer", "customize", "datum", "day", "degree", "department", "detail",
    "duration", "empresa", "enter", "entreprise", "event", "example", "experience", "explain",
    "explanation", "field", "fill", "firma", "first", "framework", "full", "goal", "highlight",
    "hobby", "include", "industries", "industry", "initiative", "insight", "institution", "key",
    "language", "last", "list", "location", "mail", "metric", "mission", "month", "need", "nom",
    "nombre", "noun", "organisation", "organization", "outcome", "paragraph", "percent",
    "percentage", "personal", "place", "platform", "portfolio", "problem", "product",
    "professional", "professor", "program", "project", "qualification", "quantifiable", "quantify",
    "reason", "recent", "reference", "referral", "replace", "responsibilities", "responsibility",
    "result", "salary", "salutation", "school", "sentence", "similar", "source", "state", "stelle",
    "street", "strength", "subject", "summary", "target", "team", "technologies", "technology",
    "today", "tool", "topic", "university", "unternehmen", "url", "user", "value", "verb",
    "website", "write",
]);

/// How surely `word` names a slot; case, a final `'s` and a plural "s" do not matter.
pub(super) fn keyword(word: &str) -> Keyword {
    let word = word.strip_suffix("'s").unwrap_or(word);
    match (rank(word), word.strip_suffix(['s', 'S'])) {
        (Keyword::None, Some(singular)) => rank(singular),
        (exact, _) => exact,
    }
}

fn rank(word: &str) -> Keyword {
    if CORE.holds(word) {
        Keyword::Core
    } else if PLAIN.holds(word) {
        Keyword::Plain
    } else {
        Keyword::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_disjoint() {
        assert!(CORE.words().is_sorted());
        assert!(PLAIN.words().is_sorted());
        assert!(!CORE.words().iter().any(|word| PLAIN.holds(word)));
    }

    #[test]
    fn plural_possessive_and_case_do_not_matter() {
        for word in ["company", "COMPANY", "Company's", "skills"] {
            assert_eq!(keyword(word), Keyword::Core, "{word}");
        }
        for word in ["team", "Companies", "technologies"] {
            assert_eq!(keyword(word), Keyword::Plain, "{word}");
        }
    }

    #[test]
    fn other_words_are_none() {
        for word in ["", "s", "we", "sic", "naïve", "counterrevolutionaries"] {
            assert_eq!(keyword(word), Keyword::None, "{word}");
        }
    }
}
