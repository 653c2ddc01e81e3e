//! The judgement on one number: read it, read what it measures, look at what stands before, decide.

use super::age::is_age;
use super::calendar;
use super::digits::{Numeral, name_end, numeral};
use super::kind::{Kind, Strength};
use super::list::any_of;
use super::measure::{Measure, measure};
use super::money;
use super::multiple;
use super::name;
use super::one;
use super::pair::{Pair, pair};
use super::percent;
use super::rate::Period;
use super::ratio::{Joint, ratio};
use super::share;
use super::spelled::spelled;
use super::step::Step;
use super::time;
use super::unit::{Noun, Time, Unit};
use super::vague;
use super::value::{Shape, Value};
use super::word::{word_after, word_before};

/// Reads the number whose first digit stands at `at`; nothing before `floor` is taken in.
pub(super) fn in_digits(text: &str, at: usize, floor: usize) -> Step {
    let value = match numeral(text, at) {
        Numeral::Value(value) => value,
        Numeral::Name(end) => return ordinal(text, at, end),
    };
    let Some(value) = value.with_prefix(text, floor) else {
        return Step::past(name_end(text, at));
    };
    match calendar::groups_end(text, &value) {
        Some(end) => Step::past(end),
        None if value.whole == 0 && value.is_integer() => {
            one::zero(text, &value).unwrap_or_else(|| judge(text, &value, Strength::Weak))
        }
        None => judge(text, &value, Strength::Strong),
    }
}

/// Reads the number whose first word stands at `start..end`.
pub(super) fn in_words(text: &str, start: usize, end: usize, floor: usize) -> Step {
    let Some(spelled) = spelled(text, start, floor) else {
        return Step::past(end);
    };
    let value = spelled.value;
    let is_single = value.shape == Shape::Plain && value.tenths.is_none();
    let special = match value.whole {
        0 if is_single => Some(one::zero(text, &value)),
        1 if is_single => Some(share::parts(text, &value).or_else(|| one::one(text, &value))),
        _ => None,
    };
    match special {
        Some(step) => step.unwrap_or(Step::past(value.end)),
        None => judge(text, &value, if spelled.is_vague { Strength::Weak } else { Strength::Strong }),
    }
}

/// `2nd-largest` is a weak place; any other ordinal, like any other name in digits, is nothing.
fn ordinal(text: &str, at: usize, end: usize) -> Step {
    let hyphen = text[at..end].find('-').and_then(|hyphen| share::superlative(text, at + hyphen));
    hyphen.map_or(Step::past(end), |end| Step::found(at, end, Kind::Ratio, Strength::Weak))
}

fn judge(text: &str, value: &Value, strength: Strength) -> Step {
    let is_name = name::is_name(text, value);
    match ratio(text, value) {
        Some(Joint::Figure(kind, most, end)) if !is_name => {
            return Step::found(value.start, end, kind, strength.min(most));
        }
        Some(Joint::Figure(.., end) | Joint::Name(end)) => return Step::past(end),
        None => {}
    }
    if let Some(step) = share::parts(text, value).or_else(|| vague::in_digits(text, value)) {
        return step;
    }
    let Some(first) = measure(text, value) else {
        let is_tied = text[value.end..].starts_with('-');
        return Step::past(if is_tied { name_end(text, value.end) } else { value.end });
    };
    if first.unit == Some(Unit::Times) {
        return multiple::times(text, value, first.end);
    }
    let pair = pair(text, value, &first);
    let figure = Figure { text, value, first, pair, is_name };
    let end = figure.end();
    match figure.kind() {
        Some((kind, most)) => Step::found(value.start, end, kind, strength.min(most)),
        None => Step::past(end),
    }
}

/// A number and all that is known about it.
struct Figure<'t> {
    text: &'t str,
    value: &'t Value,
    first: Measure,
    pair: Option<Pair>,
    is_name: bool,
}

impl Figure<'_> {
    fn end(&self) -> usize {
        self.pair.as_ref().map_or(self.first.end, |pair| pair.measure.end)
    }

    /// The unit of the figure: of its second value, or of its first, and the finer of two times.
    fn unit(&self) -> Option<Unit> {
        let first = self.first.unit;
        let second = self.pair.as_ref().and_then(|pair| pair.measure.unit);
        match (first, second) {
            (Some(Unit::Time(a)), Some(Unit::Time(b))) => Some(Unit::Time(a.min(b))),
            (Some(Unit::Noun(_)), Some(Unit::Throughput)) => second,
            _ => first.or(second),
        }
    }

    fn period(&self) -> Option<Period> {
        self.first.period.or_else(|| self.pair.as_ref().and_then(|pair| pair.measure.period))
    }

    fn kind(&self) -> Option<(Kind, Strength)> {
        let (text, start, end) = (self.text, self.value.start, self.end());
        let strong = |kind| Some((kind, Strength::Strong));
        match self.unit() {
            Some(Unit::Percent) => percent::judge(text, start, end, self.value, self.pair.is_some()),
            Some(Unit::Money | Unit::Figures) if money::is_salary(text, start, end) => None,
            Some(Unit::Money | Unit::Figures) => strong(Kind::Money),
            Some(Unit::Size) if self.period().is_some() => strong(Kind::Throughput),
            Some(Unit::Size) => strong(Kind::Size),
            Some(Unit::Throughput) => strong(Kind::Throughput),
            Some(Unit::Factor | Unit::Times) => strong(Kind::Factor),
            Some(Unit::Nines) => strong(Kind::Uptime),
            Some(Unit::Time(time)) => self.time(time),
            Some(Unit::Noun(noun)) => self.count(Some(noun)),
            None if self.is_minutes() => self.time(Time::Minute),
            None => self.count(None),
        }
    }

    fn time(&self, time: Time) -> Option<(Kind, Strength)> {
        let is_change = self.pair.as_ref().is_some_and(|pair| pair.is_change);
        if self.is_plural_of_digits() || is_age(self.text, self.value.start, self.end()) {
            return None;
        }
        Some(time::judge(self.text, self.value.start, self.end(), time, is_change, self.period().is_some()))
    }

    /// The small `m` of `45m` is minutes where time is spoken of, and millions anywhere else.
    fn is_minutes(&self) -> bool {
        let value = self.value;
        let ends_in_m = self.text[value.start..value.end].ends_with('m');
        ends_in_m && !value.is_spelled && time::is_spoken_of(self.text, value.start, self.end())
    }

    /// `the 90s`, `2010s`, and `500s`, the answers of a server.
    fn is_plural_of_digits(&self) -> bool {
        let is_glued = self.value.is_integer() && self.text[self.value.end..].starts_with('s');
        let is_decade = || {
            self.value.whole.is_multiple_of(10)
                && word_before(self.text, self.value.start)
                    .is_some_and(|word| matches!(word.lower(), "the" | "late" | "early" | "mid" | "my"))
        };
        let is_status = || self.value.whole.is_multiple_of(100) && (100..=500).contains(&self.value.whole);
        is_glued && self.period().is_none() && (self.value.is_year() || is_status() || is_decade())
    }

    /// A count of `noun`, or of nothing that is named.
    fn count(&self, noun: Option<Noun>) -> Option<(Kind, Strength)> {
        if self.is_name || calendar::is_day_of_month(self.text, self.value) {
            return None;
        }
        if self.pair.is_none() && calendar::is_dated(self.text, self.value) {
            return None;
        }
        match (self.period(), noun) {
            (Some(Period::Short), _) | (Some(Period::Long), Some(Noun::Data)) => {
                return Some((Kind::Throughput, Strength::Strong));
            }
            (Some(Period::Long), _) => return Some((Kind::Frequency, Strength::Strong)),
            _ => {}
        }
        if self.pair.is_some() {
            return Some((Kind::Count, Strength::Strong));
        }
        if noun.is_some() {
            return Some((Kind::Count, self.strength_of_count()));
        }
        self.bare().map(|strength| (if self.value.whole == 0 { Kind::Ratio } else { Kind::Count }, strength))
    }

    /// A single thing, and one of several that the reader is taken to know ("the two teams"), are weak.
    fn strength_of_count(&self) -> Strength {
        let is_known = || {
            word_before(self.text, self.value.start).is_some_and(|word| {
                any_of!(word.lower();
                    "the" "these" "those" "your" "both" "first" "last" "other" "next"
                )
            })
        };
        let is_single = self.value.whole < 2 && self.value.shape == Shape::Plain;
        if is_single || self.value.whole < 10 && self.value.is_spelled && is_known() {
            Strength::Weak
        } else {
            Strength::Strong
        }
    }

    /// The strength of a number without unit or noun; `None` when it says nothing.
    fn bare(&self) -> Option<Strength> {
        let value = self.value;
        let is_grouped = || self.text[value.start..value.end].contains(',') && value.shape == Shape::Grouped;
        if name::is_group_size(self.text, value) {
            return Some(Strength::Strong);
        }
        if value.is_spelled || value.whole == 401 {
            return None;
        }
        if self.is_house_or_race() {
            return None;
        }
        if value.shape == Shape::Scaled || value.whole == 0 && value.tenths.is_some() && !self.has_decimal_sign() {
            return Some(Strength::Strong);
        }
        if value.tenths.is_none() && name::is_compared(self.text, value) {
            return Some(if value.whole >= 100 { Strength::Strong } else { Strength::Weak });
        }
        is_grouped().then_some(Strength::Weak)
    }

    /// `221B Baker Street`, `a 10K`.
    fn is_house_or_race(&self) -> bool {
        let next = word_after(self.text, self.first.end);
        let is_house = next.is_some_and(|word| word.is_capitalized() && !word.is_acronym());
        let is_race = matches!(self.value.whole, 5 | 10)
            && word_before(self.text, self.value.start).is_some_and(|word| word.lower() == "a");
        self.value.shape == Shape::Scaled && (is_house || is_race)
    }

    /// Whether the decimals are written out; those of `½` are not.
    fn has_decimal_sign(&self) -> bool {
        self.text[self.value.start..self.value.end].contains(['.', ','])
    }
}
