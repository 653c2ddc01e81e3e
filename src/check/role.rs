//! Which packs a letter is for.

use super::{Options, RoleOrigin};
use crate::diagnostic::Severity;
use crate::letter::{Letter, PartKind};
use crate::rule::{Pack, Rule, RuleSet, Signal, TierWords};

/// The packs in force for one letter.
#[derive(Clone, Debug)]
pub(super) struct Chosen<'a> {
    /// The role's pack, where one is known.
    pub(super) role: Option<&'a Pack>,
    /// Where the role is known from.
    pub(super) origin: RoleOrigin,
    /// All packs in force: those for every letter, the role's, the level's, those asked for, and what they extend.
    packs: Vec<&'a Pack>,
}

impl<'a> Chosen<'a> {
    /// Chooses by what was given, and by the letter's own words where no role was.
    pub(super) fn of(letter: &Letter, rules: &'a RuleSet, options: &Options) -> Self {
        let named = |given: &str| {
            let is_named = |pack: &&Pack| pack.roles.iter().any(|role| role.eq_ignore_ascii_case(given));
            rules.packs().iter().find(is_named)
        };
        let (role, origin) = match options.role.as_deref().map(named) {
            Some(named) => (named, RoleOrigin::Given),
            None => found(letter, rules).map_or((None, RoleOrigin::Unknown), |pack| (Some(pack), RoleOrigin::Found)),
        };
        let is_level = |pack: &&Pack| options.level.is_some_and(|level| pack.levels.contains(&level));
        let is_asked = |pack: &&Pack| options.packs.contains(&pack.name);
        let mut packs: Vec<&Pack> = rules.packs().iter().filter(|pack| pack.is_always).collect();
        packs.extend(role);
        packs.extend(rules.packs().iter().filter(is_level));
        packs.extend(rules.packs().iter().filter(is_asked));
        // What is extended comes before what extends it, so that the nearer pack has the last word.
        let mut at = 0;
        while at < packs.len() {
            for name in &packs[at].extends {
                let known = packs.iter().any(|pack| pack.name == *name);
                let other = rules.packs().iter().find(|pack| pack.name == *name);
                if let Some(other) = other.filter(|_| !known) {
                    packs.push(other);
                }
            }
            at += 1;
        }
        Chosen { role, origin, packs }
    }

    /// Whether `rule` is in force.
    pub(super) fn has(&self, rule: &Rule, options: &Options) -> bool {
        options.choices.is_in_force(rule).unwrap_or_else(|| {
            self.packs.iter().any(|pack| pack.name == rule.pack)
                && !self.packs.iter().any(|pack| pack.off.contains(&rule.id))
        })
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

    /// Words of body by tier; the largest where several packs say.
    pub(super) fn tier_words(&self) -> TierWords {
        self.packs.iter().filter_map(|pack| pack.tiers).max_by_key(|tiers| tiers.expanded).unwrap_or_default()
    }
}

/// The pack that the first words in subject, greeting or opening select.
fn found<'a>(letter: &Letter, rules: &'a RuleSet) -> Option<&'a Pack> {
    let lower = letter.prose().lower();
    let named = letter.parts().iter().filter(|part| matches!(part.kind, PartKind::Subject | PartKind::Greeting));
    let opening = letter.opening().map(|paragraph| paragraph.text.clone());
    named.map(|part| part.text.clone()).chain(opening).find_map(|range| {
        let text = &lower[range];
        // "senior backend engineer" beats "engineer" at the same place: the longest of the first.
        let first = |pack: &Pack| {
            let places = pack.select.iter().filter_map(|phrase| word_at(text, &phrase.folded).map(|at| (at, phrase)));
            places.map(|(at, phrase)| (at, usize::MAX - phrase.folded.len())).min()
        };
        let places = rules.packs().iter().filter_map(|pack| first(pack).map(|place| (place, pack)));
        places.min_by_key(|(place, _)| *place).map(|(_, pack)| pack)
    })
}

/// Where `phrase` stands in `text` as whole words.
fn word_at(text: &str, phrase: &str) -> Option<usize> {
    let is_free = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let after = text[*at + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(phrase).map(|(at, _)| at).find(is_free)
}
