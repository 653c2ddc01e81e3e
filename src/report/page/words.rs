//! The words of a paragraph as a page shows them: safe to print, measured, inked, with the marks that stand in them.

use crate::diagnostic::Severity;
use std::borrow::Cow;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// Widest cluster that is kept whole.
const WIDEST_CLUSTER: usize = 4;

/// What a marked stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Something found in the letter.
    Severity(Severity),
    /// A signal that a reader looks for, by its index.
    Signal(usize),
}

/// How a stretch of a page is painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    /// What it is part of.
    pub tone: Option<Tone>,
    /// Whether the reader never gets there.
    pub is_unread: bool,
    /// Whether it is a heading's.
    pub is_strong: bool,
    /// Whether it is the number of a mark, and not text.
    pub is_number: bool,
}

/// A marked stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands; an empty one is a place between two characters.
    pub at: Range<usize>,
    /// What it is.
    pub tone: Tone,
    /// The number that follows it.
    pub number: Option<usize>,
}

/// What the eye takes for one character.
#[derive(Clone, Debug)]
pub struct Glyph<'a> {
    at: Range<usize>,
    kind: Kind<'a>,
    ink: Ink,
}

#[derive(Clone, Debug)]
enum Kind<'a> {
    Blank,
    Text { shown: Cow<'a, str>, is_wide: bool },
}

impl<'a> Glyph<'a> {
    /// Returns what `cluster` is shown as.
    pub fn of(at: Range<usize>, cluster: &str, shown: Cow<'a, str>) -> Self {
        // Lines may be broken beside wide characters, which stand without blanks.
        let is_wide = cluster.width() == 2 && shown.width() == 2;
        Glyph { at, kind: Kind::Text { shown, is_wide }, ink: Ink::default() }
    }

    /// Returns white space.
    pub fn blank(at: Range<usize>) -> Self {
        Glyph { at, kind: Kind::Blank, ink: Ink::default() }
    }

    /// Returns the glyph in `ink`.
    #[must_use]
    pub fn inked(self, ink: Ink) -> Self {
        Glyph { ink, ..self }
    }
}

/// A stretch of a word in one ink.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What is printed.
    pub shown: Cow<'a, str>,
    /// The columns it takes.
    pub width: usize,
    /// How it is painted.
    pub ink: Ink,
}

/// What is not broken at the end of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word<'a> {
    /// The blank before it; none where it follows directly.
    pub gap: Option<Ink>,
    /// Its characters, and the marks beside them.
    pub cells: Vec<Cell<'a>>,
    /// The columns it takes.
    pub width: usize,
    /// Whether it is, or holds, something marked.
    pub is_marked: bool,
    /// Whether a mark begins in it, and whether one ends.
    pub edges: (bool, bool),
}

impl<'a> Word<'a> {
    pub(super) fn push(&mut self, shown: Cow<'a, str>, ink: Ink) {
        let width = shown.width();
        self.width += width;
        self.cells.push(Cell { shown, width, ink });
    }

    /// Whether the reader gets to it.
    pub fn is_read(&self) -> bool {
        self.cells.first().is_none_or(|cell| !cell.ink.is_unread)
    }
}

/// Cuts `glyphs` into words, the first one with a blank before it.
///
/// Of marks that hold the same character, that of the shortest is seen, of two as short the one that comes first.
pub fn cut<'a>(glyphs: impl Iterator<Item = Glyph<'a>>, marks: &[Mark], has_brackets: bool) -> Vec<Word<'a>> {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|&index| (marks[index].at.start, std::cmp::Reverse(marks[index].at.end), index));
    let gap = Some(Ink::default());
    let mut cutter =
        Cutter { marks, order, next: 0, held: Vec::new(), has_brackets, words: Vec::new(), gap, is_open: false };
    for glyph in glyphs {
        match glyph.kind {
            Kind::Text { shown, is_wide } => {
                cutter.settle(glyph.at.start, glyph.ink);
                cutter.text(&glyph.at, shown, is_wide, glyph.ink);
            }
            Kind::Blank => {
                let tone = cutter.tone(glyph.at.start);
                (cutter.gap, cutter.is_open) = (Some(Ink { tone, ..glyph.ink }), false);
            }
        }
    }
    cutter.settle(usize::MAX, Ink::default());
    cutter.words
}

struct Cutter<'m, 'a> {
    marks: &'m [Mark],
    /// Marks in the order in which they open.
    order: Vec<usize>,
    /// How many of them are open or closed.
    next: usize,
    /// Open marks.
    held: Vec<usize>,
    has_brackets: bool,
    words: Vec<Word<'a>>,
    /// The blank since the last word.
    gap: Option<Ink>,
    is_open: bool,
}

impl<'a> Cutter<'_, 'a> {
    /// The mark that is seen at `at`.
    fn tone(&self, at: usize) -> Option<Tone> {
        let held = self.held.iter().filter(|&&index| self.marks[index].at.end > at);
        let seen = held.min_by_key(|&&index| (self.marks[index].at.len(), index));
        seen.map(|&index| self.marks[index].tone)
    }

    /// Closes the marks that end at `at` or before, behind the last word.
    fn settle(&mut self, at: usize, ink: Ink) {
        let marks = self.marks;
        let is_over = |index: &usize| marks[*index].at.end <= at;
        let mut over: Vec<usize> = self.held.extract_if(.., |index| is_over(index)).collect();
        while let Some(&index) = self.order.get(self.next).filter(|index| is_over(index)) {
            // Nothing of it is seen: only its number is.
            over.push(index);
            self.next += 1;
        }
        over.sort_by_key(|&index| (marks[index].at.len(), marks[index].at.start, index));
        for same in over.chunk_by(|&a, &b| marks[a].at == marks[b].at) {
            let mut numbers: Vec<usize> = same.iter().filter_map(|&index| marks[index].number).collect();
            numbers.sort_unstable();
            numbers.dedup();
            let numbers: Vec<String> = numbers.into_iter().map(superscript).collect();
            let is_seen = !marks[same[0]].at.is_empty();
            let bracket = if self.has_brackets && is_seen { "»" } else { "" };
            if self.words.is_empty() {
                self.words.push(Word { gap: self.gap.take(), ..Word::default() });
                self.is_open = true;
            }
            let Some(word) = self.words.last_mut() else { return };
            let is_unread = word.cells.last().map_or(ink.is_unread, |cell| cell.ink.is_unread);
            let ink = Ink { tone: Some(marks[same[0]].tone), is_unread, is_number: true, is_strong: false };
            word.is_marked = true;
            word.edges.1 = true;
            word.push(format!("{bracket}{}", numbers.join(",")).into(), ink);
        }
    }

    fn text(&mut self, at: &Range<usize>, shown: Cow<'a, str>, is_wide: bool, ink: Ink) {
        self.is_open &= !is_wide;
        if !self.is_open {
            self.words.push(Word { gap: self.gap.take(), ..Word::default() });
        }
        self.is_open = !is_wide;
        while let Some(&index) = self.order.get(self.next).filter(|&&index| self.marks[index].at.start < at.end) {
            self.next += 1;
            self.held.push(index);
            if let Some(word) = self.words.last_mut() {
                word.edges.0 = true;
            }
            let same = self.held.iter().rev().skip(1).any(|&other| self.marks[other].at == self.marks[index].at);
            if let Some(word) = self.words.last_mut().filter(|_| self.has_brackets && !same) {
                word.push("«".into(), Ink { tone: Some(self.marks[index].tone), is_number: true, ..ink });
            }
        }
        let tone = self.tone(at.start);
        let Some(word) = self.words.last_mut() else { return };
        word.is_marked |= tone.is_some();
        let ink = Ink { tone, ..ink };
        if shown.width() <= WIDEST_CLUSTER {
            word.push(shown, ink);
        } else {
            shown.chars().for_each(|c| word.push(c.to_string().into(), ink));
        }
    }
}

/// Returns `number` in raised digits.
pub fn superscript(number: usize) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| RAISED[usize::from(digit - b'0')]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_two_digits_are_raised_whole() {
        assert_eq!(superscript(12), "¹²");
    }
}
