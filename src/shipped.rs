//! The rules that letterlint brings, compiled when letterlint was built.

use crate::rule::{Compiled, RuleError, RuleSet, collect};
use std::path::PathBuf;

static RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));
static VOCABULARIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/vocabularies.bin"));
static AUTOMATA: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/automata.bin"));
static DOCS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/docs.bin"));

impl RuleSet {
    /// Returns the shipped rules, without what they say of themselves.
    pub fn shipped() -> Self {
        RuleSet::new(Compiled::decode(RULES, AUTOMATA))
    }

    /// Returns the shipped rules and those of the files and folders `paths`.
    ///
    /// In a folder, files below `vocabulary/` are vocabularies, and a folder that holds a `pack.toml` is a pack.
    ///
    /// # Errors
    /// Every file that cannot be used.
    pub fn load(paths: &[PathBuf]) -> Result<Self, Vec<RuleError>> {
        add(Compiled::decode(RULES, AUTOMATA), paths)
    }

    /// Returns what [`RuleSet::load`] does, with reasons, sources and examples.
    ///
    /// # Errors
    /// Every file that cannot be used.
    pub fn documented(paths: &[PathBuf]) -> Result<Self, Vec<RuleError>> {
        let mut compiled = Compiled::decode(RULES, AUTOMATA);
        compiled.add_docs(DOCS);
        add(compiled, paths)
    }
}

fn add(mut compiled: Compiled, paths: &[PathBuf]) -> Result<RuleSet, Vec<RuleError>> {
    let mut errors = Vec::new();
    if !paths.is_empty() {
        compiled.add_vocabularies(VOCABULARIES);
    }
    for path in paths {
        match collect(path) {
            Ok(files) => errors.extend(compiled.add(&files).err().unwrap_or_default()),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(RuleSet::new(compiled)) } else { Err(errors) }
}
