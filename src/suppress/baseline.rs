//! The baseline: accepted findings, which are no longer shown.

use super::key::{Key, Open};
use super::{Suppressed, Suppressor};
use crate::diagnostic::Diagnostic;
use crate::source::Source;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Version of the file format.
const VERSION: u32 = 1;

/// What to do if the file cannot be read. It is never overwritten, because it may be some other file.
pub const CURE: &str = "delete it first, then accept the findings again with --write-baseline";

/// Accepted findings by letter. Paths are relative to the folder of the baseline file and use `/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    version: u32,
    letters: BTreeMap<String, Vec<Key>>,
}

impl Default for Baseline {
    fn default() -> Self {
        Baseline { version: VERSION, letters: BTreeMap::new() }
    }
}

/// Why a baseline file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaselineError {
    /// Line and column, both from 1, if the mistake has a place.
    pub place: Option<(usize, usize)>,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for BaselineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for BaselineError {}

/// A letter's findings, compared with the baseline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Findings that are new.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings that were accepted.
    pub suppressed: Vec<Suppressed>,
    /// How many accepted findings are no longer there.
    pub gone: usize,
}

/// Explains why `text` is not a baseline.
fn reason(text: &str, error: &serde_json::Error) -> String {
    let is_conflict = |line: &str| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
    if text.lines().any(is_conflict) { "it contains a merge conflict".to_owned() } else { error.to_string() }
}

impl Baseline {
    /// Reads the text of a baseline file.
    ///
    /// # Errors
    /// If it is not in the format of [`Baseline::to_json`].
    pub fn read(text: &str) -> Result<Self, BaselineError> {
        let baseline: Baseline = serde_json::from_str(text).map_err(|error| BaselineError {
            place: Some((error.line().max(1), error.column().max(1))),
            message: format!("is not a letterlint baseline ({}); {CURE}", reason(text, &error)),
        })?;
        if baseline.version != VERSION {
            let message = format!("is a baseline of version {}, not {VERSION}; {CURE}", baseline.version);
            return Err(BaselineError { place: None, message });
        }
        Ok(baseline)
    }

    /// Returns the text of a baseline file, sorted and laid out for readable diffs.
    ///
    /// # Panics
    /// Never: plain data can always be serialized.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("plain data can be written") + "\n"
    }

    /// Accepts `diagnostics` of the letter at `path`.
    pub fn accept<'a>(&mut self, path: &str, source: &Source, diagnostics: impl Iterator<Item = &'a Diagnostic>) {
        let keys: Vec<Key> = diagnostics.map(|diagnostic| Key::of(diagnostic, source)).collect();
        if !keys.is_empty() {
            self.letters.insert(path.to_owned(), keys);
        }
    }

    /// Adds the findings that `before` accepts in letters for which `is_kept` is true.
    pub fn keep(&mut self, before: &Baseline, is_kept: impl Fn(&str) -> bool) {
        for (path, keys) in before.letters.iter().filter(|(path, _)| is_kept(path)) {
            self.letters.entry(path.clone()).or_insert_with(|| keys.clone());
        }
    }

    /// Returns how many findings are accepted, in how many letters.
    pub fn counts(&self) -> (usize, usize) {
        (self.letters.values().map(Vec::len).sum(), self.letters.len())
    }

    /// Separates `diagnostics` that were accepted from new ones; each is accepted as often as the baseline lists it.
    pub fn sift(&self, path: &str, source: &Source, diagnostics: Vec<Diagnostic>) -> Accepted {
        let Some(accepted) = self.letters.get(path) else {
            return Accepted { diagnostics, ..Accepted::default() };
        };
        let keys: Vec<Key> = diagnostics.iter().map(|diagnostic| Key::of(diagnostic, source)).collect();
        let mut open = Open::of(accepted);
        // Match unchanged findings first, so that a similar neighbour does not use up their entries.
        let mut is_old: Vec<bool> = keys.iter().map(|key| open.take_same(key)).collect();
        for (key, is_old) in keys.iter().zip(&mut is_old).filter(|(_, is_old)| !**is_old) {
            *is_old = open.take_like(key);
        }
        let mut sifted = Accepted { gone: open.count(), ..Accepted::default() };
        for (diagnostic, is_old) in diagnostics.into_iter().zip(is_old) {
            if is_old {
                sifted.suppressed.push(Suppressed { diagnostic, by: Suppressor::Baseline, reason: None });
            } else {
                sifted.diagnostics.push(diagnostic);
            }
        }
        sifted
    }
}
