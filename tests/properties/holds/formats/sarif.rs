//! SARIF 2.1.0: what the standard and GitHub's code scanning ask for.

use letterlint::report::Report;
use serde_json::Value;

pub(super) fn is_whole(text: &str, report: &Report) {
    let document: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(document["version"], "2.1.0");
    assert!(document["$schema"].as_str().unwrap().ends_with("sarif-2.1.0.json"));
    let run = &document["runs"][0];
    let driver = &run["tool"]["driver"];
    is_text(&driver["name"]);
    for rule in driver["rules"].as_array().unwrap() {
        [&rule["id"], &rule["shortDescription"]["text"], &rule["fullDescription"]["text"], &rule["help"]["text"]]
            .into_iter()
            .for_each(is_text);
    }
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), report.files.iter().map(|file| file.diagnostics.len()).sum::<usize>());
    results.iter().for_each(result);
    let notes = run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap();
    assert_eq!(notes.len(), report.errors.len());
    for note in notes {
        is_text(&note["message"]["text"]);
    }
}

fn result(result: &Value) {
    [&result["ruleId"], &result["message"]["text"], &result["partialFingerprints"]["letterlint/v1"]]
        .into_iter()
        .for_each(is_text);
    assert!(["note", "warning", "error"].contains(&result["level"].as_str().unwrap()), "{result}");
    let place = &result["locations"][0]["physicalLocation"];
    is_uri(&place["artifactLocation"]["uri"]);
    let region = &place["region"];
    let number = |key: &str| region[key].as_u64().filter(|number| *number >= 1).expect("lines and columns from 1");
    assert!((number("startLine"), number("startColumn")) <= (number("endLine"), number("endColumn")), "{region}");
    for fix in result["fixes"].as_array().into_iter().flatten() {
        is_text(&fix["description"]["text"]);
        let change = &fix["artifactChanges"][0];
        is_uri(&change["artifactLocation"]["uri"]);
        assert!(change["replacements"][0]["deletedRegion"]["startLine"].as_u64().unwrap() >= 1, "{fix}");
    }
}

#[track_caller]
fn is_text(value: &Value) {
    assert!(value.as_str().is_some_and(|text| !text.trim().is_empty()), "{value}");
}

#[track_caller]
fn is_uri(value: &Value) {
    let uri = value.as_str().expect("a string");
    let may_stand = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    assert!(uri.chars().all(may_stand), "{uri:?} is no URI");
}
