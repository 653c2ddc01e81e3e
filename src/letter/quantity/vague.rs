//! Magnitudes without a value: `hundreds of`, `tens of thousands`, `a decade`. All of them are weak.

use super::super::word_set::any_of;
use super::kind::{Kind, Strength};
use super::noun;
use super::rate;
use super::step::Step;
use super::unit::{Noun, Unit};
use super::value::Value;
use super::word::{Word, word_after, word_before};

/// Words of a chain such as "hundreds of thousands of".
const LINKS: usize = 3;

/// Reads `hundreds`, `decade` and the like, standing at `word`.
pub(super) fn vague(text: &str, word: &Word<'_>, floor: usize) -> Option<Step> {
    match word.lower() {
        "decade" | "decades" => decade(text, word, floor),
        _ => magnitude(text, word),
    }
}

/// `over a decade`, `decade-long`, `decades of`; not "the product of the decade".
fn decade(text: &str, word: &Word<'_>, floor: usize) -> Option<Step> {
    let before = word_before(text, word.start).filter(|before| before.start >= floor && before.sign.is_none());
    let mut start = word.start;
    if let Some(before) = before {
        match before.lower() {
            "a" => start = before.start,
            "the" | "this" | "next" | "each" | "every" => return None,
            _ => {}
        }
    }
    let tail = ["-long", "-old"].into_iter().find(|tail| text[word.end..].starts_with(tail));
    Some(Step::found(start, word.end + tail.map_or(0, str::len), Kind::Duration, Strength::Weak))
}

/// `1000s of users`: what follows the round number `value`.
pub(super) fn in_digits(text: &str, value: &Value) -> Option<Step> {
    let is_round = value.is_integer() && matches!(value.whole, 10 | 100 | 1_000 | 10_000 | 100_000);
    let end = value.end + 1;
    if !is_round || !text[value.end..].starts_with("s of ") {
        return None;
    }
    let (_, end) = noun::noun(text, end + " of".len())?;
    Some(Step::found(value.start, end, Kind::Count, Strength::Weak))
}

fn magnitude(text: &str, word: &Word<'_>) -> Option<Step> {
    let mut end = word.end;
    let mut has_of = false;
    for _ in 0..LINKS {
        let Some(of) = word_after(text, end).filter(|of| of.lower() == "of") else {
            break;
        };
        has_of = true;
        let Some(next) = word_after(text, of.end).filter(|next| is_magnitude(next.lower())) else {
            break;
        };
        end = next.end;
        has_of = false;
    }
    if word.lower() == "tens" && end == word.end {
        return None;
    }
    let at = if has_of { end + " of".len() } else { end };
    let (unit, end) = match noun::noun(text, at) {
        Some((unit, end)) => {
            let counted = text[..end].rsplit(' ').next().unwrap_or("");
            if noun::is_talk(counted) || counted == "miles" {
                return None;
            }
            (unit, end)
        }
        None => (Unit::Noun(Noun::Thing), end),
    };
    let rate = rate::rate(text, end);
    let kind = match unit {
        Unit::Money => Kind::Money,
        Unit::Size => Kind::Size,
        Unit::Time(_) => Kind::Duration,
        Unit::Noun(Noun::Data) if rate.is_some() => Kind::Throughput,
        _ => Kind::Count,
    };
    Some(Step::found(word.start, rate.map_or(end, |(_, end)| end), kind, Strength::Weak))
}

/// Whether `lower` is a magnitude that nothing multiplies.
fn is_magnitude(lower: &str) -> bool {
    any_of!(lower;
        "tens" "dozens" "hundreds" "thousands" "millions" "billions" "trillions" "lakhs" "crores"
    )
}

#[cfg(test)]
mod tests {
    use super::super::word::word_at;
    use super::*;

    fn read(text: &str) -> Option<(&str, Kind)> {
        let end = text.find(|c: char| !c.is_alphabetic())?;
        let found = vague(text, &word_at(&text[..end], 0)?, 0)?.found?;
        assert_eq!(found.strength, Strength::Weak);
        Some((&text[found.range], found.kind))
    }

    #[test]
    fn magnitudes_reach_to_their_noun() {
        assert_eq!(read("hundreds of resumes"), Some(("hundreds of resumes", Kind::Count)));
        assert_eq!(read("tens of thousands of users"), Some(("tens of thousands of users", Kind::Count)));
        assert_eq!(read("millions of requests a day"), Some(("millions of requests a day", Kind::Throughput)));
        assert_eq!(read("Billions of dollars"), Some(("Billions of dollars", Kind::Money)));
        assert_eq!(read("dozens."), Some(("dozens", Kind::Count)));
    }

    #[test]
    fn tens_alone_and_talk_are_none() {
        assert_eq!(read("tens across the board"), None);
        assert_eq!(read("hundreds of reasons"), None);
    }

    #[test]
    fn a_decade_is_a_span_of_time() {
        assert_eq!(read("decade-long career"), Some(("decade-long", Kind::Duration)));
        let text = "over a decade of it";
        let word = word_at(text, 7).expect("a word is there");

        let found = vague(text, &word, 0).and_then(|step| step.found).expect("a decade counts");
        assert_eq!(&text[found.range], "a decade");

        let text = "of the decade";
        assert!(vague(text, &word_at(text, 7).expect("a word is there"), 0).is_none());
    }
}
