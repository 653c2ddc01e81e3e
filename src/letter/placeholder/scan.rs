//! One pass over a block: at each mark or word, the styles that can start there are asked.

use super::line::Line;
use super::openers::is_opener;
use super::words::{is_word_char, measure, word_len};
use super::{
    Placeholder, Style, angle, blank, braces, bracket, capitals, digits, dummy, empty, example, filler, marker, mask,
    merge, parenthesis, torn, variable,
};

/// Longest row of `#` that can stand for digits; a longer one is a rule.
const LONGEST_HASH: usize = 6;

/// Adds the slots of `line` to `found`, in order. Ranges are relative to the line.
pub(super) fn line(mut line: Line<'_>, found: &mut Vec<Placeholder>) {
    let first = found.len();
    let mut at = 0;
    loop {
        at += plain_len(line.rest(at));
        if at == line.text.len() {
            return;
        }
        let is_filled = found[first..].last().is_some_and(|last| last.style == Style::Filler);
        let (slot, next) = step(&mut line, at, is_filled);
        at = next;
        if let Some(slot) = slot {
            at = slot.range.end;
            line.covered = at;
            found.push(slot);
        }
    }
}

/// Byte length of the words, spaces and marks that `text` starts with and at which no slot can start.
fn plain_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b' ' | b',' | b'\'' | b'"' | b';' | b':' | b'!' | b')' => 1,
            b'.' if bytes.get(at + 1) == Some(&b' ') => 2,
            b'X' | b'Y' | b'Z' | b'N' | b'x' => return at,
            _ if byte.is_ascii_alphabetic() => {
                let (len, is_joined) = measure(&text[at..]);
                if is_joined || is_opener(&text[at..at + len]) {
                    return at;
                }
                len
            }
            _ => return at,
        };
    }
    at
}

/// The slot at `at` (a street starts just before it), and where to go on if there is none.
fn step(line: &mut Line<'_>, at: usize, is_filled: bool) -> (Option<Placeholder>, usize) {
    let byte = line.text.as_bytes()[at];
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => word(line, at, is_filled),
        b'0'..=b'9' | b'+' => figures(line, at),
        0x80.. => beyond_ascii(line, at),
        b'[' => {
            line.pair = line.nesting.skip(at, line.pair);
            let slot = bracket::at(line, at).or_else(|| torn::at(line, at));
            (slot, at + 1)
        }
        b'(' => match parenthesis::at(line, at) {
            None if digits::opens(line.rest(at + 1)) => figures(line, at),
            slot => (slot, at + 1),
        },
        b'#' if line.run(at, b'#') > LONGEST_HASH => (None, at + line.run(at, b'#')),
        b'#' => match filler::call(line, at).or_else(|| merge::at(line, at)).or_else(|| mask::number_sign(line, at)) {
            None => figures(line, at),
            slot => (slot, at + 1),
        },
        _ => (mark(line, at, byte), at + line.run(at, byte)),
    }
}

fn mark(line: &Line<'_>, at: usize, byte: u8) -> Option<Placeholder> {
    match byte {
        b'.' => blank::dots(line, at).or_else(|| empty::mark(line, at)),
        b'-' => merge::at(line, at).or_else(|| empty::dash(line, at)),
        b'{' => braces::at(line, at),
        b'$' => variable::at(line, at),
        b'<' => angle::at(line, at),
        b'%' | b'*' => merge::at(line, at).or_else(|| empty::mark(line, at)),
        b'@' | b'|' | b'~' => merge::at(line, at),
        b'_' => merge::dunder(line, at).or_else(|| blank::underscores(line, at)).or_else(|| empty::mark(line, at)),
        b'?' => marker::questions(line, at).or_else(|| empty::mark(line, at)),
        b'\\' => filler::call(line, at),
        _ => None,
    }
}

/// The figures from `at` on, read once as a whole: no part of a number is a number.
fn figures(line: &mut Line<'_>, at: usize) -> (Option<Placeholder>, usize) {
    let range = digits::run(line, at);
    let len = word_len(line.rest(at)).max(line.run(at, b'#')).max(1);
    line.figured = range.end.max(at + len);
    (digits::read(line, range), line.figured)
}

fn word(line: &mut Line<'_>, at: usize, is_filled: bool) -> (Option<Placeholder>, usize) {
    let (len, is_joined) = measure(line.rest(at));
    let word = &line.text[at..at + len];
    let slot = match word.as_bytes()[0] {
        b'X' | b'x' | b'Y' | b'Z' | b'N' => masked(line, at, word),
        _ => None,
    };
    let slot = slot.or_else(|| is_opener(word).then(|| opened(line, at, word, is_filled))?);
    let slot = slot.or_else(|| is_joined.then(|| variable::joined(line, at, word))?);
    (slot, at + len)
}

fn masked(line: &mut Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let is_number = at >= line.figured && matches!(word.as_bytes()[0], b'X' | b'x');
    let number = if is_number { figures(line, at).0 } else { None };
    number.or_else(|| example::firm(line, at, word)).or_else(|| mask::at(line, at, word))
}

fn opened(line: &Line<'_>, at: usize, word: &str, is_filled: bool) -> Option<Placeholder> {
    example::street(line, at, word)
        .or_else(|| filler::at(line, at, is_filled))
        .or_else(|| marker::at(line, at, word))
        .or_else(|| empty::value(line, at, word))
        .or_else(|| empty::greeting(line, at, word))
        .or_else(|| example::firm(line, at, word))
        .or_else(|| dummy::at(line, at, word))
        .or_else(|| capitals::at(line, at, word))
        .or_else(|| variable::joined(line, at, word))
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
