//! The verdict on a number that has been read: its kind and strength, or nothing.

use super::kind::{Kind, Strength};
use super::measure::Measure;
use super::name;
use super::pair::Pair;
use super::unit::{Noun, Period, Time, Unit};
use super::value::{Shape, Value};
use super::word::{Word, word_after, word_before, words_after, words_before};
use crate::words::List;

/// A number, what it measures, and the value it is paired with.
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) value: &'t Value,
    pub(super) first: Measure,
    pub(super) pair: Option<Pair>,
    /// Whether the words before make a name of a bare number or count.
    pub(super) is_name: bool,
}

impl Reading<'_> {
    pub(super) fn end(&self) -> usize {
        self.pair.as_ref().map_or(self.first.end, |pair| pair.measure.end)
    }

    pub(super) fn period(&self) -> Option<Period> {
        self.first.period.or_else(|| self.pair.as_ref().and_then(|pair| pair.measure.period))
    }

    /// The kind and strength of the figure; `None` when it is none.
    pub(super) fn verdict(&self) -> Option<(Kind, Strength)> {
        let (text, start, end) = (self.text, self.value.start, self.end());
        let kind = match self.unit() {
            Some(Unit::Percent) => {
                return percentage(text, start, end, self.value, self.pair.is_some());
            }
            Some(Unit::Time(_)) if self.is_plural_of_digits() => match self.period()? {
                Period::Short => Kind::Throughput,
                _ => Kind::Frequency,
            },
            Some(Unit::Time(time)) => return self.span(time),
            Some(Unit::Noun(noun)) => return count(self, Some(noun)),
            None if text[start..].starts_with('\u{d7}') => Kind::Factor,
            None if self.is_minutes() => return self.span(Time::Minute),
            None => return count(self, None),
            Some(Unit::Money | Unit::Figures) if is_pay(text, start, end) => return None,
            Some(Unit::Money | Unit::Figures) => Kind::Money,
            Some(Unit::Size) if self.period().is_some() => Kind::Throughput,
            Some(Unit::Size) => Kind::Size,
            Some(Unit::Throughput) => Kind::Throughput,
            Some(Unit::Factor | Unit::Times) => Kind::Factor,
            Some(Unit::Nines) => Kind::Uptime,
        };
        Some((kind, Strength::Strong))
    }

    /// The unit of the figure: of its first value or else its second, and the finer of two times.
    fn unit(&self) -> Option<Unit> {
        let first = self.first.unit;
        let second = self.pair.as_ref().and_then(|pair| pair.measure.unit);
        match (first, second) {
            (Some(Unit::Time(a)), Some(Unit::Time(b))) => Some(Unit::Time(a.min(b))),
            (Some(Unit::Noun(_)), Some(Unit::Throughput)) => second,
            _ => first.or(second),
        }
    }

    fn span(&self, time: Time) -> Option<(Kind, Strength)> {
        // Nobody speaks of "2.5 seconds" without a measurement.
        let is_precise = time == Time::Second && self.value.tenths.is_some() && !self.value.is_spelled;
        let is_change = is_precise || self.pair.as_ref().is_some_and(|pair| pair.is_change);
        // "24 hours a day, 7 days a week"
        let is_always = matches!((self.value.whole, time), (24, Time::Hour) | (7 | 365, Time::Day));
        let has_rate = self.period().is_some();
        if is_always && has_rate || name::is_age(self.text, self.value.start, self.end()) {
            return None;
        }
        Some(duration(self.text, self.value.start, self.end(), time, is_change, has_rate))
    }

    /// The small `m` of `45m` is minutes where time is spoken of, and millions anywhere else.
    fn is_minutes(&self) -> bool {
        let value = self.value;
        let ends_in_m = self.text[value.start..value.end].ends_with('m');
        ends_in_m && !value.is_spelled && subject(self.text, value.start, self.end()).is_some()
    }

    /// `the 90s`, `2010s`, and `500s`, the answers of a server, which count at a rate.
    fn is_plural_of_digits(&self) -> bool {
        let value = self.value;
        if !value.is_integer() || !self.text[value.end..].starts_with('s') {
            return false;
        }
        let is_status = matches!(value.whole, 400 | 500);
        let before = word_before(self.text, value.start);
        let is_decade = value.whole.is_multiple_of(10) && before.is_some_and(|word| word.is_in(List::DecadeOpener));
        value.is_year() || is_status || is_decade
    }
}

/// The kind and strength of a count of `noun`, or of nothing that is named.
fn count(reading: &Reading<'_>, noun: Option<Noun>) -> Option<(Kind, Strength)> {
    let (text, value) = (reading.text, reading.value);
    let is_paired = reading.pair.is_some();
    if reading.is_name
        || name::is_day_of_month(text, value)
        || !is_paired && (name::is_dated(text, value) || is_section(text, value))
    {
        return None;
    }
    let kind = match (reading.period(), noun) {
        (Some(Period::Short), _) | (Some(Period::Long), Some(Noun::Data)) => Kind::Throughput,
        (Some(Period::Long), _) => Kind::Frequency,
        _ if is_paired => Kind::Count,
        (_, Some(_)) => return Some((Kind::Count, strength(text, value))),
        (_, None) if is_fraction_sign(text, value) => Kind::Ratio,
        (_, None) if is_factor(text, value) => Kind::Factor,
        (_, None) => return bare(text, value).map(|strength| (Kind::Count, strength)),
    };
    Some((kind, Strength::Strong))
}

/// A single thing, and one of several that the reader is taken to know ("the two teams"), are weak.
fn strength(text: &str, value: &Value) -> Strength {
    let is_single = value.whole < 2 && value.shape == Shape::Plain;
    let is_known = value.is_spelled
        && value.whole < 10
        && word_before(text, value.start).is_some_and(|word| word.is_in(List::KnownDeterminer));
    if is_single || is_known { Strength::Weak } else { Strength::Strong }
}

/// The strength of a number without unit or noun; `None` when it says nothing.
///
/// It speaks as the size of a group, with a magnitude (`4.2K`), or when it is compared (`over 300`, `250+`);
/// weakly when it is compared and small, or only grouped (`35,000`).
fn bare(text: &str, value: &Value) -> Option<Strength> {
    if name::is_group_size(text, value) {
        return Some(Strength::Strong);
    }
    if value.is_spelled || value.whole == 401 || is_house(text, value) || is_race(text, value) {
        return None;
    }
    if value.shape == Shape::Scaled {
        return Some(Strength::Strong);
    }
    if value.tenths.is_none() && name::is_compared(text, value) {
        return Some(if value.whole >= 100 { Strength::Strong } else { Strength::Weak });
    }
    let is_grouped = value.shape == Shape::Grouped && text[value.start..value.end].contains(',');
    is_grouped.then_some(Strength::Weak)
}

/// `by a factor of 3`
fn is_factor(text: &str, value: &Value) -> bool {
    let mut before = words_before(text, value.start);
    before.next().is_some_and(|word| word.lower() == "of") && before.next().is_some_and(|word| word.lower() == "factor")
}

/// `½`: nothing before the decimals, and no sign that writes them out.
fn is_fraction_sign(text: &str, value: &Value) -> bool {
    value.whole == 0 && value.tenths.is_some() && !text[value.start..value.end].contains(['.', ','])
}

/// `4.5 Config files`: a decimal and a title.
fn is_section(text: &str, value: &Value) -> bool {
    value.is_plain()
        && value.tenths.is_some()
        && word_after(text, value.end).is_some_and(|word| word.is_capitalized() && !word.is_acronym())
}

/// `221B Baker Street`
fn is_house(text: &str, value: &Value) -> bool {
    text[..value.end].ends_with('B')
        && word_after(text, value.end).is_some_and(|word| word.is_capitalized() && !word.is_acronym())
}

/// `a 10K`
fn is_race(text: &str, value: &Value) -> bool {
    value.shape == Shape::Scaled
        && matches!(value.whole, 5 | 10)
        && word_before(text, value.start).is_some_and(|word| word.lower() == "a")
}

/// Words before a span in which what it is said of is looked for.
const SUBJECT_BEFORE: usize = 8;

/// Words after a span that may say it: `14-second cold start`.
const SUBJECT_AFTER: usize = 3;

/// What a span of time is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    /// Answering, loading, starting.
    Latency,
    /// Builds, deploys, recovery, batch jobs.
    Work,
}

/// The kind and strength of the span of time in `start..end`.
///
/// Years are weak always. Days to quarters are strong when they change (`from 6 weeks to 4 days`) or come at a
/// rate. Anything shorter is strong when it is said of latency or work, when it changes, or when a verb or
/// preposition of measuring stands right before it; otherwise it is how long something lasted, and weak.
fn duration(text: &str, start: usize, end: usize, time: Time, is_change: bool, has_rate: bool) -> (Kind, Strength) {
    let is_every = words_before(text, start).next().is_some_and(|word| word.lower() == "every");
    if is_every && time != Time::Year {
        return (Kind::Frequency, Strength::Strong);
    }
    match time {
        Time::Instant => (Kind::Latency, Strength::Strong),
        Time::Day if is_change || has_rate => (Kind::Duration, Strength::Strong),
        Time::Day | Time::Year => (Kind::Duration, Strength::Weak),
        Time::Second | Time::Minute | Time::Hour => {
            let is_short = time != Time::Hour;
            match subject(text, start, end) {
                Some(Subject::Latency) if is_short => (Kind::Latency, Strength::Strong),
                Some(_) => (Kind::Duration, Strength::Strong),
                None if is_change && is_short => (Kind::Latency, Strength::Strong),
                None if is_change || has_rate || is_measured(text, start) => (Kind::Duration, Strength::Strong),
                None => (Kind::Duration, Strength::Weak),
            }
        }
    }
}

/// What the span is said of: the nearest word before it that tells, else one right after it.
///
/// "time" and "took" alone say work; in "response times" the word before them tells more.
fn subject(text: &str, start: usize, end: usize) -> Option<Subject> {
    let before = || words_before(text, start).take(SUBJECT_BEFORE);
    let after = words_after(text, end).take(SUBJECT_AFTER);
    let near = before().chain(after).find_map(|word| match () {
        () if word.is_in(List::LatencySubject) => Some(Subject::Latency),
        () => word.is_in(List::WorkSubject).then_some(Subject::Work),
    });
    near.or_else(|| before().any(|word| word.is_in(List::WorkTime)).then_some(Subject::Work))
}

/// Whether the word before says that the span was measured: `cut by 3 hours`, `saved 40 minutes`.
fn is_measured(text: &str, start: usize) -> bool {
    words_before(text, start).next().is_some_and(|word| word.is_in(List::MeasuringWord))
}

/// Words around a percentage in which what it is said of is looked for.
const SHARE_REACH: usize = 4;

/// The kind and strength of the percentage in `start..end`; `None` when it is rhetoric or part of a name.
///
/// 100 and more is rhetoric unless it is one end of a change, says by how much something grew, or is said of
/// something measured. From 99 up it is availability when the words around say so; 99.9 and up says so itself
/// unless it is said of something else that is measured.
fn percentage(text: &str, start: usize, end: usize, value: &Value, is_pair: bool) -> Option<(Kind, Strength)> {
    if !is_pair && (is_talk(text, start, end, value) || is_club(text, end)) {
        return None;
    }
    let is_high = value.whole == 99 && value.tenths.is_some_and(|tenths| tenths >= 9);
    let around = || words_after(text, end).take(SHARE_REACH).chain(words_before(text, start).take(SHARE_REACH));
    let is_uptime = around().any(|word| word.is_in(List::Availability))
        || is_high && !around().any(|word| word.is_in(List::MeasuredShare));
    let kind = if is_uptime { Kind::Uptime } else { Kind::Percent };
    Some((kind, Strength::Strong))
}

fn is_talk(text: &str, start: usize, end: usize, value: &Value) -> bool {
    if value.whole < 100 {
        return false;
    }
    let before = words_before(text, start).next();
    let mut after = words_after(text, end);
    let next = after.next();
    let is_in = |word: Option<Word<'_>>, list| word.is_some_and(|word| word.is_in(list));
    if is_in(before, List::RhetoricOpener) || is_in(next, List::Attitude) {
        return true;
    }
    if next.is_some_and(|word| word.lower() == "of") {
        return after.next().is_none_or(|word| word.is_in(List::RhetoricWhole));
    }
    let is_said = |word: Word<'_>| word.is_in(List::Availability) || word.is_in(List::MeasuredShare);
    let is_round = matches!(value.whole, 100 | 101 | 110);
    let is_change = before.is_some_and(|word| matches!(word.lower(), "by" | "to"));
    is_round && !is_change && !words_after(text, end).take(3).any(is_said)
}

/// `the 1% Club`: a capitalized word and no noun after it.
fn is_club(text: &str, end: usize) -> bool {
    let mut after = words_after(text, end);
    let is_title = |word: &Word<'_>| word.is_capitalized() && !word.is_acronym();
    after.next().is_some_and(|word| is_title(&word)) && after.next().is_none_or(|word| word.is_in(List::FunctionWord))
}

/// Words before and after a sum in which pay is looked for.
const PAY_REACH: usize = 5;

/// Whether the sum in `start..end` is pay, which says nothing about the work.
fn is_pay(text: &str, start: usize, end: usize) -> bool {
    let mut near = words_before(text, start).take(PAY_REACH).chain(words_after(text, end).take(PAY_REACH));
    near.any(|word| word.is_in(List::Pay))
}
