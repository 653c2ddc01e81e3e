//! Scopes as ranges of a letter's folded text.

use crate::letter::{Letter, Part, PartKind, SKIM_SECONDS, WORDS_PER_MINUTE};
use crate::rule::{PartName, Scope};
use std::cell::OnceCell;
use std::iter;
use std::ops::Range;

/// The units of a letter, each scope's looked up once.
#[derive(Debug)]
pub(super) struct Units<'a> {
    letter: &'a Letter,
    known: [OnceCell<Vec<Range<usize>>>; Scope::COUNT],
}

impl<'a> Units<'a> {
    pub(super) fn new(letter: &'a Letter) -> Self {
        Units { letter, known: [const { OnceCell::new() }; Scope::COUNT] }
    }

    /// Returns the units that `scope` yields, in order.
    pub(super) fn of(&self, scope: Scope) -> &[Range<usize>] {
        if scope == Scope::Sentence {
            return self.letter.sentences();
        }
        self.known[scope as usize].get_or_init(|| units(self.letter, scope))
    }
}

fn units(letter: &Letter, scope: Scope) -> Vec<Range<usize>> {
    let some = |range: Range<usize>| if range.is_empty() { Vec::new() } else { vec![range] };
    match scope {
        // There even where the file is empty: that a letter lacks something is said of the letter.
        Scope::Letter => iter::once(0..letter.prose().text().trim_end().len()).collect(),
        Scope::Body => some(letter.body()),
        Scope::Opening => letter.opening().map(|paragraph| paragraph.text.clone()).into_iter().collect(),
        Scope::Closing => letter.closing().map(|paragraph| paragraph.text.clone()).into_iter().collect(),
        Scope::Paragraph => letter.paragraphs().iter().map(|paragraph| paragraph.text.clone()).collect(),
        Scope::Sentence => letter.sentences().to_vec(),
        Scope::Skim => some(skim(letter)),
        Scope::Header => runs(letter, |part| matches!(part.kind, PartKind::Header | PartKind::Date)),
        Scope::Subject => runs(letter, |part| part.kind == PartKind::Subject),
        Scope::Greeting => runs(letter, |part| part.kind == PartKind::Greeting),
        Scope::Signoff => runs(letter, |part| part.kind == PartKind::Signoff),
        Scope::Signature => runs(letter, |part| part.kind == PartKind::Signature),
        Scope::Postscript => runs(letter, |part| part.kind == PartKind::Postscript),
        Scope::List => lists(letter),
        Scope::Bullet => {
            let bullets = letter.parts().iter().filter(|part| matches!(part.kind, PartKind::Bullet { .. }));
            bullets.map(|part| part.text.clone()).collect()
        }
    }
}

/// Runs of neighbouring parts that are wanted.
fn runs(letter: &Letter, is_wanted: impl Fn(&Part) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for part in letter.parts() {
        let wanted = is_wanted(part);
        match runs.last_mut().filter(|_| goes_on && wanted) {
            Some(run) => run.end = part.text.end,
            None if wanted => runs.push(part.text.clone()),
            None => {}
        }
        goes_on = wanted;
    }
    runs
}

fn lists(letter: &Letter) -> Vec<Range<usize>> {
    let mut lists: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for part in letter.parts() {
        let PartKind::Bullet { list } = part.kind else {
            before = None;
            continue;
        };
        match lists.last_mut().filter(|_| before == Some(list)) {
            Some(last) => last.end = part.text.end,
            None => lists.push(part.text.clone()),
        }
        before = Some(list);
    }
    lists
}

/// From the first word of the body to the last that a reader meets in [`SKIM_SECONDS`].
fn skim(letter: &Letter) -> Range<usize> {
    let words = SKIM_SECONDS * WORDS_PER_MINUTE / 60;
    let last = letter.words().get(words).or(letter.words().last());
    letter.body().start..last.map_or(letter.body().start, |word| word.end)
}

/// Whether `range` holds a part called `name`, or lies in one.
pub(super) fn has_part(units: &Units<'_>, range: &Range<usize>, name: PartName) -> bool {
    let meets = |other: &Range<usize>| other.start < range.end && range.start < other.end;
    let is_wanted: fn(PartKind) -> bool = match name {
        PartName::Opening => return units.of(Scope::Opening).iter().any(meets),
        PartName::Closing => return units.of(Scope::Closing).iter().any(meets),
        PartName::Header => |kind| kind == PartKind::Header,
        PartName::Date => |kind| kind == PartKind::Date,
        PartName::Subject => |kind| kind == PartKind::Subject,
        PartName::Greeting => |kind| kind == PartKind::Greeting,
        PartName::Heading => |kind| kind == PartKind::Heading,
        PartName::Paragraph => |kind| kind == PartKind::Paragraph,
        PartName::Bullet => |kind| matches!(kind, PartKind::Bullet { .. }),
        PartName::Quote => |kind| kind == PartKind::Quote,
        PartName::Signoff => |kind| kind == PartKind::Signoff,
        PartName::Signature => |kind| kind == PartKind::Signature,
        PartName::Postscript => |kind| kind == PartKind::Postscript,
        PartName::Enclosure => |kind| kind == PartKind::Enclosure,
        PartName::Note => |kind| kind == PartKind::Note,
    };
    let parts = units.letter.parts();
    let first = parts.partition_point(|part| part.text.end <= range.start);
    let near = parts[first..].iter().take_while(|part| part.text.start < range.end);
    near.filter(|part| meets(&part.text)).any(|part| is_wanted(part.kind))
}
