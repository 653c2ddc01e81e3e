//! Rule files as they lie in folders.

use super::error::{RuleError, RuleErrorKind};
use crate::cause::cause;
use crate::toml_file;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

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
    walk.follow(path, true)?;
    if walk.files.is_empty() {
        let text = "there is no rule file (*.toml) in this folder".to_owned();
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
    /// Goes where `path`, which was named or is a link, leads.
    fn follow(&mut self, path: &Path, is_named: bool) -> Result<(), RuleError> {
        let real = path.canonicalize().map_err(|error| leads_nowhere(path, &error))?;
        if !real.starts_with(&self.root) {
            return Err(unreadable(path, &"it is a link out of the folder; name its target instead"));
        }
        if real.is_dir() {
            return self.folder(path, &real);
        }
        // What the user names may be a pipe.
        if is_named || real.is_file() { self.file(path) } else { Err(no_file(path)) }
    }

    /// Walks the folder `path`, which is `real` when all links are followed.
    fn folder(&mut self, path: &Path, real: &Path) -> Result<(), RuleError> {
        if self.seen.contains(real) {
            return Ok(());
        }
        let mut inside = Vec::new();
        for entry in fs::read_dir(path).map_err(|error| unreadable(path, &cause(&error)))? {
            let entry = entry.map_err(|error| unreadable(path, &cause(&error)))?;
            inside.push((entry.file_name(), entry.file_type().map_err(|error| unreadable(path, &cause(&error)))?));
        }
        inside.sort_by(|(a, _), (b, _)| a.cmp(b));
        self.seen.insert(real.to_owned());
        for (name, kind) in inside {
            let inner = path.join(&name);
            let is_toml = inner.extension().is_some_and(|ending| ending == "toml");
            match () {
                () if kind.is_dir() => self.folder(&inner, &real.join(&name))?,
                () if kind.is_symlink() && (is_toml || inner.is_dir()) => self.follow(&inner, false)?,
                () if kind.is_file() && is_toml => self.file(&inner)?,
                () if !kind.is_symlink() && is_toml => return Err(no_file(&inner)),
                () => {}
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path) -> Result<(), RuleError> {
        let text = toml_file::text_of(path).map_err(|error| unreadable(path, &cause(&error)))?;
        self.files.push(File::new(path, text));
        Ok(())
    }
}

/// Returns what is wrong with a path that leads nowhere.
fn leads_nowhere(path: &Path, error: &io::Error) -> RuleError {
    if error.kind() != io::ErrorKind::NotFound {
        return unreadable(path, &cause(error));
    }
    let text = match fs::read_link(path) {
        Ok(target) => format!("is a link to {}, which does not exist", target.display()),
        Err(_) => "no such rule file or folder; check the spelling of the path".to_owned(),
    };
    RuleError::new(&path.to_string_lossy(), RuleErrorKind::Unreadable(text))
}

fn no_file(path: &Path) -> RuleError {
    unreadable(path, &"it is not a file; remove it")
}

fn unreadable(path: &Path, why: &dyn fmt::Display) -> RuleError {
    let text = format!("cannot read the rule file or folder: {why}");
    RuleError::new(&path.to_string_lossy(), RuleErrorKind::Unreadable(text))
}
