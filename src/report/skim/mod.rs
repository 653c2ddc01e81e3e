//! The letter as a page on which the line is drawn where a reader in a hurry stops, and the signals met by then.
//!
//! A page as the report is one, with signals for marks; see [`super::page`].

mod entry;
pub mod json;
mod list;
mod page;
#[cfg(test)]
mod tests;

use super::totals::{counted, time};
use super::visible::visible;
use super::wrap::{Address, wrap};
use super::{FileError, Link, Palette};
use crate::letter::{Letter, WORDS_PER_MINUTE};
use crate::skim::{Pace, Skim};
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
    /// Where it is, for a terminal that follows links.
    pub link: Option<Link>,
    /// The letter.
    pub letter: Letter,
    /// What is met.
    pub skim: Skim,
}

/// How a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Columns of the terminal; fewer than 40 are taken for 40, more than 80 for 80.
    pub width: usize,
    /// Colours, or none; without them the places of signals stand in `«»`.
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

/// Writes each letter as a page with its signals, and after them all the model that this rests on.
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
    let model = wrap(&model(last.skim.pace), 0, 0, view.width, Address::Broken);
    model.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn write_letter(letter: &SkimmedLetter, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let skim = &letter.skim;
    let path = visible(&letter.path);
    let facts = format!("{} · {} to read", counted(skim.words, "word"), time(skim.seconds()));
    let gap = if path.width() + 3 + facts.width() <= view.width { "   " } else { "\n" };
    let path = wrap(&path, 0, 0, view.width, Address::Broken);
    writeln!(out, "{}{gap}{facts}\n", view.palette.strong(&path.join("\n")))?;
    if skim.words > 0 {
        page::write(letter, view, out)?;
        writeln!(out)?;
    }
    if skim.signals.is_empty() {
        let lines = wrap(no_signals(letter), 0, 0, view.width, Address::Broken);
        return lines.iter().try_for_each(|line| writeln!(out, "{line}"));
    }
    writeln!(out, "{}\n", list::headline(letter, view))?;
    list::write(letter, view, out)
}

fn no_signals(letter: &SkimmedLetter) -> &'static str {
    match letter.skim.role {
        Some(_) => "The packs for this letter name no signals to look for.",
        None => "No signals to look for yet: name the role, as in --role backend, and they are marked here.",
    }
}

fn model(pace: Pace) -> String {
    let words = pace.words_per_minute;
    let source = if words == WORDS_PER_MINUTE { "Brysbaert 2019" } else { "Brysbaert 2019 found 238" };
    format!(
        "This is a model: a reader starts at the top, reads {} a minute ({source}) and stops. Real readers differ.",
        counted(words, "word")
    )
}
