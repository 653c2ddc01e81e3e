//! The TOML shapes: rule files, vocabularies, packs. The only room that names `toml`.

mod either;
mod pack;
mod read;

use super::scope::{Each, Level, Measure, Scope, Tier};
use super::{
    Copied, DateKind, FrontMatterFault, Given, NameKind, PartName, Repeat, Reused, Spelling, SuppressionFault, Text,
};
use crate::diagnostic::Severity;
use serde::Deserialize;

pub(in crate::rule) use pack::{ApplyingFile, EmploymentFile, PackFile, SignalFile};
pub(in crate::rule) use read::read;
pub(in crate::rule) use toml::Spanned;

/// A rule file as it is written.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Rule"))]
pub(in crate::rule) struct RuleFile {
    pub(in crate::rule) severity: Severity,
    pub(in crate::rule) scope: OneOrMany<Scope>,
    #[serde(default)]
    pub(in crate::rule) once: bool,
    /// Whether it applies to letters in any language, not only English.
    #[serde(default)]
    pub(in crate::rule) any_language: bool,
    /// Rules that report the words which both they and this rule find.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "OneOrMany<String>"))]
    pub(in crate::rule) yields_to: Option<Spanned<OneOrMany<String>>>,
    #[cfg_attr(test, schemars(with = "String"))]
    pub(in crate::rule) message: Spanned<String>,
    #[cfg_attr(test, schemars(with = "String"))]
    pub(in crate::rule) help: Spanned<String>,
    #[serde(default)]
    pub(in crate::rule) why: String,
    #[serde(default)]
    pub(in crate::rule) source: OneOrMany<String>,
    pub(in crate::rule) forbid: Option<MatcherFile>,
    pub(in crate::rule) require: Option<MatcherFile>,
    pub(in crate::rule) limit: Option<MatcherFile>,
    #[serde(default)]
    pub(in crate::rule) when: OneOrMany<MatcherFile>,
    #[serde(default)]
    pub(in crate::rule) unless: OneOrMany<MatcherFile>,
    #[serde(default)]
    pub(in crate::rule) adjust: Vec<AdjustFile>,
    #[serde(default)]
    pub(in crate::rule) bad: Vec<ExampleFile>,
    #[serde(default)]
    pub(in crate::rule) good: Vec<ExampleFile>,
}

/// A matcher as it is written.
#[allow(clippy::struct_excessive_bools, reason = "each is a key of its own in the file")]
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Matcher"))]
pub(in crate::rule) struct MatcherFile {
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<PhraseFile>>"))]
    pub(in crate::rule) phrases: Option<Spanned<Placed<PhraseFile>>>,
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<PatternFile>>"))]
    pub(in crate::rule) patterns: Option<Spanned<Placed<PatternFile>>>,
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<String>>"))]
    pub(in crate::rule) terms: Option<Spanned<OneOrMany<String>>>,
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<String>>"))]
    pub(in crate::rule) quantities: Option<Spanned<OneOrMany<String>>>,
    #[serde(default)]
    pub(in crate::rule) weak: bool,
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<String>>"))]
    pub(in crate::rule) placeholders: Option<Spanned<OneOrMany<String>>>,
    pub(in crate::rule) quotes: Option<QuotesFile>,
    pub(in crate::rule) long_sentences: Option<LongSentencesFile>,
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<String>>"))]
    pub(in crate::rule) links: Option<Spanned<OneOrMany<String>>>,
    /// Invisible characters: kinds of them, or `any`.
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<InvisibleFile>>"))]
    pub(in crate::rule) invisible: Option<Spanned<OneOrMany<InvisibleFile>>>,
    pub(in crate::rule) repeats: Option<Repeat>,
    pub(in crate::rule) spelling: Option<Spelling>,
    pub(in crate::rule) suppressions: Option<SuppressionFault>,
    /// What is wrong with front matter.
    pub(in crate::rule) front_matter: Option<FrontMatterFault>,
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(in crate::rule) respell: Option<Spanned<String>>,
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<PartName>>"))]
    pub(in crate::rule) parts: Option<Spanned<OneOrMany<PartName>>>,
    pub(in crate::rule) measure: Option<Measure>,
    /// Whether `patterns` search the letter as it is written: blanks, quote marks and Markdown unfolded.
    #[serde(default)]
    pub(in crate::rule) raw: bool,
    /// Something of which the unit must contain less; in [require].
    pub(in crate::rule) more_than: Option<Box<MatcherFile>>,
    pub(in crate::rule) within: Option<WithinFile>,
    pub(in crate::rule) at: Option<AtFile>,
    pub(in crate::rule) each: Option<Each>,
    #[serde(default)]
    pub(in crate::rule) percent: bool,
    #[serde(default)]
    pub(in crate::rule) in_a_row: bool,
    #[serde(default)]
    pub(in crate::rule) distinct: bool,
    #[serde(default)]
    pub(in crate::rule) per_100_words: bool,
    /// Words that a shorter unit is taken to have; with `per_100_words`.
    #[serde(default)]
    pub(in crate::rule) floor: usize,
    pub(in crate::rule) by_word: Option<usize>,
    pub(in crate::rule) at_least: Option<BoundFile>,
    pub(in crate::rule) at_most: Option<BoundFile>,
    #[serde(default)]
    pub(in crate::rule) slack: usize,
    #[serde(default)]
    pub(in crate::rule) quoted: bool,
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<PhraseFile>>"))]
    pub(in crate::rule) except: Option<Spanned<Placed<PhraseFile>>>,
    /// Only matches in a sentence that reads like one of these expressions; `{match}` stands for the match.
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<String>>"))]
    pub(in crate::rule) like: Option<Spanned<OneOrMany<String>>>,
    /// Only matches in a sentence that reads like none of these expressions; `{match}` stands for the match.
    #[cfg_attr(test, schemars(with = "Option<OneOrMany<String>>"))]
    pub(in crate::rule) not_like: Option<Spanned<OneOrMany<String>>>,
    /// Only where all of this is known.
    #[serde(default)]
    pub(in crate::rule) given: OneOrMany<Given>,
    /// The text to search instead of the unit.
    pub(in crate::rule) of: Option<Text>,
    /// Names to look for.
    #[serde(default)]
    pub(in crate::rule) names: OneOrMany<NameKind>,
    /// Runs of words that are also in another text.
    pub(in crate::rule) copied: Option<Copied>,
    /// Date lines that say this.
    #[serde(default)]
    pub(in crate::rule) dates: OneOrMany<DateKind>,
    /// What another letter contains too.
    pub(in crate::rule) reused: Option<Reused>,
    /// What the posting requires of an applicant; with `of = "job"`.
    #[serde(default)]
    pub(in crate::rule) requirements: bool,
    /// Words that the text repeats.
    #[serde(default)]
    pub(in crate::rule) key_phrases: bool,
    /// Numbers, titles and years that do not match the CV.
    #[serde(default)]
    pub(in crate::rule) contradicts_cv: bool,
    /// Only matches that are also in one of these texts.
    #[serde(default)]
    pub(in crate::rule) found_in: OneOrMany<Text>,
    /// Only matches that are in none of these texts.
    #[serde(default)]
    pub(in crate::rule) not_in: OneOrMany<Text>,
    /// The help where nothing in that text is like the match; with `not_in`.
    pub(in crate::rule) nothing_near: Option<String>,
    /// Only matches that the other text names twice or requires.
    #[serde(default)]
    pub(in crate::rule) stressed: bool,
    /// Only matches in another text that the letter does not address.
    #[serde(default)]
    pub(in crate::rule) unanswered: bool,
    pub(in crate::rule) beside: Option<Box<MatcherFile>>,
}

/// `quotes = { words = 4 }`
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Quotes"))]
pub(in crate::rule) struct QuotesFile {
    pub(in crate::rule) words: usize,
}

/// `long_sentences = { over_words = 20 }`
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "LongSentences"))]
pub(in crate::rule) struct LongSentencesFile {
    pub(in crate::rule) over_words: usize,
}

/// A kind of invisible character, named as in the Unicode Standard.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, schemars(rename = "Invisible"))]
pub(in crate::rule) enum InvisibleFile {
    /// All of them.
    Any,
    /// Characters that set the direction of text, such as U+202E.
    BidiControl,
    /// Zero-width space, joiner, non-joiner, word joiner, byte order mark within the text.
    ZeroWidth,
    /// U+00AD.
    SoftHyphen,
    /// U+E0000 to U+E007F, except in flags.
    Tag,
    /// Variation selectors after characters that have no variants.
    VariationSelector,
    /// U+2061 to U+2064.
    InvisibleOperator,
    /// Hangul fillers, blank Braille.
    Filler,
    /// Annotations, musical beams, deprecated controls.
    FormatControl,
}

/// Where evidence may be: `neighbours`, or a scope.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, schemars(rename = "Within"))]
pub(in crate::rule) enum WithinFile {
    Neighbours,
    Letter,
    Header,
    Subject,
    Greeting,
    Body,
    Opening,
    Paragraph,
    Sentence,
    List,
    Bullet,
    Closing,
    Signoff,
    Signature,
    Postscript,
    Skim,
}

/// Where in the unit a match must be.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, schemars(rename = "At"))]
pub(in crate::rule) enum AtFile {
    Start,
}

/// Another severity under conditions, as it is written.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Adjust"))]
pub(in crate::rule) struct AdjustFile {
    pub(in crate::rule) severity: AdjustedFile,
    pub(in crate::rule) over: Option<BoundFile>,
    #[serde(default)]
    pub(in crate::rule) slack: usize,
    #[serde(default)]
    pub(in crate::rule) tier: OneOrMany<Tier>,
    /// Whether the tier was asked for by name.
    pub(in crate::rule) asked: Option<bool>,
    #[serde(default)]
    pub(in crate::rule) level: OneOrMany<Level>,
    #[serde(default)]
    pub(in crate::rule) role: OneOrMany<String>,
    pub(in crate::rule) when: Option<MatcherFile>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, schemars(rename = "Adjusted", transform = crate::diagnostic::name_notes))]
pub(in crate::rule) enum AdjustedFile {
    Error,
    Warning,
    #[serde(alias = "note")]
    Info,
    Off,
}

/// An example as it is written.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Example"))]
pub(in crate::rule) struct ExampleFile {
    pub(in crate::rule) text: String,
    #[serde(rename = "match")]
    pub(in crate::rule) matched: Option<String>,
    pub(in crate::rule) tier: Option<Tier>,
    pub(in crate::rule) level: Option<Level>,
    pub(in crate::rule) role: Option<String>,
    /// The posting, as Markdown.
    pub(in crate::rule) job: Option<String>,
    /// The CV, as Markdown.
    pub(in crate::rule) cv: Option<String>,
    pub(in crate::rule) company: Option<String>,
    pub(in crate::rule) position: Option<String>,
    pub(in crate::rule) recipient: Option<String>,
    /// The day on which the letter is sent: `2026-11-20`.
    pub(in crate::rule) sent: Option<String>,
    /// Other letters in the run.
    #[serde(default)]
    pub(in crate::rule) others: Vec<OtherLetterFile>,
}

/// Another letter of an example, as it is written.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "OtherLetter"))]
pub(in crate::rule) struct OtherLetterFile {
    pub(in crate::rule) company: Option<String>,
    pub(in crate::rule) text: String,
}

/// A vocabulary as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rule) struct VocabularyFile {
    /// What the words have in common.
    #[allow(dead_code, reason = "it is for people who read the file")]
    pub(in crate::rule) about: String,
    #[serde(default)]
    pub(in crate::rule) terms: Vec<TermFile>,
    /// Terms whose case counts.
    #[serde(default)]
    pub(in crate::rule) exact: Vec<TermFile>,
    /// Terms that are ordinary words too: case counts, and the first word of a sentence is none.
    #[serde(default)]
    pub(in crate::rule) common: Vec<TermFile>,
}

/// A phrase: a string, or a table with what to say instead.
#[derive(Debug)]
pub(in crate::rule) struct PhraseFile {
    pub(in crate::rule) phrase: String,
    pub(in crate::rule) instead: Option<String>,
}

/// A regular expression: a string, or a table with what its matches are called and what to say instead.
#[derive(Debug)]
pub(in crate::rule) struct PatternFile {
    pub(in crate::rule) pattern: String,
    pub(in crate::rule) name: Option<String>,
    pub(in crate::rule) instead: Option<String>,
}

/// A term: a string, or a table with its other spellings.
#[derive(Debug)]
pub(in crate::rule) struct TermFile {
    pub(in crate::rule) term: String,
    pub(in crate::rule) also: Vec<String>,
}

/// A bound: a number, the name of a tier, or a number a tier.
#[derive(Clone, Debug)]
pub(in crate::rule) enum BoundFile {
    Number(usize),
    Tier,
    WordsOf(Tier),
    ByTier([usize; 3]),
    Option(OptionFile),
}

/// A number that settings may change: `{ option = "words", default = 30, about = "…" }`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Option"))]
pub(in crate::rule) struct OptionFile {
    pub(in crate::rule) option: String,
    pub(in crate::rule) default: usize,
    pub(in crate::rule) about: String,
}

/// A value that is alone or in a list.
#[derive(Debug)]
pub(in crate::rule) struct OneOrMany<T>(pub(in crate::rule) Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        OneOrMany(Vec::new())
    }
}

/// One value or a list of them, each with the byte it starts at where it is in a list.
#[derive(Debug)]
pub(in crate::rule) struct Placed<T>(pub(in crate::rule) Vec<(Option<usize>, T)>);
