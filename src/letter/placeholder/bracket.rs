//! Slots in square brackets, `[Company]`, also unclosed ones, and in parentheses, `(insert company)`.

use super::label::{Keyword, Label, SENTENCE, is_aside, keyword};
use super::line::Line;
use super::position::{self, is_greeted, is_slot_position};
use super::words::{head, is_capitalised, is_in, is_one_of, is_word_char, parts};
use super::{Certainty, Placeholder, slot};
use crate::words::{List, Listed};

/// Longest bracket that is read: a paragraph left as an alternative.
const LONGEST: usize = 1200;

/// The slot whose bracket opens at `at`.
pub(super) fn square(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let close = line.close_of(at)?;
    if close - at > LONGEST {
        return None;
    }
    let inside = &line.text[at + 1..close];
    let wiki = inside.strip_prefix('[').and_then(|inside| inside.strip_suffix(']'));
    let label = Label::read(wiki.unwrap_or(inside));
    let end = close + 1;
    if matches!(label.text, "" | "-" | "–" | "—") {
        return is_slot_position(line, at, end).then(|| slot(at..end, Certainty::Likely));
    }
    if matches!(label.text, "..." | "…") {
        // An elision belongs in a quotation; elsewhere it leaves a gap.
        let is_slot =
            stands_free(line, at, end, &label) && !position::is_quoted(line, at, end) && position::fills(line, at, end);
        return is_slot.then(|| slot(at..end, Certainty::Certain));
    }
    if !stands_free(line, at, end, &label) || is_aside(&label) || is_inflection(line, end, &label) {
        return None;
    }
    let certainty = if position::is_quoted(line, at, end) {
        quoted_certainty(&label)?
    } else if position::fills(line, at, end) && is_worded(&label) {
        Certainty::Certain
    } else {
        certainty(&label)?
    };
    let is_note = wiki.is_some() && label.keyword == Keyword::None;
    (!is_note).then(|| slot(at..end, certainty))
}

/// How surely the brackets around `label` are a slot; `None` when it reads as a plain remark.
fn certainty(label: &Label<'_>) -> Option<Certainty> {
    use Certainty::{Certain, Likely};
    if label.is_mask() {
        return Some(if label.text == "x" { Likely } else { Certain });
    }
    if label.words >= SENTENCE || label.text == "object Object" {
        return Some(Certain);
    }
    if label.is_inserted() {
        return Some(Likely);
    }
    let is_joined = label.is_compound && !label.text.contains('.');
    let is_phrase = label.words > 1;
    let certainty = match label.keyword {
        Keyword::Core | Keyword::Plain => Certain,
        Keyword::None if is_phrase && label.is_capitalised && !label.text.contains(',') => Certain,
        Keyword::None if is_phrase || is_joined || label.is_capitalised => Likely,
        Keyword::None if label.text.contains(['%', '$', '/']) => Likely,
        Keyword::None => return None,
    };
    Some(certainty)
}

/// How surely the brackets around `label` are a slot within a quotation, where an editor's words stand in brackets too.
fn quoted_certainty(label: &Label<'_>) -> Option<Certainty> {
    use Certainty::{Certain, Likely};
    let is_short = label.words < 2 && !label.is_capitalised;
    match label.keyword {
        _ if label.words >= SENTENCE || label.is_mask() && label.text != "x" => Some(Certain),
        _ if label.is_inserted() || position::is_inserted(label.text) => None,
        Keyword::Core if !is_short => Some(Certain),
        Keyword::Plain if label.words > 1 && label.is_capitalised => Some(Certain),
        Keyword::Core | Keyword::Plain => Some(Likely),
        Keyword::None => None,
    }
}

/// Whether `label` has a word of its own, so that it fills a gap whatever the word is.
fn is_worded(label: &Label<'_>) -> bool {
    let letters = label.text.chars().filter(|c| c.is_alphabetic()).take(2).count();
    letters > 1 && !position::is_inserted(label.text)
}

/// Whether the bracket from `at` to `end` is neither part of a link, an index nor a task box.
pub(super) fn stands_free(line: &Line<'_>, at: usize, end: usize, label: &Label<'_>) -> bool {
    let is_strong = label.keyword == Keyword::Core && label.words > 1;
    let is_free_before = match line.before(at) {
        Some('!' | '[') => false,
        Some(']') => is_neighbour(line, at, label),
        Some('#' | '\\' | '&') => label.keyword == Keyword::Core,
        Some(c) => is_strong || !is_word_char(c),
        None => true,
    };
    is_free_before
        && !line.definitions.contain(label.text)
        && match line.after(end) {
            Some('(') => is_strong && is_remark(line.rest(end + 1)),
            Some('[') => starts_slot(line, end, label),
            Some(' ') | None => !(line.opens_item(at) && is_box(label.text)),
            _ => true,
        }
}

/// Whether the bracket before the one at `at` was a slot too, as in `[First Name][Last Name]`.
fn is_neighbour(line: &Line<'_>, at: usize, label: &Label<'_>) -> bool {
    line.covered == at && label.is_capitalised && label.keyword == Keyword::Core
}

/// Whether the bracket that opens at `at` holds a label of its own and no reference.
fn starts_slot(line: &Line<'_>, at: usize, before: &Label<'_>) -> bool {
    let Some(close) = line.close_of(at) else {
        return true;
    };
    let label = Label::read(head(&line.text[at + 1..close], 100));
    let both = [before, &label];
    both.iter().all(|label| label.is_capitalised && label.keyword == Keyword::Core)
        && !line.definitions.contain(label.text)
}

/// Whether a parenthesis opens with words about a slot and not with the target of a link.
fn is_remark(inside: &str) -> bool {
    let first = inside.split([' ', ')', ',', '.']).next().unwrap_or_default();
    is_in(first, List::LabelRemark)
}

fn is_box(text: &str) -> bool {
    matches!(text, "x" | "X" | "-")
}

/// Whether the bracket changes one letter of a quoted word, as in "[T]he".
pub(super) fn is_inflection(line: &Line<'_>, end: usize, label: &Label<'_>) -> bool {
    label.text.chars().count() == 1 && line.after(end).is_some_and(char::is_lowercase)
}

/// Most words that are taken for the label.
const LONGEST_UNCLOSED: usize = 5;

/// The slot whose bracket opens at `at` and has no end: the bracket and the capitalised words
/// after it, with a closing bracket of another kind.
pub(super) fn unclosed(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let opens_word = line.rest(at + 1).starts_with(char::is_uppercase);
    if !opens_word || line.before(at).is_some_and(is_word_char) || line.close_of(at).is_some() {
        return None;
    }
    let mut end = at + 1 + line.first_word(at + 1).len();
    for _ in 1..LONGEST_UNCLOSED {
        let word = line.word_after(end);
        if word.is_empty() || !is_capitalised(word) {
            break;
        }
        end += 1 + word.len();
    }
    let label = Label::read(&line.text[at + 1..end]);
    let is_closed = matches!(line.after(end), Some(')' | '}' | '>'));
    let range = at..end + usize::from(is_closed);
    (label.keyword == Keyword::Core).then(|| slot(range, Certainty::Certain))
}

/// Longest slot in parentheses.
const LONGEST_ROUND: usize = 160;

/// The slot whose parenthesis opens at `at`.
pub(super) fn round(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    if line.before(at) == Some(']') {
        return None;
    }
    let inside = line.inside(at + 1, ')', '(', LONGEST_ROUND)?;
    let end = at + 1 + inside.len() + 1;
    let label = Label::read(inside);
    let first = label.text.split(' ').next().unwrap_or_default();
    let found = |certainty| Some(slot(at..end, certainty));
    if is_in(first, List::BracketOrder) && label.words > 1 {
        let is_surely = is_one_of(first, &["insert"]) || label.keyword == Keyword::Core;
        return if is_surely { found(Certainty::Certain) } else { None };
    }
    if is_one_of(first, &["your"]) {
        let is_label = parts(label.text).all(|word| keyword(word) != Keyword::None);
        let is_short = (2..=4).contains(&label.words);
        let certainty = if position::fills(line, at, end) { Certainty::Certain } else { Certainty::Likely };
        return if is_label && is_short { found(certainty) } else { None };
    }
    if is_stock(label.text) {
        return found(Certainty::Certain);
    }
    let is_bare = label.text.is_empty() || label.words == 1 && label.keyword == Keyword::Core;
    let is_greeted = label.keyword == Keyword::Core && is_greeted(line.word_before(at));
    (is_greeted || is_bare && is_slot_position(line, at, end)).then(|| slot(at..end, Certainty::Certain))
}

/// Whether `text` is a label of templates and nothing else.
fn is_stock(text: &str) -> bool {
    let listed = Listed::of(text);
    text.contains(' ') && (listed.is_in(List::SampleLabel) || listed.is_in(List::SampleField))
}
