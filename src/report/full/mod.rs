//! The report that people read: each finding with its words underlined, then what was counted.

mod block;
mod excerpt;
mod gutter;
mod place;
#[cfg(test)]
mod properties;
mod row;
#[cfg(test)]
pub(in crate::report) mod sample;
mod strip;
pub(in crate::report) mod summary;
pub(in crate::report) mod visible;
mod window;
mod wrap;

use super::{Emitter, Ending, FileReport, Palette, Report, emit, skipped_line};
use crate::diagnostic::Severity;
use block::Page;
use std::io::{self, Write};

/// Narrowest width that is laid out for.
const LEAST_WIDTH: usize = 20;

/// How a report is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Columns of the terminal; fewer than 20 are taken for 20.
    pub width: usize,
    /// The least severity that is printed; findings below are only counted.
    pub show: Severity,
    /// Colours, or none.
    pub palette: Palette,
    /// Whether to print errors and warnings alone: no help, no notes, no summary.
    pub is_quiet: bool,
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
        let mut view = View { width: view.width.max(LEAST_WIDTH), ..*view };
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
            wrap::lines("", &line, 0, self.view.width).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        }
        if ending.counts.letters < 2 {
            return Ok(());
        }
        writeln!(out)?;
        writeln!(out, "{}", summary::total(ending.counts, self.view.show, self.view.palette))
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
    if file.diagnostics.is_empty() {
        return match &file.facts {
            Some(facts) if !view.is_quiet => summary::write_well(file, facts, view, out),
            _ => Ok(()),
        };
    }
    let mut page = Page::of(file, view);
    let places = page.places();
    if !places.is_empty() && !view.is_quiet {
        writeln!(out, "{}\n", view.palette.strong(&visible::visible(&file.path)))?;
    }
    for (index, place) in places.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        page.write(place, out)?;
    }
    let Some(facts) = file.facts.as_ref().filter(|_| !view.is_quiet) else { return Ok(()) };
    if !places.is_empty() {
        writeln!(out)?;
    }
    summary::write(file, facts, view, out)
}

#[cfg(test)]
mod tests {
    use super::sample::{finding, full, letter, view};
    use super::*;
    use Severity::{Error, Info, Warning};

    const TEXT: &str = "Dear Ms Okafor,\n\nI am really passionate about queues and saw the opening at [Company] \
                        on your site, where the post about the outage is.\n\nBest,\nAna\n";

    #[test]
    fn a_letter_is_its_path_then_its_findings_then_what_was_counted() {
        let found = vec![
            finding(TEXT, Info, "filler-word", "really"),
            finding(TEXT, Error, "leftover-placeholder", "[Company]"),
        ];
        let expected = "\
draft.md

error[leftover-placeholder]: “[Company]” is worn
     ╭─ draft.md:3:60
   3 │ …and saw the opening at [Company] on your site, where…
     │                         ^^^^^^^^^
     = help: Cut it.

── draft.md ────────────────────────────────────────────────────
212 words · 53 s to read · standard letter, 38 words to spare
figures in 2 of 4 paragraphs
no role pack (name one with --role backend)
1 error, 1 note (--show info prints it)
";
        assert_eq!(full(vec![letter("draft.md", TEXT, found)], &view(64)), expected);
    }

    #[test]
    fn quiet_leaves_the_findings_that_must_be_mended() {
        let found = vec![
            finding(TEXT, Info, "filler-word", "really"),
            finding(TEXT, Warning, "worn-phrase", "saw the opening"),
        ];
        let view = View { is_quiet: true, show: Info, ..view(64) };
        let expected = "\
warning[worn-phrase]: “saw the opening” is worn
     ╭─ draft.md:3:41
   3 │ …about queues and saw the opening at [Company] on your…
     │                   ^^^^^^^^^^^^^^^
     = help: Cut it.
";
        let letters = vec![letter("a.md", TEXT, Vec::new()), letter("draft.md", TEXT, found)];
        assert_eq!(full(letters, &view), expected);
    }

    fn hostile() -> Vec<FileReport> {
        let text = "a \u{1b}]0;x\u{7} \u{9b}2J \u{202e}b\n\u{1b}[2J and the end\n";
        let mut found = finding(text, Error, "ru\u{1b}le", "b\n");
        found.message = "\u{1b}[31m \u{2067}".into();
        found.help = "\u{1b}c\u{8}".into();
        let long = finding(text, Error, "x", "a ... end");
        vec![letter("p\u{1b}\u{202e}\u{85}.md", text, vec![long, found]), letter("\u{1b}", text, Vec::new())]
    }

    #[test]
    fn nothing_from_outside_reaches_the_terminal_raw() {
        let text = full(hostile(), &view(80));
        assert_eq!(text.find(|c| visible::is_steering(c) && c != '\n'), None, "{text:?}");
    }

    #[test]
    fn with_colour_the_text_is_the_same_between_colours() {
        let coloured = full(hostile(), &View { palette: Palette::new(true), ..view(80) });
        let mut text = String::new();
        for (index, piece) in coloured.split('\u{1b}').enumerate() {
            let behind = piece.split_once('m').map_or(piece, |(_, behind)| behind);
            text += if index == 0 { piece } else { behind };
        }
        assert_eq!(text, full(hostile(), &view(80)));
    }
}
