//! JSON documents as they are printed: indented, with nothing in them that could steer a terminal.

use super::visible::is_steering;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes `document` and a line break.
///
/// # Errors
/// Where `out` fails.
pub fn write(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", pretty(document, 0)?)
}

/// Writes `document` on one line, and a line break.
pub(super) fn write_line(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escaped(&serde_json::to_string(document)?))
}

/// Returns `value` as it stands in a document whose lines are indented by `indent` columns there.
pub(super) fn pretty(value: &impl Serialize, indent: usize) -> io::Result<String> {
    let text = escaped(&serde_json::to_string_pretty(value)?);
    // Strings hold no raw line break, so each one parts lines of the document.
    Ok(if indent == 0 { text } else { text.replace('\n', &format!("\n{:indent$}", "")) })
}

/// An array of a document that is written as its items come, so that none is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Array {
    indent: usize,
    is_empty: bool,
}

impl Array {
    /// Returns an array whose opening bracket was just written on a line that is indented by `indent` columns.
    pub(super) fn new(indent: usize) -> Self {
        Array { indent, is_empty: true }
    }

    /// Writes one item.
    pub(super) fn item(&mut self, value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
        let indent = self.indent + 2;
        let comma = if std::mem::take(&mut self.is_empty) { "" } else { "," };
        write!(out, "{comma}\n{:indent$}{}", "", pretty(value, indent)?)
    }

    /// Writes the closing bracket.
    pub(super) fn close(self, out: &mut dyn Write) -> io::Result<()> {
        let indent = self.indent;
        if self.is_empty { write!(out, "]") } else { write!(out, "\n{:indent$}]", "") }
    }
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
