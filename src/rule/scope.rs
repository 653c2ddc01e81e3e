//! The words of the rule form that name places, tiers and measures.

use serde::{Deserialize, Serialize};

/// Where a rule looks. Each place it yields is a unit of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// All that would be sent, from letterhead to enclosures.
    Letter,
    /// Letterhead, date and recipient.
    Header,
    /// The subject line.
    Subject,
    /// The greeting.
    Greeting,
    /// From the first to the last paragraph between greeting and sign-off.
    Body,
    /// The first paragraph of the body.
    Opening,
    /// Each paragraph of the body, with the list that hangs on it.
    Paragraph,
    /// Each sentence of the body's paragraphs and list items.
    Sentence,
    /// Each list of the body.
    List,
    /// Each list item of the body.
    Bullet,
    /// The last paragraph of the body.
    Closing,
    /// The sign-off.
    Signoff,
    /// The signature.
    Signature,
    /// Each postscript.
    Postscript,
    /// What a reader gets through in forty seconds.
    Skim,
}

/// Where evidence may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Within {
    /// The sentence before, this one and the next, in one paragraph.
    Neighbours,
    /// The unit of that scope that holds this one, or that part of the letter.
    Scope(Scope),
}

/// A measure of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// Words of the body (UAX #29).
    Words,
    /// Sentences.
    Sentences,
    /// Seconds of reading at 238 words a minute.
    Seconds,
}

/// How long a letter is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// One text box: 150 words.
    Short,
    /// The usual letter: 250 words.
    Standard,
    /// Staff and top-choice roles: 400 words.
    Expanded,
}

impl Tier {
    /// All tiers, shortest first.
    pub const ALL: [Tier; 3] = [Tier::Short, Tier::Standard, Tier::Expanded];

    /// Returns how many words of body a letter of this tier may hold.
    pub fn words(self) -> usize {
        match self {
            Tier::Short => 150,
            Tier::Standard => 250,
            Tier::Expanded => 400,
        }
    }

    /// Returns the name used on the command line and in every format.
    pub fn name(self) -> &'static str {
        match self {
            Tier::Short => "short",
            Tier::Standard => "standard",
            Tier::Expanded => "expanded",
        }
    }

    /// Returns the smallest tier that holds `words` with 15 % to spare; the largest where none does.
    pub fn holding(words: usize) -> Self {
        let holds = |tier: &Tier| words * 100 <= tier.words() * 115;
        Tier::ALL.into_iter().find(holds).unwrap_or(Tier::Expanded)
    }
}

/// How far a writer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// First years.
    Junior,
    /// Works alone.
    Mid,
    /// Leads work.
    Senior,
    /// Leads beyond a team.
    Staff,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_tier_that_holds_a_letter_has_fifteen_percent_to_spare() {
        assert_eq!(Tier::holding(172), Tier::Short);
        assert_eq!(Tier::holding(173), Tier::Standard);
        assert_eq!(Tier::holding(288), Tier::Expanded);
        assert_eq!(Tier::holding(900), Tier::Expanded);
    }
}
