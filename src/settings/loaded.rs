//! A settings file as it was read, with those that it extends.

use super::declare::{Part, Row, Setting, Value};
use super::error::SettingsError;
use super::globs::Globs;
use super::layer::Layer;
use super::names::{self, Mention};
use crate::rule::RuleSet;
use crate::source::Source;
use crate::suppress::Ignore;
use std::path::Path;

/// A settings file with those that it extends.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The file as it is shown; empty where there is none.
    pub path: String,
    /// What it says for every letter.
    pub layer: Layer,
    pub(super) overrides: Vec<Override>,
    pub(super) ignores: Vec<IgnoreEntry>,
    pub(super) files: Setting<Globs>,
    pub(super) exclude: Setting<Globs>,
    pub(super) mentions: Vec<Mention>,
    /// The file and those that it extends, as they were read.
    pub(super) sources: Vec<SettingsSource>,
}

/// The text of a settings file.
#[derive(Clone, Debug)]
pub struct SettingsSource {
    /// The file as it is shown.
    pub path: String,
    /// Its text.
    pub source: Source,
}

/// Other settings for some of the letters.
#[derive(Clone, Debug)]
pub(super) struct Override {
    pub(super) files: Globs,
    pub(super) layer: Layer,
}

/// An `[[ignore]]`, the letters it is for, and the file it stands in.
#[derive(Clone, Debug)]
pub struct IgnoreEntry {
    /// What it takes away.
    pub ignore: Ignore,
    /// The letters; all of them where not said.
    pub(super) files: Option<Globs>,
    /// Whether it names one file, so that a run on that file alone shows whether it is needed.
    pub is_for_one_file: bool,
    /// Index of its file in [`Loaded::source`].
    pub source: usize,
}

impl Value for Globs {
    fn shown(&self) -> String {
        format!("{:?}", self.written)
    }
}

impl Loaded {
    /// Returns the indices of the overrides that name `letter`, an absolute path.
    pub fn overrides_for(&self, letter: &Path) -> Vec<usize> {
        let all = self.overrides.iter().enumerate();
        all.filter(|(_, other)| other.files.names(letter)).map(|(index, _)| index).collect()
    }

    /// Returns what the file says, with the overrides of these indices upon it.
    pub fn layer_with(&self, overrides: &[usize]) -> Layer {
        let upon = |layer: Layer, index: &usize| self.overrides[*index].layer.clone().over(&layer);
        overrides.iter().fold(self.layer.clone(), upon)
    }

    /// Returns the `[[ignore]]`s for `letter`, an absolute path, by their index.
    pub fn ignores_for(&self, letter: &Path) -> Vec<(usize, &Ignore)> {
        let is_for = |entry: &&IgnoreEntry| entry.files.as_ref().is_none_or(|files| files.names(letter));
        let all = self.ignores.iter().enumerate();
        all.filter(|(_, entry)| is_for(entry)).map(|(index, entry)| (index, &entry.ignore)).collect()
    }

    /// Returns an error for each rule, option, role and pack that is named and that `rules` does not know.
    pub fn unknown_names(&self, rules: &RuleSet) -> Vec<SettingsError> {
        names::unknown(&self.mentions, rules)
    }

    /// Returns each setting in force for letters that `layer` is for; those of single rules come last.
    pub fn rows(&self, layer: &Layer) -> Vec<Row> {
        let mut rows = Vec::new();
        layer.rows("", None, &mut rows);
        self.files.rows("files", None, &mut rows);
        self.exclude.rows("exclude", None, &mut rows);
        rows.sort_by_key(|row| (row.key.starts_with("rules."), row.has_default));
        rows
    }

    /// Returns all `[[ignore]]`s.
    pub fn ignores(&self) -> &[IgnoreEntry] {
        &self.ignores
    }

    /// Returns the file and those that it extends, as they were read.
    pub fn sources(&self) -> impl Iterator<Item = &SettingsSource> {
        self.sources.iter()
    }

    /// Returns the file of this index, as it was read.
    pub fn source(&self, index: usize) -> &SettingsSource {
        &self.sources[index]
    }

    /// Whether `file`, an absolute path, is a letter whatever it looks like.
    pub fn is_letter(&self, file: &Path) -> bool {
        self.files.as_ref().is_some_and(|files| files.value.names(file))
    }

    /// Whether `file`, an absolute path, is not to be checked.
    pub fn is_excluded(&self, file: &Path) -> bool {
        self.exclude.as_ref().is_some_and(|exclude| exclude.value.names(file))
    }
}
