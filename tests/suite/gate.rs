//! What `letterlint ready` may say of a letter: never more than was checked, and never better than a check.

use crate::run::{Folder, Run};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const JOB: &str = "# Senior Backend Engineer\n\nYou will own the ledger end to end and keep it honest.\n\n## You must have\n\n- Go\n- Kafka\n";
const CV: &str = "# Ina Roe\n\n### Backend Engineer, Northwind\n\n- Ran the order service, 900 orders a minute\n";
const LETTER: &str = "---\ncompany: Acme\nrecipient: Ngozi Okafor\n---\n\n16 March 2026\n\nDear Ms Okafor,\n\n\"Own the ledger end to end\" is why I am writing about your backend engineer opening. At Northwind I run one in Go and Kafka, 900 orders a minute at noon, and I would like to see Acme's.\n\nMay I show you the runbook on Tuesday at 10:00?\n\nBest,\nIna Roe\n";

/// The day on which the letters are sent: 16 March 2026.
const TODAY: (&str, &str) = ("SOURCE_DATE_EPOCH", "1773619200");

fn hunt(letter: &str) -> Folder {
    Folder::new().with("acme/letter.md", letter).with("acme/job.md", JOB).with("acme/cv.md", CV)
}

fn ready(folder: &Folder, args: &[&str]) -> Run {
    let fixed: &[&str] = &["ready", "acme/letter.md"];
    folder.run_with(&[fixed, args].concat(), &[TODAY, ("COLUMNS", "100")], b"")
}

/// The line of the checklist that is called `name`: its state and what is said of it.
#[track_caller]
fn item(folder: &Folder, args: &[&str], name: &str) -> (String, String) {
    let report = json(folder, args);
    let items = report["letters"][0]["items"].as_array().unwrap();
    let item = items.iter().find(|item| item["name"] == name).unwrap();
    (item["state"].as_str().unwrap().to_owned(), item["text"].as_str().unwrap().to_owned())
}

fn json(folder: &Folder, args: &[&str]) -> Value {
    let run = ready(folder, &[&["--format", "json"], args].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{run:#?}"))
}

#[track_caller]
fn says(folder: &Folder, args: &[&str], name: &str, state: &str, text: &str) {
    assert_eq!(item(folder, args, name), (state.to_owned(), text.to_owned()), "{name}");
}

#[test]
fn a_letter_of_a_few_words_is_asked_for_a_quotation_and_answers_too() {
    let folder = hunt("Dear Ms Okafor,\n\nI keep Acme honest with 3 tests.\n\nBest,\nIna Roe\n");
    let run = ready(&folder, &["--company", "Acme"]).ends(1);
    for said in ["✗ the posting", "quotes no line of the posting", "requires: \"Go\"", "requires: \"Kafka\""] {
        assert!(run.out.contains(said), "{said}: {run:#?}");
    }
    // Whoever settles that in the letter is not asked again.
    let quoted =
        "Dear Ms Okafor,\n\nTo \"own the ledger end to end\" at Acme I bring Go and Kafka.\n\nBest,\nIna Roe\n";
    folder.write("acme/letter.md", quoted);
    assert_eq!(item(&folder, &["--company", "Acme"], "posting").0, "passed");
}

#[test]
fn the_posting_is_called_answered_as_far_as_it_is() {
    let done = "the posting is quoted, and right; its requirements are answered (2 of 2)";
    says(&hunt(LETTER), &[], "posting", "passed", done);
    let folder = hunt(LETTER).with("acme/job.md", "# Engineer\n\nYou will own the ledger end to end.\n");
    let none = "the posting is quoted, and right; no list of requirements was found in it";
    says(&folder, &[], "posting", "passed", none);
    let run = ready(&hunt(&LETTER.replace(" and Kafka", "")), &[]).ends(1);
    assert!(run.out.contains("requires: \"Kafka\"") && !run.out.contains("requires: \"Go\""), "{run:#?}");
}

#[test]
fn a_line_whose_rules_are_turned_off_is_unknown() {
    let folder = hunt(LETTER);
    for (set, name, text) in [
        (
            "rules.wrong-company-name.severity=\"off\"",
            "company",
            "the company: Acme; only partly checked, because `wrong-company-name` is turned off",
        ),
        ("rules.contradicts-cv.on=false", "cv", "letter and CV: not checked, because `contradicts-cv` is turned off"),
        ("rules.stale-date.severity=\"off\"", "date", "the date: not checked, because `stale-date` is turned off"),
        (
            "rules.wrong-position.severity=\"off\"",
            "position",
            "the position: not checked, because `wrong-position` is turned off",
        ),
        (
            "rules.no-job-description-quote.severity=\"off\"",
            "posting",
            "the posting: only partly checked, because `no-job-description-quote` is turned off",
        ),
    ] {
        says(&folder, &["--set", set], name, "unknown", text);
        let run = ready(&folder, &["--set", set]).ends(0);
        assert!(run.out.ends_with("\nready to send, as far as known: rules turned off\n"), "{run:#?}");
        ready(&folder, &["--strict", "--set", set]).ends(1);
    }
    // With nothing to compare, and the rule off, there may still be a letter like it.
    let off = ["--set", "rules.same-letter.severity=\"off\"", "--set", "rules.reused-paragraph.severity=\"off\""];
    let other = folder.with("globex/letter.md", LETTER.replace("Acme", "Globex"));
    assert_eq!(item(&other, &[&off[..], &["--among", "."]].concat(), "other-letters").0, "unknown");
}

#[test]
fn what_is_only_a_note_is_shown_and_not_called_right() {
    let folder = hunt(&LETTER.replace(" in Go and Kafka", ""));
    let run = ready(&folder, &["--set", "rules.unanswered-requirement.severity=\"note\""]).ends(0);
    assert!(run.out.contains("✓ the posting: 2 notes\n      line 10, note: Your letter does not address"), "{run:#?}");
    let wrong = hunt(&LETTER.replace("900 orders a minute at noon", "700 orders a minute at noon"));
    let run = ready(&wrong, &["--set", "rules.contradicts-cv.severity=\"note\""]).ends(0);
    assert!(run.out.contains("✓ letter and CV: 1 note\n      line 10, note: \"700"), "{run:#?}");
    ready(&wrong, &[]).ends(1);
}

#[test]
fn what_was_suppressed_is_counted_and_not_called_right() {
    let above = "<!-- letterlint-disable-file company-not-named -- they are secretive -->\n\nDear Ms";
    let folder = hunt(&LETTER.replace("see Acme's", "see yours").replace("Dear Ms", above));
    let text = "the company: Acme; 1 finding suppressed (`company-not-named`)";
    says(&folder, &[], "company", "passed", text);
    let settings =
        "[[ignore]]\npath = \"acme/letter.md\"\nrule = \"company-not-named\"\nreason = \"they are secretive\"\n";
    let folder = hunt(&LETTER.replace("see Acme's", "see yours")).with("letterlint.toml", settings);
    says(&folder, &[], "company", "passed", text);
    let chat = LETTER.replace("Best,", "As an AI language model, I cannot attend.\n\nBest,");
    let above = "<!-- letterlint-disable-file ai-artifact -- a joke of theirs -->\n\nDear Ms";
    let run = ready(&hunt(&chat.replace("Dear Ms", above)), &[]).ends(0);
    assert!(!run.out.contains("✓ no other error"), "{run:#?}");
}

#[test]
fn a_letter_in_another_language_passes_no_line_whose_rules_did_not_run() {
    let letter = "Sehr geehrte Frau Roth,\n\nich betreibe seit drei Jahren das Lager von Acme und habe die Fehler von 40 auf 2 am Tag \
         gesenkt. Gern erzähle ich Ihnen davon am Dienstag.\n\nMit freundlichen Grüßen\nIna Roe\n";
    let folder = hunt(letter);
    for (name, text) in [
        ("company", "the company: Acme; only partly checked in German"),
        ("position", "the position: not checked in German"),
        ("posting", "the posting: only partly checked in German"),
        ("cv", "letter and CV: not checked in German"),
    ] {
        says(&folder, &["--company", "Acme"], name, "unknown", text);
    }
    let run = ready(&folder, &["--company", "Acme"]).ends(0);
    assert!(run.out.ends_with("\nready to send, as far as known: few checks in German\n"), "{run:#?}");
    ready(&folder, &["--company", "Acme", "--strict"]).ends(1);
}

#[test]
fn a_letter_without_text_passes_no_line_that_is_about_its_text() {
    for letter in ["Dear Ms Okafor,\n\nBest,\nIna Roe\n", "---\ncompany: Acme\n---\n", "<!-- Dear Ms Okafor -->\n"] {
        let folder = hunt(letter);
        ready(&folder, &["--company", "Acme"]).ends(1);
        let report = json(&folder, &["--company", "Acme"]);
        for item in report["letters"][0]["items"].as_array().unwrap() {
            assert_ne!(item["state"], "passed", "{letter:?}: {item}");
        }
    }
}

#[test]
fn greeting_and_closing_fit_a_reader_who_is_known_and_each_other_where_both_are_there() {
    says(&hunt(LETTER), &[], "greeting-and-closing", "passed", "greeting and closing fit the reader");
    let unknown = LETTER.replace("recipient: Ngozi Okafor\n", "");
    says(&hunt(&unknown), &[], "greeting-and-closing", "passed", "greeting and closing go together");
    for (from, text) in [
        ("Dear Ms Okafor,\n\n", "no greeting that could go with the sign-off"),
        ("Best,\nIna Roe\n", "no sign-off that could go with the greeting"),
    ] {
        says(&hunt(&LETTER.replace(from, "")), &[], "greeting-and-closing", "not-applicable", text);
    }
}

#[test]
fn a_position_is_named_by_what_somebody_is_and_not_by_what_they_work_on() {
    let named = |title: &str, words: &str| {
        let letter = LETTER.replace("your backend engineer opening", words);
        item(&Folder::new().with("acme/letter.md", letter), &["--position", title], "position").0 == "passed"
    };
    for (title, words) in [
        ("Head of Data Platform", "the role of Head of Data Platform"),
        ("Head of Data Platform", "becoming head of the data platform"),
        ("Ward Sister", "your Ward Sister vacancy"),
        ("Lead Data Engineer (m/w/d), Payments", "joining you as a data engineer"),
    ] {
        assert!(named(title, words), "{title}: {words}");
    }
    for (title, words) in [
        ("Head of Data Platform", "your data platform"),
        ("Director of Engineering", "your engineering"),
        ("VP of Sales", "your sales"),
        ("Chief of Staff", "your staff"),
        ("Assistant Manager", "your manager Lena"),
        ("Software Engineer", "what an engineer learns"),
        ("Ward Sister", "what I learnt when I was a ward sister"),
        ("Data Engineer", "what your data engineer, Lena, told me"),
    ] {
        assert!(!named(title, words), "{title}: {words}");
    }
}

#[test]
fn an_empty_cv_agrees_with_nothing() {
    let folder = hunt(LETTER).with("acme/cv.md", "\n<!-- later -->\n");
    says(&folder, &[], "cv", "unknown", "CV not known: acme/cv.md is empty");
}

#[test]
fn warnings_that_belong_to_no_line_are_shown_below_the_last_one() {
    let weak = LETTER.replace("Best,", "I have no queue, no design and nobody on call, as of now.\n\nBest,");
    let run = ready(&hunt(&weak), &[]).ends(0);
    let (_, after) = run.out.split_once("✓ no other error; ").unwrap();
    assert!(after.contains(" warning") && after.contains("\n      line 10, warning: "), "{run:#?}");
    let report = json(&hunt(&weak), &[]);
    let last = report["letters"][0]["items"].as_array().unwrap().last().unwrap().clone();
    let check = hunt(&weak).run_with(&["--format", "json", "--exit-zero", "acme/letter.md"], &[TODAY], b"");
    let check: Value = serde_json::from_str(&check.out).unwrap();
    let warnings = check["letters"][0]["diagnostics"].as_array().unwrap().iter();
    let wanted: Vec<&str> =
        warnings.filter(|found| found["severity"] == "warning").map(|found| found["rule"].as_str().unwrap()).collect();
    let shown: Vec<&str> =
        last["notes"].as_array().unwrap().iter().map(|note| note["rule"].as_str().unwrap()).collect();
    assert!(!wanted.is_empty());
    assert_eq!(shown, wanted);
}

/// The letters at hand, and the company that each may be for: the first name that is after "at".
fn letters() -> Vec<(PathBuf, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md" || ending == "txt") {
                let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
                let named = text.split(" at ").skip(1).map(|rest| rest.split([' ', '.', ',', '\n']).next().unwrap());
                let company = named.into_iter().find(|name| name.starts_with(char::is_uppercase)).unwrap_or("Acme");
                found.push((path, company.to_owned()));
            }
        }
    }
    found.sort();
    assert!(found.len() > 20);
    found
}

#[test]
fn no_letter_at_hand_is_ready_that_a_check_fails() {
    for (path, company) in letters() {
        let path = path.to_str().unwrap();
        for setting in ["fail-on=\"error\"", "fail-on=\"warning\""] {
            let args = ["--set", setting, "--company", &company, path];
            let folder = Folder::new();
            let check = folder.run_with(&args, &[TODAY], b"");
            let ready = folder.run_with(&[&["ready"], &args[..]].concat(), &[TODAY], b"");
            assert!(ready.code != Some(0) || check.code == Some(0), "{path}, {setting}: {}", ready.out);
        }
    }
}

#[test]
fn a_letter_is_never_readier_than_a_check_of_it_says_whatever_is_set() {
    let faults = [
        "",
        "I bring [skill] to it.",
        "As an AI language model, I cannot attend.",
        "I am a results-driven team player.",
        "The cafÃ© donâ€™t open.",
        "Company Name is where I belong.",
        "<!-- letterlint-disable nothing-such -->",
    ];
    let settings =
        ["", "fail-on = \"warning\"\n", "fail-on = \"note\"\n", "max-warnings = 0\n", "fail-on = \"never\"\n"];
    let (mut ready_ones, mut failed_ones) = (0, 0);
    for fault in faults {
        for set in settings {
            let letter = LETTER.replace("May I show", &format!("{fault}\n\nMay I show"));
            let folder = hunt(&letter).with("letterlint.toml", set);
            let check = folder.run_with(&["acme/letter.md"], &[TODAY], b"");
            let ready = ready(&folder, &[]);
            assert!(ready.code != Some(0) || check.code == Some(0), "{fault}, {set}: {check:#?} {ready:#?}");
            ready_ones += usize::from(ready.code == Some(0));
            failed_ones += usize::from(check.code == Some(1));
        }
    }
    assert!(ready_ones > 5 && failed_ones > 10, "{ready_ones} are ready, {failed_ones} fail a check");
}
