//! The rules in force, ready to run.

use super::base::Index;
use super::compiled::Compiled;
use super::gate::Available;
use super::literals::Literals;
use super::pack::Pack;
use super::packed::Pieces;
use super::{Docs, Later, Rule};

/// Rules, their packs and the search for their literals.
///
/// Those that letterlint brings stay in bytes until one of them is looked at; a user's are added behind them.
#[derive(Debug)]
pub struct RuleSet {
    rules: Vec<Later<Rule>>,
    /// Ids of the first rules, sorted: those of the shipped ones.
    ids: Pieces,
    packs: Vec<Later<Pack>>,
    index: Index,
    literals: [Literals; 2],
    automata: &'static [u8],
}

impl RuleSet {
    /// Makes the rules ready to run.
    pub fn new(compiled: Compiled) -> Self {
        let shipped_packs: Vec<Later<Pack>> = compiled.shipped_packs().collect();
        let Compiled { base, automata, rules: mut own_rules, packs: mut own_packs, .. } = compiled;
        let mut index = base.index;
        let own = if own_rules.is_empty() && own_packs.is_empty() {
            Literals::default()
        } else {
            index.add(&mut own_rules, &mut own_packs, false)
        };
        let shipped = (0..base.rules.len()).filter_map(|rule| base.rules.get_static(rule).map(Later::new));
        RuleSet {
            rules: shipped.chain(own_rules.into_iter().map(Later::now)).collect(),
            ids: base.ids,
            packs: shipped_packs.into_iter().chain(own_packs.into_iter().map(Later::now)).collect(),
            index,
            literals: [base.literals, own],
            automata,
        }
    }

    /// Adds what the shipped rules say of themselves.
    ///
    /// # Panics
    /// On bytes that [`Compiled::encode`] did not write.
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
        let own = || (self.ids.len()..self.rules.len()).find(|&index| self.rules[index].id == id);
        self.ids.find(id).or_else(own)
    }

    /// Returns the numbers of rules that can speak in a letter that has what is `available`, and literals of the slots that
    /// `is_seen`.
    pub(crate) fn awake(&self, available: Available, is_seen: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        (0..self.rules.len()).filter(move |&index| self.index.heads.can_speak(index, available, &is_seen))
    }

    /// Returns how many rules there are.
    pub(crate) fn len(&self) -> usize {
        self.rules.len()
    }

    /// Returns the id of the rule with that number.
    pub(crate) fn id(&self, index: usize) -> &str {
        if index < self.ids.len() { self.ids.text(index) } else { &self.rules[index].id }
    }

    /// Returns the rule with that number.
    pub(crate) fn numbered(&self, index: usize) -> &Rule {
        &self.rules[index]
    }

    /// Returns the pack with that number.
    pub(crate) fn numbered_pack(&self, index: usize) -> &Pack {
        &self.packs[index]
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    /// Calls `found` with each literal in `lower`: start, end, what it was looked for.
    pub(crate) fn search(&self, lower: &str, mut found: impl FnMut(usize, usize, super::Target)) {
        self.literals.iter().for_each(|literals| literals.search(lower, &mut found));
    }

    #[cfg(test)]
    pub(crate) fn each_pattern(&mut self, mut visit: impl FnMut(&super::Pattern)) {
        for rule in &mut self.rules {
            rule.get_mut().each_matcher_mut(&mut |matcher| {
                matcher.each_pattern(&mut |pattern| visit(pattern));
            });
        }
    }

    pub(crate) fn automata(&self) -> &'static [u8] {
        self.automata
    }
}
