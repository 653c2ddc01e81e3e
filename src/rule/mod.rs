//! Rules: one sentence with blanks, read from TOML.
//!
//! In each **scope**, *when* X is there (*unless* Y is), **forbid** / **require** / **limit** Z.

mod amend;
mod available;
mod build;
mod compiled;
mod contraction;
mod convert;
mod employment;
mod error;
mod file;
mod find;
mod gate;
mod index;
mod kind;
mod language;
mod likeness;
mod literals;
mod matcher;
mod needle;
mod pack;
mod pattern;
mod phrase;
mod schema;
mod scope;
mod set;
mod stored;
#[cfg(test)]
mod tests;
mod title;
mod tree;
mod vocabulary;

pub use amend::{Amendment, Phrases};
pub(crate) use available::Available;
pub use compiled::Compiled;
pub(crate) use compiled::{ReadResult, ReadRule};
pub(crate) use employment::{Employment, groups, is_any};
pub use error::{RuleError, RuleErrorKind};
pub use find::Find;
pub use kind::{Copied, DateKind, FrontMatterFault, Given, NameKind, Repeat, Reused, Spelling, SuppressionFault, Text};
pub use likeness::Likeness;
pub(crate) use likeness::MATCH;
pub use matcher::{Bound, BoundValue, Count, Except, Matcher, PartName, Place, TierInForce};
pub(crate) use needle::Fences;
pub(crate) use pack::{Applying, Selects};
pub use pack::{ChecklistItem, Fact, FileCheck, Needs, Pack, Signal};
pub use pattern::Pattern;
pub(crate) use phrase::fold;
pub(crate) use phrase::{Element, Joint, Sequence};
pub use phrase::{Phrase, PhraseSet};
pub use schema::rule_schema;
pub use scope::{Each, Level, Measure, Scope, Tier, TierWords, Within};
pub use set::RuleSet;
pub(crate) use title::{Mention, is_free, longest, marked};
pub use tree::{File, collect};

use crate::diagnostic::Severity;
use serde::{Deserialize, Serialize};

/// The pack of a user's rules that are in no pack.
pub const USER_PACK: &str = "user";

/// One rule.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Rule {
    /// Its permanent name, kebab-case: the name of its file.
    pub id: String,
    /// Whether letterlint brings it.
    pub is_shipped: bool,
    /// The pack it belongs to: the folder of its file.
    pub pack: String,
    /// How much a finding matters where no adjustment says otherwise.
    pub severity: Severity,
    /// Where it looks.
    pub scopes: Vec<Scope>,
    /// Whether only its first finding in a letter is shown.
    pub once: bool,
    /// Whether it makes sense in a letter that is not English; rules are about English otherwise.
    pub any_language: bool,
    /// Ids of rules: where one of them finds the same words, it reports them and this rule does not.
    pub yields_to: Vec<String>,
    /// What was found; `{match}` and its like are filled in.
    pub message: String,
    /// What to do instead.
    pub help: String,
    /// What it asks for.
    pub demand: Demand,
    /// All of these must hold in the unit.
    pub when: Vec<Matcher>,
    /// None of these may hold in the unit.
    pub unless: Vec<Matcher>,
    /// Severities for special cases; the last that holds counts.
    pub adjust: Vec<Adjust>,
    /// Numbers that settings may change.
    pub options: Vec<RuleOption>,
    /// What nobody needs who only checks letters; empty where it was not asked for.
    #[serde(skip)]
    pub docs: Docs,
}

/// A number of a rule that settings may change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleOption {
    /// What settings call it.
    pub name: String,
    /// What it is where settings do not say.
    pub default: usize,
    /// What it means, in a sentence without a full stop.
    pub about: String,
}

/// What a rule says of itself.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Docs {
    /// Why readers mind.
    pub why: String,
    /// Where the advice comes from.
    pub source: Vec<String>,
    /// Examples that the rule must find.
    pub bad: Vec<Example>,
    /// Examples, near misses, that it must not find.
    pub good: Vec<Example>,
}

/// What a rule asks of a unit.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Demand {
    /// Each match is a finding.
    Forbid(Matcher),
    /// A unit with too few matches is a finding.
    Require(Matcher),
    /// A unit whose count lies outside the bounds is a finding.
    Limit(Matcher),
}

impl Demand {
    /// Returns the matcher within, to be changed.
    fn matcher_mut(&mut self) -> &mut Matcher {
        let (Demand::Forbid(matcher) | Demand::Require(matcher) | Demand::Limit(matcher)) = self;
        matcher
    }

    /// Returns the matcher within.
    pub fn matcher(&self) -> &Matcher {
        let (Demand::Forbid(matcher) | Demand::Require(matcher) | Demand::Limit(matcher)) = self;
        matcher
    }
}

/// Another severity under conditions; all that are given must hold.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Adjust {
    /// The severity then; `None` drops the finding.
    pub severity: Option<Severity>,
    /// The rule's count in this letter is greater than this.
    pub over: Option<Bound>,
    /// The letter's tier is one of these; empty: any.
    pub tiers: Vec<Tier>,
    /// Whether the tier was asked for by name; `None`: either.
    pub asked: Option<bool>,
    /// The writer's level is one of these; empty: any.
    pub levels: Vec<Level>,
    /// The letter's role is one of these; empty: any.
    pub roles: Vec<String>,
    /// This holds, seen from the finding; without `within`, in the finding itself.
    pub when: Option<Matcher>,
}

/// A piece of letter that a rule is tried on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The letter, or a part of one, as Markdown.
    pub text: String,
    /// What the finding must be on, where it matters.
    pub matched: Option<String>,
    /// The tier to hold it against.
    pub tier: Option<Tier>,
    /// The writer's level.
    pub level: Option<Level>,
    /// The role applied for.
    pub role: Option<String>,
    /// What the application is known to be.
    pub told: Told,
}

/// What an example knows of the application.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The posting, as Markdown.
    pub job: Option<String>,
    /// The CV, as Markdown.
    pub cv: Option<String>,
    /// The company that the letter is for.
    pub company: Option<String>,
    /// The position applied for.
    pub position: Option<String>,
    /// The person that the letter is for.
    pub recipient: Option<String>,
    /// The day on which it is sent: `2026-11-20`.
    pub sent: Option<String>,
    /// Other letters.
    pub others: Vec<OtherLetter>,
}

/// A letter beside an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherLetter {
    /// The company that it is for.
    pub company: Option<String>,
    /// Its text, as Markdown.
    pub text: String,
}

impl Rule {
    /// Whether letterlint finds what the rule reports while it reads comments or front matter: of the rule file only the
    /// wording, the severity and the examples count.
    pub fn is_built_in(&self) -> bool {
        let matcher = self.demand.matcher();
        matcher.suppressions().is_some() || matcher.front_matter().is_some()
    }

    /// Whether it reports that English words are missing, which can be said only of a letter that is English.
    pub(crate) fn needs_english(&self) -> bool {
        let is_about_absence = match &self.demand {
            Demand::Forbid(_) => false,
            Demand::Require(_) => true,
            Demand::Limit(matcher) => matcher.count.at_least.is_some(),
        };
        // Parts and measures are the same in all languages.
        is_about_absence && !self.any_language && self.demand.matcher().has_finders()
    }

    /// Calls `visit` with all matchers but those beside others, in a fixed order.
    fn each_matcher_mut(&mut self, visit: &mut impl FnMut(&mut Matcher)) {
        visit(self.demand.matcher_mut());
        self.when.iter_mut().for_each(&mut *visit);
        self.unless.iter_mut().for_each(&mut *visit);
        self.adjust.iter_mut().filter_map(|adjust| adjust.when.as_mut()).for_each(visit);
    }
}
