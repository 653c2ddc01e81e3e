//! The rules in force, ready to run.

use super::available::Available;
use super::gate::{Gate, gates};
use super::literals::{Collector, Literals, Target};
use super::pack::Pack;
use super::stored::Stored;
use super::vocabulary::Vocabularies;
use super::{Docs, Phrase, PhraseSet, Rule};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Rules, their packs and the search for their literals: the shipped ones, each read on first use, then a user's.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct RuleSet {
    heads: Vec<Head>,
    rules: Vec<Stored<Rule>>,
    pack_heads: Vec<PackHead>,
    packs: Vec<Stored<Pack>>,
    /// How many lists of literals there are.
    lists: usize,
    literals: Vec<Literals>,
    pub(super) vocabularies: Vocabularies,
}

/// What is known of a rule before it is read.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    #[serde(borrow)]
    id: Cow<'static, str>,
    /// The number of its pack.
    pack: usize,
    any_language: bool,
    /// All must be open, or the rule finds nothing.
    gates: Vec<Gate>,
}

/// What is known of a pack before it is read.
#[derive(Debug, Serialize, Deserialize)]
struct PackHead {
    #[serde(borrow)]
    name: Cow<'static, str>,
    is_always: bool,
    /// The list of the phrases that select it.
    select_list: usize,
}

impl RuleSet {
    /// Adds `rules`, which are put in the order of their ids, and `packs`.
    pub(super) fn add(&mut self, mut rules: Vec<Rule>, packs: Vec<Pack>) {
        if rules.is_empty() && packs.is_empty() {
            return;
        }
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        let mut collector = Collector::after(self.lists);
        for mut pack in packs {
            let select_list = pack.collect(&self.vocabularies, &mut collector);
            self.pack_heads.push(PackHead { name: pack.name.clone().into(), is_always: pack.is_always, select_list });
            self.packs.push(Stored::now(pack));
        }
        for mut rule in rules {
            rule.each_matcher_mut(&mut |matcher| matcher.collect(&self.vocabularies, &mut collector));
            self.heads.push(Head {
                id: rule.id.clone().into(),
                pack: self.pack_numbered(&rule.pack).expect("a rule's pack is there"),
                any_language: rule.any_language,
                gates: gates(&rule),
            });
            self.rules.push(Stored::now(rule));
        }
        let literals;
        (self.lists, literals) = collector.finish();
        self.literals.push(literals);
    }

    /// Changes the rules whose ids are `wanted`, and looks for their literals anew.
    pub(super) fn change<E>(
        &mut self,
        wanted: impl Fn(&str) -> bool,
        change: impl Fn(&mut Rule, &Vocabularies) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut collector = Collector::after(self.lists);
        for (head, rule) in self.heads.iter_mut().zip(&mut self.rules).filter(|(head, _)| wanted(&head.id)) {
            let rule = rule.get_mut();
            change(rule, &self.vocabularies)?;
            rule.each_matcher_mut(&mut |matcher| matcher.collect(&self.vocabularies, &mut collector));
            head.gates = gates(rule);
        }
        let literals;
        (self.lists, literals) = collector.finish();
        self.literals.push(literals);
        Ok(())
    }

    /// Adds what the shipped rules say of themselves.
    ///
    /// # Panics
    /// On bytes that [`super::Compiled::encode`] did not write.
    pub fn add_docs(&mut self, bytes: &[u8]) {
        let docs: Vec<Docs> = postcard::from_bytes(bytes).expect("the build script wrote these bytes");
        for (rule, docs) in self.rules.iter_mut().zip(docs) {
            rule.get_mut().docs = docs;
        }
    }

    /// Returns the rules, ordered by id.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        let mut rules: Vec<&Rule> = self.rules.iter().map(|rule| &**rule).collect();
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        rules.into_iter()
    }

    /// Returns the rule named `id`.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.number_of(id).map(|index| &*self.rules[index])
    }

    /// Returns the packs: shipped ones by name, then the user's.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.packs.iter().map(|pack| &**pack)
    }

    /// Returns the names that a role can be given by, in the order of packs.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        self.packs().flat_map(|pack| pack.roles.iter().map(String::as_str))
    }

    /// Returns the number of the rule named `id`.
    pub(crate) fn number_of(&self, id: &str) -> Option<usize> {
        self.heads.iter().position(|head| head.id == id)
    }

    /// Returns the numbers of rules that can find something in a letter that has what is `available`, and literals of
    /// the lists that are `seen`.
    pub(crate) fn applicable(&self, available: Available, seen: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        let is_open = move |head: &Head| head.gates.iter().all(|gate| gate.is_open(available, &seen));
        self.heads.iter().enumerate().filter(move |(_, head)| is_open(head)).map(|(index, _)| index)
    }

    /// Returns how many rules there are.
    pub(crate) fn len(&self) -> usize {
        self.rules.len()
    }

    /// Returns the id of the rule with that number.
    pub(crate) fn id(&self, index: usize) -> &str {
        &self.heads[index].id
    }

    /// Returns the number of the pack of the rule with that number.
    pub(crate) fn pack_of(&self, index: usize) -> usize {
        self.heads[index].pack
    }

    /// Whether the rule with that number makes sense in a letter that is not English.
    pub(crate) fn is_for_any_language(&self, index: usize) -> bool {
        self.heads[index].any_language
    }

    /// Returns the rule with that number.
    pub(crate) fn numbered(&self, index: usize) -> &Rule {
        &self.rules[index]
    }

    /// Returns the pack with that number.
    pub(crate) fn numbered_pack(&self, index: usize) -> &Pack {
        &self.packs[index]
    }

    /// Returns the number of the first pack that is called `name`.
    pub(crate) fn pack_numbered(&self, name: &str) -> Option<usize> {
        self.pack_heads.iter().position(|head| head.name == name)
    }

    /// Returns what the pack with that number is called.
    pub(crate) fn pack_name(&self, pack: usize) -> &str {
        &self.pack_heads[pack].name
    }

    /// Returns how many packs there are.
    pub(crate) fn pack_count(&self) -> usize {
        self.packs.len()
    }

    /// Returns the numbers of the packs that are for every letter.
    pub(crate) fn packs_for_all(&self) -> impl Iterator<Item = usize> {
        (0..self.packs.len()).filter(|&pack| self.pack_heads[pack].is_always)
    }

    /// Returns the list of the phrases that select the pack with that number.
    pub(crate) fn select_list(&self, pack: usize) -> usize {
        self.pack_heads[pack].select_list
    }

    /// Returns how many lists of literals there are.
    pub(crate) fn list_count(&self) -> usize {
        self.lists
    }

    /// Returns the phrases of `set` in the order of their numbers.
    pub(crate) fn phrases<'a>(&'a self, set: &'a PhraseSet) -> impl Iterator<Item = &'a Phrase> {
        self.vocabularies.phrases(set)
    }

    /// Returns the phrase of `set` with that number.
    pub(crate) fn phrase<'a>(&'a self, set: &'a PhraseSet, number: usize) -> &'a Phrase {
        self.vocabularies.phrase(set, number).expect("literals are numbered by their phrases")
    }

    /// Calls `found` with each literal in `lower`: start, end, what it was looked for.
    pub(crate) fn search(&self, lower: &str, mut found: impl FnMut(usize, usize, Target)) {
        self.literals.iter().for_each(|literals| literals.search(lower, &mut found));
    }
}
