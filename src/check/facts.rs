//! What is known of a letter, findings aside.

use crate::rule::TierInForce;

/// What is known of a letter, findings aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Words of the body.
    pub words: usize,
    /// Sentences of the body.
    pub sentences: usize,
    /// Seconds that reading the body takes.
    pub seconds: usize,
    /// The tier it is held against.
    pub tier: TierInForce,
    /// Words of body that the tier holds.
    pub tier_words: usize,
    /// The pack chosen for the role, where there is one.
    pub role: Option<String>,
    /// Where the role is known from.
    pub role_origin: RoleOrigin,
    /// The language, by its English name, where it is not English: most rules were not tried then.
    pub language: Option<String>,
    /// Paragraphs of the body.
    pub paragraphs: usize,
    /// Paragraphs of the body that hold a figure.
    pub paragraphs_with_figure: usize,
}

/// Where a letter's role is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleOrigin {
    /// The user named it, or said that there is none.
    Given,
    /// The title of the position that the user named says it.
    Position,
    /// The title of the posting says it.
    Posting,
    /// The letter says which job it applies for.
    Found,
    /// Nothing names it.
    Unknown,
}
