//! The verdict on a number that has been read: its kind and strength, or nothing.

use super::age::is_age;
use super::count;
use super::kind::{Kind, Strength};
use super::measure::Measure;
use super::money;
use super::pair::Pair;
use super::percent;
use super::rate::Period;
use super::time;
use super::unit::{Time, Unit};
use super::value::Value;
use super::word::word_before;

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
                return percent::judge(text, start, end, self.value, self.pair.is_some());
            }
            Some(Unit::Time(_)) if self.is_plural_of_digits() => match self.period()? {
                Period::Short => Kind::Throughput,
                _ => Kind::Frequency,
            },
            Some(Unit::Time(time)) => return self.time(time),
            Some(Unit::Noun(noun)) => return count::judge(self, Some(noun)),
            None if text[start..].starts_with('\u{d7}') => Kind::Factor,
            None if self.is_minutes() => return self.time(Time::Minute),
            None => return count::judge(self, None),
            Some(Unit::Money | Unit::Figures) if money::is_salary(text, start, end) => return None,
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

    fn time(&self, time: Time) -> Option<(Kind, Strength)> {
        // Nobody speaks of "2.5 seconds" without a measurement.
        let is_precise = time == Time::Second && self.value.tenths.is_some() && !self.value.is_spelled;
        let is_change = is_precise || self.pair.as_ref().is_some_and(|pair| pair.is_change);
        // "24 hours a day, 7 days a week"
        let is_always = matches!((self.value.whole, time), (24, Time::Hour) | (7 | 365, Time::Day));
        let has_rate = self.period().is_some();
        if is_always && has_rate || is_age(self.text, self.value.start, self.end()) {
            return None;
        }
        Some(time::judge(self.text, self.value.start, self.end(), time, is_change, has_rate))
    }

    /// The small `m` of `45m` is minutes where time is spoken of, and millions anywhere else.
    fn is_minutes(&self) -> bool {
        let value = self.value;
        let ends_in_m = self.text[value.start..value.end].ends_with('m');
        ends_in_m && !value.is_spelled && time::is_spoken_of(self.text, value.start, self.end())
    }

    /// `the 90s`, `2010s`, and `500s`, the answers of a server, which count at a rate.
    fn is_plural_of_digits(&self) -> bool {
        let value = self.value;
        if !value.is_integer() || !self.text[value.end..].starts_with('s') {
            return false;
        }
        let is_status = matches!(value.whole, 400 | 500);
        let before = word_before(self.text, value.start);
        let is_decade = value.whole.is_multiple_of(10)
            && before.is_some_and(|word| matches!(word.lower(), "the" | "late" | "early" | "mid" | "my"));
        value.is_year() || is_status || is_decade
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::verdict;
    use super::*;

    #[test]
    fn a_pair_takes_the_finer_of_its_two_times() {
        assert_eq!(verdict("14 seconds to 800 ms"), Some((Kind::Latency, Strength::Strong)));
        assert_eq!(verdict("from 6 weeks to 4 days"), Some((Kind::Duration, Strength::Strong)));
    }

    #[test]
    fn a_small_m_is_minutes_where_time_is_spoken_of() {
        assert_eq!(verdict("build time from 45m to 6m"), Some((Kind::Duration, Strength::Strong)));
        assert_eq!(verdict("reached 45m users"), Some((Kind::Count, Strength::Strong)));
    }

    #[test]
    fn decades_and_statuses_are_no_seconds() {
        assert_eq!(verdict("music of the 90s"), None);
        assert_eq!(verdict("in the 2010s"), None);
        assert_eq!(verdict("fewer 500s"), None);
        assert_eq!(verdict("12 fewer"), None);
        assert_eq!(verdict("from 500s/min"), Some((Kind::Throughput, Strength::Strong)));
        assert_eq!(verdict("latency of 90s"), Some((Kind::Latency, Strength::Strong)));
    }

    #[test]
    fn being_there_always_is_no_measurement() {
        assert_eq!(verdict("24 hours a day"), None);
        assert_eq!(verdict("7 days a week"), None);
        assert_eq!(verdict("12 hours a week"), Some((Kind::Duration, Strength::Strong)));
    }
}
