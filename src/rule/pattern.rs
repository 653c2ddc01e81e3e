//! A regular expression, and the literals without which it cannot match.
//!
//! Compiling all expressions costs more than linting a letter. So one is compiled when its literals have been seen, by the
//! engine that compiles fastest; the one that searches fastest takes over where there is much to search. `\b`, `\d`, `\s`
//! and `\w` are ASCII in both, and case folds in ASCII.

use super::needle::{Fences, Needle, fences, is_beyond_ascii, required};
use regex_syntax::hir::Hir;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Most bytes an expression may take when compiled.
const SIZE_LIMIT: usize = 1 << 20;

/// Bytes that are searched before the slower compilation pays: measured, some hundred sentences.
const LIGHT_BYTES: usize = 1 << 15;

/// A regular expression over folded text that keeps its case.
#[derive(Debug, Serialize, Deserialize)]
pub struct Pattern {
    #[serde(borrow)]
    source: Cow<'static, str>,
    /// What its matches are called; empty where each is called by its text.
    #[serde(borrow)]
    pub(crate) name: Cow<'static, str>,
    /// What to write instead; empty where nothing is said.
    #[serde(borrow)]
    pub(crate) instead: Cow<'static, str>,
    /// Each match holds one needle of every list.
    needles: Vec<Vec<Needle>>,
    /// Where the first of these lists is found in the rule set.
    pub(crate) list: usize,
    /// Whether each match holds a character that is not ASCII.
    is_beyond_ascii: bool,
    /// Marks that no match can hold, where none leans on an end of the text either: between two of them only the
    /// pieces that hold a needle need be searched.
    pub(crate) fences: Fences,
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
        Ok(Pattern::of(source.to_owned(), &hir))
    }

    /// Returns the expression `source`; `hir` is an expression that matches no less.
    pub(super) fn of(source: String, hir: &Hir) -> Self {
        Pattern {
            source: source.into(),
            name: Cow::default(),
            instead: Cow::default(),
            needles: required(hir),
            list: 0,
            is_beyond_ascii: is_beyond_ascii(hir),
            fences: fences(hir),
            light: OnceLock::new(),
            full: OnceLock::new(),
            searched: AtomicUsize::new(0),
        }
    }

    /// Whether each match holds one of some needles.
    pub(crate) fn has_needles(&self) -> bool {
        !self.needles.is_empty()
    }

    /// Returns the needles that are looked for in the whole letter.
    pub(super) fn first_needles(&self) -> &[Needle] {
        self.needles.first().map_or(&[], Vec::as_slice)
    }

    /// Whether something in a text may match that is `lower` in lower case.
    pub(crate) fn may_match(&self, lower: &str) -> bool {
        self.needles.first().is_none_or(|list| is_one_in(list, lower)) && self.may_match_beside_first(lower)
    }

    /// Whether something in a text may match that is `lower` in lower case, and in which a first needle is known to be.
    pub(crate) fn may_match_beside_first(&self, lower: &str) -> bool {
        self.needles.iter().skip(1).all(|list| is_one_in(list, lower)) && !(self.is_beyond_ascii && lower.is_ascii())
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
        if self.light().is_some() {
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
        match self.light_for(text) {
            Some(light) => light.find_iter(text).map(|found| found.range()).collect(),
            None => self.full().map_or_else(Vec::new, |full| full.find_iter(text).map(|found| found.range()).collect()),
        }
    }

    /// Byte range of what the first group matches in each match in `text`, in order.
    pub(super) fn groups(&self, text: &str) -> Vec<Range<usize>> {
        match self.light_for(text) {
            Some(light) => light.captures_iter(text).filter_map(|found| Some(found.get(1)?.range())).collect(),
            None => self.full().map_or_else(Vec::new, |full| {
                full.captures_iter(text).filter_map(|found| Some(found.get(1)?.range())).collect()
            }),
        }
    }

    /// Whether anything in `text` matches.
    pub(super) fn is_match(&self, text: &str) -> bool {
        match self.light_for(text) {
            Some(light) => light.is_match(text),
            None => self.full().is_some_and(|full| full.is_match(text)),
        }
    }

    /// The engine that compiles fastest, until so much was searched that the other one pays.
    fn light_for(&self, text: &str) -> Option<&regex_lite::Regex> {
        let searched = self.searched.fetch_add(text.len(), Ordering::Relaxed);
        if searched < LIGHT_BYTES && self.full.get().is_none() { self.light() } else { None }
    }

    fn light(&self) -> Option<&regex_lite::Regex> {
        self.light.get_or_init(|| light(&self.source)).as_ref()
    }

    fn full(&self) -> Option<&regex::Regex> {
        self.full.get_or_init(|| full(&self.source).ok()).as_ref()
    }

    /// Returns the expression as it was written.
    pub fn as_str(&self) -> &str {
        &self.source
    }
}

fn is_one_in(needles: &[Needle], lower: &str) -> bool {
    needles.iter().any(|needle| needle.is_in(lower))
}

fn full(source: &str) -> Result<regex::Regex, regex::Error> {
    regex::RegexBuilder::new(&ascii_classes(source)).size_limit(SIZE_LIMIT).build()
}

/// The engine that compiles fastest, where it means the same by `source`: it knows no properties of characters, and case
/// in ASCII only.
fn light(source: &str) -> Option<regex_lite::Regex> {
    let flags = |at: usize| source[at + 2..].chars().take_while(char::is_ascii_lowercase);
    let ignores_case = || source.match_indices("(?").any(|(at, _)| flags(at).any(|flag| flag == 'i'));
    let has_letters = || source.chars().any(|character| !character.is_ascii() && character.is_alphabetic());
    if source.contains(r"\p") || source.contains(r"\P") || has_letters() && ignores_case() {
        return None;
    }
    regex_lite::RegexBuilder::new(source).size_limit(SIZE_LIMIT).build().ok()
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
        Pattern::new(source).unwrap().first_needles().iter().map(|needle| needle.text.clone()).collect()
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
    fn a_text_that_lacks_one_of_several_words_is_not_searched() {
        let pattern = Pattern::new(r"(?i)\b(?:read|saw) (?:\w+ ){0,3}your (?:blog|talk)\b").unwrap();
        assert!(pattern.may_match("i read all of your blog"));
        for text in ["i read all of it", "your blog is read", "i read your book"] {
            assert_eq!(pattern.may_match(text), text == "your blog is read", "{text}");
        }
        assert!(pattern.light.get().is_none());
    }

    #[test]
    fn spellings_of_a_small_class_are_needles() {
        assert_eq!(literals(r"\bdon[.?#^]t\b"), ["don#t", "don.t", "don?t", "don^t"]);
        assert_eq!(literals("[@#/][A-Za-z]"), ["#", "/", "@"]);
    }

    #[test]
    fn a_pattern_beyond_ascii_is_not_looked_for_in_ascii() {
        let pattern = Pattern::new("[ÄÅ][\u{80}-\u{bf}]+").unwrap();
        assert!(!pattern.may_match("plain text") && pattern.may_match("ã å\u{85}"));
        assert_eq!(pattern.matches("Ã Å\u{85}").first(), Some(&(3..7)));
        assert!(pattern.full.get().is_none(), "the engine that compiles fast takes it");
    }

    #[test]
    fn needles_know_whether_they_open_a_word() {
        let opens = |source| Pattern::new(source).unwrap().first_needles().iter().all(|needle| needle.opens_word);
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
