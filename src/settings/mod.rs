//! Settings: which file is in force for a letter, what it says, and where each value comes from.
//!
//! A letter's settings are layers. From the lowest to the highest: the files that its settings file extends, the file
//! itself, those of its `[[override]]`s that name the letter, the letter's front matter, `--set`, and the options of
//! the command line. Of what two layers say, the upper one has the last word; what is said of rules is laid upon each
//! other rule by rule and key by key.

mod bounds;
mod choice;
mod declare;
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
mod reader;
mod schema;
#[cfg(test)]
mod tests;

pub use crate::front_matter::KEYS as FRONT_MATTER_KEYS;
pub use choice::{ColorChoice, FailOn, TierName};
pub use declare::{Part, Row, Setting};
pub use error::SettingsError;
pub use find::{Discovery, Lookup};
pub use front_matter::front_matter;
pub use globs::Globs;
pub use job::{FilePattern, unknown_slot};
pub use layer::{JobLayer, Layer, OutputLayer, RuleLayer, Rules, TiersLayer};
pub use loaded::{IgnoreEntry, Loaded, SettingsSource};
pub use origin::{Origin, Sourced};
pub use paths::repository_root;
pub use paths::{plain, plain_from, seen_from, shown};
pub use profile::Profile;
pub use read::read_set;
pub use schema::schema;

/// Names that a settings file may have, in the order in which they are looked for in a folder.
pub const FILE_NAMES: [&str; 3] = [".letterlint.toml", "letterlint.toml", ".config/letterlint.toml"];
