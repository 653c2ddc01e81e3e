//! How letters and CVs say what somebody applies for, what they were, and where.

use super::pattern::Pattern;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Expressions over one sentence or line; what is found is what their first group matches.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Employment {
    /// A word that says what somebody does, in a title.
    pub(super) job: Vec<Pattern>,
    /// Words of a title that say how senior somebody is, in lower case.
    pub(crate) ranks: Vec<String>,
    /// Words of a CV for a job that has not ended, in lower case.
    pub(crate) present: Vec<String>,
    /// The title that a letter applies for.
    pub(crate) applied: Vec<Pattern>,
    /// The title that a subject line consists of.
    pub(crate) subject: Vec<Pattern>,
    /// A subject line that is a sentence.
    pub(crate) subject_sentence: Vec<Pattern>,
    /// What comes before a title that was held once.
    pub(crate) past: Vec<Pattern>,
    /// A title that the writer holds or held.
    pub(crate) held: Vec<Pattern>,
    /// An employer of the writer.
    pub(crate) employer: Vec<Pattern>,
    /// The employer after a title that the writer held.
    pub(crate) employer_after_title: Vec<Pattern>,
}

impl Employment {
    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        self.job.is_empty()
    }

    /// Whether `title` says what somebody does.
    pub(crate) fn is_job(&self, title: &str) -> bool {
        is_any(&self.job, title)
    }
}

/// Whether one of `patterns` matches something in `text`.
pub(crate) fn is_any(patterns: &[Pattern], text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    patterns.iter().any(|pattern| pattern.may_match(&lower) && pattern.is_match(text))
}

/// Returns the bytes of `text` that the first groups of `patterns` match, by pattern, then by place.
pub(crate) fn groups(patterns: &[Pattern], text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let possible = patterns.iter().filter(|pattern| pattern.may_match(&lower));
    possible.flat_map(|pattern| pattern.groups(text)).collect()
}
