//! Places among the largest: `the third-largest bank`. Other ordinals measure nothing.

use super::super::word_set::any_of;
use super::kind::{Kind, Strength};
use super::step::Step;
use super::word::word_at;

/// Reads the ordinal in digits in `at..end`, or steps over any other name that stands there.
pub(super) fn ordinal(text: &str, at: usize, end: usize) -> Step {
    let hyphen = text[at..end].find('-');
    match hyphen.and_then(|hyphen| superlative(text, at + hyphen)) {
        Some(end) => Step::found(at, end, Kind::Ratio, Strength::Weak),
        None => Step::past(end),
    }
}

/// Where `-largest` and the like end when they follow an ordinal at `at`.
pub(super) fn superlative(text: &str, at: usize) -> Option<usize> {
    let word = text[at..].strip_prefix('-').and_then(|_| word_at(text, at + 1))?;
    any_of!(word.lower();
        "largest" "biggest" "fastest" "busiest" "highest" "most" "best" "best-selling" "lowest" "smallest" "slowest"
        "most-used" "longest" "cheapest" "most-visited"
    )
    .then_some(word.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_superlative_is_tied_on() {
        assert_eq!(superlative("third-largest", 5), Some(13));
        assert_eq!(superlative("third largest", 5), None);
        assert_eq!(superlative("third-party", 5), None);
    }

    #[test]
    fn an_ordinal_alone_is_stepped_over() {
        assert_eq!(ordinal("2nd-busiest", 0, 11).found.map(|found| found.range), Some(0..11));
        assert!(ordinal("2nd", 0, 3).found.is_none());
    }
}
