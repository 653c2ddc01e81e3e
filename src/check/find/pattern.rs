//! Tries the patterns of matchers where they can match.

use super::Match;
use crate::check::context::Context;
use crate::rule::automaton::Starts;
use crate::rule::{Fences, Pattern};
use std::ops::Range;

impl Context<'_> {
    /// Adds what `patterns` find in `area`.
    pub(super) fn find_patterns(&self, patterns: &[Pattern], area: &Range<usize>, found: &mut Vec<Match<'_>>) {
        let text = self.letter.prose().text();
        let mut ranges = Vec::new();
        for pattern in patterns {
            let automata = self.rules.automata();
            let mut search = |piece: Range<usize>, starts: Starts<'_>| {
                pattern.find(&text[piece.clone()], starts, automata, &mut ranges);
                let here = |hit: Range<usize>| Match::at(piece.start + hit.start..piece.start + hit.end);
                found.extend(ranges.drain(..).map(here));
            };
            if !pattern.has_needles() {
                let fences = if pattern.is_screened() { pattern.fences } else { Fences::None };
                let mut start = area.start;
                let is_fence = |byte: &u8| fences.holds(*byte);
                for piece in text.as_bytes()[area.clone()].split(is_fence) {
                    search(start..start + piece.len(), Starts::All);
                    start += piece.len() + 1;
                }
                continue;
            }
            let needles = self.hits.starting(pattern.slot, area);
            let mut needles = needles.map(|hit| hit.start).peekable();
            if needles.peek().is_none() {
                continue;
            }
            match pattern.fences {
                _ if pattern.starts_at_needles() => {
                    search(area.clone(), Starts::At(&mut needles.map(|at| at - area.start)));
                }
                Fences::None => search(area.clone(), Starts::All),
                fences => self.pieces(area, fences, needles).for_each(|piece| search(piece, Starts::All)),
            }
        }
    }

    /// The pieces of `area` between `fences` that hold one of the places `at`, which are in order; each once.
    fn pieces(
        &self,
        area: &Range<usize>,
        fences: Fences,
        at: impl Iterator<Item = usize>,
    ) -> impl Iterator<Item = Range<usize>> {
        let is_fence = move |byte: &u8| fences.holds(*byte);
        let text = &self.letter.prose().text().as_bytes()[..area.end];
        let (first, mut done) = (area.start, area.start);
        at.filter_map(move |at| {
            let is_new = at >= done;
            is_new.then(|| {
                let start = text[first..at].iter().rposition(is_fence).map_or(first, |fence| first + fence + 1);
                done = text[at..].iter().position(is_fence).map_or(text.len(), |len| at + len);
                start..done
            })
        })
    }
}
