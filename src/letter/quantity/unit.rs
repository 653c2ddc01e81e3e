//! Units: the word or symbol that says what a number measures.

use super::super::word_set::which;

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

/// Whether letters glued to a number are a unit.
pub(super) fn is_symbol(letters: &str) -> bool {
    symbol(letters).is_some() || glued(letters).is_some()
}

/// The unit that short letters mean after digits, glued to them or after a blank; case tells.
pub(super) fn symbol(letters: &str) -> Option<Unit> {
    which!(letters; Unit:
        Unit::Time(Time::Instant) => "ms" "msec" "\u{b5}s" "\u{3bc}s" "ns";
        Unit::Time(Time::Second) => "s" "sec" "secs";
        Unit::Time(Time::Minute) => "min" "mins";
        Unit::Time(Time::Hour) => "h" "hr" "hrs";
        Unit::Time(Time::Day) => "mos" "mths" "wks";
        Unit::Time(Time::Year) => "yr" "yrs";
        Unit::Size =>
            "KB" "kB" "kb" "Kb" "MB" "Mb" "mb" "GB" "Gb" "gb" "TB" "Tb" "tb" "PB" "Pb" "pb" "EB" "KiB"
            "MiB" "GiB" "TiB" "PiB" "km" "kg" "kW" "MW" "GW" "kWh" "MWh" "GWh" "GHz" "MHz" "kHz" "Hz"
            "sqm";
        Unit::Throughput =>
            "rps" "RPS" "qps" "QPS" "tps" "TPS" "rpm" "RPM" "iops" "IOPS" "fps" "FPS" "Kbps" "kbps" "Mbps"
            "mbps" "MBps" "Gbps" "gbps" "GBps" "Tbps" "tpm" "TPM";
        Unit::Percent => "pp" "pps" "ppt" "bps" "bp" "pct";
        Unit::Factor => "x" "X"
    )
}

/// The unit that letters mean only when no blank parts them from the digits.
pub(super) fn glued(letters: &str) -> Option<Unit> {
    Some(match letters {
        "us" => Unit::Time(Time::Instant),
        "d" | "w" | "wk" | "mo" => Unit::Time(Time::Day),
        "y" => Unit::Time(Time::Year),
        "kr" | "zl" => Unit::Money,
        _ => return None,
    })
}

/// The unit that a whole word means; `word` is in lower case.
pub(super) fn word(word: &str) -> Option<Unit> {
    let singular = match word.strip_suffix('s') {
        Some(singular) if singular.len() > 2 => singular,
        _ => word,
    };
    which!(singular; Unit:
        Unit::Time(Time::Instant) => "millisecond" "microsecond" "nanosecond";
        Unit::Time(Time::Second) => "second";
        Unit::Time(Time::Minute) => "minute";
        Unit::Time(Time::Hour) => "hour";
        Unit::Time(Time::Day) => "day" "night" "week" "month" "quarter" "semester" "fortnight" "weekend";
        Unit::Time(Time::Year) => "year" "decade";
        Unit::Size =>
            "byte" "kilobyte" "megabyte" "gigabyte" "terabyte" "petabyte" "gig" "gigabit" "terabit"
            "kilometre" "kilometer" "metre" "meter" "mile" "tonne" "kilogram" "litre" "liter" "acre"
            "hectare" "megawatt" "gigawatt" "kilowatt";
        Unit::Percent => "percent";
        Unit::Money => "dollar" "euro" "pound" "franc" "rupee" "yen" "krona" "kronor" "krone" "kroner" "cent";
        Unit::Nines => "nine";
        Unit::Figures => "figure";
        Unit::Times => "time";
        Unit::Factor => "fold"
    )
    .filter(|unit| word != singular || !matches!(unit, Unit::Nines | Unit::Times))
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
        assert_eq!(word("nines"), Some(Unit::Nines));
        assert_eq!(word("nine"), None);
        assert_eq!(word("time"), None);
        assert_eq!(word("hourly"), None);
    }

    #[test]
    fn spans_of_time_are_ordered_finest_first() {
        assert!(Time::Instant < Time::Second && Time::Hour < Time::Day && Time::Day < Time::Year);
    }
}
