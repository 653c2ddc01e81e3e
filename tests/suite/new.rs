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
    assert_eq!(letter, skeleton(&["--company", "Contoso: \"Bread\"", "--recipient", "Ms Okafor"]));
    assert!(letter.contains("recipient: \"Ms Okafor\""), "{letter}");
    assert!(skeleton(&["--position", "Baker"]).contains("Subject: Baker\n"));
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

#[test]
fn a_letter_is_written_to_the_file_that_is_named_and_never_over_one() {
    let folder = Folder::new();
    let run = folder.run(&["new", "contoso/letter.md", "--role", "backend"]).ends(0);
    assert!(run.out.starts_with("wrote contoso/letter.md\n") && run.out.contains("letterlint contoso/letter.md"));
    assert_eq!(folder.read("contoso/letter.md"), skeleton(&["--role", "backend"]));
    let again = folder.run(&["new", "contoso/letter.md"]).ends(2);
    assert!(again.err.contains("contoso/letter.md already exists"), "{}", again.err);
    assert_eq!(folder.read("contoso/letter.md"), skeleton(&["--role", "backend"]));
    folder.run(&["contoso"]).ends(1);
}

#[test]
fn a_folder_gets_a_letter_by_its_usual_name_and_text_is_plain() {
    let folder = Folder::new().with("contoso/job.md", "Baker\n");
    folder.run(&["new", "contoso"]).ends(0);
    folder.run(&["new", "fabrikam/"]).ends(0);
    assert!(folder.at("contoso/letter.md").exists() && folder.at("fabrikam/letter.md").exists());
    folder.run(&["new", "box.txt"]).ends(0);
    assert_eq!(folder.read("box.txt"), skeleton(&["--plain"]));
    assert_eq!(folder.run(&["new", "-"]).ends(0).out, skeleton(&[]));
    for other in ["letter.docx", "letter"] {
        let run = folder.run(&["new", other]).ends(2);
        assert!(run.err.contains("name it `letter.md`") && !folder.at(other).exists(), "{}", run.err);
    }
}

#[test]
fn the_settings_say_what_a_new_letter_is_for() {
    let folder = Folder::new().with(
        "letterlint.toml",
        "role = \"backend\"\ntier = \"short\"\n[job]\ncompany = \"{dir}\"\nrecipient = \"Ms Okafor\"\n",
    );
    folder.run(&["new", "2026-11-hale-and-quill/letter.md"]).ends(0);
    let letter = folder.read("2026-11-hale-and-quill/letter.md");
    assert!(letter.contains("Hale and Quill") && !letter.contains("[Company]"), "{letter}");
    assert!(letter.contains("Dear Ms Okafor,"), "{letter}");
    assert!(!letter.contains("---"), "what the settings say they say again: {letter}");
    assert!(
        letter.contains(skeleton(&["--plain", "--role", "backend", "--tier", "short"]).split("\n\n").nth(3).unwrap())
    );
    let printed = folder.run(&["new"]).ends(0).out;
    assert!(printed.contains("[Company]"), "where it will be is not known: {printed}");
    let other = folder.run(&["new", "--company", "Contoso", "--role", "none", "x/letter.md"]).ends(0);
    assert!(other.err.is_empty() && folder.read("x/letter.md").contains("company: \"Contoso\""));
}

#[test]
fn broken_settings_leave_no_file() {
    let folder = Folder::new().with("letterlint.toml", "rol = \"backend\"\n");
    let run = folder.run(&["new", "a.md"]).ends(2);
    assert!(run.err.contains("unknown key `rol`") && !folder.at("a.md").exists(), "{}", run.err);
    folder.run(&["new", "--isolated", "a.md"]).ends(0);
}
