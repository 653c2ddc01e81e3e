//! Notes for later, orders of templates and filler text: `TODO`, `TBD`, `???`, "INSERT NAME HERE", "Lorem ipsum".

use super::label::{Keyword, keyword};
use super::line::Line;
use super::words::{head, is_capitalised, is_one_of, is_upper, is_word_char, last_word, parts};
use super::{Certainty, Placeholder, slot};

/// Words that say that TODO is spoken of: "a TODO", "the TODO app".
const BEFORE: &[&str] = &["a", "an", "the", "my", "our", "every", "each", "no", "of", "any", "simple", "all"];
const AFTER: &[&str] = &[
    "app",
    "apps",
    "application",
    "applications",
    "list",
    "lists",
    "item",
    "items",
    "comment",
    "comments",
    "manager",
    "api",
    "project",
    "projects",
    "tracker",
    "mvc",
    "example",
    "and",
    "or",
];

/// What a word processor writes into an empty field, and a hurried writer into a draft.
const FIELDS: &[&str] = &[
    "click or tap here to enter text",
    "click here to enter text",
    "click or tap to enter a date",
    "click here to enter a date",
    "choose an item",
    "type your text here",
    "your text here",
    "type here",
    "note to self",
    "blah blah",
    "enter text here",
];

/// The note that starts with the word at `at`.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let end = at + word.len();
    let found = |certainty| Some(slot(at..end, certainty));
    match word {
        "TODO" | "FIXME" => found(to_do(line, at, end)?),
        "TBD" | "CHANGEME" | "CHANGE_ME" | "REPLACEME" | "REPLACE_ME" | "PLACEHOLDER" | "TKTK" => {
            found(Certainty::Certain)
        }
        "TBC" | "TBA" => found(Certainty::Likely),
        "TK" => to_come(line, at, end).then(|| slot(at..end, Certainty::Likely)),
        _ => order(line, at, word).or_else(|| field(line, at, word)),
    }
}

fn to_do(line: &Line<'_>, at: usize, end: usize) -> Option<Certainty> {
    let is_compound = line.after(end) == Some('-') && line.after(end + 1).is_some_and(is_word_char);
    if line.after(end) == Some(':') || line.rest(end).starts_with('(') {
        return Some(Certainty::Certain);
    }
    if is_compound || is_one_of(line.word_before(at), BEFORE) || is_one_of(line.word_after(end), AFTER) {
        return None;
    }
    Some(Certainty::Certain)
}

/// Whether TK stands for what is still to come, as journalists write it, and not for a firm or a person.
fn to_come(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = line.word_before(at);
    let after = line.word_after(end);
    let is_name = is_capitalised(before) && before != "I"
        || is_one_of(before, &["at", "for", "join", "joining", "dear", "bei", "der", "die"]);
    !is_name && !is_capitalised(after) && !matches!(line.after(end), Some('-' | '&' | '\''))
}

fn field(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    if !is_one_of(word, &["click", "choose", "type", "your", "enter", "note", "blah"]) {
        return None;
    }
    let text = line.rest(at).as_bytes();
    let field = FIELDS
        .iter()
        .find(|field| text.get(..field.len()).is_some_and(|text| text.eq_ignore_ascii_case(field.as_bytes())))?;
    let end = at + field.len();
    let is_whole = line.after(end).is_none_or(|c| !is_word_char(c));
    let certainty = if is_one_of(word, &["blah"]) { Certainty::Likely } else { Certainty::Certain };
    is_whole.then(|| slot(at..end, certainty))
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

/// Most words of an order, and the verbs that it starts with.
const LONGEST_ORDER: usize = 8;
const VERBS: &[&str] = &["insert", "add", "enter", "put", "type", "paste"];

/// Words behind which a verb in small letters is no order.
const SUBJECTS: &[&str] = &["i", "we", "you", "they", "to", "will", "can", "could", "would", "and"];

/// The order whose verb is the word at `at`.
///
/// With "here" at the end, any order; without it, the capitals that follow the verb. In small
/// letters it must give an order: "I insert names here" does not.
fn order(line: &Line<'_>, at: usize, verb: &str) -> Option<Placeholder> {
    if !is_one_of(verb, VERBS) {
        return None;
    }
    let is_shouted = is_upper(verb);
    let is_told = is_one_of(line.word_before(at), SUBJECTS) || is_one_of(verb, &["add", "put"]);
    if is_told && !is_shouted {
        return None;
    }
    let mut strongest = Keyword::None;
    let mut end = at + verb.len();
    for _ in 0..LONGEST_ORDER {
        let word = line.word_after(end);
        if word.is_empty() || is_one_of(word, VERBS) || is_shouted && !is_upper(word) {
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

/// How the usual filler starts, and words by which a later sentence of it is known.
const STARTS: &[&str] = &["lorem ipsum", "dolor sit amet", "sit amet", "consectetur adipiscing", "sed ut perspiciatis"];

/// How calls for filler start.
const CALLS: &[&str] = &["#lorem(", "\\lipsum", "\\blindtext", "\\Blindtext"];

/// Whether the slot that `text` starts with is filler.
pub(super) fn is_filler(text: &str) -> bool {
    STARTS.iter().any(|start| starts_with(text, start)) || CALLS.iter().any(|call| text.starts_with(call))
}

/// The filler that starts with the word at `at`: up to the end of its sentence.
///
/// `is_filled` says that the last slot of the block was filler: one finding is enough for both.
pub(super) fn filler(line: &Line<'_>, at: usize, is_filled: bool) -> Option<Placeholder> {
    let start = STARTS.iter().position(|start| starts_with(line.rest(at), start))?;
    let is_later = start > 0 && is_filled;
    let near = head(line.rest(at), LONGEST_FILLER);
    let len = near.find(['.', '!', '?']).map_or(STARTS[start].len(), |end| end + 1);
    (!is_later).then(|| slot(at..at + len, Certainty::Certain))
}

fn starts_with(text: &str, start: &str) -> bool {
    let Some((head, rest)) = text.split_at_checked(start.len()) else {
        return false;
    };
    head.eq_ignore_ascii_case(start) && !rest.starts_with(is_word_char)
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
