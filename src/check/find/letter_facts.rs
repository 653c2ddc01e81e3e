//! Finds what was found when the letter was read: placeholders, quotations, addresses; and long sentences.

use super::{Match, inside};
use crate::check::context::Context;
use crate::letter::placeholder::Certainty;
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds the placeholders in `area` that are of one of `certainties`.
    pub(super) fn find_placeholders(&self, certainties: &[Certainty], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let near = inside(self.letter.placeholders(), area, |slot| slot.range.clone());
        let wanted = near.filter(|(slot, _)| certainties.contains(&slot.certainty));
        found.extend(wanted.map(|(_, range)| Match::at(range)));
    }

    /// Adds the quotations in `area` that have at least `words` words.
    pub(super) fn find_quotations(&self, words: usize, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let near = inside(self.letter.quotations(), area, Clone::clone);
        let is_long = |range: &Range<usize>| self.letter.prose().text()[range.clone()].split(' ').count() >= words;
        found.extend(near.filter(|(_, range)| is_long(range)).map(|(_, range)| Match::at(range)));
    }

    /// Adds the addresses in `area` that hold one of `pieces`.
    pub(super) fn find_links(&self, pieces: &[String], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let prose = self.letter.prose();
        let range = |link: &crate::letter::Link| prose.offset(link.span.start)..prose.offset(link.span.end);
        found.extend(inside(self.letter.links(), area, range).filter_map(|(link, range)| {
            let target = link.target.to_ascii_lowercase();
            pieces.iter().any(|piece| target.contains(piece.as_str())).then(|| Match::at(range))
        }));
    }

    /// Adds the sentences in `area` that have more than `words` words.
    pub(super) fn find_long_sentences(&self, words: usize, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let long = self.sentences(area).iter().filter(|sentence| self.letter.words_in(sentence) > words);
        found.extend(long.map(|sentence| Match::at(sentence.clone())));
    }
}
