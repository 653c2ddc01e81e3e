//! The matcher: what all five tables of a rule hold.

use super::beyond::Beyond;
use super::likeness::Likeness;
use super::pattern::Pattern;
use super::phrase::{Phrase, Phrases};
use super::scope::{Measure, Scope, Tier, TierWords, Within};
use super::slots::Slots;
use super::sparse::sparse;
use crate::letter::placeholder::Certainty;
use crate::letter::{figure, invisible};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What to look for, where, and how to count it.
///
/// Finders (phrases, patterns, quantities …) add up; with none of them the unit itself is the one match. A measure
/// takes the place of the count of matches.
#[allow(clippy::struct_excessive_bools, reason = "each is a word of the rule form")]
#[derive(Debug, Default)]
pub struct Matcher {
    /// The slot of its phrases, exceptions and names in the rule set.
    pub(crate) slot: usize,
    /// Literal words, folded; each with what to say instead.
    pub phrases: Phrases,
    /// Regular expressions over the folded text.
    pub patterns: Vec<Pattern>,
    /// Kinds of figure; empty: none are looked for.
    pub quantities: Vec<figure::Kind>,
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
    /// Kinds of invisible character; empty: none are looked for.
    pub invisible: Vec<invisible::Kind>,
    /// What stands twice in a row.
    pub repeats: Option<Repeat>,
    /// What is wrong with the spelling of words.
    pub spelling: Option<Spelling>,
    /// What is wrong with a suppression; found when suppressions are applied.
    pub suppressions: Option<SuppressionFault>,
    /// What is wrong with front matter; found when it is read.
    pub front_matter: Option<FrontMatterFault>,
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
    /// Only matches in a sentence that reads like one of these; empty: in any.
    pub like: Vec<Likeness>,
    /// Only matches in a sentence that reads like none of these.
    pub not_like: Vec<Likeness>,
    /// What it asks of the posting, the CV, names, days and other letters.
    pub beyond: Option<Box<Beyond>>,
    /// What must hold, seen from a match, for the match to count.
    pub beside: Option<Box<Matcher>>,
}

sparse!(Matcher {
    slot,
    phrases,
    patterns,
    quantities,
    weak,
    placeholders,
    invisible,
    quotes,
    long_sentences,
    links,
    repeats,
    spelling,
    suppressions,
    front_matter,
    respell,
    parts,
    measure,
    within,
    at_start,
    by_sentence,
    percent,
    in_a_row,
    distinct,
    per_100_words,
    by_word,
    at_least,
    at_most,
    quoted,
    except,
    like,
    not_like,
    beyond,
    beside,
});

impl Matcher {
    /// This matcher and what must hold beside its matches, the outermost first.
    pub(super) fn with_nested(&mut self, visit: &mut impl FnMut(&mut Matcher)) {
        visit(self);
        if let Some(beside) = &mut self.beside {
            beside.with_nested(visit);
        }
    }

    /// Everything that is looked for letter by letter: phrases, then exceptions, then names to be spelt right.
    fn literals(&self) -> impl Iterator<Item = Phrase<'_>> + Clone {
        self.phrases.iter().chain(self.except.iter()).chain(self.respell.iter())
    }

    /// Gives the matcher its slots, and those beside it theirs.
    pub(super) fn number(&mut self, slots: &mut Slots) {
        self.with_nested(&mut |matcher| {
            matcher.slot = slots.of_phrases(matcher.literals());
            matcher.patterns.iter_mut().for_each(|pattern| pattern.slot = slots.of_needles(pattern.needles()));
        });
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
            || !self.invisible.is_empty()
            || self.repeats.is_some()
            || self.spelling.is_some()
            || self.suppressions.is_some()
            || self.front_matter.is_some()
            || !self.respell.is_empty()
            || self.beyond.as_ref().is_some_and(|beyond| beyond.has_finders())
    }

    /// Returns what must be known for it to find anything, as [`super::Kinds`].
    pub(crate) fn needs(&self) -> u32 {
        self.beyond.as_ref().map_or(0, |beyond| beyond.needs)
    }
}

/// What may be repeated.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FrontMatterFault {
    /// A value of a key that letterlint reads cannot be used.
    Unusable,
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
