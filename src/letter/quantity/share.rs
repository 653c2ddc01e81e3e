//! Parts of a whole in words: `by half`, `a third of`, `two-thirds`, `the third-largest`.

use super::super::word_set::any_of;
use super::kind::{Kind, Strength};
use super::place::superlative;
use super::spelled::spelled;
use super::step::Step;
use super::value::Value;
use super::word::{Word, word_after, word_at, word_before, words_before};

/// Reads `half`, `third`, `quarter` and the like, standing at `word`.
///
/// They are shares only where the words around say so: after `by`, `in` or `to`, before `of` or a comparative.
/// Ordinals (`the third service`), calendar quarters and `half an eye` are not.
pub(super) fn share(text: &str, word: &Word<'_>, floor: usize) -> Option<Step> {
    if let Some(end) = superlative(text, word.end) {
        return Some(Step::found(word.start, end, Kind::Ratio, Strength::Weak));
    }
    if text[word.end..].starts_with('-') {
        return None;
    }
    match word.lower() {
        "half" => half(text, word),
        "third" | "quarter" | "fifth" | "tenth" => one_part(text, word, floor),
        _ => None,
    }
}

/// `two-thirds`, `three quarters of`: what follows the numerator `value`.
pub(super) fn parts(text: &str, value: &Value) -> Option<Step> {
    if !value.is_spelled || value.whole > 20 || !text[value.end..].starts_with([' ', '-']) {
        return None;
    }
    let word = word_at(text, value.end + 1)?;
    let is_counted = match word.lower() {
        "thirds" | "fifths" | "sixths" | "eighths" | "tenths" => true,
        "third" | "quarter" | "fifth" | "tenth" => value.whole == 1 && is_share_of(text, value.start, word.end),
        // Three quarters may be nine months.
        "quarters" | "fourths" => is_share_of(text, value.start, word.end),
        _ => false,
    };
    is_counted.then(|| Step::found(value.start, word.end, Kind::Ratio, Strength::Strong))
}

fn half(text: &str, word: &Word<'_>) -> Option<Step> {
    let before = words_before(text, word.start).next();
    let before = before.as_ref().map_or("", Word::lower);
    if any_of!(before;
        "second" "first" "other" "better" "last" "latter" "former" "top" "bottom"
    ) {
        return None;
    }
    let after = word_after(text, word.end);
    let next = after.as_ref().map_or("", Word::lower);
    let found = |end| Some(Step::found(word.start, end, Kind::Ratio, Strength::Strong));
    match next {
        "a" | "an" => return half_of_unit(text, word, after?.end),
        // "half the battle", "half of 2023"
        "the" | "my" | "our" | "its" | "their" | "of" => {
            let thing = word_after(text, after?.end)?;
            let is_talk = matches!(thing.lower(), "battle" | "fun" | "story" | "truth" | "job")
                || thing.lower() == "time" && before != "in";
            return if is_talk || thing.text.starts_with("20") { None } else { found(word.end) };
        }
        "as" | "that" => return found(word.end),
        _ => {}
    }
    let mut words = words_before(text, word.start).take(4);
    let nearest = words.find(|word| !is_hedge(word.lower()));
    let is_share = nearest.is_some_and(|word| matches!(word.lower(), "by" | "in" | "to"));
    let is_end = after.is_none() || super::noun::is_function_word(next);
    if is_share && is_end { found(word.end) } else { None }
}

/// `half an hour`, `half a day`; `half a million` is left to the number.
fn half_of_unit(text: &str, word: &Word<'_>, at: usize) -> Option<Step> {
    let unit = word_after(text, at)?;
    matches!(unit.lower(), "hour" | "minute" | "second" | "day" | "year" | "decade" | "week" | "month")
        .then(|| Step::found(word.start, unit.end, Kind::Duration, Strength::Weak))
}

/// `a third of`, `by a quarter`.
fn one_part(text: &str, word: &Word<'_>, floor: usize) -> Option<Step> {
    let article = word_before(text, word.start).filter(|article| article.start >= floor)?;
    let is_counted = article.sign.is_none() && article.lower() == "a" && is_share_of(text, article.start, word.end);
    if !is_counted {
        return None;
    }
    // "a quarter of a million" counts, and by the million.
    let of = word_after(text, word.end).filter(|of| of.lower() == "of");
    if let Some(article) = of.and_then(|of| word_after(text, of.end)).filter(|article| article.lower() == "a")
        && let Some(scale) = word_after(text, article.end)
        && let Some(million) = spelled(text, scale.start, article.start)
    {
        return Some(Step::found(word.start, million.value.end, Kind::Count, Strength::Strong));
    }
    Some(Step::found(article.start, word.end, Kind::Ratio, Strength::Strong))
}

/// Whether the words around `start..end` make a share of it.
fn is_share_of(text: &str, start: usize, end: usize) -> bool {
    let after = word_after(text, end);
    let next = after.as_ref().map_or("", Word::lower);
    if next == "of" {
        return !after.and_then(|of| word_after(text, of.end)).is_some_and(|year| year.text.starts_with("20"));
    }
    let mut before = words_before(text, start).take(4);
    let is_change = before.find(|word| !is_hedge(word.lower())).is_some_and(|word| matches!(word.lower(), "by" | "to"));
    let is_end = after.is_none() || super::noun::is_function_word(next);
    is_change && is_end
        || any_of!(next;
            "fewer" "less" "more" "faster" "cheaper" "smaller" "larger" "lower" "higher" "shorter" "cut" "drop"
            "reduction" "decrease" "increase" "rise" "saving" "savings" "share" "stake"
        )
}

fn is_hedge(lower: &str) -> bool {
    any_of!(lower;
        "about" "over" "nearly" "almost" "roughly" "around" "than" "more" "under" "less" "just" "a" "approximately"
        "well"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<'t>(text: &'t str, at: &str) -> Option<(&'t str, Kind)> {
        let start = text.find(at).expect("the word is in the text");
        let word = word_at(&text[..start + at.len()], start).expect("it is a word");
        let found = share(text, &word, 0)?.found?;
        Some((&text[found.range], found.kind))
    }

    #[test]
    fn half_of_something_is_a_share() {
        assert_eq!(read("cut costs by half.", "half"), Some(("half", Kind::Ratio)));
        assert_eq!(read("by more than half", "half"), Some(("half", Kind::Ratio)));
        assert_eq!(read("it cut that in half", "half"), Some(("half", Kind::Ratio)));
        assert_eq!(read("half of the calls", "half"), Some(("half", Kind::Ratio)));
        assert_eq!(read("half the servers", "half"), Some(("half", Kind::Ratio)));
        assert_eq!(read("half an hour", "half"), Some(("half an hour", Kind::Duration)));
    }

    #[test]
    fn half_in_an_expression_is_none() {
        for text in ["in the second half", "with half an eye", "half the battle", "a half-baked plan", "half of 2023"] {
            assert_eq!(read(text, "half"), None, "{text}");
        }
    }

    #[test]
    fn a_part_needs_a_whole_or_a_change() {
        assert_eq!(read("a third of our calls", "third"), Some(("a third", Kind::Ratio)));
        assert_eq!(read("fell by a quarter", "quarter"), Some(("a quarter", Kind::Ratio)));
        assert_eq!(read("a third fewer alerts", "third"), Some(("a third", Kind::Ratio)));
        assert_eq!(read("a third service", "third"), None);
        assert_eq!(read("in the last quarter", "quarter"), None);
        assert_eq!(read("twice a quarter", "quarter"), None);
    }

    #[test]
    fn a_place_among_the_largest_is_weak() {
        assert_eq!(read("the third-largest shop", "third"), Some(("third-largest", Kind::Ratio)));
        assert_eq!(read("third-party code", "third"), None);
    }
}
