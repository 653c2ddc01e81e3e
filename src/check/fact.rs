//! Finds what the letter knows of itself: figures, placeholders, quotations, addresses, invisible characters, repetitions.

use super::find::{Finder, Match};
use crate::letter::figure::Strength;
use crate::letter::{Letter, invisible};
use crate::rule::{Matcher, Repeat};
use std::collections::BTreeSet;
use std::ops::Range;

/// Fewest words of a paragraph that is minded when it stands there twice.
const FEWEST_WORDS: usize = 8;

impl<'a> Finder<'a> {
    /// Adds the figures, placeholders, quotations, addresses and invisible characters in `area` that `matcher` looks for.
    pub(super) fn find_facts(&self, matcher: &Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let letter = self.letter;
        if !matcher.quantities.is_empty() {
            let near = inside(self.known.figures(), area, |quantity| quantity.range.clone());
            let wanted = near.filter(|(quantity, _)| matcher.quantities.contains(&quantity.kind));
            found.extend(wanted.map(|(quantity, range)| {
                let is_weak = quantity.strength == Strength::Weak;
                Match { is_weak, ..Match::at(range) }
            }));
        }
        if !matcher.placeholders.is_empty() {
            let near = inside(letter.placeholders(), area, |slot| slot.range.clone());
            let wanted = near.filter(|(slot, _)| matcher.placeholders.contains(&slot.certainty));
            found.extend(wanted.map(|(_, range)| Match::at(range)));
        }
        if let Some(words) = matcher.quotes {
            let near = inside(letter.quotations(), area, Clone::clone);
            let long = |range: &Range<usize>| letter.prose().text()[range.clone()].split(' ').count() >= words;
            found.extend(near.filter(|(_, range)| long(range)).map(|(_, range)| Match::at(range)));
        }
        if !matcher.links.is_empty() {
            let prose = letter.prose();
            let near = inside(letter.links(), area, |link| prose.offset(link.span.start)..prose.offset(link.span.end));
            found.extend(near.filter_map(|(link, range)| {
                let target = link.target.to_ascii_lowercase();
                matcher.links.iter().any(|piece| target.contains(piece.as_str())).then(|| Match::at(range))
            }));
        }
        if !matcher.invisible.is_empty() {
            self.find_invisibles(matcher, area, found);
        }
        if let Some(words) = matcher.long_sentences {
            let long = self.sentences(area).iter().filter(|sentence| letter.words_in(sentence) > words);
            found.extend(long.map(|sentence| Match::at(sentence.clone())));
        }
    }

    /// Those at either end of `area` stand in it too, and those behind all text in what ends with it.
    fn find_invisibles(&self, matcher: &Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let (prose, all) = (self.letter.prose(), self.letter.invisibles());
        let is_last = prose.text()[area.end..].trim_end().is_empty();
        let from = all.partition_point(|run| prose.offset(run.span.start) < area.start);
        for run in &all[from..] {
            let at = prose.offset(run.span.start);
            if at > area.end && !is_last {
                break;
            }
            if matcher.invisible.iter().any(|&kind| run.has(kind)) {
                let name = invisible::described(self.letter.source().slice(run.span)).into();
                let replacement = run.can_go.then_some("".into());
                found.push(Match { name, replacement, unfolded: Some(run.span), ..Match::at(at..at) });
            }
        }
    }

    /// Adds what stands twice in `area`, where `matcher` minds that.
    pub(super) fn find_repeats(&self, matcher: &Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        match matcher.repeats {
            None => {}
            Some(Repeat::Word) => self.find_repeated_words(area, found),
            Some(Repeat::Paragraph) => {
                let repeated = self.repeated.get_or_init(|| repeated_paragraphs(self.letter));
                found.extend(inside(repeated, area, Clone::clone).map(|(_, range)| Match::at(range)));
            }
        }
    }

    fn find_repeated_words(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        let words = self.letter.words();
        let from = words.partition_point(|word| word.start < area.start);
        for pair in words[from..].windows(2).take_while(|pair| pair[1].end <= area.end) {
            // Nearly all pairs differ in length, which is told at once.
            if pair[0].len() != pair[1].len() || pair[0].end + 1 != pair[1].start {
                continue;
            }
            let (first, second) = (&text[pair[0].clone()], &text[pair[1].clone()]);
            let is_doubled = text.as_bytes()[pair[0].end] == b' '
                && first.eq_ignore_ascii_case(second)
                && first.chars().all(|character| character.is_alphabetic() || character == '\'');
            // "Duran Duran", "New New York": two capitals are a name.
            let is_name = first == second && first.len() > 1 && first.starts_with(char::is_uppercase);
            if is_doubled && !is_name {
                let range = pair[0].start..pair[1].end;
                found.push(Match { replacement: Some(first.to_owned().into()), ..Match::at(range) });
            }
        }
    }
}

/// Those of `all`, which are in order of their start, that lie within `area`, and where.
pub(super) fn inside<'b, T>(
    all: &'b [T],
    area: &Range<usize>,
    range: impl Fn(&T) -> Range<usize>,
) -> impl Iterator<Item = (&'b T, Range<usize>)> {
    let from = all.partition_point(|one| range(one).start < area.start);
    let end = area.end;
    let near = all[from..].iter().map(move |one| (one, range(one))).take_while(move |(_, range)| range.start < end);
    near.filter(move |(_, range)| range.end <= end)
}

/// Paragraphs of some length whose words stood in the letter before, in order.
fn repeated_paragraphs(letter: &Letter) -> Vec<Range<usize>> {
    let lower = letter.prose().lower();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut repeated = Vec::new();
    for paragraph in letter.paragraphs() {
        let range = paragraph.text.clone();
        let is_new = seen.insert(lower[range.clone()].trim_matches(['[', ']', '.', ' ']));
        if !is_new && letter.words_in(&range) >= FEWEST_WORDS {
            repeated.push(range);
        }
    }
    repeated
}
