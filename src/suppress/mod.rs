//! Which findings are not shown: suppressed by a comment, by the settings, or accepted by a baseline.
//!
//! A stage over finished findings: nothing here looks at the letter's text again but to know a place anew.

mod baseline;
mod directive;
mod directives;
mod fault;
mod ignore;
mod key;
mod lines;
mod reach;
#[cfg(test)]
mod tests;

pub use baseline::{Accepted, Baseline, BaselineError, CURE as BASELINE_CURE};
pub use ignore::Ignore;

use crate::check::{Checked, Options, in_force};
use crate::diagnostic::{Diagnostic, settle};
use crate::letter::Letter;
use crate::rule::RuleSet;
use directives::Directives;

/// A finding that is not shown, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// What took it away.
    pub by: Suppressor,
    /// The reason that was given.
    pub reason: Option<String>,
}

/// What takes a finding away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suppressor {
    /// A comment in the letter.
    Comment,
    /// An `[[ignore]]` of the settings.
    Settings,
    /// The baseline.
    Baseline,
}

impl Suppressor {
    /// Returns the name used in the JSON output.
    pub fn name(self) -> &'static str {
        match self {
            Suppressor::Comment => "comment",
            Suppressor::Settings => "settings",
            Suppressor::Baseline => "baseline",
        }
    }
}

/// What a letter's findings are held against.
#[derive(Clone, Copy, Debug)]
pub struct Suppressions<'a> {
    /// The rules that were tried.
    pub rules: &'a RuleSet,
    /// How they were tried.
    pub options: &'a Options,
    /// Whether a comment without a reason is a finding.
    pub requires_reason: bool,
    /// What the settings say of this letter, by its index in the settings.
    pub ignores: &'a [(usize, &'a Ignore)],
}

/// What is left of a letter's findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sifted {
    /// Findings that are shown, ordered by place, then by rule.
    pub diagnostics: Vec<Diagnostic>,
    /// Those that are not.
    pub suppressed: Vec<Suppressed>,
    /// Indices of the `[[ignore]]` entries that took something away.
    pub used_ignores: Vec<usize>,
}

/// Takes away what comments in `letter` and the settings suppress, and adds what is wrong with the comments.
pub fn sift(letter: &Letter, checked: Checked, held: &Suppressions<'_>) -> Sifted {
    let mut directives = Directives::of(letter, held.rules);
    let mut sifted = Sifted::default();
    let Checked { diagnostics, facts } = checked;
    for diagnostic in diagnostics {
        sift_one(diagnostic, &mut directives, letter, held, &mut sifted);
    }
    if !directives.all.is_empty() || !letter.unclosed_comments().is_empty() {
        let tried = in_force(letter, held.rules, held.options, &facts);
        let faults = fault::faults(&directives.all, letter, held, &tried);
        for found in faults.into_iter().chain(fault::unclosed(letter, held, &tried)) {
            sift_one(found, &mut directives, letter, held, &mut sifted);
        }
        settle(&mut sifted.diagnostics);
    }
    sifted
}

fn sift_one(
    diagnostic: Diagnostic,
    directives: &mut Directives,
    letter: &Letter,
    held: &Suppressions<'_>,
    sifted: &mut Sifted,
) {
    if let Some(directive) = directives.take(&diagnostic) {
        let reason = directive.reason.clone();
        sifted.suppressed.push(Suppressed { diagnostic, by: Suppressor::Comment, reason });
    } else if let Some((index, ignore)) = held.ignores.iter().find(|(_, ignore)| ignore.covers(&diagnostic, letter)) {
        if !sifted.used_ignores.contains(index) {
            sifted.used_ignores.push(*index);
        }
        let reason = ignore.reason.clone();
        sifted.suppressed.push(Suppressed { diagnostic, by: Suppressor::Settings, reason });
    } else {
        sifted.diagnostics.push(diagnostic);
    }
}

/// Returns what the rules say of an `[[ignore]]` whose reason is missing; `None` where it has one, or the rule is off.
pub fn ignore_without_reason(ignore: &Ignore, rules: &RuleSet, options: &Options) -> Option<Diagnostic> {
    fault::ignore_without_reason(ignore, rules, options)
}

/// Returns what the rules say of an `[[ignore]]` that took nothing away; `None` where that rule is off.
pub fn unused_ignore(ignore: &Ignore, rules: &RuleSet, options: &Options) -> Option<Diagnostic> {
    fault::unused_ignore(ignore, rules, options)
}
