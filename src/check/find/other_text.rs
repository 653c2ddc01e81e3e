//! The letter against another text: what is copied, found there, or left without an answer.

use super::{Elsewhere, Match};
use crate::application::{Application, Name, Names, Reference, Words, folded};
use crate::check::context::Context;
use crate::check::known::Known;
use crate::letter::HOLE;
use crate::letter::figure::{Figure, Kind, TEN, numbers};
use crate::rule::{Copied, Except, Find, Matcher, Text};
use crate::words::List;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Words of a shared run, besides the company's and the position's names, that make it one.
const FEWEST_OWN: usize = 5;

/// How often a text says what it comes back to.
const OFTEN: usize = 3;

impl<'a> Context<'a> {
    /// Adds runs of words in `area` that are in the other text too, and in no quotation here.
    pub(super) fn find_copied(&self, copied: Copied, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let Some(other) = self.known.text(copied.from) else { return };
        let words = self.known.words();
        let application = self.known.application;
        let names = application.company.iter().map(Name::text).chain(application.positions());
        let named: BTreeSet<u64> = names.flat_map(|name| Words::of(name).keys).collect();
        for stretch in self.unquoted(area) {
            let inside = words.inside(&stretch);
            let piece = Words { ranges: words.ranges[inside.clone()].to_vec(), keys: words.keys[inside].to_vec() };
            for (run, at) in other.shared(&piece, copied.words) {
                let own = piece.keys[run.clone()].iter().filter(|key| !named.contains(*key)).count();
                if own >= FEWEST_OWN {
                    let elsewhere = Elsewhere { place: other.place(at), ..Elsewhere::default() };
                    found.push(Match { elsewhere: Some(Box::new(elsewhere)), ..Match::at(piece.range(&run)) });
                }
            }
        }
    }

    /// What of `area` is in no quotation.
    fn unquoted(&self, area: &Range<usize>) -> Vec<Range<usize>> {
        let mut stretches = Vec::new();
        let mut start = area.start;
        let quotations = self.letter.quotations();
        let first = quotations.partition_point(|one| one.end <= area.start);
        for quotation in quotations[first..].iter().take_while(|one| one.start < area.end) {
            stretches.push(start..quotation.start.max(start));
            start = quotation.end;
        }
        stretches.push(start..area.end.max(start));
        stretches
    }

    /// Drops matches that do not stand in the texts where they count, and notes what is nearest to them there.
    pub(in crate::check) fn drop_by_text(&self, except: &Except, found: &mut Vec<Match<'a>>) {
        if !except.found_in.is_empty() || !except.not_in.is_empty() {
            found.retain(|one| !self.is_small_talk(one));
        }
        for &text in &except.found_in {
            let Some(other) = self.known.text(text) else { return found.clear() };
            found.retain(|one| self.stands_in(other, &one.range));
        }
        for &text in &except.not_in {
            let Some(other) = self.known.text(text) else { continue };
            found.retain(|one| !self.stands_in(other, &one.range));
            for one in found.iter_mut().take_while(|_| self.known.may_search()) {
                let nearest = other.nearest(unquoted_text(&self.letter.prose().text()[one.range.clone()]));
                if nearest.is_none() && one.instead.is_none() {
                    one.instead = except.nothing_near.clone().map(Into::into);
                }
                if let Some((at, sentence)) = nearest {
                    let text = Some(sentence.to_owned());
                    one.elsewhere = Some(Box::new(Elsewhere { place: other.place(at), text, ..Elsewhere::default() }));
                }
            }
        }
    }

    /// Whether a match is a figure that is no evidence anywhere: a weak one, or fewer things than ten.
    fn is_small_talk(&self, one: &Match<'_>) -> bool {
        let Some(figure) = figure_at(self.known.figures(), &one.range) else { return false };
        let is_count = matches!(figure.kind, Kind::Count | Kind::Frequency | Kind::Size);
        (one.is_weak && figure.values().all(|number| number < 10 * TEN))
            || (is_count && figure.values().all(|number| number < TEN))
    }

    /// Whether the words or figures at `range` stand in `other` too; a quotation may leave words out with an ellipsis.
    fn stands_in(&self, other: &Reference, range: &Range<usize>) -> bool {
        let text = unquoted_text(&self.letter.prose().text()[range.clone()]);
        let values: Vec<u64> = match figure_at(self.letter.figures(), range) {
            Some(figure) => figure.values().collect(),
            None if text.bytes().all(|byte| byte.is_ascii_digit()) => numbers(text),
            None => Vec::new(),
        };
        if !values.is_empty() {
            return other.numbers().hold(&values) && !self.is_only_in_name(other, &values);
        }
        // "[K]eep" is "Keep", and what else is put into brackets is the writer's.
        let holds = |text: &str| {
            let pieces = text.split("...").flat_map(|piece| piece.split('\u{2026}'));
            let keys: Vec<Vec<u64>> =
                pieces.map(|piece| Words::of(piece).keys).filter(|keys| !keys.is_empty()).collect();
            !keys.is_empty() && keys.iter().all(|keys| other.holds(keys))
        };
        holds(&text.replace(['[', ']'], "")) || (text.contains('[') && holds(&without_brackets(text)))
    }

    /// Whether `other` has `values` only in the name of the company: "3M" is no three million.
    fn is_only_in_name(&self, other: &Reference, values: &[u64]) -> bool {
        let Some(own) = &self.known.application.company else { return false };
        let named = numbers(own.text());
        let is_named = values.iter().all(|number| named.contains(number));
        is_named && !other.numbers_without(&Names::of([own.clone()])).hold(values)
    }

    /// Returns what `matcher` finds in another text, as matches that cover all of `area`.
    ///
    /// With `open_only` only those that the letter has no answer to.
    pub(in crate::check) fn find_elsewhere(
        &self,
        matcher: &'a Matcher,
        of: Text,
        open_only: bool,
        area: &Range<usize>,
    ) -> Vec<Match<'a>> {
        let Some(other) = self.known.text(of) else { return Vec::new() };
        let letter = other.letter();
        let requirements = other.requirements();
        let hits = self.known.hits(of, other, self.rules);
        let nothing = Application::default();
        let known = Known::new(letter, &nothing);
        let context = Context::new(letter, self.rules, hits, self.tier, &known);
        let whole = 0..letter.prose().text().len();
        let mut all: Vec<(String, String)> = Vec::new();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for one in context.find_here(matcher, &whole) {
            let text = &letter.prose().text()[one.range.clone()];
            let name = if one.name.is_empty() { text.to_owned() } else { one.name.clone().into_owned() };
            let span = letter.prose().span(one.range.clone());
            let at = requirements.partition_point(|wanted| wanted.range.end <= span.start);
            let is_required = requirements.get(at).is_some_and(|wanted| wanted.range.start <= span.start);
            *counts.entry(name.to_lowercase()).or_default() += if is_required { 2 } else { 1 };
            if seen.insert(name.to_ascii_lowercase()) {
                all.push((name, other.place(one.range.start)));
            }
        }
        if matcher.except.stressed {
            all.retain(|(name, _)| counts[&name.to_lowercase()] > 1);
        }
        if open_only {
            let answered: BTreeSet<String> = self
                .names(&self.find_here(matcher, &(0..self.letter.prose().text().len())))
                .iter()
                .map(|name| name.to_lowercase())
                .collect();
            all.retain(|(name, _)| {
                !(answered.contains(&name.to_lowercase()) || name.contains(' ') && self.known.forms().hold_pairs(name))
            });
        }
        if matcher.find.iter().any(|find| matches!(find, Find::Requirements)) {
            let soft = context.spread(&matcher.except.phrases, &whole);
            let soft: Vec<Range<usize>> = soft.into_iter().map(|range| letter.prose().span(range).range()).collect();
            let source = letter.source().text();
            let open = requirements.iter().filter(|one| {
                let hard = one.without(source, &soft);
                !(hard.is_soft() || open_only && hard.is_answered(self.known.forms()))
            });
            all.extend(open.map(|one| {
                (format!("\"{}\"", one.text.trim_end_matches(['.', ';'])), other.place_in_source(one.range.start))
            }));
        }
        let at = |(name, place): (String, String)| Match {
            name: name.into(),
            elsewhere: Some(Box::new(Elsewhere { place, ..Elsewhere::default() })),
            ..Match::at(area.clone())
        };
        all.into_iter().map(at).collect()
    }

    /// Adds words in `area` that the text comes back to: two or three in a row, none of them small.
    pub(super) fn find_key_phrases(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        let words = self.known.words();
        let inside = words.inside(area);
        let is_small = |at: usize| {
            let word = folded(&text[words.ranges[at].clone()]);
            word.len() < 3 || List::SmallWord.holds(&word) || word.bytes().any(|byte| byte.is_ascii_digit())
        };
        let mut places: BTreeMap<&[u64], Vec<Range<usize>>> = BTreeMap::new();
        for at in inside.start..inside.end.saturating_sub(1) {
            let range = words.range(&(at..at + 2));
            let goes_on = !text[range.clone()].contains(['\n', ',', ';', ':', '.', '(', ')', '/', HOLE]);
            if goes_on && !is_small(at) && !is_small(at + 1) {
                places.entry(&words.keys[at..at + 2]).or_default().push(range);
            }
        }
        found.extend(places.into_values().filter(|all| all.len() >= OFTEN).flatten().map(Match::at));
    }
}

/// The one of `figures` that takes up all of `range`.
fn figure_at<'f>(figures: &'f [Figure], range: &Range<usize>) -> Option<&'f Figure> {
    let at = figures.partition_point(|one| one.range.start < range.start);
    figures.get(at).filter(|one| one.range == *range)
}

/// `text` without what is in square brackets.
fn without_brackets(text: &str) -> String {
    let mut pieces = text.split('[');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| all + piece.split_once(']').map_or("", |(_, rest)| rest))
}

/// `text` without the quotation marks around it.
fn unquoted_text(text: &str) -> &str {
    text.trim_matches(|mark: char| matches!(mark, '"' | '\''))
}
