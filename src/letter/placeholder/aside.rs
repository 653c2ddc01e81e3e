//! What square brackets hold when they are no slot: remarks, citations, tags and code.

use super::label::Label;
use super::vocabulary::Keyword;
use super::words::is_one_of;

/// Remarks of an editor, tags and types, as they stand in brackets.
const REMARKS: &[&str] = &[
    "...",
    "…",
    "sic",
    "sic!",
    "emphasis added",
    "emphasis mine",
    "my emphasis",
    "emphasis in original",
    "original emphasis",
    "italics mine",
    "italics added",
    "my italics",
    "my translation",
    "translation mine",
    "translated",
    "my brackets",
    "citation needed",
    "ibid",
    "redacted",
    "note",
    "n.b",
    "nb",
    "n.d",
    "laughs",
    "laughter",
    "applause",
    // work and contract, as job titles carry them
    "remote",
    "hybrid",
    "onsite",
    "on-site",
    "full-time",
    "part-time",
    "contract",
    "fixed-term",
    // the head of a mail subject
    "application",
    "job application",
    "referral",
    "re",
    "fw",
    "fwd",
    "ext",
    "external",
    "urgent",
    "confidential",
    "spam",
    // kinds of file
    "pdf",
    "doc",
    "docx",
    "html",
    "md",
    "txt",
    "png",
    "jpg",
    // logs, tests and keys
    "error",
    "err",
    "warn",
    "warning",
    "info",
    "debug",
    "trace",
    "fatal",
    "critical",
    "notice",
    "ok",
    "pass",
    "passed",
    "fail",
    "failed",
    "done",
    "enter",
    "esc",
    "tab",
    "ctrl",
    "shift",
    // types
    "int",
    "string",
    "str",
    "char",
    "bool",
    "float",
    "double",
    "byte",
    "bytes",
    "any",
    "object",
];

/// Pronouns, as signatures carry them: "she/her".
const PRONOUNS: &[&str] =
    &["he", "him", "his", "she", "her", "hers", "they", "them", "theirs", "ze", "zir", "xe", "any"];

/// Whether `label` is something that brackets hold on purpose.
pub(super) fn is_aside(label: &Label<'_>) -> bool {
    let text = label.text;
    let plain = text.trim_end_matches(['.', ':']).trim_end();
    !text.contains(|c: char| c.is_alphabetic() || matches!(c, '_' | '?' | '#' | '%' | '$'))
        || text.starts_with(['^', '@', '!', '\\', ':', '~', '='])
        || text.starts_with('#') && text.contains(|c: char| c.is_ascii_digit())
        || is_one_of(plain, REMARKS)
        || text == "…"
        || is_pronouns(text)
        || is_code(text)
        || label.keyword == Keyword::None && (is_citation(text) || is_pair(text, ':'))
        || is_pair(text, '=')
}

/// "she/her", and the "m/f/d" of job advertisements.
fn is_pronouns(text: &str) -> bool {
    text.len() <= 20
        && text.contains('/')
        && text.split('/').map(str::trim).all(|word| is_one_of(word, PRONOUNS) || word.len() == 1 && word != "X")
}

/// A key with its value, without spaces: "key=value", "doi:10.1".
fn is_pair(text: &str, joint: char) -> bool {
    !text.contains(' ') && text.contains(joint) && !text.ends_with(joint)
}

/// An array type, an address or a character class.
fn is_code(text: &str) -> bool {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_array = || {
        text.split_once(';')
            .is_some_and(|(kind, length)| !kind.contains(' ') && (is_number(length.trim()) || length.trim() == "N"))
    };
    let is_address = || {
        text.matches(':').count() >= 2 && text.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '.' | '%'))
    };
    let is_class = || {
        let bytes = text.as_bytes();
        bytes.len() % 3 == 0 && bytes.chunks(3).all(|range| range[1] == b'-' && range[0] < range[2])
    };
    is_array() || is_address() || is_class()
}

/// "Smith 2020", "Roe et al., 2019b", "Knu97", "RFC2616", "Fig. 2", "see Roe 2020".
fn is_citation(text: &str) -> bool {
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

    #[track_caller]
    fn all(expected: bool, texts: &[&str]) {
        for text in texts {
            assert_eq!(is_aside(&Label::read(text)), expected, "{text}");
        }
    }

    #[test]
    fn remarks_are_asides() {
        all(true, &["sic", "Sic", "...", "…", "emphasis added", "my translation", "translation mine.", "ibid."]);
    }

    #[test]
    fn citations_are_asides() {
        all(
            true,
            &[
                "1",
                "12, 13",
                "1-3",
                "Smith 2020",
                "Smith, 2020",
                "Roe et al., 2019b",
                "see Roe 2020",
                "Knu97",
                "RFC2616",
                "RFC 7231",
                "Fig. 2",
                "pp. 3-4",
                "^1",
                "^note",
                "@user",
                "#42",
            ],
        );
    }

    #[test]
    fn code_is_an_aside() {
        all(true, &["0, 1", "u8; 4", "T; N", "::1", "fe80::1", "a-z", "A-Za-z", "\\w", "key=value", "doi:10.1/x"]);
    }

    #[test]
    fn tags_and_pronouns_are_asides() {
        all(true, &["ERROR", "INFO", "warn", "she/her", "they/them", "m/w/d", "PDF", "Remote"]);
    }

    #[test]
    fn labels_are_no_asides() {
        all(
            false,
            &[
                "Name",
                "X",
                "X years",
                "Month 2025",
                "2025 date",
                "Company1",
                "30%",
                "your name",
                "e.g. a number",
                "Position, 2020",
                "note your reasons",
                "Skill: one or two",
            ],
        );
    }
}
