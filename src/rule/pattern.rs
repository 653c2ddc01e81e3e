//! A regular expression, and the literals without which it cannot match.
//!
//! Compiling an expression costs more than linting a letter, so it is put off until one of its literals has been
//! seen, and then done by the engine that compiles fastest; the one that searches fastest takes over where there is
//! much to search. `\b`, `\d`, `\s` and `\w` mean their ASCII selves in both, and so do small and capital letters.

use regex_syntax::hir::{Class, Hir, HirKind, Look};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Most literals that are taken from one expression; with more, the expression is always tried.
const MOST_LITERALS: usize = 200;

/// Most bytes an expression may take when compiled.
pub(crate) const SIZE_LIMIT: usize = 1 << 20;

/// Bytes that are searched before the slower compilation pays: measured, some hundred sentences.
const LIGHT_BYTES: usize = 1 << 15;

/// A regular expression over folded text that keeps its case.
#[derive(Debug, Serialize, Deserialize)]
pub struct Pattern {
    source: String,
    /// One of them is in every match. Empty: always try.
    pub(crate) needles: Vec<Needle>,
    /// Marks that no match can hold, where none leans on an end of the text either: between two of them only the
    /// pieces that hold a needle need be searched. Empty: all must be.
    pub(crate) fences: Cow<'static, str>,
    #[serde(skip)]
    light: OnceLock<Option<regex_lite::Regex>>,
    #[serde(skip)]
    full: OnceLock<Option<regex::Regex>>,
    #[serde(skip)]
    searched: AtomicUsize,
}

impl Pattern {
    /// Checks `source` and finds its literals; nothing is compiled yet.
    ///
    /// # Errors
    /// Says what is wrong and what to write instead.
    pub fn new(source: &str) -> Result<Self, String> {
        let hir = regex_syntax::parse(&ascii_classes(source)).map_err(|error| explain(source, &error))?;
        if hir.properties().minimum_len().is_none_or(|len| len == 0) {
            return Err(format!("pattern '{source}' matches the empty text; make it ask for at least one character"));
        }
        Ok(Pattern {
            source: source.to_owned(),
            needles: required(&hir, false).unwrap_or_default(),
            fences: Cow::Borrowed(fences(&hir)),
            light: OnceLock::new(),
            full: OnceLock::new(),
            searched: AtomicUsize::new(0),
        })
    }

    /// Compiles the expression by the engine that searches fastest, as a long run would.
    ///
    /// # Errors
    /// Where it is too large.
    pub fn compile_full(&self) -> Result<(), String> {
        full(&self.source).map(|_| ()).map_err(|error| format!("pattern '{}': {error}", self.source))
    }

    /// Compiles the expression now.
    ///
    /// # Errors
    /// Where it is too large.
    pub fn compile(&self) -> Result<(), String> {
        // What the light engine takes within the limit needs no second look; it is compiled for use at once.
        if self.light.get_or_init(|| light(&self.source)).is_some() {
            return Ok(());
        }
        match full(&self.source) {
            Ok(regex) => {
                self.full.get_or_init(|| Some(regex));
                Ok(())
            }
            Err(regex::Error::CompiledTooBig(_)) => {
                Err(format!("pattern '{}' is larger than {SIZE_LIMIT} bytes compiled; make it shorter", self.source))
            }
            Err(error) => Err(format!("pattern '{}': {error}", self.source)),
        }
    }

    /// Byte range of each match in `text`, in order.
    pub(crate) fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let searched = self.searched.fetch_add(text.len(), Ordering::Relaxed);
        if searched < LIGHT_BYTES
            && self.full.get().is_none()
            && let Some(light) = self.light.get_or_init(|| light(&self.source))
        {
            return light.find_iter(text).map(|found| found.range()).collect();
        }
        let full = self.full.get_or_init(|| full(&self.source).ok());
        full.iter().flat_map(|regex| regex.find_iter(text).map(|found| found.range())).collect()
    }

    /// Returns the expression as it was written.
    pub fn as_str(&self) -> &str {
        &self.source
    }
}

fn full(source: &str) -> Result<regex::Regex, regex::Error> {
    regex::RegexBuilder::new(&ascii_classes(source)).size_limit(SIZE_LIMIT).build()
}

/// The engine that compiles fastest, where it means the same by `source`: it knows ASCII's case only.
fn light(source: &str) -> Option<regex_lite::Regex> {
    let means_the_same = source.is_ascii() && !source.contains(r"\p") && !source.contains(r"\P");
    means_the_same.then(|| regex_lite::RegexBuilder::new(source).size_limit(SIZE_LIMIT).build().ok()).flatten()
}

fn explain(source: &str, error: &regex_syntax::Error) -> String {
    use regex_syntax::ast::ErrorKind;
    if let regex_syntax::Error::Parse(error) = error {
        match error.kind() {
            ErrorKind::UnsupportedLookAround => {
                return format!(
                    "pattern '{source}' looks around, which takes unbounded time; use `unless` for what must not stand near"
                );
            }
            ErrorKind::UnsupportedBackreference => {
                return format!(
                    "pattern '{source}' refers back to a group, which takes unbounded time; use `repeats`, or list the words"
                );
            }
            kind => {
                let at = error.span().start.column;
                return format!("pattern '{source}', column {at}: {kind}");
            }
        }
    }
    let text = error.to_string();
    format!("pattern '{source}': {}", text.lines().last().unwrap_or("it cannot be read").trim_start_matches("error: "))
}

/// Rewrites `\b`, `\B`, `\d`, `\s`, `\w` to their ASCII selves.
fn ascii_classes(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + 16);
    let mut characters = source.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            out.push(character);
            continue;
        }
        match characters.next() {
            Some('b') => {
                let rest = characters.as_str();
                if rest.starts_with('{') { out.push_str(r"\b") } else { out.push_str(r"(?-u:\b)") }
            }
            Some('B') => out.push_str(r"(?-u:\B)"),
            Some('d') => out.push_str("[0-9]"),
            Some('s') => out.push_str(r"[\t\n\r ]"),
            Some('w') => out.push_str("[0-9A-Za-z_]"),
            Some(other) => {
                out.push('\\');
                out.push(other);
            }
            None => out.push('\\'),
        }
    }
    out
}

/// A piece of text that a match holds: lower case, without blanks and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Needle {
    pub(crate) text: String,
    /// Whether it stands at the start of a word wherever it matters.
    pub(crate) opens_word: bool,
}

/// Returns needles of which each match of `hir` holds one; `at_boundary` says that `hir` starts behind no word.
fn required(hir: &Hir, at_boundary: bool) -> Option<Vec<Needle>> {
    match hir.kind() {
        HirKind::Literal(literal) => needles(&String::from_utf8_lossy(&literal.0), at_boundary),
        HirKind::Capture(capture) => required(&capture.sub, at_boundary),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub, at_boundary),
        HirKind::Concat(parts) => required_in_row(parts, at_boundary),
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(required(part, at_boundary)?);
            }
            all.sort();
            all.dedup();
            (all.len() <= MOST_LITERALS).then_some(all)
        }
        HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) | HirKind::Repetition(_) => None,
    }
}

/// Of parts that stand in a row, the needles that narrow the search most.
fn required_in_row(parts: &[Hir], at_boundary: bool) -> Option<Vec<Needle>> {
    let mut best: Option<Vec<Needle>> = None;
    let mut keep = |found: Option<Vec<Needle>>| {
        let Some(found) = found else { return };
        if best.as_ref().is_none_or(|before| worth(&found) > worth(before)) {
            best = Some(found);
        }
    };
    let mut run = String::new();
    let (mut run_boundary, mut boundary) = (at_boundary, at_boundary);
    for part in parts {
        if let Some(text) = one_spelling(part) {
            if run.is_empty() {
                run_boundary = boundary;
            }
            run.push_str(&text);
            boundary = !text.ends_with(char::is_alphanumeric);
        } else if let HirKind::Look(look) = part.kind() {
            boundary = boundary || matches!(look, Look::WordAscii | Look::Start);
        } else {
            keep(needles(&run, run_boundary));
            run.clear();
            keep(required(part, boundary));
            boundary = match part.kind() {
                // It may not be there at all.
                HirKind::Repetition(repetition) if repetition.min == 0 => boundary && ends_at_boundary(&repetition.sub),
                _ => ends_at_boundary(part),
            };
        }
    }
    keep(needles(&run, run_boundary));
    best
}

/// Whether whatever `hir` matches ends in something that is no part of a word.
fn ends_at_boundary(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Literal(literal) => {
            literal.0.last().is_some_and(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric())
        }
        HirKind::Class(Class::Unicode(class)) => class.ranges().iter().all(|range| {
            range.end().is_ascii() && (range.start()..=range.end()).all(|character| !character.is_ascii_alphanumeric())
        }),
        HirKind::Capture(capture) => ends_at_boundary(&capture.sub),
        HirKind::Repetition(repetition) => repetition.min > 0 && ends_at_boundary(&repetition.sub),
        HirKind::Concat(parts) => parts.last().is_some_and(ends_at_boundary),
        HirKind::Alternation(parts) => parts.iter().all(ends_at_boundary),
        HirKind::Look(look) => matches!(look, Look::WordAscii),
        _ => false,
    }
}

/// Returns the marks that no match of `hir` can hold: those that end sentences and blocks, or blocks only.
fn fences(hir: &Hir) -> &'static str {
    let known = [".?!\n", "\n"];
    known.into_iter().find(|fences| stays_between(hir, fences)).unwrap_or_default()
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

/// How much needles narrow the search: the shortest counts, few beat many, those that open a word beat others.
fn worth(needles: &[Needle]) -> (usize, bool, usize) {
    let shortest = needles.iter().map(|needle| needle.text.len()).min().unwrap_or(0);
    (shortest.min(4), needles.iter().all(|needle| needle.opens_word), usize::MAX - needles.len())
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

/// Returns the longest piece of `literal` without blank and hyphen: folding for phrases makes the two alike.
fn needles(literal: &str, at_boundary: bool) -> Option<Vec<Needle>> {
    let mut lower = String::new();
    crate::letter::lower_into(literal, &mut lower);
    let mut best: Option<Needle> = None;
    for (index, piece) in lower.split([' ', '-', '\n']).enumerate() {
        let opens_word = (index > 0 || at_boundary) && piece.starts_with(|first: char| first.is_ascii_alphanumeric());
        let is_longer =
            best.as_ref().is_none_or(|before| (piece.len(), opens_word) > (before.text.len(), before.opens_word));
        if !piece.is_empty() && is_longer {
            best = Some(Needle { text: piece.to_owned(), opens_word });
        }
    }
    // One letter stands everywhere; one sign does not.
    best.filter(|needle| needle.text.len() >= 2 || !needle.text.as_bytes()[0].is_ascii_alphanumeric())
        .map(|one| vec![one])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literals(source: &str) -> Vec<String> {
        Pattern::new(source).unwrap().needles.into_iter().map(|needle| needle.text).collect()
    }

    #[test]
    fn literals_are_those_without_which_nothing_matches() {
        assert_eq!(literals(r"(?i)\b(?:average|mean) (?:\w+ ){0,4}(?:latency|response time)"), ["average", "mean"]);
        assert_eq!(literals(r"\d+ years of experience"), ["experience"]);
        assert_eq!(literals(r"(?i)k8s"), ["k8s"]);
        assert!(literals(r"\d+\s?%|[A-Z]{3}").is_empty());
    }

    #[test]
    fn needles_know_whether_they_open_a_word() {
        let opens = |source| Pattern::new(source).unwrap().needles.iter().all(|needle| needle.opens_word);
        assert!(opens(r"(?i)\b(?:average|mean) \w+") && opens(r"[a-z]+ forward") && opens(r"\b(?:[A-Z]\w+ )?latency"));
        assert!(!opens(r"(?:un|re)loved") && !opens(r"\w+tion") && !opens(r"\d+%"));
    }

    #[test]
    fn what_a_match_cannot_hold_fences_the_search() {
        let fences = |source| Pattern::new(source).unwrap().fences;
        assert_eq!(fences(r"(?i)\bcut \w+[^.?!\n]*costs?"), ".?!\n");
        assert_eq!((fences(r"a.b"), fences(r"cut [\w.]+")), ("\n".into(), "\n".into()));
        assert_eq!([fences(r"^Dear"), fences(r"costs[^.]*"), fences(r"a\sb")], ["", "", ""]);
    }

    #[test]
    fn look_around_is_answered_with_unless() {
        let error = Pattern::new(r"scale(?!d)").unwrap_err();
        assert!(error.contains("use `unless`"), "{error}");
    }

    #[test]
    fn a_pattern_that_matches_nothing_at_all_is_refused() {
        assert!(Pattern::new(r"x*").unwrap_err().contains("empty text"));
    }

    #[test]
    fn classes_are_ascii() {
        assert_eq!(ascii_classes(r"^\w+\b[\d.]\s\\d"), r"^[0-9A-Za-z_]+(?-u:\b)[[0-9].][\t\n\r ]\\d");
    }

    #[test]
    fn both_engines_find_the_same() {
        let text = "Mean latency of 40 ms, café-au-lait, 3.5x, K8s and avg. response time.\nAverage LATENCY";
        for source in
            [r"(?i)\b(?:average|mean)(?: \w+){0,2} latency", r"[^.?!\n]{0,40}\.", r"\d[\d.]*\s?(?:ms|x)\b", r"\bcaf\S+"]
        {
            let pattern = Pattern::new(source).unwrap();
            let light = pattern.matches(text);
            assert!(pattern.full.get().is_none() && !light.is_empty(), "{source}");
            pattern.full.get_or_init(|| full(source).ok());
            assert_eq!(pattern.matches(text), light, "{source}");
        }
    }

    #[test]
    fn a_pattern_too_large_to_compile_is_refused() {
        let pattern = Pattern::new(r"(?:[a-z]{1,200}x){200}").unwrap();
        assert!(pattern.compile().unwrap_err().contains("larger than"));
    }
}
