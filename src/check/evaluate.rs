//! Judges a letter's units by a rule.

use super::context::{Context, Evidence};
use super::found::Match;
use super::message::Finding;
use crate::rule::{Demand, Measure, Rule, Scope};
use crate::span::Span;
use std::ops::Range;

/// Returns what `rule` finds, in order, nothing twice; of a rule that speaks once perhaps only the first.
pub(super) fn findings<'a>(rule: &'a Rule, context: &Context<'a>) -> Vec<Finding> {
    if !context.knows(rule.demand.matcher()) || (rule.needs_english() && !context.letter.is_english()) {
        return Vec::new();
    }
    let mut judge = Judge { rule, context, seen: Seen::default(), found: Vec::new() };
    // Units of one scope are in order, and what is found in one of them is before what is found in the next.
    let first_will_do = rule.once && rule.scopes.len() == 1 && rule.demand.matcher().place.within.is_none();
    // An empty letter can be measured; what is in it cannot be looked for.
    let is_measured = rule.demand.matcher().count.measure.is_some();
    for &scope in &rule.scopes {
        for unit in context.units.of(scope).iter().filter(|unit| is_measured || !unit.is_empty()) {
            judge.judge(scope, unit);
            if first_will_do && !judge.found.is_empty() {
                break;
            }
        }
    }
    let mut found = judge.found;
    if found.len() > 1 {
        found.sort_by_key(|finding| (finding.range.start, finding.range.end, finding.span));
        found.dedup_by(|a, b| a.range == b.range && a.span == b.span && a.names == b.names);
    }
    found
}

struct Judge<'r, 'a> {
    rule: &'a Rule,
    context: &'r Context<'a>,
    seen: Seen<'a>,
    found: Vec<Finding>,
}

/// What the demand found in the place that the last unit looked at.
#[derive(Default)]
struct Seen<'a> {
    area: Option<Range<usize>>,
    matches: Vec<Match<'a>>,
    count: usize,
    /// Whether a finding that is the same for all units that look there was made.
    is_told: bool,
}

/// What is wrong with a unit.
enum Fault {
    /// Each match.
    Matches,
    /// Too little of something, and how much there must be.
    Few(usize),
    /// Too much of something, and how much there may be.
    Many(usize),
}

impl Judge<'_, '_> {
    fn judge(&mut self, scope: Scope, unit: &Range<usize>) {
        self.look(unit);
        let Some(fault) = self.fault() else { return };
        let is_common = match fault {
            Fault::Matches => true,
            Fault::Few(_) => false,
            Fault::Many(_) => self.rule.demand.matcher().count.measure.is_none() && !self.seen.matches.is_empty(),
        };
        if is_common && self.seen.is_told {
            return;
        }
        let Some(Evidence { first: trigger }) = self.conditions(unit) else { return };
        self.seen.is_told = is_common;
        let is_letter = scope == Scope::Letter;
        for finding in self.told(&fault, scope, unit) {
            self.found.push(Finding { trigger: trigger.clone(), unit: unit.clone(), is_letter, ..finding });
        }
    }

    /// Looks where the demand may be met for the sake of `unit`, unless the last unit looked there too.
    fn look(&mut self, unit: &Range<usize>) {
        let demand = self.rule.demand.matcher();
        let area = self.context.reach(demand, unit);
        if self.seen.area.as_ref() == Some(&area) {
            return;
        }
        let matches = self.context.find(demand, &area);
        let is_counted = !matches!(self.rule.demand, Demand::Forbid(_));
        let count = if is_counted { self.context.count(demand, &area, &matches) } else { matches.len() };
        self.seen = Seen { area: Some(area), matches, count, is_told: false };
    }

    fn fault(&self) -> Option<Fault> {
        let (matcher, count) = (self.rule.demand.matcher(), self.seen.count);
        let least = matcher.count.at_least.as_ref().map(|bound| self.context.number(bound));
        let most = matcher.count.at_most.as_ref().map(|bound| self.context.number(bound));
        let least = match self.rule.demand {
            Demand::Forbid(_) => return (count > 0).then_some(Fault::Matches),
            Demand::Require(_) => Some(self.more().unwrap_or(0).max(least.unwrap_or(1))),
            Demand::Limit(_) => least,
        };
        let few = least.filter(|&least| count < least).map(Fault::Few);
        few.or_else(|| most.filter(|&most| count > most).map(Fault::Many))
    }

    /// How many matches are more than those of what there must be less of.
    fn more(&self) -> Option<usize> {
        let other = self.rule.demand.matcher().count.more_than.as_ref()?;
        let area = self.seen.area.as_ref()?;
        Some(self.context.count(other, area, &self.context.find(other, area)) + 1)
    }

    /// Where the rule's conditions hold for `unit`: what made the rule look.
    fn conditions(&self, unit: &Range<usize>) -> Option<Evidence> {
        if self.context.is_unconditional {
            return Some(Evidence::default());
        }
        let mut trigger = None;
        for condition in &self.rule.when {
            let evidence = self.context.holds(condition, unit)?;
            trigger = trigger.or_else(|| evidence.first.filter(|_| condition.has_finders()));
        }
        let is_excused = self.rule.unless.iter().any(|condition| self.context.holds(condition, unit).is_some());
        (!is_excused).then_some(Evidence { first: trigger })
    }

    fn told(&self, fault: &Fault, scope: Scope, unit: &Range<usize>) -> Vec<Finding> {
        let Seen { matches, count, .. } = &self.seen;
        match *fault {
            Fault::Matches => {
                matches.iter().map(|found| Finding::at(found.range.clone(), matches.len()).with(found)).collect()
            }
            Fault::Few(limit) => vec![Finding { limit, ..Finding::at(unit.clone(), *count) }],
            Fault::Many(limit) => {
                let names = self.context.names(matches);
                let span = self.stretch();
                vec![Finding { limit, names, span, ..Finding::at(self.excess(scope, unit, limit), *count) }]
            }
        }
    }

    /// The bytes from the first match to the last, where the folded text does not have both.
    fn stretch(&self) -> Option<Span> {
        let (first, last) = (self.seen.matches.first()?, self.seen.matches.last()?);
        if self.rule.demand.matcher().count.measure.is_some() || first.unfolded.or(last.unfolded).is_none() {
            return None;
        }
        let prose = self.context.letter.prose();
        let span = |one: &Match<'_>| one.unfolded.unwrap_or_else(|| prose.span(one.range.clone()));
        Some(span(first).join(span(last)))
    }

    /// What of `unit` is too much: the words after a letter's limit, a whole sentence, or the stretch of all matches.
    fn excess(&self, scope: Scope, unit: &Range<usize>, most: usize) -> Range<usize> {
        let letter = self.context.letter;
        let pieces = match self.rule.demand.matcher().count.measure {
            Some(_) if !matches!(scope, Scope::Body | Scope::Letter) => return unit.clone(),
            Some(Measure::Words) => letter.words(),
            Some(Measure::Sentences) => letter.sentences(),
            Some(_) => return unit.clone(),
            None => {
                return match (self.seen.matches.first(), self.seen.matches.last()) {
                    (Some(first), Some(last)) => first.range.start..last.range.end,
                    _ => unit.clone(),
                };
            }
        };
        let mut inside = pieces.iter().filter(|piece| unit.contains(&piece.start));
        inside.nth(most).map_or_else(|| unit.clone(), |piece| piece.start..unit.end)
    }
}
