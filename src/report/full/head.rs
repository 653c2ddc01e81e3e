//! What stands above a letter: which one it is, how bad it is, what to fix first.

use super::View;
use crate::check::Facts;
use crate::diagnostic::Severity;
use crate::report::page::{Page, first::First};
use crate::report::totals::{counted, counts, suppressed, time};
use crate::report::{Address, FileReport, on_one_line, visible, wrap};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Writes the path with what was counted, and the verdict.
pub(super) fn write(file: &FileReport, page: &Page<'_>, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let facts = file.facts.as_ref().filter(|_| !view.is_quiet).map(facts).unwrap_or_default();
    title(&file.path, &facts, view, out)?;
    let Some(first) = page.first.as_ref().filter(|_| !view.is_quiet && file.facts.is_some()) else { return Ok(()) };
    verdict(file, first, view, out)
}

/// Writes the line for a letter of which nothing is shown.
pub(super) fn write_well(letter: &FileReport, facts: &Facts, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let path = view.palette.strong(&visible(&letter.path));
    let told = [counted(facts.words, "word"), time(facts.seconds), facts.tier.tier.name().to_owned()].join(" · ");
    let language =
        facts.language.as_ref().map_or_else(String::new, |language| format!(" ({language}: few rules apply)"));
    let found = counts(|severity| letter.count(severity), view.show, view.palette, false);
    let suppressed = suppressed(letter.suppressed.len(), view.palette);
    writeln!(out, "{path}   {told} · {found}{language}{suppressed}")
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
            writeln!(out, "{shown}{:gap$}{}", "", view.palette.quiet(facts))
        }
        _ => {
            writeln!(out, "{shown}")?;
            let lines = wrap(facts, 0, 0, view.width, Address::Broken);
            lines.iter().try_for_each(|line| writeln!(out, "{}", view.palette.quiet(line)))
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
    let mut told = Vec::new();
    let mut painted = Vec::new();
    for (severity, one, many) in [(Severity::Error, "must go", "must go"), (Severity::Warning, "costs you", "cost you")]
    {
        let count = file.count(severity);
        if count > 0 {
            told.push(format!("{count} {}", if count == 1 { one } else { many }));
            painted.push(view.palette.severity(severity, &told[told.len() - 1]));
        }
    }
    if told.is_empty() || first.finding.severity < Severity::Warning {
        return Ok(());
    }
    let start = format!("{}. ", told.join(", ")).width();
    write!(out, "{}. ", painted.join(", "))?;
    for (index, line) in wrap(&start_with(first), start, 0, view.width, Address::Broken).iter().enumerate() {
        writeln!(out, "{}{line}", if index == 0 && line.is_empty() { "" } else { "" })?;
    }
    Ok(())
}

fn start_with(first: &First<'_>) -> String {
    let place = first.place.map_or("this".to_owned(), |place| format!("line {}", place.line));
    let message = on_one_line(&first.finding.message);
    let more = match first.more {
        0 => String::new(),
        more => format!(", and {more} more like it"),
    };
    let end = if message.ends_with(['.', '?', '!']) && more.is_empty() { "" } else { "." };
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
