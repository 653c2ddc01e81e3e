//! Slots that hold nothing: "Dear -,", "the position of - at -.", "at ... as a cook", "Dear undefined,".
//!
//! A lone mark is a slot only where a name must stand: after a greeting or a preposition and
//! before the punctuation, or the next preposition, that would follow the name.

use super::line::{Line, TITLES};
use super::words::is_one_of;
use super::{Certainty, Placeholder, Style, slot};

/// Words that a name follows.
const GREETINGS: &[&str] = &["dear", "hi", "hello", "hey", "professor"];
const PREPOSITIONS: &[&str] =
    &["of", "at", "for", "through", "to", "with", "from", "by", "as", "in", "join", "joining", "via"];

/// What follows the name of a role, and what follows the word that stands before it.
const AFTER_ROLE: &[&str] = &["at", "on", "in", "with", "within", "for"];
pub(super) const ROLES: &[&str] = &["position", "role", "job", "team", "opening", "vacancy", "opportunity"];

/// Words that a name follows, and with which no sentence trails off.
const BROKEN: &[&str] = &["at", "of", "join", "joining", "with", "from", "named", "as"];

/// Words that go on behind the name of a place to work: "at ... as a cook", "join ... because". Behind the first ones
/// stands nothing but such a name.
const PLACED: &[&str] = &["at", "join", "joining"];
const BEHIND_PLACE: &[&str] = &["and", "in", "on", "for", "from", "until", "to"];
const BEHIND_NAME: &[&str] = &["as", "because", "since", "where", "who", "whose"];

/// Whether the ellipsis from `at` to `end` stands where a name must, with more of the sentence behind it.
fn is_gap(line: &Line<'_>, at: usize, end: usize) -> bool {
    let (before, after) = (line.word_before(at), line.word_after(end));
    let goes_on = is_one_of(before, PREPOSITIONS) && is_one_of(after, BEHIND_NAME)
        || is_one_of(before, PLACED) && is_one_of(after, BEHIND_PLACE);
    // In a quotation words were left out.
    goes_on && line.rest(end).starts_with(' ') && !super::gap::is_quoted(line, at, end)
}

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

/// The dash, or run of dashes, that stands at `at` in place of a name.
pub(super) fn dash(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let dash = line.after(at)?;
    let len: usize = line.rest(at).chars().take(4).take_while(|c| *c == dash).map(char::len_utf8).sum();
    let end = at + len;
    let is_short = len <= 3;
    let is_broken_off = dash == '—' && line.rest(end).is_empty();
    (is_short && !is_broken_off && is_slot_position(line, at, end))
        .then(|| slot(at..end, Certainty::Likely, Style::Blank))
}

/// Other marks in place of a name: `***`, `%s`, `...` (after a greeting only).
pub(super) fn mark(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let len = ["***", "**", "*", "%s", "...", "…", "??", "?", "__", "_"]
        .iter()
        .find_map(|mark| line.rest(at).starts_with(mark).then_some(mark.len()))?;
    let end = at + len;
    let is_ellipsis = line.rest(at).starts_with(['.', '…']);
    let is_whole = !line.rest(at).starts_with(['?', '*']) || line.word_after(end).is_empty();
    let before = line.word_before(at);
    let is_greeting = is_greeted(before);
    // A sentence may trail off behind other words, but not behind these.
    let is_broken = || {
        is_one_of(before, BROKEN) && (line.word_after(end).is_empty() || is_one_of(line.word_after(end), AFTER_ROLE))
    };
    let is_there = !is_ellipsis || is_greeting || is_broken();
    let is_slot = is_whole && is_there && is_slot_position(line, at, end) || is_ellipsis && is_gap(line, at, end);
    let certainty = if is_greeting { Certainty::Certain } else { Certainty::Likely };
    is_slot.then(|| slot(at..end, certainty, Style::Blank))
}

/// The empty value at `at` that a program wrote in place of a name: "Dear undefined,".
pub(super) fn value(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let is_value = matches!(word, "undefined" | "null" | "None" | "nil" | "NaN" | "NULL");
    (is_value && is_greeted(line.word_before(at))).then(|| slot(at..at + word.len(), Certainty::Certain, Style::Blank))
}

/// The greeting at `at` that lost its name: "Dear ,".
pub(super) fn greeting(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let end = at + word.len();
    let is_bare = at == 0 && is_one_of(word, GREETINGS) && line.rest(end).starts_with([' ', '\u{A0}']);
    let mark = line.rest(end).trim_start().chars().next()?;
    (is_bare && matches!(mark, ',' | ':')).then(|| {
        let len = line.rest(end).find(mark).unwrap_or_default();
        slot(at..end + len + 1, Certainty::Likely, Style::Blank)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, silent};

    #[test]
    fn a_lone_hyphen_in_place_of_a_name_is_a_slot() {
        finds("Dear -,", &["-"]);
        finds("I apply for the position of - at -.", &["-", "-"]);
        finds("I heard of the job through -. My CV tells more.", &["-"]);
        finds("I apply for the - position at –.", &["-", "–"]);
    }

    #[test]
    fn a_dash_between_words_is_no_slot() {
        silent("I build tools - and I test them.");
        silent("The team I work for - at least until May - writes Rust.");
        silent("It is what I strive for - a calm pager.");
        silent("From May - July I was on call.");
        silent("There is one thing I would like to —");
        silent("- one item\n-- \nAna");
    }

    #[test]
    fn empty_marks_in_place_of_a_name_are_slots() {
        finds("Dear ***,", &["***"]);
        finds("Dear ...,", &["..."]);
        finds("I apply for the position of ... at ..., and I can start.", &["...", "..."]);
        finds("I applied at ... as a cook.", &["..."]);
        finds("I want to join … because of your bread, and to cook for … as you do.", &["…", "…"]);
        finds("Last year I spoke at … in Leeds.", &["…"]);
        finds("Dear Ms. ?,", &["?"]);
        finds("Dear %s,", &["%s"]);
        finds("Dear [ ],", &["[ ]"]);
        finds("Dear {},", &["{}"]);
        finds("I would like to join ( ).", &["( )"]);
    }

    #[test]
    fn empty_values_in_a_greeting_are_slots() {
        finds("Dear undefined,", &["undefined"]);
        finds("Hello null,", &["null"]);
        silent("The old API returned undefined, and null too.");
    }

    #[test]
    fn a_greeting_without_a_name_is_a_slot() {
        finds("Dear ,", &["Dear ,"]);
        silent("Hello, everyone!");
        silent("Hello!");
    }

    #[test]
    fn marks_elsewhere_are_silent() {
        silent("I would wait ... and then it came.");
        silent("What does it serve for ... we asked.");
        silent("What are we here for?");
        silent("You write that \"we bake at ... in the night\", and so do I.");
        silent("I looked at... as a child would. That is what I came for ... and stayed.");
    }
}
