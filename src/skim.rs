//! What a reader meets who gives the letter so many seconds.
//!
//! A model, not a measurement: a reader of [`Pace::words_per_minute`] who reads straight from the first word of the
//! body. What people who skim really see differs; that a letter is read for so long at all is an assumption.

use crate::application::Application;
use crate::check::{FoundSignal, Options, Prepared};
use crate::letter::{Letter, SKIM_SECONDS, WORDS_PER_MINUTE};
use crate::rule::RuleSet;
use std::ops::Range;

/// How a reader reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Seconds of attention.
    pub seconds: usize,
    /// Words a minute; at least one.
    pub words_per_minute: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Pace { seconds: SKIM_SECONDS, words_per_minute: WORDS_PER_MINUTE }
    }
}

impl Pace {
    /// Returns how many words the reader gets through, rounded.
    pub fn words(self) -> usize {
        self.seconds.saturating_mul(self.words_per_minute).saturating_add(30) / 60
    }

    /// Returns the second, rounded, at which the reader has read `words_before` words and meets the next.
    pub fn second(self, words_before: usize) -> usize {
        let pace = self.words_per_minute.max(1);
        words_before.saturating_mul(60).saturating_add(pace / 2) / pace
    }
}

/// A letter as such a reader meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skim {
    /// How the reader reads.
    pub pace: Pace,
    /// The pack chosen for the role, where there is one.
    pub role: Option<String>,
    /// Words of the body.
    pub words: usize,
    /// The folded text that the reader gets through.
    pub read: Range<usize>,
    /// What the reader looks for, in the order of packs.
    pub signals: Vec<FoundSignal>,
}

impl Skim {
    /// Returns the seconds that reading the whole body takes at this pace, rounded.
    pub fn seconds(&self) -> usize {
        self.pace.second(self.words)
    }

    /// Returns the second at which the reader meets `signal` first, whether or not the time is up by then.
    pub fn second(&self, signal: &FoundSignal) -> Option<usize> {
        signal.places.first().map(|place| self.pace.second(place.words_before))
    }

    /// Whether the reader meets `signal` before the time is up.
    pub fn is_met(&self, signal: &FoundSignal) -> bool {
        signal.places.first().is_some_and(|place| place.words_before < self.pace.words())
    }

    /// Returns how many signals the reader meets.
    pub fn met(&self) -> usize {
        self.signals.iter().filter(|signal| self.is_met(signal)).count()
    }
}

/// Returns `letter` as a reader of this pace meets it.
pub fn skim(letter: &Letter, rules: &RuleSet, options: &Options, pace: Pace) -> Skim {
    let start = letter.body().start;
    let words = letter.words();
    // All of it where the words suffice, mark behind the last word included.
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
    fn forty_seconds_are_a_hundred_and_fifty_nine_words() {
        assert_eq!(Pace::default().words(), 159);
        assert_eq!(Pace { seconds: 60, words_per_minute: 238 }.words(), 238);
    }

    #[test]
    fn a_word_is_met_when_those_before_it_are_read() {
        assert_eq!(Pace::default().second(0), 0);
        assert_eq!(Pace::default().second(119), 30);
    }
}
