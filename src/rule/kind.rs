//! Kinds that the keys of a matcher name.

use serde::{Deserialize, Serialize};

/// What may be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Repeat {
    /// The same word.
    Word,
    /// The same paragraph, anywhere in the body.
    Paragraph,
}

/// What can be wrong with the spelling of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Spelling {
    /// A known mistake.
    Mistake,
    /// British and American words in one letter.
    Mixed,
    /// A word in American spelling.
    American,
    /// A word in British spelling.
    British,
}

/// What can be wrong with a suppression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SuppressionFault {
    /// It suppresses nothing.
    Unused,
    /// No rule has this name.
    Unknown,
    /// It gives no reason.
    WithoutReason,
    /// letterlint does not know it, or it names no rule.
    Unreadable,
    /// It is a comment, to letterlint or not, that is never closed.
    Unclosed,
}

/// What can be wrong with front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FrontMatterFault {
    /// A value of a key that letterlint reads cannot be used.
    Unusable,
}

/// A text other than the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Text {
    /// The posting.
    Job,
    /// The writer's CV.
    Cv,
}

/// Something that letterlint may know about the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum DateKind {
    /// A day more than a week before the letter is sent.
    Past,
    /// A day more than a week after that.
    Future,
}

/// What another letter contains too, word for word or nearly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Reused {
    /// A paragraph.
    Paragraph,
    /// The whole letter, except for names.
    Letter,
}

/// Runs of words that are also in another text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Copied {
    /// The other text.
    pub from: Text,
    /// Fewest words of a run.
    pub words: usize,
}
