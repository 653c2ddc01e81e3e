//! How the matches of a matcher count.

use super::context::Context;
use super::found::Match;
use crate::letter::seconds;
use crate::rule::{Matcher, Measure};
use std::collections::BTreeSet;
use std::ops::Range;

impl Context<'_> {
    /// Returns how `matches`, found in `area` and in order, count.
    pub(super) fn count(&self, matcher: &Matcher, area: &Range<usize>, matches: &[Match<'_>]) -> usize {
        if let Some(measure) = matcher.count.measure {
            if area.is_empty() || !self.is_in_parts(matcher, area) {
                return 0;
            }
            let words = || self.letter.words_in(area);
            return match measure {
                Measure::Words => words(),
                Measure::Sentences => self.sentences(area).len(),
                Measure::Seconds => seconds(words()),
            };
        }
        if matcher.count.by_sentence {
            return self.count_sentences(matcher, area, matches);
        }
        let count = if matcher.count.distinct {
            self.names(matches).len()
        } else {
            // Two weak figures weigh as much as a strong one, unless the rule takes any.
            let weak = matches.iter().filter(|one| one.is_weak).count();
            matches.len() - weak + if matcher.count.weak { weak } else { weak / 2 }
        };
        if matcher.count.per_100_words {
            return count * 100 / self.letter.words_in(area).max(1);
        }
        count
    }

    fn count_sentences(&self, matcher: &Matcher, area: &Range<usize>, matches: &[Match<'_>]) -> usize {
        let sentences = self.sentences(area);
        let mut rest = matches;
        let mut holds = |sentence: &Range<usize>| {
            let before = rest.iter().take_while(|one| one.range.start < sentence.start).count();
            rest = &rest[before..];
            rest.first().is_some_and(|one| {
                one.range.start < sentence.end && (!matcher.place.at_start || one.range.start <= sentence.start + 1)
            })
        };
        if matcher.count.in_a_row {
            let mut longest = 0;
            let mut run = 0;
            for sentence in sentences {
                run = if holds(sentence) { run + 1 } else { 0 };
                longest = longest.max(run);
            }
            return longest;
        }
        let count = sentences.iter().filter(|sentence| holds(sentence)).count();
        if matcher.count.percent { count * 100 / sentences.len().max(1) } else { count }
    }

    /// Returns what the matches are called, each once whatever its case, in order.
    pub(super) fn names(&self, matches: &[Match<'_>]) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut known: BTreeSet<String> = BTreeSet::new();
        for one in matches {
            let text = &self.letter.prose().text()[one.range.clone()];
            let name = if one.name.is_empty() { text } else { &one.name };
            if known.insert(name.to_ascii_lowercase()) {
                names.push(name.to_owned());
            }
        }
        names
    }
}
