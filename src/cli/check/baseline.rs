//! The baseline file of a run.

use letterlint::report::FileError;
use letterlint::settings::Profile;
use letterlint::suppress::Baseline;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where `--write-baseline` writes when nothing names a file.
pub(super) const DEFAULT_FILE: &str = "letterlint-baseline.json";

/// Baseline files, each read once.
#[derive(Default)]
pub(super) struct Baselines {
    read: HashMap<PathBuf, Option<Arc<Baseline>>>,
    pub(super) errors: Vec<FileError>,
}

impl Baselines {
    /// Reads the baseline that `profile` names.
    pub(super) fn read(&mut self, profile: &Profile) {
        let Some(path) = path_of(profile) else { return };
        if self.read.contains_key(path) {
            return;
        }
        let baseline = match read(path) {
            Ok(baseline) => Some(Arc::new(baseline)),
            Err(error) => {
                self.errors.push(error);
                None
            }
        };
        self.read.insert(path.to_owned(), baseline);
    }

    /// Returns the baseline for letters under `profile`.
    pub(super) fn of(&self, profile: &Profile) -> Option<(&Path, &Baseline)> {
        let (path, baseline) = self.read.get_key_value(path_of(profile)?)?;
        baseline.as_deref().map(|baseline| (path.as_path(), baseline))
    }
}

/// Returns the baseline file that `profile` names.
pub(super) fn path_of(profile: &Profile) -> Option<&Path> {
    profile.layer.baseline.as_ref().map(|path| path.value.as_path())
}

/// Returns what a baseline at `baseline` calls `letter`, an absolute path: seen from its folder, parted by `/`.
pub(super) fn key(baseline: &Path, letter: &Path) -> String {
    let absolute = std::path::absolute(baseline).unwrap_or_else(|_| baseline.to_owned());
    let folder = absolute.parent().unwrap_or(&absolute);
    letter.strip_prefix(folder).unwrap_or(letter).to_string_lossy().replace('\\', "/")
}

fn read(path: &Path) -> Result<Baseline, FileError> {
    let shown = path.to_string_lossy().into_owned();
    let text = fs::read_to_string(path).map_err(|error| {
        let told = match error.kind() {
            std::io::ErrorKind::NotFound => "no such baseline; --write-baseline writes it".to_owned(),
            _ => format!("cannot read the baseline: {error}"),
        };
        FileError { path: shown.clone(), message: told }
    })?;
    Baseline::read(&text).map_err(|error| FileError {
        path: error.place.map_or_else(|| shown.clone(), |(line, column)| format!("{shown}:{line}:{column}")),
        message: error.message,
    })
}
