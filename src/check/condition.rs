//! Whether a condition holds for a unit, and where it looks.

use super::context::{Answer, Context, Evidence};
use crate::rule::{Matcher, Scope, Within};
use std::ops::Range;
use std::ptr;

impl<'a> Context<'a> {
    /// Returns what shows that `condition` holds for `unit`.
    pub(super) fn holds(&self, condition: &'a Matcher, unit: &Range<usize>) -> Option<Evidence> {
        let area = self.reach(condition, unit);
        if condition.place.within.is_none() {
            return self.holds_in(condition, &area);
        }
        if let Some(answer) = self.answer(condition)
            && answer.area == area
        {
            return answer.evidence;
        }
        let evidence = self.holds_in(condition, &area);
        self.keep(condition, Answer { area, evidence: evidence.clone() });
        evidence
    }

    /// What `condition` said last.
    fn answer(&self, condition: &Matcher) -> Option<Answer> {
        let answers = self.answers.borrow();
        answers.iter().find(|(other, _)| ptr::eq(*other, condition)).map(|(_, answer)| answer.clone())
    }

    fn keep(&self, condition: &'a Matcher, answer: Answer) {
        let mut answers = self.answers.borrow_mut();
        match answers.iter_mut().find(|(other, _)| ptr::eq(*other, condition)) {
            Some((_, before)) => *before = answer,
            None => answers.push((condition, answer)),
        }
    }

    fn holds_in(&self, condition: &'a Matcher, area: &Range<usize>) -> Option<Evidence> {
        let matches = self.find(condition, area);
        let count = self.count(condition, area, &matches);
        let (least, most) = (&condition.count.at_least, &condition.count.at_most);
        let fewest = least.as_ref().map_or(usize::from(most.is_none()), |bound| self.number(bound));
        let most = most.as_ref().map_or(usize::MAX, |bound| self.number(bound));
        (fewest..=most).contains(&count).then(|| Evidence { first: matches.first().map(|first| first.range.clone()) })
    }

    /// Returns where `matcher` may look for the sake of `unit`.
    pub(super) fn reach(&self, matcher: &Matcher, unit: &Range<usize>) -> Range<usize> {
        match matcher.place.within {
            None => unit.clone(),
            Some(Within::Neighbours) => self.neighbours(unit),
            Some(Within::Scope(scope)) => {
                let all = self.units.of(scope);
                let holding = matches!(scope, Scope::Sentence | Scope::Paragraph | Scope::List | Scope::Bullet);
                let found = if holding {
                    let first = all.partition_point(|other| other.end <= unit.start);
                    all.get(first).filter(|other| other.contains(&unit.start)).cloned()
                } else {
                    all.first().cloned()
                };
                found.unwrap_or(unit.start..unit.start)
            }
        }
    }

    /// The sentence before, those of `unit`, and the one after, within one paragraph.
    fn neighbours(&self, unit: &Range<usize>) -> Range<usize> {
        let sentences = self.letter.sentences();
        let paragraphs = self.letter.paragraphs();
        let index = paragraphs.partition_point(|paragraph| paragraph.text.end <= unit.start);
        let holding = paragraphs.get(index).filter(|paragraph| paragraph.text.contains(&unit.start));
        let Some(paragraph) = holding else { return unit.clone() };
        let own = &paragraph.sentences;
        let first = sentences[own.clone()].partition_point(|sentence| sentence.end <= unit.start) + own.start;
        let last = sentences[own.clone()].partition_point(|sentence| sentence.start < unit.end) + own.start;
        let from = first.saturating_sub(1).max(own.start);
        let to = (last + 1).min(own.end);
        match sentences.get(from..to) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.clone(),
            _ => unit.clone(),
        }
    }
}
