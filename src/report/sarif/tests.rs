//! What a reader of SARIF finds.

use super::*;
use crate::diagnostic::{Applicability, Diagnostic, Fix};
use crate::report::sample::{finding, letter};
use crate::span::Span;
use crate::suppress::{Suppressed, Suppressor};
use serde_json::{Value, json};

fn rule(id: &str) -> RuleText {
    RuleText {
        id: id.into(),
        pack: "core".into(),
        severity: Severity::Warning,
        summary: "… is worn".into(),
        help: "Cut it.".into(),
        why: "Readers skip it.".into(),
    }
}

fn written(files: Vec<FileReport>, errors: Vec<FileError>) -> String {
    let mut out = Vec::new();
    write(&Report { files, errors }, vec![rule("idle"), rule("worn")], &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn run(files: Vec<FileReport>, errors: Vec<FileError>) -> Value {
    let log: Value = serde_json::from_str(&written(files, errors)).unwrap();
    log["runs"][0].clone()
}

fn region(text: &str, span: Span) -> Value {
    let found = Diagnostic { span, ..finding("a", Severity::Error, "worn", "a") };
    let run = run(vec![letter("a.md", text, vec![found])], Vec::new());
    run["results"][0]["locations"][0]["physicalLocation"]["region"].clone()
}

#[test]
fn every_rule_is_listed_whether_it_found_something_or_not() {
    let driver = run(Vec::new(), Vec::new())["tool"]["driver"].clone();
    assert_eq!(driver["rules"].as_array().unwrap().len(), 2);
    assert_eq!((&driver["name"], &driver["version"]), (&json!("letterlint"), &json!(env!("CARGO_PKG_VERSION"))));
    assert_ne!(driver["informationUri"], "");
}

#[test]
fn an_empty_run_has_results_and_was_successful() {
    let text = written(Vec::new(), Vec::new());
    assert!(text.starts_with("{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"), "{text}");
    let run = run(Vec::new(), Vec::new());
    assert_eq!((&run["results"], &run["columnKind"]), (&json!([]), &json!("unicodeCodePoints")));
    assert_eq!(run["invocations"], json!([{ "executionSuccessful": true }]));
}

#[test]
fn a_document_is_laid_out_as_one() {
    let found = finding("fun", Severity::Error, "worn", "fun");
    let text = written(vec![letter("a.md", "fun", vec![found.clone(), found])], Vec::new());
    let document: Value = serde_json::from_str(&text).unwrap();
    let lines = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(|line| line.trim_end_matches(',').to_owned()).collect();
        lines.sort();
        lines
    };
    // Keys come in another order there.
    assert_eq!(lines(&text), lines(&serde_json::to_string_pretty(&document).unwrap()));
}

#[test]
fn a_finding_says_what_where_and_by_which_rule() {
    let text = "Hi,\nit’s 🎉 fun";
    let mut file = letter("my letter.md", text, vec![finding(text, Severity::Info, "worn", "fun")]);
    file.repository_path = "letters/my letter.md".into();
    let fingerprint = Fingerprints::default().of(&file).remove(0);
    let expected = json!([{
        "ruleId": "worn",
        "ruleIndex": 1,
        "level": "note",
        "message": { "text": "“fun” is worn. Cut it." },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": "letters/my%20letter.md", "uriBaseId": "%SRCROOT%" },
                "region": {
                    "startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 11, "snippet": { "text": "fun" },
                },
            },
        }],
        "partialFingerprints": { "letterlint/v1": fingerprint },
    }]);
    assert_eq!(run(vec![file], Vec::new())["results"], expected);
}

#[test]
fn a_rule_that_is_not_listed_has_no_index() {
    let file = letter("a.md", "fun", vec![finding("fun", Severity::Info, "other", "fun")]);
    assert_eq!(run(vec![file], Vec::new())["results"][0].get("ruleIndex"), None);
}

#[test]
fn a_span_without_a_character_is_a_place_between_two() {
    let at = |line: usize, column: usize| json!({ "startLine": line, "startColumn": column, "endLine": line, "endColumn": column });
    assert_eq!(region("", Span::new(0, 0)), at(1, 1));
    assert_eq!(region("\u{feff}Dear", Span::new(0, 0)), at(1, 1));
    assert_eq!(region("Dear", Span::new(4, 4)), at(1, 5));
    assert_eq!(region("Dear\r\nAna", Span::new(6, 6)), at(2, 1));
}

#[test]
fn a_paragraph_ends_behind_its_last_character() {
    let region = region("One\r\ntwo\r\n", Span::new(0, 8));
    assert_eq!((&region["endLine"], &region["endColumn"]), (&json!(2), &json!(4)));
}

#[test]
fn a_fix_names_what_goes_and_what_comes() {
    let text = "it is a fun job";
    let mut found = vec![finding(text, Severity::Error, "worn", "fun"), finding(text, Severity::Error, "worn", "fun ")];
    for (found, replacement) in found.iter_mut().zip(["paid", ""]) {
        found.fix = Some(Fix { span: found.span, replacement: replacement.into(), applicability: Applicability::Safe });
    }
    let results = run(vec![letter("a.md", text, found)], Vec::new())["results"].clone();
    let change = |index: usize| results[index]["fixes"][0]["artifactChanges"][0]["replacements"][0].clone();
    let deleted = |end: usize| json!({ "startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": end });
    assert_eq!(change(0), json!({ "deletedRegion": deleted(12), "insertedContent": { "text": "paid" } }));
    assert_eq!(change(1), json!({ "deletedRegion": deleted(13) }));
}

#[test]
fn a_letter_that_may_not_be_shown_is_not() {
    let text = "Dear Zaphod, call me";
    let mut found = finding(text, Severity::Error, "worn", "Zaphod");
    found.message = "a name is worn".into();
    found.fix = Some(Fix { span: found.span, replacement: "Zaphod!".into(), applicability: Applicability::Unsafe });
    let mut file = letter("a.md", text, vec![found]);
    file.is_redacted = true;
    let text = written(vec![file], Vec::new());
    assert!(!text.contains("Zaphod") && !text.contains("snippet") && !text.contains("fixes"), "{text}");
}

#[test]
fn what_is_suppressed_is_left_out() {
    let mut file = letter("a.md", "fun", Vec::new());
    let diagnostic = finding("fun", Severity::Error, "worn", "fun");
    file.suppressed.push(Suppressed { diagnostic, by: Suppressor::Comment, reason: None });
    assert_eq!(run(vec![file], Vec::new())["results"], json!([]));
}

#[test]
fn settings_have_findings_too() {
    let mut file = letter("letterlint.toml", "fun", vec![finding("fun", Severity::Error, "worn", "fun")]);
    file.facts = None;
    assert_eq!(run(vec![file], Vec::new())["results"].as_array().unwrap().len(), 1);
}

#[test]
fn a_file_that_was_not_checked_makes_the_run_a_failure() {
    let error = FileError { path: "b.md".into(), message: "no such file".into() };
    let expected = json!([{
        "executionSuccessful": false,
        "toolExecutionNotifications": [{ "level": "error", "message": { "text": "b.md: no such file." } }],
    }]);
    assert_eq!(run(Vec::new(), vec![error])["invocations"], expected);
}

#[test]
fn a_slot_before_a_parenthesis_is_no_link() {
    let mut found = finding("x", Severity::Error, "worn", "x");
    found.message = "“[Company](1)” was left".into();
    let run = run(vec![letter("a.md", "x", vec![found])], Vec::new());
    assert_eq!(run["results"][0]["message"]["text"], "“[Company\\](1)” was left. Cut it.");
}
