//! Rule files read, checked and resolved: what the build script writes and the program starts from.

use super::build;
use super::error::{RuleError, RuleErrorKind};
use super::pack::Pack;
use super::set::RuleSet;
use super::tree::{File, Kind};
use super::{Docs, Rule, USER_PACK};
use crate::nearest::did_you_mean;
use std::collections::BTreeSet;

/// What comes of reading a rule file.
pub(crate) type ReadResult = Result<Rule, RuleError>;

/// Reads a rule file.
pub(crate) type ReadRule<'a> = dyn Fn(&File) -> ReadResult + Sync + 'a;

/// Rules with every name in them resolved: the shipped ones, as they were stored, and those that were added.
#[derive(Debug, Default)]
pub struct Compiled {
    /// What is there already.
    pub(super) set: RuleSet,
    pub(super) rules: Vec<Rule>,
    pub(super) packs: Vec<Pack>,
    ids: BTreeSet<String>,
}

impl Compiled {
    /// Reads what [`Compiled::encode`] wrote, without what rules say of themselves.
    ///
    /// # Panics
    /// On other bytes.
    pub fn decode(bytes: &'static [u8]) -> Self {
        let set = postcard::from_bytes(bytes).expect("the build script wrote these bytes");
        Compiled { set, ..Compiled::default() }
    }

    /// Adds the rules, vocabularies and packs of `files`.
    ///
    /// # Errors
    /// Every file that cannot be used; nothing of the others is lost, but the set is not to be run.
    pub fn add(&mut self, files: &[File]) -> Result<(), Vec<RuleError>> {
        self.add_by(files, |files, read| files.iter().map(|file| read(file)).collect())
    }

    /// Does what [`Compiled::add`] does; `each` calls what it is given on each of some files, in any order or at once,
    /// and returns what came of it in the order of the files.
    ///
    /// # Errors
    /// As [`Compiled::add`].
    pub(crate) fn add_by(
        &mut self,
        files: &[File],
        each: impl FnOnce(&[&File], &ReadRule<'_>) -> Vec<ReadResult>,
    ) -> Result<(), Vec<RuleError>> {
        let mut errors = Vec::new();
        for file in files {
            let read = match file.kind() {
                Kind::Vocabulary => self.set.vocabularies.read(file.stem(), file.path(), file.text()),
                Kind::Pack | Kind::Rule => Ok(()),
            };
            errors.extend(read.err());
        }
        for file in files.iter().filter(|file| file.kind() == Kind::Pack) {
            match build::pack(file.folder(), file.path(), file.text(), &self.set.vocabularies, file.is_shipped()) {
                Ok(pack) => self.packs.push(pack),
                Err(error) => errors.push(error),
            }
        }
        let rule_files: Vec<&File> = files.iter().filter(|file| file.kind() == Kind::Rule).collect();
        let read = each(&rule_files, &|file| self.read_rule(file));
        for (file, rule) in rule_files.into_iter().zip(read) {
            errors.extend(rule.and_then(|rule| self.add_rule(file, rule)).err());
        }
        if errors.is_empty() {
            errors.extend(self.unknown_yields(files));
        }
        if errors.is_empty() && files.iter().any(|file| file.kind() == Kind::Pack) {
            errors.extend(self.unknown_names(files));
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// Rules that the files' rules yield to and that nothing is called.
    fn unknown_yields(&self, files: &[File]) -> Vec<RuleError> {
        let shipped_ids = || (0..self.set.len()).map(|index| self.set.id(index));
        let own_ids = || self.ids.iter().map(String::as_str);
        let is_known = |id: &str| self.ids.contains(id) || self.set.number_of(id).is_some();
        let mut errors = Vec::new();
        for rule in &self.rules {
            for unknown in rule.yields_to.iter().filter(|id| !is_known(id)) {
                let path = files.iter().find(|file| file.kind() == Kind::Rule && file.stem() == rule.id);
                let hint = did_you_mean(unknown, shipped_ids().chain(own_ids()));
                let text = format!("`yields_to`: no rule is called `{unknown}`{hint}");
                errors.push(RuleError::new(path.map_or("", File::path), RuleErrorKind::Sense(text)));
            }
        }
        errors
    }

    /// Names of rules and packs in the files' packs that nothing is called.
    fn unknown_names(&self, files: &[File]) -> Vec<RuleError> {
        let mut errors = Vec::new();
        let all_packs = || self.set.packs().chain(&self.packs);
        let shipped_ids = (0..self.set.len()).map(|index| self.set.id(index));
        let own_ids = self.ids.iter().map(String::as_str);
        let signals = all_packs().flat_map(|pack| pack.signals.iter()).map(|signal| signal.name.as_str());
        let rules: Vec<&str> = shipped_ids.chain(own_ids).collect();
        let rules_and_signals: Vec<&str> = rules.iter().copied().chain(signals).collect();
        let packs: Vec<&str> = all_packs().map(|pack| pack.name.as_str()).collect();
        for file in files.iter().filter(|file| file.kind() == Kind::Pack) {
            let Some(pack) = self.packs.iter().find(|pack| pack.name == file.folder()) else { continue };
            let known = |names: &[&str], name: &String| names.contains(&name.as_str());
            let listed =
                pack.checklist.iter().flat_map(|item| item.rules.iter().chain(&item.always).chain(&item.counted));
            let named = pack.off.iter().chain(pack.severity.keys());
            let wrong_names = named.filter(|id| !known(&rules_and_signals, id));
            let wrong_help = pack.help.keys().chain(listed).filter(|id| !known(&rules, id));
            let wrong_packs = pack.extends.iter().filter(|name| !known(&packs, name));
            let hint = |names: &[&str], name: &str| did_you_mean(name, names.iter().copied());
            let told = wrong_names
                .map(|id| format!("no rule or signal is called `{id}`{}", hint(&rules_and_signals, id)))
                .chain(wrong_help.map(|id| format!("no rule is called `{id}`{}", hint(&rules, id))));
            let told = told.chain(wrong_packs.map(|name| format!("no pack is called `{name}`{}", hint(&packs, name))));
            errors.extend(told.map(|text| RuleError::new(file.path(), RuleErrorKind::Sense(text))));
        }
        errors
    }

    fn read_rule(&self, file: &File) -> Result<Rule, RuleError> {
        let pack = if self.has_pack(file.folder()) { file.folder() } else { USER_PACK };
        build::rule(pack, file.stem(), file.path(), file.text(), &self.set.vocabularies, file.is_shipped())
    }

    fn add_rule(&mut self, file: &File, rule: Rule) -> Result<(), RuleError> {
        if self.set.number_of(&rule.id).is_some() || !self.ids.insert(rule.id.clone()) {
            let text = format!("there is already a rule called `{}`; rename the file", rule.id);
            return Err(RuleError::new(file.path(), RuleErrorKind::Sense(text)));
        }
        if rule.pack == USER_PACK && !self.has_pack(USER_PACK) {
            self.packs.push(Pack::of_user());
        }
        self.rules.push(rule);
        Ok(())
    }

    fn has_pack(&self, name: &str) -> bool {
        self.set.pack_numbered(name).is_some() || self.packs.iter().any(|pack| pack.name == name)
    }

    /// Returns the bytes that [`Compiled::decode`] and [`super::RuleSet::add_docs`] take.
    ///
    /// # Panics
    /// Never: plain data can be written.
    pub fn encode(self) -> [Vec<u8>; 2] {
        let Compiled { mut set, mut rules, packs, .. } = self;
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        let docs: Vec<&Docs> = rules.iter().map(|rule| &rule.docs).collect();
        let written = "plain data can be written";
        let docs = postcard::to_allocvec(&docs).expect(written);
        set.add(rules, packs);
        [postcard::to_allocvec(&set).expect(written), docs]
    }
}

impl RuleSet {
    /// Makes the rules ready to run.
    pub fn new(compiled: Compiled) -> Self {
        let Compiled { mut set, rules, packs, .. } = compiled;
        set.add(rules, packs);
        set
    }
}
