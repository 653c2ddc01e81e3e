//! Tests rules on their own examples.

use crate::application::{Application, Day, Kept, Name, Names, Reference, reuse};
use crate::check::{Options, check, check_one};
use crate::front_matter::{self, FrontMatter};
use crate::letter::{Format, Letter};
use crate::rule::{Example, OtherLetter, Rule, RuleSet, SuppressionFault, Told};
use crate::source::Source;
use crate::suppress::{Suppressions, sift};
use std::sync::Arc;

/// An example that a rule got wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Id of the rule.
    pub rule: String,
    /// Text of the example.
    pub text: String,
    /// What went wrong.
    pub kind: FailureKind,
}

/// How a rule failed on an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The rule found nothing in a bad example.
    Missed,
    /// The rule found this text in a good example.
    FalseAlarm(String),
    /// The rule found other text in a bad example than `match` expects.
    Elsewhere {
        /// The text that `match` expects.
        wanted: String,
        /// The text of each finding.
        found: Vec<String>,
    },
}

/// Tests `rule` on its examples and returns the failures, in the order of the examples.
pub fn prove(rule: &Rule, rules: &RuleSet) -> Vec<Failure> {
    let fail = |example: &Example, kind| Failure { rule: rule.id.clone(), text: example.text.clone(), kind };
    let mut failures = Vec::new();
    for example in &rule.docs.bad {
        let found = found(example, rule, rules);
        match &example.matched {
            _ if found.is_empty() => failures.push(fail(example, FailureKind::Missed)),
            Some(wanted) if !found.contains(wanted) => {
                failures.push(fail(example, FailureKind::Elsewhere { wanted: wanted.clone(), found }));
            }
            _ => {}
        }
    }
    for example in &rule.docs.good {
        if let Some(first) = found(example, rule, rules).into_iter().next() {
            failures.push(fail(example, FailureKind::FalseAlarm(first)));
        }
    }
    failures
}

/// The text of each finding of the rule in `example`.
fn found(example: &Example, rule: &Rule, rules: &RuleSet) -> Vec<String> {
    let letter = Letter::read(Source::new(example.text.trim()), Format::Markdown);
    let role = example.role.clone().or_else(|| role_of(rule, rules));
    let options = Options { tier: example.tier, role, level: example.level, ..Options::default() };
    let diagnostics = match rule.demand.matcher().suppressions() {
        None if rule.demand.matcher().front_matter().is_some() => {
            let read = |span| FrontMatter::read(letter.source(), span, rules);
            let front = letter.front_matter().map(read).unwrap_or_default();
            let mut found = check(&letter, rules, &options);
            front_matter::add_findings(&mut found, &front.faults, &letter, rules, &options);
            found.diagnostics.into_iter().filter(|found| found.rule == rule.id).collect()
        }
        None => check_one(&letter, rules, rule, &options, &application(example, &letter)),
        // Only a run of all rules shows whether a suppression is needed.
        Some(fault) => {
            let requires_reason = fault == SuppressionFault::WithoutReason;
            let suppressions = Suppressions { rules, options: &options, requires_reason, ignores: &[] };
            let sifted = sift(&letter, check(&letter, rules, &options), &suppressions);
            sifted.diagnostics.into_iter().filter(|found| found.rule == rule.id).collect()
        }
    };
    diagnostics.iter().map(|diagnostic| letter.source().slice(diagnostic.span).to_owned()).collect()
}

/// The application that an example's letter belongs to.
fn application(example: &Example, letter: &Letter) -> Application {
    let Told { job, cv, company, position, recipient, sent, others } = &example.told;
    let reference = |name: &str, text: &Option<String>| {
        let read = |text: &String| Arc::new(Reference::read(name, Source::new(text.trim()), Format::Markdown));
        text.as_ref().map(read)
    };
    let name = |company: &Option<String>| company.as_deref().and_then(Name::new);
    let kept = |(number, other): (usize, &OtherLetter)| {
        let letter = Letter::read(Source::new(other.text.trim()), Format::Markdown);
        Kept::of(&format!("other-{number}.md"), &letter, name(&other.company).as_ref(), Day::of_seconds(0))
    };
    let company = name(company);
    let mut letters: Vec<Kept> = (1..).zip(others).map(kept).collect();
    letters.push(Kept::of("letter.md", letter, company.as_ref(), None));
    Application {
        alias: None,
        others: Arc::new(Names::of(others.iter().filter_map(|other| name(&other.company)))),
        position: position.clone(),
        recipient: recipient.clone(),
        job: reference("job.md", job),
        cv: reference("cv.md", cv),
        day: sent.as_deref().and_then(Day::of_iso),
        reuse: reuse(&letters).pop().unwrap_or_default(),
        company,
    }
}

fn role_of(rule: &Rule, rules: &RuleSet) -> Option<String> {
    rules.packs().find(|pack| pack.name == rule.pack).and_then(|pack| pack.roles.first().cloned())
}
