//! Words that are figures by themselves: `by half`, `two-thirds`, `doubled`, `twice a week`, `hundreds of`, and `one`
//! and `zero`, which count only before a thing of work.

use super::Step;
use super::kind::{Kind, Strength};
use super::ratio::{Joint, ratio};
use super::spelled::spelled;
use super::unit::{self, Noun, Unit};
use super::value::{ONE, Value};
use super::word::{Word, word_after, word_at, word_before, words_after, words_before};
use crate::words::List;

/// Reads `half`, `third`, `quarter` and the like, standing at `word`.
///
/// They are shares only where the words around say so: after `by`, `in` or `to`, before `of` or a comparative.
/// Ordinals (`the third service`), calendar quarters and `half an eye` are not.
pub(super) fn share(text: &str, word: &Word<'_>, not_before: usize) -> Option<Step> {
    if let Some(end) = superlative(text, word.end) {
        return Some(Step::found(word.start, end, Kind::Ratio, Strength::Weak));
    }
    match word.lower() {
        _ if text[word.end..].starts_with('-') => None,
        "half" => half(text, word),
        _ if word.is_in(List::Fraction) => one_part(text, word, not_before),
        _ => None,
    }
}

/// `two-thirds`, `three quarters of`: what follows the numerator `value`.
pub(super) fn parts(text: &str, value: &Value) -> Option<Step> {
    if !value.is_spelled || value.whole > 20 || !text[value.end..].starts_with([' ', '-']) {
        return None;
    }
    let word = word_at(text, value.end + 1)?;
    let is_share = || is_share_of(text, value.start, word.end);
    // Three quarters may be nine months.
    let is_counted = word.is_in(List::FractionPlural)
        || word.is_in(List::Fraction) && value.whole == 1 && is_share()
        || matches!(word.lower(), "quarters" | "fourths") && is_share();
    is_counted.then(|| Step::found(value.start, word.end, Kind::Ratio, Strength::Strong).of(value))
}

fn half(text: &str, word: &Word<'_>) -> Option<Step> {
    let before = words_before(text, word.start).next();
    if before.is_some_and(|word| word.is_in(List::HalfName)) {
        return None;
    }
    let after = word_after(text, word.end);
    let next = after.as_ref().map_or("", Word::lower);
    let found = |end| Some(Step::found(word.start, end, Kind::Ratio, Strength::Strong).worth(ONE / 2));
    if matches!(next, "a" | "an") {
        return half_of_unit(text, word, after?.end);
    }
    if matches!(next, "as" | "that") {
        return found(word.end);
    }
    // "half the battle", "half of 2023"
    if next == "of" || List::MultipliedDeterminer.holds(next) {
        let thing = word_after(text, after?.end)?;
        let is_in = before.is_some_and(|word| word.lower() == "in");
        let is_talk = thing.is_in(List::HalfTalk) || thing.lower() == "time" && !is_in;
        return if is_talk || thing.text.starts_with("20") { None } else { found(word.end) };
    }
    let mut words = words_before(text, word.start).take(4);
    let nearest = words.find(|word| !word.is_in(List::Hedge));
    let is_share = nearest.is_some_and(|word| matches!(word.lower(), "by" | "to") || word.lower() == "in");
    let is_end = after.is_none_or(|word| word.is_in(List::FunctionWord));
    if is_share && is_end { found(word.end) } else { None }
}

/// `half an hour`, `half a day`; `half a million` is left to the number.
fn half_of_unit(text: &str, word: &Word<'_>, at: usize) -> Option<Step> {
    let unit = word_after(text, at)?;
    let found = Step::found(word.start, unit.end, Kind::Duration, Strength::Weak).worth(ONE / 2);
    unit.is_in(List::TimeWord).then_some(found)
}

/// `a third of`, `by a quarter`.
fn one_part(text: &str, word: &Word<'_>, not_before: usize) -> Option<Step> {
    let article = word_before(text, word.start).filter(|article| article.start >= not_before)?;
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
        let found = Step::found(word.start, million.value.end, Kind::Count, Strength::Strong);
        return Some(found.of(&million.value));
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
    let nearest = words_before(text, start).take(4).find(|word| !word.is_in(List::Hedge));
    let is_change = nearest.is_some_and(|word| matches!(word.lower(), "by" | "to"));
    is_change && after.is_none_or(|word| word.is_in(List::FunctionWord))
        || after.is_some_and(|word| word.is_in(List::ShareChange))
}

/// Reads the ordinal in digits in `at..end`, or steps over any other name that stands there.
pub(super) fn ordinal(text: &str, at: usize, end: usize) -> Step {
    let hyphen = text[at..end].find('-');
    match hyphen.and_then(|hyphen| superlative(text, at + hyphen)) {
        Some(end) => Step::found(at, end, Kind::Ratio, Strength::Weak),
        None => Step::past(end),
    }
}

/// Where `-largest` and the like end when they follow an ordinal at `at`.
fn superlative(text: &str, at: usize) -> Option<usize> {
    let word = text[at..].strip_prefix('-').and_then(|_| word_at(text, at + 1))?;
    word.is_in(List::Superlative).then_some(word.end)
}

/// What `half`, `twice` and `thrice` come to, in thousandths.
pub(super) fn worth(lower: &str) -> Option<u64> {
    match lower {
        "half" => Some(ONE / 2),
        "twice" => Some(2 * ONE),
        _ => (lower == "thrice").then_some(3 * ONE),
    }
}

/// Reads `doubled`, `twice`, `tenfold` and the like, standing at `word`.
pub(super) fn multiple(text: &str, word: &Word<'_>) -> Option<Step> {
    if text[word.end..].starts_with('-') {
        return None;
    }
    let lower = word.lower();
    if let Some(value) = worth(lower) {
        return repeated(text, word.start, word.end).map(|step| step.worth(value));
    }
    let next = word_after(text, word.end);
    let before = || words_before(text, word.start).next();
    let is_before = |list| before().is_some_and(|before| before.is_in(list));
    let is_object = next.is_some_and(|next| next.is_in(List::MultipliedDeterminer));
    let is_counted = match () {
        // "to double throughput", "double the traffic"; not "a double degree"
        () if word.is_in(List::MultipleBase) => {
            let has_other = next.is_none_or(|next| next.is_in(List::NotMultiplied));
            is_object || is_before(List::InfinitiveOpener) && !has_other
        }
        () if word.is_in(List::MultiplePresent) => is_object,
        () if lower.ends_with("fold") => !is_before(List::Being),
        () => !next.is_some_and(|next| next.is_in(List::MultipleParticle)),
    };
    is_counted.then(|| Step::found(word.start, word.end, Kind::Factor, Strength::Strong))
}

/// Reads what `times` says, its number standing in `value`: a multiple, or how often.
pub(super) fn times(text: &str, value: &Value, end: usize) -> Step {
    if let Some(step) = repeated(text, value.start, end) {
        return step.of(value);
    }
    let is_by = words_before(text, value.start).next().is_some_and(|word| word.lower() == "by");
    let is_compared = word_after(text, end).is_some_and(|next| next.is_in(List::Comparative));
    if is_by || is_compared {
        return Step::found(value.start, end, Kind::Factor, Strength::Strong).of(value);
    }
    Step::found(value.start, end, Kind::Frequency, Strength::Weak).of(value)
}

/// `twice a week` is a frequency, `twice the traffic` and `twice as fast` are multiples.
fn repeated(text: &str, start: usize, end: usize) -> Option<Step> {
    if let Some((_, end)) = unit::rate(text, end) {
        return Some(Step::found(start, end, Kind::Frequency, Strength::Strong));
    }
    let next = word_after(text, end)?;
    let is_multiple = matches!(next.lower(), "as" | "what") || next.is_in(List::MultipliedDeterminer);
    is_multiple.then(|| Step::found(start, end, Kind::Factor, Strength::Strong))
}

/// Words that may follow `one` or `zero`, its noun included.
const ONE_REACH: usize = 4;

/// Reads `one`, standing in `value`.
///
/// "one of", "one day", "one another", "one such case" and "one-on-one" count nothing; `1-in-6` in words does.
pub(super) fn one(text: &str, value: &Value) -> Option<Step> {
    let is_of = text[value.end..].starts_with(" of ");
    if !is_of && let Some(Joint::Figure { kind, strength, end, other }) = ratio(text, value) {
        return Some(Step::found(value.start, end, kind, strength).of(value).to(other));
    }
    let end = thing(text, value.end)?;
    Some(Step::found(value.start, end, Kind::Count, Strength::Weak).of(value))
}

/// Reads `zero`, standing in `value`: `zero-downtime`, `zero lost orders`.
pub(super) fn zero(text: &str, value: &Value) -> Option<Step> {
    let rest = &text[value.end..];
    if let Some(tail) = rest.strip_prefix(['-', ' ']).filter(|tail| starts_with_word(tail, "downtime")) {
        let end = text.len() - tail.len() + "downtime".len();
        return Some(Step::found(value.start, end, Kind::Uptime, Strength::Weak));
    }
    let is_compound = ["-defect", "-loss", "-incident"].into_iter().find(|tail| rest.starts_with(tail));
    if let Some(tail) = is_compound {
        return Some(Step::found(value.start, value.end + tail.len(), Kind::Count, Strength::Weak));
    }
    let (unit, end) = unit::noun(text, value.end)?;
    matches!(unit, Unit::Noun(_)).then(|| Step::found(value.start, end, Kind::Count, Strength::Weak))
}

/// Where the thing of work ends that stands within reach of `at`.
fn thing(text: &str, at: usize) -> Option<usize> {
    let mut found = None;
    for (index, word) in words_after(text, at).take(ONE_REACH).enumerate() {
        if word.is_in(List::FunctionWord) || index == 0 && word.is_in(List::Indefinite) {
            break;
        }
        if word.is_in(List::RareNoun) {
            found = Some(word.end);
        }
    }
    found
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Words of a chain such as "hundreds of thousands of".
const LINKS: usize = 3;

/// Reads `hundreds`, `decade` and the like, standing at `word`.
pub(super) fn vague(text: &str, word: &Word<'_>, not_before: usize) -> Option<Step> {
    if matches!(word.lower(), "decade" | "decades") { decade(text, word, not_before) } else { magnitude(text, word) }
}

/// `over a decade`, `decade-long`, `decades of`; not "the product of the decade".
fn decade(text: &str, word: &Word<'_>, not_before: usize) -> Option<Step> {
    let before = word_before(text, word.start).filter(|before| before.start >= not_before && before.sign.is_none());
    if before.is_some_and(|before| before.is_in(List::CalendarDeterminer)) {
        return None;
    }
    let start = before.filter(|before| before.lower() == "a").map_or(word.start, |article| article.start);
    let tail = ["-long", "-old"].into_iter().find(|tail| text[word.end..].starts_with(tail));
    Some(Step::found(start, word.end + tail.map_or(0, str::len), Kind::Duration, Strength::Weak))
}

/// `1000s of users`: what follows the round number `value`.
pub(super) fn round_digits(text: &str, value: &Value) -> Option<Step> {
    let is_round = value.is_integer() && matches!(value.whole, 10 | 100 | 1_000 | 10_000 | 100_000);
    let end = value.end + 1;
    if !is_round || !text[value.end..].starts_with("s of ") {
        return None;
    }
    let (_, end) = unit::noun(text, end + " of".len())?;
    Some(Step::found(value.start, end, Kind::Count, Strength::Weak).of(value))
}

fn magnitude(text: &str, word: &Word<'_>) -> Option<Step> {
    let mut end = word.end;
    let mut has_of = false;
    for _ in 0..LINKS {
        let Some(of) = word_after(text, end).filter(|of| of.lower() == "of") else {
            break;
        };
        has_of = true;
        let Some(next) = word_after(text, of.end).filter(is_magnitude) else {
            break;
        };
        end = next.end;
        has_of = false;
    }
    if word.lower() == "tens" && end == word.end {
        return None;
    }
    let at = if has_of { end + " of".len() } else { end };
    let (unit, end) = match unit::noun(text, at) {
        Some((unit, end)) => {
            let counted = text[..end].rsplit(' ').next().unwrap_or("");
            if List::Talk.holds(counted) || counted == "miles" {
                return None;
            }
            (unit, end)
        }
        None => (Unit::Noun(Noun::Thing), end),
    };
    let rate = unit::rate(text, end);
    let kind = match unit {
        Unit::Money => Kind::Money,
        Unit::Size => Kind::Size,
        Unit::Time(_) => Kind::Duration,
        Unit::Noun(Noun::Data) if rate.is_some() => Kind::Throughput,
        _ => Kind::Count,
    };
    Some(Step::found(word.start, rate.map_or(end, |(_, end)| end), kind, Strength::Weak))
}

/// Whether `word` is a magnitude that nothing multiplies.
fn is_magnitude(word: &Word<'_>) -> bool {
    word.is_in(List::VagueNumber) && !word.lower().starts_with("decade")
}
