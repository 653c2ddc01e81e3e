//! The words that slots are labelled with.

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
const CORE: &[&str] = &[
    "address",
    "blog",
    "candidate",
    "company",
    "companyname",
    "date",
    "describe",
    "email",
    "employer",
    "firstname",
    "fname",
    "fullname",
    "hiring",
    "insert",
    "jd",
    "job",
    "jobtitle",
    "lastname",
    "link",
    "lname",
    "manager",
    "mention",
    "name",
    "number",
    "optional",
    "phone",
    "phrase",
    "placeholder",
    "position",
    "previous",
    "recipient",
    "recruiter",
    "relevant",
    "repo",
    "role",
    "signature",
    "skill",
    "specific",
    "surname",
    "title",
    "where",
    "year",
    "your",
    "zip",
];

/// Further words of labels, sorted.
const PLAIN: &[&str] = &[
    "accomplishment",
    "accomplishments",
    "achievement",
    "add",
    "amount",
    "applicant",
    "area",
    "challenge",
    "choose",
    "cities",
    "city",
    "client",
    "companies",
    "contact",
    "country",
    "current",
    "customer",
    "customize",
    "day",
    "degree",
    "department",
    "detail",
    "duration",
    "enter",
    "example",
    "experience",
    "explain",
    "explanation",
    "field",
    "fill",
    "first",
    "full",
    "goal",
    "highlight",
    "include",
    "industries",
    "industry",
    "initiative",
    "insight",
    "institution",
    "key",
    "last",
    "list",
    "location",
    "mail",
    "metric",
    "mission",
    "month",
    "need",
    "organisation",
    "organization",
    "outcome",
    "paragraph",
    "percent",
    "percentage",
    "personal",
    "portfolio",
    "problem",
    "product",
    "professional",
    "professor",
    "project",
    "qualification",
    "quantifiable",
    "quantify",
    "reason",
    "recent",
    "reference",
    "referral",
    "replace",
    "responsibilities",
    "responsibility",
    "result",
    "salary",
    "salutation",
    "school",
    "sentence",
    "similar",
    "source",
    "state",
    "street",
    "subject",
    "summary",
    "target",
    "team",
    "technologies",
    "technology",
    "today",
    "tool",
    "topic",
    "university",
    "url",
    "user",
    "value",
    "website",
    "write",
];

/// How surely `word` names a slot; case, a final `'s` and a plural "s" do not matter.
pub(super) fn keyword(word: &str) -> Keyword {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let mut buffer = [0; 20];
    let Some(buffer) = buffer.get_mut(..word.len()) else {
        return Keyword::None;
    };
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    let exact = rank(buffer);
    match buffer.strip_suffix(b"s") {
        Some(singular) if exact == Keyword::None => rank(singular),
        _ => exact,
    }
}

fn rank(word: &[u8]) -> Keyword {
    let holds = |words: &[&str]| words.binary_search_by(|known| known.as_bytes().cmp(word)).is_ok();
    if holds(CORE) {
        Keyword::Core
    } else if holds(PLAIN) {
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
        assert!(CORE.is_sorted());
        assert!(PLAIN.is_sorted());
        assert!(CORE.iter().all(|word| !PLAIN.contains(word)));
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
