//! Titles and employers in a letter: the position applied for, those held before, and where.

use super::Match;
use crate::application::{Name, is_same_title};
use crate::check::context::Context;
use crate::check::except::FARTHEST;
use crate::rule::{Employment, Pattern, Scope, groups, is_any};
use std::collections::BTreeMap;
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds titles in `area` that the letter applies for and that are not the position's.
    pub(super) fn find_other_position(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let work = self.rules.employment();
        for (range, before) in self.applied(area) {
            let title = &self.letter.prose().text()[range.clone()];
            let is_past = is_any(&work.past, before);
            let mut positions = self.known.application.positions().filter(|position| work.is_job(position)).peekable();
            let is_known = positions.peek().is_none() || positions.all(|position| is_same_title(title, position));
            let is_name = Name::new(title)
                .zip(self.known.application.company.as_ref())
                .is_some_and(|(name, own)| name.is_same(own) || name.is_short_for(own) || own.is_short_for(&name));
            if !is_past && !is_known && !is_name && work.is_job(title) {
                found.push(Match::at(range));
            }
        }
    }

    /// Titles that the letter applies for, each with what is before it in its sentence or line.
    fn applied(&self, area: &Range<usize>) -> Vec<(Range<usize>, &'a str)> {
        let text = self.letter.prose().text();
        // By their starts; none lies over another.
        let mut found: BTreeMap<usize, (usize, &str)> = BTreeMap::new();
        let mut add = |range: Range<usize>, before: &'a str| {
            if found.range(..range.end).next_back().is_none_or(|(_, (end, _))| *end <= range.start) {
                found.insert(range.start, (range.end, before));
            }
        };
        let work = self.rules.employment();
        for (start, piece) in self.stretches(area) {
            for title in groups(&work.applied, piece) {
                let range = start + title.start..start + title.end;
                let from = (range.start.saturating_sub(FARTHEST)..=range.start).find(|at| text.is_char_boundary(*at));
                let before = &text[from.unwrap_or(start).max(start)..range.start];
                add(range, before);
            }
            // A subject line may be nothing but the title.
            for title in subject_titles(work, piece) {
                add(start + title.start..start + title.end, "");
            }
        }
        found.into_iter().map(|(start, (end, before))| (start..end, before)).collect()
    }

    /// Sentences and lines that lie in `area`, with their starts.
    fn stretches(&self, area: &Range<usize>) -> Vec<(usize, &'a str)> {
        let text = self.letter.prose().text();
        let mut pieces: Vec<(usize, &str)> =
            self.sentences(area).iter().map(|sentence| (sentence.start, &text[sentence.clone()])).collect();
        let subjects = self.units.of(Scope::Subject).iter();
        let inside = subjects.filter(|subject| area.start <= subject.start && subject.end <= area.end);
        pieces.extend(inside.map(|subject| (subject.start, &text[subject.clone()])));
        pieces
    }

    /// Adds titles in `area` that the writer says to have held.
    pub(super) fn find_held_titles(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let before = found.len();
        self.find_groups(&self.rules.employment().held, area, found);
        // "I apply as a Data Engineer" is no past.
        let applied = self.applied(area);
        let is_wanted = |one: &Match<'_>| {
            let at = applied.partition_point(|(range, _)| range.end <= one.range.start);
            applied.get(at).is_some_and(|(range, _)| range.start < one.range.end)
        };
        let mut index = 0;
        found.retain(|one| {
            index += 1;
            index <= before || !is_wanted(one)
        });
    }

    /// Adds employers in `area`.
    pub(super) fn find_employers(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        self.find_groups(&self.rules.employment().employer, area, found);
        let own = self.known.application.company.as_ref();
        let text = self.letter.prose().text();
        found.retain(|one| {
            let name = Name::new(&text[one.range.clone()]);
            !own.zip(name.as_ref()).is_some_and(|(own, name)| own.is_same(name) || name.is_short_for(own))
        });
    }

    fn find_groups(&self, patterns: &[Pattern], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        for (start, piece) in self.stretches(area) {
            let groups = groups(patterns, piece).into_iter();
            found.extend(groups.map(|group| Match::at(start + group.start..start + group.end)));
        }
    }

    /// Titles that the writer says to have held in the sentence at `area`, and the employers there.
    pub(super) fn held_in(&self, area: &Range<usize>) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let ranges = |patterns: &[Pattern]| {
            let mut found = Vec::new();
            self.find_groups(patterns, area, &mut found);
            found.into_iter().map(|one| one.range).collect()
        };
        let work = self.rules.employment();
        (ranges(&work.held), ranges(&work.employer))
    }
}

/// The title in a subject line that is nothing else: "Re: Senior Backend Engineer, ref. 12".
fn subject_titles(work: &Employment, line: &str) -> Vec<Range<usize>> {
    let mut titles = groups(&work.subject, line);
    titles.retain(|title| {
        let title = &line[title.clone()];
        !is_any(&work.subject_sentence, title) && work.is_job(title)
    });
    titles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::RuleSet;

    #[test]
    fn a_title_says_what_somebody_does() {
        let rules = RuleSet::shipped();
        let is_job = |title| rules.employment().is_job(title);
        assert!(is_job("Senior Backend Engineer") && is_job("engineer") && !is_job("Payments"));
    }

    #[test]
    fn a_subject_may_be_the_title_alone() {
        let rules = RuleSet::shipped();
        let title =
            |line: &'static str| subject_titles(rules.employment(), line).first().map(|range| &line[range.clone()]);
        assert_eq!(title("Re: Senior Backend Engineer"), Some("Senior Backend Engineer"));
        assert_eq!(title("Subject: Data Analyst at Acme"), Some("Data Analyst"));
        assert_eq!(title("Subject: Your ledger"), None);
    }
}
