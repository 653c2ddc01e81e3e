//! What the CV says otherwise: another figure of the same work, another title or other years at the same employer.

use super::{Elsewhere, Match, inside};
use crate::application::{Reference, is_same_title};
use crate::check::context::Context;
use crate::check::cv_work::{Held, Line, Work, telling, units, values, years};
use crate::letter::figure::{Figure, Kind, TEN};
use crate::rule::{Employment, Text, groups};
use std::collections::BTreeSet;
use std::ops::Range;

/// Words of a sentence that must be in the CV's for both to tell of the same work.
const FEWEST_SHARED: usize = 3;

/// Words of the longest title in a CV.
const MOST_TITLE_WORDS: usize = 7;

impl<'a> Context<'a> {
    /// Adds numbers, titles and years in `area`, which may be a piece of a sentence, that the CV has otherwise.
    pub(super) fn find_contradictions(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let all = self.contradicted.get_or_init(|| {
            let mut all = Vec::new();
            if let Some(cv) = self.known.text(Text::Cv) {
                for sentence in self.letter.sentences() {
                    self.contradicted_figures(cv, sentence, &mut all);
                    self.contradicted_work(cv, sentence, &mut all);
                }
            }
            all
        });
        found.extend(all.iter().filter(|one| one.range.start < area.end && area.start < one.range.end).cloned());
    }

    /// Figures of which the CV has another number for the same work.
    fn contradicted_figures(&self, cv: &Reference, sentence: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        let own = || inside(self.known.figures(), sentence, |one| one.range.clone()).map(|(one, _)| one);
        let unknown = own().filter(|one| !cv.numbers().hold(&values(one)));
        let mut unknown = unknown.take_while(|_| self.known.may_search()).peekable();
        if unknown.peek().is_none() {
            return;
        }
        // Of a few things there are others: "four sets" are none of eleven.
        let is_few = |one: &Figure| one.kind == Kind::Count && one.values().all(|number| number < TEN);
        let work = self.known.work(cv);
        let near = Near {
            sentence: telling(&text[sentence.clone()]),
            paragraph: telling(&text[self.paragraph_of(sentence)]),
            figures: own().flat_map(Figure::values).collect(),
        };
        for one in unknown {
            if is_few(one) {
                continue;
            }
            found.extend(
                near.line_against(work, one, &text[one.range.clone()])
                    .map(|there| contradicted(cv, one.range.clone(), there)),
            );
        }
    }

    fn paragraph_of(&self, sentence: &Range<usize>) -> Range<usize> {
        let paragraphs = self.letter.paragraphs();
        let at = paragraphs.partition_point(|paragraph| paragraph.text.end <= sentence.start);
        paragraphs.get(at).map_or(sentence.clone(), |paragraph| paragraph.text.clone())
    }

    /// Titles and years that the CV's entry of the same employer has otherwise.
    fn contradicted_work(&self, cv: &Reference, sentence: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        let employment = self.rules.employment();
        let (titles, mut employers) = self.held_in(sentence);
        // "as a Senior Engineer at Acme".
        employers.extend(titles.iter().find_map(|title| {
            let rest = groups(&employment.employer_after_title, text.get(title.end..sentence.end)?);
            rest.first().map(|employer| title.end + employer.start..title.end + employer.end)
        }));
        let Some((employer, entry)) =
            employers.into_iter().find_map(|one| Some((one.clone(), self.known.work(cv).entry(cv, &text[one])?)))
        else {
            return;
        };
        let there = &cv.text()[entry.clone()];
        for title in titles.into_iter().filter(|title| *title != employer) {
            let held: Vec<&str> =
                there.split(['\n', ',', '|', '(', '\u{2013}', '\u{2014}', ';']).map(str::trim).collect();
            let same = held
                .iter()
                .any(|piece| is_title(employment, piece) && is_held(employment, &text[title.clone()], piece));
            if !same && held.iter().any(|piece| is_title(employment, piece)) {
                found.push(contradicted(cv, title, entry.clone()));
            }
        }
        let held = years(there);
        if held.is_empty() {
            return;
        }
        let known: BTreeSet<&str> = held.iter().map(|range| &there[range.clone()]).collect();
        let goes_on = employment.present.iter().any(|word| there.to_lowercase().contains(word));
        let is_within = |year: &str| known.first() <= Some(&year) && (goes_on || Some(&year) <= known.last());
        let all = years(&text[sentence.clone()]);
        let whole = |range: &Range<usize>| sentence.start + range.start..sentence.start + range.end;
        for (index, year) in all.iter().enumerate() {
            let range = whole(year);
            // "From 2019 to 2022" are both ends, and must be the entry's; any other year may lie between them.
            let follows = |range: &Range<usize>, word: &str| text[..range.start].trim_end().ends_with(word);
            let opens = follows(&range, "from") && all.get(index + 1).is_some_and(|next| follows(&whole(next), "to"));
            let closes = follows(&range, "to") && index > 0 && follows(&whole(&all[index - 1]), "from");
            let is_right = if opens || (closes && !goes_on) {
                known.contains(&text[range.clone()])
            } else {
                is_within(&text[range.clone()])
            };
            if !is_right {
                found.push(contradicted(cv, range, entry.clone()));
            }
        }
    }
}

/// What is around a figure of the letter.
struct Near {
    /// Words that tell of the work, in its sentence and in its paragraph.
    sentence: BTreeSet<String>,
    paragraph: BTreeSet<String>,
    /// Numbers of the sentence.
    figures: BTreeSet<u64>,
}

impl Near {
    /// The CV's figure that `one`, written as `figure`, contradicts: in the line about the same work, or in the only line
    /// that counts such things.
    fn line_against(&self, work: &Work, one: &Figure, figure: &str) -> Option<Range<usize>> {
        let (wanted, unit) = (values(one), units(figure));
        let is_otherwise =
            |other: &&Held| other.kind == one.kind && other.numbers != wanted && !unit.is_disjoint(&other.units);
        let lines = work.figured.iter().filter_map(|line| Some((line, line.figures.iter().find(is_otherwise)?)));
        let lines: Vec<(&Line, &Held)> = lines.collect();
        let scored = lines.iter().map(|(line, other)| {
            let same = line.numbers.iter().filter(|number| self.figures.contains(*number)).count();
            // That both count beds does not make them the same beds.
            let is_unit = |word: &&String| {
                one.kind == Kind::Count
                    && unit.iter().any(|unit| unit.starts_with(word.as_str()) || word.starts_with(unit.as_str()))
            };
            let words: BTreeSet<String> = line.words.iter().filter(|word| !is_unit(word)).cloned().collect();
            let (near, far) = (words.intersection(&self.sentence).count(), words.intersection(&self.paragraph).count());
            (near + same, far, &other.range)
        });
        let (near, far, other) = scored.max_by_key(|(near, far, _)| (*near, *far))?;
        let is_same = near >= FEWEST_SHARED
            || (near + 1 >= FEWEST_SHARED && 2 * near >= self.sentence.len())
            || (lines.len() == 1
                && one.kind != Kind::Duration
                && near > 0
                && (far + 1 >= FEWEST_SHARED || 2 * near >= self.sentence.len()));
        is_same.then(|| other.clone())
    }
}

/// The match for what is at `range` of the letter and otherwise at `there` of the CV.
fn contradicted<'a>(cv: &Reference, range: Range<usize>, there: Range<usize>) -> Match<'a> {
    let line = cv.text()[there.clone()].lines().next().unwrap_or_default().trim().to_owned();
    let elsewhere = Elsewhere { place: cv.place(there.start), text: Some(line), ..Elsewhere::default() };
    Match { elsewhere: Some(Box::new(elsewhere)), ..Match::at(range) }
}

/// Whether the title `written` is the one that was held, `held`: a rank is none too many.
fn is_held(work: &Employment, written: &str, held: &str) -> bool {
    let ranked = |title: &str| {
        let lower = title.to_lowercase().replace("sr.", "senior").replace("sr ", "senior ");
        let words = lower.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| work.ranks.iter().any(|rank| rank == word)).collect::<BTreeSet<_>>().len()
    };
    is_same_title(written, held) && ranked(written) <= ranked(held)
}

/// Whether `piece` of a CV's entry is a title.
fn is_title(work: &Employment, piece: &str) -> bool {
    work.is_job(piece) && piece.split(' ').nth(MOST_TITLE_WORDS).is_none()
}
