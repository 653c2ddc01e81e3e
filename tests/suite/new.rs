//! A skeleton is full of blanks, and a good letter once they are filled in.

use crate::run::{Folder, Run};

/// Words for each placeholder, a line each: `placeholder = words`.
const WORDS: &str = include_str!("new_words.txt");

/// A name for each pack with a skeleton of its own, and for the rest.
const ROLES: [&str; 10] = [
    "academic",
    "backend",
    "career-change",
    "data-science",
    "engineering-manager",
    "frontend",
    "junior",
    "none",
    "product",
    "sre",
];

#[track_caller]
fn skeleton(args: &[&str]) -> String {
    let args: Vec<&str> = ["new"].iter().chain(args).copied().collect();
    Folder::new().run(&args).ends(0).out
}

/// The placeholders of `letter`, in order, brackets and all.
fn placeholders(letter: &str) -> Vec<&str> {
    let ends = letter.split('[').skip(1).map(|rest| rest.split_once(']').unwrap().0.len());
    letter.match_indices('[').zip(ends).map(|((at, _), length)| &letter[at..at + length + 2]).collect()
}

fn filled(letter: &str) -> String {
    let mut filled = letter.to_owned();
    for (placeholder, words) in WORDS.lines().map(|line| line.split_once(" = ").unwrap()) {
        filled = filled.replace(&format!("[{placeholder}]"), words);
    }
    filled
}

/// The findings of at least a warning in `letter`: severity, rule and match.
#[track_caller]
fn findings(name: &str, letter: &str) -> Vec<(String, String, String)> {
    let Run { out, .. } = Folder::new().with(name, letter).run(&["--format", "json", name]);
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    let all = document["letters"][0]["diagnostics"].as_array().unwrap().iter();
    let text = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let mut found: Vec<_> = all.map(|one| (text(one, "severity"), text(one, "rule"), text(one, "match"))).collect();
    found.retain(|(severity, ..)| severity != "info");
    found
}

#[test]
fn every_placeholder_of_every_skeleton_is_an_error_until_it_is_filled_in() {
    for role in ROLES {
        for (name, plain) in [("a.md", None), ("a.txt", Some("--plain"))] {
            let args: Vec<&str> = ["--tier", "expanded", "--role", role].into_iter().chain(plain).collect();
            let letter = skeleton(&args);
            let found: Vec<String> = findings(name, &letter)
                .into_iter()
                .filter(|(severity, rule, _)| severity == "error" && rule == "leftover-placeholder")
                .map(|(.., matched)| matched)
                .collect();
            assert_eq!(found, placeholders(&letter), "{role} in {name}");
        }
    }
}

#[test]
fn a_skeleton_that_is_filled_in_has_nothing_to_mend() {
    for role in ROLES {
        for tier in ["short", "standard", "expanded"] {
            let letter = filled(&skeleton(&["--role", role, "--tier", tier]));
            assert_eq!(placeholders(&letter), [""; 0], "{role} {tier}: new_words.txt has no words for these");
            assert_eq!(findings("a.md", &letter), [], "{role} {tier}:\n{letter}");
        }
    }
}

#[test]
fn a_longer_letter_proves_more() {
    let paragraphs = |tier: &str| skeleton(&["--tier", tier]).split("\n\n").count();
    assert!(paragraphs("short") < paragraphs("standard") && paragraphs("standard") < paragraphs("expanded"));
}

#[test]
fn each_role_proves_something_of_its_own() {
    let mut letters: Vec<String> = ROLES.iter().map(|role| skeleton(&["--plain", "--role", role])).collect();
    letters.sort();
    letters.dedup();
    assert_eq!(letters.len(), ROLES.len());
}

#[test]
fn what_is_known_already_is_no_blank() {
    let letter = skeleton(&["--company", "Contoso: \"Bread\"", "--to", "Ms Okafor"]);
    assert!(letter.contains("Dear Ms Okafor,") && letter.contains("at Contoso: \"Bread\" is"), "{letter}");
    assert!(letter.contains(r#"company: "Contoso: \"Bread\"""#), "{letter}");
    assert!(!letter.contains("[Company]") && !letter.contains("[Name of the"), "{letter}");
}

#[test]
fn front_matter_tells_what_was_asked_for_and_plain_text_has_none() {
    let asked = ["--tier", "short", "--role", "backend", "--level", "senior"];
    assert!(skeleton(&asked).starts_with("---\ntier: short\nrole: backend\nlevel: senior\n---\n\nSubject: "));
    assert!(skeleton(&["--plain"]).starts_with("Subject: "));
}

#[test]
fn somebody_who_starts_gets_a_letter_for_somebody_who_starts() {
    let by_level = skeleton(&["--plain", "--level", "junior"]);
    assert_eq!(by_level, skeleton(&["--plain", "--role", "junior"]));
}

#[test]
fn an_unknown_role_is_told_the_nearest() {
    let run = Folder::new().run(&["new", "--role", "bakcend"]).ends(2);
    assert!(run.out.is_empty() && run.err.contains("did you mean `backend`?"), "{run:#?}");
}
