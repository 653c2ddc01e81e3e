//! One pass over a block: at each mark or word, the styles that can start there are asked.

use super::line::Line;
use super::words::{is_word_char, word_len};
use super::{
    Placeholder, angle, blank, braces, bracket, capitals, digits, dummy, empty, example, filler, marker, mask, merge,
    parenthesis, variable,
};

/// Adds the slots of `line` to `found`, in order. Ranges are relative to the line.
pub(super) fn line(mut line: Line<'_>, found: &mut Vec<Placeholder>) {
    let first = found.len();
    let mut at = 0;
    while let Some(&byte) = line.text.as_bytes().get(at) {
        if byte == b' ' {
            at += 1;
            continue;
        }
        let (slot, resume) = step(&line, at, byte, found.get(first..).and_then(<[_]>::last));
        at = resume;
        if let Some(slot) = slot {
            at = slot.range.end;
            line.covered = at;
            found.push(slot);
        }
    }
}

/// The slot that starts at `at` (or, for a street, just before it), and where to go on if none does.
fn step(line: &Line<'_>, at: usize, byte: u8, last: Option<&Placeholder>) -> (Option<Placeholder>, usize) {
    match byte {
        b'0'..=b'9' | b'+' => figures(line, at),
        b'a'..=b'z' | b'A'..=b'Z' => word(line, at, last),
        0x80.. => beyond_ascii(line, at),
        b'[' => (bracket::at(line, at).or_else(|| bracket::unclosed(line, at)), at + 1),
        b'(' => match parenthesis::at(line, at) {
            None if line.rest(at + 1).starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'X' | 'x' | '#')) => {
                figures(line, at)
            }
            slot => (slot, at + 1),
        },
        b'\\' => (filler::call(line, at), at + 1),
        b'#' => match filler::call(line, at).or_else(|| merge::at(line, at)) {
            None => figures(line, at),
            slot => (slot, at + 1),
        },
        _ => (mark(line, at, byte), at + line.run(at, byte)),
    }
}

fn mark(line: &Line<'_>, at: usize, byte: u8) -> Option<Placeholder> {
    match byte {
        b'{' => braces::at(line, at),
        b'$' => variable::at(line, at),
        b'<' => angle::at(line, at),
        b'%' | b'*' => merge::at(line, at).or_else(|| empty::mark(line, at)),
        b'@' | b'|' | b'~' => merge::at(line, at),
        b'-' => merge::at(line, at).or_else(|| empty::dash(line, at)),
        b'_' => merge::dunder(line, at).or_else(|| blank::underscores(line, at)).or_else(|| empty::mark(line, at)),
        b'.' => blank::dots(line, at).or_else(|| empty::mark(line, at)),
        b'?' => marker::questions(line, at).or_else(|| empty::mark(line, at)),
        _ => None,
    }
}

fn figures(line: &Line<'_>, at: usize) -> (Option<Placeholder>, usize) {
    let range = digits::run(line, at);
    let resume = range.end.max(at + word_len(line.rest(at)).max(1));
    (digits::read(line, range), resume)
}

fn word(line: &Line<'_>, at: usize, last: Option<&Placeholder>) -> (Option<Placeholder>, usize) {
    let len = word_len(line.rest(at));
    let word = &line.text[at..at + len];
    (slot_at_word(line, at, word, last), at + len)
}

fn slot_at_word(line: &Line<'_>, at: usize, word: &str, last: Option<&Placeholder>) -> Option<Placeholder> {
    let first = word.as_bytes()[0];
    if matches!(first, b'X' | b'x' | b'Y' | b'N' | b'Z') {
        let figure = || digits::read(line, digits::run(line, at)).filter(|_| matches!(first, b'X' | b'x'));
        let masked = figure().or_else(|| example::firm(line, at, word)).or_else(|| mask::at(line, at, word));
        if masked.is_some() {
            return masked;
        }
    }
    let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_plain
        && !matches!(first, b'a' | b'c' | b'd' | b'e' | b'f' | b'i' | b'l' | b'n' | b'p' | b's' | b't' | b'u' | b'y')
    {
        return None;
    }
    example::street(line, at, word)
        .or_else(|| filler::at(line, at, last))
        .or_else(|| marker::at(line, at, word))
        .or_else(|| empty::value(line, at, word))
        .or_else(|| empty::greeting(line, at, word))
        .or_else(|| example::firm(line, at, word))
        .or_else(|| dummy::at(line, at, word))
        .or_else(|| variable::joined(line, at, word))
        .or_else(|| capitals::at(line, at, word))
        .or_else(|| merge::field_code(line, at, word))
}

fn beyond_ascii(line: &Line<'_>, at: usize) -> (Option<Placeholder>, usize) {
    let Some(c) = line.after(at) else {
        return (None, line.text.len());
    };
    let slot = match c {
        '«' => merge::guillemets(line, at),
        '–' | '—' => empty::dash(line, at),
        '…' => blank::dots(line, at).or_else(|| empty::mark(line, at)),
        _ => None,
    };
    let len = if is_word_char(c) { word_len(line.rest(at)) } else { c.len_utf8() };
    (slot, at + len)
}
