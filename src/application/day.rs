//! Days: what a date line says, and how far it is from the day of sending.

use crate::words::List;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fmt;

/// Days that a date line may be off: a letter is not always sent on the evening on which it was written.
const GRACE: i32 = 7;

/// Ways to write a day, as strptime knows them.
const FORMS: [&str; 12] = [
    "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %m %Y", "%d %B %y",
    "%d %b %y", "%B %d %y", "%Y %B %d",
];

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(Date);

/// What a date line says of the day of sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// That day, or a few days before or behind it.
    Near,
    /// A day before it.
    Past,
    /// A day behind it.
    Future,
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Day {
    /// Returns today in UTC: a few days either way never matter.
    pub fn today() -> Self {
        Day(TimeZone::UTC.to_datetime(Timestamp::now()).date())
    }

    /// Returns the day that lies `seconds` behind the start of 1970.
    pub fn of_seconds(seconds: i64) -> Option<Self> {
        Some(Day(TimeZone::UTC.to_datetime(Timestamp::from_second(seconds).ok()?).date()))
    }

    /// Reads a day as ISO 8601 writes it: `2026-11-20`.
    pub fn of_iso(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Day)
    }

    /// Returns what `line`, a date line, says of this day of sending; `None` where it names no day.
    pub fn told_by(self, line: &str) -> Option<Dated> {
        days(line).into_iter().map(|(first, last)| self.told(first, last)).reduce(|best, next| {
            // "03/04/2026" is one of two days; the nearer one is meant.
            if best == Dated::Near { best } else { next }
        })
    }

    fn told(self, first: Date, last: Date) -> Dated {
        let days = |from: Date, to: Date| (to - from).get_days();
        if days(last, self.0) > GRACE {
            Dated::Past
        } else if days(self.0, first) > GRACE {
            Dated::Future
        } else {
            Dated::Near
        }
    }
}

/// First and last day of each way to read `line`.
fn days(line: &str) -> Vec<(Date, Date)> {
    let plain = plain(line);
    let whole = FORMS.iter().filter_map(|form| Date::strptime(form, &plain).ok()).map(|day| (day, day));
    let mut found: Vec<(Date, Date)> = whole.collect();
    if let Some((a, b, year)) = slashed(line) {
        found.extend([(a, b), (b, a)].into_iter().filter_map(|(day, month)| {
            let date = Date::new(year, month, day).ok()?;
            Some((date, date))
        }));
    }
    if found.is_empty() {
        let months = ["%d %B %Y", "%d %b %Y"];
        let month = months.iter().find_map(|form| Date::strptime(form, format!("1 {plain}")).ok());
        found.extend(month.map(|first| (first, first.last_of_month())));
    }
    found
}

/// `line` with one blank between its words, without its weekday, commas and the letters behind a day.
fn plain(line: &str) -> String {
    let words = line.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    let day = |word: &str| {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let is_ordinal = digits > 0 && (word[digits..] == *"." || List::OrdinalEnding.holds(&word[digits..]));
        if is_ordinal { word[..digits].to_owned() } else { word.trim_end_matches('.').to_owned() }
    };
    let all: Vec<String> = words.map(day).collect();
    let is_place = |word: &String| !word.bytes().any(|byte| byte.is_ascii_digit()) && !is_month(word);
    let rest = all.iter().skip_while(|word| is_place(word)).filter(|word| *word != "of");
    rest.cloned().collect::<Vec<_>>().join(" ")
}

fn is_month(word: &str) -> bool {
    ["%d %B %Y", "%d %b %Y"].iter().any(|form| Date::strptime(form, format!("1 {word} 2000")).is_ok())
}

/// `03/04/2026` and its like: two numbers of which either may be the day, and a year.
fn slashed(line: &str) -> Option<(i8, i8, i16)> {
    let word = line.split_whitespace().find(|word| word.contains(['/', '-', '.']))?;
    let mut numbers = word.split(['/', '-', '.']).map(|number| number.trim_end_matches(','));
    let (a, b, year) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?, numbers.next()?);
    let year = match year.len() {
        2 => format!("20{year}"),
        4 => year.to_owned(),
        _ => return None,
    };
    Some((a, b, year.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Option<Dated> {
        Day::of_iso("2026-03-16").unwrap().told_by(line)
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for line in [
            "16 March 2026",
            "March 16, 2026",
            "Mar. 16th, 2026",
            "2026-03-16",
            "16.03.2026",
            "16/03/2026",
            "03/16/2026",
            "Monday, 16 March 2026",
            "Berlin, 16 March 2026",
            "Mon, 16 Mar 2026",
            "16th of March 2026",
            "16. March 2026",
            "March 2026",
            "14 March 2026",
            "20 March 2026",
            "16/3/26",
        ] {
            assert_eq!(told(line), Some(Dated::Near), "{line}");
        }
    }

    #[test]
    fn a_day_that_is_weeks_away_is_past_or_future() {
        for line in ["16 March 2025", "1 March 2026", "February 2026", "01.02.2026", "2025-03-16"] {
            assert_eq!(told(line), Some(Dated::Past), "{line}");
        }
        for line in ["16 March 2027", "2026-04-16", "May 2026"] {
            assert_eq!(told(line), Some(Dated::Future), "{line}");
        }
    }

    #[test]
    fn a_line_that_names_no_day_says_nothing() {
        for line in ["", "Springfield", "31 February 2026", "March", "99/99/9999"] {
            assert_eq!(told(line), None, "{line}");
        }
    }

    #[test]
    fn seconds_are_days_of_utc() {
        assert_eq!(Day::of_seconds(1_773_619_200), Day::of_iso("2026-03-16"));
        assert_eq!(Day::of_seconds(i64::MAX), None);
    }
}
