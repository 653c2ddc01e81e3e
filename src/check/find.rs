//! Runs matchers: what they find in a range, and how it counts.

use super::hits::{Hits, confirm};
use super::spell;
use super::unit::{Units, has_part};
use crate::letter::{Letter, quantity::Strength, seconds};
use crate::rule::automaton::Starts;
use crate::rule::{Bound, Matcher, Measure, Repeat, RuleSet, Scope, TierInForce, Within};
use std::borrow::Cow;
use std::ops::Range;

/// Where a matcher hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match<'a> {
    pub(super) range: Range<usize>,
    /// What different spellings of it share; the text itself where empty.
    pub(super) name: Cow<'a, str>,
    pub(super) instead: Option<Cow<'a, str>>,
    pub(super) replacement: Option<Cow<'a, str>>,
    pub(super) is_weak: bool,
}

impl Match<'_> {
    pub(super) fn at(range: Range<usize>) -> Self {
        Match { range, name: Cow::Borrowed(""), instead: None, replacement: None, is_weak: false }
    }
}

/// Runs matchers over one letter.
pub(super) struct Finder<'a> {
    pub(super) letter: &'a Letter,
    pub(super) rules: &'a RuleSet,
    pub(super) hits: &'a Hits,
    pub(super) units: Units<'a>,
    pub(super) tier: TierInForce,
    /// Values of the options of the rule that is tried.
    pub(super) numbers: Vec<usize>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(letter: &'a Letter, rules: &'a RuleSet, hits: &'a Hits, tier: TierInForce) -> Self {
        Finder { letter, rules, hits, units: Units::new(letter), tier, numbers: Vec::new() }
    }

    /// Returns the matches where `condition` holds for `unit`.
    pub(super) fn holds(&self, condition: &'a Matcher, unit: &Range<usize>) -> Option<Vec<Match<'a>>> {
        let area = self.reach(condition, unit);
        let matches = self.find(condition, &area);
        let count = self.count(condition, &area, &matches);
        let least =
            condition.at_least.as_ref().map_or(usize::from(condition.at_most.is_none()), |bound| self.number(bound));
        let most = condition.at_most.as_ref().map_or(usize::MAX, |bound| self.number(bound));
        (least..=most).contains(&count).then_some(matches)
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
        let holds = |paragraph: &&crate::letter::Paragraph| paragraph.text.contains(&unit.start);
        let Some(paragraph) = self.letter.paragraphs().iter().find(holds) else { return unit.clone() };
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
        if area.is_empty() || !self.is_in_parts(matcher, area) {
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
                !excepted.iter().any(|other| other.start <= one.range.start && one.range.end <= other.end)
            });
        }
        if matcher.at_start && !matcher.by_sentence {
            found.retain(|one| {
                self.letter.prose().text()[area.start..one.range.start].chars().all(|c| !c.is_alphanumeric())
            });
        }
        if let Some(most) = matcher.by_word {
            found.retain(|one| self.letter.words_in(&(area.start..one.range.start)) < most);
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

    fn is_in_parts(&self, matcher: &Matcher, area: &Range<usize>) -> bool {
        matcher.parts.is_empty() || matcher.parts.iter().any(|&name| has_part(self.letter, area, name))
    }

    fn find_phrases(&self, matcher: &'a Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        for hit in self.hits.within(matcher.slot, area) {
            let Some(mut phrase) = matcher.phrases.get(hit.phrase) else { continue };
            let Some(range) = confirm(self.letter, hit, &phrase) else { continue };
            let instead = phrase.instead.take();
            found.push(Match { name: phrase.into_name(), instead, ..Match::at(range) });
        }
    }

    fn find_patterns(&self, matcher: &Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        let mut ranges = Vec::new();
        for (index, pattern) in matcher.patterns.iter().enumerate() {
            let automata = self.rules.automata();
            let mut search = |piece: Range<usize>, starts: Starts<'_>| {
                pattern.find(&text[piece.clone()], starts, automata, &mut ranges);
                let here = |hit: Range<usize>| Match::at(piece.start + hit.start..piece.start + hit.end);
                found.extend(ranges.drain(..).map(here));
            };
            if !pattern.has_needles() {
                let fences = if pattern.is_screened() { pattern.fences.marks() } else { "" };
                let mut start = area.start;
                for piece in text[area.clone()].split(|mark| fences.contains(mark)) {
                    search(start..start + piece.len(), Starts::All);
                    start += piece.len() + 1;
                }
                continue;
            }
            let needles = self.hits.starting(matcher.pattern_slot(index), area);
            let mut needles = needles.map(|hit| hit.start).peekable();
            if needles.peek().is_none() {
                continue;
            }
            match pattern.fences.marks() {
                _ if pattern.starts_at_needles() => {
                    search(area.clone(), Starts::At(&mut needles.map(|at| at - area.start)));
                }
                "" => search(area.clone(), Starts::All),
                fences => self.pieces(area, fences, needles).for_each(|piece| search(piece, Starts::All)),
            }
        }
    }

    /// The pieces of `area` between `fences` that hold one of the places `at`, which are in order; each once.
    fn pieces(
        &self,
        area: &Range<usize>,
        fences: &str,
        at: impl Iterator<Item = usize>,
    ) -> impl Iterator<Item = Range<usize>> {
        let is_fence = |character: char| fences.contains(character);
        let text = &self.letter.prose().text()[..area.end];
        let (first, mut done) = (area.start, area.start);
        at.filter_map(move |at| {
            let is_new = at >= done;
            is_new.then(|| {
                let start = text[first..at].rfind(is_fence).map_or(first, |fence| first + fence + 1);
                done = text[at..].find(is_fence).map_or(text.len(), |len| at + len);
                start..done
            })
        })
    }

    /// Figures, placeholders, quotations, links: what the letter knows already.
    fn find_facts(&self, matcher: &Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let letter = self.letter;
        let inside = |range: &Range<usize>| area.start <= range.start && range.end <= area.end;
        if !matcher.quantities.is_empty() {
            let from = letter.quantities().partition_point(|quantity| quantity.range.start < area.start);
            let near = letter.quantities()[from..].iter().take_while(|quantity| quantity.range.start < area.end);
            let wanted = near.filter(|quantity| inside(&quantity.range) && matcher.quantities.contains(&quantity.kind));
            found.extend(wanted.map(|quantity| {
                let is_weak = quantity.strength == Strength::Weak;
                Match { is_weak, ..Match::at(quantity.range.clone()) }
            }));
        }
        if !matcher.placeholders.is_empty() {
            let slots = letter.placeholders().iter().filter(|slot| inside(&slot.range));
            let wanted = slots.filter(|slot| matcher.placeholders.contains(&slot.certainty));
            found.extend(wanted.map(|slot| Match::at(slot.range.clone())));
        }
        if let Some(words) = matcher.quotes {
            let long = |range: &&Range<usize>| letter.prose().text()[(*range).clone()].split(' ').count() >= words;
            let wanted = letter.quotations().iter().filter(|range| inside(range)).filter(long);
            found.extend(wanted.map(|range| Match::at(range.clone())));
        }
        if matcher.links.is_empty() {
            return;
        }
        for link in letter.links() {
            let prose = letter.prose();
            let range = prose.offset(link.span.start)..prose.offset(link.span.end);
            let target = link.target.to_ascii_lowercase();
            if inside(&range) && matcher.links.iter().any(|piece| target.contains(piece.as_str())) {
                found.push(Match::at(range));
            }
        }
    }

    fn find_repeats(&self, matcher: &Matcher, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        match matcher.repeats {
            None => {}
            Some(Repeat::Word) => {
                let words = self.letter.words();
                let from = words.partition_point(|word| word.start < area.start);
                for pair in words[from..].windows(2).take_while(|pair| pair[1].end <= area.end) {
                    let (first, second) = (&text[pair[0].clone()], &text[pair[1].clone()]);
                    let is_doubled = &text[pair[0].end..pair[1].start] == " "
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
            Some(Repeat::Paragraph) => self.find_repeated_paragraphs(area, found),
        }
    }

    fn find_repeated_paragraphs(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        const FEWEST_WORDS: usize = 8;
        let lower = self.letter.prose().lower();
        let mut seen: std::collections::BTreeSet<&str> = std::collections::BTreeSet::new();
        for paragraph in self.letter.paragraphs() {
            let range = paragraph.text.clone();
            let is_new = seen.insert(lower[range.clone()].trim_matches(['[', ']', '.', ' ']));
            let is_inside = area.start <= range.start && range.end <= area.end;
            if !is_new && is_inside && self.letter.words_in(&range) >= FEWEST_WORDS {
                found.push(Match::at(range));
            }
        }
    }

    fn is_quoted(&self, at: usize) -> bool {
        let quotations = self.letter.quotations();
        let index = quotations.partition_point(|range| range.end <= at);
        // The opening mark itself is outside: what starts there is the quotation, not something in it.
        quotations.get(index).is_some_and(|range| range.start < at)
    }

    fn excepted(&self, matcher: &Matcher, area: &Range<usize>) -> Vec<Range<usize>> {
        let first = matcher.phrases.len();
        // What is excepted may start before the area.
        let before = 0..area.end;
        let hits = self.hits.starting(matcher.slot, &before);
        let near = hits.filter(|hit| area.start < hit.end);
        let excepted = near.filter_map(|hit| Some((hit, matcher.except.get(hit.phrase.checked_sub(first)?)?)));
        excepted.filter_map(|(hit, phrase)| confirm(self.letter, hit, &phrase)).collect()
    }

    /// Returns how `matches`, found in `area`, count.
    pub(super) fn count(&self, matcher: &Matcher, area: &Range<usize>, matches: &[Match<'_>]) -> usize {
        if let Some(measure) = matcher.measure {
            if area.is_empty() || !self.is_in_parts(matcher, area) {
                return 0;
            }
            let words = self.letter.words_in(area);
            return match measure {
                Measure::Words => words,
                Measure::Sentences => self.sentences(area).len(),
                Measure::Seconds => seconds(words),
            };
        }
        if matcher.by_sentence {
            return self.count_sentences(matcher, area, matches);
        }
        let strong = matches.iter().filter(|one| !one.is_weak);
        let count = if matcher.distinct {
            self.names(matches).len()
        } else {
            // Two weak figures weigh as much as a strong one, unless the rule takes any.
            let weak = matches.iter().filter(|one| one.is_weak).count();
            strong.count() + if matcher.weak { weak } else { weak / 2 }
        };
        if matcher.per_100_words {
            return count * 100 / self.letter.words_in(area).max(1);
        }
        count
    }

    fn count_sentences(&self, matcher: &Matcher, area: &Range<usize>, matches: &[Match<'_>]) -> usize {
        let sentences = self.sentences(area);
        let holds = |sentence: &Range<usize>| {
            matches.iter().any(|one| {
                let is_inside = sentence.start <= one.range.start && one.range.start < sentence.end;
                is_inside && (!matcher.at_start || one.range.start <= sentence.start + 1)
            })
        };
        if matcher.in_a_row {
            let mut longest = 0;
            let mut run = 0;
            for sentence in sentences {
                run = if holds(sentence) { run + 1 } else { 0 };
                longest = longest.max(run);
            }
            return longest;
        }
        let count = sentences.iter().filter(|sentence| holds(sentence)).count();
        if matcher.percent { count * 100 / sentences.len().max(1) } else { count }
    }

    fn sentences(&self, area: &Range<usize>) -> &[Range<usize>] {
        let all = self.letter.sentences();
        let from = all.partition_point(|sentence| sentence.start < area.start);
        let to = all.partition_point(|sentence| sentence.start < area.end);
        &all[from..to.max(from)]
    }

    /// Returns what the matches are called, each once, in order.
    pub(super) fn names(&self, matches: &[Match<'_>]) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for one in matches {
            let text = &self.letter.prose().text()[one.range.clone()];
            let name = if one.name.is_empty() { text } else { &one.name };
            if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                names.push(name.to_owned());
            }
        }
        names
    }
}
