//! What stands between brackets: the label of a slot, or a remark, a citation or code, which is none.

use super::words::{is_capitalised, is_in, parts};
use crate::words::{List, Listed};

/// Words that are read; a label with as many or more is a sentence.
pub(super) const SENTENCE: usize = 6;

/// The features by which a label is told from an aside.
#[derive(Debug)]
pub(super) struct Label<'t> {
    pub(super) text: &'t str,
    /// Words between spaces, counted up to [`SENTENCE`].
    pub(super) words: usize,
    /// The strongest keyword among those words.
    pub(super) keyword: Keyword,
    /// Whether the first letter is a capital.
    pub(super) is_capitalised: bool,
    /// Whether it is one word joined from several: `jobTitle`, `JOB_TITLE`, `job.title`.
    pub(super) is_compound: bool,
}

impl<'t> Label<'t> {
    /// Reads `text`, of which only the first words are looked at.
    pub(super) fn read(text: &'t str) -> Self {
        let text = text.trim();
        let mut words = 0;
        let mut strongest = Keyword::None;
        for word in text.split(' ').filter(|word| word.contains(char::is_alphanumeric)).take(SENTENCE) {
            words += 1;
            strongest = parts(word).map(keyword).fold(strongest, Ord::max);
        }
        Self {
            text,
            words,
            keyword: strongest,
            is_capitalised: is_capitalised(text),
            is_compound: words == 1 && is_compound(text),
        }
    }

    /// Whether it is a stand-in for a figure or a note: `X`, `XX%`, `N`, `__`, `??`, `TBD`.
    pub(super) fn is_mask(&self) -> bool {
        let is_mark = |c| matches!(c, '_' | '?' | '#');
        if !self.text.is_empty() && self.text.chars().all(is_mark) {
            return true;
        }
        self.words < SENTENCE
            && self.text.split(' ').any(|word| {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                !word.is_empty() && word.bytes().all(|byte| byte == b'X')
                    || is_in(word, List::BracketNote)
                    || self.words == 1 && matches!(word.as_bytes(), [b'N' | b'Y' | b'Z' | b'x'])
            })
    }

    /// Whether it opens like a word put into a quotation: "the company", "their team".
    pub(super) fn is_inserted(&self) -> bool {
        let first = self.text.split(' ').next().unwrap_or_default();
        self.words == 2 && !self.is_capitalised && is_in(first, List::InsertedDeterminer)
    }
}

/// Whether `word` has an underscore, a dot or a hump between letters.
fn is_compound(word: &str) -> bool {
    let mut before = ' ';
    let mut joins = word.chars().zip(word.chars().skip(1)).map(|(c, next)| {
        let joins = before.is_alphanumeric() && matches!(c, '_' | '.') && next.is_alphabetic()
            || c.is_lowercase() && next.is_uppercase();
        before = c;
        joins
    });
    joins.any(|joins| joins)
}

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

/// How surely `word` names a slot; case, a final `'s` and a plural "s" do not matter.
pub(super) fn keyword(word: &str) -> Keyword {
    let word = word.strip_suffix("'s").unwrap_or(word);
    match (rank(word), word.strip_suffix(['s', 'S'])) {
        (Keyword::None, Some(singular)) => rank(singular),
        (exact, _) => exact,
    }
}

fn rank(word: &str) -> Keyword {
    let listed = Listed::of(word);
    if listed.is_in(List::SlotKeyword) {
        Keyword::Core
    } else if listed.is_in(List::SlotWord) {
        Keyword::Plain
    } else {
        Keyword::None
    }
}

/// Whether `label` is something that brackets hold on purpose.
pub(super) fn is_aside(label: &Label<'_>) -> bool {
    let text = label.text;
    let plain = text.trim_end_matches(['.', ':']).trim_end();
    !text.contains(|c: char| c.is_alphabetic() || matches!(c, '_' | '?' | '#' | '%' | '$'))
        || text.starts_with(['^', '@', '!', '\\', ':', '~', '='])
        || text.starts_with('#') && text.contains(|c: char| c.is_ascii_digit())
        || is_in(plain, List::BracketRemark)
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
        && text.split('/').map(str::trim).all(|word| is_in(word, List::SignedPronoun) || word.len() == 1 && word != "X")
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
    is_year && (is_name || is_in(first, List::CitationOpener)) || is_number && is_in(first, List::CitedPart)
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
    let is_filed = || words().any(|word| is_in(word, List::FilingWord));
    is_number && label.words < SENTENCE && (label.words == 1 && !label.is_mask() || is_filed())
}

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
    fn words_are_counted_up_to_a_sentence() {
        assert_eq!(Label::read(" Hiring Manager ").words, 2);
        assert_eq!(Label::read("one two three four five six seven").words, SENTENCE);
        assert_eq!(Label::read("- , ...").words, 0);
    }

    #[test]
    fn a_keyword_is_found_inside_a_compound() {
        assert_eq!(Label::read("companyName").keyword, Keyword::Core);
        assert_eq!(Label::read("relevant skills/experience").keyword, Keyword::Core);
        assert_eq!(Label::read("leave a note").keyword, Keyword::None);
    }

    #[test]
    fn compounds_are_told_from_words() {
        for text in ["jobTitle", "JOB_TITLE", "job.title", "_TITLE_X"] {
            assert!(Label::read(text).is_compound, "{text}");
        }
        for text in ["title", "front-end", "Title.", "two words_here", ""] {
            assert!(!Label::read(text).is_compound, "{text}");
        }
    }

    #[test]
    fn stand_ins_for_figures_are_masks() {
        for text in ["X", "XX%", "X years", "$X", "N", "__", "??", "TBD", "x"] {
            assert!(Label::read(text).is_mask(), "{text}");
        }
        for text in ["", "A", "XML", "name", "n", "10x"] {
            assert!(!Label::read(text).is_mask(), "{text}");
        }
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
