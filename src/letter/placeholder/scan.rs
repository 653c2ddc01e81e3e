//! One pass over a block: at each mark or word, the kinds of slots that can start there are asked.

use super::super::case::small_letters;
use super::line::Line;
use super::words::{is_in, is_word_char, measure, word_len};
use super::{Placeholder, blank, braces, bracket, field, mask, note, sample};
use crate::words::{List, Openings};

/// How the words begin that a slot can open with.
static OPENINGS: Openings = Openings::of(&[List::SlotOpener]);

/// Whether a slot can open with `word`; ASCII case is ignored.
pub(super) fn is_opener(word: &str) -> bool {
    OPENINGS.may_hold(word.as_bytes()) && is_in(word, List::SlotOpener)
}

/// Longest row of `#` that can stand for digits; a longer one is a rule.
const LONGEST_HASH: usize = 6;

/// Adds the slots of `line` to `found`, in order. Ranges are relative to the line.
pub(super) fn line(mut line: Line<'_>, found: &mut Vec<Placeholder>) {
    let mut at = 0;
    let mut is_filled = false;
    loop {
        at += plain_len(line.rest(at));
        if at == line.text.len() {
            return;
        }
        let (slot, next) = step(&mut line, at, is_filled);
        at = next;
        if let Some(slot) = slot {
            at = slot.range.end;
            line.covered = at;
            is_filled = note::is_filler(line.rest(slot.range.start));
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
                // Nearly all of it is words in small letters and the blanks after them.
                let len = small_letters(&bytes[at..]);
                if bytes.get(at + len) == Some(&b' ') && !OPENINGS.may_hold(&bytes[at..at + len]) {
                    at += len + 1;
                    continue;
                }
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
            let slot = bracket::square(line, at).or_else(|| bracket::unclosed(line, at));
            (slot, at + 1)
        }
        b'(' => match bracket::round(line, at) {
            None if mask::opens_figures(line.rest(at + 1)) => figures(line, at),
            slot => (slot, at + 1),
        },
        b'#' if line.run(at, b'#') > LONGEST_HASH => (None, at + line.run(at, b'#')),
        b'#' => match note::filler_call(line, at)
            .or_else(|| field::marked(line, at))
            .or_else(|| mask::number_sign(line, at))
        {
            None => figures(line, at),
            slot => (slot, at + 1),
        },
        _ => (mark(line, at, byte), at + line.run(at, byte)),
    }
}

fn mark(line: &Line<'_>, at: usize, byte: u8) -> Option<Placeholder> {
    match byte {
        b'.' => blank::dots(line, at).or_else(|| blank::mark(line, at)),
        b'-' => field::marked(line, at).or_else(|| blank::dash(line, at)),
        b'{' => braces::curly(line, at),
        b'$' => field::dollar(line, at),
        b'<' => braces::angle(line, at),
        b'%' | b'*' => field::marked(line, at).or_else(|| blank::mark(line, at)),
        b'@' | b'|' | b'~' => field::marked(line, at),
        b'_' => field::dunder(line, at).or_else(|| blank::underscores(line, at)).or_else(|| blank::mark(line, at)),
        b'?' => note::questions(line, at).or_else(|| blank::mark(line, at)),
        b'\\' => note::filler_call(line, at),
        _ => None,
    }
}

/// The figures from `at` on, read once as a whole: no part of a number is a number.
fn figures(line: &mut Line<'_>, at: usize) -> (Option<Placeholder>, usize) {
    let range = mask::figures(line, at);
    let len = word_len(line.rest(at)).max(line.run(at, b'#')).max(1);
    line.figured = range.end.max(at + len);
    (mask::read_figures(line, range), line.figured)
}

fn word(line: &mut Line<'_>, at: usize, is_filled: bool) -> (Option<Placeholder>, usize) {
    let (len, is_joined) = measure(line.rest(at));
    let word = &line.text[at..at + len];
    let slot = match word.as_bytes()[0] {
        b'X' | b'x' | b'Y' | b'Z' | b'N' => masked(line, at, word),
        _ => None,
    };
    let slot = slot.or_else(|| is_opener(word).then(|| opened(line, at, word, is_filled))?);
    let slot = slot.or_else(|| is_joined.then(|| field::joined(line, at, word))?);
    (slot, at + len)
}

fn masked(line: &mut Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let is_number = at >= line.figured && matches!(word.as_bytes()[0], b'X' | b'x');
    let number = if is_number { figures(line, at).0 } else { None };
    number.or_else(|| sample::firm(line, at, word)).or_else(|| mask::at(line, at, word))
}

fn opened(line: &Line<'_>, at: usize, word: &str, is_filled: bool) -> Option<Placeholder> {
    sample::street(line, at, word)
        .or_else(|| note::filler(line, at, is_filled))
        .or_else(|| note::at(line, at, word))
        .or_else(|| blank::value(line, at, word))
        .or_else(|| blank::greeting(line, at, word))
        .or_else(|| sample::firm(line, at, word))
        .or_else(|| sample::label(line, at))
        .or_else(|| field::capitals(line, at, word))
        .or_else(|| field::joined(line, at, word))
        .or_else(|| field::field_code(line, at, word))
}

fn beyond_ascii(line: &Line<'_>, at: usize) -> (Option<Placeholder>, usize) {
    let Some(c) = line.after(at) else {
        return (None, line.text.len());
    };
    let slot = match c {
        '«' => field::guillemets(line, at),
        '–' | '—' => blank::dash(line, at),
        '…' => blank::dots(line, at).or_else(|| blank::mark(line, at)),
        _ => None,
    };
    let len = if is_word_char(c) { word_len(line.rest(at)) } else { c.len_utf8() };
    (slot, at + len)
}
