//! Where the literals of all rules stand in one letter.

use crate::letter::Letter;
use crate::rule::{Phrase, RuleSet};
use std::ops::Range;

/// One literal at one place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Index into the matcher's phrases, behind them its exceptions, behind them its names to be spelt right.
    pub(super) phrase: usize,
}

/// Literals by the slot that they were looked for.
#[derive(Debug)]
pub(super) struct Hits {
    /// By slot, then by place.
    all: Vec<Hit>,
    /// Where the hits of each slot start, and behind the last slot where they end.
    starts: Vec<u32>,
    /// Bytes of the longest literal that was found.
    longest: usize,
}

impl Hits {
    pub(super) fn of(letter: &Letter, set: &RuleSet) -> Self {
        let mut found: Vec<(usize, Hit)> = Vec::with_capacity(256);
        let mut starts = vec![0; set.index().slots + 1];
        let mut longest = 0;
        set.search(letter.prose().lower(), |start, end, target| {
            found.push((target.slot, Hit { start, end, phrase: target.phrase }));
            starts[target.slot] += 1;
            longest = longest.max(end - start);
        });
        // From counts to ends; each hit that is put in place, from the last to the first, moves its slot's end down.
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut hits = vec![Hit::default(); found.len()];
        for (slot, hit) in found.into_iter().rev() {
            starts[slot] -= 1;
            hits[starts[slot] as usize] = hit;
        }
        Hits { all: hits, starts, longest }
    }

    /// Returns the bytes of the longest literal that was found.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// Whether anything was found for `slot`.
    pub(super) fn is_seen(&self, slot: usize) -> bool {
        self.starts[slot] < self.starts[slot + 1]
    }

    /// Returns what was found for `slot` and lies within `area`, by place.
    pub(super) fn within(&self, slot: usize, area: &Range<usize>) -> impl Iterator<Item = Hit> {
        let end = area.end;
        self.starting(slot, area).filter(move |hit| hit.end <= end)
    }

    /// Returns what was found for `slot` and starts within `area`, by place.
    pub(super) fn starting(&self, slot: usize, area: &Range<usize>) -> impl Iterator<Item = Hit> {
        let hits = &self.all[self.starts[slot] as usize..self.starts[slot + 1] as usize];
        let from = hits.partition_point(|hit| hit.start < area.start);
        let end = area.end;
        hits[from..].iter().copied().take_while(move |hit| hit.start < end)
    }
}

/// Returns what `hit` covers where `phrase` really stands there: whole words, and its case where case counts.
pub(super) fn confirm(letter: &Letter, hit: Hit, phrase: &Phrase<'_>) -> Option<Range<usize>> {
    let text = letter.prose().text();
    let mut end = hit.end;
    if phrase.is_stem {
        end += text[end..].find(|next: char| !next.is_alphanumeric()).unwrap_or(text.len() - end);
    }
    if !opens_word(text, hit.start) || !closes_word(text, end) {
        return None;
    }
    if phrase.is_exact {
        let found = &text[hit.start..end];
        if found != phrase.spelt() || (phrase.is_common && letter.opens_sentence(hit.start)) {
            return None;
        }
    }
    Some(hit.start..end)
}

/// Whether a word may start at `at`: not within a word, not behind the hyphen of a compound.
fn opens_word(text: &str, at: usize) -> bool {
    let starts_with_word = text[at..].starts_with(char::is_alphanumeric);
    let mut before = text[..at].chars().rev();
    match before.next() {
        Some(character) if character.is_alphanumeric() || character == '_' => !starts_with_word,
        Some('-') => !before.next().is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

/// Whether a word may end at `at`; `'s` may follow, a hyphen and more of a compound may not.
fn closes_word(text: &str, at: usize) -> bool {
    let ends_with_word = text[..at].ends_with(char::is_alphanumeric);
    if !ends_with_word {
        return true;
    }
    let mut after = text[at..].chars();
    match (after.next(), after.next()) {
        (Some(character), _) if character.is_alphanumeric() || character == '_' => false,
        (Some('-'), Some(next)) => !next.is_alphanumeric(),
        (Some('\''), Some(next)) if next.is_alphabetic() => {
            next == 's' && !after.next().is_some_and(char::is_alphanumeric)
        }
        _ => true,
    }
}
