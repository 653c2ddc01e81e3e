//! What a figure measures, and how much it proves.

/// How much a figure proves: a paragraph is backed by one strong figure or by two weak ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// A plain duration, a vague magnitude, a single thing.
    Weak,
    /// A measured value.
    Strong,
}

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub enum Kind {
    /// Work over time: `4.2K RPS`, `10M requests/day`, `2 GB/s`.
    Throughput,
    /// How long something takes to answer, load or start: `95 ms`, `14 seconds to 800 ms`.
    Latency,
    /// A share or change in per cent, or in percentage or basis points.
    Percent,
    /// A sum: `$1.2M`, `3 million euros`, `9-figure`.
    Money,
    /// Bytes or another physical measure: `20 GB`, `40 kWh`.
    Size,
    /// Things counted: `8 engineers`, `120M rows`, `two outages`, `14 → 3`.
    Count,
    /// Elapsed or spent time: `6 weeks`, `two years`.
    Duration,
    /// A multiple: `3x`, `5-fold`, `doubled`, `five times the traffic`.
    Factor,
    /// Availability: `99.95%`, `five nines`, `zero-downtime`.
    Uptime,
    /// A part of a whole: `half`, `two-thirds`, `3 of 4`, `1:6`.
    Ratio,
    /// How often: `~3/month`, `three pages a week`, `1-in-6`.
    Frequency,
}

impl Kind {
    /// Every kind, in the order of declaration.
    pub const ALL: [Kind; 11] = [
        Kind::Throughput,
        Kind::Latency,
        Kind::Percent,
        Kind::Money,
        Kind::Size,
        Kind::Count,
        Kind::Duration,
        Kind::Factor,
        Kind::Uptime,
        Kind::Ratio,
        Kind::Frequency,
    ];

    /// Returns the kebab-case name used in rule files and every format.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Throughput => "throughput",
            Kind::Latency => "latency",
            Kind::Percent => "percent",
            Kind::Money => "money",
            Kind::Size => "size",
            Kind::Count => "count",
            Kind::Duration => "duration",
            Kind::Factor => "factor",
            Kind::Uptime => "uptime",
            Kind::Ratio => "ratio",
            Kind::Frequency => "frequency",
        }
    }

    /// Returns the kind that [`Kind::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
    }

    #[test]
    fn names_are_told_apart_by_case_and_spelling() {
        assert_eq!(Kind::from_name("Latency"), None);
        assert_eq!(Kind::from_name("latencies"), None);
        assert_eq!(Kind::from_name(""), None);
    }

    #[test]
    fn a_weak_figure_is_less_than_a_strong_one() {
        assert!(Strength::Weak < Strength::Strong);
    }
}
