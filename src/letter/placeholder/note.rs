//! Notes for later, orders of templates and filler text: `TODO`, `TBD`, `???`, "INSERT NAME HERE", "Lorem ipsum".

use super::label::{Keyword, keyword};
use super::line::Line;
use super::words::{head, is_capitalised, is_in, is_one_of, is_upper, is_word_char, last_word, longest_listed, parts};
use super::{Certainty, Placeholder, slot};
use crate::words::{List, Listed, Openings};

/// The note that starts with the word at `at`.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let end = at + word.len();
    let found = |certainty| Some(slot(at..end, certainty));
    let listed = Listed::of(word);
    if listed.is_in(List::ToDo) {
        return found(to_do(line, at, end)?);
    }
    if listed.is_in(List::CertainNote) {
        return found(Certainty::Certain);
    }
    if listed.is_in(List::LikelyNote) {
        return found(Certainty::Likely);
    }
    if word == "TK" {
        return to_come(line, at, end).then(|| slot(at..end, Certainty::Likely));
    }
    order(line, at, word).or_else(|| field(line, at, word))
}

fn to_do(line: &Line<'_>, at: usize, end: usize) -> Option<Certainty> {
    let is_compound = line.after(end) == Some('-') && line.after(end + 1).is_some_and(is_word_char);
    if line.after(end) == Some(':') || line.rest(end).starts_with('(') {
        return Some(Certainty::Certain);
    }
    if is_compound || is_in(line.word_before(at), List::BeforeToDo) || is_in(line.word_after(end), List::AfterToDo) {
        return None;
    }
    Some(Certainty::Certain)
}

/// Whether TK stands for what is still to come, as journalists write it, and not for a firm or a person.
fn to_come(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = line.word_before(at);
    let after = line.word_after(end);
    let is_name = is_capitalised(before) && before != "I" || is_in(before, List::BeforeFirm);
    !is_name && !is_capitalised(after) && !matches!(line.after(end), Some('-' | '&' | '\''))
}

fn field(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    if !is_in(word, List::EditorFieldOpener) {
        return None;
    }
    let (len, _) = longest_listed(line.rest(at), &[List::EditorField])?;
    let end = at + len;
    let certainty = if is_one_of(word, &["blah"]) { Certainty::Likely } else { Certainty::Certain };
    Some(slot(at..end, certainty))
}

/// `???`, and `??` that stands alone. Marks after a word only shout.
pub(super) fn questions(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let count = line.run(at, b'?');
    let end = at + count;
    let is_apart = line.before(at).is_none_or(|c| matches!(c, ' ' | '(' | '$' | '"'));
    let before = last_word(line.text[..at].trim_end());
    let is_slot = count >= 3 || count == 2 && !before.is_empty();
    let certainty = if count >= 3 { Certainty::Certain } else { Certainty::Likely };
    (is_apart && is_slot).then(|| slot(at..end, certainty))
}

/// Most words of an order.
const LONGEST_ORDER: usize = 8;
/// The order whose verb is the word at `at`.
///
/// With "here" at the end, any order; without it, the capitals that follow the verb. In small
/// letters it must give an order: "I insert names here" does not.
fn order(line: &Line<'_>, at: usize, verb: &str) -> Option<Placeholder> {
    if !is_in(verb, List::OrderVerb) {
        return None;
    }
    let is_shouted = is_upper(verb);
    let is_told = is_in(line.word_before(at), List::OrderSubject) || is_one_of(verb, &["add", "put"]);
    if is_told && !is_shouted {
        return None;
    }
    let mut strongest = Keyword::None;
    let mut end = at + verb.len();
    for _ in 0..LONGEST_ORDER {
        let word = line.word_after(end);
        if word.is_empty() || is_in(word, List::OrderVerb) || is_shouted && !is_upper(word) {
            break;
        }
        end += 1 + word.len();
        if is_one_of(word, &["here"]) {
            let is_named =
                strongest == Keyword::Core || is_shouted && (strongest == Keyword::Plain || verb == "INSERT");
            return is_named.then(|| slot(at..end, Certainty::Certain));
        }
        strongest = parts(word).map(keyword).fold(strongest, Ord::max);
    }
    (is_shouted && strongest > Keyword::None).then(|| slot(at..end, Certainty::Certain))
}

/// Longest sentence that one finding covers.
const LONGEST_FILLER: usize = 400;

/// How filler begins; it spares most words the search.
static FILLER: Openings = Openings::of(&[List::FillerOpening]);

/// How calls for filler start.
const CALLS: &[&str] = &["#lorem(", "\\lipsum", "\\blindtext", "\\Blindtext"];

/// Whether the slot that `text` starts with is filler.
pub(super) fn is_filler(text: &str) -> bool {
    longest_listed(text, &[List::FillerOpening]).is_some() || CALLS.iter().any(|call| text.starts_with(call))
}

/// The filler that starts with the word at `at`: up to the end of its sentence.
///
/// `is_filled` says that the last slot of the block was filler: one finding is enough for both.
pub(super) fn filler(line: &Line<'_>, at: usize, is_filled: bool) -> Option<Placeholder> {
    if !FILLER.may_hold(line.rest(at).as_bytes()) {
        return None;
    }
    let (opening, _) = longest_listed(line.rest(at), &[List::FillerOpening])?;
    let is_later = is_filled && !line.text[at..at + opening].eq_ignore_ascii_case("lorem ipsum");
    let near = head(line.rest(at), LONGEST_FILLER);
    let len = near.find(['.', '!', '?']).map_or(opening, |end| end + 1);
    (!is_later).then(|| slot(at..at + len, Certainty::Certain))
}

/// The call for filler at `at`: `#lorem(100)`, `\lipsum[1-3]`, `\blindtext`.
pub(super) fn filler_call(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let rest = line.rest(at);
    let call = CALLS.iter().find(|call| rest.starts_with(**call))?;
    let start = at + call.len();
    let arguments = match (call.ends_with('('), line.after(start)) {
        (true, _) => line.inside(start, ')', '(', 20)?.len() + 1,
        (false, Some('[')) => line.inside(start + 1, ']', '[', 20)?.len() + 2,
        (false, _) => 0,
    };
    Some(slot(at..start + arguments, Certainty::Certain))
}
