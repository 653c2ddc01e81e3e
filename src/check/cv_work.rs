//! What a CV says of work, looked up by what letters say of it.

use super::found::inside;
use crate::application::{Reference, Words, folded};
use crate::letter::figure::{Figure, Kind, numbers};
use crate::words::List;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// Bytes of the longest line that opens an entry of a CV.
const LONGEST_LINE: usize = 1000;

/// Letters of the shortest word that tells of the work.
const FEWEST_LETTERS: usize = 3;

/// What a CV says of work, looked up by what letters say of it.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) lines: Vec<Range<usize>>,
    /// Lines in which figures are.
    pub(super) figured: Vec<Line>,
    /// The first line of each word.
    first: HashMap<u64, usize>,
}

/// A line of a CV.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) figures: Vec<Held>,
    pub(super) numbers: Vec<u64>,
    /// Words that tell of the work.
    pub(super) words: BTreeSet<String>,
}

/// A figure of a CV.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    pub(super) numbers: Vec<u64>,
    pub(super) units: BTreeSet<String>,
}

impl Work {
    pub(super) fn of(cv: &Reference) -> Self {
        let text = cv.text();
        let figure = |one: &Figure| {
            let figure = &text[one.range.clone()];
            Held { range: one.range.clone(), kind: one.kind, numbers: values(one), units: units(figure) }
        };
        let mut work = Work { lines: lines(text), figured: Vec::new(), first: HashMap::new() };
        for line in &work.lines {
            let figures = inside(cv.letter().figures(), line, |one| one.range.clone()).map(|(one, _)| figure(one));
            let figures: Vec<Held> = figures.filter(|figure| !figure.numbers.is_empty()).collect();
            if !figures.is_empty() {
                let there = &text[line.clone()];
                work.figured.push(Line { figures, numbers: numbers(there), words: telling(there) });
            }
        }
        for (range, key) in cv.words().ranges.iter().zip(&cv.words().keys) {
            work.first.entry(*key).or_insert_with(|| work.lines.partition_point(|line| line.end <= range.start));
        }
        work
    }

    /// The lines of the CV that open the entry of `employer`: its own, and one on either side of it in one block.
    pub(super) fn entry(&self, cv: &Reference, employer: &str) -> Option<Range<usize>> {
        let at = *self.first.get(Words::of(employer).keys.first()?)?;
        let text = cv.text();
        let (line, next) = (self.lines.get(at)?, self.lines.get(at + 1).or(self.lines.last())?);
        if line.len() > LONGEST_LINE {
            return None;
        }
        let has_year = !years(&text[line.clone()]).is_empty();
        Some(line.start..if has_year || next.len() > LONGEST_LINE { line.end } else { next.end })
    }
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        lines.push(start..start + line.len());
        start += line.len() + 1;
    }
    lines
}

/// Words that tell of the work, by the letters that their forms share.
pub(super) fn telling(text: &str) -> BTreeSet<String> {
    let words = Words::of(text).ranges.into_iter().map(|range| folded(&text[range]).into_owned());
    let is_telling = |word: &String| {
        word.len() >= FEWEST_LETTERS
            && !List::CommonInCv.holds(word)
            && word.starts_with(|first: char| first.is_alphabetic())
    };
    words.filter(is_telling).map(|word| word.chars().take(5).collect()).collect()
}

pub(super) fn values(figure: &Figure) -> Vec<u64> {
    figure.values().collect()
}

/// What a figure counts: its words and signs that are no numbers.
pub(super) fn units(figure: &str) -> BTreeSet<String> {
    let words = figure.split(|c: char| c.is_whitespace() || c == '-' || c == '/').map(|word| {
        let unit: String =
            word.chars().filter(|c| c.is_alphabetic() || matches!(c, '%' | '$' | '\u{20ac}' | '\u{a3}')).collect();
        let unit = unit.to_lowercase().replace('%', "percent");
        if unit.len() > 2 { unit.trim_end_matches('s').to_owned() } else { unit }
    });
    let is_unit = |word: &String| !word.is_empty() && numbers(word).is_empty() && !List::NotAUnit.holds(word);
    words.filter(is_unit).collect()
}

pub(super) fn years(text: &str) -> Vec<Range<usize>> {
    let is_year = |word: &str| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit())
    };
    Words::of(text).ranges.into_iter().filter(|range| is_year(&text[range.clone()])).collect()
}
