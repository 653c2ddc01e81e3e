//! Finds what another letter contains too.

use super::{Elsewhere, Match};
use crate::check::context::Context;
use crate::rule::Reused;
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds the paragraphs in `area`, or the letter, that another letter contains too.
    pub(super) fn find_reused(&self, wanted: Reused, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let application = self.known.application;
        for reuse in &application.reuse {
            let range = match (reuse.paragraph, wanted) {
                (Some(index), Reused::Paragraph) => self.letter.paragraphs().get(index).map(|one| one.text.clone()),
                (None, Reused::Letter) => Some(self.letter.body()),
                _ => None,
            };
            let Some(range) = range.filter(|range| area.start <= range.start && range.end <= area.end) else {
                continue;
            };
            let differs = reuse.differs(self.letter, application.company.as_ref());
            let elsewhere = Elsewhere { place: reuse.place.clone(), text: None, differs };
            found.push(Match { elsewhere: Some(Box::new(elsewhere)), ..Match::at(range) });
        }
    }
}
