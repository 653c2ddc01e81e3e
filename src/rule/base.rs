//! Rules and packs as they lie in bytes, and the numbers by which all of a set are told apart.

use super::gate::Heads;
use super::literals::Literals;
use super::packed::{Numbers, Pieces};
use super::slots::Slots;
use super::vocabulary::Shelf;
use super::{Pack, Rule};
use serde::{Deserialize, Serialize};

/// What letterlint brings, as the build script wrote it: read in place, nothing of it before it is needed.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Base {
    pub(super) index: Index,
    pub(super) literals: Literals,
    /// Ids of the rules, sorted.
    pub(super) ids: Pieces,
    pub(super) rules: Pieces,
    pub(super) packs: Pieces,
    pub(super) vocabularies: Shelf,
}

impl Base {
    /// Puts `rules` and `packs` into bytes.
    pub(super) fn of(mut rules: Vec<Rule>, mut packs: Vec<Pack>, vocabularies: Shelf) -> Self {
        let mut base = Base { vocabularies, ..Base::default() };
        base.literals = base.index.add(&mut rules, &mut packs, true);
        let written = "plain data can be written";
        for rule in &rules {
            base.ids.push(rule.id.as_bytes());
            base.rules.push(&postcard::to_allocvec(rule).expect(written));
        }
        for pack in &packs {
            base.packs.push(&postcard::to_allocvec(pack).expect(written));
        }
        base
    }
}

/// What is known of rules and packs without reading them.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Index {
    /// How many slots for literals there are.
    pub(crate) slots: usize,
    pub(crate) heads: Heads,
    pack_names: Pieces,
    /// Two a pack: whether it is for every letter, and the slot of the phrases that select it.
    packs: Numbers,
}

impl Index {
    /// Numbers `rules` and `packs` behind those that are there, orders them, and returns the search for their literals.
    pub(super) fn add(&mut self, rules: &mut [Rule], packs: &mut [Pack], shares: bool) -> Literals {
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        let mut slots = Slots::from(self.slots, shares);
        for pack in packs {
            self.pack_names.push(pack.name.as_bytes());
            self.packs.push(u32::from(pack.is_always));
            self.packs.push_len(pack.number(&mut slots));
        }
        for rule in rules {
            rule.each_matcher_mut(&mut |matcher| matcher.number(&mut slots));
            self.heads.push(self.pack(&rule.pack).expect("a rule's pack is there"), rule);
        }
        let literals;
        (self.slots, literals) = slots.finish();
        literals
    }

    /// Returns the number of the first pack that is called `name`.
    pub(crate) fn pack(&self, name: &str) -> Option<usize> {
        (0..self.pack_names.len()).find(|&pack| self.pack_names.get(pack) == name.as_bytes())
    }

    /// Returns what pack `pack` is called.
    pub(crate) fn pack_name(&self, pack: usize) -> &str {
        self.pack_names.text(pack)
    }

    /// Returns how many packs there are.
    pub(crate) fn pack_count(&self) -> usize {
        self.pack_names.len()
    }

    /// Whether pack `pack` is for every letter.
    pub(crate) fn is_always(&self, pack: usize) -> bool {
        self.packs.get(pack * 2) != 0
    }

    /// Returns the slot of the phrases that select pack `pack`.
    pub(crate) fn select_slot(&self, pack: usize) -> usize {
        self.packs.get(pack * 2 + 1) as usize
    }
}
