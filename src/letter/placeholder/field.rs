//! Fields of mail merges and variables: `«FirstName»`, `%NAME%`, `*|FNAME|*`, `$COMPANY`, `COMPANY_NAME`, "at COMPANY".

use super::label::{Keyword, Label, keyword};
use super::line::Line;
use super::position::{self, is_greeted, is_slot_position};
use super::words::{first_word, is_capitalised, is_in, is_upper, is_word_char, measure, parts};
use super::{Certainty, Placeholder, slot};
use crate::words::List;

/// Longest field.
const LONGEST: usize = 80;

/// The field that the mark at `at` opens: one of `%`, `@`, `#`, `~`, `*`, `|` or `-`.
pub(super) fn marked(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    if line.before(at).is_some_and(is_word_char) {
        return None;
    }
    match line.after(at)? {
        '%' => between(line, at, b'%', 1..=2),
        '@' => between(line, at, b'@', 1..=2),
        '#' => between(line, at, b'#', 1..=2),
        '~' => between(line, at, b'~', 1..=2),
        '-' => between(line, at, b'-', 2..=2),
        '*' if line.rest(at).starts_with("*|") => pipes(line, at + 1),
        '|' => pipes(line, at),
        _ => None,
    }
}

/// `%name%`, `%%name%%` and the like: the same mark, as often, on both sides.
fn between(line: &Line<'_>, at: usize, mark: u8, counts: std::ops::RangeInclusive<usize>) -> Option<Placeholder> {
    let count = line.run(at, mark);
    let close = char::from(mark);
    let inside = line.inside(at + count, close, '\u{FFFC}', LONGEST)?;
    let end = at + count + inside.len() + count;
    let is_closed = counts.contains(&count)
        && line.run(end - count, mark) == count
        && line.after(end).is_none_or(|c| !is_word_char(c));
    let is_tight = inside.starts_with(char::is_alphabetic) && inside.ends_with(is_word_char);
    if !is_closed || !is_tight {
        return None;
    }
    let label = Label::read(inside);
    let is_plain = label.words == 1 && inside.chars().all(|c| is_word_char(c) || c == '.');
    let is_named =
        label.keyword == Keyword::Core || label.keyword == Keyword::Plain && (label.is_compound || is_upper(inside));
    let is_field = match mark {
        b'%' | b'@' if count == 2 => is_plain,
        b'%' => is_plain && (is_upper(inside) || label.is_compound || is_named) || is_named && is_capitalised(inside),
        b'-' => is_plain && (label.is_compound || is_named),
        _ => is_plain && is_named,
    };
    is_field.then(|| slot(at..end, Certainty::Certain))
}

/// `|FNAME|`, with the stars if they are still there.
fn pipes(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let inside = line.inside(at + 1, '|', ' ', LONGEST)?;
    let end = at + 1 + inside.len() + 1;
    let has_stars = line.before(at) == Some('*') && line.after(end) == Some('*');
    let is_tag = inside.starts_with(|c: char| c.is_ascii_uppercase())
        && inside.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"_:-".contains(&byte));
    let range = if has_stars { at - 1..end + 1 } else { at..end };
    let is_known = has_stars || Label::read(inside).keyword == Keyword::Core;
    (is_tag && is_known).then(|| slot(range, Certainty::Certain))
}

/// `«FirstName»`, `«company»`. Words in French quotation marks are none: it takes one joined or known word.
pub(super) fn guillemets(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let start = at + '«'.len_utf8();
    let inside = line.inside(start, '»', '«', LONGEST)?;
    let end = start + inside.len() + '»'.len_utf8();
    let label = Label::read(inside);
    let certainty = if label.is_compound && label.words == 1 {
        Certainty::Certain
    } else if label.keyword == Keyword::Core && label.words <= 3 && !inside.starts_with([' ', '\u{A0}']) {
        // A quotation in French marks may be the same word.
        if position::fills_surely(line, at, end) { Certainty::Certain } else { Certainty::Likely }
    } else {
        return None;
    };
    Some(slot(at..end, certainty))
}

/// `<<FirstName>>`, `<<[FieldName]>>`.
pub(super) fn chevrons(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let inside = line.inside(at + 2, '>', '<', LONGEST)?;
    let end = at + 2 + inside.len() + 2;
    let label = Label::read(inside);
    let is_tight = !inside.starts_with(' ') || label.keyword != Keyword::None;
    let is_name = inside.contains(char::is_alphabetic)
        && inside.chars().all(|c| is_word_char(c) || matches!(c, ' ' | '[' | ']' | '\'' | '-' | '.' | '/'));
    let is_closed = line.rest(end - 2).starts_with(">>");
    (is_closed && is_tight && is_name).then(|| slot(at..end, Certainty::Certain))
}

/// `MERGEFIELD Name`, of which `MERGEFIELD` is the word at `at`.
pub(super) fn field_code(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let is_code = is_in(word, List::FieldCode);
    let name = line.word_after(at + word.len());
    let len = word.len() + if name.is_empty() { 0 } else { 1 + name.len() };
    is_code.then(|| slot(at..at + len, Certainty::Certain))
}

/// `__NAME__`, whose two underscores stand at `at`.
pub(super) fn dunder(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let word = first_word(line.rest(at));
    let name = word.strip_prefix("__")?.strip_suffix("__")?;
    let label = Label::read(name);
    let certainty = match label.keyword {
        Keyword::Core | Keyword::Plain if is_upper(name) => Certainty::Certain,
        Keyword::Core if name != "name" => Certainty::Certain,
        _ if is_upper(name) || label.is_compound => Certainty::Likely,
        _ => return None,
    };
    Some(slot(at..at + word.len(), certainty))
}

/// The variable whose dollar sign stands at `at`.
pub(super) fn dollar(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    if line.before(at).is_some_and(|c| is_word_char(c) || c == '$') {
        return None;
    }
    if line.rest(at).starts_with("${") {
        let inside = line.inside(at + 2, '}', '{', LONGEST)?;
        let end = at + 2 + inside.len() + 1;
        let is_named = inside.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | ' '));
        return is_named.then(|| slot(at..end, Certainty::Certain));
    }
    let name = first_word(line.rest(at + 1));
    let end = at + 1 + name.len();
    let is_closed = line.after(end) == Some('$');
    let certainty = dollar_certainty(line, at, name, is_closed)?;
    Some(slot(at..end + usize::from(is_closed), certainty))
}

fn dollar_certainty(line: &Line<'_>, at: usize, name: &str, is_closed: bool) -> Option<Certainty> {
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        return None;
    }
    let label = Label::read(name);
    if name.len() == 1 {
        // "$M budgets" are money, "$C$" is a formula.
        let is_money = matches!(name.as_bytes(), [b'K' | b'M' | b'B']);
        let is_slot = is_upper(name) && !is_closed && !(is_money && line.before(at) == Some('-'));
        return is_slot.then_some(if is_money { Certainty::Likely } else { Certainty::Certain });
    }
    match label.keyword {
        Keyword::Core if label.is_compound || is_upper(name) => Some(Certainty::Certain),
        // A program has such a variable too.
        Keyword::Core if position::fills(line, at, at + 1 + name.len()) => Some(Certainty::Certain),
        Keyword::Core => Some(Certainty::Likely),
        Keyword::Plain if label.is_compound => Some(Certainty::Likely),
        _ => None,
    }
}

/// The joined name that is the word at `at`: `COMPANY_NAME`, `jobTitle`, `LastName`.
pub(super) fn joined(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    if word.len() > 40 || matches!(line.before(at), Some('.' | '/' | '@' | '#' | '-' | ':' | '\\')) {
        return None;
    }
    if is_in(word, List::JoinedField) {
        return Some(slot(at..at + word.len(), Certainty::Certain));
    }
    if word.is_ascii() && !measure(word).1 {
        return None;
    }
    let mut count = 0;
    let mut last = "";
    let mut is_of_letters = false;
    for part in parts(word) {
        count += 1;
        last = part;
        is_of_letters |= is_in(part, List::LetterField);
        if keyword(part) == Keyword::None {
            return None;
        }
    }
    let is_snake = count > 1 && word.contains('_');
    let is_camel = !is_snake && Label::read(word).is_compound;
    let is_joined = is_snake && is_of_letters || (is_snake || is_camel) && is_in(last, List::FieldEnding);
    let is_sure =
        is_of_letters && word.contains('_') && is_upper(word) || position::fills_surely(line, at, at + word.len());
    let certainty = if is_sure { Certainty::Certain } else { Certainty::Likely };
    is_joined.then(|| slot(at..at + word.len(), certainty))
}

/// The label in capitals that is the word at `at`; "at Company." counts too.
pub(super) fn capitals(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let end = at + word.len();
    let before = line.word_before(at);
    let is_sure = position::fills_surely(line, at, end) || is_in(line.word_after(end), List::RoleNoun);
    let certainty = if is_sure { Certainty::Certain } else { Certainty::Likely };
    let found = || Some(slot(at..end, certainty));
    if is_in(word, List::NamedField) {
        let is_named = is_greeted(before) && word == "Name" || before == "at";
        return if is_named && is_slot_position(line, at, end) { found() } else { None };
    }
    if !is_in(word, List::ShoutedField) {
        return None;
    }
    let after = line.word_after(end);
    let is_shouting = is_upper(after) && after.len() > 1 && !is_in(after, List::ShoutedField);
    let is_name = is_greeted(before) || is_in(before, List::BeforeName) && !is_upper(before);
    if is_name && !is_shouting { found() } else { None }
}
