//! Numbers that count things, and numbers that stand bare.

use super::calendar;
use super::kind::{Kind, Strength};
use super::name;
use super::rate::Period;
use super::unit::Noun;
use super::value::{Shape, Value};
use super::verdict::Reading;
use super::word::{word_after, word_before, words_before};

/// The kind and strength of a count of `noun`, or of nothing that is named.
pub(super) fn judge(reading: &Reading<'_>, noun: Option<Noun>) -> Option<(Kind, Strength)> {
    let (text, value) = (reading.text, reading.value);
    let is_paired = reading.pair.is_some();
    if reading.is_name
        || calendar::is_day_of_month(text, value)
        || !is_paired && (calendar::is_dated(text, value) || is_section(text, value))
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
        && word_before(text, value.start).is_some_and(|word| {
            matches!(word.lower(), "the" | "these" | "those" | "your" | "both" | "first" | "last" | "other" | "next")
        });
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

#[cfg(test)]
mod tests {
    use super::super::testing::verdict;
    use super::*;

    #[test]
    fn a_number_before_a_noun_is_a_count() {
        assert_eq!(verdict("ran 120 services"), Some((Kind::Count, Strength::Strong)));
        assert_eq!(verdict("had 1 outage"), Some((Kind::Count, Strength::Weak)));
    }

    #[test]
    fn a_count_over_time_is_a_rate() {
        assert_eq!(verdict("3 incidents/month"), Some((Kind::Frequency, Strength::Strong)));
        assert_eq!(verdict("3 orders/month"), Some((Kind::Throughput, Strength::Strong)));
        assert_eq!(verdict("40 per second"), Some((Kind::Throughput, Strength::Strong)));
    }

    #[test]
    fn a_bare_number_speaks_when_it_is_compared_or_scaled() {
        assert_eq!(verdict("a team of 8"), Some((Kind::Count, Strength::Strong)));
        assert_eq!(verdict("peaked at 4.2K"), Some((Kind::Count, Strength::Strong)));
        assert_eq!(verdict("over 300"), Some((Kind::Count, Strength::Strong)));
        assert_eq!(verdict("at least 12"), Some((Kind::Count, Strength::Weak)));
        assert_eq!(verdict("reached 35,000"), Some((Kind::Count, Strength::Weak)));
        assert_eq!(verdict("grade 8.5"), None);
        assert_eq!(verdict("answer 42"), None);
    }

    #[test]
    fn houses_and_races_are_none() {
        assert_eq!(verdict("221B Baker Street"), None);
        assert_eq!(verdict("4.5 Config files"), None);
        assert_eq!(verdict("ran a 10K"), None);
        assert_eq!(verdict("a 401k"), None);
    }
}
