//! The fixes that JSON carries can be applied to any letter by whoever reads it.

use super::reading::Case;
use letterlint::check::check;
use letterlint::letter::Letter;
use letterlint::report::{FileReport, Report, json};
use letterlint::source::Source;
use serde_json::Value;
use std::ops::Range;

/// Times a letter is mended before it must be done.
const ROUNDS: usize = 8;

/// Fixes lie in the letter, on character boundaries, apart from each other; a letter with all of them applied is a
/// letter, and in the end none is left.
pub fn holds(bytes: &[u8]) {
    let Some(mut case) = Case::of(bytes) else { return };
    for _ in 0..ROUNDS {
        let fixes = fixes(&case);
        if fixes.is_empty() {
            return;
        }
        let mended = applied(case.text(), &fixes);
        assert_ne!(mended, case.text(), "fixes that change nothing: {fixes:?}");
        case.letter = Letter::read(Source::new(mended), case.format);
    }
    assert!(fixes(&case).is_empty(), "still to be mended after {ROUNDS} rounds: {:?}", case.text());
}

/// The fixes as a program reads them.
fn fixes(case: &Case) -> Vec<(Range<usize>, String)> {
    let checked = check(&case.letter, &super::reading::RULES, &case.options);
    let file = FileReport::of_letter("a.md", case.letter.clone(), checked.facts, checked.diagnostics);
    let mut out = Vec::new();
    json::write(&Report { files: vec![file], errors: Vec::new() }, &mut out).unwrap();
    let document: Value = serde_json::from_slice(&out).unwrap();
    let found = document["letters"][0]["diagnostics"].as_array().unwrap();
    let byte = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let fix = |found: &Value| {
        let fix = found["fix"].as_object()?;
        Some((byte(&fix["start"])..byte(&fix["end"]), fix["replacement"].as_str()?.to_owned()))
    };
    let mut fixes: Vec<_> = found.iter().filter_map(fix).collect();
    fixes.sort_by_key(|(range, _)| (range.start, range.end));
    // Two rules may ask for the same change.
    fixes.dedup();
    fixes
}

fn applied(text: &str, fixes: &[(Range<usize>, String)]) -> String {
    let mut out = String::new();
    let mut done = 0;
    for (range, replacement) in fixes {
        assert!(done <= range.start, "{range:?} overlaps the fix before it: {fixes:?}");
        out.push_str(text.get(done..range.start).expect("a fix starts on a character boundary"));
        assert!(text.get(range.clone()).is_some(), "{range:?} lies outside or within a character");
        out.push_str(replacement);
        done = range.end;
    }
    out + &text[done..]
}
