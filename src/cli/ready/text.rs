//! The checklist as it is read.

use super::super::letters::PassedOver;
use super::super::terminal;
use super::item::{Fault, Item, Sheet, State, Verdict};
use letterlint::diagnostic::Severity;
use letterlint::report::{Address, Palette, counted, visible, wrap};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Widest line, in columns.
const WIDEST: usize = 100;

/// Most files that are named as skipped.
const MOST_SKIPPED: usize = 3;

/// Most lines on what holds a letter back in no way, for each line of the checklist.
const MOST_NOTES: usize = 4;

/// Writes checklists.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub(super) palette: Palette,
    /// Whether only what is to be fixed is shown.
    pub(super) is_quiet: bool,
}

impl Page {
    /// Writes the checklist of one letter, its verdict last.
    pub(super) fn write(self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        wrapped("", &visible(&sheet.path), |line| self.palette.strong(line), out)?;
        for item in &sheet.items {
            if !self.is_quiet || item.state == State::Failed {
                self.item(item, out)?;
            }
            if !self.is_quiet {
                notes(item, &sheet.path, out)?;
            }
        }
        if let Some(language) = sheet.language.as_ref().filter(|_| !self.is_quiet) {
            let text = format!("written in {}: only the language-independent checks ran", visible(language));
            wrapped("  – ", &text, str::to_owned, out)?;
        }
        if !self.is_quiet {
            wrapped("", &counts(sheet), str::to_owned, out)?;
        }
        self.verdict(sheet, out)
    }

    fn item(self, item: &Item<'_>, out: &mut dyn Write) -> io::Result<()> {
        let palette = self.palette;
        let text = visible(&item.text);
        match item.state {
            State::Passed => wrapped(&format!("  {} ", palette.good("✓")), &text, str::to_owned, out)?,
            State::Failed => {
                let mark = format!("  {} ", palette.severity(Severity::Error, "✗"));
                wrapped(&mark, &text, |line| palette.strong(line), out)?;
            }
            State::NotApplicable => wrapped("  – ", &text, str::to_owned, out)?,
            State::Unknown => {
                let mark = format!("  {} ", palette.severity(Severity::Warning, "?"));
                wrapped(&mark, &text, str::to_owned, out)?;
            }
        }
        item.faults.iter().try_for_each(|fault| wrapped("      ", &visible(&said(fault)), str::to_owned, out))
    }

    fn verdict(self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let lacks = sheet.lacks().join(", ");
        let told = match (sheet.verdict(), sheet.to_fix()) {
            (Verdict::Ready, _) => "ready to send".to_owned(),
            (Verdict::AsFarAsKnown, _) => format!("ready to send, as far as known: {lacks}"),
            (Verdict::NotReady, 0) => format!("not ready: {lacks}"),
            (Verdict::NotReady, count) => format!("not ready: {} to fix", counted(count, "thing")),
        };
        self.told(&told, sheet.verdict() != Verdict::NotReady, out)
    }

    /// Writes a verdict in its colour, whichever way it falls.
    fn told(self, text: &str, is_ready: bool, out: &mut dyn Write) -> io::Result<()> {
        let palette = self.palette;
        let paint = |line: &str| if is_ready { palette.good(line) } else { palette.severity(Severity::Error, line) };
        wrapped("", &visible(text), paint, out)
    }

    /// Writes how all letters stand, where there are several or files were skipped.
    pub(super) fn total(self, verdicts: &[Verdict], skipped: &[PassedOver], out: &mut dyn Write) -> io::Result<()> {
        if verdicts.len() < 2 && skipped.is_empty() {
            return Ok(());
        }
        let count = |wanted| verdicts.iter().filter(|&&verdict| verdict == wanted).count();
        let all = [
            (count(Verdict::Ready), "ready to send"),
            (count(Verdict::AsFarAsKnown), "ready to send, as far as known"),
            (count(Verdict::NotReady), "not ready"),
        ];
        let parts: Vec<String> =
            all.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        let mut line = format!("{}: {}", counted(verdicts.len(), "letter"), parts.join("; "));
        if !skipped.is_empty() {
            let named: Vec<&str> = skipped.iter().take(MOST_SKIPPED).map(|one| one.path.as_str()).collect();
            let more = skipped.len() - named.len();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let _ = write!(line, "; {} skipped: {}{more}", counted(skipped.len(), "file"), named.join(", "));
        }
        writeln!(out)?;
        self.told(&line, count(Verdict::NotReady) == 0, out)
    }
}

/// Writes `text` after `mark`, whose columns its next lines are indented by; no address in it is broken.
fn wrapped(mark: &str, text: &str, paint: impl Fn(&str) -> String, out: &mut dyn Write) -> io::Result<()> {
    let indent = if mark.trim().is_empty() { mark.len() } else { 4 };
    for (index, line) in wrap(text, indent, indent, terminal::width().min(WIDEST), Address::Whole).iter().enumerate() {
        let before = if index == 0 { mark.to_owned() } else { " ".repeat(indent) };
        writeln!(out, "{before}{}", paint(line))?;
    }
    Ok(())
}

/// Writes what else belongs to `item`, in short: the check of the letter at `path` shows it with its help.
fn notes(item: &Item<'_>, path: &str, out: &mut dyn Write) -> io::Result<()> {
    let kind = if item.is_for_the_rest() { "warning" } else { "note" };
    let most = if item.notes.len() > MOST_NOTES { MOST_NOTES - 1 } else { MOST_NOTES };
    for note in item.notes.iter().take(most) {
        let line = note.place.map(|(start, _)| format!("line {}, ", start.line)).unwrap_or_default();
        wrapped("      ", &visible(&format!("{line}{kind}: {}", note.message)), str::to_owned, out)?;
    }
    if item.notes.len() > most {
        let more =
            format!("and {} more: `letterlint --show info {}` shows them", item.notes.len() - most, visible(path));
        wrapped("      ", &more, str::to_owned, out)?;
    }
    Ok(())
}

/// How many lines came to each state.
fn counts(sheet: &Sheet<'_>) -> String {
    let all = [
        (State::Passed, "passed"),
        (State::Failed, "failed"),
        (State::Unknown, "unknown"),
        (State::NotApplicable, "not applicable"),
    ];
    let counted = all.map(|(state, name)| (sheet.count(state), name));
    let parts: Vec<String> =
        counted.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    parts.join(", ")
}

fn said(fault: &Fault) -> String {
    let line = fault.place.map(|(start, _)| format!("line {}: ", start.line)).unwrap_or_default();
    // A user's own rule may leave the full stop out.
    let stop = if fault.message.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    if fault.help.is_empty() {
        format!("{line}{}", fault.message)
    } else {
        format!("{line}{}{stop} {}", fault.message, fault.help)
    }
}
