//! Notes that a writer leaves for later: `TODO: add a figure`, `TBD`, `???`.

use super::line::Line;
use super::order;
use super::words::{is_capitalised, is_one_of, is_word_char, last_word};
use super::{Certainty, Placeholder, Style, slot};

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
    let found = |certainty| Some(slot(at..end, certainty, Style::Marker));
    match word {
        "TODO" | "FIXME" => found(note(line, at, end)?),
        "TBD" | "CHANGEME" | "CHANGE_ME" | "REPLACEME" | "REPLACE_ME" | "PLACEHOLDER" | "TKTK" => {
            found(Certainty::Certain)
        }
        "TBC" | "TBA" => found(Certainty::Likely),
        "TK" => to_come(line, at, end).then(|| slot(at..end, Certainty::Likely, Style::Marker)),
        _ => order::at(line, at, word).or_else(|| field(line, at, word)),
    }
}

fn note(line: &Line<'_>, at: usize, end: usize) -> Option<Certainty> {
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
    is_whole.then(|| slot(at..end, certainty, Style::Marker))
}

/// `???`, and `??` that stands alone. Marks after a word only shout.
pub(super) fn questions(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let count = line.run(at, b'?');
    let end = at + count;
    let is_apart = line.before(at).is_none_or(|c| matches!(c, ' ' | '(' | '$' | '"'));
    let before = last_word(line.text[..at].trim_end());
    let is_slot = count >= 3 || count == 2 && !before.is_empty();
    let certainty = if count >= 3 { Certainty::Certain } else { Certainty::Likely };
    (is_apart && is_slot).then(|| slot(at..end, certainty, Style::Marker))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, likely, silent, silent_each};

    #[test]
    fn notes_are_certain_where_a_note_stands() {
        certain("TODO: add a figure", &["TODO"]);
        certain("TODO add a figure", &["TODO"]);
        certain("I led a team (TODO size).", &["TODO"]);
        certain("I start on TBD.", &["TBD"]);
        certain("FIXME: the date", &["FIXME"]);
        certain("I led a team TODO size, FIXME later.", &["TODO", "FIXME"]);
        likely("The date is TBC.", &["TBC"]);
        likely("I led TK people and cut cost by TK percent.", &["TK", "TK"]);
    }

    #[test]
    fn speaking_of_notes_is_silent() {
        silent_each(
            "
            I wrote a TODO app.
            I wrote the TODO list.
            I built TodoMVC and a todo app.
            I cleared every TODO in it.
            TODO-list
            the tbd branch
            I was at TK for a year, then at TK Elevator.
            a placeholder
            ",
        );
    }

    #[test]
    fn empty_fields_of_a_word_processor_are_certain() {
        certain("Dear Click or tap here to enter text.", &["Click or tap here to enter text"]);
        certain("Choose an item.", &["Choose an item"]);
    }

    #[test]
    fn words_of_a_draft_are_found() {
        certain("NOTE TO SELF: ask Ana.", &["NOTE TO SELF"]);
        likely("I like blah blah blah.", &["blah blah"]);
    }

    #[test]
    fn question_marks_that_stand_alone_are_slots() {
        certain("I led ??? people.", &["???"]);
        likely("I led ?? people.", &["??"]);
        certain("I work at ???.", &["???"]);
        silent("Really??? Yes??");
        silent("Why? Because.");
    }
}
