//! What a regular expression cannot match without, and what no match of it holds.

use memchr::memmem;
use regex_syntax::hir::{Class, Hir, HirKind, Look};
use serde::{Deserialize, Serialize};

/// Most literals that are taken from one expression; with more, the expression is always tried.
const MOST_LITERALS: usize = 200;

/// Words that nearly every letter has, in quotes; the build script, too, has only their file.
const COMMON: &str = include_str!("../../rules/words/common-in-letters.toml");

/// A piece of text that a match holds: lower case, without blanks and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Needle {
    pub(crate) text: String,
    /// Whether it is at the start of a word wherever it matters.
    pub(crate) opens_word: bool,
}

impl Needle {
    /// Whether `lower`, a text in lower case, holds it.
    pub(super) fn is_in(&self, lower: &str) -> bool {
        let lower = lower.as_bytes();
        let is_at = |at: usize| !self.opens_word || at == 0 || !lower[at - 1].is_ascii_alphanumeric();
        memmem::find_iter(lower, &self.text).any(is_at)
    }
}

/// Most lists of needles that are kept of one expression: more seldom narrow the search.
const MOST_LISTS: usize = 6;

/// Most spellings of a piece of an expression that are told apart.
const MOST_SPELLINGS: usize = 24;

/// Returns lists of needles: each match of `hir` holds one needle of every list. The list that narrows a search most
/// comes first; there is none where nothing is known.
pub(super) fn required(hir: &Hir) -> Vec<Vec<Needle>> {
    let mut lists = required_at(hir, false);
    lists.sort_by_key(|list| std::cmp::Reverse(worth(list)));
    lists.dedup();
    lists.truncate(MOST_LISTS);
    lists
}

/// The lists of [`required`], in no order; `at_boundary` where no word is before `hir`.
fn required_at(hir: &Hir, at_boundary: bool) -> Vec<Vec<Needle>> {
    match hir.kind() {
        HirKind::Literal(_) | HirKind::Class(_) => {
            spellings(hir).and_then(|run| needles(&run, at_boundary)).into_iter().collect()
        }
        HirKind::Capture(capture) => required_at(&capture.sub, at_boundary),
        HirKind::Repetition(repetition) if repetition.min > 0 => required_at(&repetition.sub, at_boundary),
        HirKind::Concat(parts) => required_in_row(parts, at_boundary),
        HirKind::Alternation(parts) => {
            let best = |part: &Hir| required_at(part, at_boundary).into_iter().max_by_key(|list| worth(list));
            let all: Option<Vec<Vec<Needle>>> = parts.iter().map(best).collect();
            all.and_then(|lists| one_of(lists.into_iter().flatten())).into_iter().collect()
        }
        HirKind::Empty | HirKind::Look(_) | HirKind::Repetition(_) => Vec::new(),
    }
}

/// The needles in order, each once, unless they are too many.
fn one_of(needles: impl Iterator<Item = Needle>) -> Option<Vec<Needle>> {
    let mut all: Vec<Needle> = needles.collect();
    all.sort();
    all.dedup();
    (1..=MOST_LITERALS).contains(&all.len()).then_some(all)
}

/// Of parts that are in a row, what each of them requires.
fn required_in_row(parts: &[Hir], mut at_boundary: bool) -> Vec<Vec<Needle>> {
    let mut lists: Vec<Vec<Needle>> = Vec::new();
    // The spellings of the parts so far that have few of them.
    let mut run = vec![String::new()];
    let mut run_at_boundary = at_boundary;
    for part in parts {
        if let HirKind::Look(_) = part.kind() {
            at_boundary = ends_at_boundary(part, at_boundary);
            continue;
        }
        if run == [""] {
            run_at_boundary = at_boundary;
        }
        let of_part = spellings(part);
        if let Some(longer) = of_part.as_ref().and_then(|of_part| product(&run, of_part)) {
            run = longer;
        } else {
            lists.extend(needles(&run, run_at_boundary));
            if of_part.is_none() {
                lists.extend(crossed(&run, part, run_at_boundary));
                lists.extend(required_at(part, at_boundary));
            }
            run = of_part.unwrap_or_else(|| vec![String::new()]);
            run_at_boundary = at_boundary;
        }
        at_boundary = ends_at_boundary(part, at_boundary);
    }
    lists.extend(needles(&run, run_at_boundary));
    lists
}

/// The needles of `run` with each way that `part`, which follows it, begins: what several words start with was taken
/// out of them (`e(?:xcited|nthusiastic)`).
fn crossed(run: &[String], part: &Hir, at_boundary: bool) -> Option<Vec<Needle>> {
    let HirKind::Alternation(ways) = part.kind() else { return None };
    let leads: Vec<String> = ways.iter().map(lead).collect();
    if run == [""] { None } else { needles(&product(run, &leads)?, at_boundary) }
}

/// Each of `run` followed by each of `next`, unless they are too many.
fn product(run: &[String], next: &[String]) -> Option<Vec<String>> {
    let all = run.iter().flat_map(|before| next.iter().map(move |after| before.clone() + after));
    (run.len() * next.len() <= MOST_SPELLINGS).then(|| all.collect())
}

/// What every match of `hir` starts with, in lower case.
fn lead(hir: &Hir) -> String {
    let one = |hir: &Hir| match spellings(hir)?.as_slice() {
        [spelling] => Some(spelling.clone()),
        _ => None,
    };
    match hir.kind() {
        HirKind::Concat(parts) => parts.iter().map_while(one).collect(),
        _ => one(hir).unwrap_or_default(),
    }
}

/// Whether no word goes on after whatever `hir` matches, where `before` tells whether none does in front of it.
fn ends_at_boundary(hir: &Hir, before: bool) -> bool {
    match hir.kind() {
        HirKind::Empty => before,
        HirKind::Literal(literal) => {
            literal.0.last().is_some_and(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric())
        }
        HirKind::Class(Class::Unicode(class)) => class.ranges().iter().all(|range| {
            range.end().is_ascii() && (range.start()..=range.end()).all(|character| !character.is_ascii_alphanumeric())
        }),
        HirKind::Class(Class::Bytes(_)) => false,
        HirKind::Look(look) => before || matches!(look, Look::WordAscii | Look::Start | Look::StartLF),
        HirKind::Capture(capture) => ends_at_boundary(&capture.sub, before),
        HirKind::Repetition(repetition) => {
            let once = ends_at_boundary(&repetition.sub, before);
            let often = once && ends_at_boundary(&repetition.sub, once);
            // It may not be there at all.
            often && (before || repetition.min > 0)
        }
        HirKind::Concat(parts) => parts.iter().fold(before, |before, part| ends_at_boundary(part, before)),
        HirKind::Alternation(parts) => parts.iter().all(|part| ends_at_boundary(part, before)),
    }
}

/// Whether each match of `hir` holds a character that is not ASCII.
pub(super) fn is_beyond_ascii(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Class(Class::Bytes(_)) => false,
        HirKind::Literal(literal) => !literal.0.is_ascii(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().iter().all(|range| !range.start().is_ascii()),
        HirKind::Repetition(repetition) => repetition.min > 0 && is_beyond_ascii(&repetition.sub),
        HirKind::Capture(capture) => is_beyond_ascii(&capture.sub),
        HirKind::Concat(parts) => parts.iter().any(is_beyond_ascii),
        HirKind::Alternation(parts) => parts.iter().all(is_beyond_ascii),
    }
}

/// Marks that no match of an expression can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Fences {
    /// Those that end sentences and blocks.
    Sentence,
    /// Those that end blocks.
    Block,
    /// None, or the expression leans on an end of the text.
    None,
}

impl Fences {
    /// Whether `byte` is one of them; all are ASCII.
    pub(crate) fn holds(self, byte: u8) -> bool {
        match self {
            Fences::Sentence => matches!(byte, b'.' | b'?' | b'!' | b'\n'),
            Fences::Block => byte == b'\n',
            Fences::None => false,
        }
    }

    pub(super) fn marks(self) -> &'static str {
        match self {
            Fences::Sentence => ".?!\n",
            Fences::Block => "\n",
            Fences::None => "",
        }
    }
}

/// Returns the marks that no match of `hir` can hold.
pub(super) fn fences(hir: &Hir) -> Fences {
    let known = [Fences::Sentence, Fences::Block];
    known.into_iter().find(|fences| stays_between(hir, fences.marks())).unwrap_or(Fences::None)
}

/// Whether no match of `hir` holds one of `fences` or leans on an end of the text.
fn stays_between(hir: &Hir, fences: &str) -> bool {
    match hir.kind() {
        HirKind::Empty => true,
        HirKind::Literal(literal) => !fences.bytes().any(|fence| literal.0.contains(&fence)),
        HirKind::Class(Class::Unicode(class)) => {
            let holds = |fence: char| class.ranges().iter().any(|range| range.start() <= fence && fence <= range.end());
            !fences.chars().any(holds)
        }
        HirKind::Class(Class::Bytes(class)) => {
            let holds = |fence: u8| class.ranges().iter().any(|range| range.start() <= fence && fence <= range.end());
            !fences.bytes().any(holds)
        }
        HirKind::Look(look) => matches!(look, Look::WordAscii | Look::WordAsciiNegate),
        HirKind::Repetition(repetition) => stays_between(&repetition.sub, fences),
        HirKind::Capture(capture) => stays_between(&capture.sub, fences),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().all(|part| stays_between(part, fences)),
    }
}

/// How much needles narrow the search: the commonest counts, few beat many, those that open a word beat others.
fn worth(needles: &[Needle]) -> (usize, bool, usize) {
    let commonest = needles.iter().map(|needle| rarity(&needle.text)).min().unwrap_or(0);
    (commonest, needles.iter().all(|needle| needle.opens_word), usize::MAX - needles.len())
}

/// How rare words are that start with `text`, up to 4: the longer the rarer, but for words that are in all letters.
/// Signs are rarer than words of two letters, but for those that are in all letters.
fn rarity(text: &str) -> usize {
    if !text.contains(char::is_alphanumeric) {
        return if text.contains(['.', ',', ':', '\'', '-', '\n']) { 1 } else { 3 };
    }
    let is_common = COMMON.contains(&format!("\"{text}"));
    if is_common { 1 } else { text.len().min(4) }
}

/// Returns what `hir` matches, in lower case, each once, where that is few texts.
fn spellings(hir: &Hir) -> Option<Vec<String>> {
    let mut all = match hir.kind() {
        HirKind::Literal(literal) => vec![lower(std::str::from_utf8(&literal.0).ok()?)],
        HirKind::Class(Class::Unicode(class)) => {
            let characters = || class.ranges().iter().flat_map(|range| range.start()..=range.end());
            // (?i)k also matches the Kelvin sign, whose lower case is one byte: it is never in prose.
            let is_odd = |character: &char| matches!(character, '\u{212a}' | '\u{17f}');
            if characters().nth(MOST_SPELLINGS).is_some() {
                return None;
            }
            characters().filter(|one| !is_odd(one)).map(|one| lower(one.encode_utf8(&mut [0; 4]))).collect()
        }
        HirKind::Capture(capture) => spellings(&capture.sub)?,
        HirKind::Concat(parts) => {
            parts.iter().try_fold(vec![String::new()], |run, part| product(&run, &spellings(part)?))?
        }
        HirKind::Alternation(parts) => {
            let lists: Option<Vec<Vec<String>>> = parts.iter().map(spellings).collect();
            lists?.concat()
        }
        HirKind::Empty | HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) | HirKind::Repetition(_) => return None,
    };
    all.sort();
    all.dedup();
    (1..=MOST_SPELLINGS).contains(&all.len()).then_some(all)
}

fn lower(text: &str) -> String {
    let mut out = String::new();
    crate::letter::lower_into(text, &mut out);
    out
}

/// Returns a needle for each of `texts`, unless one of them has none.
fn needles(texts: &[String], at_boundary: bool) -> Option<Vec<Needle>> {
    let all: Option<Vec<Needle>> = texts.iter().map(|text| needle(text, at_boundary)).collect();
    one_of(all?.into_iter())
}

/// Returns the rarest piece of `text` without blank and hyphen: folding for phrases makes the two alike.
fn needle(text: &str, at_boundary: bool) -> Option<Needle> {
    let mut best: Option<Needle> = None;
    for (index, piece) in text.split([' ', '-', '\n']).enumerate() {
        let opens_word = (index > 0 || at_boundary) && piece.starts_with(|first: char| first.is_ascii_alphanumeric());
        let is_better = best.as_ref().is_none_or(|before| {
            let weight = |text: &str, opens_word| (rarity(text), text.len(), opens_word);
            weight(piece, opens_word) > weight(&before.text, before.opens_word)
        });
        if !piece.is_empty() && is_better {
            best = Some(Needle { text: piece.to_owned(), opens_word });
        }
    }
    // One letter is everywhere; one sign is not.
    best.filter(|needle| needle.text.len() >= 2 || !needle.text.as_bytes()[0].is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_all_letters_and_what_they_start_with_narrow_a_search_least() {
        for text in ["about", "wit", "with", "your"] {
            assert_eq!(rarity(text), 1, "{text}");
        }
        assert_eq!(["q", "qu", "aboutx", "queue", "yourself", "zoo"].map(rarity), [1, 2, 4, 4, 4, 3]);
    }
}
