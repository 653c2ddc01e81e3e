//! Finds numbers.

use super::{Match, inside};
use crate::check::context::Context;
use crate::letter::figure::{Kind, Strength};
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds the numbers in `area` that are of one of `kinds`.
    pub(super) fn find_figures(&self, kinds: &[Kind], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let near = inside(self.known.figures(), area, |figure| figure.range.clone());
        let wanted = near.filter(|(figure, _)| kinds.contains(&figure.kind));
        found.extend(wanted.map(|(figure, range)| {
            let is_weak = figure.strength == Strength::Weak;
            Match { is_weak, ..Match::at(range) }
        }));
    }
}
