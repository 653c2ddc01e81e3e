//! Finds phrases, among the places where their literals are.

use super::Match;
use crate::check::context::Context;
use crate::check::literal_hits::confirm;
use crate::rule::PhraseSet;
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds the phrases of `wanted` in `area`.
    pub(super) fn find_phrases(&self, wanted: &'a PhraseSet, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let hits = wanted.has_literals().then(|| self.hits.within(wanted.list, area));
        for hit in hits.into_iter().flatten() {
            let phrase = self.rules.phrase(wanted, hit.phrase);
            let Some(range) = confirm(self.letter, hit, phrase) else { continue };
            let instead = (!phrase.instead.is_empty()).then(|| phrase.instead.as_ref().into());
            found.push(Match { name: phrase.name().into(), instead, ..Match::at(range) });
        }
        for sequence in &wanted.sequences {
            let instead = (!sequence.instead.is_empty()).then(|| sequence.instead.as_ref().into());
            let places = self.find_sequence(sequence, area).into_iter();
            found.extend(places.map(|range| Match { instead: instead.clone(), ..Match::at(range) }));
        }
    }

    /// Where the phrases of `excepted` stand near `area`, by their starts; the end is the last that any up to there has.
    pub(in crate::check) fn spread(&self, excepted: &'a PhraseSet, area: &Range<usize>) -> Vec<Range<usize>> {
        if excepted.is_empty() {
            return Vec::new();
        }
        // What is excepted may start before the area.
        let wider = area.start.saturating_sub(self.hits.longest())..area.end;
        let hits = excepted.has_literals().then(|| self.hits.starting(excepted.list, &wider));
        let near = hits.into_iter().flatten().filter(|hit| area.start < hit.end);
        let confirmed = |hit| confirm(self.letter, hit, self.rules.phrase(excepted, hit.phrase));
        let mut ranges: Vec<Range<usize>> = near.filter_map(confirmed).collect();
        if !excepted.sequences.is_empty() {
            let wider = self.sentence_start(area.start)..area.end.max(self.sentence_end(area.end));
            let around = excepted.sequences.iter().flat_map(|sequence| self.find_sequence(sequence, &wider));
            ranges.extend(around.filter(|range| range.start < area.end && area.start < range.end));
            ranges.sort_by_key(|range| range.start);
        }
        for index in 1..ranges.len() {
            ranges[index].end = ranges[index].end.max(ranges[index - 1].end);
        }
        ranges
    }
}
