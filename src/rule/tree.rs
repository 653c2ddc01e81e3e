//! Rule files as they lie in folders.

use super::error::{RuleError, RuleErrorKind};
use std::fs;
use std::path::Path;

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
/// # Errors
/// A file or folder that cannot be read, or a folder without any rule file.
pub fn collect(path: &Path) -> Result<Vec<File>, RuleError> {
    let mut files = Vec::new();
    walk(path, &mut files)?;
    if files.is_empty() {
        let text = "no rule file (*.toml) lies in this folder".to_owned();
        return Err(RuleError::new(&path.to_string_lossy(), RuleErrorKind::Sense(text)));
    }
    Ok(files)
}

fn walk(path: &Path, files: &mut Vec<File>) -> Result<(), RuleError> {
    let unreadable = |error: &std::io::Error| {
        let text = format!("cannot read the rule file or folder: {error}");
        RuleError::new(&path.to_string_lossy(), RuleErrorKind::Unreadable(text))
    };
    if !path.is_dir() {
        let text = fs::read_to_string(path).map_err(|error| unreadable(&error))?;
        files.push(File::new(path, text));
        return Ok(());
    }
    let mut inside = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| unreadable(&error))? {
        inside.push(entry.map_err(|error| unreadable(&error))?.path());
    }
    inside.sort();
    for inner in inside {
        if inner.is_dir() || inner.extension().is_some_and(|ending| ending == "toml") {
            walk(&inner, files)?;
        }
    }
    Ok(())
}
