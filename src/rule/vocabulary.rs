//! Named word lists that rules share.

use super::error::{RuleError, RuleErrorKind};
use super::file::{self, TermFile, VocabularyFile};
use super::language::{Piece, Spelling, parse};
use super::stored::Stored;
use super::{Phrase, PhraseSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Vocabularies, each read on first use. Rules name them by number: a user's vocabulary that takes the place of a
/// shipped one does so for the user's rules only.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Vocabularies {
    numbers: BTreeMap<String, usize>,
    words: Vec<Stored<Vec<Phrase>>>,
}

impl Vocabularies {
    /// Reads a vocabulary; one of a user's takes the place of a shipped one of its name.
    pub(super) fn read(&mut self, name: &str, path: &str, text: &str) -> Result<(), RuleError> {
        let file: VocabularyFile = file::read(path, text)?;
        let mut phrases = Vec::new();
        let mut add = |terms: &[TermFile], is_exact: bool, is_common: bool| {
            for term in terms {
                for spelling in std::iter::once(&term.term).chain(&term.also) {
                    let name = if *spelling == term.term { "" } else { term.term.as_str() };
                    let spelled = spelled(spelling).map_err(|text| {
                        RuleError::new(path, RuleErrorKind::Sense(format!("\"{spelling}\": {text}")))
                    })?;
                    let named = |phrase: Phrase| Phrase { is_exact, is_common, name: name.to_owned().into(), ..phrase };
                    phrases.extend(spelled.into_iter().map(named));
                }
            }
            Ok(())
        };
        add(&file.terms, false, false)?;
        add(&file.exact, true, false)?;
        add(&file.common, true, true)?;
        if phrases.is_empty() {
            let text = "the vocabulary has no words; add `terms = [\"…\"]`".to_owned();
            return Err(RuleError::new(path, RuleErrorKind::Sense(text)));
        }
        self.numbers.insert(name.to_owned(), self.words.len());
        self.words.push(Stored::now(phrases));
        Ok(())
    }

    /// Returns the number of the vocabulary called `name`.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    /// Returns what the vocabularies are called, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.numbers.keys().map(String::as_str)
    }

    /// Returns the phrases of `set` in the order of their numbers.
    pub(super) fn phrases<'a>(&'a self, set: &'a PhraseSet) -> impl Iterator<Item = &'a Phrase> {
        set.own.iter().chain(set.vocabularies.iter().flat_map(|&number| self.words[number].iter()))
    }

    /// Returns the phrase of `set` with that number.
    pub(super) fn phrase<'a>(&'a self, set: &'a PhraseSet, number: usize) -> Option<&'a Phrase> {
        let mut lists = std::iter::once(&set.own).chain(set.vocabularies.iter().map(|&list| &*self.words[list]));
        let mut rest = number;
        lists.find_map(|list| {
            let found = list.get(rest);
            rest = rest.saturating_sub(list.len());
            found
        })
    }
}

/// The phrases that an entry of a words file spells out.
fn spelled(entry: &str) -> Result<Vec<Phrase>, String> {
    let written = parse(entry).map_err(|fault| format!("character {}: {}", fault.column, fault.text))?;
    let only = "an entry of a words file is one piece of words, with ( ), ? and *; gaps, ^ and { } belong in rules";
    let [spellings] = written.segments.as_slice() else { return Err(only.to_owned()) };
    let phrase = |spelling: &Spelling| match spelling.as_slice() {
        [Piece::Text(text)] => Some(Phrase::new(text.trim())),
        [Piece::Stem(text)] => Some(Phrase::stem(text.trim())),
        [Piece::Exact(text)] => Some(Phrase { is_exact: true, ..Phrase::new(text.trim()) }),
        _ => None,
    };
    let phrases: Option<Vec<Phrase>> = spellings.iter().map(phrase).collect();
    phrases.filter(|_| !written.opens_sentence).ok_or_else(|| only.to_owned())
}
