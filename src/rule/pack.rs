//! Packs: folders of rules that are for the same letters.

use super::employment::Employment;
use super::likeness::Likeness;
use super::matcher::Matcher;
use super::phrase::Phrase;
use super::scope::{Level, TierWords};
use crate::diagnostic::Severity;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A folder of rules that are for the same letters.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Pack {
    /// The folder's name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// What it is for, in a sentence.
    pub about: String,
    /// Whether it is for every letter.
    pub is_always: bool,
    /// Names that `--role` takes for it.
    pub roles: Vec<String>,
    /// Levels that select it.
    pub levels: Vec<Level>,
    /// Packs whose rules come with it.
    pub extends: Vec<String>,
    /// Rules and signals of other packs that it turns off.
    pub off: Vec<String>,
    /// The most that it lets rules of other packs say.
    pub severity: BTreeMap<String, Severity>,
    /// What it says to do in place of the help of a rule, by rule.
    pub help: BTreeMap<String, String>,
    /// Words of body by tier, where they differ from the usual.
    pub tiers: Option<TierWords>,
    /// What a reader of such a letter looks for.
    pub signals: Vec<Signal>,
    /// What is gone through before such a letter is sent.
    pub checklist: Vec<ChecklistItem>,
    /// Phrases in subject, greeting or opening that select it, whatever the sentence says.
    pub(super) select: Vec<Phrase>,
    /// Job titles that select it where a letter applies for one.
    pub(super) titles: Vec<Phrase>,
    /// Job titles that select it where nothing but a grade is beside them.
    pub(super) short_titles: Vec<Phrase>,
    /// Longer titles that hold one of its own and are for another job.
    pub(super) not_titles: Vec<Phrase>,
    /// What is said of job titles whatever the pack.
    pub(crate) applying: Applying,
    /// How work is spoken of, whatever the pack.
    pub(super) employment: Employment,
}

impl Pack {
    /// Returns how work is spoken of, where the pack says so.
    pub(super) fn employment(&self) -> Option<&Employment> {
        Some(&self.employment).filter(|employment| !employment.is_empty())
    }
}

/// How a letter says that a job title is the one applied for; each expression is one over a sentence.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Applying {
    /// Words of a title that say how senior, how long or how much, not what.
    pub(crate) grades: Vec<String>,
    /// Those of them that make another job of it: a title is not named without them.
    pub(crate) kept: Vec<String>,
    /// The sentence applies for the title.
    pub(crate) like: Vec<Likeness>,
    /// The title is somebody else's, a past one, or part of another.
    pub(crate) not_like: Vec<Likeness>,
    /// The writer says that it is their own.
    pub(crate) own: Vec<Likeness>,
    /// The opening around such a sentence applies for something else.
    pub(crate) not_own: Vec<Likeness>,
}

impl Applying {
    /// Whether it says nothing.
    pub(super) fn is_silent(&self) -> bool {
        let Applying { grades, kept, like, not_like, own, not_own } = self;
        grades.is_empty() && kept.is_empty() && [like, not_like, own, not_own].iter().all(|list| list.is_empty())
    }
}

/// What a phrase of a pack says where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Selects {
    /// It selects the pack whatever is around it.
    Always,
    /// It is a title of the pack.
    AsTitle,
    /// It is a title of the pack where nothing but grades is beside it.
    Alone,
    /// It is a title of another job.
    Never,
}

/// Something that a reader looks for in forty seconds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Signal {
    /// Its permanent name, kebab-case.
    pub name: String,
    /// What it is called on the screen.
    pub title: String,
    /// What to add where it is missing.
    pub missing: String,
    /// What shows it.
    pub find: Matcher,
}

/// A line of the checklist that is gone through before a letter is sent.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistItem {
    /// Its permanent name, kebab-case.
    pub name: String,
    /// What is said above what is wrong.
    pub title: String,
    /// What is said where all is well; `{answered}` and `{required}` count what `counted` looks for.
    pub done: String,
    /// What is said in place of that where a letter has not what it speaks of.
    #[serde(default)]
    pub without: BTreeMap<Fact, String>,
    /// What must be known for it to mean anything.
    #[serde(default)]
    pub needs: Option<Needs>,
    /// The rules whose findings belong to it; where there is nothing else, the errors of all rules that belong to none.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Those of them that are tried before sending whatever their conditions: a letter of ten words quotes no posting either.
    #[serde(default)]
    pub always: Vec<String>,
    /// The rule that looks for what another text asks for and the letter does not answer.
    #[serde(default)]
    pub counted: Option<String>,
    /// What is looked at besides the letter's text.
    #[serde(default)]
    pub checks: Vec<FileCheck>,
}

/// What must be known for a line of the checklist to mean anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needs {
    /// The company that the letter is for.
    Company,
    /// The position applied for.
    Position,
    /// A greeting and a sign-off.
    Greeting,
    /// A date in the letter.
    Date,
    /// The posting.
    Posting,
    /// The writer's CV.
    Cv,
    /// Other letters.
    Others,
    /// A file beside the letter that was exported from it.
    Export,
}

/// What a line of the checklist may speak of, and a letter may not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// Somebody who is known to read it.
    Recipient,
    /// Something that the posting requires.
    Requirements,
}

/// What is looked at besides a letter's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileCheck {
    /// The name of its file.
    FileName,
    /// Its front matter.
    FrontMatter,
    /// Files beside it that were exported from it.
    Export,
}

impl Pack {
    /// The pack of rules that a user names one by one.
    pub(super) fn of_user() -> Self {
        Pack {
            name: super::USER_PACK.to_owned(),
            title: "Your own rules".to_owned(),
            about: "Rules given with --rules.".to_owned(),
            is_always: true,
            ..Pack::default()
        }
    }

    /// Says what its phrase of that number, as they are numbered for the search, says.
    pub(crate) fn selects(&self, phrase: usize) -> Selects {
        let titles = self.select.len() + self.titles.len();
        match () {
            () if phrase < self.select.len() => Selects::Always,
            () if phrase < titles => Selects::AsTitle,
            () if phrase < titles + self.short_titles.len() => Selects::Alone,
            () => Selects::Never,
        }
    }
}
