//! Named word lists that rules share.

use super::Phrase;
use super::error::{RuleError, RuleErrorKind};
use super::file::{self, TermFile, VocabularyFile};
use super::stored::Stored;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Vocabularies by name, each read on first use.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Vocabularies(BTreeMap<String, Stored<Vec<Phrase>>>);

impl Vocabularies {
    /// Reads a vocabulary; one of a user's takes the place of a shipped one of its name.
    pub(super) fn read(&mut self, name: &str, path: &str, text: &str) -> Result<(), RuleError> {
        let file: VocabularyFile = file::read(path, text)?;
        let mut phrases = Vec::new();
        let mut add = |terms: &[TermFile], is_exact: bool, is_common: bool| {
            for term in terms {
                for spelling in std::iter::once(&term.term).chain(&term.also) {
                    let mut phrase = Phrase::new(spelling);
                    phrase.is_exact = is_exact;
                    phrase.is_common = is_common;
                    if *spelling != term.term {
                        phrase.name = term.term.clone().into();
                    }
                    phrases.push(phrase);
                }
            }
        };
        add(&file.terms, false, false);
        add(&file.exact, true, false);
        add(&file.common, true, true);
        if phrases.is_empty() {
            let text = "the vocabulary has no words; add `terms = [\"…\"]`".to_owned();
            return Err(RuleError::new(path, RuleErrorKind::Sense(text)));
        }
        self.0.insert(name.to_owned(), Stored::now(phrases));
        Ok(())
    }

    /// Returns the words of the vocabulary called `name`.
    pub(super) fn get(&self, name: &str) -> Option<&[Phrase]> {
        self.0.get(name).map(|phrases| phrases.as_slice())
    }

    /// Returns what the vocabularies are called, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
