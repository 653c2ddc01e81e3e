//! The words of the rule form that reach beyond the letter: to the posting, the CV, names, days and other letters.

use super::head::Kinds;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A text other than the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Text {
    /// The posting.
    Job,
    /// The writer's CV.
    Cv,
}

/// Something that letterlint may know about the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Given {
    /// The company that the letter is for.
    Company,
    /// The position applied for.
    Position,
    /// The person that the letter is for.
    Recipient,
    /// The posting.
    Job,
    /// The writer's CV.
    Cv,
}

/// Which names to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// The company that the letter is for.
    Company,
    /// Companies that other letters are for.
    OtherCompany,
    /// The company, not spelt as it spells itself.
    MisspeltCompany,
    /// A title that the letter applies for and that is not the position's.
    OtherPosition,
    /// In the greeting, somebody who is not the recipient.
    OtherRecipient,
    /// Employers: "At Acme, I …", "my years at Acme".
    Employer,
    /// Titles of earlier jobs: "as a Senior Engineer at …".
    HeldTitle,
}

/// What a date line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DateKind {
    /// A day more than a week before the letter is sent.
    Past,
    /// A day more than a week after that.
    Future,
}

/// What another letter contains too, word for word or nearly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Reused {
    /// A paragraph.
    Paragraph,
    /// The whole letter, except for names.
    Letter,
}

/// Runs of words that are also in another text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Copied {
    /// The other text.
    pub from: Text,
    /// Fewest words of a run.
    pub words: usize,
}

/// What a matcher asks of the letter's surroundings.
#[allow(clippy::struct_excessive_bools, reason = "each is a word of the rule form")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beyond {
    /// What must be known for the matcher to find anything, as [`Kinds`].
    pub(crate) needs: u32,
    /// The text that is looked through in place of the unit.
    pub of: Option<Text>,
    /// Names to look for.
    pub names: Vec<NameKind>,
    /// Runs of words that are also in another text.
    pub copied: Option<Copied>,
    /// Date lines that say this.
    pub dates: Vec<DateKind>,
    /// What another letter holds too.
    pub reused: Option<Reused>,
    /// Whether what an applicant must have is looked for; in a posting.
    pub requirements: bool,
    /// Whether words that the text comes back to are looked for.
    pub key_phrases: bool,
    /// Whether figures, titles and years are looked for that the CV has otherwise.
    pub contradicts_cv: bool,
    /// Only matches that stand in one of these texts too.
    pub found_in: Vec<Text>,
    /// Only matches that stand in none of these texts.
    pub not_in: Vec<Text>,
    /// The help where nothing in that text is like the match.
    pub nothing_near: Option<String>,
    /// Only matches that the other text names twice or says an applicant must have.
    pub stressed: bool,
    /// Only matches, in another text, that the letter has no answer to.
    pub unanswered: bool,
}

impl Beyond {
    /// Whether it looks for anything itself.
    pub(super) fn has_finders(&self) -> bool {
        !self.names.is_empty()
            || self.copied.is_some()
            || !self.dates.is_empty()
            || self.reused.is_some()
            || self.requirements
            || self.key_phrases
            || self.contradicts_cv
    }

    /// Whether it says nothing.
    pub(super) fn is_silent(&self) -> bool {
        *self == Beyond::default()
    }

    /// Works out what must be known, `given` besides what its own words need.
    pub(super) fn settle_needs(&mut self, given: &[Given]) {
        let given = given.iter().map(|given| match given {
            Given::Company => Kinds::COMPANY,
            Given::Position => Kinds::POSITION,
            Given::Recipient => Kinds::RECIPIENT,
            Given::Job => Kinds::JOB,
            Given::Cv => Kinds::CV,
        });
        // What is not in a text that is not known is simply not in it.
        let texts = self.of.iter().chain(&self.found_in);
        let texts = texts.chain(self.copied.as_ref().map(|copied| &copied.from)).map(|text| match text {
            Text::Job => Kinds::JOB,
            Text::Cv => Kinds::CV,
        });
        let names = self.names.iter().map(|name| match name {
            NameKind::Company | NameKind::MisspeltCompany => Kinds::COMPANY,
            NameKind::OtherCompany => Kinds::OTHER_COMPANIES,
            NameKind::OtherPosition => Kinds::POSITION,
            NameKind::OtherRecipient => Kinds::GREETING,
            NameKind::Employer | NameKind::HeldTitle => 0,
        });
        let dates = (!self.dates.is_empty()).then_some(Kinds::DATE);
        let reused = self.reused.map(|_| Kinds::REUSED);
        let cv = self.contradicts_cv.then_some(Kinds::CV);
        self.needs = given.chain(texts).chain(names).chain(dates).chain(reused).chain(cv).fold(0, |all, one| all | one);
    }
}
