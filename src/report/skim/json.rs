//! One JSON document, for programs. Fields may be added; none goes or changes its meaning within a version.

use super::{SkimReport, SkimmedLetter};
use crate::check::{FoundSignal, SignalPlace};
use crate::report::FileError;
use crate::source::Position;
use serde::Serialize;
use std::io::{self, Write};

/// Version of the document's shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    letters: Vec<Letter<'a>>,
    errors: &'a [FileError],
}

#[derive(Serialize)]
struct Letter<'a> {
    path: &'a str,
    words: usize,
    /// The limit; the name is a promise of version 1.
    seconds: usize,
    limit_seconds: usize,
    reading_seconds: usize,
    words_per_minute: usize,
    words_read: usize,
    role: Option<&'a str>,
    signals: Vec<Signal<'a>>,
}

#[derive(Serialize)]
struct Signal<'a> {
    name: &'a str,
    title: &'a str,
    found: bool,
    before_line: bool,
    second: Option<usize>,
    places: Vec<Place<'a>>,
    missing: Option<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    start: Position,
    end: Position,
    second: usize,
    #[serde(rename = "match")]
    matched: &'a str,
}

/// Writes the whole report and a line break.
///
/// Characters that could steer a terminal are escaped.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &SkimReport, out: &mut dyn Write) -> io::Result<()> {
    let document =
        Document { version: VERSION, letters: report.letters.iter().map(letter).collect(), errors: &report.errors };
    crate::report::document::write(&document, out)
}

fn letter(letter: &SkimmedLetter) -> Letter<'_> {
    let skim = &letter.skim;
    Letter {
        path: &letter.path,
        words: skim.words,
        seconds: skim.pace.seconds,
        limit_seconds: skim.pace.seconds,
        reading_seconds: skim.seconds(),
        words_per_minute: skim.pace.words_per_minute,
        words_read: skim.words.min(skim.pace.words()),
        role: letter.skim.role.as_deref(),
        signals: skim.signals.iter().map(|found| signal(letter, found)).collect(),
    }
}

fn signal<'a>(letter: &'a SkimmedLetter, signal: &'a FoundSignal) -> Signal<'a> {
    let found = !signal.places.is_empty();
    Signal {
        name: &signal.name,
        title: &signal.title,
        found,
        before_line: letter.skim.is_met(signal),
        second: letter.skim.second(signal),
        places: signal.places.iter().map(|one| place(letter, one)).collect(),
        missing: (!found).then_some(&signal.missing),
    }
}

fn place<'a>(letter: &'a SkimmedLetter, place: &SignalPlace) -> Place<'a> {
    let source = letter.letter.source();
    Place {
        start: source.position(place.span.start),
        end: source.position(place.span.end),
        second: letter.skim.pace.second(place.words_before),
        matched: source.slice(place.span),
    }
}
