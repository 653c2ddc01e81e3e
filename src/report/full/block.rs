//! One place in full: what was found, where, the excerpt, what to do instead.

use super::gutter::Gutter;
use super::place::{self, Place};
use super::row::Rows;
use super::visible::{on_one_line, visible};
use super::{View, excerpt, wrap};
use crate::diagnostic::Diagnostic;
use crate::report::FileReport;
use std::io::{self, Write};

/// How far the second line of a message is indented.
const HANGING: usize = 2;

/// What the blocks of one letter have in common.
#[derive(Debug)]
pub(super) struct Page<'a> {
    letter: &'a FileReport,
    view: &'a View,
    gutter: Gutter,
    rows: Rows<'a>,
}

impl<'a> Page<'a> {
    /// Returns the page for `letter`.
    pub(super) fn of(letter: &'a FileReport, view: &'a View) -> Self {
        let gutter = Gutter::new(&letter.source, view.width, view.palette);
        Page { letter, view, gutter, rows: Rows::of(&letter.source) }
    }

    /// Returns the findings to be shown, by place.
    pub(super) fn places(&mut self) -> Vec<Place<'a>> {
        let show = self.view.show;
        let shown = self.letter.diagnostics.iter().filter(|diagnostic| diagnostic.severity >= show);
        place::places(&mut self.rows, shown, self.gutter.room())
    }

    /// Writes the block of `place`.
    pub(super) fn write(&mut self, place: &Place<'_>, out: &mut dyn Write) -> io::Result<()> {
        for diagnostic in &place.diagnostics {
            head(diagnostic, self.view, out)?;
        }
        self.gutter.corner(&positions(place, self.letter), out)?;
        if !self.letter.is_redacted {
            excerpt::write(place, &mut self.rows, self.gutter, out)?;
        }
        helps(place, self.view, self.gutter.indent(), out)
    }
}

/// Writes `severity[rule]: message`.
fn head(diagnostic: &Diagnostic, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let label = format!("{}[{}]:", diagnostic.severity, visible(&diagnostic.rule));
    let lines = wrap::lines(&label, &on_one_line(&diagnostic.message), HANGING, view.width);
    write!(out, "{}", view.palette.severity(diagnostic.severity, &label))?;
    hang(lines.iter().map(|line| view.palette.strong(line)), HANGING, out)
}

/// `path:line:column` of each finding, in the order of their heads.
fn positions(place: &Place<'_>, letter: &FileReport) -> Vec<String> {
    let mut positions = Vec::new();
    for diagnostic in &place.diagnostics {
        let at = letter.source.position(diagnostic.span.start);
        let position = format!("{}:{}:{}", visible(&letter.path), at.line, at.column);
        if !positions.contains(&position) {
            positions.push(position);
        }
    }
    positions
}

/// Writes `= help:` and what to do, each advice once; where rules differ, with the name of the rule.
fn helps(place: &Place<'_>, view: &View, indent: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut helps: Vec<(&str, String)> = Vec::new();
    for diagnostic in &place.diagnostics {
        let help = on_one_line(&diagnostic.help);
        if !help.is_empty() && helps.iter().all(|(_, known)| *known != help) {
            helps.push((&diagnostic.rule, help));
        }
    }
    let is_mixed = helps.iter().any(|(rule, _)| *rule != helps[0].0);
    for (rule, help) in &helps {
        let name = if is_mixed { format!("[{}]", visible(rule)) } else { String::new() };
        let label = format!("= help{name}:");
        let hanging = indent + if is_mixed { "= ".len() } else { label.len() + 1 };
        let lines = wrap::lines(&format!("{:indent$}{label}", ""), help, hanging, view.width);
        write!(out, "{:indent$}{}", "", view.palette.help(&label))?;
        hang(lines.into_iter(), hanging, out)?;
    }
    Ok(())
}

/// Writes `lines`: the first behind what stands on its line already, the others indented.
fn hang(lines: impl Iterator<Item = String>, hanging: usize, out: &mut dyn Write) -> io::Result<()> {
    for (index, line) in lines.enumerate() {
        let indent = if index == 0 { 1 } else { hanging };
        let indent = if line.is_empty() { 0 } else { indent };
        writeln!(out, "{:indent$}{line}", "")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::sample::{finding, full, letter, view};
    use super::*;
    use crate::diagnostic::Severity::{Error, Info, Warning};

    const TEXT: &str = "I am really passionate about queues.\n";

    fn block(found: Vec<Diagnostic>, width: usize) -> String {
        let view = View { show: Info, ..view(width) };
        full(vec![letter("a.md", TEXT, found)], &view).split("\n\n").nth(1).unwrap().to_owned()
    }

    #[test]
    fn findings_in_one_place_share_an_excerpt_and_give_the_same_advice_once() {
        let found = vec![
            finding(TEXT, Error, "passionate-opener", "I am really passionate about"),
            finding(TEXT, Info, "filler-word", "really"),
        ];
        let expected = "\
error[passionate-opener]: “I am really passionate about” is worn
info[filler-word]: “really” is worn
     ╭─ a.md:1:1  a.md:1:6
   1 │ I am really passionate about queues.
     │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     = help: Cut it.";
        assert_eq!(block(found, 80), expected);
    }

    #[test]
    fn advice_that_differs_by_rule_names_the_rule() {
        let mut opener = finding(TEXT, Warning, "passionate-opener", "I am really passionate");
        opener.help = "Open with a system, a figure or a result: what did you build, and who used it?".into();
        let expected = "\
warning[passionate-opener]: “I am really passionate” is worn
warning[filler-word]: “really” is worn
     ╭─ a.md:1:1  a.md:1:6
   1 │ I am really passionate about queues.
     │ ^^^^^^^^^^^^^^^^^^^^^^
     = help[passionate-opener]: Open with a system, a figure or
       a result: what did you build, and who used it?
     = help[filler-word]: Cut it.";
        assert_eq!(block(vec![opener, finding(TEXT, Warning, "filler-word", "really")], 64), expected);
    }

    #[test]
    fn a_finding_is_laid_out_in_twenty_columns() {
        let mut found = finding(TEXT, Error, "worn", "passionate");
        found.help = "Say what you did instead.".into();
        let expected = "\
error[worn]:
  “passionate”
  is worn
  ╭─ a.md:1:13
1 │ …passionate…
  │  ^^^^^^^^^^
  = help: Say what
          you did
          instead.";
        assert_eq!(block(vec![found], 20), expected);
    }
}
