//! Finds date lines that do not go with the day on which the letter is sent.

use super::Match;
use crate::application::Dated;
use crate::check::context::Context;
use crate::letter::PartKind;
use crate::rule::DateKind;
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds the date lines in `area` that are one of `wanted`.
    pub(super) fn find_dates(&self, wanted: &[DateKind], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let Some(day) = self.known.application.day else { return };
        let text = self.letter.prose().text();
        let dates = self.letter.parts().iter().filter(|part| part.kind == PartKind::Date);
        for part in dates.filter(|part| area.start <= part.text.start && part.text.end <= area.end) {
            let is_wanted = match day.told_by(&text[part.text.clone()]) {
                Some(Dated::Past) => wanted.contains(&DateKind::Past),
                Some(Dated::Future) => wanted.contains(&DateKind::Future),
                Some(Dated::Near) | None => false,
            };
            if is_wanted {
                found.push(Match::at(part.text.clone()));
            }
        }
    }
}
