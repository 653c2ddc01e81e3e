//! The baseline: findings that were accepted as they are.

use super::key::{Key, Open};
use super::{Suppressed, Suppressor};
use crate::diagnostic::Diagnostic;
use crate::source::Source;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Version of the file's shape.
const VERSION: u32 = 1;

/// What helps where the file cannot be read: it is never written over, because it may be somebody's.
pub const CURE: &str = "delete it first, then accept the findings again with --write-baseline";

/// Findings that were accepted, by letter: paths from the folder of the baseline file, parted by `/`.
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
    /// Line and column, both from 1, where the mistake has a place.
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

/// What a baseline leaves of a letter's findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Findings that are new.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings that were accepted.
    pub suppressed: Vec<Suppressed>,
    /// How many accepted findings are no longer there.
    pub gone: usize,
}

/// Says why `text` is no baseline.
fn reason(text: &str, error: &serde_json::Error) -> String {
    let is_conflict = |line: &str| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
    if text.lines().any(is_conflict) { "it contains a merge conflict".to_owned() } else { error.to_string() }
}

impl Baseline {
    /// Reads the text of a baseline file.
    ///
    /// # Errors
    /// Where it is not what [`Baseline::to_json`] writes.
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

    /// Returns the text of a baseline file: sorted, one finding a line or so, made to be read in a diff.
    ///
    /// # Panics
    /// Never: plain data can be written.
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

    /// Adds what `before` accepts of the letters that `is_kept` names.
    pub fn keep(&mut self, before: &Baseline, is_kept: impl Fn(&str) -> bool) {
        for (path, keys) in before.letters.iter().filter(|(path, _)| is_kept(path)) {
            self.letters.entry(path.clone()).or_insert_with(|| keys.clone());
        }
    }

    /// Returns how many findings are accepted, in how many letters.
    pub fn counts(&self) -> (usize, usize) {
        (self.letters.values().map(Vec::len).sum(), self.letters.len())
    }

    /// Takes away those of `diagnostics` that were accepted, each as often as it was accepted.
    pub fn sift(&self, path: &str, source: &Source, diagnostics: Vec<Diagnostic>) -> Accepted {
        let Some(accepted) = self.letters.get(path) else {
            return Accepted { diagnostics, ..Accepted::default() };
        };
        let keys: Vec<Key> = diagnostics.iter().map(|diagnostic| Key::of(diagnostic, source)).collect();
        let mut open = Open::of(accepted);
        // What stands as it stood comes first, so that a like neighbour does not take its place.
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
