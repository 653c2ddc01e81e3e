//! The words of a part as the page shows them: safe to print, measured, inked.

use super::SkimmedLetter;
use super::ink::Ink;
use super::marks::{Marks, Touch};
use crate::letter::HOLE;
use crate::report::full::visible::{on_one_line, visible};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Widest cluster that is kept whole.
const WIDEST_CLUSTER: usize = 4;

/// What the eye takes for one character, or a mark beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) shown: String,
    pub(super) width: usize,
    pub(super) ink: Ink,
}

/// What is not broken at the end of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// The blank before it; none where it follows directly.
    pub(super) gap: Option<Ink>,
    pub(super) cells: Vec<Cell>,
    pub(super) width: usize,
    /// Whether the reader gets to it.
    pub(super) is_read: bool,
}

/// Cuts one part of a letter into words.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    letter: &'a SkimmedLetter,
    marks: &'a Marks,
    has_brackets: bool,
    words: Vec<Word>,
    /// The blank seen since the last word; the part's start counts as one.
    gap: Option<Ink>,
    is_open: bool,
}

impl<'a> Reader<'a> {
    /// Marks places with brackets too where there is no colour to tell them.
    pub(super) fn of(letter: &'a SkimmedLetter, marks: &'a Marks, has_brackets: bool) -> Self {
        Reader { letter, marks, has_brackets, words: Vec::new(), gap: None, is_open: false }
    }

    /// Returns the words of the folded range `part`, the first one with a blank before it.
    pub(super) fn words(mut self, part: &Range<usize>, is_strong: bool) -> Vec<Word> {
        self.gap = Some(Ink::default());
        let text = self.letter.letter.prose().text();
        for (offset, cluster) in text[part.clone()].grapheme_indices(true) {
            let start = part.start + offset;
            let range = start..start + cluster.len();
            let touch = self.marks.at(&range);
            if cluster.chars().all(char::is_whitespace) {
                self.is_open = false;
                self.gap = Some(Ink { is_dim: !self.is_read(start), is_strong, signal: touch.signal });
            } else {
                self.push_cluster(&range, cluster, &touch, is_strong);
            }
        }
        self.words
    }

    fn is_read(&self, start: usize) -> bool {
        start < self.letter.skim.read.end
    }

    fn push_cluster(&mut self, range: &Range<usize>, cluster: &str, touch: &Touch, is_strong: bool) {
        let shown = self.shown(range, cluster);
        // Lines may be broken beside wide characters, which stand without blanks.
        let is_wide = cluster.width() == 2 && shown.width() == 2;
        self.is_open &= !is_wide;
        if !self.is_open {
            let is_read = self.is_read(range.start);
            self.words.push(Word { gap: self.gap.take(), is_read, ..Word::default() });
            self.is_open = true;
        }
        let Some(word) = self.words.last_mut() else { return };
        let is_dim = !word.is_read;
        if self.has_brackets {
            touch.opens.iter().for_each(|&signal| word.push("[", Ink::of(signal, is_dim)));
        }
        let ink = Ink { is_dim, is_strong, signal: touch.signal };
        if shown.width() <= WIDEST_CLUSTER {
            word.push(&shown, ink);
        } else {
            shown.chars().for_each(|c| word.push(c.encode_utf8(&mut [0; 4]), ink));
        }
        for signals in &touch.closes {
            let bracket = if self.has_brackets { "]" } else { "" };
            word.push(&format!("{bracket}{}", self.marks.raised(signals)), Ink::of(signals[0], is_dim));
        }
        self.is_open = !is_wide;
    }

    /// Returns `cluster` as the letter has it: its own quotes and hyphens, and what stands where there is no prose.
    fn shown(&self, range: &Range<usize>, cluster: &str) -> String {
        let letter = &self.letter.letter;
        let own = letter.source().slice(letter.prose().span(range.clone()));
        let is_one = own.chars().count() == 1 && !own.contains(char::is_whitespace);
        match () {
            () if cluster.starts_with(HOLE) => on_one_line(own),
            () if is_one => visible(own).into_owned(),
            () => visible(cluster).into_owned(),
        }
    }
}

impl Word {
    fn push(&mut self, shown: &str, ink: Ink) {
        let width = shown.width();
        self.width += width;
        self.cells.push(Cell { shown: shown.to_owned(), width, ink });
    }
}
