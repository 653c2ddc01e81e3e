//! A line of a page, filled word by word.

use super::words::{Ink, Tone, Word};
use crate::report::Palette;
use std::mem;
use unicode_width::UnicodeWidthStr;

/// A line of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Columns left free at its start.
    indent: usize,
    runs: Vec<(Ink, String)>,
    /// The column behind what stands in it.
    column: usize,
    has_words: bool,
}

/// What a page is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A line of text.
    Text(Line),
    /// The line at which the reader stops.
    Stop,
    /// An empty line.
    Blank,
}

impl Line {
    /// Returns an empty line that starts at column `indent`.
    fn at(indent: usize) -> Self {
        Line { indent, column: indent, ..Line::default() }
    }

    fn push(&mut self, shown: &str, ink: Ink) {
        self.column += shown.width();
        match self.runs.last_mut() {
            Some((last, text)) if *last == ink => text.push_str(shown),
            _ => self.runs.push((ink, shown.to_owned())),
        }
    }

    /// Returns the line as it is printed.
    pub fn print(&self, palette: Palette) -> String {
        let runs = self.runs.iter().map(|(ink, text)| painted(*ink, text, palette));
        " ".repeat(self.indent) + &runs.collect::<String>()
    }
}

/// Returns `text` in `ink`.
pub fn painted(ink: Ink, text: &str, palette: Palette) -> String {
    match ink.tone {
        Some(Tone::Signal(signal)) => palette.signal(signal, ink.is_unread, text),
        Some(Tone::Severity(severity)) if ink.is_number => palette.severity(severity, text),
        Some(Tone::Severity(severity)) => palette.mark(severity, text),
        None if ink.is_unread => palette.unread(text),
        None if ink.is_strong => palette.strong(text),
        None if ink.is_number => palette.quiet(text),
        None => text.to_owned(),
    }
}

/// Returns `words` in lines of `measure` columns: the first opens with `mark`, the others hang behind it.
///
/// Where the reader stops in mid-line the line is torn: what follows keeps its column below.
pub fn lines(words: &[Word<'_>], mark: &str, measure: usize) -> Vec<Row> {
    let hang = mark.width();
    let stop = words.iter().position(|word| !word.is_read()).filter(|&stop| stop > 0);
    let mut rows = Vec::new();
    let mut line = Line::default();
    line.push(mark, Ink { is_unread: words.first().is_some_and(|word| !word.is_read()), ..Ink::default() });
    for (index, word) in words.iter().enumerate() {
        let gap = word.gap.filter(|_| line.has_words);
        let start = line.column + usize::from(gap.is_some());
        let fits = start + word.width <= measure;
        if stop == Some(index) {
            rows.extend([Row::Text(mem::take(&mut line)), Row::Stop]);
            line = Line::at(if fits { start } else { hang });
        } else if !fits && line.has_words {
            rows.push(Row::Text(mem::replace(&mut line, Line::at(hang))));
        } else if let Some(ink) = gap {
            line.push(" ", ink);
        }
        line.has_words = true;
        for cell in &word.cells {
            // Only in a word that is longer than a line.
            if line.column + cell.width > measure && line.column > hang {
                rows.push(Row::Text(mem::replace(&mut line, Line::at(hang))));
                line.has_words = true;
            }
            line.push(&cell.shown, cell.ink);
        }
    }
    rows.push(Row::Text(line));
    rows
}
