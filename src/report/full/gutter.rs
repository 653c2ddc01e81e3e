//! The left edge of an excerpt: line numbers and the line that text stands behind.

use super::strip::Strip;
use crate::diagnostic::Severity;
use crate::report::Palette;
use crate::source::Source;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Below this width, line numbers take no column more than they must.
const NARROW: usize = 60;

/// Line numbers in one width for a whole letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gutter {
    digits: usize,
    width: usize,
    palette: Palette,
}

impl Gutter {
    /// Returns the gutter for `source` in `width` columns.
    pub(super) fn new(source: &Source, width: usize, palette: Palette) -> Self {
        let needed = source.line_count().to_string().len();
        let digits = if width < NARROW { needed } else { needed.max(4) };
        Gutter { digits, width, palette }
    }

    /// Returns how many columns are left for text.
    pub(super) fn room(self) -> usize {
        self.width.saturating_sub(self.indent() + 2).max(8)
    }

    /// Returns the column of the edge.
    pub(super) fn indent(self) -> usize {
        self.digits + 1
    }

    /// Writes the corner that an excerpt begins with, and `places` beside it: where its findings stand.
    pub(super) fn corner(self, places: &[String], out: &mut dyn Write) -> io::Result<()> {
        let mut edge = "╭─";
        let mut line = String::new();
        for place in places {
            if !line.is_empty() && line.width() + place.width() + 3 > self.room() {
                self.edge(edge, &line, out)?;
                edge = "├─";
                line.clear();
            }
            line += if line.is_empty() { "" } else { "  " };
            line += place;
        }
        self.edge(edge, &line, out)
    }

    fn edge(self, edge: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{:1$}{2}", "", self.indent(), self.palette.quiet(&format!("{edge} {text}")))
    }

    /// Writes a line of text with its number; a bar in the colour of `bar` marks it whole.
    pub(super) fn line(
        self,
        number: usize,
        bar: Option<Severity>,
        strip: &Strip,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let number = self.palette.quiet(&format!("{number:>0$}", self.digits));
        let edge = bar.map_or_else(|| self.palette.quiet("│"), |severity| self.palette.severity(severity, "┃"));
        write!(out, "{number} {edge}")?;
        for (index, (is_marked, text)) in strip.runs().iter().enumerate() {
            let space = if index == 0 { " " } else { "" };
            let text = if *is_marked && bar.is_none() { self.palette.strong(text) } else { text.clone() };
            write!(out, "{space}{text}")?;
        }
        writeln!(out)
    }

    /// Writes the line below a line of text that underlines what is marked in it.
    pub(super) fn underline(self, marks: &[Option<Severity>], out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{:1$}{2} ", "", self.indent(), self.palette.quiet("│"))?;
        for run in marks.chunk_by(|a, b| a == b) {
            let sign = if run[0].is_some() { "^" } else { " " };
            let text = sign.repeat(run.len());
            let text = run[0].map_or_else(|| text.clone(), |severity| self.palette.severity(severity, &text));
            write!(out, "{text}")?;
        }
        writeln!(out)
    }
}
