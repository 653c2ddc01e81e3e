//! How the matches of a matcher count.

use super::context::Context;
use super::found::Match;
use super::readability::grade;
use crate::letter::{PartKind, seconds};
use crate::rule::{Each, Matcher, Measure, Scope};
use std::collections::BTreeSet;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

impl Context<'_> {
    /// Returns how `matches`, found in `area` and in order, count.
    pub(super) fn count(&self, matcher: &Matcher, area: &Range<usize>, matches: &[Match<'_>]) -> usize {
        if let Some(measure) = matcher.count.measure {
            if area.is_empty() || !self.is_in_parts(matcher, area) {
                return 0;
            }
            return self.measure(measure, area);
        }
        if let Some(each) = matcher.count.each {
            return count_pieces(matcher, &self.counted(each, area), matches);
        }
        let count = if matcher.count.distinct {
            self.names(matches).len()
        } else {
            // Two weak figures weigh as much as a strong one, unless the rule takes any.
            let weak = matches.iter().filter(|one| one.is_weak).count();
            matches.len() - weak + if matcher.count.weak { weak } else { weak / 2 }
        };
        if matcher.count.per_100_words {
            return count * 100 / self.letter.words_in(area).max(matcher.count.floor).max(1);
        }
        count
    }

    fn measure(&self, measure: Measure, area: &Range<usize>) -> usize {
        let text = &self.letter.prose().text()[area.clone()];
        let body = self.letter.body();
        let is_body = body.start < area.end && area.start < body.end;
        let words = || if is_body { self.letter.words_in(area) } else { text.unicode_words().count() };
        let bullets = || self.letter.parts().iter().filter(|part| matches!(part.kind, PartKind::Bullet { .. }));
        match measure {
            Measure::Words => words(),
            Measure::Sentences => self.sentences(area).len(),
            Measure::Seconds => seconds(words()),
            Measure::Characters => text.chars().count(),
            Measure::Paragraphs => self.counted(Each::Paragraph, area).len(),
            Measure::Bullets => bullets().filter(|part| area.contains(&part.text.start)).count(),
            Measure::WordsPerSentence => {
                let sentences = self.sentences(area).len().max(1);
                (words() + sentences / 2) / sentences
            }
            Measure::Readability => {
                let body =
                    &self.letter.prose().text()[area.start.max(body.start)..area.end.min(body.end).max(body.start)];
                grade(body, self.sentences(area).len())
            }
        }
    }

    /// The sentences or paragraphs that start in `area`, in order.
    fn counted(&self, each: Each, area: &Range<usize>) -> Vec<Range<usize>> {
        match each {
            Each::Sentence => self.sentences(area).to_vec(),
            Each::Paragraph => {
                let all = self.units.of(Scope::Paragraph).iter();
                all.filter(|paragraph| area.contains(&paragraph.start)).cloned().collect()
            }
        }
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

/// Counts those of `pieces` that contain one of `matches`, both in order.
fn count_pieces(matcher: &Matcher, pieces: &[Range<usize>], matches: &[Match<'_>]) -> usize {
    let mut rest = matches;
    let mut holds = |piece: &Range<usize>| {
        let before = rest.iter().take_while(|one| one.range.start < piece.start).count();
        rest = &rest[before..];
        rest.first().is_some_and(|one| {
            one.range.start < piece.end && (!matcher.place.at_start || one.range.start <= piece.start + 1)
        })
    };
    if matcher.count.in_a_row {
        let mut longest = 0;
        let mut run = 0;
        for piece in pieces {
            run = if holds(piece) { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        return longest;
    }
    let count = pieces.iter().filter(|piece| holds(piece)).count();
    if matcher.count.percent { count * 100 / pieces.len().max(1) } else { count }
}
