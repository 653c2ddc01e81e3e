//! Preconditions that let a rule be skipped without being read.

use super::find::{Find, Given, NameKind, Text};
use super::matcher::{BoundValue, Matcher};
use super::pattern::Pattern;
use super::phrase::PhraseSet;
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
    /// One of the literals of a list.
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
            Find::Phrases(set) | Find::Respelt(set) => return of_phrases(set),
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

fn of_phrases(set: &PhraseSet) -> Vec<Requirement> {
    let sequences = set.sequences.iter().map(|sequence| sequence.lists().next());
    let sequences = sequences.map(|first| first.map_or(Requirement::Unknown, Requirement::Literals));
    set.has_literals().then_some(Requirement::Literals(set.list)).into_iter().chain(sequences).collect()
}

fn of_pattern(pattern: &Pattern) -> Requirement {
    if pattern.has_needles() { Requirement::Literals(pattern.list) } else { Requirement::Unknown }
}

/// Something without which a rule finds nothing; open where the letter has one of its things or of its literals.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Gate {
    things: Available,
    /// Numbers of lists of literals.
    lists: Vec<usize>,
}

impl Gate {
    /// Whether a letter that has what is `available`, and literals of the lists that are `seen`, opens it.
    pub(super) fn is_open(&self, available: Available, seen: impl Fn(usize) -> bool) -> bool {
        available.has_any(self.things) || self.lists.iter().any(|&list| seen(list))
    }
}

/// Returns what `rule` finds nothing without; all must be there.
pub(super) fn gates(rule: &Rule) -> Vec<Gate> {
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
    let needed = needs.each().map(|things| Gate { things, lists: Vec::new() });
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
    let mut gate = Gate { things: Available::NOTHING, lists: Vec::new() };
    for requirement in matcher.find.iter().flat_map(Find::requirements) {
        match requirement {
            Requirement::Literals(list) => gate.lists.push(list),
            Requirement::Thing(thing) => gate.things = gate.things | thing,
            Requirement::Unknown => return None,
            Requirement::Impossible => {}
        }
    }
    Some(gate)
}
