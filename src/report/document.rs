//! JSON documents as they are printed: indented, with nothing in them that could steer a terminal.

use super::full::visible::is_steering;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes `document` and a line break.
pub(super) fn write(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escaped(&serde_json::to_string_pretty(document)?))
}

/// `json` with what steers a terminal escaped; it can only stand in strings, but for the line breaks between them.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        if is_steering(character) && character != '\n' {
            write!(out, "\\u{:04x}", u32::from(character)).expect("a string takes all");
        } else {
            out.push(character);
        }
    }
    out
}
