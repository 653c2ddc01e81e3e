//! The matcher: what all five tables of a rule hold.

use super::available::Available;
use super::find::Find;
use super::kind::{FrontMatterFault, Given, SuppressionFault, Text};
use super::likeness::Likeness;
use super::phrase::PhraseSet;
use super::scope::{Each, Measure, Scope, Tier, TierWords, Within};
use serde::{Deserialize, Serialize};

/// What to look for, where, how often, and what does not count.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Matcher {
    /// What to look for; finders add up. With none of them the unit itself is the one match.
    pub find: Vec<Find>,
    /// Where.
    pub place: Place,
    /// How matches count, and how many there may be.
    pub count: Count,
    /// Which matches do not count.
    pub except: Except,
    /// What must be known for it to find anything.
    pub(crate) needs: Available,
}

/// Where a matcher looks.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Place {
    /// The text that is searched in place of the unit.
    pub of: Option<Text>,
    /// Where evidence may be; the unit itself where not said.
    pub within: Option<Within>,
    /// Only in units that hold one of these parts; empty: in all.
    pub parts: Vec<PartName>,
    /// Whether a match must open the unit.
    pub at_start: bool,
    /// Only matches that start among the first so many words of the unit.
    pub by_word: Option<usize>,
}

/// How matches count.
#[allow(clippy::struct_excessive_bools, reason = "each is a word of the rule form")]
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Count {
    /// A measure of the unit in place of a count of matches.
    pub measure: Option<Measure>,
    /// Count sentences or paragraphs that contain a match, not matches.
    pub each: Option<Each>,
    /// Count as a share, in percent, of the unit's sentences or paragraphs.
    pub percent: bool,
    /// Count the longest run of sentences or paragraphs that contain a match.
    pub in_a_row: bool,
    /// Count different matches only.
    pub distinct: bool,
    /// Count matches per this many words; the count is rounded down.
    pub per_100_words: bool,
    /// Words that a shorter unit is taken to have, where matches are counted per hundred words: in few words one match
    /// is no habit.
    pub floor: usize,
    /// Whether a weak number counts as much as a strong one; two of them make one otherwise.
    pub weak: bool,
    /// Fewest.
    pub at_least: Option<Bound>,
    /// Most.
    pub at_most: Option<Bound>,
    /// Something of which there must be less.
    pub more_than: Option<Box<Matcher>>,
}

/// Which matches do not count.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Except {
    /// Whether what is in quotation marks counts too.
    pub quoted: bool,
    /// Longer phrases inside which a match means something else.
    pub phrases: PhraseSet,
    /// Only matches in a sentence that reads like one of these; empty: in any.
    pub like: Vec<Likeness>,
    /// Only matches in a sentence that reads like none of these.
    pub not_like: Vec<Likeness>,
    /// Only matches that are in all of these texts too.
    pub found_in: Vec<Text>,
    /// Only matches that are in none of these texts.
    pub not_in: Vec<Text>,
    /// The help where nothing in that text is like the match.
    pub nothing_near: Option<String>,
    /// Only matches that the other text names twice or says an applicant must have.
    pub stressed: bool,
    /// Only matches, in another text, that the letter has no answer to.
    pub unanswered: bool,
    /// What must hold, seen from a match, for the match to count.
    pub beside: Option<Box<Matcher>>,
}

impl Matcher {
    /// Works out what must be known: `given`, and what its own words need.
    pub(super) fn settle_needs(&mut self, given: &[Given]) {
        // What is not in a text that is not known is simply not in it.
        let texts = self.place.of.iter().chain(&self.except.found_in).map(|text| Available::text(*text));
        let given = given.iter().map(|given| Available::given(*given));
        let own = self.find.iter().map(Find::needs);
        self.needs = texts.chain(given).chain(own).fold(Available::NOTHING, |all, one| all | one);
    }

    /// Makes it need what its phrases name: that something is not there can be said only where it is known.
    pub(super) fn need_given(&mut self) {
        let phrases = self.find.iter().filter_map(|find| if let Find::Phrases(set) = find { Some(set) } else { None });
        let given = phrases.flat_map(PhraseSet::given).map(Available::given);
        self.needs = given.fold(self.needs, |all, one| all | one);
    }

    /// Calls `visit` with this matcher and with what must hold beside its matches, the outermost first.
    pub(super) fn with_nested(&mut self, visit: &mut impl FnMut(&mut Matcher)) {
        visit(self);
        if let Some(beside) = &mut self.except.beside {
            beside.with_nested(visit);
        }
        if let Some(other) = &mut self.count.more_than {
            other.with_nested(visit);
        }
    }

    /// Whether it looks for anything within a unit.
    pub fn has_finders(&self) -> bool {
        !self.find.is_empty()
    }

    /// Whether it looks for characters that take no bytes of the folded text.
    pub(crate) fn finds_invisible(&self) -> bool {
        self.find.iter().any(|find| matches!(find, Find::Invisible(_)))
    }

    /// Returns what it finds wrong with suppressions.
    pub(crate) fn suppressions(&self) -> Option<SuppressionFault> {
        self.find.iter().find_map(|find| if let Find::Suppressions(fault) = find { Some(*fault) } else { None })
    }

    /// Returns what it finds wrong with front matter.
    pub(crate) fn front_matter(&self) -> Option<FrontMatterFault> {
        self.find.iter().find_map(|find| if let Find::FrontMatter(fault) = find { Some(*fault) } else { None })
    }
}

/// A part as rule files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
