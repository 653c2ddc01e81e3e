//! Findings that share one excerpt.

use super::row::{Row, Rows};
use super::window;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
use crate::span::Span;

/// Widest stretch of a line whose findings share an excerpt; with more of them it is hard to tell which is which.
const WIDEST_STRETCH: usize = 72;

/// Findings in one place of a letter: the same words, words a few columns apart, or the letter as a whole.
#[derive(Debug)]
pub(super) struct Place<'a> {
    /// What was found there, gravest first, then from left to right, then by rule.
    pub(super) diagnostics: Vec<&'a Diagnostic>,
    /// What the excerpt shows.
    pub(super) span: Span,
    /// The line that `span` begins in, from 1.
    pub(super) first: usize,
    /// The line that `span` ends in.
    pub(super) last: usize,
    /// Whether it is, more or less, the letter as a whole.
    pub(super) is_sweeping: bool,
}

/// Returns `diagnostics` by place, in the order in which places begin.
///
/// `room` is how many columns of text an excerpt has.
pub(super) fn places<'a>(
    rows: &mut Rows<'_>,
    diagnostics: impl Iterator<Item = &'a Diagnostic>,
    room: usize,
) -> Vec<Place<'a>> {
    let mut places: Vec<Place<'a>> = Vec::new();
    let mut first_sweeping = None;
    for diagnostic in diagnostics {
        let new = Place::of(rows.source(), diagnostic);
        let row = rows.line(new.first);
        if let Some(index) = taker(&places, first_sweeping, &new, &row, room) {
            places[index].join(new, rows.source());
        } else {
            first_sweeping = first_sweeping.or(new.is_sweeping.then_some(places.len()));
            places.push(new);
        }
    }
    for place in &mut places {
        let key = |found: &&Diagnostic| (std::cmp::Reverse(found.severity), found.span.start);
        place.diagnostics.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.rule.cmp(&b.rule)));
    }
    places
}

/// Returns the first of `places` that takes `new`.
///
/// Places begin in order, so that only the last few are near enough: looking at all of them for each finding would take
/// the square of their number.
fn taker(
    places: &[Place<'_>],
    first_sweeping: Option<usize>,
    new: &Place<'_>,
    row: &Row<'_>,
    room: usize,
) -> Option<usize> {
    let is_near = |place: &Place<'_>| {
        place.span.start >= new.span.start
            || (place.first == new.first
                && row.width(row.cells_between(place.span.start, new.span.start)) <= WIDEST_STRETCH)
    };
    let near = places.iter().rev().take_while(|place| is_near(place)).count();
    let far = places.len() - near;
    let taking = places[far..].iter().position(|place| place.takes(new, row, room)).map(|index| far + index);
    let sweeping = first_sweeping.filter(|_| new.is_sweeping);
    taking.into_iter().chain(sweeping).min()
}

impl<'a> Place<'a> {
    fn of(source: &Source, diagnostic: &'a Diagnostic) -> Self {
        let span = shown(source, diagnostic.span);
        Place { diagnostics: vec![diagnostic], is_sweeping: source.is_sweeping(span), ..Place::at(source, span) }
    }

    fn at(source: &Source, span: Span) -> Self {
        let last_char = source.slice(span).chars().next_back().map_or(0, char::len_utf8);
        Place {
            diagnostics: Vec::new(),
            span,
            first: source.position(span.start).line,
            last: source.position(span.end - last_char).line,
            is_sweeping: false,
        }
    }

    /// Returns what to mark: each finding's own words and how grave it is.
    pub(super) fn marks(&self, source: &Source) -> Vec<(Span, Severity)> {
        self.diagnostics.iter().map(|found| (shown(source, found.span), found.severity)).collect()
    }

    /// Whether the excerpt of `self` can show `other` too; `row` is the line that `other` begins in.
    fn takes(&self, other: &Place<'_>, row: &Row<'_>, room: usize) -> bool {
        if self.span == other.span || (self.is_sweeping && other.is_sweeping) {
            return true;
        }
        if [self.first, self.last, other.last].iter().any(|&line| line != other.first) {
            return false;
        }
        let stretch = row.focus(self.span.join(other.span));
        [self.span, other.span].iter().all(|&span| row.width(row.cells_of(span)) > 0)
            && window::fits(row, &stretch, room)
            && row.width(stretch) <= WIDEST_STRETCH
    }

    fn join(&mut self, other: Place<'a>, source: &Source) {
        self.diagnostics.extend(other.diagnostics);
        let joined = Place::at(source, self.span.join(other.span));
        (self.span, self.first, self.last) = (joined.span, joined.first, joined.last);
    }
}

/// `span` without the line breaks at its ends, and what stands outside of them.
fn shown(source: &Source, span: Span) -> Span {
    let text = source.slice(span);
    let is_break = |c| c == '\n' || c == '\r';
    let trimmed = text.trim_start();
    if trimmed.is_empty() {
        let end = text.find(is_break).unwrap_or(text.len());
        return Span::new(span.start, span.start + end);
    }
    let lead = text.len() - trimmed.len();
    let start = text[..lead].rfind(is_break).map_or(0, |at| at + 1);
    let kept = text.trim_end().len();
    let end = text[kept..].find(is_break).map_or(text.len(), |at| kept + at);
    Span::new(span.start + start, span.start + end)
}

#[cfg(test)]
mod tests {
    use super::super::sample::finding;
    use super::*;
    use Severity::{Error, Info, Warning};

    fn rules(text: &str, found: &[(Severity, &str, &str)], room: usize) -> Vec<String> {
        let found = found.iter().map(|(severity, rule, words)| finding(text, *severity, rule, words));
        let found: Vec<Diagnostic> = found.collect();
        let source = Source::new(text);
        let places = places(&mut Rows::of(&source), found.iter(), room);
        let rules = places.iter().map(|place| place.diagnostics.iter().map(|found| found.rule.as_str()).collect());
        rules.map(|rules: Vec<&str>| rules.join(" ")).collect()
    }

    const TEXT: &str =
        "I am very passionate about queues and really love the way they behave under load, which is just great.";

    #[test]
    fn findings_in_the_same_words_share_a_place_gravest_first() {
        let found = [(Info, "a", "very"), (Error, "c", "very"), (Error, "b", "very")];
        assert_eq!(rules(TEXT, &found, 40), ["b c a"]);
    }

    #[test]
    fn findings_that_one_window_shows_share_it_from_left_to_right() {
        let found = [(Warning, "z", "very"), (Warning, "a", "about"), (Error, "m", "really")];
        assert_eq!(rules(TEXT, &found, 60), ["m z a"]);
    }

    #[test]
    fn findings_too_far_apart_for_a_window_do_not_share() {
        assert_eq!(rules(TEXT, &[(Info, "a", "very"), (Info, "b", "just")], 60), ["a", "b"]);
        assert_eq!(rules(TEXT, &[(Info, "a", "very"), (Info, "b", "just")], 200), ["a", "b"]);
    }

    #[test]
    fn words_in_a_paragraph_that_is_a_finding_have_an_excerpt_of_their_own() {
        assert_eq!(rules(TEXT, &[(Info, "a", TEXT), (Info, "b", "very")], 60), ["a", "b"]);
    }

    #[test]
    fn findings_on_the_whole_letter_share_a_place_and_a_paragraph_has_its_own() {
        let text = "Dear Ms Okafor,\n\nI build\nqueues.\n\nI mend them.\n\nBest,\nAna\n";
        let found = [(Info, "b", "Dear ... Ana"), (Info, "a", "I build ... them."), (Info, "c", "I build ... queues.")];
        assert_eq!(rules(text, &found, 60), ["b a", "c"]);
    }
}
