//! Sentences that a match counts in, or does not: expressions in which `{match}` stands for what was found.

use super::pattern::SIZE_LIMIT;
use serde::{Deserialize, Serialize};

/// What an expression has for the match.
const BLANK: &str = "{match}";

/// Stands for the match in the sentence; no letter holds it as a character of its own.
pub(crate) const MATCH: char = '\u{e000}';

/// An expression over a sentence in which the match is one character.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likeness(String);

impl Likeness {
    /// Checks `source`.
    ///
    /// # Errors
    /// Says what is wrong and what to write instead.
    pub(super) fn new(source: &str) -> Result<Self, String> {
        if !source.contains(BLANK) {
            return Err(format!("'{source}' does not say where the match stands; write `{BLANK}` for it"));
        }
        let likeness = Likeness(source.replace(BLANK, &MATCH.to_string()));
        likeness.compile().map_err(|error| format!("pattern '{source}' is none: {error}"))?;
        Ok(likeness)
    }

    /// Whether `sentence`, with [`MATCH`] in it, is like this.
    pub(crate) fn is_like(&self, sentence: &str) -> bool {
        self.compile().is_ok_and(|regex| regex.is_match(sentence))
    }

    /// Compiles it: seldom is anything found that it is asked of.
    fn compile(&self) -> Result<regex_lite::Regex, regex_lite::Error> {
        regex_lite::RegexBuilder::new(&self.0).size_limit(SIZE_LIMIT).build()
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
        assert!(Likeness::new(r"({match}").unwrap_err().contains("is none"));
    }
}
