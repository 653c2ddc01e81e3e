//! Findings as SARIF results.

use super::{Text, level};
use crate::diagnostic::{Diagnostic, Fix};
use crate::report::FileReport;
use crate::report::remark::remark;
use crate::report::uri::place;
use crate::span::Span;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Finding<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: [Location<'a>; 1],
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixes: Option<[Change<'a>; 1]>,
}

/// GitHub reads `primaryLocationLineHash` alone. It is left to `upload-sarif`, which makes it of the first hundred
/// characters from the line's start and warns of each that it would have made otherwise; all others get this one.
#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "letterlint/v1")]
    own: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: Artifact,
    region: Region<'a>,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

/// Lines and columns from 1; the end is behind the last character.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region<'a> {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Piece<'a>>,
}

/// Words of the letter, or for it.
#[derive(Serialize)]
struct Piece<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    description: Text,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: Artifact,
    replacements: [Replacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region<'a>,
    /// Left out where nothing takes the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    inserted_content: Option<Piece<'a>>,
}

/// Returns `found`, which is of the rule at `rule_index` of the rules listed.
pub(super) fn finding<'a>(
    file: &'a FileReport,
    found: &'a Diagnostic,
    rule_index: Option<usize>,
    fingerprint: String,
) -> Finding<'a> {
    let place = place(&file.repository_path);
    let artifact = Artifact { uri: place.uri, uri_base_id: place.is_relative.then_some(super::ROOT) };
    let fix = found.fix.as_ref().filter(|_| !file.is_redacted);
    Finding {
        rule_id: &found.rule,
        rule_index,
        level: level(found.severity),
        message: Text { text: without_links(&remark(&found.message, &found.help)) },
        fixes: fix.map(|fix| [change(file, fix, artifact.clone())]),
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: artifact,
                region: region(file, found.span, file.words(found.span)),
            },
        }],
        partial_fingerprints: Fingerprints { own: fingerprint },
    }
}

fn region<'a>(file: &FileReport, span: Span, snippet: &'a str) -> Region<'a> {
    let (start, end) = (file.source.position(span.start), file.source.position(span.end));
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        snippet: (!snippet.is_empty()).then_some(Piece { text: snippet }),
    }
}

fn change<'a>(file: &'a FileReport, fix: &'a Fix, artifact: Artifact) -> Change<'a> {
    let description = match fix.replacement.trim() {
        "" => "Leave it out.".to_owned(),
        replacement => format!("Write “{}”.", without_links(replacement)),
    };
    let inserted_content = (!fix.replacement.is_empty()).then_some(Piece { text: &fix.replacement });
    let replacement = Replacement { deleted_region: region(file, fix.span, ""), inserted_content };
    Change {
        description: Text { text: description },
        artifact_changes: [ArtifactChange { artifact_location: artifact, replacements: [replacement] }],
    }
}

/// `text` without links: `[Company](1)` of a letter would be one to a place that the result does not have.
///
/// A backslash before the bracket is how SARIF 2.1.0, section 3.11.6, has it stay a bracket. Braces are not doubled,
/// as section 3.11.5 asks, because GitHub shows them as they come.
fn without_links(text: &str) -> String {
    text.replace("](", "\\](")
}
