//! Lines that an editor broke at a column, told from lines that the writer ended.
//!
//! A program that wraps puts as many words on a line as fit. So a break is the program's where the first word of the
//! next line would not have fitted, and the writer's where it would have.

use super::greeting::{ends_in_title, greeting};
use super::lines::{self, ends_sentence};
use super::{HOLE, date};

/// Fewest columns of a line that ran on: what is shorter was ended.
const NARROWEST: usize = 18;

/// How many columns `text` takes.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// The columns of the longest line.
pub(super) fn widest<'t>(lines: impl Iterator<Item = &'t str>) -> usize {
    lines.map(columns).max().unwrap_or(0)
}

/// Whether the first word of `line` has no room at the end of `before`, in text whose longest line is `widest` long.
pub(super) fn is_forced(before: &str, line: &str, widest: usize) -> bool {
    has_no_room(columns(before), line, widest)
}

fn has_no_room(before: usize, line: &str, widest: usize) -> bool {
    before + 1 + columns(first_word(line)) > widest
}

fn first_word(line: &str) -> &str {
    line.split(' ').next().unwrap_or("")
}

/// Whether a sentence may run on from `before` into `line`, which starts with a mark of lists or quotations.
pub(super) fn may_go_on(before: &str, line: &str) -> bool {
    columns(before) >= NARROWEST && !ends_sentence(before) && !before.ends_with([':', ';']) && line.contains(' ')
}

/// Fewest lines and breaks within a sentence by which a column is known.
const FEWEST: usize = 3;

/// For each line of a text without blank lines but the first: whether a paragraph starts there.
///
/// It does where a sentence ended and the next word had room. Empty for text that no program wrapped.
pub(super) fn paragraph_starts(lines: &[&str]) -> Vec<bool> {
    if lines.len() <= 2 * FEWEST {
        return Vec::new();
    }
    let widest = widest(lines.iter().copied());
    let is_ended = |line: &str| ends_sentence(line) || line.ends_with(':');
    let mut breaks = (0, 0);
    for pair in lines.windows(2).filter(|pair| !is_ended(pair[0]) && !stands_alone(pair[0], true)) {
        breaks.0 += 1;
        breaks.1 += usize::from(is_forced(pair[0], pair[1], widest));
    }
    let (inner, forced) = breaks;
    if forced < FEWEST || forced * 10 < inner * 9 {
        return Vec::new();
    }
    lines.windows(2).map(|pair| is_ended(pair[0]) && !is_forced(pair[0], pair[1], widest)).collect()
}

/// One line of a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'t> {
    pub(super) text: &'t str,
    /// Columns that it takes in the letter, markup included.
    pub(super) columns: usize,
}

/// For each line of a block but the first: whether it goes on with the line before it.
///
/// The lines of a list item are prose; other lines may as well be an address.
pub(super) fn runs_on(rows: &[Row<'_>], is_item: bool) -> Vec<bool> {
    let mut joined = vec![false; rows.len().saturating_sub(1)];
    let widest = rows.iter().map(|row| row.columns).max().unwrap_or(0);
    let is_forced = |at: usize| {
        let next = rows[at + 1];
        // An address takes the room that it was typed in.
        let is_address = first_word(next.text).contains(HOLE);
        has_no_room(rows[at].columns, next.text, widest) || is_address && rows[at].columns + 1 + next.columns > widest
    };
    let mut is_subject = false;
    for at in 0..joined.len() {
        let (line, next) = (rows[at].text, rows[at + 1].text);
        is_subject = (is_subject || lines::is_subject(line)) && may_end_subject(next) && is_forced(at);
        let is_split = at == 0 && is_split_greeting(line, next) && is_forced(at);
        joined[at] = is_subject || is_split || is_split_label(line, next);
    }
    let runs_mid_sentence = |at: usize| is_mid_sentence(rows[at].text, rows[at + 1].text);
    let is_prose = is_item || (0..joined.len()).any(runs_mid_sentence) || reads_as_prose(rows, is_forced);
    if is_prose {
        for at in 0..joined.len() {
            let is_opening = !at.checked_sub(1).is_some_and(|before| joined[before]);
            let is_own = starts_anew(rows, at + 1) || (is_opening && stands_alone(rows[at].text, at == 0));
            joined[at] |= !is_own && (is_forced(at) || runs_mid_sentence(at));
        }
    }
    joined
}

/// Whether a greeting was broken in two: "Dear Members of the Search" and "Committee,".
fn is_split_greeting(first: &str, second: &str) -> bool {
    let is_open = |line: &str| !line.ends_with([',', ':', ';', '!', '.', '?', '-', '—', '–']) || ends_in_title(line);
    greeting(first) == Some(first.len())
        && is_open(first)
        && second.ends_with([',', ':'])
        && second.split(' ').nth(5).is_none()
        && greeting(second).is_none()
}

/// Whether `line` may be the rest of a subject that was broken: "Engineer, Payments" after "Subject: Senior Backend".
fn may_end_subject(line: &str) -> bool {
    !lines::is_subject(line)
        && line.split(' ').nth(8).is_none()
        && greeting(line).is_none()
        && lines::signoff(line).is_none()
        && !date::is_date(line)
}

/// Whether an address was parted from what it is: "GitHub:" and the address.
fn is_split_label(first: &str, second: &str) -> bool {
    first.ends_with(':') && first.split(' ').nth(3).is_none() && second.starts_with(HOLE)
}

/// Whether `line` starts with a small letter, perhaps in parentheses, and `before` ends no sentence.
fn is_mid_sentence(before: &str, line: &str) -> bool {
    line.strip_prefix('(').unwrap_or(line).starts_with(char::is_lowercase)
        && (before.split(' ').nth(2).is_some() || ends_in_parentheses(before))
        && !ends_sentence(before)
        && !before.ends_with(':')
        && !stands_alone(before, true)
}

/// Whether a parenthesis is open at the end of `line`.
fn ends_in_parentheses(line: &str) -> bool {
    line.rfind('(').is_some_and(|open| !line[open..].contains(')'))
}

/// Whether lines without a small letter at the start of one are prose all the same: they end as a sentence does.
fn reads_as_prose(rows: &[Row<'_>], is_forced: impl Fn(usize) -> bool) -> bool {
    let words: usize = rows.iter().map(|row| row.text.split(' ').count()).sum();
    let last = rows.last().map_or("", |row| row.text);
    words >= 10
        && ends_sentence(last)
        && (0..rows.len() - 1).all(|at| is_forced(at) || starts_anew(rows, at + 1) || stands_alone(rows[at].text, true))
}

/// Whether `line` is a whole greeting or sign-off.
fn stands_alone(line: &str, may_greet: bool) -> bool {
    may_greet && greeting(line) == Some(line.len()) || lines::signoff(line) == Some(line.len())
}

/// Whether the line at `at` opens a part of its own, whatever stands above it.
fn starts_anew(rows: &[Row<'_>], at: usize) -> bool {
    let line = rows[at].text;
    if lines::is_postscript(line) || lines::is_subject(line) {
        return true;
    }
    if lines::signoff(line).is_none() {
        return false;
    }
    let is_last = at + 1 == rows.len();
    let names_follow = rows.get(at + 1).is_some_and(|next| lines::is_name(next.text));
    if line.ends_with(['.', '!']) {
        // "… to hear from you. Thank you." is the end of a paragraph.
        return names_follow;
    }
    !is_mid_sentence(rows[at - 1].text, line) || names_follow || (is_last && line.ends_with(','))
}
