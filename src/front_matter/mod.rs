//! Front matter: the settings at the top of a letter.
//!
//! Other tools read front matter too, so unknown keys are ignored. An invalid value of one of letterlint's keys is a
//! finding; the letter is still checked.

mod fault;
mod read;
mod value;

pub use fault::{Fault, add_findings};
pub use value::Value;

use crate::rule::RuleSet;
use crate::source::Source;
use crate::span::Span;
use read::{Entry, Written};

/// The keys that letterlint reads.
pub const KEYS: [&str; 9] = ["tier", "role", "level", "company", "position", "recipient", "job", "cv", "sent"];

/// The front matter of a letter.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    /// The valid entries, in the order of the text.
    pub said: Vec<Said>,
    /// The invalid ones.
    pub faults: Vec<Fault>,
}

/// One valid entry.
#[derive(Clone, Debug)]
pub struct Said {
    /// The value.
    pub value: Value,
    /// Its line, from 1.
    pub line: usize,
}

impl FrontMatter {
    /// Reads the front matter at `span` of a letter.
    pub fn read(source: &Source, span: Span, rules: &RuleSet) -> Self {
        let first_line = source.position(span.start).line;
        let text = source.slice(span).replace("\r\n", "\n").replace('\r', "\n");
        let fence = text.lines().next().unwrap_or_default().trim_end();
        let inner = text.trim_end();
        let inner = inner.strip_suffix(fence).or_else(|| inner.strip_suffix("...")).unwrap_or(inner);
        let inner = &inner[text.find('\n').map_or(inner.len(), |at| at + 1).min(inner.len())..];
        let is_toml = fence == "+++";
        let mut front = FrontMatter::default();
        match read::entries(inner, is_toml) {
            Ok(entries) => entries.into_iter().for_each(|entry| front.take(entry, first_line, source, rules)),
            Err((line, message)) => {
                if let Some(named) = line_of_a_key(inner) {
                    let spans = [line, named].map(|line| line_span(source, first_line + line));
                    let span = spans.into_iter().find(|span| span.start < span.end).unwrap_or(span);
                    front.faults.push(Fault::unreadable(span, &message, is_toml));
                }
            }
        }
        front.faults.sort_by_key(|fault| fault.span);
        front
    }

    fn take(&mut self, entry: Entry, first_line: usize, source: &Source, rules: &RuleSet) {
        let line = first_line + entry.line;
        let span = line_span(source, line);
        let written = match entry.written {
            Written::Text(text) => Ok(text),
            Written::Other(what) => Err(Fault::shape(span, entry.key, what)),
            Written::Repeated => Err(Fault::repeated(span, entry.key)),
        };
        match written.map_or_else(Err, |text| {
            value::value(entry.key, &text, rules).map_err(|refused| Fault::value(span, entry.key, refused))
        }) {
            Ok(Some(value)) => self.said.push(Said { value, line }),
            Ok(None) => {}
            Err(fault) => self.faults.push(fault),
        }
    }
}

/// The span of a line of the letter, without whitespace at its ends.
fn line_span(source: &Source, line: usize) -> Span {
    let span = source.line(line);
    let text = source.slice(span);
    let start = span.start + (text.len() - text.trim_start().len());
    Span::new(start, (start + text.trim().len()).max(start))
}

/// The first line, from 1, that starts with one of letterlint's keys.
fn line_of_a_key(text: &str) -> Option<usize> {
    let key =
        |line: &str| line.split([':', '=']).next().unwrap_or_default().trim_end().trim_matches(['"', '\'']).to_owned();
    let is_ours = |line: &str| line.contains([':', '=']) && KEYS.contains(&key(line).as_str());
    text.lines().position(is_ours).map(|index| index + 1)
}
