//! Comments that speak to letterlint: `<!-- letterlint-disable-next-line RULE, RULE -- reason -->`.

use crate::diagnostic::Diagnostic;
use crate::letter::Letter;
use crate::source::Source;
use crate::span::Span;
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

/// Returns the comments of `letter` that speak to letterlint, in order.
pub(super) fn directives(letter: &Letter) -> Vec<Directive> {
    let source = letter.source();
    let mut all: Vec<Directive> = letter.comments().iter().filter_map(|&comment| read(source, comment)).collect();
    for index in 0..all.len() {
        for name in 0..all[index].rules.len() {
            let region = region(&all, index, name, source);
            all[index].rules[name].region = region;
        }
    }
    // What is turned on again was off before: an `enable` is used where it ends something.
    for index in 0..all.len() {
        for name in 0..all[index].rules.len() {
            if all[index].kind == Kind::Enable {
                let at = all[index].comment.start;
                let id = all[index].rules[name].id.clone();
                let mut ended = all[..index].iter().filter(|one| one.kind == Kind::Disable);
                let is_used = ended.any(|one| one.rules.iter().any(|rule| rule.id == id && rule.region.end == at));
                all[index].rules[name].is_used = is_used;
            }
        }
    }
    all
}

/// Returns the narrowest comment that takes `diagnostic` away, and notes that it did.
pub(super) fn take<'a>(directives: &'a mut [Directive], diagnostic: &Diagnostic) -> Option<&'a Directive> {
    let at = diagnostic.span.start;
    let covers = |rule: &Named| rule.id == diagnostic.rule && rule.region.contains(&at);
    let places = directives.iter().enumerate().flat_map(|(index, one)| {
        let covering = one.rules.iter().enumerate().filter(|(_, rule)| covers(rule));
        covering.map(move |(rule, named)| (named.region.len(), index, rule))
    });
    let (_, index, rule) = places.min()?;
    directives[index].rules[rule].is_used = true;
    Some(&directives[index])
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

fn region(all: &[Directive], index: usize, name: usize, source: &Source) -> Range<usize> {
    let directive = &all[index];
    let behind = directive.comment.end;
    let len = source.text().len();
    match directive.kind {
        Kind::File => 0..len + 1,
        Kind::Disable => {
            let id = &directive.rules[name].id;
            let ends = |one: &&Directive| one.kind == Kind::Enable && one.rules.iter().any(|rule| rule.id == *id);
            behind..all[index + 1..].iter().find(ends).map_or(len + 1, |one| one.comment.start)
        }
        Kind::NextLine => next_line(all, source, behind).map_or(0..0, |line| line_range(source, line, line)),
        Kind::NextParagraph => match next_line(all, source, behind) {
            Some(first) => {
                let is_blank = |line: &usize| source.slice(source.line(*line)).trim().is_empty();
                let last = (first..=source.line_count()).take_while(|line| !is_blank(line)).last().unwrap_or(first);
                line_range(source, first, last)
            }
            None => 0..0,
        },
        Kind::Enable | Kind::Unknown => 0..0,
    }
}

/// The first line behind byte `behind` that holds anything but blanks and comments like these.
fn next_line(all: &[Directive], source: &Source, behind: usize) -> Option<usize> {
    let first = source.position(behind).line + 1;
    (first..=source.line_count()).find(|&line| {
        let line = source.line(line);
        let text = source.slice(line);
        let is_directive = |one: &Directive| {
            let span = one.comment;
            line.start <= span.start && span.end <= line.end && text.trim() == source.slice(span)
        };
        !text.trim().is_empty() && !all.iter().any(is_directive)
    })
}

fn line_range(source: &Source, first: usize, last: usize) -> Range<usize> {
    source.line(first).start..source.line(last).end + 1
}
