//! The rules that ship with letterlint, compiled by the build script.

use crate::rule::{Compiled, File, ReadResult, ReadRule, RuleError, RuleSet, collect};
use rayon::prelude::*;
use std::path::PathBuf;

/// Number of rule files from which a second thread is worth starting.
const MANY_FILES: usize = 16;

static RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));
static DOCS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/docs.bin"));

impl RuleSet {
    /// Returns the shipped rules, without their documentation.
    pub fn shipped() -> Self {
        RuleSet::new(Compiled::decode(RULES))
    }

    /// Returns the shipped rules together with the rules in the files and folders `paths`.
    ///
    /// In a folder, files below `vocabulary/` are vocabularies, and a folder that contains a `pack.toml` is a pack.
    ///
    /// # Errors
    /// One for each file that cannot be used.
    pub fn load(paths: &[PathBuf]) -> Result<Self, Vec<RuleError>> {
        add(Compiled::decode(RULES), paths)
    }

    /// Like [`RuleSet::load`], with reasons, sources and examples.
    ///
    /// # Errors
    /// One for each file that cannot be used.
    pub fn documented(paths: &[PathBuf]) -> Result<Self, Vec<RuleError>> {
        let mut set = RuleSet::load(paths)?;
        set.add_docs(DOCS);
        Ok(set)
    }
}

fn add(mut compiled: Compiled, paths: &[PathBuf]) -> Result<RuleSet, Vec<RuleError>> {
    let mut errors = Vec::new();
    for path in paths {
        match collect(path) {
            Ok(files) => errors.extend(compiled.add_by(&files, read_each).err().unwrap_or_default()),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(RuleSet::new(compiled)) } else { Err(errors) }
}

fn read_each(files: &[&File], read: &ReadRule<'_>) -> Vec<ReadResult> {
    if files.len() < MANY_FILES {
        return files.iter().map(|file| read(file)).collect();
    }
    files.par_iter().map(|file| read(file)).collect()
}
