//! The formats that are JSON.

use letterlint::report::{FileReport, Report};
use serde_json::Value;
use std::collections::BTreeSet;

pub(super) fn json(text: &str, report: &Report) {
    let document: Value = serde_json::from_str(text).expect("JSON");
    let files = ["letters", "settings"].into_iter().flat_map(|kind| document[kind].as_array().unwrap());
    for (told, file) in files.zip(&report.files) {
        assert_eq!(told["path"], file.path.as_str());
        let found = told["diagnostics"].as_array().unwrap();
        assert_eq!(found.len(), file.diagnostics.len());
        for found in found {
            quotes_its_place(found, file);
        }
    }
    assert_eq!(document["errors"].as_array().unwrap().len(), report.errors.len());
    assert_eq!(document["summary"]["errors"], report.counts().errors);
}

fn quotes_its_place(found: &Value, file: &FileReport) {
    let byte = |end: &str| usize::try_from(found[end]["byte"].as_u64().unwrap()).unwrap();
    let there = &file.source.text()[byte("start")..byte("end")];
    assert_eq!(found["match"], if file.is_redacted { "" } else { there });
}

pub(super) fn json_lines(text: &str, report: &Report) {
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    let count = |kind: &str| lines.iter().filter(|line| line["type"] == kind).count();
    let sum = |count: fn(&FileReport) -> usize| report.files.iter().map(count).sum::<usize>();
    assert_eq!(count("diagnostic"), sum(|file| file.diagnostics.len()));
    assert_eq!(count("suppressed"), sum(|file| file.suppressed.len()));
    assert_eq!(count("letter"), report.counts().letters);
    assert_eq!((count("error"), count("summary")), (report.errors.len(), 1));
    assert_eq!(lines.last().unwrap()["type"], "summary");
}

pub(super) fn gitlab(text: &str, report: &Report) {
    let issues: Vec<Value> = serde_json::from_str(text).expect("JSON");
    let found: usize = report.files.iter().map(|file| file.diagnostics.len()).sum();
    assert_eq!(issues.len(), found + report.errors.len());
    let prints: BTreeSet<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), issues.len(), "two issues have one fingerprint");
    for issue in &issues {
        assert!(["info", "minor", "major"].contains(&issue["severity"].as_str().unwrap()), "{issue}");
        assert!(!issue["description"].as_str().unwrap().is_empty(), "{issue}");
        assert!(issue["location"]["positions"]["begin"]["line"].as_u64().unwrap() >= 1, "{issue}");
    }
}

pub(super) fn rdjson(text: &str, report: &Report) {
    let document: Value = serde_json::from_str(text).expect("JSON");
    let found = document["diagnostics"].as_array().unwrap();
    let count: usize = report.files.iter().map(|file| file.diagnostics.len()).sum();
    assert_eq!(found.len(), count + report.errors.len());
    for one in found {
        assert!(["ERROR", "WARNING", "INFO"].contains(&one["severity"].as_str().unwrap()), "{one}");
        assert!(one["message"].is_string() && one["location"]["path"].is_string(), "{one}");
        let line = |end: &str| one["location"]["range"][end]["line"].as_u64();
        assert!(line("start") <= line("end"), "{one}");
    }
}
