//! Where a slot stands: in a gap of its sentence, alone on its line, within a quotation, or where a name must.
//!
//! What fills a gap is a slot whatever word is in it: `at [Riverside]` and `because [reason]` break off without it,
//! while `at Northwind [Riverside]` does not.

use super::line::Line;
use super::words::{is_in, is_one_of};
use crate::words::List;

/// Most bytes after a bracket that is alone on its line.
const LONGEST_TAIL: usize = 4;

/// Whether `word` is one that an editor puts into a quotation: `we [are] here`.
pub(super) fn is_inserted(word: &str) -> bool {
    is_in(word, List::InsertedWord)
}

/// Whether the sentence breaks off without what stands from `at` to `end`, or the line holds nothing else.
pub(super) fn fills(line: &Line<'_>, at: usize, end: usize) -> bool {
    is_in(line.word_before(at), List::OpenWord) || is_alone(line, at, end)
}

/// As [`fills`], but an article does not count: `the {id} path` is whole without it.
pub(super) fn fills_surely(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = line.word_before(at);
    fills(line, at, end) && !is_in(before, List::UnsureOpenWord)
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

/// Whether a name must stand where the text from `at` to `end` stands.
pub(super) fn is_slot_position(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = line.word_before(at);
    if before.is_empty() {
        return false;
    }
    let after = line.word_after(end);
    if ends_phrase(line.rest(end)) {
        return is_greeted(before) || is_in(before, List::NamePreposition);
    }
    is_one_of(before, &["of"]) && is_in(after, List::AfterRole)
        || is_in(before, List::RoleDeterminer) && is_in(after, List::RoleNoun)
        || is_greeted(before) && is_in(after, List::PersonTitle)
}

/// Whether `word` is what a name follows in a greeting: "Dear", "Mr".
pub(super) fn is_greeted(word: &str) -> bool {
    is_in(word, List::GreetingOpener) || is_in(word, List::PersonTitle)
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
