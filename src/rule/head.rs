//! What must be known of a rule before it is worth reading.

use super::packed::Numbers;
use super::{BoundValue, Demand, Matcher, Rule};
use serde::{Deserialize, Serialize};

/// Kinds of thing, besides literals, that a letter may hold none of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds(pub(crate) u32);

impl Kinds {
    pub(crate) const PLACEHOLDERS: u32 = 1;
    pub(crate) const FIGURES: u32 = 2;
    pub(crate) const QUOTATIONS: u32 = 4;
    pub(crate) const LINKS: u32 = 8;
    pub(crate) const INVISIBLES: u32 = 16;
    /// The company that the letter is for is known; and so on.
    pub(crate) const COMPANY: u32 = 32;
    pub(crate) const OTHER_COMPANIES: u32 = 64;
    pub(crate) const POSITION: u32 = 128;
    pub(crate) const RECIPIENT: u32 = 256;
    pub(crate) const JOB: u32 = 512;
    pub(crate) const CV: u32 = 1024;
    /// There is a date line, and a day to hold it against.
    pub(crate) const DATE: u32 = 2048;
    /// Another letter holds some of it.
    pub(crate) const REUSED: u32 = 4096;
    pub(crate) const GREETING: u32 = 8192;
    pub(crate) const ENGLISH: u32 = 16384;
}

/// For each rule its pack, and what a letter must hold for the rule to speak.
///
/// A gate is a matcher without whose matches the rule is silent; it is open when the letter holds one of its literals
/// or a thing of its kinds. A rule with a gate that is shut need not be read at all.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Heads {
    /// Three a rule: the number of its pack, whether it is for any language, where its gates end.
    rules: Numbers,
    /// For each gate its kinds, the number of its slots, and those.
    gates: Numbers,
}

impl Heads {
    pub(super) fn push(&mut self, pack: usize, rule: &Rule) {
        for gate in gates(rule) {
            self.gates.push(gate.kinds);
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

    /// Whether a letter that holds `kinds`, and literals of the slots that `is_seen`, can wake rule `index`.
    pub(crate) fn can_speak(&self, index: usize, kinds: Kinds, is_seen: impl Fn(usize) -> bool) -> bool {
        let start = index.checked_sub(1).map_or(0, |before| self.rules.get(before * 3 + 2) as usize);
        let mut numbers = self.gates.iter(start..self.rules.get(index * 3 + 2) as usize);
        while let (Some(wanted), Some(slots)) = (numbers.next(), numbers.next()) {
            let mut is_open = wanted & kinds.0 != 0;
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
    kinds: u32,
    slots: Vec<usize>,
}

fn gates(rule: &Rule) -> Vec<Gate> {
    let own = match &rule.demand {
        Demand::Forbid(matcher) => gate(matcher),
        // Too many are some; too few may be none.
        Demand::Limit(matcher) if matcher.at_least.is_none() => gate(matcher),
        Demand::Limit(_) | Demand::Require(_) => None,
    };
    let conditions = || rule.when.iter().filter(|condition| wants_one(condition));
    // All that is needed must be known: a gate each.
    let english = if rule.needs_english() { Kinds::ENGLISH } else { 0 };
    let own_needs = rule.demand.matcher().needs() | english;
    let needs = conditions().fold(own_needs, |needs, condition| needs | condition.needs());
    let needed = (0..u32::BITS).map(|bit| 1 << bit).filter(|bit| needs & bit != 0);
    let needed = needed.map(|kinds| Gate { kinds, slots: Vec::new() });
    needed.chain(own).chain(conditions().filter_map(gate)).collect()
}

/// Whether a condition fails where nothing is found.
fn wants_one(condition: &Matcher) -> bool {
    match &condition.at_least {
        Some(least) => matches!(least.value, BoundValue::Number(1..)),
        None => condition.at_most.is_none(),
    }
}

/// What `matcher` cannot find anything without, where that is known before it is tried.
fn gate(matcher: &Matcher) -> Option<Gate> {
    let is_always_tried = !matcher.has_finders()
        || matcher.beyond.is_some()
        || matcher.measure.is_some()
        || matcher.repeats.is_some()
        || matcher.spelling.is_some()
        || matcher.long_sentences.is_some()
        || matcher.patterns.iter().any(|pattern| !pattern.has_needles());
    // What suppressions and front matter do wrong is no text of the letter: such a matcher finds nothing here, and its gate stays shut.
    if is_always_tried {
        return None;
    }
    let kind = |is_wanted: bool, kind: u32| if is_wanted { kind } else { 0 };
    let kinds = kind(!matcher.placeholders.is_empty(), Kinds::PLACEHOLDERS)
        | kind(!matcher.quantities.is_empty(), Kinds::FIGURES)
        | kind(matcher.quotes.is_some(), Kinds::QUOTATIONS)
        | kind(!matcher.links.is_empty(), Kinds::LINKS)
        | kind(!matcher.invisible.is_empty(), Kinds::INVISIBLES);
    let has_literals = !matcher.phrases.is_empty() || !matcher.respell.is_empty();
    let patterns = matcher.patterns.iter().map(|pattern| pattern.slot);
    Some(Gate { kinds, slots: has_literals.then_some(matcher.slot).into_iter().chain(patterns).collect() })
}
