//! One search for the literals of all rules.

use super::{Demand, Pack, Rule};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::collections::BTreeMap;

/// What a literal was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Phrase `phrase` of matcher `matcher`.
    Phrase { matcher: usize, phrase: usize },
    /// Pattern `pattern` of matcher `matcher` may match from now on.
    Pattern { matcher: usize, pattern: usize },
}

/// Every literal of a rule set in one automaton.
#[derive(Debug)]
pub struct Literals {
    automaton: Option<AhoCorasick>,
    /// Targets of each literal, by the automaton's number of it.
    targets: Vec<Vec<Target>>,
    /// How many matchers there are.
    pub(crate) matchers: usize,
}

impl Literals {
    /// Numbers all matchers of `rules` and collects their literals.
    pub(super) fn of(rules: &mut [Rule], packs: &mut [Pack]) -> Self {
        let mut all: BTreeMap<String, Vec<Target>> = BTreeMap::new();
        let mut matchers = 0;
        let signals = packs.iter_mut().flat_map(|pack| pack.signals.iter_mut().map(|signal| &mut signal.find));
        for matcher in rules.iter_mut().flat_map(Rule::matchers_mut).chain(signals) {
            matcher.id = matchers;
            matchers += 1;
            for (index, phrase) in matcher.literals().enumerate() {
                let target = Target::Phrase { matcher: matcher.id, phrase: index };
                all.entry(phrase.folded.clone()).or_default().push(target);
            }
            for (index, pattern) in matcher.patterns.iter().enumerate() {
                for literal in &pattern.literals {
                    let target = Target::Pattern { matcher: matcher.id, pattern: index };
                    all.entry(literal.clone()).or_default().push(target);
                }
            }
        }
        // Built at each start, searched once: the kind that is built fastest wins.
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .match_kind(MatchKind::Standard)
            .build(all.keys())
            .ok();
        Literals { automaton, targets: all.into_values().collect(), matchers }
    }

    /// Calls `found` with each literal in `lower`, ordered by its end: start, end, targets.
    pub(crate) fn search(&self, lower: &str, mut found: impl FnMut(usize, usize, &[Target])) {
        let Some(automaton) = &self.automaton else { return };
        for hit in automaton.find_overlapping_iter(lower) {
            found(hit.start(), hit.end(), &self.targets[hit.pattern().as_usize()]);
        }
    }
}

impl Rule {
    /// All matchers, in a fixed order.
    fn matchers_mut(&mut self) -> impl Iterator<Item = &mut super::Matcher> {
        let (Demand::Forbid(own) | Demand::Require(own) | Demand::Limit(own)) = &mut self.demand;
        let adjust = self.adjust.iter_mut().filter_map(|adjust| adjust.when.as_mut());
        std::iter::once(own).chain(&mut self.when).chain(&mut self.unless).chain(adjust)
    }
}
