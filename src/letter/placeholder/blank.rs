//! Blanks to write on, and slots that hold nothing: `_____`, `.....`, "Dear -,", "at ... as a cook", "Dear undefined,".

use super::line::Line;
use super::position::{self, is_greeted, is_slot_position};
use super::words::{is_in, is_word_char};
use super::{Certainty, Placeholder, slot};
use crate::words::List;

/// Shortest line of underscores, and of dots that are no ellipsis.
const UNDERSCORES: usize = 3;
const DOTS: usize = 5;

/// Dots on each side of a value, and the longest value between them.
const FENCE: usize = 4;
const LONGEST: usize = 80;

/// The blank that starts with the underscore at `at`: one line, or pieces of it with one space,
/// hyphen or slash between.
pub(super) fn underscores(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let mut count = line.run(at, b'_');
    let mut end = at + count;
    while let Some(' ' | '/' | '-') = line.after(end) {
        let more = line.run(end + 1, b'_');
        if more == 0 {
            break;
        }
        count += more;
        end += 1 + more;
    }
    let is_identifier = line.before(at).is_some_and(is_word_char) && line.after(end).is_some_and(is_word_char);
    (count >= UNDERSCORES && !is_identifier).then(|| slot(at..end, Certainty::Certain))
}

/// The blank that starts with the dot at `at`. An ellipsis, also a spaced one, is none.
pub(super) fn dots(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let (count, end) = dot_run(line, at);
    let is_attached = line.before(at).is_some_and(is_word_char);
    if count >= FENCE
        && !is_attached
        && let Some(end) = fenced(line, end)
    {
        return Some(slot(at..end, Certainty::Certain));
    }
    let certainty =
        if is_attached || line.rest(at).starts_with('…') { Certainty::Likely } else { Certainty::Certain };
    (count >= DOTS).then(|| slot(at..end, certainty))
}

/// Dots in a row from `at` on, and where they end; `…` counts for three.
fn dot_run(line: &Line<'_>, at: usize) -> (usize, usize) {
    let mut count = 0;
    let mut end = at;
    for c in line.rest(at).chars() {
        count += match c {
            '.' => 1,
            '…' => 3,
            _ => break,
        };
        end += c.len_utf8();
    }
    (count, end)
}

/// Where the dots end that follow a short value at `start`.
fn fenced(line: &Line<'_>, start: usize) -> Option<usize> {
    let value = line.inside(start, '.', '…', LONGEST)?;
    let (count, end) = dot_run(line, start + value.len());
    let is_tight = value.starts_with(is_word_char) && value.ends_with(is_word_char);
    (count >= FENCE && is_tight).then_some(end)
}

/// Whether the ellipsis from `at` to `end` stands where a name must, with more of the sentence after it.
fn is_gap(line: &Line<'_>, at: usize, end: usize) -> bool {
    let (before, after) = (line.word_before(at), line.word_after(end));
    let goes_on = is_in(before, List::NamePreposition) && is_in(after, List::AfterName)
        || is_in(before, List::BeforePlace) && is_in(after, List::AfterPlace);
    // In a quotation words were left out.
    goes_on && line.rest(end).starts_with(' ') && !position::is_quoted(line, at, end)
}

/// The dash, or run of dashes, that stands at `at` in place of a name.
pub(super) fn dash(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let dash = line.after(at)?;
    let len: usize = line.rest(at).chars().take(4).take_while(|c| *c == dash).map(char::len_utf8).sum();
    let end = at + len;
    let is_short = len <= 3;
    let is_broken_off = dash == '—' && line.rest(end).is_empty();
    (is_short && !is_broken_off && is_slot_position(line, at, end)).then(|| slot(at..end, Certainty::Likely))
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
    // A sentence may trail off after other words, but not after these.
    let is_broken = || {
        is_in(before, List::BeforeBlank)
            && (line.word_after(end).is_empty() || is_in(line.word_after(end), List::AfterRole))
    };
    let is_there = !is_ellipsis || is_greeting || is_broken();
    let is_slot = is_whole && is_there && is_slot_position(line, at, end) || is_ellipsis && is_gap(line, at, end);
    let certainty = if is_greeting { Certainty::Certain } else { Certainty::Likely };
    is_slot.then(|| slot(at..end, certainty))
}

/// The empty value at `at` that a program wrote in place of a name: "Dear undefined,".
pub(super) fn value(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let is_value = is_in(word, List::EmptyValue);
    (is_value && is_greeted(line.word_before(at))).then(|| slot(at..at + word.len(), Certainty::Certain))
}

/// The greeting at `at` that lost its name: "Dear ,".
pub(super) fn greeting(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let end = at + word.len();
    let is_bare = at == 0 && is_in(word, List::GreetingOpener) && line.rest(end).starts_with([' ', '\u{A0}']);
    let mark = line.rest(end).trim_start().chars().next()?;
    (is_bare && matches!(mark, ',' | ':')).then(|| {
        let len = line.rest(end).find(mark).unwrap_or_default();
        slot(at..end + len + 1, Certainty::Likely)
    })
}
