//! Finds characters that nobody sees.

use super::Match;
use crate::check::context::Context;
use crate::letter::invisible::{Kind, described};
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds the invisible characters of `kinds` in `area`.
    ///
    /// They take no bytes of the folded text: those at either end of `area` stand in it too, and those after all text in
    /// what ends with it.
    pub(super) fn find_invisible(&self, kinds: &[Kind], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let (prose, all) = (self.letter.prose(), self.letter.invisibles());
        let is_last = prose.text()[area.end..].trim_end().is_empty();
        let from = all.partition_point(|run| prose.offset(run.span.start) < area.start);
        for run in &all[from..] {
            let at = prose.offset(run.span.start);
            if at > area.end && !is_last {
                break;
            }
            if kinds.iter().any(|&kind| run.has(kind)) {
                let name = described(self.letter.source().slice(run.span)).into();
                let replacement = run.can_go.then_some("".into());
                found.push(Match { name, replacement, unfolded: Some(run.span), ..Match::at(at..at) });
            }
        }
    }
}
