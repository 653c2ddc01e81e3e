//! The rules in force, ready to run.

use super::Rule;
use super::compiled::Compiled;
use super::literals::Literals;
use super::pack::Pack;

/// Rules, their packs and the search for their literals.
#[derive(Debug)]
pub struct RuleSet {
    rules: Vec<Rule>,
    packs: Vec<Pack>,
    literals: Literals,
    automata: &'static [u8],
}

impl RuleSet {
    /// Makes the rules ready to run.
    pub fn new(mut compiled: Compiled) -> Self {
        compiled.finish();
        let Compiled { rules, packs, literals, automata, .. } = compiled;
        RuleSet { rules, packs, literals: literals.unwrap_or_default(), automata }
    }

    /// Returns the rules, ordered by id.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Returns the rule named `id`.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.binary_search_by(|rule| rule.id.as_str().cmp(id)).ok().map(|index| &self.rules[index])
    }

    /// Returns the packs: shipped ones by name, then the user's.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// Returns the names that a role can be given by, in the order of packs.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        self.packs.iter().flat_map(|pack| pack.roles.iter().map(String::as_str))
    }

    pub(crate) fn automata(&self) -> &'static [u8] {
        self.automata
    }

    pub(crate) fn literals(&self) -> &Literals {
        &self.literals
    }
}
