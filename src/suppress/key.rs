//! How a finding is known again after its letter was edited: by its words and those around it, never by its line.

use crate::diagnostic::Diagnostic;
use crate::rule::fold;
use crate::source::Source;
use serde::{Deserialize, Serialize};

/// Words of a finding that are kept; a longer one is known by its beginning.
const MOST_WORDS: usize = 8;

/// Words of context on either side.
const CONTEXT: usize = 3;

/// What a finding is known by; all of it folded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Key {
    /// Id of the rule.
    pub(super) rule: String,
    /// The first words that the finding stands on; none where it stands on the letter as a whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) text: String,
    /// The words before it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) before: String,
    /// The words behind it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) after: String,
}

impl Key {
    /// Returns what `diagnostic` is known by.
    pub(super) fn of(diagnostic: &Diagnostic, source: &Source) -> Self {
        let rule = diagnostic.rule.clone();
        let span = diagnostic.span;
        let text = source.slice(span);
        if is_sweeping(text, source) {
            // Any edit would change these words, and a letter has but one whole.
            return Key { rule, text: String::new(), before: String::new(), after: String::new() };
        }
        let before = source.text()[..span.start].split_whitespace().rev().take(CONTEXT);
        let mut before: Vec<&str> = before.collect();
        before.reverse();
        let after = source.text()[span.end..].split_whitespace().take(CONTEXT);
        Key {
            rule,
            text: fold(&text.split_whitespace().take(MOST_WORDS).collect::<Vec<_>>().join(" ")),
            before: fold(&before.join(" ")),
            after: fold(&after.collect::<Vec<_>>().join(" ")),
        }
    }

    /// Whether both are the same words with the same words on either side.
    pub(super) fn is(&self, other: &Key) -> bool {
        self == other
    }

    /// Whether both are the same words with the same words on one side: an edit beside a finding leaves it known.
    pub(super) fn is_like(&self, other: &Key) -> bool {
        let is_beside = self.before == other.before || self.after == other.after;
        self.rule == other.rule && self.text == other.text && is_beside
    }
}

/// Whether `text` is half of the letter or more, and more than a paragraph.
fn is_sweeping(text: &str, source: &Source) -> bool {
    let is_half = text.len() * 2 >= source.text().trim().len();
    is_half && text.trim().lines().any(|line| line.trim().is_empty())
}
