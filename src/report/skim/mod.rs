//! The letter as a page on which the line is drawn where a reader in a hurry stops, and the signals met by then.
//!
//! ```text
//! parts ─ words (inked, measured) ─ lines ─ rows ─ page
//! signals ─ marks ──┘                       list ──┘
//! ```

mod entry;
mod ink;
pub mod json;
mod line;
mod list;
mod marks;
mod page;
#[cfg(test)]
mod tests;
mod words;

use super::full::visible::visible;
use super::{FileError, Palette};
use crate::letter::{Letter, WORDS_PER_MINUTE, seconds};
use crate::skim::{Pace, Skim};
use marks::Marks;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Narrowest and widest width that is laid out for: prose is hard to read in longer lines.
const WIDTHS: (usize, usize) = (40, 80);

/// What skimming letters showed.
#[derive(Clone, Debug, Default)]
pub struct SkimReport {
    /// Each letter that was read, in the order of the command line.
    pub letters: Vec<SkimmedLetter>,
    /// Each file that was not.
    pub errors: Vec<FileError>,
}

/// A letter and what a reader in a hurry meets of it.
#[derive(Clone, Debug)]
pub struct SkimmedLetter {
    /// The file as the user named it.
    pub path: String,
    /// The letter.
    pub letter: Letter,
    /// The pack chosen for the role, where there is one.
    pub role: Option<String>,
    /// What is met.
    pub skim: Skim,
}

/// How a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Columns of the terminal; fewer than 40 are taken for 40, more than 80 for 80.
    pub width: usize,
    /// Colours, or none; without them the places of signals stand in brackets.
    pub palette: Palette,
    /// How many signals each letter was asked to show before the line.
    pub fail_under: Option<usize>,
}

impl SkimReport {
    /// Whether a letter shows fewer than `least` signals before the line.
    pub fn is_under(&self, least: usize) -> bool {
        self.letters.iter().any(|letter| letter.skim.met() < least)
    }
}

/// Writes each letter as a page with its signals, and behind them all on what model that rests.
///
/// Says nothing of files that could not be read.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &SkimReport, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let view = View { width: view.width.clamp(WIDTHS.0, WIDTHS.1), ..*view };
    for letter in &report.letters {
        write_letter(letter, &view, out)?;
        writeln!(out)?;
    }
    let Some(last) = report.letters.last() else { return Ok(()) };
    for line in textwrap::wrap(&model(last.skim.pace), view.width) {
        writeln!(out, "{}", view.palette.quiet(&line))?;
    }
    Ok(())
}

fn write_letter(letter: &SkimmedLetter, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let skim = &letter.skim;
    let marks = Marks::of(skim, &letter.letter);
    let time =
        if skim.pace.words_per_minute == WORDS_PER_MINUTE { seconds(skim.words) } else { skim.pace.second(skim.words) };
    let path = visible(&letter.path);
    let facts = format!("{} · {time} s to read", counted(skim.words, "word"));
    let gap = if path.width() + 3 + facts.width() <= view.width { "   " } else { "\n" };
    writeln!(out, "{}{gap}{facts}\n", view.palette.strong(&path))?;
    if skim.words > 0 {
        page::write(letter, &marks, view, out)?;
        writeln!(out)?;
    }
    if skim.signals.is_empty() {
        for line in textwrap::wrap(no_signals(letter), view.width) {
            writeln!(out, "{line}")?;
        }
        return Ok(());
    }
    writeln!(out, "{}\n", list::headline(letter, view))?;
    list::write(letter, &marks, view, out)
}

fn no_signals(letter: &SkimmedLetter) -> &'static str {
    match letter.role {
        Some(_) => "The packs for this letter name no signals to look for.",
        None => "No signals to look for yet: name the role, as in --role backend, and they are marked here.",
    }
}

fn model(pace: Pace) -> String {
    let words = pace.words_per_minute;
    let source = if words == WORDS_PER_MINUTE { "Brysbaert 2019" } else { "Brysbaert 2019 found 238" };
    format!(
        "A model: someone reads straight on at {} a minute ({source}) and stops. Not validated, no promise.",
        counted(words, "word")
    )
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
