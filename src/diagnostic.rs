//! Diagnostics: findings as owned, plain data, ready for a report.

use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, schemars(transform = name_notes))]
pub enum Severity {
    /// A matter of taste, or something that a linter cannot know. Reports for people call it a note.
    #[serde(alias = "note")]
    Info,
    /// A weakness that costs the writer with readers.
    Warning,
    /// A mistake that nobody makes on purpose.
    Error,
}

impl Severity {
    /// All severities, the most serious first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

    /// Returns the severity whose [`name`](Self::name) or [`label`](Self::label) is `name`.
    pub fn of(name: &str) -> Option<Self> {
        Severity::ALL.into_iter().find(|severity| [severity.name(), severity.label()].contains(&name))
    }

    /// Returns the name used in reports for people.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Info => "note",
            _ => self.name(),
        }
    }

    /// Returns the lower-case name used in settings and in formats for programs.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.label())
    }
}

/// Adds `note` to a schema as an alias of `info`.
#[cfg(test)]
pub(crate) fn name_notes(schema: &mut schemars::Schema) {
    for key in ["enum", "oneOf"] {
        let Some(known) = schema.get_mut(key).and_then(|known| known.as_array_mut()) else { continue };
        if let Some(mut note) = known.iter().find(|one| **one == "info" || one["const"] == "info").cloned() {
            match note.get_mut("const") {
                Some(name) => *name = "note".into(),
                None => note = "note".into(),
            }
            known.push(note);
        }
    }
}

/// How safe it is to apply a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// The meaning does not change.
    Safe,
    /// The sentence may need another look afterwards.
    Unsafe,
}

impl Applicability {
    /// Returns the name used in the JSON output.
    pub fn name(self) -> &'static str {
        match self {
            Applicability::Safe => "safe",
            Applicability::Unsafe => "unsafe",
        }
    }
}

/// A change to the text that removes the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The bytes to replace.
    pub span: Span,
    /// The new text.
    pub replacement: String,
    /// How safe the change is.
    pub applicability: Applicability,
}

/// One finding of one rule at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Id of the rule.
    pub rule: String,
    /// How much it matters here.
    pub severity: Severity,
    /// One sentence: what was found.
    pub message: String,
    /// What to do instead.
    pub help: String,
    /// Where it was found, in bytes; for something missing, the paragraph or letter that lacks it.
    pub span: Span,
    /// A change that removes the finding, if letterlint knows one.
    pub fix: Option<Fix>,
}

/// Sorts `diagnostics` by place, rule and message, and drops fixes that conflict with an earlier fix.
///
/// A dropped fix is offered again once the earlier one was applied.
pub(crate) fn settle(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| (a.span, &a.rule, &a.message).cmp(&(b.span, &b.rule, &b.message)));
    let mut fixed: Vec<&mut Option<Fix>> = diagnostics.iter_mut().map(|one| &mut one.fix).collect();
    fixed.retain(|fix| fix.is_some());
    fixed.sort_by_key(|fix| fix.as_ref().map(|fix| fix.span));
    let mut kept: Option<Fix> = None;
    for slot in fixed {
        let conflicts =
            |fix: &Fix| kept.as_ref().is_some_and(|before| fix.span.start < before.span.end && fix != before);
        if slot.as_ref().is_some_and(conflicts) {
            *slot = None;
        } else {
            kept.clone_from(slot);
        }
    }
}
