//! Phrases, and lists of them that are read in place.

use super::packed::Pieces;
use super::slots::Slots;
use crate::letter::lower_into;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Words that are looked for as they stand: case, quotes, white space and hyphens folded; whole words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase<'a> {
    /// As it is looked for: folded, lower case, hyphens between words as blanks.
    pub folded: Cow<'a, str>,
    /// Whether only the spelling as it is written counts.
    pub is_exact: bool,
    /// Whether it is an ordinary word too, so that the first word of a sentence is not it.
    pub is_common: bool,
    /// Whether any ending of its last word will do (`idempoten*`).
    pub is_stem: bool,
    /// What different spellings of one thing share (`Kubernetes` for `k8s`).
    /// Its own spelling where empty.
    pub name: Option<Cow<'a, str>>,
    /// What to write instead.
    pub instead: Option<Cow<'a, str>>,
    /// As it is spelt in the rule or vocabulary, where that is not as it is looked for.
    spelt: Option<Cow<'a, str>>,
}

impl Phrase<'static> {
    /// Returns the phrase for `text`, a `*` at its end meaning any ending.
    pub fn new(text: &str) -> Self {
        let (text, is_stem) = match text.strip_suffix('*') {
            Some(stem) => (stem, true),
            None => (text, false),
        };
        let folded = fold(text);
        Phrase {
            spelt: (folded != text).then(|| text.to_owned().into()),
            folded: folded.into(),
            is_exact: false,
            is_common: false,
            is_stem,
            name: None,
            instead: None,
        }
    }
}

impl<'a> Phrase<'a> {
    /// Returns the phrase as it is spelt in the rule or vocabulary.
    pub fn spelt(&self) -> &str {
        self.spelt.as_deref().unwrap_or(&self.folded)
    }

    /// Returns what its matches are called.
    pub(crate) fn into_name(self) -> Cow<'a, str> {
        self.name.or(self.spelt).unwrap_or(self.folded)
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

/// Phrases by their number; one is read when it is asked for.
///
/// A vocabulary has hundreds of words, and a letter a few of them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Phrases(Pieces);

/// Phrases that are looked for together.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PhraseSet {
    /// The phrases.
    pub phrases: Phrases,
    /// The slot in which each is found by its number.
    pub(crate) slot: usize,
}

impl PhraseSet {
    pub(super) fn number(&mut self, slots: &mut Slots) {
        if !self.phrases.is_empty() {
            self.slot = slots.of_phrases(self.phrases.iter());
        }
    }
}

impl From<Phrases> for PhraseSet {
    fn from(phrases: Phrases) -> Self {
        PhraseSet { phrases, slot: 0 }
    }
}

const IS_EXACT: u8 = 1;
const IS_COMMON: u8 = 2;
const IS_STEM: u8 = 4;

impl Phrases {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns the phrase at `index`, where there is one.
    pub fn get(&self, index: usize) -> Option<Phrase<'_>> {
        (index < self.len()).then(|| read(self.0.get(index)))?
    }

    /// Returns the phrases, in order.
    pub fn iter(&self) -> impl Iterator<Item = Phrase<'_>> + Clone {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    pub(super) fn push(&mut self, phrase: &Phrase<'_>) {
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        let flags = flag(phrase.is_exact, IS_EXACT) | flag(phrase.is_common, IS_COMMON) | flag(phrase.is_stem, IS_STEM);
        let mut bytes = vec![flags];
        for text in [Some(&phrase.folded), phrase.name.as_ref(), phrase.instead.as_ref(), phrase.spelt.as_ref()] {
            // An empty text says no more than none.
            bytes.extend_from_slice(text.map_or("", |text| text.as_ref()).as_bytes());
            bytes.push(SEPARATOR);
        }
        self.0.push(&bytes);
    }

    pub(super) fn extend(&mut self, other: &Phrases) {
        (0..other.len()).for_each(|index| self.0.push(other.0.get(index)));
    }
}

/// Stands behind each text of a phrase: no text holds it, for it is no UTF-8.
const SEPARATOR: u8 = 0xff;

fn read(bytes: &[u8]) -> Option<Phrase<'_>> {
    let (&flags, mut rest) = bytes.split_first()?;
    let mut next = || {
        let end = rest.iter().position(|&byte| byte == SEPARATOR).unwrap_or(rest.len());
        let text = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        (!text.is_empty()).then(|| std::str::from_utf8(text).unwrap_or_default())
    };
    let folded = next().unwrap_or_default().into();
    Some(Phrase {
        folded,
        is_exact: flags & IS_EXACT != 0,
        is_common: flags & IS_COMMON != 0,
        is_stem: flags & IS_STEM != 0,
        name: next().map(Cow::Borrowed),
        instead: next().map(Cow::Borrowed),
        spelt: next().map(Cow::Borrowed),
    })
}

impl FromIterator<Phrase<'static>> for Phrases {
    fn from_iter<I: IntoIterator<Item = Phrase<'static>>>(phrases: I) -> Self {
        let mut list = Phrases::default();
        phrases.into_iter().for_each(|phrase| list.push(&phrase));
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_comes_back_as_it_was_put_in() {
        let plain = Phrase::new("team player");
        let mut full = Phrase { is_exact: true, is_common: true, ..Phrase::new("Idempoten*") };
        full.name = Some("idempotency".into());
        full.instead = Some("“Say plum.”".into());
        let phrases: Phrases = [plain.clone(), full.clone()].into_iter().collect();
        assert_eq!(phrases.iter().collect::<Vec<_>>(), [plain, full]);
        assert_eq!(phrases.get(2), None);
    }

    #[test]
    fn a_phrase_of_ascii_is_folded_as_any_other() {
        for text in ["Fast-Paced  World", " a - b\tC", "'Tis", "x\u{b}y", "--", ""] {
            // A character beyond ASCII takes the long way, and is taken out again.
            let long = fold(&format!("{text} é"));
            assert_eq!(fold(text), long.trim_end_matches('é').trim_end(), "{text}");
        }
    }
}
