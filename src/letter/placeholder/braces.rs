//! Slots in braces and in angle brackets: `{{first_name}}`, `{company}`, `{% if %}`, `<Company>`, `<%= name %>`.

use super::label::{Keyword, Label};
use super::line::Line;
use super::position::{self, is_slot_position};
use super::words::{head, is_in, is_upper, is_word_char, last_word};
use super::{Certainty, Placeholder, slot};
use crate::words::List;

/// Longest slot in braces, and longest tag of a template language.
const LONGEST: usize = 120;
const LONGEST_TAG: usize = 300;

/// The slot whose braces open at `at`.
pub(super) fn curly(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    if is_argument(line, at) {
        return None;
    }
    match line.run(at, b'{') {
        1 => tag(line, at).or_else(|| single(line, at)),
        count @ (2 | 3) => double(line, at, count),
        _ => None,
    }
}

/// Whether the brace belongs to a command, as in `\cmd{x}`, or to a word, as in `f{x}`.
fn is_argument(line: &Line<'_>, at: usize) -> bool {
    match line.before(at) {
        Some(']' | '\\' | '=') => true,
        Some('}') => line.covered != at,
        Some(' ') => {
            let text = &line.text[..at - 1];
            let is_command = text[..text.len() - last_word(text).len()].ends_with('\\');
            is_command || text.ends_with('}') && line.covered + 1 != at
        }
        Some(c) if is_word_char(c) => {
            let word = last_word(&line.text[..at]);
            let is_command = line.text[..at - word.len()].ends_with('\\');
            is_command || line.run(at, b'{') == 1
        }
        _ => false,
    }
}

/// `{{name}}`, `{{{name}}}`; one closing brace is enough.
fn double(line: &Line<'_>, at: usize, count: usize) -> Option<Placeholder> {
    let inside = line.inside(at + count, '}', '{', LONGEST)?;
    let close = at + count + inside.len();
    let end = close + line.run(close, b'}').min(count);
    let start = if line.before(at) == Some('$') { at - 1 } else { at };
    let certainty = if inside.contains(char::is_alphanumeric) { Certainty::Certain } else { Certainty::Likely };
    Some(slot(start..end, certainty))
}

/// `{% if %}` and `{# note #}`.
fn tag(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let mark = line.after(at + 1).filter(|mark| matches!(mark, '%' | '#'))?;
    let inside = line.inside(at + 2, '}', '{', LONGEST_TAG)?;
    let end = at + 2 + inside.len() + 1;
    (inside.len() > 1 && inside.ends_with(mark)).then(|| slot(at..end, Certainty::Certain))
}

fn single(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let inside = line.inside(at + 1, '}', '{', LONGEST)?;
    let end = at + 1 + inside.len() + 1;
    let found = |certainty| Some(slot(at..end, certainty));
    if let Some(field) = inside.strip_prefix('!') {
        return field.starts_with(char::is_alphabetic).then(|| slot(at..end, Certainty::Certain));
    }
    if inside.trim().is_empty() || inside.bytes().all(|byte| byte.is_ascii_digit()) {
        return is_slot_position(line, at, end).then(|| slot(at..end, Certainty::Likely));
    }
    if inside.trim_start().starts_with("MERGEFIELD ") {
        return Some(slot(at..end, Certainty::Certain));
    }
    if !inside.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == ' ')
        || inside.contains(['=', '\\', ';', ':', '"'])
    {
        return None;
    }
    if inside.contains('|') {
        return found(Certainty::Likely);
    }
    let label = Label::read(inside);
    let is_word = label.words == 1 && inside.chars().count() > 2 && inside.chars().all(char::is_alphabetic);
    match label.keyword {
        _ if label.is_mask() && label.text != "x" => found(Certainty::Certain),
        _ if label.is_compound => found(Certainty::Certain),
        Keyword::Core | Keyword::Plain => found(Certainty::Certain),
        Keyword::None if is_word && position::fills(line, at, end) => {
            found(if position::fills_surely(line, at, end) { Certainty::Certain } else { Certainty::Likely })
        }
        Keyword::None if label.is_capitalised && label.words > 1 && !inside.contains(',') => found(Certainty::Likely),
        Keyword::None => None,
    }
}

/// How far the end of an element is looked for.
const FAR: usize = 400;

/// The slot whose angle bracket stands at `at`; the last one of a run opens it.
pub(super) fn angle(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let count = line.run(at, b'<');
    if count > 2 || line.before(at).is_some_and(|c| matches!(c, '-' | '=' | '/')) {
        return None;
    }
    if count == 2
        && let Some(field) = super::field::chevrons(line, at)
    {
        return Some(field);
    }
    let open = at + count - 1;
    if matches!(line.after(open + 1), Some('%' | '?')) {
        return code_tag(line, open);
    }
    let inside = line.inside(open + 1, '>', '<', LONGEST)?;
    if inside.trim().is_empty() {
        let range = open..open + inside.len() + 2;
        let is_slot = is_slot_position(line, range.start, range.end);
        return is_slot.then(|| slot(range, Certainty::Likely));
    }
    let label = Label::read(inside);
    let is_generic = line.before(at).is_some_and(is_word_char);
    let end = open + inside.len() + 2;
    let is_code = line.before(open) == Some('`') && line.after(end) == Some('`');
    if is_code
        || is_generic && (label.words < 2 || label.keyword == Keyword::None)
        || is_markup(inside, &label)
        || is_spoken_of(line, end, &label)
    {
        return None;
    }
    let fills = position::fills(line, open, end) && inside.chars().filter(|c| c.is_alphabetic()).count() > 1;
    // An acronym or the name of a component: "until <EOF>", "a <my-element>".
    let is_code = label.keyword == Keyword::None && (is_upper(inside) && inside.len() <= 4 || inside.contains('-'));
    let certainty = if fills && !is_code { Certainty::Certain } else { angle_certainty(inside, &label)? };
    Some(slot(open..end, certainty))
}

/// Whether the tag that ends at `end` is the subject of its sentence, the start of an element or a key.
fn is_spoken_of(line: &Line<'_>, end: usize, label: &Label<'_>) -> bool {
    label.words == 1
        && (is_in(line.word_after(end), List::TagNoun)
            || is_in(label.text, List::KeyboardKey)
            || head(line.rest(end), FAR).split("</").skip(1).any(|rest| rest.starts_with(label.text)))
}

/// `<%= company %>`, `<?= $company ?>`.
fn code_tag(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let mark = line.after(at + 1)?;
    let inside = line.inside(at + 2, '>', '<', LONGEST)?;
    let end = at + 2 + inside.len() + 1;
    let is_closed = inside.len() > 1 && inside.ends_with(mark);
    is_closed.then(|| slot(at..end, Certainty::Certain))
}

/// Whether `inside` is a tag, an address, a comparison or part of a program.
fn is_markup(inside: &str, label: &Label<'_>) -> bool {
    let is_spaced = inside.starts_with(' ');
    let is_count =
        inside.starts_with(|c: char| c.is_ascii_digit()) && label.keyword != Keyword::None && label.words > 1;
    let is_label = (is_count || inside.trim_start().starts_with(char::is_alphabetic))
        && is_spaced == inside.ends_with(' ')
        && (!is_spaced || label.keyword == Keyword::Core && label.words <= 3);
    let first = inside.split(' ').next().unwrap_or_default();
    let is_element = is_in(first, List::MarkupElement) && first.chars().all(|c| !c.is_uppercase());
    let has_label = label.words > 1 && Label::read(&inside[first.len()..]).keyword == Keyword::Core;
    !is_label
        || inside.ends_with('/')
        || inside.contains(['=', '@', '\u{FFFC}', '{', '(', ';', '*', '&'])
        || inside.contains("://")
        || is_element && !has_label
}

fn angle_certainty(inside: &str, label: &Label<'_>) -> Option<Certainty> {
    use Certainty::{Certain, Likely};
    if label.is_mask() {
        return (label.text != "x").then_some(Certain);
    }
    if label.words == 1 && inside.chars().count() == 1 {
        return None;
    }
    let is_short = inside.split([' ', ',']).all(|word| word.chars().count() < 2);
    match label.keyword {
        Keyword::Core | Keyword::Plain => Some(Certain),
        Keyword::None if is_short => None,
        Keyword::None if label.words > 1 && label.is_capitalised => Some(Certain),
        Keyword::None if label.words > 1 => Some(Likely),
        Keyword::None if label.is_capitalised => (!is_upper(inside) || inside.len() > 4).then_some(Likely),
        Keyword::None => None,
    }
}
