//! What a reader sees of a letter in a given number of seconds.
//!
//! A model, not a measurement: a reader of [`Pace::words_per_minute`] who reads straight from the first word of the
//! body. Real readers skip around, and how long they read is an assumption.

use crate::application::Application;
use crate::check::{FoundSignal, Options, Prepared};
use crate::letter::{Letter, SKIM_SECONDS, WORDS_PER_MINUTE};
use crate::rule::RuleSet;
use std::ops::Range;

/// How long and how fast somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Reading time in seconds.
    pub seconds: usize,
    /// Words per minute; at least one.
    pub words_per_minute: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Pace { seconds: SKIM_SECONDS, words_per_minute: WORDS_PER_MINUTE }
    }
}

impl Pace {
    /// Returns how many words the reader reads, rounded.
    pub fn words(self) -> usize {
        self.seconds.saturating_mul(self.words_per_minute).saturating_add(30) / 60
    }

    /// Returns the second, rounded, at which the reader reaches the word after `words_before` words.
    pub fn second(self, words_before: usize) -> usize {
        let pace = self.words_per_minute.max(1);
        words_before.saturating_mul(60).saturating_add(pace / 2) / pace
    }
}

/// What a reader sees of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skim {
    /// How long and how fast the reader reads.
    pub pace: Pace,
    /// The pack of the chosen role, if any.
    pub role: Option<String>,
    /// Number of words in the body.
    pub words: usize,
    /// The part of the folded text that is read, in bytes.
    pub read: Range<usize>,
    /// What the reader looks for, in the order of packs.
    pub signals: Vec<FoundSignal>,
}

impl Skim {
    /// Returns how many seconds it takes to read the whole body, rounded.
    pub fn seconds(&self) -> usize {
        self.pace.second(self.words)
    }

    /// Returns the second at which the reader reaches `signal`, even if that is after the time is up.
    pub fn second(&self, signal: &FoundSignal) -> Option<usize> {
        signal.places.first().map(|place| self.pace.second(place.words_before))
    }

    /// Whether the reader reaches `signal` before the time is up.
    pub fn is_met(&self, signal: &FoundSignal) -> bool {
        signal.places.first().is_some_and(|place| place.words_before < self.pace.words())
    }

    /// Returns how many signals the reader reaches in time.
    pub fn met(&self) -> usize {
        self.signals.iter().filter(|signal| self.is_met(signal)).count()
    }
}

/// Returns what a reader of this pace sees of `letter`.
pub fn skim(letter: &Letter, rules: &RuleSet, options: &Options, pace: Pace) -> Skim {
    let start = letter.body().start;
    let words = letter.words();
    // The whole body if there is time for it, including the punctuation after the last word.
    let end = match words.get(pace.words()) {
        Some(_) => words[..pace.words()].last().map_or(start, |word| word.end),
        None => letter.body().end,
    };
    let nothing = Application::default();
    let prepared = Prepared::of(letter, rules, options, &nothing);
    let role = prepared.facts().role.clone();
    Skim { pace, role, words: words.len(), read: start..end, signals: prepared.signals() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_reads_159_words_in_forty_seconds() {
        assert_eq!(Pace::default().words(), 159);
        assert_eq!(Pace { seconds: 60, words_per_minute: 238 }.words(), 238);
    }

    #[test]
    fn a_word_is_reached_once_the_words_before_it_are_read() {
        assert_eq!(Pace::default().second(0), 0);
        assert_eq!(Pace::default().second(119), 30);
    }
}
