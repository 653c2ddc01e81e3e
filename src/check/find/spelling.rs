//! Finds words that are spelt wrongly, or in two ways.

use super::Match;
use crate::check::context::Context;
use crate::check::literal_hits::confirm;
use crate::rule::PhraseSet;
use crate::spelling::{Variety, corrections, variety};
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds the misspelt words in `area`.
    pub(super) fn find_misspellings(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        for (range, meant) in ordinary_words(self, area, corrections) {
            let replacement = match meant.as_slice() {
                [only] => Some(cased_as(only, &self.letter.prose().text()[range.clone()]).into()),
                _ => None,
            };
            found.push(Match { instead: Some(meant.join(", ").into()), replacement, ..Match::at(range) });
        }
    }

    /// Adds the first word in `area` of the country that fewer words are of, when both have one.
    pub(super) fn find_mixed_spelling(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let (mut american, mut british) = (Vec::new(), Vec::new());
        for (range, country) in ordinary_words(self, area, variety) {
            match country {
                Variety::American => american.push(range),
                Variety::British => british.push(range),
            }
        }
        let (fewer, more) = if american.len() < british.len() { (american, british) } else { (british, american) };
        if let (Some(first), Some(other)) = (fewer.into_iter().next(), more.into_iter().next()) {
            found.push(Match { instead: Some(self.letter.prose().text()[other].into()), ..Match::at(first) });
        }
    }

    /// Adds the words in `area` that are spelt as only one of the two countries spells them.
    pub(super) fn find_variety(&self, wanted: Variety, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let all = ordinary_words(self, area, variety).filter(|(_, country)| *country == wanted);
        found.extend(all.map(|(range, _)| Match::at(range)));
    }

    /// Adds the names of `names` in `area` that are in another case than their makers write.
    pub(super) fn find_respelt(&self, names: &'a PhraseSet, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        for hit in self.hits.within(names.list, area) {
            let phrase = self.rules.phrase(names, hit.phrase);
            let Some(range) = confirm(self.letter, hit, phrase) else { continue };
            let written = &text[range.clone()];
            let is_wrong = phrase.spelt() != written && written.len() == phrase.spelt().len();
            if is_wrong && !self.rules.phrases(names).any(|other| other.spelt() == written) {
                let spelt = Some(phrase.name().into());
                found.push(Match { instead: spelt.clone(), replacement: spelt, ..Match::at(range) });
            }
        }
    }
}

/// Words in `area` of which `known` knows something, with what it knows; it is given them in lower case.
///
/// Names are left out: what is no name has small letters, or a capital that only opens a sentence.
fn ordinary_words<K>(
    context: &Context<'_>,
    area: &Range<usize>,
    known: impl Fn(&str) -> Option<K>,
) -> impl Iterator<Item = (Range<usize>, K)> {
    let prose = context.letter.prose();
    let words = context.letter.words();
    let from = words.partition_point(|word| word.start < area.start);
    let to = words.partition_point(|word| word.start < area.end);
    words[from..to].iter().filter_map(move |word| {
        // Hardly a word is known, so that whether it is a name need seldom be asked.
        let known = known(&prose.lower()[word.clone()])?;
        is_ordinary(context, word).then(|| (word.clone(), known))
    })
}

fn is_ordinary(context: &Context<'_>, word: &Range<usize>) -> bool {
    let letter = context.letter;
    let text = letter.prose().text().as_bytes();
    let is_small = text[word.start].is_ascii_lowercase() || letter.opens_sentence(word.start);
    let stands_alone =
        |at: Option<&u8>| !at.is_some_and(|byte| matches!(byte, b'-' | b'_' | b'/' | b'@' | b'.' | b'+'));
    let before = word.start.checked_sub(1).and_then(|at| text.get(at));
    let behind = text.get(word.end).filter(|_| {
        // A full stop may end the sentence; within a name a letter follows it.
        text.get(word.end + 1).is_some_and(u8::is_ascii_alphanumeric)
    });
    let rest = &text[word.start + 1..word.end];
    is_small && rest.iter().all(u8::is_ascii_lowercase) && stands_alone(before) && stands_alone(behind)
}

/// `word` with a capital where `model` has one.
fn cased_as(word: &str, model: &str) -> String {
    let mut characters = word.chars();
    match characters.next().filter(|_| model.starts_with(char::is_uppercase)) {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => word.to_owned(),
    }
}
