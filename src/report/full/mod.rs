//! The report that people read: the letter as a page, what to fix first above it, what was counted below.

pub(super) mod head;
mod note;
mod tail;
#[cfg(test)]
mod tests;

use super::page::excerpt::excerpt;
use super::page::line::{Row, lines};
use super::page::{Page, block::Block};
use super::{Address, Emitter, Ending, FileReport, Palette, Report, emit, skipped_line, totals, wrap};
use crate::diagnostic::Severity;
use note::Columns;
use std::io::{self, Write};

/// Narrowest and widest page: prose is hard to read in longer lines.
const WIDTHS: (usize, usize) = (20, 100);

/// Below this width, nothing is indented that need not be.
const NARROW: usize = 60;

/// How many lines of a paragraph are shown before only the words around its marks are.
const WHOLE_LINES: usize = 3;

/// How a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Columns of the terminal; fewer than 20 are taken for 20, more than 100 for 100.
    pub width: usize,
    /// The least severity that is printed; findings below are only counted.
    pub show: Severity,
    /// Colours, or none; without them what is marked stands in `«»`.
    pub palette: Palette,
    /// Whether to print errors and warnings alone: no notes, no totals.
    pub is_quiet: bool,
}

impl Default for View {
    fn default() -> Self {
        View { width: 80, show: Severity::Warning, palette: Palette::new(false), is_quiet: false }
    }
}

/// The report that people read.
#[derive(Clone, Debug)]
pub struct Full {
    view: View,
    is_first: bool,
}

impl Full {
    /// Returns the format, shown as `view` says.
    pub fn new(view: &View) -> Self {
        let mut view = View { width: view.width.clamp(WIDTHS.0, WIDTHS.1), ..*view };
        if view.is_quiet {
            view.show = view.show.max(Severity::Warning);
        }
        Full { view, is_first: true }
    }

    /// Returns the least severity that is printed.
    pub(super) fn show(&self) -> Severity {
        self.view.show
    }
}

impl Emitter for Full {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        let mut text = Vec::new();
        write_file(file, &self.view, &mut text)?;
        if text.is_empty() {
            return Ok(());
        }
        if !std::mem::take(&mut self.is_first) {
            writeln!(out)?;
        }
        out.write_all(&text)
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        if self.view.is_quiet {
            return Ok(());
        }
        if let Some(line) = skipped_line(ending.skipped) {
            writeln!(out)?;
            let lines = wrap(&line, 0, 0, self.view.width, Address::Broken);
            lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        }
        if ending.counts.letters < 2 {
            return Ok(());
        }
        writeln!(out)?;
        let pieces = totals::total_pieces(ending.counts, self.view.show, self.view.palette);
        totals::fill(&pieces, self.view.width).iter().try_for_each(|line| writeln!(out, "{line}"))
    }
}

/// Writes what was found in each file, and in all of them together.
///
/// Says nothing of files that could not be checked.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Full::new(view), out)
}

fn write_file(file: &FileReport, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let page = Page::of(file, view.show);
    if page.whole.is_empty() && page.blocks.is_empty() {
        return match &file.facts {
            Some(facts) if !view.is_quiet => head::write_well(file, facts, view, out),
            _ => Ok(()),
        };
    }
    head::write(file, &page, view, out)?;
    let sheet = Sheet { file, view, digits: digits(file, view) };
    if !page.whole.is_empty() {
        writeln!(out, "\n{}", view.palette.strong("The whole letter"))?;
        sheet.notes(&page.whole, out)?;
    }
    let has_anything = |block: &&Block<'_>| !file.is_redacted || !block.notes.is_empty();
    for (index, block) in page.blocks.iter().filter(has_anything).enumerate() {
        let gap =
            if block.is_after_gap && index > 0 { view.palette.quiet(&sheet.gutter("…", "")) } else { String::new() };
        writeln!(out, "{}", gap.trim_end())?;
        sheet.block(block, out)?;
    }
    let Some(facts) = file.facts.as_ref().filter(|_| !view.is_quiet) else { return Ok(()) };
    writeln!(out)?;
    tail::write(file, facts, view, out)
}

/// How many digits line numbers have.
fn digits(file: &FileReport, view: &View) -> usize {
    let needed = file.source.line_count().to_string().len();
    if view.width < NARROW { needed } else { needed.max(3) }
}

/// How one letter is laid out.
struct Sheet<'a> {
    file: &'a FileReport,
    view: &'a View,
    digits: usize,
}

impl Sheet<'_> {
    fn gutter(&self, number: &str, edge: &str) -> String {
        format!("{number:>0$} {edge}", self.digits)
    }

    fn block(&self, block: &Block<'_>, out: &mut dyn Write) -> io::Result<()> {
        if !self.file.is_redacted {
            self.text(block, out)?;
        }
        self.notes(&block.notes, out)
    }

    /// Writes the paragraph, or what matters of it.
    fn text(&self, block: &Block<'_>, out: &mut dyn Write) -> io::Result<()> {
        let palette = self.view.palette;
        let room = self.view.width.saturating_sub(self.digits + 3).max(8);
        let words = excerpt(block.words(&self.file.source, !palette.is_coloured()), room * WHOLE_LINES);
        let edge = block.bar.map_or_else(|| palette.quiet("│"), |severity| palette.severity(severity, "┃"));
        let mut number = block.line.to_string();
        for row in lines(&words, "", room) {
            let Row::Text(line) = row else { continue };
            let gutter = format!("{}{edge}", palette.quiet(&self.gutter(&std::mem::take(&mut number), "")));
            writeln!(out, "{}", format!("{gutter} {}", line.print(palette)).trim_end())?;
        }
        Ok(())
    }

    fn notes(&self, notes: &[super::page::Note<'_>], out: &mut dyn Write) -> io::Result<()> {
        let columns = Columns::of(notes, self.file, self.view);
        notes.iter().try_for_each(|note| columns.write(note, out))
    }
}
