//! Drops matches that a matcher says do not count.

use super::context::Context;
use super::found::Match;
use crate::rule::{Except, MATCH, Matcher};
use std::ops::Range;

/// Bytes of a sentence on either side of a match that say how it counts.
pub(super) const FARTHEST: usize = 1000;

impl<'a> Context<'a> {
    /// Drops of what was found in `area` what does not count.
    pub(super) fn drop_excepted(&self, matcher: &'a Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let except = &matcher.except;
        self.drop_by_text(except, found);
        self.drop_by_sentence(except, found);
        if found.is_empty() {
            return;
        }
        if let Some(beside) = &except.beside {
            found.retain(|one| self.holds(beside, &one.range).is_some());
        }
        if !except.quoted {
            found.retain(|one| !self.is_quoted(one.range.start));
        }
        let excepted = self.spread(&except.phrases, area);
        if !excepted.is_empty() {
            found.retain(|one| {
                let before = excepted.partition_point(|other| other.start < one.range.end.max(one.range.start + 1));
                before == 0 || excepted[before - 1].end <= one.range.start
            });
        }
    }

    /// Drops what is in a sentence that it does not count in.
    fn drop_by_sentence(&self, except: &Except, found: &mut Vec<Match<'a>>) {
        if except.like.is_empty() && except.not_like.is_empty() {
            return;
        }
        found.retain(|one| {
            if one.unfolded.is_some() {
                return true;
            }
            let sentence = self.with_mark(&one.range);
            (except.like.is_empty() || except.like.iter().any(|like| like.is_like(&sentence)))
                && !except.not_like.iter().any(|like| like.is_like(&sentence))
        });
    }

    /// The sentence around `range`, or the line of a part that has none, with [`MATCH`] in its place.
    fn with_mark(&self, range: &Range<usize>) -> String {
        let text = self.letter.prose().text();
        let sentences = self.letter.sentences();
        let at = sentences.partition_point(|sentence| sentence.end <= range.start);
        let sentence = sentences.get(at).filter(|sentence| sentence.start <= range.start);
        let is_whole = |at: &usize| text.is_char_boundary(*at);
        let start = (range.start.saturating_sub(FARTHEST)..=range.start).find(is_whole).unwrap_or(range.start);
        let end = (range.end..=text.len().min(range.end + FARTHEST)).rev().find(is_whole).unwrap_or(range.end);
        let around = sentence.map_or_else(
            || {
                let line = text[start..range.start].rfind('\n').map_or(start, |line| start + line + 1);
                line..text[range.end..end].find('\n').map_or(end, |line| range.end + line)
            },
            |sentence| sentence.start.max(start)..sentence.end.min(end).max(range.end),
        );
        format!("{}{MATCH}{}", &text[around.start..range.start], &text[range.end..around.end])
    }

    fn is_quoted(&self, at: usize) -> bool {
        let quotations = self.letter.quotations();
        let index = quotations.partition_point(|range| range.end <= at);
        // The opening mark itself is outside: what starts there is the quotation, not something in it.
        quotations.get(index).is_some_and(|range| range.start < at)
    }
}
