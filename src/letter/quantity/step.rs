//! One step of the pass over the text: how far it went and what it found.

use super::Quantity;
use super::kind::{Kind, Strength};

/// How far reading went and the figure it found on the way, if any.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) end: usize,
    pub(super) found: Option<Quantity>,
}

impl Step {
    pub(super) fn found(start: usize, end: usize, kind: Kind, strength: Strength) -> Self {
        Step { end, found: Some(Quantity { range: start..end, kind, strength }) }
    }

    pub(super) fn past(end: usize) -> Self {
        Step { end, found: None }
    }
}
