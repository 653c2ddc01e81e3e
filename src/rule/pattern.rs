//! A regular expression, and the literals without which it cannot match.
//!
//! Shipped expressions were made into automata when letterlint was built. A user's are compiled: that costs more than
//! linting a letter, so it is put off until one of their literals has been seen, and then done by the engine that
//! compiles fastest; the one that searches fastest takes over where there is much to search. `\b`, `\d`, `\s` and `\w` mean their ASCII selves in both, and so do small and capital letters.

use super::automaton::{Automaton, Starts};
use super::needle::{Fences, Needle, fences, required};
use regex_syntax::hir::Hir;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Most bytes an expression may take when compiled.
pub(crate) const SIZE_LIMIT: usize = 1 << 20;

/// Bytes that are searched before the slower compilation pays: measured, some hundred sentences.
const LIGHT_BYTES: usize = 1 << 15;

/// A regular expression over folded text that keeps its case.
#[derive(Debug, Serialize, Deserialize)]
pub struct Pattern {
    #[serde(borrow)]
    source: Cow<'static, str>,
    /// One of them is in every match; known only while literals are collected.
    #[serde(skip)]
    needles: Vec<Needle>,
    /// The slot of its needles in the rule set.
    pub(crate) slot: usize,
    /// Whether there are needles. Without, the expression is always tried.
    has_needles: bool,
    /// Whether a match starts with a needle.
    opens_with_needle: bool,
    /// Marks that no match can hold, where none leans on an end of the text either: between two of them only the
    /// pieces that hold a needle need be searched. Empty: all must be.
    pub(crate) fences: Fences,
    /// Where its automaton starts among those of the rule set.
    automaton: Option<u32>,
    /// Where the screen starts there that tells whether anything matches at all.
    screen: Option<u32>,
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
            return Err(format!("pattern '{source}' matches the empty text; make it match at least one character"));
        }
        let needles = required(&hir).unwrap_or_default();
        Ok(Pattern {
            source: source.to_owned().into(),
            has_needles: !needles.is_empty(),
            opens_with_needle: needles.iter().all(|needle| needle.opens_match),
            needles,
            slot: 0,
            fences: fences(&hir),
            automaton: None,
            screen: None,
            light: OnceLock::new(),
            full: OnceLock::new(),
            searched: AtomicUsize::new(0),
        })
    }

    /// Notes where the expression's automaton and its screen start.
    pub(super) fn set_automata(&mut self, automaton: Option<u32>, screen: Option<u32>) {
        (self.automaton, self.screen) = (automaton, screen.filter(|_| automaton.is_some()));
    }

    /// Whether the expression is tried on whole letters, so that it pays to see first whether it matches at all.
    pub(super) fn wants_screen(&self) -> bool {
        !self.has_needles
    }

    /// Returns the expression taken apart.
    ///
    /// # Panics
    /// Never: what was taken apart once can be again.
    pub(super) fn hir(&self) -> Hir {
        regex_syntax::parse(&ascii_classes(&self.source)).expect("the expression was checked when it was read")
    }

    /// Whether it is seen first whether there is any match at all; best asked of short pieces.
    pub(crate) fn is_screened(&self) -> bool {
        self.screen.is_some()
    }

    /// Whether each match holds one of some needles.
    pub(crate) fn has_needles(&self) -> bool {
        self.has_needles
    }

    pub(super) fn needles(&self) -> &[Needle] {
        &self.needles
    }

    /// Whether a match can start only where a needle stands, and nothing but the automaton is needed to find it there.
    pub(crate) fn starts_at_needles(&self) -> bool {
        self.automaton.is_some() && self.has_needles && self.opens_with_needle
    }

    /// Adds the byte range of each match in `text` that starts at one of `starts`, in order, to `found`.
    ///
    /// Without an automaton, or where it takes too long, `starts` are overlooked.
    pub(crate) fn find(&self, text: &str, starts: Starts<'_>, automata: &[u8], found: &mut Vec<Range<usize>>) {
        if let Some(at) = self.automaton {
            let before = found.len();
            let automaton = Automaton::new(&automata[at as usize..]);
            let screen = self.screen.map(|at| Automaton::new(&automata[at as usize..]));
            if automaton.search(text.as_bytes(), starts, screen, |range| found.push(range)).is_ok() {
                return;
            }
            found.truncate(before);
        }
        found.extend(self.matches(text));
    }

    #[cfg(test)]
    pub(crate) fn has_automaton(&self) -> bool {
        self.automaton.is_some()
    }

    /// The matches that the engine finds which searches fastest.
    #[cfg(test)]
    pub(crate) fn matches_by_engine(&self, text: &str) -> Vec<Range<usize>> {
        let full = self.full.get_or_init(|| full(&self.source).ok());
        full.iter().flat_map(|regex| regex.find_iter(text).map(|found| found.range())).collect()
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
    fn matches(&self, text: &str) -> Vec<Range<usize>> {
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
                    "pattern '{source}' uses look-around, which takes unbounded time; use `unless` for what must not be near"
                );
            }
            ErrorKind::UnsupportedBackreference => {
                return format!(
                    "pattern '{source}' uses a backreference, which takes unbounded time; use `repeats`, or list the words"
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
pub(super) fn ascii_classes(source: &str) -> String {
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
        assert_eq!(literals(r"\b(?:excited|enthusiastic) to"), ["enthusiastic", "excited"]);
        assert!(literals(r"\d+\s?%|[A-Z]{3}").is_empty());
    }

    #[test]
    fn needles_know_whether_they_open_a_word() {
        let opens = |source| Pattern::new(source).unwrap().needles.iter().all(|needle| needle.opens_word);
        assert!(opens(r"(?i)\b(?:average|mean) \w+") && opens(r"[a-z]+ forward") && opens(r"\b(?:[A-Z]\w+ )?latency"));
        assert!(opens(r"(?:^|[.!?] ?)(?:Fix|Delete) this") && opens(r"\bI am (?:excited|enthusiastic)\b"));
        assert!(!opens(r"(?:un|re)loved") && !opens(r"\w+tion") && !opens(r"\d+%"));
    }

    #[test]
    fn what_a_match_cannot_hold_fences_the_search() {
        let fences = |source| Pattern::new(source).unwrap().fences.marks();
        assert_eq!(fences(r"(?i)\bcut \w+[^.?!\n]*costs?"), ".?!\n");
        assert_eq!([fences(r"a.b"), fences(r"cut [\w.]+")], ["\n", "\n"]);
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
