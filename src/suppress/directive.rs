//! Comments that speak to letterlint: `<!-- letterlint-disable-next-line RULE, RULE -- reason -->`.

use crate::diagnostic::Diagnostic;
use crate::letter::Letter;
use crate::source::Source;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What every such comment opens with.
const MARK: &str = "letterlint-";

/// How far a comment reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    NextLine,
    NextParagraph,
    Disable,
    Enable,
    File,
    /// None that letterlint knows.
    Unknown,
}

impl Kind {
    /// Names, without [`MARK`].
    pub(super) const NAMES: [(&str, Kind); 5] = [
        ("disable-next-line", Kind::NextLine),
        ("disable-next-paragraph", Kind::NextParagraph),
        ("disable", Kind::Disable),
        ("enable", Kind::Enable),
        ("disable-file", Kind::File),
    ];

    /// Those that take findings away.
    const SILENCING: [Kind; 4] = [Kind::NextLine, Kind::NextParagraph, Kind::Disable, Kind::File];

    fn of(name: &str) -> Self {
        let known = Kind::NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        known.map_or(Kind::Unknown, |(_, kind)| *kind)
    }
}

/// One comment that speaks to letterlint.
#[derive(Clone, Debug)]
pub(super) struct Directive {
    pub(super) kind: Kind,
    /// The first word, as it is written.
    pub(super) name: String,
    pub(super) comment: Span,
    pub(super) reason: Option<String>,
    pub(super) rules: Vec<Named>,
}

/// A rule that a comment names, and where it is silent for it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Lower case.
    pub(super) id: String,
    pub(super) span: Span,
    /// Bytes in which findings are taken away.
    region: Range<usize>,
    pub(super) is_used: bool,
}

/// The comments of a letter that speak to letterlint, in order, and where they do.
#[derive(Clone, Debug, Default)]
pub(super) struct Directives {
    pub(super) all: Vec<Directive>,
    /// By rule and kind of comment, in order of where they begin to count: a letter may hold as many comments as
    /// findings, and to look at all of them for each finding would take the square of their number.
    places: BTreeMap<String, [Vec<Place>; 4]>,
}

/// Where a comment counts for a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    start: usize,
    index: usize,
    rule: usize,
    end: usize,
}

impl Directives {
    /// Returns the comments of `letter` that speak to letterlint.
    pub(super) fn of(letter: &Letter) -> Self {
        let source = letter.source();
        let mut all: Vec<Directive> = letter.comments().iter().filter_map(|&comment| read(source, comment)).collect();
        regions(&mut all, source);
        mark_enables(&mut all);
        let mut places: BTreeMap<String, [Vec<Place>; 4]> = BTreeMap::new();
        for (index, directive) in all.iter().enumerate() {
            let Some(kind) = Kind::SILENCING.iter().position(|&kind| kind == directive.kind) else { continue };
            for (rule, named) in directive.rules.iter().enumerate().filter(|(_, named)| !named.region.is_empty()) {
                let place = Place { start: named.region.start, index, rule, end: named.region.end };
                places.entry(named.id.clone()).or_default()[kind].push(place);
            }
        }
        places.values_mut().flatten().for_each(|places| places.sort());
        Directives { all, places }
    }

    /// Returns the narrowest comment that takes `diagnostic` away, and notes that it did.
    pub(super) fn take(&mut self, diagnostic: &Diagnostic) -> Option<&Directive> {
        let at = diagnostic.span.start;
        // Of one kind those that begin last are the narrowest: they end together, or lie apart.
        let narrowest = |places: &Vec<Place>| {
            let last = places.partition_point(|place| place.start <= at).checked_sub(1)?;
            let start = places[last].start;
            let first = &places[places.partition_point(|place| place.start < start)];
            (at < first.end).then_some((first.end - start, first.index, first.rule))
        };
        let (_, index, rule) = self.places.get(&diagnostic.rule)?.iter().filter_map(narrowest).min()?;
        self.all[index].rules[rule].is_used = true;
        Some(&self.all[index])
    }
}

/// Notes where each name of each comment counts, from the last to the first: what ends one stands behind it.
fn regions(all: &mut [Directive], source: &Source) {
    let len = source.text().len();
    let mut enables: BTreeMap<String, usize> = BTreeMap::new();
    let mut lines = Lines {
        comments: all.iter().map(|one| one.comment).collect(),
        source,
        next: BTreeMap::new(),
        last: BTreeMap::new(),
    };
    for directive in all.iter_mut().rev() {
        let behind = directive.comment.end;
        let same_for_all = match directive.kind {
            Kind::File => 0..len + 1,
            Kind::NextLine => lines.next(behind).map_or(0..0, |line| lines.range(line, line)),
            Kind::NextParagraph => lines.next(behind).map_or(0..0, |first| {
                let last = lines.last_of_paragraph(first);
                lines.range(first, last)
            }),
            Kind::Disable | Kind::Enable | Kind::Unknown => 0..0,
        };
        for named in &mut directive.rules {
            named.region = match directive.kind {
                Kind::Disable => behind..enables.get(&named.id).copied().unwrap_or(len + 1),
                _ => same_for_all.clone(),
            };
        }
        if directive.kind == Kind::Enable {
            enables.extend(directive.rules.iter().map(|named| (named.id.clone(), directive.comment.start)));
        }
    }
}

/// What is turned on again was off before: an `enable` is used where it ends something.
fn mark_enables(all: &mut [Directive]) {
    let off = all.iter().filter(|one| one.kind == Kind::Disable).flat_map(|one| &one.rules);
    let ended: BTreeSet<(String, usize)> = off.map(|named| (named.id.clone(), named.region.end)).collect();
    for directive in all.iter_mut().filter(|one| one.kind == Kind::Enable) {
        for named in &mut directive.rules {
            named.is_used = ended.contains(&(named.id.clone(), directive.comment.start));
        }
    }
}

/// Lines that comments are about; each is looked for once, however many comments ask.
struct Lines<'a> {
    /// In order.
    comments: Vec<Span>,
    source: &'a Source,
    next: BTreeMap<usize, Option<usize>>,
    last: BTreeMap<usize, usize>,
}

impl Lines<'_> {
    /// The first line behind byte `behind` that holds anything but blanks and comments like these.
    fn next(&mut self, behind: usize) -> Option<usize> {
        let first = self.source.position(behind).line + 1;
        let mut found = None;
        for line in first..=self.source.line_count() {
            // Comments are asked from the last to the first, so that what follows a comment further down is known.
            if let Some(known) = self.next.get(&line) {
                found = *known;
                break;
            }
            if !self.is_passed_over(line) {
                found = Some(line);
                break;
            }
        }
        self.next.insert(first, found);
        found
    }

    fn is_passed_over(&self, line: usize) -> bool {
        let line = self.source.line(line);
        let text = self.source.slice(line).trim();
        let first = self.comments.partition_point(|comment| comment.start < line.start);
        text.is_empty()
            || self.comments.get(first).is_some_and(|&one| one.end <= line.end && text == self.source.slice(one))
    }

    fn last_of_paragraph(&mut self, first: usize) -> usize {
        if let Some(&last) = self.last.get(&first) {
            return last;
        }
        let is_blank = |line: &usize| self.source.slice(self.source.line(*line)).trim().is_empty();
        let last = (first..=self.source.line_count()).take_while(|line| !is_blank(line)).last().unwrap_or(first);
        self.last.insert(first, last);
        last
    }

    fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.source.line(first).start..self.source.line(last).end + 1
    }
}

fn read(source: &Source, comment: Span) -> Option<Directive> {
    let text = source.slice(comment);
    let inner = text.strip_prefix("<!--")?.strip_suffix("-->").unwrap_or(&text[4..]);
    let opened = inner.trim_start();
    let head = opened.get(..MARK.len()).filter(|head| head.eq_ignore_ascii_case(MARK))?;
    let start = comment.start + 4 + (inner.len() - opened.len());
    let name_len = opened[head.len()..].find(char::is_whitespace).unwrap_or(opened.len() - head.len());
    let name = &opened[..head.len() + name_len];
    let behind = &opened[name.len()..];
    let (ids, reason) = match split_reason(behind) {
        Some((ids, reason)) => (ids, Some(reason.split_whitespace().collect::<Vec<_>>().join(" "))),
        None => (behind, None),
    };
    Some(Directive {
        kind: Kind::of(&name[MARK.len()..]),
        name: name.to_owned(),
        comment,
        reason: reason.filter(|reason| !reason.is_empty()),
        rules: named(ids, start + name.len()),
    })
}

/// Parts `text` at ` -- `.
fn split_reason(text: &str) -> Option<(&str, &str)> {
    let is_free = |at: &usize| {
        text[..*at].chars().next_back().is_none_or(char::is_whitespace)
            && text[at + 2..].chars().next().is_none_or(char::is_whitespace)
    };
    let at = text.match_indices("--").map(|(at, _)| at).find(is_free)?;
    Some((&text[..at], &text[at + 2..]))
}

/// The rules that `ids`, which starts at byte `start` of the letter, names.
fn named(ids: &str, start: usize) -> Vec<Named> {
    let is_gap = |character: char| character == ',' || character.is_whitespace();
    let mut found = Vec::new();
    for id in ids.split(is_gap).filter(|id| !id.is_empty()) {
        let at = start + (id.as_ptr() as usize - ids.as_ptr() as usize);
        let span = Span::new(at, at + id.len());
        found.push(Named { id: id.to_lowercase(), span, region: 0..0, is_used: false });
    }
    found
}
