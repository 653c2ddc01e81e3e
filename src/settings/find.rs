//! Which settings file is in force for a letter.

use super::bounds::Bounds;
use super::error::SettingsError;
use super::loaded::Loaded;
use super::paths::{folder_of, is_repository, repository_root};
use super::paths::{plain, shown};
use super::{FILE_NAMES, read};
use std::collections::HashMap;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where settings are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lookup {
    /// From the letter's folder up to the root of its repository; the closest file wins.
    #[default]
    Nearest,
    /// In this file, for every letter; its patterns are seen from the current folder.
    File(PathBuf),
    /// Nowhere.
    Isolated,
}

/// Finds and reads settings files, each once.
#[derive(Debug, Default)]
pub struct Discovery {
    lookup: Lookup,
    /// The settings file for the letters of a folder.
    folders: HashMap<PathBuf, Option<PathBuf>>,
    read: HashMap<PathBuf, Result<Arc<Loaded>, Vec<SettingsError>>>,
    none: Arc<Loaded>,
    warnings: Vec<String>,
}

impl Discovery {
    /// Returns a search by `lookup`.
    pub fn new(lookup: Lookup) -> Self {
        Discovery { lookup, ..Discovery::default() }
    }

    /// Returns the settings for letters in `folder`, an absolute path.
    ///
    /// # Errors
    /// What is wrong with the settings file; the same for every letter that it is in force for.
    pub fn for_folder(&mut self, folder: &Path) -> Result<Arc<Loaded>, Vec<SettingsError>> {
        let path = match &self.lookup {
            Lookup::Isolated => None,
            Lookup::File(path) => Some(path.clone()),
            Lookup::Nearest => self.nearest(folder),
        };
        let Some(path) = path else { return Ok(Arc::clone(&self.none)) };
        if let Some(known) = self.read.get(&path) {
            return known.clone();
        }
        let seen_from = match &self.lookup {
            Lookup::File(_) => env::current_dir().unwrap_or_default(),
            _ => folder_of(&plain(&path)),
        };
        let root = path.parent().and_then(repository_root);
        let bounds = match (&self.lookup, root) {
            (Lookup::Nearest, Some(root)) => Bounds::of(root),
            _ => Bounds::none(),
        };
        let loaded = read::read(&path, &seen_from, &bounds).map(Arc::new);
        self.read.insert(path, loaded.clone());
        loaded
    }

    /// Takes what is to be told besides: of two settings files in one folder one is not read.
    pub fn take_warnings(&mut self) -> Vec<String> {
        std::mem::take(&mut self.warnings)
    }

    fn nearest(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        let found = match self.in_folder(folder) {
            Some(found) => Some(found),
            None if is_repository(folder) => None,
            None => folder.parent().and_then(|parent| self.nearest(parent)),
        };
        self.folders.insert(folder.to_owned(), found.clone());
        found
    }

    fn in_folder(&mut self, folder: &Path) -> Option<PathBuf> {
        let mut there = FILE_NAMES.iter().map(|name| folder.join(name)).filter(|path| path.is_file());
        let first = there.next()?;
        for other in there {
            let (first, other) = (shown(&first), shown(&other));
            self.warnings.push(format!("{first} is used and {other} is ignored; keep only one of them"));
        }
        Some(first)
    }
}
