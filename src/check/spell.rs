//! Finds words that are spelt wrongly, or in two ways.

use super::find::{Finder, Match};
use super::hits::confirm;
use crate::rule::{Matcher, Spelling};
use crate::spelling::{Variety, corrections, variety};
use std::ops::Range;

/// Adds what is wrong with the spelling in `area`.
pub(super) fn find<'a>(finder: &Finder<'a>, matcher: &'a Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
    match matcher.spelling {
        Some(Spelling::Mistake) => mistakes(finder, area, found),
        Some(Spelling::Mixed) => found.extend(mixed(finder, area)),
        None => {}
    }
    respelt(finder, matcher, area, found);
}

/// Words in `area` of which `known` knows something, with what it knows; it is given them in lower case.
///
/// Names are left out: what is no name has small letters, or a capital that only opens a sentence.
fn ordinary_words<K>(
    finder: &Finder<'_>,
    area: &Range<usize>,
    known: impl Fn(&str) -> Option<K>,
) -> impl Iterator<Item = (Range<usize>, K)> {
    let prose = finder.letter.prose();
    let words = finder.letter.words();
    let from = words.partition_point(|word| word.start < area.start);
    let to = words.partition_point(|word| word.start < area.end);
    words[from..to].iter().filter_map(move |word| {
        // Hardly a word is known, so that whether it is a name need seldom be asked.
        let known = known(&prose.lower()[word.clone()])?;
        is_ordinary(finder, word).then(|| (word.clone(), known))
    })
}

fn is_ordinary(finder: &Finder<'_>, word: &Range<usize>) -> bool {
    let letter = finder.letter;
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

fn mistakes(finder: &Finder<'_>, area: &Range<usize>, found: &mut Vec<Match<'_>>) {
    for (range, meant) in ordinary_words(finder, area, corrections) {
        let replacement = match meant.as_slice() {
            [only] => Some(cased_as(only, &finder.letter.prose().text()[range.clone()]).into()),
            _ => None,
        };
        found.push(Match { instead: Some(meant.join(", ").into()), replacement, ..Match::at(range) });
    }
}

/// The first word of the country that fewer words are of, when both have one.
fn mixed<'a>(finder: &Finder<'a>, area: &Range<usize>) -> Option<Match<'a>> {
    let (mut american, mut british) = (Vec::new(), Vec::new());
    for (range, country) in ordinary_words(finder, area, variety) {
        match country {
            Variety::American => american.push(range),
            Variety::British => british.push(range),
        }
    }
    let (fewer, more) = if american.len() < british.len() { (american, british) } else { (british, american) };
    let (first, other) = (fewer.into_iter().next()?, more.into_iter().next()?);
    Some(Match { instead: Some(finder.letter.prose().text()[other].into()), ..Match::at(first) })
}

/// Names of the matcher's list that stand in another case than their makers write.
fn respelt<'a>(finder: &Finder<'a>, matcher: &'a Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
    if matcher.respell.is_empty() {
        return;
    }
    let first = matcher.phrases.len() + matcher.except.len();
    let text = finder.letter.prose().text();
    for hit in finder.hits.within(matcher.slot, area) {
        let Some(phrase) = hit.phrase.checked_sub(first).and_then(|index| matcher.respell.get(index)) else { continue };
        let Some(range) = confirm(finder.letter, hit, &phrase) else { continue };
        let written = &text[range.clone()];
        let is_wrong = phrase.spelt() != written && written.len() == phrase.spelt().len();
        if is_wrong && !matcher.respell.iter().any(|other| other.spelt() == written) {
            let spelt = phrase.into_name();
            found.push(Match { instead: Some(spelt.clone()), replacement: Some(spelt), ..Match::at(range) });
        }
    }
}

/// `word` with a capital where `model` has one.
fn cased_as(word: &str, model: &str) -> String {
    let mut characters = word.chars();
    match characters.next().filter(|_| model.starts_with(char::is_uppercase)) {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => word.to_owned(),
    }
}
