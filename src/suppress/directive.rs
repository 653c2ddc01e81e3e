//! Suppression comments: `<!-- letterlint-disable-next-line RULE, RULE -- reason -->`.
//!
//! `<!-- letterlint-allow-reuse -- reason -->` goes above a paragraph that may appear in other letters too.

use crate::application::ALLOW_REUSE;
use crate::rule::{Find, Rule, RuleSet};
use crate::source::Source;
use crate::span::Span;
use std::ops::Range;

/// The prefix of every suppression comment.
const MARK: &str = "letterlint-";

/// What part of the letter a comment applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    NextLine,
    NextParagraph,
    Disable,
    Enable,
    File,
    /// A name that letterlint does not know.
    Unknown,
}

impl Kind {
    /// The names, without [`MARK`].
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

/// One suppression comment.
#[derive(Clone, Debug)]
pub(super) struct Directive {
    pub(super) kind: Kind,
    /// The first word, as written.
    pub(super) name: String,
    pub(super) comment: Span,
    pub(super) reason: Option<String>,
    pub(super) rules: Vec<Named>,
}

/// A rule named in a comment, and where its findings are suppressed.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// In lower case.
    pub(super) id: String,
    pub(super) span: Span,
    /// Bytes of the letter in which findings are suppressed.
    pub(super) region: Range<usize>,
    pub(super) is_used: bool,
}

/// Parses the comment at `comment`, or returns `None` if it is not for letterlint; `rules` are searched for those that
/// find reused text.
pub(super) fn read(source: &Source, comment: Span, rules: &RuleSet) -> Option<Directive> {
    let text = source.slice(comment);
    let inner = text.strip_prefix("<!--")?.strip_suffix("-->").unwrap_or(&text[4..]);
    let opened = inner.trim_start();
    let head = opened.get(..MARK.len()).filter(|head| head.eq_ignore_ascii_case(MARK))?;
    let start = comment.start + 4 + (inner.len() - opened.len());
    let name_len = opened[head.len()..].find(char::is_whitespace).unwrap_or(opened.len() - head.len());
    let name = &opened[..head.len() + name_len];
    let rest = &opened[name.len()..];
    let (ids, reason) = match split_reason(rest) {
        Some((ids, reason)) => (ids, Some(reason.split_whitespace().collect::<Vec<_>>().join(" "))),
        None => (rest, None),
    };
    if name.eq_ignore_ascii_case(ALLOW_REUSE) {
        // Only a run on all letters shows whether the paragraph is reused, so the comment is never reported as unused.
        let span = Span::new(start, start + name.len());
        let finds_reused = |rule: &&Rule| rule.demand.matcher().find.iter().any(|find| matches!(find, Find::Reused(_)));
        let named = |rule: &Rule| Named { id: rule.id.clone(), span, region: 0..0, is_used: true };
        let reason = reason.filter(|reason| !reason.is_empty());
        return Some(Directive {
            kind: Kind::NextParagraph,
            name: name.to_owned(),
            comment,
            reason,
            rules: rules.rules().filter(finds_reused).map(named).collect(),
        });
    }
    Some(Directive {
        kind: Kind::of(&name[MARK.len()..]),
        name: name.to_owned(),
        comment,
        reason: reason.filter(|reason| !reason.is_empty()),
        rules: named(ids, start + name.len()),
    })
}

/// Splits `text` at ` -- `.
fn split_reason(text: &str) -> Option<(&str, &str)> {
    let is_free = |at: &usize| {
        text[..*at].chars().next_back().is_none_or(char::is_whitespace)
            && text[at + 2..].chars().next().is_none_or(char::is_whitespace)
    };
    let at = text.match_indices("--").map(|(at, _)| at).find(is_free)?;
    Some((&text[..at], &text[at + 2..]))
}

/// The rules listed in `ids`, which starts at byte `start` of the letter.
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
