//! Figures in prose: what a measured quantity about the writer's work looks like.

mod age;
mod calendar;
mod compound;
mod digits;
mod figure;
mod idiom;
mod kind;
mod list;
mod measure;
mod money;
mod multiple;
mod name;
mod noun;
mod one;
mod pair;
mod percent;
mod placeholder;
mod rate;
mod ratio;
mod scale;
mod scan;
mod share;
mod spelled;
mod step;
mod time;
mod trigger;
mod unit;
mod vague;
mod value;
mod word;

pub use kind::{Kind, Strength};

use std::ops::Range;

/// A figure and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Bytes of the text from the value to the end of its unit; both ends of a pair lie within.
    pub range: Range<usize>,
    /// What it measures.
    pub kind: Kind,
    /// How much it proves.
    pub strength: Strength,
}

/// Returns the figures of `text`, in order and without overlap. Takes `O(text.len())`.
pub fn quantities(text: &str) -> Vec<Quantity> {
    scan::scan(text)
}
