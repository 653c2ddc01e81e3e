//! The checklists as one document for programs. Fields may be added; none goes or changes its meaning within a version.

use super::super::letters::PassedOver;
use super::item::{Fault, Item, Sheet, Verdict};
use letterlint::application::Inferred;
use letterlint::report::{FileError, document};
use letterlint::source::Position;
use serde::Serialize;
use std::io::{self, Write};

/// Version of the document's shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    verdict: Option<&'static str>,
    letters: Vec<Letter<'a>>,
    summary: Summary,
    skipped: Vec<File<'a>>,
    errors: &'a [FileError],
}

#[derive(Serialize)]
struct Letter<'a> {
    path: &'a str,
    verdict: &'static str,
    company: Option<Company<'a>>,
    to_fix: usize,
    unknown: Vec<&'a str>,
    items: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Company<'a> {
    name: Option<&'a str>,
    inferred_from: Option<&'static str>,
}

/// A line of the checklist.
#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    state: &'static str,
    text: &'a str,
    to_fix: Vec<Finding<'a>>,
    notes: Vec<Finding<'a>>,
    suppressed: &'a [String],
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: Option<&'a str>,
    message: &'a str,
    help: &'a str,
    start: Option<Position>,
    end: Option<Position>,
}

#[derive(Serialize)]
struct Summary {
    letters: usize,
    ready: usize,
    ready_as_far_as_known: usize,
    not_ready: usize,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    message: &'a str,
}

/// Writes the checklists of all letters, and the files of which there is none.
pub(super) fn write(
    sheets: &[Sheet<'_>],
    skipped: &[PassedOver],
    errors: &[FileError],
    out: &mut dyn Write,
) -> io::Result<()> {
    let verdicts: Vec<Verdict> = sheets.iter().map(Sheet::verdict).collect();
    let count = |wanted| verdicts.iter().filter(|&&verdict| verdict == wanted).count();
    let document = Document {
        version: VERSION,
        verdict: verdicts.iter().max().filter(|_| errors.is_empty()).map(|worst| worst.name()),
        letters: sheets.iter().map(letter).collect(),
        summary: Summary {
            letters: sheets.len(),
            ready: count(Verdict::Ready),
            ready_as_far_as_known: count(Verdict::AsFarAsKnown),
            not_ready: count(Verdict::NotReady),
        },
        skipped: skipped.iter().map(|one| File { path: &one.path, message: &one.why }).collect(),
        errors,
    };
    document::write(&document, out)
}

fn letter<'a>(sheet: &'a Sheet<'_>) -> Letter<'a> {
    let inferred_from = sheet.inferred.map(|from| match from {
        Inferred::Folder => "folder",
        Inferred::Greeting => "greeting",
        Inferred::Posting => "posting",
    });
    let is_known = sheet.company.is_some() || inferred_from.is_some();
    Letter {
        path: &sheet.path,
        verdict: sheet.verdict().name(),
        company: is_known.then_some(Company { name: sheet.company.as_deref(), inferred_from }),
        to_fix: sheet.to_fix(),
        unknown: sheet.items.iter().filter(|item| item.lack.is_some()).map(|item| item.line.name.as_str()).collect(),
        items: sheet.items.iter().map(line).collect(),
    }
}

fn line<'a>(item: &'a Item<'_>) -> Line<'a> {
    Line {
        name: &item.line.name,
        state: item.state.name(),
        text: &item.text,
        to_fix: item.faults.iter().map(finding).collect(),
        notes: item.notes.iter().map(finding).collect(),
        suppressed: &item.suppressed,
    }
}

fn finding(fault: &Fault) -> Finding<'_> {
    Finding {
        rule: fault.rule.as_deref(),
        message: &fault.message,
        help: &fault.help,
        start: fault.place.map(|(start, _)| start),
        end: fault.place.map(|(_, end)| end),
    }
}
