//! Tries the rules that are for a letter, and says what they found.

use super::context::Context;
use super::evaluate::findings;
use super::facts::Facts;
use super::message::{Finding, Wording};
use super::options::Options;
use super::prepared::Prepared;
use super::profile::Chosen;
use crate::application::Application;
use crate::diagnostic::{Applicability, Diagnostic, Fix, Severity, settle};
use crate::letter::Letter;
use crate::rule::{Adjust, Demand, Find, NameKind, Rule, RuleSet};
use std::ops::Range;

/// What checking one letter yields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Findings, ordered by place, then by rule.
    pub diagnostics: Vec<Diagnostic>,
    /// What was counted on the way.
    pub facts: Facts,
}

/// Checks `letter` against the rules of the packs that are for it, and against the rest of its application.
pub fn check_against(letter: &Letter, rules: &RuleSet, options: &Options, application: &Application) -> Checked {
    Prepared::of(letter, rules, options, application).check()
}

impl Prepared<'_> {
    /// Checks the letter against the rules of the packs that are for it, and against the rest of its application.
    pub fn check(&self) -> Checked {
        let &Prepared { letter, rules, options, .. } = self;
        let context = self.context();
        let applicable = rules.applicable(context.available, |list| self.hits.is_seen(list));
        let active = applicable.filter(|&index| is_tried(index, letter, rules, &self.chosen, options));
        let diagnostics = run(context, active.map(|index| rules.numbered(index)), self);
        Checked { diagnostics, facts: self.facts.clone() }
    }
}

/// Checks `letter` against `rule` alone, whatever its pack.
pub(crate) fn check_one(
    letter: &Letter,
    rules: &RuleSet,
    rule: &Rule,
    options: &Options,
    application: &Application,
) -> Vec<Diagnostic> {
    let prepared = Prepared::of(letter, rules, options, application);
    run(prepared.context(), std::iter::once(rule), &prepared)
}

/// Returns the ids of the rules that were tried on `letter`, in order; `facts` are what checking it yielded.
pub fn in_force<'a>(letter: &Letter, rules: &'a RuleSet, options: &Options, facts: &Facts) -> Vec<&'a str> {
    let chosen = Chosen::of_facts(rules, facts, options);
    let tried = (0..rules.len()).filter(|&index| is_tried(index, letter, rules, &chosen, options));
    let mut ids: Vec<&str> = tried.map(|index| rules.id(index)).collect();
    ids.sort_unstable();
    ids
}

/// Whether the rule with number `index` is in force and makes sense in the letter's language.
fn is_tried(index: usize, letter: &Letter, rules: &RuleSet, chosen: &Chosen<'_>, options: &Options) -> bool {
    let is_understood = || letter.foreign_language().is_none() || rules.is_for_any_language(index);
    chosen.has(index, options) && is_understood()
}

/// Whether a rule that `options` leave in force holds letters against each other.
pub fn looks_at_others(rules: &RuleSet, options: &Options) -> bool {
    let is_about_others = |find: &Find| matches!(find, Find::Reused(_) | Find::Name(NameKind::OtherCompany));
    let looks = |rule: &&Rule| rule.demand.matcher().find.iter().any(is_about_others);
    rules.rules().filter(looks).any(|rule| options.choices.is_in_force(&rule.id, &rule.pack) != Some(false))
}

/// Returns what `rules` find in `context`, which is that of `prepared`, by place.
pub(super) fn run<'a>(
    mut context: Context<'a>,
    rules: impl Iterator<Item = &'a Rule>,
    prepared: &Prepared<'_>,
) -> Vec<Diagnostic> {
    let Prepared { chosen, facts, options, .. } = prepared;
    let mut all: Vec<(&Rule, Vec<Finding>)> = Vec::new();
    for rule in rules {
        context.turn_to(options.choices.numbers(rule));
        let mut found = findings(rule, &context);
        if rule.once {
            found.truncate(1);
        }
        if !found.is_empty() {
            all.push((rule, found));
        }
    }
    drop_yielded(&mut all);
    let mut diagnostics = Vec::new();
    let wording = Wording::new(context.letter, facts, context.known.application, options.is_redacted);
    for (rule, found) in all {
        context.turn_to(options.choices.numbers(rule));
        let total = found.len();
        let (most, wanted) = (chosen.severity(rule), options.choices.severity(&rule.id));
        for finding in found {
            let Some(severity) = severity(rule, &finding, total, &context, options, facts) else { continue };
            // A pack softens what the rule says of itself, never the other way.
            let severity = wanted.unwrap_or(most.map_or(severity, |most| severity.min(most)));
            let help = chosen.help(rule).unwrap_or(&rule.help);
            diagnostics.push(diagnostic(rule, severity, help, &finding, &wording));
        }
    }
    settle(&mut diagnostics);
    diagnostics
}

/// Drops what a rule found on words that a rule it yields to found too.
fn drop_yielded(all: &mut [(&Rule, Vec<Finding>)]) {
    for at in 0..all.len() {
        let rule = all[at].0;
        if rule.yields_to.is_empty() {
            continue;
        }
        let others = all.iter().filter(|(other, _)| rule.yields_to.contains(&other.id));
        let ranges: Vec<Range<usize>> = others.flat_map(|(_, found)| found).map(|one| one.range.clone()).collect();
        let is_free = |own: &Range<usize>| !ranges.iter().any(|one| one.start < own.end && own.start < one.end);
        all[at].1.retain(|one| is_free(&one.range));
    }
}

fn severity<'a>(
    rule: &'a Rule,
    finding: &Finding,
    total: usize,
    context: &Context<'a>,
    options: &Options,
    facts: &Facts,
) -> Option<Severity> {
    let count = if matches!(rule.demand, Demand::Forbid(_)) { total } else { finding.count };
    let holds = |adjust: &'a Adjust| {
        adjust.over.as_ref().is_none_or(|bound| count > context.number(bound))
            && (adjust.tiers.is_empty() || adjust.tiers.contains(&facts.tier.tier))
            && adjust.asked.is_none_or(|asked| asked == facts.tier.is_asked)
            && (adjust.levels.is_empty() || options.level.is_some_and(|level| adjust.levels.contains(&level)))
            && (adjust.roles.is_empty() || facts.role.as_ref().is_some_and(|role| adjust.roles.contains(role)))
            && adjust.when.as_ref().is_none_or(|condition| context.holds(condition, &finding.range).is_some())
    };
    rule.adjust.iter().rev().find(|adjust| holds(adjust)).map_or(Some(rule.severity), |adjust| adjust.severity)
}

fn diagnostic(rule: &Rule, severity: Severity, help: &str, finding: &Finding, wording: &Wording<'_>) -> Diagnostic {
    let span = finding.span.unwrap_or_else(|| wording.letter.prose().span(finding.range.clone()));
    let fix = finding.replacement.as_ref().map(|replacement| Fix {
        span,
        replacement: replacement.clone(),
        applicability: Applicability::Safe,
    });
    Diagnostic {
        rule: rule.id.clone(),
        severity,
        message: wording.fill(&rule.message, finding),
        help: wording.help(help, finding),
        span,
        fix,
    }
}
