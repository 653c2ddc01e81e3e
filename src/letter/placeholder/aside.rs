//! What square brackets hold when they are no slot: remarks, citations, tags and code.

use super::super::word_set::WordSet;
use super::citation::{is_citation, is_reference};
use super::label::Label;
use super::vocabulary::Keyword;
use super::words::is_one_of;

/// Remarks of an editor, tags and types, as they stand in brackets.
#[rustfmt::skip]
static REMARKS: WordSet = WordSet::new(&[
    "...", "any", "applause", "application", "bool", "byte", "bytes", "char", "citation needed",
    "confidential", "contract", "critical", "ctrl", "debug", "doc", "docx", "done", "double",
    "emphasis added", "emphasis in original", "emphasis mine", "enter", "err", "error", "esc",
    "ext", "external", "fail", "failed", "fatal", "fixed-term", "float", "full-time", "fw", "fwd",
    "html", "hybrid", "ibid", "info", "int", "italics added", "italics mine", "job application",
    "jpg", "laughs", "laughter", "md", "my brackets", "my emphasis", "my italics", "my translation",
    "n.b", "n.d", "nb", "note", "notice", "object", "ok", "on-site", "onsite", "original emphasis",
    "part-time", "pass", "passed", "pdf", "png", "re", "redacted", "referral", "remote", "shift",
    "sic", "sic!", "spam", "str", "string", "tab", "trace", "translated", "translation mine", "txt",
    "urgent", "warn", "warning", "…",
]);

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
        || REMARKS.holds(plain)
        || text == "…"
        || is_pronouns(text)
        || is_code(text)
        || is_reference(label)
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
        bytes.len().is_multiple_of(3) && bytes.chunks(3).all(|range| range[1] == b'-' && range[0] < range[2])
    };
    is_array() || is_address() || is_class()
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
