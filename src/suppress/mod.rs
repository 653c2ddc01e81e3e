//! Suppression: hides findings by comments in the letter, by the settings, or by a baseline.
//!
//! This stage works on finished findings; it reads the letter's text only to match a finding with an accepted one.

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
    /// The finding.
    pub diagnostic: Diagnostic,
    /// What suppressed it.
    pub by: Suppressor,
    /// The reason given, if any.
    pub reason: Option<String>,
}

/// What suppresses a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suppressor {
    /// A comment in the letter.
    Comment,
    /// An `[[ignore]]` entry of the settings.
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

/// What decides which findings of a letter are suppressed.
#[derive(Clone, Copy, Debug)]
pub struct Suppressions<'a> {
    /// The rules that ran.
    pub rules: &'a RuleSet,
    /// The options they ran with.
    pub options: &'a Options,
    /// Whether a comment without a reason is reported.
    pub requires_reason: bool,
    /// The `[[ignore]]` entries for this letter, each with its index in the settings.
    pub ignores: &'a [(usize, &'a Ignore)],
}

/// A letter's findings after suppression.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sifted {
    /// The findings to show, ordered by place, then by rule.
    pub diagnostics: Vec<Diagnostic>,
    /// The suppressed findings.
    pub suppressed: Vec<Suppressed>,
    /// Indices of the `[[ignore]]` entries that suppressed something.
    pub used_ignores: Vec<usize>,
}

/// Removes the findings that comments in `letter` and the settings suppress, and adds findings about the comments.
pub fn sift(letter: &Letter, checked: Checked, suppressions: &Suppressions<'_>) -> Sifted {
    let mut directives = Directives::of(letter, suppressions.rules);
    let mut sifted = Sifted::default();
    let Checked { diagnostics, facts } = checked;
    for diagnostic in diagnostics {
        sift_one(diagnostic, &mut directives, letter, suppressions, &mut sifted);
    }
    if !directives.all.is_empty() || !letter.unclosed_comments().is_empty() {
        let tried = in_force(letter, suppressions.rules, suppressions.options, &facts);
        let faults = fault::faults(&directives.all, letter, suppressions, &tried);
        for found in faults.into_iter().chain(fault::unclosed(letter, suppressions, &tried)) {
            sift_one(found, &mut directives, letter, suppressions, &mut sifted);
        }
        settle(&mut sifted.diagnostics);
    }
    sifted
}

fn sift_one(
    diagnostic: Diagnostic,
    directives: &mut Directives,
    letter: &Letter,
    suppressions: &Suppressions<'_>,
    sifted: &mut Sifted,
) {
    if let Some(directive) = directives.take(&diagnostic) {
        let reason = directive.reason.clone();
        sifted.suppressed.push(Suppressed { diagnostic, by: Suppressor::Comment, reason });
    } else if let Some((index, ignore)) =
        suppressions.ignores.iter().find(|(_, ignore)| ignore.covers(&diagnostic, letter))
    {
        if !sifted.used_ignores.contains(index) {
            sifted.used_ignores.push(*index);
        }
        let reason = ignore.reason.clone();
        sifted.suppressed.push(Suppressed { diagnostic, by: Suppressor::Settings, reason });
    } else {
        sifted.diagnostics.push(diagnostic);
    }
}

/// Returns the finding for an `[[ignore]]` without a reason; `None` if it has one or the rule is off.
pub fn ignore_without_reason(ignore: &Ignore, rules: &RuleSet, options: &Options) -> Option<Diagnostic> {
    fault::ignore_without_reason(ignore, rules, options)
}

/// Returns the finding for an `[[ignore]]` that suppressed nothing; `None` if the rule is off.
pub fn unused_ignore(ignore: &Ignore, rules: &RuleSet, options: &Options) -> Option<Diagnostic> {
    fault::unused_ignore(ignore, rules, options)
}
