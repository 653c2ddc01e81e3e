//! Tries the patterns of matchers where they can match.

use super::Match;
use crate::check::context::Context;
use crate::rule::{Fences, Pattern};
use crate::span::Span;
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds what `patterns` find in `area`.
    pub(super) fn find_patterns(&self, patterns: &'a [Pattern], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        let lower = self.letter.prose().lower();
        for pattern in patterns {
            let mut search = |piece: Range<usize>| {
                if !pattern.may_match_beside_first(&lower[piece.clone()]) {
                    return;
                }
                let matches = pattern.matches(&text[piece.clone()]).into_iter();
                let instead = (!pattern.instead.is_empty()).then(|| pattern.instead.as_ref().into());
                found.extend(matches.map(|hit| Match {
                    name: pattern.name.as_ref().into(),
                    instead: instead.clone(),
                    ..Match::at(piece.start + hit.start..piece.start + hit.end)
                }));
            };
            if !pattern.has_needles() {
                search(area.clone());
                continue;
            }
            let mut needles = self.hits.starting(pattern.list, area).map(|hit| hit.start).peekable();
            match pattern.fences {
                _ if needles.peek().is_none() => {}
                Fences::None => search(area.clone()),
                fences => self.pieces(area, fences, needles).for_each(search),
            }
        }
    }

    /// Adds what `patterns` find in the letter as it is written, where `area` was made from it.
    pub(super) fn find_raw(&self, patterns: &'a [Pattern], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let prose = self.letter.prose();
        let whole = prose.span(area.clone());
        let text = self.letter.source().slice(whole);
        for pattern in patterns {
            let instead = (!pattern.instead.is_empty()).then(|| pattern.instead.as_ref().into());
            found.extend(pattern.matches(text).into_iter().map(|hit| {
                let span = Span::new(whole.start + hit.start, whole.start + hit.end);
                let range = prose.offset(span.start)..prose.offset(span.end).max(prose.offset(span.start));
                let name = if pattern.name.is_empty() { text[hit].into() } else { pattern.name.as_ref().into() };
                Match { name, instead: instead.clone(), unfolded: Some(span), ..Match::at(range) }
            }));
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
