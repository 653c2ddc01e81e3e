//! What to fix first.

use super::Note;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Position, Source};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The finding to start with.
///
/// The order: the graver severity first. Among equals, what costs more: a fault in the words, which any reader
/// trips over, before something that is missing; then what was found in more places. Last, the order of the letter.
#[derive(Debug)]
pub struct First<'a> {
    /// What was found.
    pub finding: &'a Diagnostic,
    /// Where; nothing where it is about the whole letter.
    pub place: Option<Position>,
    /// In how many more places the same rule found something as grave.
    pub more: usize,
}

impl<'a> First<'a> {
    pub(super) fn of<'p>(
        source: &Source,
        whole: &'p [Note<'a>],
        placed: impl Iterator<Item = &'p Note<'a>>,
    ) -> Option<Self>
    where
        'a: 'p,
    {
        let whole = whole.iter().map(|note| (note, true));
        let notes: Vec<(&Note<'a>, bool)> = whole.chain(placed.map(|note| (note, false))).collect();
        let mut places: HashMap<(&str, Severity), usize> = HashMap::new();
        for (note, _) in &notes {
            *places.entry((&note.finding().rule, note.severity())).or_default() += note.findings.len();
        }
        let count = |note: &Note<'a>| places[&(note.finding().rule.as_str(), note.severity())];
        let (note, is_whole) = notes.iter().min_by_key(|(note, _)| {
            let finding = note.finding();
            let cost = (note.number.is_none(), Reverse(count(note)));
            (Reverse(note.severity()), cost, finding.span, &finding.rule)
        })?;
        let finding = note.finding();
        let place = (!is_whole).then(|| source.position(finding.span.start));
        Some(First { finding, place, more: count(note) - 1 })
    }
}
