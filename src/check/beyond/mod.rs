//! Finds what reaches beyond the letter: names, dates, the posting, the CV, other letters.

mod contradiction;
mod known;
mod name;
mod person;
mod text;
mod title;

pub(super) use known::{Known, figures};

use super::find::{Finder, Match};
use crate::application::Dated;
use crate::letter::PartKind;
use crate::rule::{Beyond, DateKind, Kinds, MATCH, Matcher, NameKind, Reused};
use std::ops::Range;

/// Bytes of a sentence on either side of a match that say how it counts.
const FARTHEST: usize = 1000;

/// What of another text a finding is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Elsewhere {
    /// File and line there.
    pub(super) place: String,
    /// What stands there.
    pub(super) text: Option<String>,
    /// Words of the letter that do not.
    pub(super) differs: Vec<Range<usize>>,
}

impl<'a> Finder<'a> {
    /// Whether all is known that `matcher` needs.
    pub(super) fn knows(&self, matcher: &Matcher) -> bool {
        matcher.needs() & !self.known.kinds().0 == 0
    }

    /// Adds what `beyond` asks for in `area`.
    pub(super) fn find_beyond(&self, beyond: &Beyond, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        for &kind in &beyond.names {
            match kind {
                NameKind::Company | NameKind::OtherCompany | NameKind::MisspeltCompany => {
                    self.find_companies(kind, area, found);
                }
                NameKind::OtherRecipient => self.find_other_recipient(area, found),
                NameKind::OtherPosition => self.find_other_position(area, found),
                NameKind::Employer => self.find_employers(area, found),
                NameKind::HeldTitle => self.find_held_titles(area, found),
            }
        }
        if let Some(copied) = beyond.copied {
            self.find_copied(copied, area, found);
        }
        if !beyond.dates.is_empty() {
            self.find_dates(&beyond.dates, area, found);
        }
        if let Some(reused) = beyond.reused {
            self.find_reused(reused, area, found);
        }
        if beyond.key_phrases {
            self.find_key_phrases(area, found);
        }
        if beyond.contradicts_cv {
            self.find_contradictions(area, found);
        }
    }

    fn find_dates(&self, wanted: &[DateKind], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
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

    fn find_reused(&self, wanted: Reused, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
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

    /// Drops what stands in a sentence that `matcher` says it does not count in.
    pub(super) fn sift_by_likeness(&self, matcher: &Matcher, found: &mut Vec<Match<'a>>) {
        if matcher.like.is_empty() && matcher.not_like.is_empty() {
            return;
        }
        found.retain(|one| {
            if one.unfolded.is_some() {
                return true;
            }
            let sentence = self.with_mark(&one.range);
            (matcher.like.is_empty() || matcher.like.iter().any(|like| like.is_like(&sentence)))
                && !matcher.not_like.iter().any(|like| like.is_like(&sentence))
        });
    }

    /// The sentence around `range`, or the line of a part that has none, with [`MATCH`] in its place.
    fn with_mark(&self, range: &Range<usize>) -> String {
        let text = self.letter.prose().text();
        let sentences = self.letter.sentences();
        let at = sentences.partition_point(|sentence| sentence.end <= range.start);
        let sentence = sentences.get(at).filter(|sentence| sentence.start <= range.start);
        let is_whole = |at: &usize| text.is_char_boundary(*at);
        let start = (range.start.saturating_sub(FARTHEST)..=range.start).find(is_whole).unwrap_or(range.start);
        let end = (range.end..=text.len().min(range.end + FARTHEST)).rev().find(is_whole).unwrap_or(range.end);
        let around = sentence.map_or_else(
            || {
                let line = text[start..range.start].rfind('\n').map_or(start, |line| start + line + 1);
                line..text[range.end..end].find('\n').map_or(end, |line| range.end + line)
            },
            |sentence| sentence.start.max(start)..sentence.end.min(end).max(range.end),
        );
        format!("{}{MATCH}{}", &text[around.start..range.start], &text[range.end..around.end])
    }
}

/// What is known of the letter's surroundings, as gates of rules ask for it.
pub(super) fn kinds(application: &crate::application::Application, letter: &crate::letter::Letter) -> u32 {
    let kind = |is_known: bool, kind: u32| if is_known { kind } else { 0 };
    let has = |wanted: PartKind| letter.parts().iter().any(|part| part.kind == wanted);
    kind(application.company.is_some(), Kinds::COMPANY)
        | kind(!application.others.is_empty(), Kinds::OTHER_COMPANIES)
        | kind(application.positions().next().is_some(), Kinds::POSITION)
        | kind(application.recipient.is_some(), Kinds::RECIPIENT)
        | kind(application.job.is_some(), Kinds::JOB)
        | kind(application.cv.is_some(), Kinds::CV)
        | kind(application.day.is_some() && has(PartKind::Date), Kinds::DATE)
        | kind(!application.reuse.is_empty(), Kinds::REUSED)
        | kind(has(PartKind::Greeting), Kinds::GREETING)
}
