//! Sentences that a match counts in, or does not: expressions in which `{match}` stands for what was found.

use super::needle::{Needle, required};
use super::pattern::{SIZE_LIMIT, ascii_classes};
use regex_lite::Regex;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// What an expression has for the match.
const BLANK: &str = "{match}";

/// Stands for the match in the sentence; no letter holds it as a character of its own.
pub(crate) const MATCH: char = '\u{e000}';

/// An expression over a sentence in which the match is one character.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Likeness {
    source: String,
    /// One of them is in every sentence that is like this; empty where nothing is known of that.
    needles: Vec<Needle>,
    /// Compiled when a sentence holds a needle: compiling takes a hundred times as long as looking for needles.
    #[serde(skip)]
    compiled: OnceLock<Regex>,
}

impl PartialEq for Likeness {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Likeness {}

impl Likeness {
    /// Checks `source`.
    ///
    /// # Errors
    /// Says what is wrong and what to write instead.
    pub(super) fn new(source: &str) -> Result<Self, String> {
        if !source.contains(BLANK) {
            return Err(format!("'{source}' has no place for the match; write `{BLANK}` where it belongs"));
        }
        let fail = |error: &dyn std::fmt::Display| format!("'{source}' is not a pattern: {error}");
        // The match itself tells nothing: it is in every sentence that is asked of.
        let hir =
            regex_syntax::parse(&ascii_classes(&source.replace(BLANK, r"[\s\S]"))).map_err(|error| fail(&error))?;
        let likeness = Likeness {
            source: source.replace(BLANK, &MATCH.to_string()),
            needles: required(&hir).unwrap_or_default(),
            compiled: OnceLock::new(),
        };
        likeness.compile().map_err(|error| fail(&error))?;
        Ok(likeness)
    }

    /// Whether `sentence`, with [`MATCH`] in it, is like this.
    pub(crate) fn is_like(&self, sentence: &str) -> bool {
        let lower = sentence.to_lowercase();
        if !self.needles.is_empty() && !self.needles.iter().any(|needle| needle.is_in(&lower)) {
            return false;
        }
        let regex = self.compiled.get_or_init(|| self.compile().expect("what compiled once compiles again"));
        regex.is_match(sentence)
    }

    fn compile(&self) -> Result<Regex, regex_lite::Error> {
        regex_lite::RegexBuilder::new(&self.source).size_limit(SIZE_LIMIT).build()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_match_has_its_place_in_the_sentence() {
        let likeness = Likeness::new(r"\b[Aa]t {match},? I\b").unwrap();
        assert!(likeness.is_like(&format!("At {MATCH} I ran the queue.")));
        assert!(!likeness.is_like(&format!("At Acme I heard of {MATCH}.")));
    }

    #[test]
    fn a_sentence_without_the_words_of_an_expression_is_not_searched() {
        let likeness = Likeness::new(r"(?i)\b(?:husband|sister)(?:,| is) (?:an? )?{match}").unwrap();
        assert!(!likeness.is_like(&format!("I apply as {MATCH}.")));
        assert!(likeness.compiled.get().is_none());
        assert!(likeness.is_like(&format!("My SISTER is a {MATCH}.")));
    }

    #[test]
    fn an_expression_without_the_match_is_refused() {
        assert!(Likeness::new(r"\bat Acme\b").unwrap_err().contains("{match}"));
        assert!(Likeness::new(r"({match}").unwrap_err().contains("is not a pattern"));
    }
}
