//! The gate before a letter is sent.

use crate::run::{Folder, Run};
use std::fs::File;
use std::time::{Duration, SystemTime};

const JOB: &str =
    "# Backend Engineer\n\nYou will own the ledger end to end and keep it honest.\n\n## You must have\n\n- Go\n";
const LETTER: &str = "---\ncompany: Acme\nrecipient: Ngozi Okafor\nsent: 2026-03-16\n---\n\n16 March 2026\n\nDear Ms Okafor,\n\n\"Own the ledger end to end\" is why I am writing. At Northwind I run one in Go, 900 orders a minute at noon, and I would like to see Acme's.\n\nMay I show you the runbook on Tuesday at 10:00?\n\nBest,\nIna Roe\n";

fn hunt(letter: &str) -> Folder {
    Folder::new().with("acme/letter.md", letter).with("acme/job.md", JOB)
}

fn ready(folder: &Folder) -> Run {
    folder.run_with(&["ready", "acme/letter.md"], &[("SOURCE_DATE_EPOCH", "1773619200")], b"")
}

#[test]
fn a_letter_with_nothing_left_to_do_is_ready() {
    let run = ready(&hunt(LETTER)).ends(0);
    assert!(run.out.ends_with("ready to send\n"), "{run:#?}");
    assert!(run.out.contains("✓ the right company, spelt right"), "{run:#?}");
}

#[test]
fn what_is_not_known_is_said_and_does_not_hold_a_letter_back() {
    let run = ready(&hunt(LETTER)).ends(0);
    assert!(run.out.contains("– CV not known"), "{run:#?}");
    let alone = Folder::new().with("acme/letter.md", LETTER);
    assert!(ready(&alone).ends(0).out.contains("– posting not known: save it as job.md"));
}

#[test]
fn each_thing_left_to_do_is_said_with_its_line() {
    for (from, to, told) in [
        ("Dear Ms Okafor", "Dear Mr Roth", "line 9: The letter greets Roth, but it is addressed to Ngozi Okafor."),
        ("16 March 2026", "2 March 2026", "line 7: The letter is dated"),
        ("see Acme's", "see yours", "line 11: The body of the letter never mentions Acme."),
        ("on Tuesday", "on [day]", "line 13: \"[day]\""),
        ("Own the ledger end", "Own the books end", "The posting does not say"),
        ("in Go, ", "", "what the posting requires: \"Go\""),
        ("recipient:", "recipeint:", "did you mean `recipient`?"),
    ] {
        let run = ready(&hunt(&LETTER.replace(from, to))).ends(1);
        assert!(run.out.split_whitespace().collect::<Vec<_>>().join(" ").contains(told), "{told}: {run:#?}");
        assert!(run.out.contains("not ready: "), "{run:#?}");
    }
}

#[test]
fn a_letter_that_was_sent_before_is_not_ready() {
    let other = LETTER.replace("Acme", "Globex").replace("Ngozi Okafor", "Jana Roth").replace("Okafor", "Roth");
    let folder = hunt(LETTER).with("globex/letter.md", other.replace("2026-03-16", "2026-03-01")).with(".git/HEAD", "");
    let run = ready(&folder).ends(1);
    assert!(run.out.contains("This is globex/letter.md with the names changed."), "{run:#?}");
}

#[test]
fn an_export_that_is_older_than_the_letter_is_told() {
    let folder = hunt(LETTER).with("acme/letter.pdf", "%PDF-1.7");
    let pdf = File::options().write(true).open(folder.at("acme/letter.pdf")).unwrap();
    pdf.set_modified(SystemTime::now() - Duration::from_secs(60)).unwrap();
    let run = ready(&folder).ends(1);
    assert!(run.out.contains("letter.pdf is older than the letter; export it again"), "{run:#?}");
    pdf.set_modified(SystemTime::now() + Duration::from_secs(60)).unwrap();
    ready(&folder).ends(0);
}

#[test]
fn a_name_that_was_not_filled_in_is_told() {
    let folder = Folder::new().with("acme/letter-COMPANY.md", LETTER);
    let run = folder.run_with(&["ready", "acme/letter-COMPANY.md"], &[("SOURCE_DATE_EPOCH", "1773619200")], b"");
    assert!(run.ends(1).out.contains("with \"COMPANY\" in it"));
}

/// The hook that README.md shows, put into the repository at `folder`.
fn with_hook(folder: &Folder) {
    let readme = include_str!("../../README.md");
    let (_, behind) = readme.split_once(".git/hooks/pre-push`").unwrap();
    let hook = behind.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    let program = env!("CARGO_BIN_EXE_letterlint");
    folder.write(".git/hooks/pre-push", hook.replace("xargs -0 letterlint", &format!("xargs -0 {program}")));
    folder.run_program("chmod", &["+x", ".git/hooks/pre-push"], &[]).ends(0);
}

#[cfg(unix)]
#[test]
fn a_push_with_a_letter_that_is_not_ready_is_held_back() {
    let folder = Folder::new().with("applications/acme/job.md", JOB).with("there/HEAD", "");
    folder.git(&["init", "-q"]);
    folder.git(&["init", "-q", "--bare", "there.git"]);
    with_hook(&folder);
    let push = |letter: &str| {
        folder.write("applications/acme/letter.md", letter);
        folder.git(&["add", "applications"]);
        folder.git(&["commit", "-q", "-m", "a letter"]);
        folder.run_program("git", &["push", "-q", "./there.git", "HEAD:main"], &[("SOURCE_DATE_EPOCH", "1773619200")])
    };
    let held = push(&LETTER.replace("see Acme's", "see yours"));
    assert!(held.code != Some(0) && held.out.contains("never mentions Acme"), "{held:#?}");
    push(LETTER).ends(0);
}

#[test]
fn a_letter_that_is_not_there_is_an_error() {
    assert!(Folder::new().run(&["ready", "nope.md"]).ends(2).err.contains("nope.md: no such file"));
}

#[test]
fn with_redact_the_checklist_holds_no_word_of_the_letter() {
    let folder =
        hunt(&LETTER.replace("on Tuesday", "on [Somedaynever]").replace("company:", "compnay: Vexalia\ncompany:"));
    let run = folder.run(&["ready", "--redact", "acme/letter.md"]).ends(1);
    for word in ["Somedaynever", "Vexalia", "Okafor", "Northwind", "ledger"] {
        assert!(!run.out.contains(word) && !run.err.contains(word), "{word}: {run:#?}");
    }
}

#[test]
fn two_letters_side_by_side_show_what_they_share() {
    let other = LETTER.replace("Acme", "Globex").replace("noon", "midnight");
    let folder = hunt(LETTER).with("globex/letter.md", other);
    let run = folder.run(&["compare", "acme/letter.md", "globex/letter.md"]).ends(0);
    assert!(run.out.contains("2 of 2 and 2 paragraphs are shared"), "{run:#?}");
    assert!(run.out.lines().any(|line| line.contains("noon") || line.contains("midnight")), "{run:#?}");
    let apart = hunt(LETTER).with("bees.md", "Dear Ana,\n\nI keep bees and sell what they make.\n\nBest,\nIna\n");
    let run = apart.run(&["compare", "acme/letter.md", "bees.md"]).ends(0);
    assert!(run.out.contains("0 of 2 and 1 paragraphs") && run.out.contains("only in bees.md"), "{run:#?}");
}

#[test]
fn a_letter_to_compare_that_is_not_there_is_an_error() {
    assert!(hunt(LETTER).run(&["compare", "acme/letter.md", "nope.md"]).ends(2).err.contains("nope.md: no such file"));
}
