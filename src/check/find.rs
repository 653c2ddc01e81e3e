//! Runs matchers: what they find in a range, and whether a condition holds there.

use super::beyond::{Elsewhere, Known};
use super::hits::{Hits, confirm};
use super::spell;
use super::unit::{Units, has_part};
use crate::letter::Letter;
use crate::rule::{Bound, Matcher, RuleSet, Scope, TierInForce, Within};
use crate::span::Span;
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::ptr;

/// Where a matcher hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match<'a> {
    pub(super) range: Range<usize>,
    /// What different spellings of it share; the text itself where empty.
    pub(super) name: Cow<'a, str>,
    pub(super) instead: Option<Cow<'a, str>>,
    pub(super) replacement: Option<Cow<'a, str>>,
    pub(super) is_weak: bool,
    /// Its bytes in the letter, where the folded text has none of them.
    pub(super) unfolded: Option<Span>,
    /// What of another text it is about.
    pub(super) elsewhere: Option<Box<Elsewhere>>,
}

impl Match<'_> {
    pub(super) fn at(range: Range<usize>) -> Self {
        Match {
            range,
            name: Cow::Borrowed(""),
            instead: None,
            replacement: None,
            is_weak: false,
            unfolded: None,
            elsewhere: None,
        }
    }
}

/// Runs matchers over one letter.
pub(super) struct Finder<'a> {
    pub(super) letter: &'a Letter,
    pub(super) rules: &'a RuleSet,
    pub(super) hits: &'a Hits,
    pub(super) units: Units<'a>,
    pub(super) tier: TierInForce,
    pub(super) known: Known<'a>,
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
    answers: RefCell<Vec<(&'a Matcher, Answer)>>,
}

/// What a condition said of a place.
#[derive(Clone, Debug)]
struct Answer {
    area: Range<usize>,
    evidence: Option<Evidence>,
}

/// What a condition that holds rests on.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Its first match; none where nothing had to be found.
    pub(super) first: Option<Range<usize>>,
}

impl<'a> Finder<'a> {
    /// Returns one that looks into `letter` and what is `known` around it.
    pub(super) fn with(
        letter: &'a Letter,
        rules: &'a RuleSet,
        hits: &'a Hits,
        tier: TierInForce,
        known: Known<'a>,
    ) -> Self {
        Finder {
            letter,
            rules,
            hits,
            units: Units::new(letter),
            tier,
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

    /// Returns what shows that `condition` holds for `unit`.
    pub(super) fn holds(&self, condition: &'a Matcher, unit: &Range<usize>) -> Option<Evidence> {
        let area = self.reach(condition, unit);
        if condition.within.is_none() {
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
        let least =
            condition.at_least.as_ref().map_or(usize::from(condition.at_most.is_none()), |bound| self.number(bound));
        let most = condition.at_most.as_ref().map_or(usize::MAX, |bound| self.number(bound));
        (least..=most).contains(&count).then(|| Evidence { first: matches.first().map(|first| first.range.clone()) })
    }

    /// Returns the number that `bound` is for this letter and these options.
    pub(super) fn number(&self, bound: &Bound) -> usize {
        bound.resolve(self.tier, &self.numbers)
    }

    /// Returns where `matcher` may look for the sake of `unit`.
    pub(super) fn reach(&self, matcher: &Matcher, unit: &Range<usize>) -> Range<usize> {
        match matcher.within {
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

    /// The sentence before, those of `unit`, and the one behind, within one paragraph.
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

    /// Returns what `matcher` finds in `area`, in order, not overlapping.
    pub(super) fn find(&self, matcher: &'a Matcher, area: &Range<usize>) -> Vec<Match<'a>> {
        if let Some(beyond) = &matcher.beyond {
            if !self.knows(matcher) {
                return Vec::new();
            }
            if let Some(of) = beyond.of {
                return self.find_elsewhere(matcher, beyond, of, area);
            }
        }
        self.find_here(matcher, area)
    }

    /// Returns what `matcher` finds in `area` of the letter itself.
    pub(super) fn find_here(&self, matcher: &'a Matcher, area: &Range<usize>) -> Vec<Match<'a>> {
        // What nobody sees takes no room in the folded text.
        if (area.is_empty() && matcher.invisible.is_empty()) || !self.is_in_parts(matcher, area) {
            return Vec::new();
        }
        if !matcher.has_finders() {
            return vec![Match::at(area.clone())];
        }
        let mut found = Vec::new();
        self.find_phrases(matcher, area, &mut found);
        self.find_patterns(matcher, area, &mut found);
        self.find_facts(matcher, area, &mut found);
        self.find_repeats(matcher, area, &mut found);
        spell::find(self, matcher, area, &mut found);
        if let Some(beyond) = &matcher.beyond {
            self.find_beyond(beyond, area, &mut found);
            self.sift_by_text(beyond, &mut found);
        }
        self.sift_by_likeness(matcher, &mut found);
        if found.is_empty() {
            return found;
        }
        if let Some(beside) = &matcher.beside {
            found.retain(|one| self.holds(beside, &one.range).is_some());
        }
        if !matcher.quoted {
            found.retain(|one| !self.is_quoted(one.range.start));
        }
        if !matcher.except.is_empty() {
            let excepted = self.excepted(matcher, area);
            found.retain(|one| {
                let before = excepted.partition_point(|other| other.start <= one.range.start);
                before == 0 || excepted[before - 1].end < one.range.end
            });
        }
        if matcher.at_start && !matcher.by_sentence {
            let text = &self.letter.prose().text()[area.clone()];
            let first = text.find(char::is_alphanumeric).unwrap_or(text.len());
            found.retain(|one| one.range.start <= area.start + first);
        }
        if let Some(most) = matcher.by_word {
            found.retain(|one| self.letter.words_in(&(area.start..one.range.start)) < most);
        }
        if found.len() < 2 {
            return found;
        }
        found.sort_by(|a, b| a.range.start.cmp(&b.range.start).then(b.range.end.cmp(&a.range.end)));
        let mut end = 0;
        found.retain(|one| {
            let is_free = one.range.start >= end;
            if is_free {
                end = one.range.end;
            }
            is_free
        });
        found
    }

    /// Whether `area` holds one of the parts that `matcher` wants.
    pub(super) fn is_in_parts(&self, matcher: &Matcher, area: &Range<usize>) -> bool {
        matcher.parts.is_empty() || matcher.parts.iter().any(|&name| has_part(&self.units, area, name))
    }

    fn find_phrases(&self, matcher: &'a Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        for hit in self.hits.within(matcher.slot, area) {
            let Some(mut phrase) = matcher.phrases.get(hit.phrase) else { continue };
            let Some(range) = confirm(self.letter, hit, &phrase) else { continue };
            let instead = phrase.instead.take();
            found.push(Match { name: phrase.into_name(), instead, ..Match::at(range) });
        }
    }

    fn is_quoted(&self, at: usize) -> bool {
        let quotations = self.letter.quotations();
        let index = quotations.partition_point(|range| range.end <= at);
        // The opening mark itself is outside: what starts there is the quotation, not something in it.
        quotations.get(index).is_some_and(|range| range.start < at)
    }

    /// What means something else near `area`, by its start; the end is the last that any up to there has.
    pub(super) fn excepted(&self, matcher: &Matcher, area: &Range<usize>) -> Vec<Range<usize>> {
        let first = matcher.phrases.len();
        // What is excepted may start before the area.
        let wider = area.start.saturating_sub(self.hits.longest())..area.end;
        let hits = self.hits.starting(matcher.slot, &wider);
        let near = hits.filter(|hit| area.start < hit.end);
        let excepted = near.filter_map(|hit| Some((hit, matcher.except.get(hit.phrase.checked_sub(first)?)?)));
        let mut ranges: Vec<Range<usize>> =
            excepted.filter_map(|(hit, phrase)| confirm(self.letter, hit, &phrase)).collect();
        for index in 1..ranges.len() {
            ranges[index].end = ranges[index].end.max(ranges[index - 1].end);
        }
        ranges
    }
}
