//! Where the literals of all rules are in one letter.

use crate::letter::Letter;
use crate::rule::{Phrase, RuleSet};
use std::ops::Range;

/// One literal at one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Index into the matcher's phrases, after them its exceptions, after them its names to be spelt right.
    pub(super) phrase: usize,
}

/// A hit as it is kept: a letter has a thousand, and most are never looked at.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    start: u32,
    end: u32,
    phrase: u32,
}

impl From<Kept> for Hit {
    fn from(kept: Kept) -> Self {
        let Kept { start, end, phrase } = kept;
        Hit { start: start as usize, end: end as usize, phrase: phrase as usize }
    }
}

/// Literals by the list that they were looked for.
#[derive(Debug)]
pub(super) struct Hits {
    /// By list, then by place.
    all: Vec<Kept>,
    /// Where the hits of each list start, and after the last list where they end.
    starts: Vec<u32>,
    /// Bytes of the longest literal that was found.
    longest: usize,
}

impl Hits {
    pub(super) fn of(letter: &Letter, set: &RuleSet) -> Self {
        let lower = letter.prose().lower();
        // Places are kept in four bytes: of a text that is longer, nothing after the first 4 GiB is found.
        let longest_text = lower.len().min(u32::MAX as usize);
        let end = (0..=longest_text).rev().find(|&end| lower.is_char_boundary(end));
        let lower = &lower[..end.unwrap_or_default()];
        let mut found: Vec<(u32, Kept)> = Vec::with_capacity(lower.len() / 2);
        let mut starts = vec![0; set.list_count() + 1];
        let mut longest = 0;
        set.search(lower, |start, end, target| {
            #[allow(clippy::cast_possible_truncation, reason = "the text was cut, and rules hold fewer phrases")]
            let [start_byte, end_byte, list, phrase] = [start, end, target.list, target.phrase].map(|n| n as u32);
            found.push((list, Kept { start: start_byte, end: end_byte, phrase }));
            starts[target.list] += 1;
            longest = longest.max(end - start);
        });
        // From counts to ends; each hit that is put in place, from the last to the first, moves its list's end down.
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut hits = vec![Kept::default(); found.len()];
        for (list, hit) in found.into_iter().rev() {
            let start: &mut u32 = &mut starts[list as usize];
            *start -= 1;
            hits[*start as usize] = hit;
        }
        Hits { all: hits, starts, longest }
    }

    /// Returns the bytes of the longest literal that was found.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// Whether anything was found for `list`.
    pub(super) fn is_seen(&self, list: usize) -> bool {
        self.starts[list] < self.starts[list + 1]
    }

    /// Returns what was found for `list` and lies within `area`, by place.
    pub(super) fn within(&self, list: usize, area: &Range<usize>) -> impl Iterator<Item = Hit> {
        let end = area.end;
        self.starting(list, area).filter(move |hit| hit.end <= end)
    }

    /// Returns what was found for `list` and starts within `area`, by place.
    pub(super) fn starting(&self, list: usize, area: &Range<usize>) -> impl Iterator<Item = Hit> {
        let hits = &self.all[self.starts[list] as usize..self.starts[list + 1] as usize];
        let from = hits.partition_point(|hit| (hit.start as usize) < area.start);
        let end = area.end;
        hits[from..].iter().map(|&kept| Hit::from(kept)).take_while(move |hit| hit.start < end)
    }
}

/// Returns what `hit` covers where `phrase` really is there: whole words, and its case where case counts.
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
        let is_word = || letter.opens_sentence(hit.start) && !is_listed(&text[end..]);
        if found != phrase.spelt() || (phrase.is_common && is_word()) {
            return None;
        }
    }
    Some(hit.start..end)
}

/// Returns `range` where whole words of the letter stand there.
pub(super) fn whole_words(letter: &Letter, range: Range<usize>) -> Option<Range<usize>> {
    let text = letter.prose().text();
    (opens_word(text, range.start) && closes_word(text, range.end)).then_some(range)
}

/// Whether what is before `rest` is an item of a list, as "Go" is in "Go or Rust": then it is no word of a sentence.
fn is_listed(rest: &str) -> bool {
    let next = rest.strip_prefix(',').or_else(|| rest.strip_prefix(" or")).or_else(|| rest.strip_prefix(" and"));
    let is_name = |rest: &str| rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    rest.is_empty() || rest.starts_with(['\n', '/']) || next.is_some_and(is_name)
}

/// Whether a word may start at `at`: not within a word, not after the hyphen of a compound.
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
