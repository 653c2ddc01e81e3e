//! Finds phrases with gaps and with pieces that are no fixed words.

use super::Match;
use crate::check::context::Context;
use crate::check::except::FARTHEST;
use crate::check::literal_hits::confirm;
use crate::letter::figure;
use crate::rule::{Element, Given, Joint, Sequence};
use crate::words::List;
use std::ops::Range;

/// Most words of a name.
const LONGEST_NAME: usize = 5;

/// A place of an element from which the rest of the sequence can be reached.
struct Place {
    range: Range<usize>,
    /// Where the sequence ends that starts there.
    end: usize,
}

impl<'a> Context<'a> {
    /// Returns where `sequence` is in `area`, by start. Of two places that start together both may be given.
    ///
    /// From the last element to the first, so that each place is looked at once: linear in the places.
    pub(super) fn find_sequence(&self, sequence: &'a Sequence, area: &Range<usize>) -> Vec<Range<usize>> {
        if !sequence.lists().all(|list| self.hits.starting(list, area).next().is_some()) {
            return Vec::new();
        }
        let mut after: Option<Vec<Place>> = None;
        for (index, element) in sequence.elements.iter().enumerate().rev() {
            let here = self.places(element, area).into_iter();
            let joint = sequence.joints.get(index).copied();
            let places: Vec<Place> = match (joint, &after) {
                (Some(joint), Some(after)) => {
                    here.filter_map(|range| Some(Place { end: self.reached(&range, joint, after)?, range })).collect()
                }
                _ => here.map(|range| Place { end: range.end, range }).collect(),
            };
            if places.is_empty() {
                return Vec::new();
            }
            after = Some(places);
        }
        let places = after.unwrap_or_default().into_iter().map(|place| place.range.start..place.end);
        places.filter(|range| !sequence.opens_sentence || self.opens_line_or_sentence(range.start)).collect()
    }

    /// Where a sequence ends whose rest follows `range`; the nearest rest, and of those that start there the longest.
    fn reached(&self, range: &Range<usize>, joint: Joint, after: &[Place]) -> Option<usize> {
        let lower = self.letter.prose().lower();
        let from = after.partition_point(|place| place.range.start < range.end);
        let next = after.get(from)?.range.start;
        let between = &lower[range.end..next];
        let is_joined = match joint {
            Joint::Nothing => between.is_empty(),
            Joint::Blank => between == " ",
            Joint::Gap(most) => {
                next < self.sentence_end(range.end)
                    && between.starts_with(|first: char| !first.is_alphanumeric())
                    && most.is_none_or(|most| self.has_at_most(range.end..next, most))
            }
        };
        let same = after[from..].iter().take_while(|place| place.range.start == next);
        is_joined.then(|| same.map(|place| place.end).max())?
    }

    /// Whether `range` holds no more than `most` words.
    fn has_at_most(&self, range: Range<usize>, most: usize) -> bool {
        let words = self.letter.prose().text()[range].split(' ');
        words.filter(|word| word.contains(char::is_alphanumeric)).take(most + 1).count() <= most
    }

    /// Where the sentence ends in which byte `at` is, or the line where it is in none.
    pub(super) fn sentence_end(&self, at: usize) -> usize {
        let sentences = self.letter.sentences();
        let next = sentences.partition_point(|sentence| sentence.end <= at);
        match sentences.get(next) {
            Some(sentence) if sentence.start <= at => sentence.end,
            _ => {
                let rest = &self.letter.prose().text().as_bytes()[at..];
                let near = &rest[..rest.len().min(FARTHEST)];
                at + memchr::memchr(b'\n', near).unwrap_or(near.len())
            }
        }
    }

    /// Where the sentence starts in which byte `at` is; `at` where it is in none.
    pub(super) fn sentence_start(&self, at: usize) -> usize {
        let sentences = self.letter.sentences();
        let next = sentences.partition_point(|sentence| sentence.end <= at);
        sentences.get(next).map_or(at, |sentence| sentence.start.min(at))
    }

    /// Whether a sentence starts at `at`, or a line that is in none; opening quotes and marks may be before it.
    fn opens_line_or_sentence(&self, at: usize) -> bool {
        let text = self.letter.prose().text();
        let before = text[..at].trim_end_matches(|mark: char| !mark.is_alphanumeric() && !mark.is_whitespace());
        before.is_empty() || before.ends_with('\n') || self.letter.opens_sentence(before.len())
    }

    /// Where `element` is in `area`, by start.
    fn places(&self, element: &'a Element, area: &Range<usize>) -> Vec<Range<usize>> {
        let inside = |range: &Range<usize>| area.start <= range.start && range.end <= area.end;
        let mut places: Vec<Range<usize>> = match element {
            Element::Phrases(phrases) => {
                let hits = self.hits.within(phrases.list, area);
                hits.filter_map(|hit| confirm(self.letter, hit, self.rules.phrase(phrases, hit.phrase))).collect()
            }
            Element::Number => {
                let found = figure::number_ranges(&self.letter.prose().text()[area.clone()]).into_iter();
                found.map(|range| area.start + range.start..area.start + range.end).collect()
            }
            Element::Name => self.capitalised(area),
            Element::Given(Given::Company) => {
                let mut found: Vec<Match<'_>> = Vec::new();
                self.find_own_company(area, &mut found);
                found.into_iter().map(|one| one.range).collect()
            }
            Element::Given(Given::Position) => {
                let titles = self.known.application.positions();
                titles.flat_map(|title| self.standing(title, area)).collect()
            }
            Element::Given(Given::Recipient) => {
                let name = self.known.application.recipient.as_deref().unwrap_or_default();
                let parts = name.split(' ').filter(|part| part.len() > 1 && !List::PersonTitle.holds(part));
                std::iter::once(name).chain(parts).flat_map(|part| self.standing(part, area)).collect()
            }
            Element::Given(Given::Job | Given::Cv) => Vec::new(),
        };
        places.retain(inside);
        places.sort_by_key(|range| (range.start, range.end));
        places.dedup();
        places
    }

    /// Where the words `name` are in `area`, in any case.
    fn standing(&self, name: &str, area: &Range<usize>) -> Vec<Range<usize>> {
        let phrase = crate::rule::Phrase::new(name);
        let lower = &self.letter.prose().lower()[area.clone()];
        let hits = lower.match_indices(&*phrase.folded).filter(|(_, found)| !found.is_empty());
        let hits = hits.map(|(at, found)| (area.start + at, area.start + at + found.len()));
        hits.filter_map(|(start, end)| crate::check::literal_hits::whole_words(self.letter, start..end)).collect()
    }

    /// Names in `area`: up to five words in a row that start with capitals, in each length.
    fn capitalised(&self, area: &Range<usize>) -> Vec<Range<usize>> {
        let text = self.letter.prose().text();
        let words: Vec<Range<usize>> = self.known.words().ranges[self.known.words().inside(area)].to_vec();
        let is_name = |range: &Range<usize>| {
            let word = &text[range.clone()];
            word.starts_with(char::is_uppercase)
                && word != "I"
                && !word.starts_with("I'")
                && !(self.letter.opens_sentence(range.start) && List::FunctionWord.holds(word))
        };
        let mut found = Vec::new();
        for (index, first) in words.iter().enumerate().filter(|(_, word)| is_name(word)) {
            let mut end = first.end;
            found.push(first.start..end);
            for next in words[index + 1..].iter().take(LONGEST_NAME - 1) {
                if &text[end..next.start] != " " || !is_name(next) {
                    break;
                }
                end = next.end;
                found.push(first.start..end);
            }
        }
        found
    }
}
