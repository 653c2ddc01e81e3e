//! What a user says about a letter.

use super::choice::Choices;
use crate::rule::{Level, Tier, TierWords};

/// What the user said about a letter; what is left open is found in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How long it is meant to be.
    pub tier: Option<Tier>,
    /// The role applied for, as `--role` takes it; `none` for no role.
    pub role: Option<String>,
    /// The position applied for; where no role is given, its title says which.
    pub position: Option<String>,
    /// How far the writer has come.
    pub level: Option<Level>,
    /// Packs to use besides those that the letter is for.
    pub packs: Vec<String>,
    /// Words of body by tier, where they are not what the packs say.
    pub tiers: Option<TierWords>,
    /// What is said of single rules.
    pub choices: Choices,
    /// Whether messages leave the letter's own words out.
    pub is_redacted: bool,
}
