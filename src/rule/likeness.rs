//! Sentences that a match counts in, or does not: expressions in which `{match}` stands for what was found.

use super::pattern::SIZE_LIMIT;
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
    /// Compiled when it is first asked: seldom is anything found that it is asked of.
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
        let likeness = Likeness { source: source.replace(BLANK, &MATCH.to_string()), compiled: OnceLock::new() };
        likeness.compile().map_err(|error| format!("'{source}' is not a pattern: {error}"))?;
        Ok(likeness)
    }

    /// Whether `sentence`, with [`MATCH`] in it, is like this.
    pub(crate) fn is_like(&self, sentence: &str) -> bool {
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
    fn an_expression_without_the_match_is_refused() {
        assert!(Likeness::new(r"\bat Acme\b").unwrap_err().contains("{match}"));
        assert!(Likeness::new(r"({match}").unwrap_err().contains("is not a pattern"));
    }
}
