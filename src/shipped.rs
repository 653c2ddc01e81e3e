//! The rules that letterlint brings, compiled when letterlint was built.

use crate::rule::{Compiled, File, ReadResult, ReadRule, RuleError, RuleSet, collect};
use rayon::prelude::*;
use std::path::PathBuf;

/// Rule files from which on a second thread pays.
const MANY_FILES: usize = 16;

static RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::automaton::Starts;

    #[test]
    fn automata_find_what_the_engine_finds() {
        let mut set = RuleSet::documented(&[]).unwrap();
        let examples = set.rules().flat_map(|rule| rule.docs.bad.iter().chain(&rule.docs.good));
        let texts: Vec<String> = examples.map(|example| example.text.clone()).collect();
        let mut without = Vec::new();
        set.each_pattern(|pattern| {
            if !pattern.has_automaton() {
                without.push(pattern.as_str().to_owned());
            }
            for text in &texts {
                let mut found = Vec::new();
                pattern.find(text, Starts::All, AUTOMATA, &mut found);
                assert_eq!(found, pattern.matches_by_engine(text), "{} in {text}", pattern.as_str());
            }
        });
        assert!(without.is_empty(), "no automaton was made for {without:?}; bound what the pattern must remember");
    }
}
