//! Preconditions that let a rule be skipped without being read.

use super::available::Available;
use super::find::Find;
use super::kind::NameKind;
use super::matcher::{BoundValue, Matcher};
use super::pattern::Pattern;
use super::phrase::PhraseSet;
use super::{Demand, Rule};
use serde::{Deserialize, Serialize};

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

    /// What must be in the letter for it to find anything; several where one of them will do.
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
