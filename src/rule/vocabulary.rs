//! Named word lists that rules share.

use super::error::{RuleError, RuleErrorKind};
use super::file::{self, TermFile, VocabularyFile};
use super::packed::Pieces;
use super::{Phrase, Phrases};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Vocabularies by name: a user's, and those that letterlint brings.
#[derive(Debug, Default)]
pub(super) struct Vocabularies {
    own: BTreeMap<String, Phrases>,
    shipped: Shelf,
}

/// Vocabularies as they lie in bytes, sorted by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Shelf {
    names: Pieces,
    words: Pieces,
}

impl Vocabularies {
    /// Returns those that letterlint brings.
    pub(super) fn new(shipped: Shelf) -> Self {
        Vocabularies { own: BTreeMap::new(), shipped }
    }

    /// Puts what was read into bytes.
    pub(super) fn shelf(&self) -> Shelf {
        let mut shelf = Shelf::default();
        for (name, phrases) in &self.own {
            shelf.names.push(name.as_bytes());
            shelf.words.push(&postcard::to_allocvec(phrases).expect("plain data can be written"));
        }
        shelf
    }

    /// Reads a vocabulary; one of a user's takes the place of a shipped one of its name.
    pub(super) fn read(&mut self, name: &str, path: &str, text: &str) -> Result<(), RuleError> {
        let file: VocabularyFile = file::read(path, text)?;
        let mut phrases = Phrases::default();
        let mut add = |terms: &[TermFile], is_exact: bool, is_common: bool| {
            for term in terms {
                for spelling in std::iter::once(&term.term).chain(&term.also) {
                    let mut phrase = Phrase::new(spelling);
                    phrase.is_exact = is_exact;
                    phrase.is_common = is_common;
                    phrase.name = (*spelling != term.term).then(|| term.term.clone().into());
                    phrases.push(&phrase);
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
        self.own.insert(name.to_owned(), phrases);
        Ok(())
    }

    /// Returns the words of the vocabulary called `name`.
    pub(super) fn get(&self, name: &str) -> Option<Phrases> {
        let shipped = || postcard::from_bytes(self.shipped.words.get_static(self.shipped.names.find(name)?)?).ok();
        self.own.get(name).cloned().or_else(shipped)
    }

    /// Returns what the vocabularies are called, in order.
    pub(super) fn names(&self) -> BTreeSet<String> {
        let names = &self.shipped.names;
        self.own.keys().cloned().chain((0..names.len()).map(|index| names.text(index).to_owned())).collect()
    }
}
