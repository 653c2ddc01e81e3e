//! Which job a letter applies for, by its own words and by its posting: a title that is mentioned in passing is none.

use crate::run::Folder;
use serde_json::Value;
use std::collections::BTreeMap;

/// A letter that opens with `sentence`, below `above`.
fn letter(above: &str, sentence: &str) -> String {
    format!(
        "{above}Dear Ms Okafor,\n\n{sentence}\n\nI cut the waiting list from 40 to nine.\n\nBest regards,\nAna Ruiz\n"
    )
}

/// The role of each of `letters`, in their order.
#[track_caller]
fn roles(letters: &[String]) -> Vec<Option<String>> {
    let mut folder = Folder::new();
    let names: Vec<String> = (0..letters.len()).map(|number| format!("{number:03}.md")).collect();
    for (name, letter) in names.iter().zip(letters) {
        folder = folder.with(name, letter);
    }
    let args: Vec<&str> =
        ["--format", "json", "--exit-zero"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let document: Value = serde_json::from_str(&folder.run(&args).ends(0).out).unwrap();
    let role =
        |letter: &Value| (letter["path"].as_str().unwrap().to_owned(), letter["role"].as_str().map(str::to_owned));
    let by_path: BTreeMap<String, Option<String>> = document["letters"].as_array().unwrap().iter().map(role).collect();
    assert_eq!(by_path.len(), letters.len());
    by_path.into_values().collect()
}

#[test]
fn a_title_in_passing_selects_no_role() {
    let passing = [
        "I would like to nurse on your night shift; my husband is a data scientist and has read your annual report.",
        "For nine years I was a backend developer; since 2022 I teach, and I apply for the post of maths teacher.",
        "I want to cook for you. My wife is an engineering manager, and I am a chef.",
        "I worked as a product manager before I trained as a midwife.",
        "Your data scientist, Lena, told me that you need a bookkeeper.",
        "Your data scientist Lena Holm says that you need a bookkeeper.",
        "Jonas Falk, a frontend developer on your team, referred me to the office manager position.",
        "I heard of the vacancy for a gardener from your Product Manager.",
        "I apply as executive assistant to the product manager.",
        "I am applying for the role of Executive Assistant to the Head of Engineering.",
        "I apply as Sales Engineer; before that I was a product manager.",
        "I am applying as reliability engineer in your paper mill.",
        "I am writing for the production engineer post in the foundry.",
        "I apply as development manager at your housing association.",
        "I am applying as Head of Product Design.",
        "After ten years as a backend engineer I am retraining as a carpenter and apply for your apprenticeship.",
        "I am a backend engineer by training, and I would like to become a baker with you.",
        "Until last year I worked as a data scientist; now I want to teach.",
        "In my last backend role I got tired of screens; I apply as gardener.",
        "I am writing about the paralegal opening. Last year I defended a product manager.",
        "I am a former Site Reliability Engineer applying for the post of teacher.",
        "I recruit backend engineers and apply for your recruiter role.",
        "Ten years ago I left a job as a frontend developer to become a gardener, and I apply for your gardener post.",
        "I am the mother of a frontend developer and the wife of a data scientist, and I bake.",
        "My last pupil is a frontend developer today, and I want to teach at your school.",
    ];
    let found = roles(&passing.map(|sentence| letter("", sentence)));
    for (sentence, role) in passing.iter().zip(found) {
        assert_eq!(role, None, "{sentence}");
    }
}

#[test]
fn a_title_that_is_applied_for_selects_its_role() {
    let applying = [
        ("I am applying for the Senior Backend Engineer position.", "backend"),
        ("Please consider me for the opening of Back-End Developer.", "backend"),
        ("I saw your junior backend developer role and wrote the same day.", "backend"),
        (
            "After five years as a backend developer at Aldertree, I am applying for your Senior Backend Engineer position.",
            "backend",
        ),
        ("I am a backend engineer with six years of payments behind me.", "backend"),
        ("Please find enclosed my CV for the position Backend Developer.", "backend"),
        ("Currently a backend engineer at Aldertree, I am looking for a team that measures.", "backend"),
        ("I am Ana Ruiz, a backend engineer, and I want to work on your ledger.", "backend"),
        ("Your posting for an engineering manager says that the roadmap is full.", "engineering-manager"),
        ("I would like to join you as a frontend engineer because of one line.", "frontend"),
        ("I was thrilled to see the Frontend Developer opening at Aldertree.", "frontend"),
        ("You are looking for a product manager for dispatch.", "product"),
        ("Please accept this as my application for the position of Product Owner.", "product"),
        ("I bring eight years of experience as a product manager to your Senior Product Manager role.", "product"),
        ("As a data scientist at Frisk, I cut waste by 9%.", "data-science"),
        ("I believe I am the Data Scientist you are looking for.", "data-science"),
        ("Aldertree is hiring a Senior Data Scientist, and I have done that job for three years.", "data-science"),
        ("I want to be your next Site Reliability Engineer.", "sre"),
        ("When I read that you need a platform engineer, I thought of last year.", "sre"),
    ];
    let found = roles(&applying.map(|(sentence, _)| letter("", sentence)));
    for ((sentence, wanted), role) in applying.iter().zip(found) {
        assert_eq!(role.as_deref(), Some(*wanted), "{sentence}");
    }
}

#[test]
fn a_title_line_above_the_greeting_selects_its_role_and_the_readers_title_does_not() {
    let above = [
        ("# Senior Backend Engineer\n\n", Some("backend")),
        ("Senior Backend Engineer, Payments (all genders)\n\n", Some("backend")),
        ("**Application: Data Scientist**\n\n", Some("data-science")),
        ("Position: Product Manager\n\n", Some("product")),
        ("Subject: SRE\n\n", Some("sre")),
        ("Re: Backend\n\n", Some("backend")),
        ("# Ana Ruiz\n\nElm Street 4, Leeds\n\n", None),
        // Above the greeting of that person it is their title, and in an address it is somebody's.
        ("Ife Okafor\n\nEngineering Manager\n\n", None),
        ("Ife Okafor\nEngineering Manager\nAldertree Ltd\n\n", None),
        ("Subject: Assistant to the Product Manager\n\n", None),
        ("Subject: Business Development Manager\n\n", None),
        ("Subject: Mechanical Reliability Engineer\n\n", None),
    ];
    let found = roles(&above.map(|(above, _)| letter(above, "Your line about queues is why I write.")));
    for ((above, wanted), role) in above.iter().zip(found) {
        assert_eq!(role.as_deref(), *wanted, "{above}");
    }
}

#[test]
fn the_title_of_the_posting_selects_a_role_where_the_letter_says_nothing_above() {
    let folder = Folder::new().with("job.md", "# Senior Backend Engineer (m/f/d)\n\nYou will own the ledger.\n");
    let shown = |above: &str| {
        folder.write("a.md", letter(above, "Your line about the ledger is why I write."));
        folder.run(&["--exit-zero", "a.md"]).ends(0).out
    };
    assert!(shown("").contains("role: backend (from the posting)"), "{}", shown(""));
    assert!(shown("Subject: Data Scientist\n\n").contains("role: data-science (from the letter)"));
    assert!(shown("---\nposition: Product Manager\n---\n\n").contains("role: product (from the position)"));
}

#[test]
fn the_rules_of_a_role_that_the_posting_names_may_be_suppressed() {
    let folder = Folder::new().with("job.md", "# Senior Backend Engineer\n\nYou will own the ledger.\n");
    let comment = "<!-- letterlint-disable-file missing-on-call-signal -- no pager in this job -->\n\n";
    folder.write("a.md", letter(comment, "Your line about the ledger is why I write."));
    let found = folder.run(&["--show", "info", "--format", "concise", "--exit-zero", "a.md"]).ends(0).out;
    assert!(!found.contains("missing-on-call-signal") && !found.contains("unused-suppression"), "{found}");
}

#[test]
fn a_pack_of_the_users_own_names_its_titles_and_what_is_none_of_them() {
    let pack = "title = \"Nursing\"\nabout = \"Wards.\"\nroles = [\"nursing\"]\ntitles = [\"nurse\", \"ward sister\"]\nshort_titles = [\"ward\"]\nnot_titles = [\"veterinary nurse\"]\n";
    let folder = Folder::new().with("nursing/pack.toml", pack);
    let shown = |sentence: &str| {
        folder.write("a.md", letter("", sentence));
        folder.run(&["--rules", "nursing", "--exit-zero", "a.md"]).ends(0).out
    };
    assert!(shown("I am applying for the post of ward sister.").contains("role: nursing"));
    assert!(!shown("I am applying for the post of veterinary nurse.").contains("role: nursing"));
    assert!(!shown("My sister is a nurse with you, and I am applying as a cook.").contains("role: nursing"));
    let given = |role: &str| folder.run(&["--rules", "nursing", "--role", role, "--exit-zero", "a.md"]);
    assert!(given("Senior Nurse").ends(0).out.contains("role: nursing"));
    assert!(given("Ward").ends(0).out.contains("role: nursing"));
    given("Veterinary Nurse").ends(2);
}

#[test]
fn how_a_letter_applies_is_said_in_a_pack_for_every_letter() {
    let pack = "title = \"Nursing\"\nabout = \"Wards.\"\nroles = [\"nursing\"]\n[applying]\nlike = 'as {match}'\n";
    let folder = Folder::new().with("mine/pack.toml", pack).with("a.md", letter("", "I am a nurse."));
    let run = folder.run(&["--rules", "mine", "a.md"]).ends(2);
    assert!(run.err.contains("[applying]") && run.err.contains("always = true"), "{run:#?}");
}
