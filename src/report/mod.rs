//! What a run found, and the formats that print it: one file a format, each a pure function of the report.
//!
//! A format is told each file as soon as it is done, so that ten thousand letters need no more room than one.

pub mod concise;
pub mod document;
mod emitter;
mod fingerprint;
pub mod full;
pub mod github;
pub mod gitlab;
pub mod grouped;
mod inert;
pub mod json;
pub mod json_lines;
pub mod junit;
mod link;
pub mod markdown;
mod name;
mod own;
pub mod page;
mod palette;
pub mod rdjson;
mod remark;
pub mod rule_text;
#[cfg(test)]
mod sample;
pub mod sarif;
pub mod skim;
mod skipped;
pub mod statistics;
mod totals;
mod uri;
mod visible;
mod wrap;
mod xml;

use crate::check::Facts;
use crate::diagnostic::{Diagnostic, Severity};
use crate::letter::{Letter, Part};
use crate::source::Source;
use crate::span::Span;
use crate::suppress::Suppressed;
pub use emitter::{Style, emitter};
pub use inert::{Inert, write_inert};
pub use link::{Fragment, Link, Links};
pub use name::FormatName;
pub use own::is_report;
pub use palette::Palette;
pub use rule_text::RuleText;
use serde::Serialize;
pub use skipped::{SkipReason, Skipped, line as skipped_line};
use std::io::{self, Write};
pub use totals::counted;
pub use visible::{on_one_line, visible, visible_lines};
pub use wrap::{Address, wrap};

/// What a run found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Each file that was checked, in the order of the run.
    pub files: Vec<FileReport>,
    /// Each file that was not.
    pub errors: Vec<FileError>,
}

/// What was found in one file: a letter, or settings that hold a suppression.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// The file as the user named it.
    pub path: String,
    /// The file as seen from the root of its repository, parted by `/`; what `path` says outside of one.
    pub repository_path: String,
    /// Where it is, for a terminal that follows links; formats without colour have none.
    pub link: Option<Link>,
    /// Its text.
    pub source: Source,
    /// What the letter is made of, in order; nothing of a settings file.
    pub parts: Vec<Part>,
    /// What was counted in a letter; `None` for a settings file.
    pub facts: Option<Facts>,
    /// The settings file that was in force for it, as errors would name it.
    pub settings: Option<String>,
    /// The company that the letter's front matter names.
    pub company: Option<String>,
    /// Findings, ordered by place, then by rule.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings that a suppression or the baseline took away, in the same order.
    pub suppressed: Vec<Suppressed>,
    /// Whether no word of the file may be shown.
    pub is_redacted: bool,
}

/// A file that could not be checked, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileError {
    /// The file as the user named it.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// How much a run found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Letters checked.
    pub letters: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are notes.
    pub infos: usize,
    /// Findings that a suppression or the baseline took away.
    pub suppressed: usize,
}

impl Counts {
    /// Returns how many findings are of this severity.
    pub fn of(self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Info => self.infos,
        }
    }

    /// Adds what was found in `file`.
    pub fn add(&mut self, file: &FileReport) {
        self.letters += usize::from(file.facts.is_some());
        self.errors += file.count(Severity::Error);
        self.warnings += file.count(Severity::Warning);
        self.infos += file.count(Severity::Info);
        self.suppressed += file.suppressed.len();
    }
}

/// How a run ended.
#[derive(Clone, Copy, Debug)]
pub struct Ending<'a> {
    /// Files that could not be checked.
    pub errors: &'a [FileError],
    /// What was found in the others.
    pub counts: Counts,
    /// Files that may be letters and were not checked, ordered by reason, then by path.
    pub skipped: &'a [Skipped],
}

/// A format at work.
pub trait Emitter {
    /// Writes what was found in `file`; letters come first, settings files last.
    ///
    /// # Errors
    /// Where `out` fails.
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()>;

    /// Writes what stands behind the last file.
    ///
    /// # Errors
    /// Where `out` fails.
    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()>;
}

/// Writes the whole `report` in the format of `emitter`, which must be new.
///
/// # Errors
/// Where `out` fails.
pub fn emit(report: &Report, emitter: &mut dyn Emitter, out: &mut dyn Write) -> io::Result<()> {
    for file in &report.files {
        emitter.file(file, out)?;
    }
    emitter.end(&Ending { errors: &report.errors, counts: report.counts(), skipped: &[] }, out)
}

impl FileReport {
    /// Returns the report on a letter that no settings were in force for.
    pub fn of_letter(path: &str, letter: Letter, facts: Facts, diagnostics: Vec<Diagnostic>) -> Self {
        let parts = letter.parts().to_vec();
        FileReport { facts: Some(facts), parts, ..FileReport::of_settings(path, letter.into_source(), diagnostics) }
    }

    /// Returns the report on a settings file.
    pub fn of_settings(path: &str, source: Source, diagnostics: Vec<Diagnostic>) -> Self {
        FileReport {
            path: path.to_owned(),
            repository_path: path.to_owned(),
            link: None,
            source,
            parts: Vec::new(),
            facts: None,
            settings: None,
            company: None,
            diagnostics,
            suppressed: Vec::new(),
            is_redacted: false,
        }
    }

    /// Returns how many findings are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether a finding is of this severity or worse.
    pub fn reaches(&self, threshold: Severity) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity >= threshold)
    }

    /// Returns the file's own words at `span`; nothing where they may not be shown.
    pub fn words(&self, span: Span) -> &str {
        if self.is_redacted { "" } else { self.source.slice(span) }
    }
}

impl Report {
    /// Returns how much was found in all files.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        self.files.iter().for_each(|file| counts.add(file));
        counts
    }
}
