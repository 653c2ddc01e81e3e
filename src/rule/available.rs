//! What a letter and its application have, as a set.

use super::kind::{Given, Text};
use serde::{Deserialize, Serialize};
use std::ops::BitOr;

/// Things that a letter and its application may have, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Available(u32);

impl Available {
    pub(crate) const NOTHING: Available = Available(0);
    pub(crate) const PLACEHOLDERS: Available = Available(1);
    pub(crate) const FIGURES: Available = Available(1 << 1);
    pub(crate) const QUOTATIONS: Available = Available(1 << 2);
    pub(crate) const LINKS: Available = Available(1 << 3);
    pub(crate) const INVISIBLES: Available = Available(1 << 4);
    /// The body is written in English.
    pub(crate) const ENGLISH: Available = Available(1 << 5);
    pub(crate) const GREETING: Available = Available(1 << 6);
    /// There is a date line, and a day to hold it against.
    pub(crate) const DATE: Available = Available(1 << 7);
    /// The company that the letter is for is known; and so on.
    pub(crate) const COMPANY: Available = Available(1 << 8);
    pub(crate) const OTHER_COMPANIES: Available = Available(1 << 9);
    pub(crate) const POSITION: Available = Available(1 << 10);
    pub(crate) const RECIPIENT: Available = Available(1 << 11);
    pub(crate) const JOB: Available = Available(1 << 12);
    pub(crate) const CV: Available = Available(1 << 13);
    /// Another letter holds some of it.
    pub(crate) const REUSED: Available = Available(1 << 14);

    /// What must be known for `text` to be.
    pub(super) fn text(text: Text) -> Self {
        match text {
            Text::Job => Available::JOB,
            Text::Cv => Available::CV,
        }
    }

    pub(super) fn given(given: Given) -> Self {
        match given {
            Given::Company => Available::COMPANY,
            Given::Position => Available::POSITION,
            Given::Recipient => Available::RECIPIENT,
            Given::Job => Available::JOB,
            Given::Cv => Available::CV,
        }
    }

    /// Whether all of `wanted` is there.
    pub(crate) fn has_all(self, wanted: Available) -> bool {
        wanted.0 & !self.0 == 0
    }

    pub(super) fn has_any(self, wanted: Available) -> bool {
        wanted.0 & self.0 != 0
    }

    /// Each thing of the set.
    pub(super) fn each(self) -> impl Iterator<Item = Available> {
        (0..u32::BITS).map(|bit| Available(1 << bit)).filter(move |one| self.has_any(*one))
    }
}

impl BitOr for Available {
    type Output = Available;

    fn bitor(self, other: Available) -> Available {
        Available(self.0 | other.0)
    }
}
