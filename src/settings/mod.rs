//! Settings: which file is in force for a letter, what it says, and where each value comes from.
//!
//! A letter's settings are layers. From the lowest to the highest: the files that its settings file extends, the file
//! itself, those of its `[[override]]`s that name the letter, the letter's front matter, `--set`, and the options of
//! the command line. Of what two layers say, the upper one has the last word; what is said of rules is laid upon each
//! other rule by rule and key by key.

mod bounds;
mod error;
mod file;
mod find;
mod front_matter;
mod globs;
mod job;
mod keys;
mod layer;
mod loaded;
mod names;
mod origin;
mod paths;
mod profile;
mod read;
mod schema;
#[cfg(test)]
mod tests;

pub use crate::front_matter::KEYS as FRONT_MATTER_KEYS;
pub use error::SettingsError;
pub use find::{Discovery, Lookup, repository_root};
pub use front_matter::front_matter;
pub use globs::Globs;
pub use job::{FilePattern, JobLayer, unknown_slot};
pub use layer::{Layer, OutputLayer, RuleLayer};
pub use loaded::{IgnoreEntry, Loaded, SettingsSource};
pub use origin::{Origin, Sourced};
pub use paths::{plain, plain_from, seen_from, shown};
pub use profile::Profile;
pub use read::read_set;
pub use schema::schema;

use crate::diagnostic::Severity;
use serde::Deserialize;

/// Names that a settings file may have, in the order in which they are looked for in a folder.
pub const FILE_NAMES: [&str; 3] = [".letterlint.toml", "letterlint.toml", ".config/letterlint.toml"];

/// Which findings make the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, schemars(transform = crate::diagnostic::name_notes))]
pub enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// All of them.
    #[serde(alias = "note")]
    Info,
    /// None.
    Never,
}

impl FailOn {
    /// Returns the name used on the command line and in settings.
    pub fn name(self) -> &'static str {
        match self {
            FailOn::Error => "error",
            FailOn::Warning => "warning",
            FailOn::Info => "note",
            FailOn::Never => "never",
        }
    }

    /// Returns the least severity that fails; `None` where nothing does.
    pub fn threshold(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Never => None,
        }
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ColorChoice {
    /// If the output is a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl ColorChoice {
    /// Returns the name used on the command line and in settings.
    pub fn name(self) -> &'static str {
        match self {
            ColorChoice::Auto => "auto",
            ColorChoice::Always => "always",
            ColorChoice::Never => "never",
        }
    }
}
