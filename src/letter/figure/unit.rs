//! Units: the symbol, word, noun or period that says what a number measures.

use super::spelled::is_number_word;
use super::word::{Word, word_after, word_at, words_after};
use crate::words::{List, Listed};

/// A span of time, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Time {
    /// Milliseconds and below.
    Instant,
    Second,
    Minute,
    Hour,
    /// Days to quarters.
    Day,
    /// Years and decades.
    Year,
}

impl Time {
    fn of(nanoseconds: u64) -> Self {
        const SECOND: u64 = 1_000_000_000;
        match nanoseconds / SECOND {
            0 => Time::Instant,
            1..60 => Time::Second,
            60..3_600 => Time::Minute,
            3_600..86_400 => Time::Hour,
            86_400..31_536_000 => Time::Day,
            _ => Time::Year,
        }
    }
}

/// What is counted, as far as it changes the kind of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// What flows through a system: requests, rows, messages.
    Data,
    /// Any other thing.
    Thing,
}

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Percent,
    Money,
    Size,
    Throughput,
    Time(Time),
    Factor,
    /// Nines of availability.
    Nines,
    /// Digits of a sum: `9-figure`.
    Figures,
    /// `times`, which multiplies or repeats.
    Times,
    Noun(Noun),
}

/// What a rate is measured over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    /// A second or a minute.
    Short,
    /// An hour and up.
    Long,
    /// No time at all: `per engineer`.
    Each,
}

impl Period {
    fn of(nanoseconds: u64) -> Self {
        if Time::of(nanoseconds) < Time::Hour { Period::Short } else { Period::Long }
    }
}

/// Whether letters glued to a number are a unit.
pub(super) fn is_symbol(letters: &str) -> bool {
    symbol(letters).is_some() || glued(letters).is_some()
}

/// The unit that short letters mean after digits, glued to them or after a blank; case tells.
pub(super) fn symbol(letters: &str) -> Option<Unit> {
    let listed = Listed::of(letters);
    match () {
        () if listed.is_in(List::SizeSymbol) => Some(Unit::Size),
        () if listed.is_in(List::ThroughputSymbol) => Some(Unit::Throughput),
        () if listed.is_in(List::PercentSymbol) => Some(Unit::Percent),
        () if matches!(letters, "x" | "X") => Some(Unit::Factor),
        () => listed.number_in(List::TimeSymbol).map(|length| Unit::Time(Time::of(length))),
    }
}

/// The unit that letters mean only when no blank parts them from the digits.
pub(super) fn glued(letters: &str) -> Option<Unit> {
    if matches!(letters, "kr" | "zl") {
        return Some(Unit::Money);
    }
    List::GluedTimeSymbol.number_of(letters).map(|length| Unit::Time(Time::of(length)))
}

/// The time, size or currency that a whole word means.
pub(super) fn word(word: &str) -> Option<Unit> {
    let listed = Listed::of(singular(word));
    match () {
        () if listed.is_in(List::SizeWord) => Some(Unit::Size),
        () if listed.is_in(List::CurrencyWord) => Some(Unit::Money),
        () => listed.number_in(List::TimeWord).map(|length| Unit::Time(Time::of(length))),
    }
}

/// `word` without the "s" of a plural.
pub(super) fn singular(word: &str) -> &str {
    word.strip_suffix(['s', 'S']).filter(|singular| singular.len() > 2).unwrap_or(word)
}

/// The period that follows `at`, which turns a count into a rate, and where it ends: `/s`, `per day`, `daily`.
pub(super) fn rate(text: &str, at: usize) -> Option<(Period, usize)> {
    if text.as_bytes().get(at) == Some(&b'/') {
        let word = word_at(text, at + 1)?;
        return Some((period_symbol(&word).or_else(|| each(&word))?, word.end));
    }
    let first = word_after(text, at)?;
    if first.is_in(List::Periodically) {
        return Some((Period::Long, first.end));
    }
    if first.lower() == "p/s" {
        return Some((Period::Short, first.end));
    }
    let is_per = first.lower() == "per";
    if !is_per && !first.is_in(List::Each) {
        return None;
    }
    let word = word_after(text, first.end)?;
    let period = period(&word).or_else(|| each(&word).filter(|_| is_per));
    Some((period?, word.end))
}

fn period_symbol(word: &Word<'_>) -> Option<Period> {
    // "m" multiplies digits, and is a minute only here.
    if word.text == "m" {
        return Some(Period::Short);
    }
    List::PeriodSymbol.number_of(word.text).map(Period::of).or_else(|| period(word))
}

/// The period that `word` names.
fn period(word: &Word<'_>) -> Option<Period> {
    List::Period.number_of(word.text).map(Period::of)
}

fn each(word: &Word<'_>) -> Option<Period> {
    let is_thing = word.text.len() > 2 && word.text.starts_with(char::is_alphabetic) && word.lower() != "cent";
    is_thing.then_some(Period::Each)
}

/// Words that may stand between a number and its noun, the noun included.
const REACH: usize = 3;

/// What a number counts and where that ends, found without a dictionary.
///
/// Looks at up to three words after `at`. A plural ends the look, and so do a spelled unit and a plural acronym
/// (`APIs`). A thing of work in the singular (`250+ team members`, `12 person team`) is taken when no plural
/// follows. A function word, a sign or another number ends the clause, and with it the look.
pub(super) fn noun(text: &str, at: usize) -> Option<(Unit, usize)> {
    let mut singular = None;
    for word in words_after(text, at).take(REACH) {
        let is_number = word.text.starts_with(|c: char| c.is_ascii_digit()) || is_number_word(word.text);
        if is_number || word.is_in(List::FunctionWord) {
            break;
        }
        let lower = word.lower();
        if let Some(unit) = self::word(lower) {
            return Some((unit, word.end));
        }
        if is_plural(&word) {
            return Some((Unit::Noun(class(lower)), word.end));
        }
        if is_work(last_part(lower)) {
            singular = Some((Unit::Noun(class(lower)), word.end));
        }
    }
    singular
}

/// Whether `word` is a thing that work is made of, so that one of it is worth counting.
pub(super) fn is_work(word: &str) -> bool {
    let listed = Listed::of(word);
    listed.is_in(List::DataNoun) || listed.is_in(List::WorkNoun)
}

fn class(lower: &str) -> Noun {
    let is_data = |word| List::DataNoun.holds(word);
    let one = lower.strip_suffix('s').unwrap_or(lower);
    if is_data(lower) || is_data(one) || one.strip_suffix('e').is_some_and(is_data) { Noun::Data } else { Noun::Thing }
}

/// What follows the last hyphen of a compound.
fn last_part(lower: &str) -> &str {
    lower.rsplit('-').next().unwrap_or(lower)
}

/// Whether a word looks like a plural. A name does not, whatever its end: `Kubernetes`.
fn is_plural(word: &Word<'_>) -> bool {
    let lower = word.lower();
    if List::IrregularPlural.holds(last_part(lower)) {
        return true;
    }
    let Some(one) = word.text.strip_suffix('s') else {
        return false;
    };
    if word.text.contains(char::is_uppercase) {
        let is_acronym = one.len() > 1 && one.chars().all(char::is_uppercase);
        return is_acronym || lower.strip_suffix('s').is_some_and(is_work);
    }
    one.len() > 1 && !one.ends_with(['s', 'u', 'i', '\'']) && !List::FalsePlural.holds(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_told_by_its_case() {
        assert_eq!(symbol("ms"), Some(Unit::Time(Time::Instant)));
        assert_eq!(symbol("GB"), Some(Unit::Size));
        assert_eq!(symbol("S"), None);
        assert_eq!(symbol("H"), None);
    }

    #[test]
    fn pronouns_and_articles_are_no_units_after_a_blank() {
        assert_eq!(symbol("us"), None);
        assert_eq!(symbol("d"), None);
        assert!(is_symbol("us"));
    }

    #[test]
    fn a_unit_may_stand_in_the_singular() {
        assert_eq!(word("hour"), word("hours"));
        assert_eq!(word("weekends"), Some(Unit::Time(Time::Day)));
        assert_eq!(word("decade"), Some(Unit::Time(Time::Year)));
        assert_eq!(word("hourly"), None);
    }

    #[test]
    fn a_rate_is_measured_over_a_period() {
        let read = |text| rate(text, 0).map(|(period, end)| (period, &text[..end]));

        assert_eq!(read("/s at peak"), Some((Period::Short, "/s")));
        assert_eq!(read("/m at peak"), Some((Period::Short, "/m")));
        assert_eq!(read(" per day"), Some((Period::Long, " per day")));
        assert_eq!(read(" a week"), Some((Period::Long, " a week")));
        assert_eq!(read(" daily"), Some((Period::Long, " daily")));
        assert_eq!(read(" per engineer"), Some((Period::Each, " per engineer")));
        assert_eq!(read(" per cent"), None);
        assert_eq!(read(" a chef"), None);
    }

    fn counted(text: &str) -> Option<&str> {
        noun(text, 0).map(|(_, end)| text[..end].trim_start())
    }

    #[test]
    fn a_plural_within_three_words_is_counted() {
        assert_eq!(counted(" services in one year"), Some("services"));
        assert_eq!(counted(" full-time backend engineers"), Some("full-time backend engineers"));
        assert_eq!(counted(" Kubernetes clusters"), Some("Kubernetes clusters"));
        assert_eq!(counted(" people"), Some("people"));
        assert_eq!(counted(" APIs serving"), Some("APIs"));
    }

    #[test]
    fn a_thing_of_work_counts_in_the_singular() {
        assert_eq!(counted(" person team"), Some("person team"));
        assert_eq!(counted(" node cluster of mine"), Some("node cluster"));
    }

    #[test]
    fn a_function_word_or_sign_ends_the_look() {
        assert_eq!(counted(" of my services"), None);
        assert_eq!(counted(", services"), None);
        assert_eq!(counted(" and services"), None);
        assert_eq!(counted(" great warm sunny days"), None);
    }

    #[test]
    fn names_and_verbs_are_no_plurals() {
        assert_eq!(counted(" Kubernetes"), None);
        assert_eq!(counted(" always"), None);
        assert_eq!(counted(" Main Street"), None);
        assert_eq!(counted(" iOS"), None);
    }

    #[test]
    fn what_flows_is_told_from_other_things() {
        let class = |text| noun(text, 0).map(|(unit, _)| unit);

        assert_eq!(class(" queries"), Some(Unit::Noun(Noun::Data)));
        assert_eq!(class(" searches"), Some(Unit::Noun(Noun::Data)));
        assert_eq!(class(" pages"), Some(Unit::Noun(Noun::Thing)));
    }
}
