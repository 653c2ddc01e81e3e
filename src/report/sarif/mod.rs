//! SARIF 2.1.0, as GitHub code scanning reads it.
//!
//! Every rule in force is listed, whether it found something or not: the rules of a tool must not change with what
//! it finds. Suppressed findings are left out, because GitHub would show them as open.

mod result;
mod rule;

use super::document::{Array, pretty};
use super::fingerprint::Fingerprints;
use super::remark::remark;
use super::rule_text::RuleText;
use super::{Emitter, Ending, FileError, FileReport, Report, emit};
use crate::diagnostic::Severity;
use serde::Serialize;
use std::collections::HashMap;
use std::io::{self, Write};

/// What relative paths start from.
const ROOT: &str = "%SRCROOT%";

/// A text that is not empty.
#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    information_uri: &'static str,
    rules: Vec<rule::Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
}

/// One run, written as the letters come.
#[derive(Debug)]
pub struct Sarif {
    rules: Vec<RuleText>,
    /// Where in `rules` each id stands.
    indices: HashMap<String, usize>,
    results: Option<Array>,
    fingerprints: Fingerprints,
}

impl Sarif {
    /// Returns the format; `rules` are all that were in force, in the order in which they are listed.
    pub fn new(rules: Vec<RuleText>) -> Self {
        let indices = rules.iter().enumerate().map(|(index, rule)| (rule.id.clone(), index)).collect();
        Sarif { rules, indices, results: None, fingerprints: Fingerprints::default() }
    }

    fn results(&mut self, out: &mut dyn Write) -> io::Result<&mut Array> {
        if self.results.is_none() {
            write_head(&self.rules, out)?;
        }
        Ok(self.results.get_or_insert(Array::new(6)))
    }
}

impl Emitter for Sarif {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        self.results(out)?;
        let fingerprints = self.fingerprints.of(file);
        for (found, fingerprint) in file.diagnostics.iter().zip(fingerprints) {
            let index = self.indices.get(&found.rule).copied();
            self.results(out)?.item(&result::finding(file, found, index, fingerprint), out)?;
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.results(out)?.close(out)?;
        let invocation = Invocation {
            execution_successful: ending.errors.is_empty(),
            tool_execution_notifications: ending.errors.iter().map(notification).collect(),
        };
        let invocations = pretty(&[invocation], 6)?;
        writeln!(out, ",\n      \"invocations\": {invocations}\n    }}\n  ]\n}}")
    }
}

/// Writes one run: `rules`, findings of every severity, files that could not be checked, and a line break.
///
/// # Errors
/// Where `out` fails.
pub fn write(report: &Report, rules: Vec<RuleText>, out: &mut dyn Write) -> io::Result<()> {
    emit(report, &mut Sarif::new(rules), out)
}

/// Writes all that stands before the first result.
fn write_head(rules: &[RuleText], out: &mut dyn Write) -> io::Result<()> {
    let driver = Driver {
        name: "letterlint",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: env!("CARGO_PKG_HOMEPAGE"),
        rules: rules.iter().map(rule::descriptor).collect(),
    };
    let tool = pretty(&Tool { driver }, 6)?;
    writeln!(out, "{{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",")?;
    writeln!(out, "  \"version\": \"2.1.0\",\n  \"runs\": [\n    {{\n      \"tool\": {tool},")?;
    write!(out, "      \"columnKind\": \"unicodeCodePoints\",\n      \"results\": [")
}

/// The path stands in the message alone: it is the user's, and may lead nowhere in the repository.
fn notification(error: &FileError) -> Notification {
    Notification { level: "error", message: Text { text: remark(&format!("{}: {}", error.path, error.message), "") } }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

#[cfg(test)]
mod tests;
