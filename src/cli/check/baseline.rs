//! The baseline file of a run.

use super::super::whole_file::WholeFile;
use super::lock;
use letterlint::cause::cause;
use letterlint::report::{FileError, FileReport, counted};
use letterlint::settings::{Origin, Profile, plain, seen_from};
use letterlint::suppress::{BASELINE_CURE as CURE, Baseline};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where `--write-baseline` writes when nothing names a file.
pub(super) const DEFAULT_FILE: &str = "letterlint-baseline.json";

/// Baseline files, each read once.
#[derive(Default)]
pub(in crate::cli) struct Baselines {
    read: HashMap<PathBuf, Option<Arc<Baseline>>>,
    pub(in crate::cli) errors: Vec<FileError>,
}

impl Baselines {
    /// Reads the baseline that `profile` names.
    pub(in crate::cli) fn read(&mut self, profile: &Profile) {
        let Some(path) = path_of(profile) else { return };
        if self.read.contains_key(path) {
            return;
        }
        let baseline = match read(path) {
            Ok(baseline) => Some(Arc::new(baseline)),
            Err(error) => {
                self.errors.push(at_its_mention(error, profile));
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

/// Where a file that is not there is named in settings, that is the place to mend.
fn at_its_mention(error: FileError, profile: &Profile) -> FileError {
    match profile.layer.baseline.as_ref().map(|baseline| &baseline.origin) {
        Some(Origin::File(path, line)) if !plain(Path::new(&error.path)).exists() => {
            FileError { message: format!("`{}`: {}", error.path, error.message), path: format!("{path}:{line}") }
        }
        _ => error,
    }
}

/// Returns the baseline file that `profile` names.
pub(super) fn path_of(profile: &Profile) -> Option<&Path> {
    profile.layer.baseline.as_ref().map(|path| path.value.as_path())
}

/// Returns what a baseline at `baseline` calls `letter`, an absolute path: seen from its folder, parted by `/`.
pub(super) fn key(baseline: &Path, letter: &Path) -> String {
    let baseline = plain(baseline);
    seen_from(baseline.parent().unwrap_or(&baseline), letter)
}

/// Findings that are being accepted, by baseline file.
#[derive(Default)]
pub(super) struct Accepting {
    files: BTreeMap<PathBuf, (Baseline, BTreeSet<String>)>,
}

impl Accepting {
    /// Accepts what was found in `letter`, an absolute path, under `profile`.
    pub(super) fn accept(&mut self, profile: &Profile, letter: &Path, report: &FileReport) {
        let file = path_of(profile).unwrap_or(Path::new(DEFAULT_FILE));
        let key = key(file, letter);
        let (baseline, tried) = self.files.entry(file.to_owned()).or_default();
        baseline.accept(&key, &report.source, report.diagnostics.iter());
        tried.insert(key);
    }

    /// Writes the baseline files; what they hold of letters that were not checked, and are there still, stays.
    ///
    /// # Errors
    /// The file that cannot be written, or that is there and no baseline.
    pub(super) fn write(self, is_named: bool) -> Result<Vec<String>, FileError> {
        let mut said = Vec::new();
        for (path, (mut baseline, tried)) in self.files {
            let fail = |message: String| FileError { path: path.to_string_lossy().into_owned(), message };
            let _lock = lock::take(&path).map_err(fail)?;
            if path.exists() {
                let before = read(&path)?;
                let folder = plain(&path).parent().map(Path::to_owned).unwrap_or_default();
                baseline.keep(&before, |letter| !tried.contains(letter) && folder.join(letter).exists());
            }
            let text = baseline.to_json();
            let written = WholeFile::create(&path).and_then(|mut file| {
                file.write_all(text.as_bytes())?;
                file.keep()
            });
            written.map_err(|error| fail(format!("cannot be written: {}", cause(&error))))?;
            let (findings, letters) = baseline.counts();
            let path = path.display();
            let hint = if is_named {
                String::new()
            } else {
                format!("; to use it, write `baseline = \"{path}\"` in letterlint.toml")
            };
            let (findings, letters) = (counted(findings, "finding"), counted(letters, "letter"));
            said.push(format!("{path}: {findings} in {letters} accepted{hint}"));
        }
        Ok(said)
    }
}

fn read(path: &Path) -> Result<Baseline, FileError> {
    let shown = letterlint::settings::shown(path);
    let text = fs::read_to_string(path).map_err(|error| {
        let told = match error.kind() {
            std::io::ErrorKind::NotFound => "no such baseline; create it with --write-baseline".to_owned(),
            std::io::ErrorKind::InvalidData => format!("is not a letterlint baseline (not UTF-8); {CURE}"),
            std::io::ErrorKind::IsADirectory => "is a folder; name the baseline file in it".to_owned(),
            _ => format!("cannot read the baseline: {}", cause(&error)),
        };
        FileError { path: shown.clone(), message: told }
    })?;
    Baseline::read(&text).map_err(|error| FileError {
        path: error.place.map_or_else(|| shown.clone(), |(line, column)| format!("{shown}:{line}:{column}")),
        message: error.message,
    })
}
