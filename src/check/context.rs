//! What matchers look into: one letter, where literals are in it, and what is known around it.

use super::found::Match;
use super::known::Known;
use super::literal_hits::Hits;
use super::unit::Units;
use crate::application::Application;
use crate::letter::{Letter, PartKind};
use crate::rule::{Available, Bound, Matcher, RuleSet, TierInForce};
use std::cell::{OnceCell, RefCell};
use std::ops::Range;

/// What matchers look into.
pub(super) struct Context<'a> {
    pub(super) letter: &'a Letter,
    pub(super) rules: &'a RuleSet,
    pub(super) hits: &'a Hits,
    pub(super) units: Units<'a>,
    pub(super) tier: TierInForce,
    pub(super) known: &'a Known<'a>,
    /// What there is for matchers to find.
    pub(super) available: Available,
    /// Whether rules are tried as though their conditions held.
    pub(super) is_unconditional: bool,
    /// Values of the options of the rule that is tried.
    numbers: Vec<usize>,
    /// Paragraphs that stood in the letter before, found once.
    pub(super) repeated: OnceCell<Vec<Range<usize>>>,
    /// What the CV has otherwise, found once.
    pub(super) contradicted: OnceCell<Vec<Match<'a>>>,
    /// What conditions of the rule that is tried said last of a place beyond the unit: all units within that place
    /// ask the same, and answering each would take the square of their number.
    pub(super) answers: RefCell<Vec<(&'a Matcher, Answer)>>,
}

/// What a condition said of a place.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) area: Range<usize>,
    pub(super) evidence: Option<Evidence>,
}

/// What a condition that holds rests on.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Its first match; none where nothing had to be found.
    pub(super) first: Option<Range<usize>>,
}

impl<'a> Context<'a> {
    /// Returns what matchers see of `letter`.
    pub(super) fn new(
        letter: &'a Letter,
        rules: &'a RuleSet,
        hits: &'a Hits,
        tier: TierInForce,
        known: &'a Known<'a>,
    ) -> Self {
        Context {
            letter,
            rules,
            hits,
            units: Units::new(letter),
            tier,
            available: available(letter, known),
            known,
            is_unconditional: false,
            numbers: Vec::new(),
            repeated: OnceCell::new(),
            contradicted: OnceCell::new(),
            answers: RefCell::default(),
        }
    }

    /// Turns to another rule, whose options have these values.
    pub(super) fn turn_to(&mut self, numbers: Vec<usize>) {
        self.numbers = numbers;
        self.answers.get_mut().clear();
    }

    /// Returns the number that `bound` is for this letter and these options.
    pub(super) fn number(&self, bound: &Bound) -> usize {
        bound.resolve(self.tier, &self.numbers)
    }

    /// Returns the sentences that start in `area`, in order.
    pub(super) fn sentences(&self, area: &Range<usize>) -> &'a [Range<usize>] {
        let all = self.letter.sentences();
        let from = all.partition_point(|sentence| sentence.start < area.start);
        let to = all.partition_point(|sentence| sentence.start < area.end);
        &all[from..to.max(from)]
    }
}

/// What `letter`, and what is known around it, have for matchers to find.
fn available(letter: &Letter, known: &Known<'_>) -> Available {
    let Application { company, others, recipient, job, cv, day, reuse, .. } = known.application;
    let has = |wanted: PartKind| letter.parts().iter().any(|part| part.kind == wanted);
    let there = [
        (!letter.placeholders().is_empty(), Available::PLACEHOLDERS),
        (!known.figures().is_empty(), Available::FIGURES),
        (!letter.quotations().is_empty(), Available::QUOTATIONS),
        (!letter.links().is_empty(), Available::LINKS),
        (!letter.invisibles().is_empty(), Available::INVISIBLES),
        (letter.is_english(), Available::ENGLISH),
        (has(PartKind::Greeting), Available::GREETING),
        (day.is_some() && has(PartKind::Date), Available::DATE),
        (company.is_some(), Available::COMPANY),
        (!others.is_empty(), Available::OTHER_COMPANIES),
        (known.application.positions().next().is_some(), Available::POSITION),
        (recipient.is_some(), Available::RECIPIENT),
        (job.is_some(), Available::JOB),
        (cv.is_some(), Available::CV),
        (!reuse.is_empty(), Available::REUSED),
    ];
    there.into_iter().filter(|(is_there, _)| *is_there).fold(Available::NOTHING, |all, (_, one)| all | one)
}
