//! A letter as a page: its paragraphs, each once, with marks in them and numbered notes.
//!
//! ```text
//! findings ─ notes ─ blocks ──────────────┐
//! glyphs ─ words (inked, measured) ─ excerpt ─ rows ─ what is printed
//! ```
//!
//! The report that people read and `skim` are both such pages; so is whatever shows a letter with what was found in it.

pub mod block;
pub mod excerpt;
pub mod first;
pub mod line;
#[cfg(test)]
mod properties;
pub mod words;

use super::FileReport;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Position, Source};
use crate::span::Span;
use block::Block;
use first::First;
use std::collections::HashMap;

/// What was found in one file, as a page.
#[derive(Debug)]
pub struct Page<'a> {
    /// What to fix first.
    pub first: Option<First<'a>>,
    /// What was found about the letter as a whole.
    pub whole: Vec<Note<'a>>,
    /// The paragraphs in which something was found, in order.
    pub blocks: Vec<Block<'a>>,
}

/// What was found by one rule, and what to do about it; below the paragraph in which it was found first.
#[derive(Debug)]
pub struct Note<'a> {
    /// Its number on the page; none where it is about a whole paragraph or letter.
    pub number: Option<usize>,
    /// What was found: more than one finding where they say the same of other words, on the whole page.
    pub findings: Vec<&'a Diagnostic>,
    /// Where else the same advice applies, where it is given here.
    pub elsewhere: Vec<Position>,
    /// Where the advice is given, where that is further up.
    pub see: Option<Position>,
}

impl<'a> Note<'a> {
    fn of(finding: &'a Diagnostic) -> Self {
        Note { number: None, findings: vec![finding], elsewhere: Vec::new(), see: None }
    }

    /// Returns the finding that speaks for all of them.
    pub fn finding(&self) -> &'a Diagnostic {
        self.findings[0]
    }

    /// Returns how much it matters.
    pub fn severity(&self) -> Severity {
        self.finding().severity
    }

    /// Returns the advice; nothing where it was given further up.
    pub fn help(&self) -> &'a str {
        if self.see.is_some() { "" } else { &self.finding().help }
    }
}

impl<'a> Page<'a> {
    /// Returns the page of `file` with findings of severity `show` or worse.
    pub fn of(file: &'a FileReport, show: Severity) -> Self {
        let shown: Vec<&Diagnostic> = file.diagnostics.iter().filter(|found| found.severity >= show).collect();
        let (whole, placed): (Vec<_>, Vec<_>) = shown.iter().partition(|found| is_whole(file, found));
        let mut whole: Vec<Note<'_>> = whole.into_iter().map(Note::of).collect();
        whole.sort_by_key(|note| std::cmp::Reverse(note.severity()));
        let mut blocks = block::blocks(file, &placed);
        advise_once(&file.source, whole.iter_mut().chain(blocks.iter_mut().flat_map(|block| &mut block.notes)));
        let placed = blocks.iter().flat_map(|block| &block.notes);
        Page { first: First::of(&file.source, &whole, placed), whole, blocks }
    }
}

/// Whether `found` is about the letter as a whole: nothing in it, or most of it.
fn is_whole(file: &FileReport, found: &Diagnostic) -> bool {
    file.facts.is_some() && (file.source.text().trim().is_empty() || file.source.is_sweeping(found.span))
}

/// Leaves each advice of a rule where it is given first, with all the places it is for.
fn advise_once<'p, 'a: 'p>(source: &Source, notes: impl Iterator<Item = &'p mut Note<'a>>) {
    let mut notes: Vec<&mut Note<'a>> = notes.collect();
    let mut given: HashMap<(&str, &str), usize> = HashMap::new();
    for index in 0..notes.len() {
        let finding = notes[index].finding();
        let places: Vec<Position> = notes[index].findings.iter().map(|found| position(source, found.span)).collect();
        match given.get(&(finding.rule.as_str(), finding.help.as_str())) {
            Some(&first) if !finding.help.is_empty() => {
                notes[index].see = Some(position(source, notes[first].finding().span));
                notes[index].elsewhere = places[1..].to_vec();
                notes[first].elsewhere.push(places[0]);
            }
            _ => {
                given.insert((&finding.rule, &finding.help), index);
                notes[index].elsewhere = places[1..].to_vec();
            }
        }
    }
}

/// Returns where `span` begins.
fn position(source: &Source, span: Span) -> Position {
    source.position(span.start)
}
