//! Rule files read, checked and resolved: what the build script writes and the program starts from.

use super::automaton::Automaton;
use super::base::Base;
use super::build;
use super::error::{RuleError, RuleErrorKind};
use super::pack::Pack;
use super::tree::{File, Kind};
use super::vocabulary::Vocabularies;
use super::{Docs, Later, Pattern, Rule, USER_PACK};
use crate::nearest::did_you_mean;
use regex_syntax::hir::Hir;
use std::collections::{BTreeMap, BTreeSet};

/// What comes of reading a rule file.
pub(crate) type ReadResult = Result<Rule, RuleError>;

/// Reads a rule file.
pub(crate) type ReadRule<'a> = dyn Fn(&File) -> ReadResult + Sync + 'a;

/// Rules with every name in them resolved: those that letterlint brings, still in bytes, and those that were added.
#[derive(Debug, Default)]
pub struct Compiled {
    pub(super) base: Base,
    /// The automata of the shipped patterns, one behind the other.
    pub(super) automata: &'static [u8],
    pub(super) rules: Vec<Rule>,
    pub(super) packs: Vec<Pack>,
    ids: BTreeSet<String>,
    vocabularies: Vocabularies,
}

impl Compiled {
    /// Reads what [`Compiled::encode`] and [`Compiled::build_automata`] wrote, without what rules say of themselves.
    ///
    /// # Panics
    /// On other bytes.
    pub fn decode(bytes: &'static [u8], automata: &'static [u8]) -> Self {
        let base: Base = postcard::from_bytes(bytes).expect("the build script wrote these bytes");
        Compiled { vocabularies: Vocabularies::new(base.vocabularies.clone()), base, automata, ..Compiled::default() }
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
        let rule_files: Vec<&File> = files.iter().filter(|file| file.kind() == Kind::Rule).collect();
        let read = each(&rule_files, &|file| self.read_rule(file));
        for (file, rule) in rule_files.into_iter().zip(read) {
            errors.extend(rule.and_then(|rule| self.add_rule(file, rule)).err());
        }
        if errors.is_empty() && files.iter().any(|file| file.kind() == Kind::Pack) {
            errors.extend(self.unknown_names(files));
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// Names of rules and packs in the files' packs that nothing is called.
    fn unknown_names(&self, files: &[File]) -> Vec<RuleError> {
        let mut errors = Vec::new();
        let shipped: Vec<Later<Pack>> = self.shipped_packs().collect();
        let all_packs = || shipped.iter().map(|pack| &**pack).chain(&self.packs);
        let shipped_ids = (0..self.base.ids.len()).map(|index| self.base.ids.text(index));
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
        build::rule(pack, file.stem(), file.path(), file.text(), &self.vocabularies, file.is_shipped())
    }

    fn add_rule(&mut self, file: &File, rule: Rule) -> Result<(), RuleError> {
        if self.base.ids.find(&rule.id).is_some() || !self.ids.insert(rule.id.clone()) {
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
        self.base.index.pack(name).is_some() || self.packs.iter().any(|pack| pack.name == name)
    }

    pub(super) fn shipped_packs(&self) -> impl Iterator<Item = Later<Pack>> {
        (0..self.base.packs.len()).filter_map(|index| self.base.packs.get_static(index).map(Later::new))
    }

    /// Makes the automata of all patterns by `make`, which is told whether to make a screen, and returns their bytes, which [`Compiled::decode`] takes.
    ///
    /// Small ones come first, so that the usual letter reads few pages of them.
    ///
    /// # Panics
    /// Where they take more than 4 GiB.
    pub fn build_automata(&mut self, make: impl Fn(&Hir, bool) -> Option<Vec<u8>>) -> Vec<u8> {
        let mut made: BTreeMap<(String, bool), Option<Vec<u8>>> = BTreeMap::new();
        self.each_pattern(|pattern| {
            let mut make = |is_screen| {
                let key = (pattern.as_str().to_owned(), is_screen);
                made.entry(key).or_insert_with(|| make(&pattern.hir(), is_screen)).clone()
            };
            let table = make(false);
            if pattern.wants_screen() && table.is_some_and(|table| Automaton::new(&table).starts_often()) {
                make(true);
            }
        });
        let mut ordered: Vec<((String, bool), Vec<u8>)> =
            made.into_iter().filter_map(|(key, table)| Some((key, table?))).collect();
        ordered.sort_by_key(|(_, table)| table.len());
        let mut automata = Vec::new();
        let mut places: BTreeMap<(String, bool), u32> = BTreeMap::new();
        for (key, table) in ordered {
            places.insert(key, u32::try_from(automata.len()).expect("automata are smaller than 4 GiB"));
            automata.extend(table);
        }
        self.each_pattern(|pattern| {
            let place = |is_screen| places.get(&(pattern.as_str().to_owned(), is_screen)).copied();
            pattern.set_automata(place(false), place(true));
        });
        automata
    }

    fn each_pattern(&mut self, mut visit: impl FnMut(&mut Pattern)) {
        let mut of_matcher = |matcher: &mut super::Matcher| {
            matcher.each_pattern(&mut visit);
        };
        self.rules.iter_mut().for_each(|rule| rule.each_matcher_mut(&mut of_matcher));
        for pack in &mut self.packs {
            pack.signals.get_mut().iter_mut().for_each(|signal| of_matcher(&mut signal.find));
        }
    }

    /// Returns the bytes that [`Compiled::decode`] and [`super::RuleSet::add_docs`] take.
    ///
    /// # Panics
    /// Never: plain data can be written.
    pub fn encode(self) -> [Vec<u8>; 2] {
        let Compiled { mut rules, packs, vocabularies, .. } = self;
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        let docs: Vec<&Docs> = rules.iter().map(|rule| &rule.docs).collect();
        let written = "plain data can be written";
        let docs = postcard::to_allocvec(&docs).expect(written);
        let base = Base::of(rules, packs, vocabularies.shelf());
        [postcard::to_allocvec(&base).expect(written), docs]
    }
}
