//! Where a slot stands: in a gap of its sentence, alone on its line, within a quotation, or where a name must.
//!
//! What fills a gap is a slot whatever word is in it: `at [Riverside]` and `because [reason]` break off without it,
//! while `at Northwind [Riverside]` does not.

use super::super::word_set::WordSet;
use super::line::{Line, TITLES};
use super::words::is_one_of;

/// Most bytes behind a bracket that is alone on its line.
const LONGEST_TAIL: usize = 4;

/// Words that something must follow, in the languages that letters are commonly written in, sorted.
#[rustfmt::skip]
static OPEN: WordSet = WordSet::new(&[
    "a", "about", "als", "am", "an", "are", "as", "at", "avec", "because", "bei", "beim", "by",
    "called", "chez", "con", "das", "de", "dear", "dem", "den", "der", "des", "die", "du", "een",
    "ein", "eine", "einem", "einen", "einer", "en", "for", "from", "für", "hello", "hi", "im", "in",
    "into", "is", "join", "joining", "la", "le", "les", "met", "mit", "my", "named", "near", "of",
    "on", "our", "para", "per", "por", "pour", "than", "that", "the", "their", "through", "to",
    "un", "una", "under", "une", "until", "using", "van", "via", "vom", "von", "voor", "was",
    "with", "within", "without", "your", "zum", "zur", "à",
]);

/// Words with which an editor mends a quoted sentence, and that no label consists of, sorted.
#[rustfmt::skip]
static INSERTED: WordSet = WordSet::new(&[
    "a", "all", "also", "an", "and", "are", "as", "be", "been", "but", "can", "do", "does", "had",
    "has", "have", "he", "her", "him", "his", "i", "in", "is", "it", "its", "me", "my", "not", "of",
    "one", "only", "or", "our", "she", "so", "some", "such", "that", "the", "their", "them", "then",
    "these", "they", "this", "those", "to", "us", "was", "we", "were", "who", "will", "with",
    "would", "you", "your",
]);

/// Whether `word` is one that an editor puts into a quotation: `we [are] here`.
pub(super) fn is_inserted(word: &str) -> bool {
    INSERTED.holds(word)
}

/// Whether the sentence breaks off without what stands from `at` to `end`, or the line holds nothing else.
pub(super) fn fills(line: &Line<'_>, at: usize, end: usize) -> bool {
    OPEN.holds(line.word_before(at)) || is_alone(line, at, end)
}

/// As [`fills`], but an article does not count: `the {id} path` is whole without it.
pub(super) fn fills_surely(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = line.word_before(at);
    fills(line, at, end) && !matches!(before, "the" | "a" | "an" | "is" | "are" | "was" | "that")
}

fn is_alone(line: &Line<'_>, at: usize, end: usize) -> bool {
    let rest = line.rest(end);
    line.opens_item(at) && rest.len() <= LONGEST_TAIL && !rest.contains(char::is_alphanumeric)
}

/// Whether what stands from `at` to `end` is part of a quotation and not all of it.
pub(super) fn is_quoted(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = line.quotes.partition_point(|mark| *mark < at);
    let is_whole = line.before(at) == Some('"') && line.after(end) == Some('"');
    before % 2 == 1 && before < line.quotes.len() && !is_whole
}

/// Words that a name follows.
pub(super) const GREETINGS: &[&str] = &["dear", "hi", "hello", "hey", "professor"];
pub(super) const PREPOSITIONS: &[&str] =
    &["of", "at", "for", "through", "to", "with", "from", "by", "as", "in", "join", "joining", "via"];

/// What follows the name of a role, and what follows the word that stands before it.
pub(super) const AFTER_ROLE: &[&str] = &["at", "on", "in", "with", "within", "for"];
pub(super) const ROLES: &[&str] = &["position", "role", "job", "team", "opening", "vacancy", "opportunity"];

/// Whether a name must stand where the text from `at` to `end` stands.
pub(super) fn is_slot_position(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = line.word_before(at);
    if before.is_empty() {
        return false;
    }
    let after = line.word_after(end);
    if ends_phrase(line.rest(end)) {
        return is_greeted(before) || is_one_of(before, PREPOSITIONS);
    }
    is_one_of(before, &["of"]) && is_one_of(after, AFTER_ROLE)
        || is_one_of(before, &["the", "a", "an", "your"]) && is_one_of(after, ROLES)
        || is_greeted(before) && is_one_of(after, TITLES)
}

/// Whether `word` is what a name follows in a greeting: "Dear", "Mr".
pub(super) fn is_greeted(word: &str) -> bool {
    is_one_of(word, GREETINGS) || is_one_of(word, TITLES)
}

/// Whether `text` starts with the punctuation that closes a phrase, or is at its end.
fn ends_phrase(text: &str) -> bool {
    let mut letters = text.chars();
    match letters.next() {
        None => true,
        Some('\'') => letters.next() == Some('s'),
        Some(',' | '.' | ':' | ';' | '!' | '?' | ')') => {
            letters.next().is_none_or(|c| matches!(c, ' ' | ')' | '}' | '"'))
        }
        Some(_) => false,
    }
}
