//! Any letter has the same findings at the same places whatever ends its lines.
//!
//! Of all ways to type a letter otherwise this is the only one that can be tried on any bytes. Wrapping, indenting and
//! character references change what a text says where it is code, a list, a table or an address, and to know where it
//! is none of these takes the reading that is tried: `tests/properties/retyped.rs` tries them on letters that are known.

use super::reading::{Case, RULES};
use letterlint::check::check;
use letterlint::letter::Letter;
use letterlint::source::Source;

/// A letter whose lines end with LF has the same findings with CRLF and with CR.
pub fn holds(bytes: &[u8]) {
    let Some(case) = Case::of(bytes).filter(|case| !case.text().contains('\r')) else { return };
    let before = found(&case, "\n");
    for end in ["\r\n", "\r"] {
        assert_eq!(found(&case, end), before, "with {end:?}");
    }
}

/// Rule, message, line and column of each finding where lines end with `end`.
fn found(case: &Case, end: &str) -> Vec<(String, String, usize, usize)> {
    let letter = Letter::read(Source::new(case.text().replace('\n', end)), case.format);
    let checked = check(&letter, &RULES, &case.options);
    let place = |one: letterlint::diagnostic::Diagnostic| {
        let start = letter.source().position(one.span.start);
        (one.rule, one.message, start.line, start.column)
    };
    checked.diagnostics.into_iter().map(place).collect()
}
