//! What a regular expression cannot match without, and what no match of it holds.

use regex_syntax::hir::{Class, Hir, HirKind, Look};
use serde::{Deserialize, Serialize};

/// Most literals that are taken from one expression; with more, the expression is always tried.
const MOST_LITERALS: usize = 200;

/// Words that nearly every letter holds, sorted: a needle that is one of them, or that one of them starts with, wakes
/// its rule for nothing.
const COMMON: [&str; 72] = [
    "about", "after", "all", "also", "and", "any", "are", "but", "can", "company", "could", "did", "each", "for",
    "from", "had", "has", "have", "help", "her", "him", "his", "how", "into", "its", "like", "made", "make", "many",
    "more", "most", "much", "need", "new", "not", "one", "only", "other", "our", "out", "over", "own", "part",
    "people", "read", "role", "she", "some", "than", "that", "the", "their", "them", "then", "there", "they", "this",
    "time", "two", "use", "was", "were", "what", "when", "where", "which", "who", "will", "with", "work", "would",
    "your",
];

/// A piece of text that a match holds: lower case, without blanks and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Needle {
    pub(crate) text: String,
    /// Whether it stands at the start of a word wherever it matters.
    pub(crate) opens_word: bool,
    /// Whether the match starts with it.
    pub(crate) opens_match: bool,
}

impl Needle {
    /// Whether `lower`, a text in lower case, holds it.
    pub(super) fn is_in(&self, lower: &str) -> bool {
        let is_at = |(at, _)| !self.opens_word || !lower[..at].ends_with(|before: char| before.is_ascii_alphanumeric());
        lower.match_indices(&self.text).any(is_at)
    }
}

/// Returns needles of which each match of `hir` holds one.
pub(super) fn required(hir: &Hir) -> Option<Vec<Needle>> {
    required_at(hir, Place { at_boundary: false, at_start: true })
}

/// What is known of where a piece of an expression stands.
#[derive(Clone, Copy)]
struct Place {
    /// No word stands before it.
    at_boundary: bool,
    /// The match starts there.
    at_start: bool,
}

fn required_at(hir: &Hir, place: Place) -> Option<Vec<Needle>> {
    match hir.kind() {
        HirKind::Literal(literal) => needles(&String::from_utf8_lossy(&literal.0), place),
        HirKind::Capture(capture) => required_at(&capture.sub, place),
        HirKind::Repetition(repetition) if repetition.min > 0 => required_at(&repetition.sub, place),
        HirKind::Concat(parts) => required_in_row(parts, place),
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(required_at(part, place)?);
            }
            all.sort();
            all.dedup();
            (all.len() <= MOST_LITERALS).then_some(all)
        }
        HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) | HirKind::Repetition(_) => None,
    }
}

/// Of parts that stand in a row, the needles that narrow the search most.
fn required_in_row(parts: &[Hir], mut place: Place) -> Option<Vec<Needle>> {
    let mut best: Option<Vec<Needle>> = None;
    let mut keep = |found: Option<Vec<Needle>>| {
        let Some(found) = found else { return };
        if best.as_ref().is_none_or(|before| worth(&found) > worth(before)) {
            best = Some(found);
        }
    };
    let mut run = String::new();
    let mut run_place = place;
    for part in parts {
        if let Some(text) = one_spelling(part) {
            if run.is_empty() {
                run_place = place;
            }
            run.push_str(&text);
            place = Place { at_boundary: !text.ends_with(char::is_alphanumeric), at_start: false };
        } else if let HirKind::Look(_) = part.kind() {
            place.at_boundary = ends_at_boundary(part, place.at_boundary);
        } else {
            keep(needles(&run, run_place));
            keep(crossed(&run, part, run_place));
            run.clear();
            keep(required_at(part, place));
            place = Place { at_boundary: ends_at_boundary(part, place.at_boundary), at_start: false };
        }
    }
    keep(needles(&run, run_place));
    best
}

/// The needles of `run` with each way that `part`, which stands behind it, goes on: what several words start with was
/// taken out of them (`e(?:xcited|nthusiastic)`).
fn crossed(run: &str, part: &Hir, place: Place) -> Option<Vec<Needle>> {
    let HirKind::Alternation(ways) = part.kind() else { return None };
    let mut all = Vec::new();
    for way in ways.iter().filter(|_| !run.is_empty()) {
        all.extend(needles(&(run.to_owned() + &lead(way)), place)?);
    }
    all.sort();
    all.dedup();
    (1..=MOST_LITERALS).contains(&all.len()).then_some(all)
}

/// What every match of `hir` starts with, in lower case.
fn lead(hir: &Hir) -> String {
    match hir.kind() {
        HirKind::Concat(parts) => parts.iter().map_while(one_spelling).collect(),
        _ => one_spelling(hir).unwrap_or_default(),
    }
}

/// Whether no word goes on behind whatever `hir` matches, where `before` tells whether none does in front of it.
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

/// How rare words are that start with `text`, up to 4: the longer the rarer, but for words that stand in all letters.
fn rarity(text: &str) -> usize {
    let next = COMMON.partition_point(|word| *word < text);
    let is_common = COMMON.get(next).is_some_and(|word| word.starts_with(text));
    if is_common { 1 } else { text.len().min(4) }
}

/// Returns the text of `hir` in lower case where it is one spelling but for its case.
fn one_spelling(hir: &Hir) -> Option<String> {
    let lower = |text: &str| {
        let mut out = String::new();
        crate::letter::lower_into(text, &mut out);
        out
    };
    match hir.kind() {
        HirKind::Literal(literal) => Some(lower(std::str::from_utf8(&literal.0).ok()?)),
        HirKind::Class(Class::Unicode(class)) => {
            let mut found: Option<String> = None;
            for range in class.ranges() {
                if u32::from(range.end()) - u32::from(range.start()) > 2 {
                    return None;
                }
                for character in range.start()..=range.end() {
                    // (?i)k also matches the Kelvin sign, whose lower case is one byte: it is never in prose.
                    if matches!(character, '\u{212a}' | '\u{17f}') {
                        continue;
                    }
                    let folded = lower(character.encode_utf8(&mut [0; 4]));
                    if found.as_ref().is_some_and(|before| *before != folded) {
                        return None;
                    }
                    found = Some(folded);
                }
            }
            found
        }
        HirKind::Capture(capture) => one_spelling(&capture.sub),
        HirKind::Concat(parts) => parts.iter().map(one_spelling).collect(),
        _ => None,
    }
}

/// Returns the rarest piece of `literal` without blank and hyphen: folding for phrases makes the two alike.
fn needles(literal: &str, place: Place) -> Option<Vec<Needle>> {
    let mut lower = String::new();
    crate::letter::lower_into(literal, &mut lower);
    let mut best: Option<Needle> = None;
    for (index, piece) in lower.split([' ', '-', '\n']).enumerate() {
        let opens_word =
            (index > 0 || place.at_boundary) && piece.starts_with(|first: char| first.is_ascii_alphanumeric());
        let is_better = best.as_ref().is_none_or(|before| {
            let weight = |text: &str, opens_word| (rarity(text), text.len(), opens_word);
            weight(piece, opens_word) > weight(&before.text, before.opens_word)
        });
        if !piece.is_empty() && is_better {
            best = Some(Needle { text: piece.to_owned(), opens_word, opens_match: index == 0 && place.at_start });
        }
    }
    // One letter stands everywhere; one sign does not.
    best.filter(|needle| needle.text.len() >= 2 || !needle.text.as_bytes()[0].is_ascii_alphanumeric())
        .map(|one| vec![one])
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
