//! How far the paths in a settings file may lead.
//!
//! Settings come with a repository that may be a stranger's. What they name is read, and a baseline is written, so
//! they may name nothing outside of it; a file that the user names with `--config` may.

use std::path::{Path, PathBuf};

/// The folder that paths must stay in.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds(Option<PathBuf>);

impl Bounds {
    /// Returns bounds that hold nothing back.
    pub(super) fn none() -> Self {
        Bounds(None)
    }

    /// Returns the bounds of `folder` and all below it.
    pub(super) fn of(folder: &Path) -> Self {
        Bounds(Some(folder.canonicalize().unwrap_or_else(|_| folder.to_owned())))
    }

    /// Says what is wrong with `path` where it leads outside, symlinks followed.
    pub(super) fn check(&self, path: &Path) -> Result<(), String> {
        let Some(folder) = &self.0 else { return Ok(()) };
        if real(path).starts_with(folder) {
            return Ok(());
        }
        let shown = path.display();
        Err(format!("`{shown}` is outside the repository; copy it in, or name the settings file with --config"))
    }
}

/// `path` with symlinks and `..` resolved as far as it exists.
fn real(path: &Path) -> PathBuf {
    match path.canonicalize() {
        Ok(real) => real,
        Err(_) => match (path.parent(), path.file_name()) {
            (Some(parent), Some(name)) => real(parent).join(name),
            // `..` behind a folder that is not there: nothing can be inside it.
            _ => PathBuf::new(),
        },
    }
}
