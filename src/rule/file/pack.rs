//! The TOML shape of a `pack.toml`.

use super::{MatcherFile, OneOrMany, Spanned};
use crate::diagnostic::Severity;
use crate::rule::pack::ChecklistItem;
use crate::rule::scope::{Level, TierWords};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A pack's own file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rule) struct PackFile {
    pub(in crate::rule) title: String,
    pub(in crate::rule) about: String,
    /// Active for every letter.
    #[serde(default)]
    pub(in crate::rule) always: bool,
    /// Names that `--role` takes for it; the first is the one that is shown.
    #[serde(default)]
    pub(in crate::rule) roles: Vec<String>,
    /// Levels that select it.
    #[serde(default)]
    pub(in crate::rule) levels: Vec<Level>,
    /// Words in subject, greeting or opening that select it, whatever the sentence says.
    #[serde(default)]
    pub(in crate::rule) select: Vec<String>,
    /// Job titles that select it where a letter applies for one.
    #[serde(default)]
    pub(in crate::rule) titles: Vec<String>,
    /// Job titles that select it where nothing but a grade is beside them.
    #[serde(default)]
    pub(in crate::rule) short_titles: Vec<String>,
    /// Longer titles that hold one of its own and are for another job.
    #[serde(default)]
    pub(in crate::rule) not_titles: Vec<String>,
    /// How a letter says which title it applies for, whatever the pack; of a pack that is always active.
    #[serde(default)]
    pub(in crate::rule) applying: ApplyingFile,
    /// How letters and CVs speak of work, whatever the pack; of a pack that is always active.
    pub(in crate::rule) employment: Option<Spanned<EmploymentFile>>,
    /// Packs whose rules come with it.
    #[serde(default)]
    pub(in crate::rule) extends: Vec<String>,
    /// Rules and signals of other packs that it turns off.
    #[serde(default)]
    pub(in crate::rule) off: Vec<String>,
    /// The most that it lets rules of other packs say.
    #[serde(default)]
    pub(in crate::rule) severity: BTreeMap<String, Severity>,
    /// What it says to do in place of the help of a rule, by rule.
    #[serde(default)]
    pub(in crate::rule) help: BTreeMap<String, Spanned<String>>,
    /// Words of body by tier.
    pub(in crate::rule) tiers: Option<TierWords>,
    /// What a reader looks for.
    #[serde(default)]
    pub(in crate::rule) signal: Vec<SignalFile>,
    /// What is gone through before a letter is sent.
    #[serde(default)]
    pub(in crate::rule) checklist: Vec<ChecklistItem>,
}

/// What is said of job titles whatever the pack, as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rule) struct ApplyingFile {
    /// Words of a title that say how senior, how long or how much, not what.
    #[serde(default)]
    pub(in crate::rule) grades: Vec<String>,
    /// Those of them that make another job of it.
    #[serde(default)]
    pub(in crate::rule) kept: Vec<String>,
    /// Sentences that apply for a title; `{match}` stands for it.
    pub(in crate::rule) like: Option<Spanned<OneOrMany<String>>>,
    /// Sentences in which it is somebody else's, a past one, or part of another.
    pub(in crate::rule) not_like: Option<Spanned<OneOrMany<String>>>,
    /// Sentences in which the writer says that it is their own.
    pub(in crate::rule) own: Option<Spanned<OneOrMany<String>>>,
    /// Openings that apply for something else, with such a sentence in them.
    pub(in crate::rule) not_own: Option<Spanned<OneOrMany<String>>>,
}

/// How work is spoken of, as it is written. In expressions `{job}` is any of `jobs`, `{title}` and `{employer}` are the
/// expressions of those keys as a group.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rule) struct EmploymentFile {
    /// Words that say what somebody does: the last of a title.
    pub(in crate::rule) jobs: Vec<String>,
    /// Words of a title that say how senior somebody is.
    pub(in crate::rule) ranks: Vec<String>,
    /// Words of a CV for a job that has not ended.
    pub(in crate::rule) present: Vec<String>,
    /// A title.
    pub(in crate::rule) title: String,
    /// A name of an employer.
    pub(in crate::rule) employer: String,
    /// Sentences that apply for a title.
    pub(in crate::rule) applied: Vec<String>,
    /// Subject lines that consist of a title.
    pub(in crate::rule) subject: Vec<String>,
    /// Subject lines that are sentences.
    pub(in crate::rule) subject_sentence: Vec<String>,
    /// Words before a title that was held once.
    pub(in crate::rule) past: Vec<String>,
    /// Sentences in which the writer holds or held a title.
    pub(in crate::rule) held: Vec<String>,
    /// Sentences that name an employer of the writer.
    pub(in crate::rule) employers: Vec<String>,
    /// The employer after a title that was held.
    pub(in crate::rule) employer_after_title: Vec<String>,
}

/// A signal as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rule) struct SignalFile {
    pub(in crate::rule) name: String,
    pub(in crate::rule) title: String,
    pub(in crate::rule) missing: String,
    pub(in crate::rule) find: MatcherFile,
}
