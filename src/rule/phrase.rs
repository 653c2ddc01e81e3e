//! Phrases, and lists of them.

use super::literals::Collector;
use super::vocabulary::Vocabularies;
use crate::letter::lower_into;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Words that are looked for as they stand: case, quotes, white space and hyphens folded; whole words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// As it is looked for: folded, lower case, hyphens between words as blanks.
    #[serde(borrow)]
    pub folded: Cow<'static, str>,
    /// Whether only the spelling as it is written counts.
    pub is_exact: bool,
    /// Whether it is an ordinary word too, so that the first word of a sentence is not it.
    pub is_common: bool,
    /// Whether any ending of its last word will do (`idempoten*`).
    pub is_stem: bool,
    /// What different spellings of one thing share (`Kubernetes` for `k8s`); empty where it is its own spelling.
    #[serde(borrow)]
    pub name: Cow<'static, str>,
    /// What to write instead; empty where nothing is said.
    #[serde(borrow)]
    pub instead: Cow<'static, str>,
    /// As it is spelt in the rule or vocabulary; empty where that is as it is looked for.
    #[serde(borrow)]
    spelt: Cow<'static, str>,
}

impl Phrase {
    /// Returns the phrase for `text`, a `*` at its end meaning any ending.
    pub fn new(text: &str) -> Self {
        let (text, is_stem) = match text.strip_suffix('*') {
            Some(stem) => (stem, true),
            None => (text, false),
        };
        let folded = fold(text);
        Phrase {
            spelt: if folded == text { Cow::default() } else { text.to_owned().into() },
            folded: folded.into(),
            is_exact: false,
            is_common: false,
            is_stem,
            name: Cow::default(),
            instead: Cow::default(),
        }
    }

    /// Returns the phrase as it is spelt in the rule or vocabulary.
    pub fn spelt(&self) -> &str {
        if self.spelt.is_empty() { &self.folded } else { &self.spelt }
    }

    /// Returns what its matches are called.
    pub(crate) fn name(&self) -> &str {
        if self.name.is_empty() { self.spelt() } else { &self.name }
    }
}

/// Phrases that are looked for together: a matcher's own, then those of vocabularies.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PhraseSet {
    /// The matcher's own.
    pub(super) own: Vec<Phrase>,
    /// The numbers of the vocabularies.
    pub(super) vocabularies: Vec<usize>,
    /// The list of literals in which each is found by its number.
    pub(crate) list: usize,
}

impl PhraseSet {
    /// Whether there is no phrase.
    pub(crate) fn is_empty(&self) -> bool {
        self.own.is_empty() && self.vocabularies.is_empty()
    }

    pub(super) fn collect(&mut self, vocabularies: &Vocabularies, collector: &mut Collector) {
        if !self.is_empty() {
            self.list = collector.phrases(vocabularies.phrases(self));
        }
    }
}

/// Folds a phrase as the letter is folded for phrases.
pub(crate) fn fold(text: &str) -> String {
    // Nearly all are ASCII. The vertical tab is a blank to Unicode only.
    if text.is_ascii() && !text.contains('\u{b}') {
        let mut lower = String::with_capacity(text.len());
        for word in text.split_ascii_whitespace() {
            if !lower.is_empty() {
                lower.push(' ');
            }
            lower.push_str(word);
        }
        lower.make_ascii_lowercase();
        crate::letter::join_hyphens(&mut lower);
        return lower;
    }
    let straight: String = text
        .chars()
        .map(|character| match character {
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            '\u{2010}' | '\u{2011}' => '-',
            other => other,
        })
        .collect();
    let spaced = straight.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lower = String::with_capacity(spaced.len());
    lower_into(&spaced, &mut lower);
    crate::letter::join_hyphens(&mut lower);
    lower
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_of_ascii_is_folded_as_any_other() {
        for text in ["Fast-Paced  World", " a - b\tC", "'Tis", "x\u{b}y", "--", ""] {
            // A character beyond ASCII takes the long way, and is taken out again.
            let long = fold(&format!("{text} é"));
            assert_eq!(fold(text), long.trim_end_matches('é').trim_end(), "{text}");
        }
    }
}
