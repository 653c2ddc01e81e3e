//! What ties two values: an arrow, a dash, `to`, `down from`.

use super::super::word_set::any_of;
use super::value::Value;
use super::word::{Word, word_at, words_before};

/// How the second value is tied to the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// An arrow, `down to`, `from … to`.
    Change,
    /// A `to` that may also mean "for" or "until".
    To,
    /// A dash, or the `and` of `between`.
    Span,
}

/// What ties the values, and where the second is to be read.
pub(super) fn link(text: &str, first: &Value, at: usize) -> Option<(Link, usize)> {
    let rest = &text[at..];
    let blank = usize::from(rest.starts_with(' '));
    let arrows = ["\u{2192}", "\u{27f6}", "\u{2794}", "\u{279c}", "\u{21d2}", "-->", "->", "=>", "\u{2013}>"];
    if let Some(arrow) = arrows.into_iter().find(|arrow| rest[blank..].starts_with(arrow)) {
        let end = at + blank + arrow.len();
        return Some((Link::Change, end + usize::from(text[end..].starts_with(' '))));
    }
    for dash in ["-", "\u{2013}", "\u{2014}", " - ", " \u{2013} "] {
        if rest.starts_with(dash) {
            let is_value = |c: char| c.is_ascii_digit() || matches!(c, '$' | '\u{20ac}' | '\u{a3}' | '~');
            let end = at + dash.len();
            return text[end..].starts_with(is_value).then_some((Link::Span, end));
        }
    }
    if rest.starts_with(" and ") {
        let is_between = words_before(text, first.start).next().is_some_and(|word| word.lower() == "between");
        return is_between.then_some((Link::Span, at + 5));
    }
    let turns = [" down to ", " up to ", ", down to ", " down from ", " up from ", ", down from ", ", up from "];
    let turn = turns.into_iter().find(|turn| rest.starts_with(turn));
    let (link, len) = match turn {
        Some(turn) => (Link::Change, turn.len()),
        None if rest.starts_with(" to ") => (Link::To, 4),
        None => return None,
    };
    Some((link, after_hedges(text, at + len)))
}

/// Where the value starts behind "just", "less than" and the like.
fn after_hedges(text: &str, mut at: usize) -> usize {
    for _ in 0..3 {
        match word_at(text, at) {
            Some(word) if is_hedge(&word) && text[word.end..].starts_with(' ') => at = word.end + 1,
            _ => break,
        }
    }
    at
}

fn is_hedge(word: &Word<'_>) -> bool {
    any_of!(word.lower();
        "just" "only" "under" "over" "about" "around" "nearly" "almost" "roughly" "approximately" "approx" "below"
        "above" "less" "more" "fewer" "than" "a" "mere" "well" "even" "as" "little" "low" "at" "most" "least" "some"
    )
}

/// Whether `from` opens the pair, hedges between or not.
pub(super) fn is_after_from(text: &str, start: usize) -> bool {
    words_before(text, start).take(3).find(|word| !is_hedge(word)).is_some_and(|word| word.lower() == "from")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Link, &str)> {
        let digits = text.find(|c: char| c.is_ascii_digit())?;
        let end = text[digits..].find(|c: char| !c.is_ascii_digit())? + digits;
        let (link, at) = link(text, &Value::new(digits, end, 1), end)?;
        Some((link, &text[at..]))
    }

    #[test]
    fn arrows_and_turns_are_changes() {
        assert_eq!(read("14 \u{2192} 3"), Some((Link::Change, "3")));
        assert_eq!(read("14->3"), Some((Link::Change, "3")));
        assert_eq!(read("14, down from 30"), Some((Link::Change, "30")));
        assert_eq!(read("14 down to just 3"), Some((Link::Change, "3")));
    }

    #[test]
    fn a_dash_needs_a_value_right_behind_it() {
        assert_eq!(read("10-15"), Some((Link::Span, "15")));
        assert_eq!(read("10 \u{2013} $15"), Some((Link::Span, "$15")));
        assert_eq!(read("10 - and"), None);
        assert_eq!(read("10-node"), None);
    }

    #[test]
    fn and_ties_only_after_between() {
        assert_eq!(read("between 3 and 5"), Some((Link::Span, "5")));
        assert_eq!(read("3 and 5"), None);
    }

    #[test]
    fn hedges_stand_between_to_and_the_value() {
        assert_eq!(read("from 3 to well over 50"), Some((Link::To, "50")));
        assert!(is_after_from("from about 3", 11));
        assert!(!is_after_from("grew to 3", 8));
    }
}
