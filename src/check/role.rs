//! Which packs a letter is for.

use super::hits::Hits;
use super::{Options, RoleOrigin};
use crate::diagnostic::Severity;
use crate::letter::{Letter, PartKind};
use crate::rule::{Pack, Rule, RuleSet, Signal, TierWords};
use std::ops::Range;

/// The packs in force for one letter.
#[derive(Debug)]
pub(super) struct Chosen<'a> {
    rules: &'a RuleSet,
    /// The role's pack, where one is known.
    pub(super) role: Option<&'a Pack>,
    /// Where the role is known from.
    pub(super) origin: RoleOrigin,
    /// All packs in force: those for every letter, the role's, the level's, those asked for, and what they extend.
    packs: Vec<&'a Pack>,
    /// Whether the pack of that number is one of them.
    in_force: Vec<bool>,
    /// Numbers of the rules that one of them turns off.
    off: Vec<usize>,
}

impl<'a> Chosen<'a> {
    /// Chooses by what was given, and by the letter's own words where no role was.
    pub(super) fn of(letter: &Letter, rules: &'a RuleSet, hits: &Hits, options: &Options) -> Self {
        let named = |given: &str| {
            let is_named = |pack: &&Pack| pack.roles.iter().any(|role| role.eq_ignore_ascii_case(given));
            rules.packs().find(is_named)
        };
        let (role, origin) = match options.role.as_deref().map(named) {
            Some(named) => (named, RoleOrigin::Given),
            None => {
                found(letter, rules, hits).map_or((None, RoleOrigin::Unknown), |pack| (Some(pack), RoleOrigin::Found))
            }
        };
        let always = (0..rules.index().pack_count()).filter(|&pack| rules.index().is_always(pack));
        let mut packs: Vec<&Pack> = always.map(|pack| rules.numbered_pack(pack)).collect();
        packs.extend(role);
        if let Some(level) = options.level {
            packs.extend(rules.packs().filter(|pack| pack.levels.contains(&level)));
        }
        if !options.packs.is_empty() {
            packs.extend(rules.packs().filter(|pack| options.packs.contains(&pack.name)));
        }
        // What is extended comes before what extends it, so that the nearer pack has the last word.
        let mut at = 0;
        while at < packs.len() {
            for name in &packs[at].extends {
                let known = packs.iter().any(|pack| pack.name == *name);
                let other = rules.index().pack(name).map(|pack| rules.numbered_pack(pack));
                if let Some(other) = other.filter(|_| !known) {
                    packs.push(other);
                }
            }
            at += 1;
        }
        let mut in_force = vec![false; rules.index().pack_count()];
        for pack in packs.iter().filter_map(|pack| rules.index().pack(&pack.name)) {
            in_force[pack] = true;
        }
        let off = packs.iter().flat_map(|pack| &pack.off).filter_map(|id| rules.number_of(id)).collect();
        Chosen { rules, role, origin, packs, in_force, off }
    }

    /// Whether the rule of this number is in force.
    pub(super) fn has(&self, rule: usize, options: &Options) -> bool {
        let index = self.rules.index();
        let by_pack = || self.in_force[index.heads.pack(rule)] && !self.off.contains(&rule);
        if options.choices.is_empty() {
            return by_pack();
        }
        let pack = index.pack_name(index.heads.pack(rule));
        options.choices.is_in_force(self.rules.id(rule), pack).unwrap_or_else(by_pack)
    }

    /// What readers look for, in the order of packs.
    pub(super) fn signals(&self) -> impl Iterator<Item = &'a Signal> {
        let pairs = self.packs.iter().flat_map(|&pack| pack.signals.iter().map(move |signal| (pack, signal)));
        let is_off = |owner: &Pack, name: &String| {
            self.packs.iter().any(|pack| pack.name != owner.name && pack.off.contains(name))
        };
        pairs.filter(move |(owner, signal)| !is_off(owner, &signal.name)).map(|(_, signal)| signal)
    }

    /// The most that a pack lets `rule` say, the mildest where several do.
    pub(super) fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.packs.iter().filter_map(|pack| pack.severity.get(&rule.id).copied()).min()
    }

    /// What to do about a finding of `rule`, where a pack says it in the words of its trade.
    ///
    /// The role's pack comes first, then what it extends, packs that were asked for and the level's; the user's before
    /// the shipped ones.
    pub(super) fn help(&self, rule: &Rule) -> Option<&'a str> {
        let packs = self.role.into_iter().chain(self.packs.iter().rev().copied());
        packs.filter_map(|pack| pack.help.get(&rule.id)).map(String::as_str).next()
    }

    /// Words of body by tier; the largest where several packs say.
    pub(super) fn tier_words(&self) -> TierWords {
        self.packs.iter().filter_map(|pack| pack.tiers).max_by_key(|tiers| tiers.expanded).unwrap_or_default()
    }
}

/// The pack that the first words in subject, greeting or opening select.
fn found<'a>(letter: &Letter, rules: &'a RuleSet, hits: &Hits) -> Option<&'a Pack> {
    let lower = letter.prose().lower();
    let named = letter.parts().iter().filter(|part| matches!(part.kind, PartKind::Subject | PartKind::Greeting));
    let opening = letter.opening().map(|paragraph| paragraph.text.clone());
    let pack = named.map(|part| part.text.clone()).chain(opening).find_map(|range| {
        let text = &lower[range.clone()];
        // "senior backend engineer" beats "engineer" at the same place: the longest of the first.
        let first = |pack: usize| {
            let places = hits.within(rules.index().select_slot(pack), &range);
            let free = places.filter(|hit| is_free(text, hit.start - range.start..hit.end - range.start));
            free.map(|hit| (hit.start, usize::MAX - (hit.end - hit.start))).min()
        };
        let places = (0..rules.index().pack_count()).filter_map(|pack| first(pack).map(|place| (place, pack)));
        places.min_by_key(|(place, _)| *place).map(|(_, pack)| pack)
    })?;
    Some(rules.numbered_pack(pack))
}

/// Whether `range` of `text` is no part of a longer word.
fn is_free(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
