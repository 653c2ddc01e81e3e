//! How often each rule found something, the most frequent first; and one line a letter.

use super::full::head;
use super::{Emitter, Ending, FileReport, Palette, skipped_line, totals, visible};
use crate::diagnostic::Severity;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::{self, Write};

/// How often each rule found something in all files.
#[derive(Clone, Debug)]
pub struct Statistics {
    palette: Palette,
    found: HashMap<(Severity, String), usize>,
}

impl Statistics {
    /// Returns the format.
    pub fn new(palette: Palette) -> Self {
        Statistics { palette, found: HashMap::new() }
    }
}

impl Emitter for Statistics {
    fn file(&mut self, file: &FileReport, _: &mut dyn Write) -> io::Result<()> {
        for found in &file.diagnostics {
            *self.found.entry((found.severity, found.rule.clone())).or_default() += 1;
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut rows: Vec<(usize, Severity, &str)> =
            self.found.iter().map(|((severity, rule), &count)| (count, *severity, rule.as_str())).collect();
        rows.sort_by_key(|&(count, severity, rule)| (Reverse(count), Reverse(severity), rule));
        let digits = rows.first().map_or(0, |(count, ..)| count.to_string().len());
        for (count, severity, rule) in &rows {
            let name = self.palette.severity(*severity, &format!("{:7}", severity.label()));
            writeln!(out, "{count:>digits$}  {name}  {}", visible(rule))?;
        }
        if !rows.is_empty() {
            writeln!(out)?;
        }
        if let Some(line) = skipped_line(ending.skipped) {
            writeln!(out, "{line}")?;
        }
        writeln!(out, "{}", totals::total(ending.counts, Severity::Info, self.palette))
    }
}

/// One line a letter.
#[derive(Clone, Copy, Debug)]
pub struct Summary {
    /// Colours, or none.
    pub palette: Palette,
}

impl Emitter for Summary {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        file.facts.as_ref().map_or(Ok(()), |facts| writeln!(out, "{}", head::one_line(file, facts, self.palette)))
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some(line) = skipped_line(ending.skipped) {
            writeln!(out, "\n{line}")?;
        }
        if ending.counts.letters < 2 {
            return Ok(());
        }
        writeln!(out, "\n{}", totals::total(ending.counts, Severity::Info, self.palette))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::{finding, letter};
    use crate::report::{Report, emit};
    use Severity::{Error, Info, Warning};

    const TEXT: &str = "Dear Ana,\n\nI love fun, fun, fun.\n\nBest,\nEva\n";

    fn printed(emitter: &mut dyn Emitter) -> String {
        let mut out = Vec::new();
        let found = vec![
            finding(TEXT, Info, "filler", "fun"),
            finding(TEXT, Warning, "worn", "love"),
            finding(TEXT, Error, "leftover", "love"),
        ];
        let twice = vec![finding(TEXT, Warning, "worn", "love")];
        let files = vec![letter("a.md", TEXT, found), letter("b.md", TEXT, twice), letter("c.md", TEXT, Vec::new())];
        emit(&Report { files, errors: Vec::new() }, emitter, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn rules_are_counted_the_most_frequent_first_then_the_gravest() {
        let expected = "\
2  warning  worn
1  error    leftover
1  note     filler

3 letters: 1 error, 2 warnings, 1 note
";
        assert_eq!(printed(&mut Statistics::new(Palette::new(false))), expected);
    }

    #[test]
    fn a_summary_is_one_line_a_letter() {
        let expected = "\
a.md   212 words · 53 s · standard · 1 error, 1 warning, 1 note
b.md   212 words · 53 s · standard · 1 warning
c.md   212 words · 53 s · standard · nothing to fix

3 letters: 1 error, 2 warnings, 1 note
";
        assert_eq!(printed(&mut Summary { palette: Palette::new(false) }), expected);
    }
}
