//! Multiples in words: `doubled`, `twice the traffic`, `tenfold`, `x10`, `three times faster`.

use super::super::word_set::any_of;
use super::kind::{Kind, Strength};
use super::rate;
use super::step::Step;
use super::value::Value;
use super::word::{Word, word_after, words_before};

/// Reads `doubled`, `twice`, `tenfold` and the like, standing at `word`.
pub(super) fn multiple(text: &str, word: &Word<'_>) -> Option<Step> {
    let lower = word.lower();
    let factor = Step::found(word.start, word.end, Kind::Factor, Strength::Strong);
    if text[word.end..].starts_with('-') {
        return None;
    }
    let next = word_after(text, word.end);
    let next_lower = next.as_ref().map_or("", Word::lower);
    let is_counted = match lower {
        "twice" | "thrice" => return repeated(text, word.start, word.end),
        "double" | "triple" | "quadruple" | "halve" => is_verb(text, word.start, next_lower),
        "doubles" | "triples" | "halves" | "quadruples" => is_object(next_lower),
        _ if lower.ends_with("fold") => {
            let before = words_before(text, word.start).next();
            !before.is_some_and(|word| matches!(word.lower(), "is" | "are" | "was" | "were"))
        }
        _ => !matches!(next_lower, "as" | "down" | "up" | "over" | "back" | "in"),
    };
    is_counted.then_some(factor)
}

/// Reads what `times` says, its number standing in `value`: a multiple, or how often.
pub(super) fn times(text: &str, value: &Value, end: usize) -> Step {
    if let Some(step) = repeated(text, value.start, end) {
        return step;
    }
    let is_by = words_before(text, value.start).next().is_some_and(|word| word.lower() == "by");
    let is_compared = word_after(text, end).is_some_and(|next| is_comparative(next.lower()));
    if is_by || is_compared {
        return Step::found(value.start, end, Kind::Factor, Strength::Strong);
    }
    Step::found(value.start, end, Kind::Frequency, Strength::Weak)
}

/// `twice a week` is a frequency, `twice the traffic` and `twice as fast` are multiples.
fn repeated(text: &str, start: usize, end: usize) -> Option<Step> {
    if let Some((_, end)) = rate::rate(text, end) {
        return Some(Step::found(start, end, Kind::Frequency, Strength::Strong));
    }
    let next = word_after(text, end)?;
    let is_multiple = matches!(next.lower(), "as" | "the" | "our" | "its" | "their" | "that" | "what" | "my");
    is_multiple.then(|| Step::found(start, end, Kind::Factor, Strength::Strong))
}

fn is_comparative(lower: &str) -> bool {
    any_of!(lower;
        "faster" "more" "fewer" "less" "larger" "cheaper" "bigger" "higher" "lower" "smaller" "slower" "better" "over"
        "normal" "peak" "longer" "shorter" "quicker" "usual"
    )
}

/// Whether a base form is a verb: `to double throughput`, `double the traffic`; not `a double degree`.
fn is_verb(text: &str, start: usize, next: &str) -> bool {
    if is_object(next) {
        return true;
    }
    let before = words_before(text, start).next();
    let is_infinitive = before.is_some_and(|word| {
        any_of!(word.lower();
            "to" "helped" "help" "could" "would" "will" "can" "us" "them"
        )
    });
    is_infinitive
        && !any_of!(next;
            "check" "down" "as" "up" "major" "degree" "" "click" "back"
        )
}

fn is_object(next: &str) -> bool {
    matches!(next, "the" | "our" | "its" | "their" | "my" | "that")
}

#[cfg(test)]
mod tests {
    use super::super::word::word_at;
    use super::*;

    fn read<'t>(text: &'t str, at: &str) -> Option<(&'t str, Kind)> {
        let start = text.find(at).expect("the word is in the text");
        let word = word_at(&text[..start + at.len()], start).expect("it is a word");
        let found = multiple(text, &word)?.found?;
        Some((&text[found.range], found.kind))
    }

    #[test]
    fn verbs_of_multiplying_are_factors() {
        assert_eq!(read("we doubled throughput", "doubled"), Some(("doubled", Kind::Factor)));
        assert_eq!(read("halving the bill", "halving"), Some(("halving", Kind::Factor)));
        assert_eq!(read("helped double sign-ups", "double"), Some(("double", Kind::Factor)));
        assert_eq!(read("at double the traffic", "double"), Some(("double", Kind::Factor)));
        assert_eq!(read("a tenfold rise", "tenfold"), Some(("tenfold", Kind::Factor)));
        assert_eq!(read("grew tenfold", "tenfold"), Some(("tenfold", Kind::Factor)));
    }

    #[test]
    fn other_doubles_are_none() {
        for text in ["double-check", "a double degree", "to double check", "double down"] {
            assert_eq!(read(text, "double"), None, "{text}");
        }
        assert_eq!(read("doubled as a scribe", "doubled"), None);
        assert_eq!(read("my aim is twofold", "twofold"), None);
    }

    #[test]
    fn twice_multiplies_or_repeats() {
        assert_eq!(read("twice the load", "twice"), Some(("twice", Kind::Factor)));
        assert_eq!(read("twice as fast", "twice"), Some(("twice", Kind::Factor)));
        assert_eq!(read("shipped twice a week", "twice"), Some(("twice a week", Kind::Frequency)));
        assert_eq!(read("rewrote it twice", "twice"), None);
    }
}
