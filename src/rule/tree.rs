//! Rule files as they lie in folders.

use super::error::{RuleError, RuleErrorKind};
use crate::toml_file;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

/// A file of rules, before it is read as one.
#[derive(Clone, Debug)]
pub struct File {
    path: String,
    text: String,
    folder: String,
    is_shipped: bool,
}

/// What a file holds, told by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Rule,
    Vocabulary,
    Pack,
}

impl File {
    /// Returns a user's file.
    pub fn new(path: &Path, text: String) -> Self {
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
        File {
            path: path.to_string_lossy().replace('\\', "/"),
            text,
            folder: folder.to_string_lossy().into_owned(),
            is_shipped: false,
        }
    }

    /// Marks the file as one that letterlint brings; `path` is what errors call it.
    #[must_use]
    pub fn shipped(self, path: String) -> Self {
        File { is_shipped: true, path, ..self }
    }

    /// Returns what errors call it.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn folder(&self) -> &str {
        &self.folder
    }

    pub(super) fn is_shipped(&self) -> bool {
        self.is_shipped
    }

    pub(super) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".toml").unwrap_or(name)
    }

    pub(super) fn kind(&self) -> Kind {
        match () {
            () if self.stem() == "pack" => Kind::Pack,
            () if self.folder == "vocabulary" => Kind::Vocabulary,
            () => Kind::Rule,
        }
    }
}

/// Reads the rule files at or below `path`, ordered by name.
///
/// A symlink within a folder leads nowhere else: a folder of rules may come with a repository that is a stranger's.
///
/// # Errors
/// A file or folder that cannot be read, or a folder without any rule file.
pub fn collect(path: &Path) -> Result<Vec<File>, RuleError> {
    let mut walk = Walk { root: path.canonicalize().unwrap_or_else(|_| path.to_owned()), ..Walk::default() };
    walk.at(path, true)?;
    if walk.files.is_empty() {
        let text = "no rule file (*.toml) lies in this folder".to_owned();
        return Err(RuleError::new(&path.to_string_lossy(), RuleErrorKind::Sense(text)));
    }
    Ok(walk.files)
}

/// A walk through a folder of rules.
#[derive(Default)]
struct Walk {
    /// Where it started, symlinks followed.
    root: PathBuf,
    /// Folders it was in, symlinks followed: a folder that holds itself is walked once.
    seen: HashSet<PathBuf>,
    files: Vec<File>,
}

impl Walk {
    fn at(&mut self, path: &Path, is_named: bool) -> Result<(), RuleError> {
        let unreadable = |why: &dyn fmt::Display| {
            let text = format!("cannot read the rule file or folder: {why}");
            RuleError::new(&path.to_string_lossy(), RuleErrorKind::Unreadable(text))
        };
        let real = path.canonicalize().map_err(|error| unreadable(&error))?;
        if !real.starts_with(&self.root) {
            return Err(unreadable(&"it is a link that leads out of the folder; name what it leads to"));
        }
        if !real.is_dir() {
            // What the user names may be a pipe.
            if !is_named && !real.is_file() {
                return Err(unreadable(&"it is no file; take it out"));
            }
            let text = toml_file::text_of(path).map_err(|error| unreadable(&error))?;
            self.files.push(File::new(path, text));
            return Ok(());
        }
        if !self.seen.insert(real) {
            return Ok(());
        }
        let mut inside = Vec::new();
        for entry in fs::read_dir(path).map_err(|error| unreadable(&error))? {
            inside.push(entry.map_err(|error| unreadable(&error))?.path());
        }
        inside.sort();
        for inner in inside {
            if inner.is_dir() || inner.extension().is_some_and(|ending| ending == "toml") {
                self.at(&inner, false)?;
            }
        }
        Ok(())
    }
}
