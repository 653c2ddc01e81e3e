//! What a run found, and the formats that print it: one file a format, each a pure function of the report.

pub mod concise;
mod document;
pub mod full;
pub mod json;
mod palette;
pub mod skim;

use crate::check::Facts;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
pub use palette::Palette;

/// What a run found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Each letter that was checked, in the order of the command line.
    pub letters: Vec<LetterReport>,
    /// Each file that was not.
    pub errors: Vec<FileError>,
}

/// What was found in one letter.
#[derive(Clone, Debug)]
pub struct LetterReport {
    /// The file as the user named it.
    pub path: String,
    /// Its text.
    pub source: Source,
    /// What was counted.
    pub facts: Facts,
    /// Findings, ordered by place, then by rule.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file that could not be checked, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The file as the user named it.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl LetterReport {
    /// Returns how many findings are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}

impl Report {
    /// Returns how many findings of all letters are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.letters.iter().map(|letter| letter.count(severity)).sum()
    }

    /// Whether a finding is of this severity or worse.
    pub fn reaches(&self, threshold: Severity) -> bool {
        self.letters.iter().flat_map(|letter| &letter.diagnostics).any(|diagnostic| diagnostic.severity >= threshold)
    }
}
