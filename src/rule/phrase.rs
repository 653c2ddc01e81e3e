//! Phrases, and lists of them.

use super::kind::Given;
use crate::letter::lower_into;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Words that are looked for as they are: case, quotes, white space and hyphens folded; whole words.
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
    pub(super) spelt: Cow<'static, str>,
}

impl Phrase {
    /// Returns the phrase for `text`.
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        Phrase {
            spelt: if folded == text { Cow::default() } else { text.to_owned().into() },
            folded: folded.into(),
            is_exact: false,
            is_common: false,
            is_stem: false,
            name: Cow::default(),
            instead: Cow::default(),
        }
    }

    /// Returns the phrase for `text`, whose last word may have any ending.
    pub(super) fn stem(text: &str) -> Self {
        Phrase { is_stem: true, ..Phrase::new(text) }
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

/// Phrases that are looked for together.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PhraseSet {
    /// The matcher's own.
    pub(super) own: Vec<Phrase>,
    /// The numbers of the vocabularies that belong to it.
    pub(super) vocabularies: Vec<usize>,
    /// Those that are more than fixed words.
    pub(crate) sequences: Vec<Sequence>,
    /// The list of literals in which each of its own, and then of the vocabularies', is found by its number.
    pub(crate) list: usize,
}

/// A phrase with gaps, or with pieces that are no fixed words.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Sequence {
    /// Whether it counts only where a sentence starts.
    pub(crate) opens_sentence: bool,
    /// What must be there, in order.
    pub(crate) elements: Vec<Element>,
    /// Between each element and the next.
    pub(crate) joints: Vec<Joint>,
    /// What to write instead; empty where nothing is said.
    #[serde(borrow)]
    pub(crate) instead: Cow<'static, str>,
}

/// A piece of a sequence.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) enum Element {
    /// One of these.
    Phrases(PhraseSet),
    /// A number in digits or words, with sign, percent and currency.
    Number,
    /// A name: words with capitals.
    Name,
    /// The company that the letter is for; and so on.
    Given(Given),
}

/// What may be between two elements of a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Joint {
    /// Nothing.
    Nothing,
    /// A blank.
    Blank,
    /// Up to so many words of the same sentence; any number where none is given.
    Gap(Option<usize>),
}

impl PhraseSet {
    /// Whether there is no phrase.
    pub(crate) fn is_empty(&self) -> bool {
        !self.has_literals() && self.sequences.is_empty()
    }

    /// Adds the phrases of `other`.
    pub(super) fn append(&mut self, mut other: PhraseSet) {
        self.own.append(&mut other.own);
        self.vocabularies.append(&mut other.vocabularies);
        self.sequences.append(&mut other.sequences);
    }

    /// Whether there are fixed words among the phrases.
    pub(crate) fn has_literals(&self) -> bool {
        !self.own.is_empty() || !self.vocabularies.is_empty()
    }

    /// What must be known for all phrases to be found where they are.
    pub(super) fn given(&self) -> impl Iterator<Item = Given> {
        let elements = self.sequences.iter().flat_map(|sequence| &sequence.elements);
        elements.filter_map(|element| if let Element::Given(given) = element { Some(*given) } else { None })
    }
}

impl Sequence {
    /// The lists of literals of each of which one must be there.
    pub(crate) fn lists(&self) -> impl Iterator<Item = usize> {
        self.elements.iter().filter_map(|element| match element {
            Element::Phrases(phrases) => Some(phrases.list),
            _ => None,
        })
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
