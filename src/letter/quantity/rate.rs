//! The period that turns a count into a rate: `/s`, `per day`, `a week`, `daily`.

use super::super::word_set::which;
use super::word::{Word, word_after, word_at};

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

/// The period that follows `at`, and where it ends.
pub(super) fn rate(text: &str, at: usize) -> Option<(Period, usize)> {
    if text.as_bytes().get(at) == Some(&b'/') {
        let word = word_at(text, at + 1)?;
        return Some((symbol(&word).or_else(|| each(&word))?, word.end));
    }
    let first = word_after(text, at)?;
    match first.lower() {
        "per" => {
            let word = word_after(text, first.end)?;
            Some((period(&word).or_else(|| each(&word))?, word.end))
        }
        "a" | "an" | "each" | "every" => {
            let word = word_after(text, first.end)?;
            Some((period(&word)?, word.end))
        }
        "hourly" | "daily" | "nightly" | "weekly" | "monthly" | "quarterly" | "yearly" | "annually" => {
            Some((Period::Long, first.end))
        }
        "p/s" => Some((Period::Short, first.end)),
        _ => None,
    }
}

fn symbol(word: &Word<'_>) -> Option<Period> {
    match word.text {
        "s" | "sec" | "min" | "m" => Some(Period::Short),
        "h" | "hr" | "d" | "wk" | "w" | "mo" | "mth" | "q" | "yr" | "y" => Some(Period::Long),
        _ => period(word),
    }
}

/// The period that `word` names.
pub(super) fn period(word: &Word<'_>) -> Option<Period> {
    which!(number_of(word.lower()); Period:
        Period::Short => "second" "minute" "sec" "min";
        Period::Long =>
            "hour" "day" "night" "week" "weekday" "weekend" "month" "quarter" "year" "sprint" "shift"
            "semester" "annum" "fortnight" "season"
    )
}

fn each(word: &Word<'_>) -> Option<Period> {
    let is_thing = word.text.len() > 2 && word.text.starts_with(char::is_alphabetic) && word.lower() != "cent";
    is_thing.then_some(Period::Each)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Period, &str)> {
        rate(text, 0).map(|(period, end)| (period, &text[..end]))
    }

    #[test]
    fn a_period_is_written_in_many_ways() {
        assert_eq!(read("/s at peak"), Some((Period::Short, "/s")));
        assert_eq!(read("/month"), Some((Period::Long, "/month")));
        assert_eq!(read(" per second."), Some((Period::Short, " per second")));
        assert_eq!(read(" a week off"), Some((Period::Long, " a week")));
        assert_eq!(read(" daily"), Some((Period::Long, " daily")));
    }

    #[test]
    fn a_share_per_thing_is_no_period_of_time() {
        assert_eq!(read(" per engineer"), Some((Period::Each, " per engineer")));
        assert_eq!(read(" per cent"), None);
        assert_eq!(read(" a team"), None);
        assert_eq!(read("/7"), None);
    }
}
