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
    if path.is_dir() { walk_folder(path, files) } else { read(path, files) }
}

fn walk_folder(folder: &Path, files: &mut Vec<File>) -> Result<(), RuleError> {
    let unreadable = |error| unreadable(folder, &error);
    let mut inside = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        // The folder tells what its entries are; only a link has to be followed.
        let is_folder = match entry.file_type() {
            Ok(kind) if !kind.is_symlink() => kind.is_dir(),
            _ => entry.path().is_dir(),
        };
        inside.push((entry.file_name(), is_folder));
    }
    inside.sort();
    for (name, is_folder) in inside {
        if is_folder {
            walk_folder(&folder.join(name), files)?;
        } else if Path::new(&name).extension().is_some_and(|ending| ending == "toml") {
            read(&folder.join(name), files)?;
        }
    }
    Ok(())
}

fn read(path: &Path, files: &mut Vec<File>) -> Result<(), RuleError> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    files.push(File::new(path, text));
    Ok(())
}

fn unreadable(path: &Path, error: &std::io::Error) -> RuleError {
    let text = format!("cannot read the rule file or folder: {error}");
    RuleError::new(&path.to_string_lossy(), RuleErrorKind::Unreadable(text))
}
