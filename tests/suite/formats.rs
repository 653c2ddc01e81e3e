//! Several formats in one run, and what each promises.

use crate::run::Folder;
use letterlint::report::FormatName;
use serde_json::Value;

const LETTER: &str = include_str!("../letters/sample.md");

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn one_run_writes_for_people_and_for_programs() {
    let folder = Folder::new().with("a.md", LETTER);
    let args = ["--output", "sarif=out.sarif", "--output", "junit=out.xml", "--output", "json=out.json", "a.md"];
    let run = folder.run(&args).ends(1);
    assert!(run.out.contains("leftover-placeholder") && run.out.contains("words"), "{}", run.out);
    assert_eq!(json(&folder.read("out.sarif"))["version"], "2.1.0");
    assert!(folder.read("out.xml").contains("<testsuite "));
    assert_eq!(json(&folder.read("out.json"))["version"], 1);
}

#[test]
fn what_a_file_gets_is_what_standard_output_would() {
    let folder = Folder::new().with("a.md", LETTER);
    for format in FormatName::ALL.map(FormatName::name) {
        let printed = folder.run(&["--format", format, "a.md"]).ends(1).out;
        folder.run(&["--output", &format!("{format}=out"), "a.md"]).ends(1);
        assert_eq!(folder.read("out"), printed, "{format}");
    }
}

#[test]
fn a_format_or_file_that_is_none_is_a_usage_error() {
    let folder = Folder::new().with("a.md", LETTER);
    assert!(folder.run(&["--output", "sarf=x", "a.md"]).ends(2).err.contains("no format is called `sarf`"));
    assert!(folder.run(&["--output", "sarif", "a.md"]).ends(2).err.contains("FORMAT=FILE"));
    let missing = folder.run(&["--output", "sarif=none/x.sarif", "a.md"]).ends(2);
    assert!(missing.err.contains("none/x.sarif: cannot be written"), "{}", missing.err);
}

#[test]
fn all_formats_tell_of_a_file_that_was_not_read_or_end_with_2_beside_it() {
    let folder = Folder::new().with("a.md", LETTER);
    for format in FormatName::ALL.map(FormatName::name) {
        let run = folder.run(&["--format", format, "a.md", "none.md"]).ends(2);
        assert!(run.err.contains("none.md: no such file"), "{format}: {}", run.err);
    }
}

#[test]
fn paths_in_files_for_a_repository_are_seen_from_its_root() {
    let folder = Folder::new().with("hunt/acme/a b.md", LETTER);
    folder.git(&["init", "-q"]);
    std::fs::create_dir_all(folder.path().join("hunt")).unwrap();
    let run = folder.run(&["--format", "sarif", "hunt"]).ends(1);
    let results = json(&run.out)["runs"][0]["results"].clone();
    let uri = &results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "hunt/acme/a%20b.md");
    let gitlab = json(&folder.run(&["--format", "gitlab", "hunt"]).ends(1).out);
    assert_eq!(gitlab[0]["location"]["path"], "hunt/acme/a b.md");
}

#[test]
fn sarif_lists_every_rule_and_its_results_point_into_the_list() {
    let folder = Folder::new().with("a.md", LETTER);
    let sarif = json(&folder.run(&["--format", "sarif", "a.md"]).ends(1).out);
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.len() > 140 && rules.iter().all(|rule| rule["help"]["text"] != ""), "{}", rules.len());
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

#[test]
fn fingerprints_stay_when_a_paragraph_is_put_above() {
    let folder = Folder::new().with("a.md", LETTER);
    let prints = |format: &str, pointer: &str| {
        let document =
            json(&folder.run(&["--format", format, "--select", "repeated-word,technology-dump", "a.md"]).out);
        let all = document.pointer(pointer).unwrap().as_array().unwrap().clone();
        let print = |one: &Value| (one["fingerprint"].to_string(), one["partialFingerprints"].to_string());
        all.iter().map(print).collect::<Vec<_>>()
    };
    let before = (prints("gitlab", ""), prints("sarif", "/runs/0/results"));
    folder.write("a.md", LETTER.replacen("Dear", "A line of mine.\n\nDear", 1));
    assert_eq!((prints("gitlab", ""), prints("sarif", "/runs/0/results")), before);
    assert!(!before.0.is_empty());
}

#[test]
fn github_prints_the_report_and_then_annotations() {
    let folder = Folder::new().with("a.md", LETTER);
    let run = folder.run(&["--format", "github", "a.md"]).ends(1);
    assert!(run.out.starts_with("::stop-commands::"), "{}", run.out);
    assert!(run.out.contains("::error file=a.md,line="), "{}", run.out);
    let is_torn = |line: &str| line.contains(",endLine=") && line.contains(",col=");
    for line in run.out.lines().filter(|line| is_torn(line)) {
        let number = |key: &str| line.split(key).nth(1).unwrap().split([',', ':']).next().unwrap().to_owned();
        assert_eq!(number(",line="), number(",endLine="), "{line}");
    }
}

#[test]
fn the_step_summary_is_added_to_where_it_is_set_and_asked_for() {
    let folder = Folder::new().with("a.md", LETTER).with("summary.md", "# Before\n");
    let path = folder.path().join("summary.md");
    let vars = [("GITHUB_STEP_SUMMARY", path.to_str().unwrap())];
    folder.run_with(&["a.md"], &vars, b"").ends(1);
    assert_eq!(folder.read("summary.md"), "# Before\n");
    folder.run_with(&["--step-summary", "a.md"], &vars, b"").ends(1);
    let summary = folder.read("summary.md");
    assert!(summary.starts_with("# Before\n") && summary.contains("leftover-placeholder"), "{summary}");
    folder.run(&["--step-summary", "a.md"]).ends(1);
}

#[test]
fn a_file_written_keeps_its_permissions_and_a_symlink_stays_one() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = Folder::new().with("a.md", LETTER).with("real.json", "");
        let real = folder.path().join("real.json");
        std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real.json", folder.path().join("link.json")).unwrap();
        folder.run(&["--output", "json=link.json", "a.md"]).ends(1);
        assert!(folder.path().join("link.json").is_symlink());
        assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(folder.read("real.json").starts_with('{'));
    }
}

#[test]
fn a_letter_in_a_repository_within_is_seen_from_the_one_that_the_run_is_in() {
    let folder = Folder::new().with("mod/s.md", LETTER);
    folder.git(&["init", "-q"]);
    folder.git(&["init", "-q", "mod"]);
    let run = folder.run(&["--format", "github", "mod"]).ends(1);
    assert!(run.out.contains("file=mod/s.md,"), "{}", run.out);
}
