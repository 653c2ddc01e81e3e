//! The words of the rule form that name places, tiers and measures.

use serde::{Deserialize, Serialize};

/// Where a rule looks. Each place it yields is a unit of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Everything that would be sent, from letterhead to enclosures.
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
    /// Each paragraph of the body, with the list that follows it.
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
    /// What a reader reads in forty seconds.
    Skim,
}

impl Scope {
    /// How many there are.
    pub(crate) const COUNT: usize = Scope::Skim as usize + 1;

    /// Returns what rule files call it, where it is outside the body; there are no sentences there.
    pub(super) fn outside_body(self) -> Option<&'static str> {
        match self {
            Scope::Header => Some("header"),
            Scope::Subject => Some("subject"),
            Scope::Greeting => Some("greeting"),
            Scope::Signoff => Some("signoff"),
            Scope::Signature => Some("signature"),
            Scope::Postscript => Some("postscript"),
            _ => None,
        }
    }
}

/// Where evidence may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Within {
    /// The sentence before, this one and the next, in one paragraph.
    Neighbours,
    /// The unit of that scope that holds this one, or that part of the letter.
    Scope(Scope),
}

/// A measure of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Words of the body (UAX #29).
    Words,
    /// Sentences.
    Sentences,
    /// Seconds of reading at 238 words a minute.
    Seconds,
    /// Characters (Unicode scalar values) of the folded text, blanks among them.
    Characters,
    /// Paragraphs of the body.
    Paragraphs,
    /// Items of lists.
    Bullets,
    /// Words of the average sentence, rounded.
    WordsPerSentence,
    /// The Flesch-Kincaid grade: years of American schooling that a reader needs, rounded, at least 0.
    Readability,
}

impl Measure {
    /// Whether it counts in the body only: elsewhere there are no sentences.
    pub(super) fn is_of_body(self) -> bool {
        !matches!(self, Measure::Words | Measure::Characters)
    }

    /// Returns what rule files call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Measure::Words => "words",
            Measure::Sentences => "sentences",
            Measure::Seconds => "seconds",
            Measure::Characters => "characters",
            Measure::Paragraphs => "paragraphs",
            Measure::Bullets => "bullets",
            Measure::WordsPerSentence => "words_per_sentence",
            Measure::Readability => "readability",
        }
    }
}

/// Pieces of a unit that are counted where they contain a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Each {
    /// Sentences.
    Sentence,
    /// Paragraphs of the body, items of lists among them.
    Paragraph,
}

/// How long a letter should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

    /// Returns the name used on the command line and in every format.
    pub fn name(self) -> &'static str {
        match self {
            Tier::Short => "short",
            Tier::Standard => "standard",
            Tier::Expanded => "expanded",
        }
    }
}

/// Words of body that letters of each tier may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TierWords {
    /// Of a short letter.
    pub short: usize,
    /// Of a standard one.
    pub standard: usize,
    /// Of an expanded one.
    pub expanded: usize,
}

impl Default for TierWords {
    fn default() -> Self {
        TierWords { short: 150, standard: 250, expanded: 400 }
    }
}

impl TierWords {
    /// Returns the words of `tier`.
    pub fn of(self, tier: Tier) -> usize {
        match tier {
            Tier::Short => self.short,
            Tier::Standard => self.standard,
            Tier::Expanded => self.expanded,
        }
    }

    /// Returns the smallest tier that holds `words` with 15 % to spare; the largest where none does.
    pub fn tier_holding(self, words: usize) -> Tier {
        let holds = |tier: &Tier| words * 100 <= self.of(*tier).saturating_mul(115);
        Tier::ALL.into_iter().find(holds).unwrap_or(Tier::Expanded)
    }
}

/// The writer's career level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

impl Level {
    /// All levels, the first years first.
    pub const ALL: [Level; 4] = [Level::Junior, Level::Mid, Level::Senior, Level::Staff];

    /// Returns the name used on the command line and in settings.
    pub fn name(self) -> &'static str {
        match self {
            Level::Junior => "junior",
            Level::Mid => "mid",
            Level::Senior => "senior",
            Level::Staff => "staff",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_tier_that_holds_a_letter_has_fifteen_percent_to_spare() {
        let tiers = [172, 173, 288, 900].map(|words| TierWords::default().tier_holding(words));
        assert_eq!(tiers, [Tier::Short, Tier::Standard, Tier::Expanded, Tier::Expanded]);
    }
}
