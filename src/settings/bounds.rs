//! How far the paths in a settings file may lead.
//!
//! Settings come with a repository that may be a stranger's. What they name is read, and a baseline is written, so
//! they may name nothing outside of it; a file that the user names with `--config` may.

use super::paths::repository_root;
use std::env;
use std::path::{Path, PathBuf};

/// The folders that paths must stay in.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds {
    /// Real paths; none where nothing is held back.
    folders: Vec<PathBuf>,
    is_repository: bool,
}

impl Bounds {
    /// Returns bounds that hold nothing back.
    pub(super) fn none() -> Self {
        Bounds::default()
    }

    /// Returns the bounds of `folder`, the root of a repository, and all below it.
    pub(super) fn of(folder: &Path) -> Self {
        Bounds { folders: vec![real(folder)], is_repository: true }
    }

    /// Returns the bounds of what a letter in `folder` names: its repository, or, outside of one, the letter's folder
    /// and the current one.
    pub(super) fn of_letter_in(folder: &Path) -> Self {
        if let Some(root) = repository_root(folder) {
            return Bounds::of(root);
        }
        let here = env::current_dir().unwrap_or_else(|_| folder.to_owned());
        Bounds { folders: vec![real(folder), real(&here)], is_repository: false }
    }

    /// Returns what the bounds are called.
    pub(super) fn name(&self) -> &'static str {
        if self.is_repository { "repository" } else { "current folder" }
    }

    /// Says what is wrong with `path` where it leads outside, symlinks followed.
    pub(super) fn check(&self, path: &Path) -> Result<(), String> {
        let path_read = real(path);
        if self.folders.is_empty() || self.folders.iter().any(|folder| path_read.starts_with(folder)) {
            return Ok(());
        }
        let (shown, name) = (path.display(), self.name());
        Err(format!("`{shown}` is outside the {name}; copy it in, or name the settings file with --config"))
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
