//! What a user is shown: owned, plain data.

use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, schemars(transform = name_notes))]
pub enum Severity {
    /// A matter of taste, or a fact that a linter cannot know; a note to people.
    #[serde(alias = "note")]
    Info,
    /// A weakness that readers act on.
    Warning,
    /// A mistake that nobody sends on purpose.
    Error,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

    /// Returns the severity that people or programs call `name`.
    pub fn of(name: &str) -> Option<Self> {
        Severity::ALL.into_iter().find(|severity| [severity.name(), severity.label()].contains(&name))
    }

    /// Returns the name that people read.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Info => "note",
            _ => self.name(),
        }
    }

    /// Returns the lower-case name in the formats that programs read.
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

/// Puts `note` beside `info` in the schema of something that a file may call either.
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

/// What a user risks by taking a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// The meaning stays as it was.
    Safe,
    /// The sentence may need another look.
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
    /// Which bytes are replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
    /// What the user risks.
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
    /// Where it stands; for an absence, the unit that lacks the thing.
    pub span: Span,
    /// A change that removes the finding, where one is certain.
    pub fix: Option<Fix>,
}

/// Puts `diagnostics` in the order in which they are told, and leaves no two fixes that change the same text in two ways:
/// the later one waits until the earlier was applied.
pub(crate) fn settle(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| (a.span, &a.rule, &a.message).cmp(&(b.span, &b.rule, &b.message)));
    let mut fixed: Vec<&mut Option<Fix>> = diagnostics.iter_mut().map(|one| &mut one.fix).collect();
    fixed.retain(|fix| fix.is_some());
    fixed.sort_by_key(|fix| fix.as_ref().map(|fix| fix.span));
    let mut kept: Option<Fix> = None;
    for slot in fixed {
        let waits = |fix: &Fix| kept.as_ref().is_some_and(|before| fix.span.start < before.span.end && fix != before);
        if slot.as_ref().is_some_and(waits) {
            *slot = None;
        } else {
            kept.clone_from(slot);
        }
    }
}
