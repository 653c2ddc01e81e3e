//! Where the literals of all rules stand in one letter.

use crate::letter::Letter;
use crate::rule::{Phrase, RuleSet, Target};
use std::ops::Range;

/// One literal at one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Index into the matcher's phrases, and behind them its exceptions.
    pub(super) phrase: usize,
}

/// Literals by matcher, and patterns that may match.
#[derive(Debug)]
pub(super) struct Hits {
    phrases: Vec<Vec<Hit>>,
    /// (matcher, pattern, where its literal stands), sorted.
    armed: Vec<(usize, usize, usize)>,
}

impl Hits {
    pub(super) fn of(letter: &Letter, set: &RuleSet) -> Self {
        let mut phrases: Vec<Vec<Hit>> = Vec::new();
        phrases.resize_with(set.literals().matchers, Vec::new);
        let mut armed = Vec::new();
        set.literals().search(letter.prose().lower(), |start, end, targets| {
            for target in targets {
                match *target {
                    Target::Phrase { matcher, phrase } => phrases[matcher].push(Hit { start, end, phrase }),
                    Target::Pattern { matcher, pattern } => armed.push((matcher, pattern, start)),
                }
            }
        });
        armed.sort_unstable();
        armed.dedup();
        Hits { phrases, armed }
    }

    pub(super) fn phrases(&self, matcher: usize) -> &[Hit] {
        &self.phrases[matcher]
    }

    /// Where literals of the pattern stand in `range`, in order.
    pub(super) fn armed(&self, matcher: usize, pattern: usize, range: &Range<usize>) -> impl Iterator<Item = usize> {
        let next = self.armed.partition_point(|&hit| hit < (matcher, pattern, range.start));
        let end = (matcher, pattern, range.end);
        self.armed[next..].iter().take_while(move |&&hit| hit < end).map(|&(.., at)| at)
    }

    /// Whether a literal of the pattern stands in `range`.
    pub(super) fn is_armed(&self, matcher: usize, pattern: usize, range: &Range<usize>) -> bool {
        self.armed(matcher, pattern, range).next().is_some()
    }
}

/// Returns what `hit` covers where `phrase` really stands there: whole words, and its case where case counts.
pub(super) fn confirm(letter: &Letter, hit: Hit, phrase: &Phrase) -> Option<Range<usize>> {
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
