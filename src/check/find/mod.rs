//! Finds what a matcher looks for in a range of the letter: the one `match` over [`Find`], and a file for each finder.

mod company;
mod contradiction;
mod date;
mod figure;
mod invisible;
mod letter_facts;
mod other_text;
mod pattern;
mod phrase;
mod position;
mod recipient;
mod repeat;
mod reuse;
mod sequence;
mod spelling;

use super::context::Context;
use super::found::{Elsewhere, Match, inside};
use super::unit::has_part;
use crate::rule::{Find, Matcher, NameKind, Repeat, Spelling};
use crate::spelling::Variety;
use std::ops::Range;

impl<'a> Context<'a> {
    /// Whether all is known that `matcher` needs.
    pub(super) fn knows(&self, matcher: &Matcher) -> bool {
        self.available.has_all(matcher.needs)
    }

    /// Whether `area` holds one of the parts that `matcher` wants.
    pub(super) fn is_in_parts(&self, matcher: &Matcher, area: &Range<usize>) -> bool {
        let parts = &matcher.place.parts;
        parts.is_empty() || parts.iter().any(|&name| has_part(&self.units, area, name))
    }

    /// Returns what `matcher` finds for the sake of `area`, in order, not overlapping.
    pub(super) fn find(&self, matcher: &'a Matcher, area: &Range<usize>) -> Vec<Match<'a>> {
        if !self.knows(matcher) {
            return Vec::new();
        }
        match matcher.place.of {
            Some(of) => self.find_elsewhere(matcher, of, matcher.except.unanswered, area),
            None => self.find_here(matcher, area),
        }
    }

    /// Returns what `matcher` finds in `area` of the letter itself, in order, not overlapping.
    fn find_here(&self, matcher: &'a Matcher, area: &Range<usize>) -> Vec<Match<'a>> {
        // What nobody sees takes no bytes of the folded text.
        if (area.is_empty() && !matcher.finds_invisible()) || !self.is_in_parts(matcher, area) {
            return Vec::new();
        }
        if !matcher.has_finders() {
            return vec![Match::at(area.clone())];
        }
        let mut found = Vec::new();
        for find in &matcher.find {
            self.find_one(find, area, &mut found);
        }
        self.drop_excepted(matcher, area, &mut found);
        self.drop_misplaced(matcher, area, &mut found);
        drop_overlapping(&mut found);
        found
    }

    /// Adds what `find` looks for in `area`.
    fn find_one(&self, find: &'a Find, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        match find {
            Find::Phrases(phrases) => self.find_phrases(phrases, area, found),
            Find::Patterns(patterns) => self.find_patterns(patterns, area, found),
            Find::Raw(patterns) => self.find_raw(patterns, area, found),
            Find::Figures(kinds) => self.find_figures(kinds, area, found),
            Find::Placeholders(certainties) => self.find_placeholders(certainties, area, found),
            Find::Quotations { words } => self.find_quotations(*words, area, found),
            Find::LongSentences { over_words } => self.find_long_sentences(*over_words, area, found),
            Find::Links(pieces) => self.find_links(pieces, area, found),
            Find::Invisible(kinds) => self.find_invisible(kinds, area, found),
            Find::Repeats(Repeat::Word) => self.find_repeated_words(area, found),
            Find::Repeats(Repeat::Paragraph) => self.find_repeated_paragraphs(area, found),
            Find::Spelling(Spelling::Mistake) => self.find_misspellings(area, found),
            Find::Spelling(Spelling::Mixed) => self.find_mixed_spelling(area, found),
            Find::Spelling(Spelling::American) => self.find_variety(Variety::American, area, found),
            Find::Spelling(Spelling::British) => self.find_variety(Variety::British, area, found),
            Find::Respelt(names) => self.find_respelt(names, area, found),
            Find::Name(NameKind::Company) => self.find_own_company(area, found),
            Find::Name(NameKind::OtherCompany) => self.find_other_companies(area, found),
            Find::Name(NameKind::MisspeltCompany) => self.find_misspelt_company(area, found),
            Find::Name(NameKind::OtherRecipient) => self.find_other_recipient(area, found),
            Find::Name(NameKind::OtherPosition) => self.find_other_position(area, found),
            Find::Name(NameKind::Employer) => self.find_employers(area, found),
            Find::Name(NameKind::HeldTitle) => self.find_held_titles(area, found),
            Find::Copied(copied) => self.find_copied(*copied, area, found),
            Find::Dates(kinds) => self.find_dates(kinds, area, found),
            Find::Reused(reused) => self.find_reused(*reused, area, found),
            Find::KeyPhrases => self.find_key_phrases(area, found),
            Find::Contradictions => self.find_contradictions(area, found),
            // Requirements stand in another text; comments and front matter are no text of the letter.
            Find::Requirements | Find::Suppressions(_) | Find::FrontMatter(_) => {}
        }
    }

    /// Drops matches that are too late in `area`.
    fn drop_misplaced(&self, matcher: &Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        if matcher.place.at_start && matcher.count.each.is_none() {
            let text = &self.letter.prose().text()[area.clone()];
            let first = text.find(char::is_alphanumeric).unwrap_or(text.len());
            found.retain(|one| one.range.start <= area.start + first);
        }
        if let Some(most) = matcher.place.by_word {
            found.retain(|one| self.letter.words_in(&(area.start..one.range.start)) < most);
        }
    }
}

/// Leaves of matches that overlap the first, and of those that start together the longest.
fn drop_overlapping(found: &mut Vec<Match<'_>>) {
    if found.len() < 2 {
        return;
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
}
