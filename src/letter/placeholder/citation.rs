//! References: "[Smith 2020]", "[Knu97]", "[Fig. 2]", and the "[Job ID: 4521]" of an advertisement.

use super::label::{Label, SENTENCE};
use super::words::is_one_of;

/// "Smith 2020", "Roe et al., 2019b", "Knu97", "RFC2616", "Fig. 2", "see Roe 2020".
pub(super) fn is_citation(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let Some((before, last)) = text.rsplit_once([' ', ',']) else {
        return is_citation_key(text);
    };
    let first = before.split([' ', '.', ',']).next().unwrap_or_default();
    let last = last.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_number = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_year = is_number && last.len() == 4 && last.starts_with(['1', '2']);
    let is_name = first.chars().next().is_some_and(|c| c.is_uppercase() || c == '\u{FFFC}');
    is_year && (is_name || is_one_of(first, &["see", "cf", "in", "from", "e"]))
        || is_number && is_one_of(first, REFERENCES)
}

/// "Job ID: 4521", "JR-10023": a number that an advertisement is filed under.
pub(super) fn is_reference(label: &Label<'_>) -> bool {
    let number = label.text.rsplit([' ', '#']).next().unwrap_or_default();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_number = digits >= 3
        && number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || matches!(byte, b'-' | b'_' | b'/'));
    let words = || label.text.split(|c: char| !c.is_alphanumeric());
    let is_filed = || words().any(|word| is_one_of(word, FILED));
    is_number && label.words < SENTENCE && (label.words == 1 && !label.is_mask() || is_filed())
}

/// What such a number is called.
const FILED: &[&str] = &["ref", "reference", "id", "req", "requisition", "job", "posting", "vacancy"];

/// What a number in a reference counts.
const REFERENCES: &[&str] = &[
    "fig", "figure", "table", "p", "pp", "page", "eq", "ch", "chapter", "sec", "section", "ref", "vol", "no",
    "appendix", "rfc", "iso", "iec", "ieee",
];

fn is_citation_key(text: &str) -> bool {
    let letters = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let name = letters.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = letters.len() - name.len();
    (2..=4).contains(&digits)
        && name.starts_with(|c: char| c.is_alphabetic())
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, '+' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_with_a_year_are_citations() {
        for text in ["Smith 2020", "Smith, 2020", "Roe et al., 2019b", "see Roe 2020", "Knu97", "ABC+20"] {
            assert!(is_citation(text), "{text}");
        }
    }

    #[test]
    fn numbered_things_are_citations() {
        for text in ["RFC 7231", "RFC2616", "Fig. 2", "pp. 3-4", "Table 1"] {
            assert!(is_citation(text), "{text}");
        }
    }

    #[test]
    fn numbers_of_advertisements_are_references() {
        for text in ["Ref: 12345", "Job ID: 4521", "JR-10023", "REQ_1234", "Job #4521", "R0012345"] {
            assert!(is_reference(&Label::read(text)), "{text}");
        }
        for text in ["Job Title", "Company1", "Skill 2", "2025-xx-xx", "Company 2024 goal", "name 123"] {
            assert!(!is_reference(&Label::read(text)), "{text}");
        }
    }

    #[test]
    fn labels_are_no_citations() {
        for text in ["2025 date", "Company1", "two of 3", "Harbour", "", "a 2020 plan"] {
            assert!(!is_citation(text), "{text}");
        }
    }
}
