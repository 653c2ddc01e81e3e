//! Figures in prose: what a measured quantity about the writer's work looks like.
//!
//! # What counts
//!
//! A figure is a value and what it measures. The value is written in digits (`10,000`, `1 000`, `1.000,5`,
//! `1,00,000`, `10^6`, `½`, full-width digits) or in words (two to ninety-nine, hundred, thousand, million, dozen),
//! with a magnitude (`4.2K`, `3bn`, `5 mio`) or without. What it measures decides the [`Kind`]:
//!
//! - a unit, glued, after a blank, tied on by a hyphen or spelled out: `95 ms`, `0.6%`, `3x`, `5-fold`, `$1.2M`,
//!   `20 GB`, `4.2K RPS`, `five nines`, `14-second`, `9-figure`;
//! - a noun: a plural among the next three words, with no function word or sign before it (`two full-time
//!   engineers`, `12 Kubernetes clusters`), or a thing of work in the singular (`12 person team`, `40-node`);
//! - a rate, which turns a count into a throughput or a frequency: `900 req/s`, `10M+ requests/day`,
//!   `three pages a week`, `~3/month`;
//! - another value: `from 800 to 4.2K`, `14 → 3`, `10-15%`, `between 3 and 5 ms`, `40 tickets, down from 95` are one
//!   figure each, and so are `1-in-6`, `3 of 4` and `1:6`;
//! - the word `of` and a group: `a team of 8`, `in 7 of them`.
//!
//! A bare number counts with a magnitude (`10^6`), or when it is compared: `over 300`, `250+`, `up to 500`. Words
//! that are figures by themselves: `doubled`, `halved` and their kin as verbs, `twice the`, `twice a week`,
//! `tenfold`, and shares: `by half`, `a third of`, `two-thirds`.
//!
//! # What is weak
//!
//! One strong figure backs a paragraph, and so do two weak ones ([`Strength`]). Weak are
//!
//! - durations: years always (of experience, too); days to quarters unless they change (`from 6 weeks to 4 days`) or
//!   come at a rate; hours and less unless they are said of latency, builds, deploys, recovery or jobs, change, come
//!   at a rate, or follow `by`, `within`, `saved` and the like;
//! - magnitudes without a value: `hundreds of`, `tens of thousands`, `several hundred`, `a decade`;
//! - `one` before a thing of work that is rare (`one zero-downtime migration`), `zero-downtime`, and any other zero;
//! - small known numbers in words (`the two teams`, `two of my services`), and `third-largest`;
//! - a bare number that is compared and below 100, or only grouped (`35,000`).
//!
//! # What does not count
//!
//! - dates: years from 1950 to 2099 unless a noun and a word of counting are around them (`over 2000 users`), year
//!   spans, days of a month, clock times, ages of people, `the 90s`;
//! - references: phone numbers, postcodes, addresses, `REF-1234`, `#12`, a number after `section`, `level`, `top`,
//!   `phase` and the like, ordinals, list markers, well-known HTTP codes before `errors`;
//! - names: letters with digits in or tied to them (`S3`, `K8s`, `HTTP/2`, `C++20`, `GPT-4`, `p99`), and a plain
//!   number after a product (`Python 3`), after an acronym (`SOC 2`), or, below 100 or with decimals, after a
//!   capitalized word within a sentence (`Overwatch 2`); "at Acme 12 engineers" counts;
//! - expressions: `24/7`, `9-to-5`, `80/20`, `64-bit`, `two-way`, `12-factor`, `10x engineer`, `one of`, `one day`,
//!   `two sides`, `2:1`, `second to none`;
//! - rhetoric (`110%`, `100% committed`) and pay (a sum near `salary`, `compensation` or `wage`);
//! - what stands in brackets that may be a slot: `[30%]`, `{n}`, `<10 users>`;
//! - bare numbers otherwise: `grade 8.5`, `NPS of 62`, `(224120756)`.
//!
//! The text is folded prose: quotes are straight, white space is one blank, and blocks are parted by a line break,
//! which no figure and no look around it ever crosses. Whether a figure stands in a quotation is for the caller to
//! say. The lists of words are English.

mod brackets;
mod digits;
mod kind;
mod measure;
mod name;
#[cfg(test)]
mod noise;
mod pair;
mod ratio;
mod scan;
mod share;
mod spelled;
mod unit;
mod value;
mod verdict;
mod word;

pub use kind::{Kind, Strength};

use std::ops::Range;
use value::Value;

/// A figure and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Bytes of the text, on character boundaries: the value with its sign, currency, unit, noun and rate, and both
    /// ends of a pair. Words of comparison (`over`, `from`) lie outside.
    pub range: Range<usize>,
    /// What it measures.
    pub kind: Kind,
    /// How much it proves.
    pub strength: Strength,
    /// Its number in thousandths, decimals and magnitude included; `None` where none is given (`doubled`).
    pub value: Option<u64>,
    /// The second number of a pair or ratio, in thousandths: 210 of `from 900 ms to 210 ms`, 4 of `3 of 4`.
    pub other: Option<u64>,
}

impl Figure {
    /// Returns its numbers, in thousandths and in order.
    pub fn values(&self) -> impl Iterator<Item = u64> {
        self.value.into_iter().chain(self.other)
    }
}

/// Ten, in thousandths as numbers are given.
pub const TEN: u64 = 10 * value::ONE;

/// Returns the figures of `text`, in order and without overlap.
///
/// One pass from left to right; takes `O(text.len())` on any text.
pub fn figures(text: &str) -> Vec<Figure> {
    scan::scan(text)
}

/// Returns every number of `text` in thousandths, in order, whether or not it measures anything: years and marks, too.
///
/// Those of each figure are among them, so that what a text says can be looked up in it.
pub fn numbers(text: &str) -> Vec<u64> {
    scan::numbers(text).into_iter().map(|number| number.amount).collect()
}

/// Returns the bytes of every number of `text`, in order: digits or words with sign, currency, percent and magnitude,
/// without the noun after it.
pub fn number_ranges(text: &str) -> Vec<Range<usize>> {
    let signed = |range: Range<usize>| {
        let before = text[..range.start].trim_end_matches(['$', '€', '£', '+', '-', '−', '±', '~']);
        // A hyphen within a word, as in `top-10`, is no sign.
        let is_apart = !before.ends_with(char::is_alphanumeric);
        let rest = &text[range.end..];
        let percent =
            ["%", " %", " percent", " per cent"].into_iter().find(|sign| rest.starts_with(sign)).map_or(0, str::len);
        let start = if is_apart { before.len() } else { range.start };
        start..range.end + percent
    };
    scan::numbers(text).into_iter().map(|number| signed(number.range)).collect()
}

/// How far reading went, and the figure that was found on the way.
#[derive(Clone, Debug)]
struct Step {
    end: usize,
    found: Option<Figure>,
}

impl Step {
    fn found(start: usize, end: usize, kind: Kind, strength: Strength) -> Self {
        Step { end, found: Some(Figure { range: start..end, kind, strength, value: None, other: None }) }
    }

    fn past(end: usize) -> Self {
        Step { end, found: None }
    }

    /// The figure's number is that of `value`.
    fn of(self, value: &Value) -> Self {
        self.worth(value.amount)
    }

    fn worth(mut self, amount: u64) -> Self {
        if let Some(figure) = &mut self.found {
            figure.value = Some(amount);
        }
        self
    }

    /// The figure's second number.
    fn to(mut self, other: Option<u64>) -> Self {
        if let Some(figure) = &mut self.found {
            figure.other = other;
        }
        self
    }
}
