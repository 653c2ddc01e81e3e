//! What a matcher looks for: one variant for a key of the rule form, one file in `check/find/`.

use super::kind::{Copied, DateKind, FrontMatterFault, NameKind, Repeat, Reused, Spelling, SuppressionFault};
use super::pattern::Pattern;
use super::phrase::PhraseSet;
use crate::letter::placeholder::Certainty;
use crate::letter::{figure, invisible};
use serde::{Deserialize, Serialize};

/// What a matcher looks for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Find {
    /// Literal words, folded; each with what to say instead. `phrases`, `terms`.
    Phrases(PhraseSet),
    /// Regular expressions over the folded text. `patterns`.
    Patterns(Vec<Pattern>),
    /// Regular expressions over the letter as it is written. `patterns` with `raw`.
    Raw(Vec<Pattern>),
    /// Kinds of number. `quantities`.
    Figures(Vec<figure::Kind>),
    /// Certainties of placeholder. `placeholders`.
    Placeholders(Vec<Certainty>),
    /// Quotations of at least so many words. `quotes`.
    Quotations {
        /// Fewest words.
        words: usize,
    },
    /// Pieces of an address (`github.com`); an empty piece takes every address. `links`.
    Links(Vec<String>),
    /// Kinds of invisible character. `invisible`.
    Invisible(Vec<invisible::Kind>),
    /// Sentences of more words. `long_sentences`.
    LongSentences {
        /// Most words of a sentence that is not found.
        over_words: usize,
    },
    /// What is written twice. `repeats`.
    Repeats(Repeat),
    /// What is wrong with the spelling of words. `spelling`.
    Spelling(Spelling),
    /// Names that are not spelt as here. `respell`.
    Respelt(PhraseSet),
    /// What is wrong with a suppression; found when suppressions are applied. `suppressions`.
    Suppressions(SuppressionFault),
    /// What is wrong with front matter; found when it is read. `front_matter`.
    FrontMatter(FrontMatterFault),
    /// Names of companies, persons and positions. `names`.
    Name(NameKind),
    /// Runs of words that are also in another text. `copied`.
    Copied(Copied),
    /// Date lines that say this. `dates`.
    Dates(Vec<DateKind>),
    /// What another letter contains too. `reused`.
    Reused(Reused),
    /// What the posting requires of an applicant. `requirements`.
    Requirements,
    /// Words that the text repeats. `key_phrases`.
    KeyPhrases,
    /// Numbers, titles and years that do not match the CV. `contradicts_cv`.
    Contradictions,
}
