//! Packs: folders of rules that are for the same letters.

use super::later::Later;
use super::matcher::Matcher;
use super::phrase::Phrases;
use super::scope::{Level, TierWords};
use super::slots::Slots;
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
    pub signals: Later<Vec<Signal>>,
    /// What is gone through before such a letter is sent.
    pub checklist: Later<Vec<ChecklistItem>>,
    /// Phrases in subject, greeting or opening that select it.
    pub(super) select: Phrases,
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
    /// What is said where all is well.
    pub done: String,
    /// What must be known for it to mean anything.
    #[serde(default)]
    pub needs: Option<Needs>,
    /// The rules whose findings belong to it; where there is nothing else, the errors of all rules that belong to none.
    #[serde(default)]
    pub rules: Vec<String>,
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

    /// Gives its signals their slots, and returns that of the phrases that select it.
    pub(super) fn number(&mut self, slots: &mut Slots) -> usize {
        self.signals.get_mut().iter_mut().for_each(|signal| signal.find.number(slots));
        slots.of_phrases(self.select.iter())
    }
}
