//! What a finder found.

use crate::span::Span;
use std::borrow::Cow;
use std::ops::Range;

/// Where a matcher hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match<'a> {
    /// Bytes of the folded text.
    pub(super) range: Range<usize>,
    /// What different spellings of it share; the text itself where empty.
    pub(super) name: Cow<'a, str>,
    /// What to say instead.
    pub(super) instead: Option<Cow<'a, str>>,
    /// What may take its place without a second look.
    pub(super) replacement: Option<Cow<'a, str>>,
    /// Whether two of them count as one.
    pub(super) is_weak: bool,
    /// Its bytes in the letter, where the folded text has none of them.
    pub(super) unfolded: Option<Span>,
    /// What of another text it is about.
    pub(super) elsewhere: Option<Box<Elsewhere>>,
}

/// What of another text a finding is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Elsewhere {
    /// File and line there.
    pub(super) place: String,
    /// What is there.
    pub(super) text: Option<String>,
    /// Words of the letter that do not, as bytes of the folded text.
    pub(super) differs: Vec<Range<usize>>,
}

impl Match<'_> {
    pub(super) fn at(range: Range<usize>) -> Self {
        Match {
            range,
            name: Cow::Borrowed(""),
            instead: None,
            replacement: None,
            is_weak: false,
            unfolded: None,
            elsewhere: None,
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
