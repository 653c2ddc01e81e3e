//! The paragraphs in which something was found, each once, with its notes.

use super::Note;
use super::words::{Glyph, Mark, Tone, Word, cut};
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::FileReport;
use crate::report::visible::visible_cluster;
use crate::source::Source;
use crate::span::Span;
use std::collections::{BTreeMap, HashMap};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Widest paragraph that is marked like a word where a finding is about all of it; a wider one has a bar.
const WIDEST_MARK: usize = 60;

/// A paragraph, a list item, a greeting, or a line outside of all those, with what was found in it.
#[derive(Debug)]
pub struct Block<'a> {
    /// The line in which it begins, from 1.
    pub line: usize,
    /// Its lines.
    pub span: Span,
    /// Whether paragraphs without findings were left out before it.
    pub is_after_gap: bool,
    /// What is marked in it.
    pub marks: Vec<Mark>,
    /// How much it matters what was found about all of it, where something was.
    pub bar: Option<Severity>,
    /// What was found here first: what is about words, by number, then what is about all of it.
    pub notes: Vec<Note<'a>>,
}

/// Lines of a letter that are shown together.
#[derive(Clone, Copy)]
struct Lines {
    /// Which part of the letter it is, or stands before.
    index: usize,
    first: usize,
    last: usize,
}

/// Returns the blocks that hold `found`, which is ordered by place.
pub(super) fn blocks<'a>(file: &FileReport, found: &[&'a Diagnostic]) -> Vec<Block<'a>> {
    let parts = parts(file);
    let mut by_line: BTreeMap<usize, (Lines, Vec<&'a Diagnostic>)> = BTreeMap::new();
    for finding in found {
        let line = file.source.position(trimmed(&file.source, finding.span).start).line;
        let next = parts.partition_point(|part| part.last < line);
        let part = parts.get(next).filter(|part| part.first <= line);
        let lines = part.copied().unwrap_or(Lines { index: next, first: line, last: line });
        by_line.entry(lines.first).or_insert((lines, Vec::new())).1.push(finding);
    }
    let mut blocks: Vec<Block<'a>> = Vec::new();
    let mut numbers = Numbers::default();
    let mut next = 0;
    for (lines, found) in by_line.into_values() {
        let is_after_gap = lines.index > next;
        next = lines.index + usize::from(parts.get(lines.index).is_some_and(|part| part.first == lines.first));
        let mut block = Block::of(&file.source, lines, is_after_gap);
        let extent = Extent::of(&file.source, block.span);
        let (all, words): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| extent.is_all(found.span));
        for finding in words {
            let new = (blocks.len(), block.notes.len());
            let (of_block, index) = numbers.same(finding, new);
            if (of_block, index) == new {
                block.notes.push(Note { number: Some(numbers.known.len()), ..Note::of(finding) });
            } else if let Some(note) = blocks.get_mut(of_block).unwrap_or(&mut block).notes.get_mut(index) {
                note.findings.push(finding);
            }
            let note = blocks.get(of_block).unwrap_or(&block).notes.get(index);
            let number = note.and_then(|note| note.number);
            block.mark(&file.source, finding, number);
        }
        block.marks.sort_by_key(|mark| std::cmp::Reverse(mark.tone));
        block.bar = all.iter().map(|found| found.severity).max();
        block.notes.extend(all.into_iter().map(Note::of));
        blocks.push(block);
    }
    blocks
}

/// The parts of a letter by line, those that share a line as one.
fn parts(file: &FileReport) -> Vec<Lines> {
    let mut parts: Vec<Lines> = Vec::new();
    for part in &file.parts {
        let span = trimmed(&file.source, part.span);
        let first = file.source.position(span.start).line;
        let last = file.source.position(span.end).line;
        match parts.last_mut() {
            Some(before) if first <= before.last => before.last = last.max(before.last),
            _ => parts.push(Lines { index: parts.len(), first, last }),
        }
    }
    parts
}

/// `span` without white space at its ends; of nothing else, its start.
fn trimmed(source: &Source, span: Span) -> Span {
    let text = source.slice(span);
    let kept = text.trim();
    if kept.is_empty() {
        return Span::new(span.start, span.start);
    }
    let start = span.start + text.len() - text.trim_start().len();
    Span::new(start, start + kept.len())
}

impl Block<'_> {
    fn of(source: &Source, lines: Lines, is_after_gap: bool) -> Self {
        let span = Span::new(source.line(lines.first).start, source.line(lines.last).end);
        let (marks, notes) = (Vec::new(), Vec::new());
        Block { line: lines.first, span, is_after_gap, marks, bar: None, notes }
    }

    fn mark(&mut self, source: &Source, found: &Diagnostic, number: Option<usize>) {
        let tone = Tone::Severity(found.severity);
        self.marks.push(Mark { at: trimmed(source, found.span).range(), tone, number });
    }

    /// Returns its words with their marks; with brackets around these where there is no colour to see.
    pub fn words<'s>(&self, source: &'s Source, has_brackets: bool) -> Vec<Word<'s>> {
        let start = self.span.start;
        let glyphs = source.slice(self.span).grapheme_indices(true).map(|(offset, cluster)| {
            let at = start + offset..start + offset + cluster.len();
            let is_blank = cluster.chars().all(char::is_whitespace);
            if is_blank { Glyph::blank(at) } else { Glyph::of(at, cluster, visible_cluster(cluster)) }
        });
        cut(glyphs, &self.marks, has_brackets)
    }
}

/// What is about all of a paragraph, and not about words in it.
struct Extent {
    end: usize,
    is_wide: bool,
    first_letter: usize,
    last_letter: usize,
}

impl Extent {
    fn of(source: &Source, span: Span) -> Self {
        let text = source.slice(span);
        let at = |offset: Option<usize>| offset.map_or(span.start, |offset| span.start + offset);
        Extent {
            end: span.end,
            is_wide: text.width() > WIDEST_MARK,
            first_letter: at(text.find(char::is_alphanumeric)),
            last_letter: at(text.rfind(char::is_alphanumeric)),
        }
    }

    /// Whether `span` goes past the paragraph, or is all of a long one but for its markup.
    fn is_all(&self, span: Span) -> bool {
        span.end > self.end || (self.is_wide && span.start <= self.first_letter && self.last_letter < span.end)
    }
}

/// The numbers of what was found so far.
#[derive(Default)]
struct Numbers<'a> {
    /// By rule, severity, advice, and message without what it quotes: which block and which note of it.
    known: HashMap<(&'a str, Severity, &'a str, String), (usize, usize)>,
}

impl<'a> Numbers<'a> {
    /// Returns the note that says the same of other words; where there is none yet, takes `new` for it.
    fn same(&mut self, finding: &'a Diagnostic, new: (usize, usize)) -> (usize, usize) {
        let said = unquoted(&finding.message);
        *self.known.entry((&finding.rule, finding.severity, &finding.help, said)).or_insert(new)
    }
}

/// `message` without what it quotes.
fn unquoted(message: &str) -> String {
    let mut is_quoted = false;
    let is_outside = |c: &char| {
        let is_mark = matches!(c, '"' | '“' | '”');
        is_quoted ^= is_mark;
        !is_quoted && !is_mark
    };
    message.chars().filter(is_outside).collect()
}
