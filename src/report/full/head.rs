//! What stands above a letter: which one it is, how bad it is, what to fix first.

use super::View;
use crate::check::Facts;
use crate::diagnostic::Severity;
use crate::report::page::{Page, first::First};
use crate::report::totals::{Piece, counted, counts, fill, time};
use crate::report::{Address, FileReport, Palette, on_one_line, visible, wrap};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Fewest columns in which what to fix first begins beside the verdict.
const LEAST_BESIDE: usize = 20;

/// Writes the path with what was counted, and the verdict.
pub(super) fn write(file: &FileReport, page: &Page<'_>, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let facts = file.facts.as_ref().filter(|_| !view.is_quiet).map(facts).unwrap_or_default();
    title(&file.path, &facts, view, out)?;
    let Some(first) = page.first.as_ref().filter(|_| !view.is_quiet && file.facts.is_some()) else { return Ok(()) };
    verdict(file, first, view, out)
}

/// Writes the line for a letter of which nothing is shown.
pub(super) fn write_well(letter: &FileReport, facts: &Facts, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let path = shortened(&visible(&letter.path), view.width);
    let mut pieces = line(path, letter, facts, view.show, view.palette);
    // How to see the notes is worth no second line: of many letters, it is said below all of them.
    let width: usize = pieces.iter().map(|piece| piece.joint.width() + piece.plain.width()).sum();
    if width > view.width {
        pieces.retain(|piece| !piece.plain.starts_with("(--show"));
    }
    fill(&pieces, view.width).iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Returns all that is said of `letter` in one line.
pub(in crate::report) fn one_line(letter: &FileReport, facts: &Facts, palette: Palette) -> String {
    fill(&line(visible(&letter.path).into_owned(), letter, facts, Severity::Info, palette), usize::MAX).concat()
}

fn line(path: String, letter: &FileReport, facts: &Facts, show: Severity, palette: Palette) -> Vec<Piece> {
    let told = [counted(facts.words, "word"), time(facts.seconds), facts.tier.tier.name().to_owned()];
    let mut pieces = vec![Piece { joint: "", painted: palette.strong(&path), plain: path }];
    pieces.extend(told.map(|fact| Piece::plain(" · ", fact)));
    pieces[1].joint = "   ";
    let mut found = counts(|severity| letter.count(severity), letter.suppressed.len(), show, palette, false);
    found[0].joint = " · ";
    if let Some(language) = &facts.language {
        found
            .insert(1, Piece::plain(" ", format!("({}: only the language-independent checks ran)", visible(language))));
    }
    pieces.extend(found);
    pieces
}

fn facts(facts: &Facts) -> String {
    let read = format!("{} to read", time(facts.seconds));
    [counted(facts.words, "word"), read, format!("{} letter", facts.tier.tier.name())].join(" · ")
}

/// Writes `path` and on the right of it, or below where there is no room, `facts`.
fn title(path: &str, facts: &str, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let path = shortened(&visible(path), view.width);
    let shown = view.palette.strong(&path);
    match view.width.checked_sub(path.width() + facts.width()) {
        Some(gap) if gap >= 3 && !facts.is_empty() => {
            writeln!(out, "{shown}{:gap$}{facts}", "")
        }
        _ => {
            writeln!(out, "{shown}")?;
            let lines = wrap(facts, 0, 0, view.width, Address::Broken);
            lines.iter().try_for_each(|line| writeln!(out, "{line}"))
        }
    }
}

/// The end of `path` that fits into `width` columns, from a folder on if there is one.
fn shortened(path: &str, width: usize) -> String {
    if path.width() <= width {
        return path.to_owned();
    }
    let ends = || path.char_indices().map(|(at, _)| &path[at..]).filter(|end| end.width() < width);
    let end = ends().find(|end| end.starts_with(['/', '\\'])).or_else(|| ends().next());
    format!("…{}", end.unwrap_or_default())
}

/// Writes `2 must go, 5 cost you. Start with line 5: …`.
fn verdict(file: &FileReport, first: &First<'_>, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let mut counts: Vec<Piece> = Vec::new();
    for (severity, one, many) in [(Severity::Error, "must go", "must go"), (Severity::Warning, "costs you", "cost you")]
    {
        let count = file.count(severity);
        if count > 0 {
            let plain = format!("{count} {}", if count == 1 { one } else { many });
            counts.push(Piece { joint: ", ", painted: view.palette.severity(severity, &plain), plain });
        }
    }
    if counts.is_empty() || first.finding.severity < Severity::Warning {
        return Ok(());
    }
    let column = counts.iter().map(|piece| piece.plain.width() + 2).sum();
    let is_beside = column + LEAST_BESIDE <= view.width;
    let end = if is_beside { ". " } else { ".\n" };
    write!(out, "{}{end}", fill(&counts, view.width.saturating_sub(1)).join("\n"))?;
    let lines = wrap(&start_with(first), if is_beside { column } else { 0 }, 0, view.width, Address::Broken);
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn start_with(first: &First<'_>) -> String {
    let place = first.place.map_or("this".to_owned(), |place| format!("line {}", place.line));
    let message = on_one_line(&first.finding.message);
    let more = match first.more {
        0 => String::new(),
        more => format!(", and {more} more like it"),
    };
    let message = message.trim_end_matches('.');
    let end = if message.ends_with(['?', '!']) && more.is_empty() { "" } else { "." };
    format!("Start with {place}: {message}{more}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_without_a_folder_is_cut_anywhere() {
        assert_eq!(shortened("northwind.md", 9), "…hwind.md");
        assert_eq!(shortened("応募手紙", 6), "…手紙");
        assert_eq!(shortened("a/folder/of/many/letters/a.md", 16), "…/letters/a.md");
    }
}
