//! What stands between brackets, read as the label of a slot.

use super::vocabulary::{Keyword, keyword};
use super::words::{is_capitalised, is_one_of, parts};

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
                    || matches!(word, "xx" | "xxx" | "TBD" | "TODO" | "TBC" | "FIXME" | "tbd" | "todo")
                    || self.words == 1 && matches!(word, "N" | "Y" | "Z" | "x")
            })
    }

    /// Whether it opens like a word put into a quotation: "the company", "their team".
    pub(super) fn is_inserted(&self) -> bool {
        let first = self.text.split(' ').next().unwrap_or_default();
        self.words == 2
            && !self.is_capitalised
            && is_one_of(first, &["the", "their", "our", "its", "this", "these", "his", "her", "my"])
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
}
