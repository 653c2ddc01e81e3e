//! The rules that letterlint brings, compiled when letterlint was built.

use crate::rule::{Compiled, RuleError, RuleSet, collect};
use std::path::PathBuf;

static COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));

impl RuleSet {
    /// Returns the shipped rules.
    pub fn shipped() -> Self {
        RuleSet::new(Compiled::decode(COMPILED))
    }

    /// Returns the shipped rules and those of the files and folders `paths`.
    ///
    /// In a folder, files below `vocabulary/` are vocabularies, and a folder that holds a `pack.toml` is a pack.
    ///
    /// # Errors
    /// Every file that cannot be used.
    pub fn load(paths: &[PathBuf]) -> Result<Self, Vec<RuleError>> {
        let mut compiled = Compiled::decode(COMPILED);
        let mut errors = Vec::new();
        for path in paths {
            match collect(path) {
                Ok(files) => errors.extend(compiled.add(&files).err().unwrap_or_default()),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(RuleSet::new(compiled)) } else { Err(errors) }
    }
}
