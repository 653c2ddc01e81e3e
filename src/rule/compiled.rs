//! Rule files read, checked and resolved: what the build script writes and the program starts from.

use super::build;
use super::error::{RuleError, RuleErrorKind};
use super::literals::Literals;
use super::pack::Pack;
use super::tree::{File, Kind};
use super::vocabulary::Vocabularies;
use super::{Docs, Pattern, Rule, USER_PACK};
use crate::nearest::did_you_mean;
use regex_syntax::hir::Hir;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Rules with every name in them resolved.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Compiled {
    pub(super) rules: Vec<Rule>,
    pub(super) packs: Vec<Pack>,
    /// The search for all literals, where nothing was added since it was made.
    pub(super) literals: Option<Literals>,
    /// The automata of the rules' patterns, one behind the other.
    #[serde(skip)]
    pub(super) automata: &'static [u8],
    /// Needed only where rules are added.
    #[serde(skip)]
    vocabularies: Vocabularies,
}

impl Compiled {
    /// Adds the rules, vocabularies and packs of `files`.
    ///
    /// # Errors
    /// Every file that cannot be used; nothing of the others is lost, but the set is not to be run.
    pub fn add(&mut self, files: &[File]) -> Result<(), Vec<RuleError>> {
        self.literals = None;
        let mut errors = Vec::new();
        for file in files {
            let read = match file.kind() {
                Kind::Vocabulary => self.vocabularies.read(file.stem(), file.path(), file.text()),
                Kind::Pack | Kind::Rule => Ok(()),
            };
            errors.extend(read.err());
        }
        for file in files.iter().filter(|file| file.kind() == Kind::Pack) {
            match build::pack(file.folder(), file.path(), file.text(), &self.vocabularies, file.is_shipped()) {
                Ok(pack) => self.packs.push(pack),
                Err(error) => errors.push(error),
            }
        }
        for file in files.iter().filter(|file| file.kind() == Kind::Rule) {
            errors.extend(self.add_rule(file).err());
        }
        if errors.is_empty() {
            errors.extend(self.unknown_names(files));
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// Names of rules and packs in the files' packs that nothing is called.
    fn unknown_names(&self, files: &[File]) -> Vec<RuleError> {
        let mut errors = Vec::new();
        for file in files.iter().filter(|file| file.kind() == Kind::Pack) {
            let Some(pack) = self.packs.iter().find(|pack| pack.name == file.folder()) else { continue };
            let signals = self.packs.iter().flat_map(|pack| &pack.signals).map(|signal| signal.name.as_str());
            let signals: Vec<&str> = signals.collect();
            let rules = || self.rules.iter().map(|rule| rule.id.as_str()).chain(signals.iter().copied());
            let packs = || self.packs.iter().map(|pack| pack.name.as_str());
            let wrong_rules =
                pack.off.iter().chain(pack.severity.keys()).filter(|id| !rules().any(|known| known == *id));
            let wrong_packs = pack.extends.iter().filter(|name| !packs().any(|known| known == *name));
            let told = wrong_rules.map(|id| format!("no rule or signal is called `{id}`{}", did_you_mean(id, rules())));
            let told = told
                .chain(wrong_packs.map(|name| format!("no pack is called `{name}`{}", did_you_mean(name, packs()))));
            errors.extend(told.map(|text| RuleError::new(file.path(), RuleErrorKind::Sense(text))));
        }
        errors
    }

    fn add_rule(&mut self, file: &File) -> Result<(), RuleError> {
        let is_packed = self.packs.iter().any(|pack| pack.name == file.folder());
        let pack = if is_packed { file.folder() } else { USER_PACK };
        let rule = build::rule(pack, file.stem(), file.path(), file.text(), &self.vocabularies, file.is_shipped())?;
        if self.rules.iter().any(|other| other.id == rule.id) {
            let text = format!("a rule named `{}` is there already; give the file another name", rule.id);
            return Err(RuleError::new(file.path(), RuleErrorKind::Sense(text)));
        }
        if !is_packed && !self.packs.iter().any(|pack| pack.name == USER_PACK) {
            self.packs.push(Pack::of_user());
        }
        self.rules.push(rule);
        Ok(())
    }

    /// Orders the rules and makes the search for their literals, unless nothing was added since it was made.
    pub fn finish(&mut self) {
        if self.literals.is_none() {
            self.rules.sort_by(|a, b| a.id.cmp(&b.id));
            self.literals = Some(Literals::of(&mut self.rules, &mut self.packs));
        }
    }

    /// Makes the automata of all patterns by `make` and returns their bytes, which [`Compiled::decode`] takes.
    ///
    /// Small ones come first, so that the usual letter reads few pages of them.
    ///
    /// # Panics
    /// Where they take more than 4 GiB.
    pub fn build_automata(&mut self, make: impl Fn(&Hir) -> Option<Vec<u8>>) -> Vec<u8> {
        let mut made: BTreeMap<String, Option<Vec<u8>>> = BTreeMap::new();
        self.each_pattern(|pattern| {
            if !made.contains_key(pattern.as_str()) {
                made.insert(pattern.as_str().to_owned(), make(&pattern.hir()));
            }
        });
        let mut ordered: Vec<(String, Vec<u8>)> =
            made.into_iter().filter_map(|(source, table)| Some((source, table?))).collect();
        ordered.sort_by_key(|(_, table)| table.len());
        let mut automata = Vec::new();
        let mut places: BTreeMap<String, u32> = BTreeMap::new();
        for (source, table) in ordered {
            places.insert(source, u32::try_from(automata.len()).expect("automata are smaller than 4 GiB"));
            automata.extend(table);
        }
        self.each_pattern(|pattern| {
            if let Some(&at) = places.get(pattern.as_str()) {
                pattern.set_automaton(at);
            }
        });
        automata
    }

    fn each_pattern(&mut self, mut visit: impl FnMut(&mut Pattern)) {
        let signals = self.packs.iter_mut().flat_map(|pack| pack.signals.iter_mut().map(|signal| &mut signal.find));
        for matcher in self.rules.iter_mut().flat_map(Rule::matchers_mut).chain(signals) {
            matcher.with_nested(&mut |matcher| matcher.patterns.iter_mut().for_each(&mut visit));
        }
    }

    /// Returns the bytes that [`Compiled::decode`], [`Compiled::add_docs`] and [`Compiled::add_vocabularies`] take.
    ///
    /// # Panics
    /// Never: plain data can be written.
    pub fn encode(&self) -> [Vec<u8>; 3] {
        let docs: Vec<&Docs> = self.rules.iter().map(|rule| &rule.docs).collect();
        let written = "plain data can be written";
        [
            postcard::to_allocvec(self).expect(written),
            postcard::to_allocvec(&docs).expect(written),
            postcard::to_allocvec(&self.vocabularies).expect(written),
        ]
    }

    /// Reads what [`Compiled::encode`] and [`Compiled::build_automata`] wrote, without what rules say of themselves.
    ///
    /// # Panics
    /// On other bytes.
    pub fn decode(bytes: &[u8], automata: &'static [u8]) -> Self {
        let decoded: Compiled = postcard::from_bytes(bytes).expect("the build script wrote these bytes");
        Compiled { automata, ..decoded }
    }

    /// Adds the shipped vocabularies, which added rules may name.
    ///
    /// # Panics
    /// On other bytes.
    pub fn add_vocabularies(&mut self, bytes: &[u8]) {
        self.vocabularies = postcard::from_bytes(bytes).expect("the build script wrote these bytes");
    }

    /// Adds what rules say of themselves; nothing may have been added since they were read.
    ///
    /// # Panics
    /// On other bytes.
    pub fn add_docs(&mut self, bytes: &[u8]) {
        let docs: Vec<Docs> = postcard::from_bytes(bytes).expect("the build script wrote these bytes");
        for (rule, docs) in self.rules.iter_mut().zip(docs) {
            rule.docs = docs;
        }
    }
}
