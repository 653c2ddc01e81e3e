//! The matcher: what all five tables of a rule hold.

use super::literals::{Collected, Target};
use super::pattern::Pattern;
use super::phrase::{Phrase, Phrases};
use super::scope::{Measure, Scope, Tier, TierWords, Within};
use crate::letter::placeholder::Certainty;
use crate::letter::quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What to look for, where, and how to count it.
///
/// Finders (phrases, patterns, quantities …) add up; with none of them the unit itself is the one match. A measure
/// takes the place of the count of matches.
#[allow(clippy::struct_excessive_bools, reason = "each is a word of the rule form")]
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Matcher {
    /// Number of its first slot in the rule set, which is that of its phrases.
    pub(crate) slot: usize,
    /// Literal words, folded; each with what to say instead.
    pub phrases: Phrases,
    /// Regular expressions over the folded text.
    pub patterns: Vec<Pattern>,
    /// Kinds of figure; empty: none are looked for.
    pub quantities: Vec<quantity::Kind>,
    /// Whether a weak figure counts as much as a strong one; two of them make one otherwise.
    pub weak: bool,
    /// Certainties of placeholder; empty: none are looked for.
    pub placeholders: Vec<Certainty>,
    /// Fewest words of a quotation that counts.
    pub quotes: Option<usize>,
    /// Most words of a sentence that does not count.
    pub long_sentences: Option<usize>,
    /// Pieces of an address that counts (`github.com`); an empty piece takes every address.
    pub links: Vec<String>,
    /// What stands twice in a row.
    pub repeats: Option<Repeat>,
    /// What is wrong with the spelling of words.
    pub spelling: Option<Spelling>,
    /// What is wrong with a suppression; found when suppressions are applied.
    pub suppressions: Option<SuppressionFault>,
    /// Names that are found where they are not spelt as here.
    pub respell: Phrases,
    /// Only in units that hold one of these parts.
    pub parts: Vec<PartName>,
    /// A measure of the unit in place of a count of matches.
    pub measure: Option<Measure>,
    /// Where evidence may stand; the unit itself where not said.
    pub within: Option<Within>,
    /// Whether a match must open the unit.
    pub at_start: bool,
    /// Count sentences that hold a match rather than matches.
    pub by_sentence: bool,
    /// Count as a share, in percent, of the unit's sentences.
    pub percent: bool,
    /// Count the longest run of sentences that hold a match.
    pub in_a_row: bool,
    /// Count different matches only.
    pub distinct: bool,
    /// Count matches per this many words; the count is rounded down.
    pub per_100_words: bool,
    /// Only matches that start among the first so many words of the unit.
    pub by_word: Option<usize>,
    /// Fewest.
    pub at_least: Option<Bound>,
    /// Most.
    pub at_most: Option<Bound>,
    /// Whether what stands in quotation marks counts too.
    pub quoted: bool,
    /// Longer phrases inside which a match means something else.
    pub except: Phrases,
    /// What must hold, seen from a match, for the match to count.
    pub beside: Option<Box<Matcher>>,
}

impl Matcher {
    /// This matcher and what must hold beside its matches, the outermost first.
    pub(super) fn with_nested(&mut self, visit: &mut impl FnMut(&mut Matcher)) {
        visit(self);
        if let Some(beside) = &mut self.beside {
            beside.with_nested(visit);
        }
    }

    /// Everything that is looked for letter by letter: phrases, then exceptions, then names to be spelt right.
    fn literals(&self) -> impl Iterator<Item = Phrase<'_>> {
        self.phrases.iter().chain(self.except.iter()).chain(self.respell.iter())
    }

    /// Returns the slot of the pattern at `index`.
    pub(crate) fn pattern_slot(&self, index: usize) -> usize {
        self.slot + 1 + index
    }

    /// Gives the matcher its slots, `next` being the first that is free, and those beside it theirs.
    pub(super) fn number(&mut self, next: &mut usize) {
        self.with_nested(&mut |matcher| {
            matcher.slot = *next;
            *next += 1 + matcher.patterns.len();
        });
    }

    /// Adds its literals, and those of the matchers beside it.
    pub(super) fn collect(&self, collected: &mut Collected) {
        for (phrase, literal) in self.literals().enumerate() {
            let opens_word = literal.folded.starts_with(char::is_alphanumeric);
            collected.add(&literal.folded, opens_word, Target { slot: self.slot, phrase });
        }
        for (index, pattern) in self.patterns.iter().enumerate() {
            let target = Target { slot: self.pattern_slot(index), phrase: 0 };
            pattern.needles().iter().for_each(|needle| collected.add(&needle.text, needle.opens_word, target));
        }
        if let Some(beside) = &self.beside {
            beside.collect(collected);
        }
    }

    /// Whether it looks for anything within a unit.
    pub fn has_finders(&self) -> bool {
        !self.phrases.is_empty()
            || !self.patterns.is_empty()
            || !self.quantities.is_empty()
            || !self.placeholders.is_empty()
            || self.quotes.is_some()
            || self.long_sentences.is_some()
            || !self.links.is_empty()
            || self.repeats.is_some()
            || self.spelling.is_some()
            || self.suppressions.is_some()
            || !self.respell.is_empty()
    }
}

/// What may stand twice in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Repeat {
    /// The same word.
    Word,
    /// The same paragraph, anywhere in the body.
    Paragraph,
}

/// What can be wrong with the spelling of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Spelling {
    /// A known mistake.
    Mistake,
    /// British and American words in one letter.
    Mixed,
}

/// What can be wrong with a suppression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SuppressionFault {
    /// It suppresses nothing.
    Unused,
    /// No rule is called so.
    Unknown,
    /// It gives no reason.
    WithoutReason,
    /// It is none that letterlint knows, or names no rule.
    Unreadable,
}

/// A part as rule files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PartName {
    /// Letterhead and recipient.
    Header,
    /// The date line.
    Date,
    /// The subject line.
    Subject,
    /// The greeting.
    Greeting,
    /// A heading of the body.
    Heading,
    /// The first paragraph.
    Opening,
    /// A paragraph of the body.
    Paragraph,
    /// A list item of the body.
    Bullet,
    /// The last paragraph.
    Closing,
    /// A block quote.
    Quote,
    /// The sign-off.
    Signoff,
    /// The signature.
    Signature,
    /// A postscript.
    Postscript,
    /// An enclosure line.
    Enclosure,
    /// Text outside the letter.
    Note,
}

/// A number that a count is held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    /// What the number is.
    pub value: BoundValue,
    /// Percent that are added.
    pub slack: usize,
}

/// What a bound's number is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BoundValue {
    /// This number.
    Number(usize),
    /// Words of the tier that was asked for; of the longest where none was.
    TierWords,
    /// Words of this tier.
    WordsOf(Tier),
    /// One number a tier: short, standard, expanded.
    ByTier([usize; 3]),
    /// The rule's option of this index, which settings may change.
    Option(usize),
}

/// The tier a letter is held against, asked for or found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TierInForce {
    /// The tier.
    pub tier: Tier,
    /// Whether it was asked for by name.
    pub is_asked: bool,
    /// Words that letters of each tier may hold, for this role.
    pub words: TierWords,
}

impl Bound {
    /// Returns the number for a letter of this tier.
    ///
    /// `numbers` are the values of the rule's options, in their order.
    pub fn resolve(&self, in_force: TierInForce, numbers: &[usize]) -> usize {
        let number = match self.value {
            BoundValue::Number(number) => number,
            BoundValue::TierWords if in_force.is_asked => in_force.words.of(in_force.tier),
            BoundValue::TierWords => in_force.words.expanded,
            BoundValue::WordsOf(tier) => in_force.words.of(tier),
            BoundValue::ByTier(by_tier) => by_tier[in_force.tier as usize],
            BoundValue::Option(index) => numbers[index],
        };
        // A number of a stranger's may be as large as numbers go.
        number.saturating_add(number.saturating_mul(self.slack) / 100)
    }
}

impl From<Scope> for Within {
    fn from(scope: Scope) -> Self {
        Within::Scope(scope)
    }
}
