//! What must be known of a rule before it is worth reading.

use super::find::{Find, Given, NameKind, Text};
use super::matcher::{BoundValue, Matcher};
use super::packed::Numbers;
use super::pattern::Pattern;
use super::{Demand, Rule};
use serde::{Deserialize, Serialize};
use std::ops::BitOr;

/// Things that a letter and its application may have, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Available(u32);

impl Available {
    pub(crate) const NOTHING: Available = Available(0);
    pub(crate) const PLACEHOLDERS: Available = Available(1);
    pub(crate) const FIGURES: Available = Available(1 << 1);
    pub(crate) const QUOTATIONS: Available = Available(1 << 2);
    pub(crate) const LINKS: Available = Available(1 << 3);
    pub(crate) const INVISIBLES: Available = Available(1 << 4);
    /// The body is written in English.
    pub(crate) const ENGLISH: Available = Available(1 << 5);
    pub(crate) const GREETING: Available = Available(1 << 6);
    /// There is a date line, and a day to hold it against.
    pub(crate) const DATE: Available = Available(1 << 7);
    /// The company that the letter is for is known; and so on.
    pub(crate) const COMPANY: Available = Available(1 << 8);
    pub(crate) const OTHER_COMPANIES: Available = Available(1 << 9);
    pub(crate) const POSITION: Available = Available(1 << 10);
    pub(crate) const RECIPIENT: Available = Available(1 << 11);
    pub(crate) const JOB: Available = Available(1 << 12);
    pub(crate) const CV: Available = Available(1 << 13);
    /// Another letter holds some of it.
    pub(crate) const REUSED: Available = Available(1 << 14);

    /// What must be known for `text` to be.
    pub(super) fn text(text: Text) -> Self {
        match text {
            Text::Job => Available::JOB,
            Text::Cv => Available::CV,
        }
    }

    pub(super) fn given(given: Given) -> Self {
        match given {
            Given::Company => Available::COMPANY,
            Given::Position => Available::POSITION,
            Given::Recipient => Available::RECIPIENT,
            Given::Job => Available::JOB,
            Given::Cv => Available::CV,
        }
    }

    /// Whether all of `wanted` is there.
    pub(crate) fn has_all(self, wanted: Available) -> bool {
        wanted.0 & !self.0 == 0
    }

    fn has_any(self, wanted: Available) -> bool {
        wanted.0 & self.0 != 0
    }

    /// Each thing of the set.
    fn each(self) -> impl Iterator<Item = Available> {
        (0..u32::BITS).map(|bit| Available(1 << bit)).filter(move |one| self.has_any(*one))
    }
}

impl BitOr for Available {
    type Output = Available;

    fn bitor(self, other: Available) -> Available {
        Available(self.0 | other.0)
    }
}

/// What a finder cannot find anything without.
enum Requirement {
    /// One of the literals of a slot.
    Literals(usize),
    /// One of these things.
    Thing(Available),
    /// Nothing that is seen before it is tried.
    Unknown,
    /// It finds nothing in a letter's text.
    Impossible,
}

impl Find {
    /// What must be known for it to find anything.
    pub(super) fn needs(&self) -> Available {
        match self {
            Find::Name(NameKind::Company | NameKind::MisspeltCompany) => Available::COMPANY,
            Find::Name(NameKind::OtherCompany) => Available::OTHER_COMPANIES,
            Find::Name(NameKind::OtherPosition) => Available::POSITION,
            Find::Name(NameKind::OtherRecipient) => Available::GREETING,
            Find::Copied(copied) => Available::text(copied.from),
            Find::Dates(_) => Available::DATE,
            Find::Reused(_) => Available::REUSED,
            Find::Contradictions => Available::CV,
            _ => Available::NOTHING,
        }
    }

    /// What must stand in the letter for it to find anything; several where one of them will do.
    fn requirements(&self) -> Vec<Requirement> {
        let one = match self {
            Find::Phrases(set) | Find::Respelt(set) => Requirement::Literals(set.slot),
            Find::Patterns(patterns) => return patterns.iter().map(of_pattern).collect(),
            Find::Placeholders(_) => Requirement::Thing(Available::PLACEHOLDERS),
            Find::Figures(_) => Requirement::Thing(Available::FIGURES),
            Find::Quotations { .. } => Requirement::Thing(Available::QUOTATIONS),
            Find::Links(_) => Requirement::Thing(Available::LINKS),
            Find::Invisible(_) => Requirement::Thing(Available::INVISIBLES),
            Find::Suppressions(_) | Find::FrontMatter(_) => Requirement::Impossible,
            _ => Requirement::Unknown,
        };
        vec![one]
    }
}

fn of_pattern(pattern: &Pattern) -> Requirement {
    if pattern.has_needles() { Requirement::Literals(pattern.slot) } else { Requirement::Unknown }
}

/// For each rule its pack, and what a letter must hold for the rule to speak.
///
/// A gate is a matcher without whose matches the rule is silent; it is open when the letter holds one of its literals
/// or one of its things. A rule with a gate that is shut need not be read at all.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Heads {
    /// Three a rule: the number of its pack, whether it is for any language, where its gates end.
    rules: Numbers,
    /// For each gate its things, the number of its slots, and those.
    gates: Numbers,
}

impl Heads {
    pub(super) fn push(&mut self, pack: usize, rule: &Rule) {
        for gate in gates(rule) {
            self.gates.push(gate.things.0);
            self.gates.push_len(gate.slots.len());
            gate.slots.into_iter().for_each(|slot| self.gates.push_len(slot));
        }
        self.rules.push_len(pack);
        self.rules.push(u32::from(rule.any_language));
        self.rules.push_len(self.gates.len());
    }

    /// Returns the number of the pack that rule `index` belongs to.
    pub(crate) fn pack(&self, index: usize) -> usize {
        self.rules.get(index * 3) as usize
    }

    /// Whether rule `index` makes sense in a letter that is not English.
    pub(crate) fn is_for_any_language(&self, index: usize) -> bool {
        self.rules.get(index * 3 + 1) != 0
    }

    /// Whether a letter that has what is `available`, and literals of the slots that `is_seen`, can wake rule `index`.
    pub(crate) fn can_speak(&self, index: usize, available: Available, is_seen: impl Fn(usize) -> bool) -> bool {
        let start = index.checked_sub(1).map_or(0, |before| self.rules.get(before * 3 + 2) as usize);
        let mut numbers = self.gates.iter(start..self.rules.get(index * 3 + 2) as usize);
        while let (Some(wanted), Some(slots)) = (numbers.next(), numbers.next()) {
            let mut is_open = available.has_any(Available(wanted));
            for slot in numbers.by_ref().take(slots as usize) {
                is_open = is_open || is_seen(slot as usize);
            }
            if !is_open {
                return false;
            }
        }
        true
    }
}

struct Gate {
    things: Available,
    slots: Vec<usize>,
}

fn gates(rule: &Rule) -> Vec<Gate> {
    let own = match &rule.demand {
        Demand::Forbid(matcher) => gate(matcher),
        // Too many are some; too few may be none.
        Demand::Limit(matcher) if matcher.count.at_least.is_none() => gate(matcher),
        Demand::Limit(_) | Demand::Require(_) => None,
    };
    let conditions = || rule.when.iter().filter(|condition| wants_one(condition));
    let english = if rule.needs_english() { Available::ENGLISH } else { Available::NOTHING };
    let own_needs = rule.demand.matcher().needs | english;
    // All that is needed must be known: a gate each.
    let needs = conditions().fold(own_needs, |needs, condition| needs | condition.needs);
    let needed = needs.each().map(|things| Gate { things, slots: Vec::new() });
    needed.chain(own).chain(conditions().filter_map(gate)).collect()
}

/// Whether a condition fails where nothing is found.
fn wants_one(condition: &Matcher) -> bool {
    match &condition.count.at_least {
        Some(least) => matches!(least.value, BoundValue::Number(1..)),
        None => condition.count.at_most.is_none(),
    }
}

/// What `matcher` cannot find anything without, where that is known before it is tried.
fn gate(matcher: &Matcher) -> Option<Gate> {
    if matcher.find.is_empty() || matcher.place.of.is_some() || matcher.count.measure.is_some() {
        return None;
    }
    let mut gate = Gate { things: Available::NOTHING, slots: Vec::new() };
    for requirement in matcher.find.iter().flat_map(Find::requirements) {
        match requirement {
            Requirement::Literals(slot) => gate.slots.push(slot),
            Requirement::Thing(thing) => gate.things = gate.things | thing,
            Requirement::Unknown => return None,
            Requirement::Impossible => {}
        }
    }
    Some(gate)
}
