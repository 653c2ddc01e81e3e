//! The gate before a letter is sent.

use crate::run::{Folder, Run};
use serde_json::Value;
use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

const JOB: &str =
    "# Backend Engineer\n\nYou will own the ledger end to end and keep it honest.\n\n## You must have\n\n- Go\n";
const LETTER: &str = "---\ncompany: Acme\nrecipient: Ngozi Okafor\nsent: 2026-03-16\n---\n\n16 March 2026\n\nDear Ms Okafor,\n\n\"Own the ledger end to end\" is why I am writing. At Northwind I run one in Go, 900 orders a minute at noon, and I would like to see Acme's.\n\nMay I show you the runbook on Tuesday at 10:00?\n\nBest,\nIna Roe\n";

fn hunt(letter: &str) -> Folder {
    Folder::new().with("acme/letter.md", letter).with("acme/job.md", JOB)
}

/// The day on which the letters are sent: 16 March 2026.
const TODAY: (&str, &str) = ("SOURCE_DATE_EPOCH", "1773619200");

fn ready(folder: &Folder) -> Run {
    folder.run_with(&["ready", "acme/letter.md"], &[TODAY], b"")
}

/// What was printed, on one line: where lines are broken does not matter here.
fn flat(run: &Run) -> String {
    run.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap()
}

/// The state of the line of the checklist that is called `name`.
#[track_caller]
fn state(report: &Value, name: &str) -> String {
    let items = report["letters"][0]["items"].as_array().unwrap();
    let item = items.iter().find(|item| item["name"] == name).unwrap();
    item["state"].as_str().unwrap().to_owned()
}

const CV: &str = "# Ina Roe\n\n### Backend Engineer, Northwind\n\n- Ran the order service, 900 orders a minute\n";

#[test]
fn a_letter_with_nothing_left_to_do_is_ready() {
    let run = ready(&hunt(LETTER).with("acme/cv.md", CV)).ends(0);
    assert!(run.out.ends_with("\nready to send\n"), "{run:#?}");
    assert!(run.out.contains("✓ the right company, spelt right: Acme"), "{run:#?}");
}

#[test]
fn what_is_not_known_is_counted_in_the_verdict_and_holds_a_letter_back_only_with_strict() {
    let run = ready(&hunt(LETTER)).ends(0);
    assert!(
        run.out.contains("? CV not known") && run.out.ends_with("\nready to send, as far as known: no CV\n"),
        "{run:#?}"
    );
    let alone = Folder::new().with("acme/letter.md", LETTER);
    let run = ready(&alone).ends(0);
    assert!(run.out.contains("? posting not known: save it as job.md"), "{run:#?}");
    assert!(run.out.ends_with("\nready to send, as far as known: no posting, no CV\n"), "{run:#?}");
    let strict = alone.run_with(&["ready", "--strict", "acme/letter.md"], &[TODAY], b"").ends(1);
    assert!(strict.out.ends_with("\nnot ready: no posting, no CV\n"), "{strict:#?}");
    let known = hunt(LETTER).with("acme/cv.md", CV);
    known.run_with(&["ready", "--strict", "acme/letter.md"], &[TODAY], b"").ends(0);
}

#[test]
fn what_does_not_apply_is_not_unknown() {
    let letter = LETTER.replace("16 March 2026\n\n", "");
    let run = ready(&hunt(&letter).with("acme/cv.md", CV)).ends(0);
    for line in [
        "– the letter does not name the position",
        "– no date in the letter",
        "– no other letter",
        "– no exported file",
    ] {
        assert!(run.out.contains(line), "{line}: {run:#?}");
    }
    assert!(run.out.contains("6 passed, 4 not applicable\nready to send\n"), "{run:#?}");
}

#[test]
fn a_date_that_nobody_understands_is_not_called_fresh() {
    let run = ready(&hunt(&LETTER.replace("16 March 2026", "Date: sometime in spring 2026"))).ends(0);
    assert!(!run.out.contains("✓ no stale date"), "{run:#?}");
}

#[test]
fn the_verdict_has_its_colour_whichever_way_it_falls() {
    let colour = |letter: &str| {
        let folder = hunt(letter).with("acme/cv.md", CV);
        let run = folder.run_with(&["ready", "--color", "always", "acme/letter.md"], &[TODAY], b"");
        run.out.trim_end().lines().last().unwrap().to_owned()
    };
    assert_eq!(colour(LETTER), "\u{1b}[32mready to send\u{1b}[0m");
    assert_eq!(colour(&LETTER.replace("Tuesday", "[day]")), "\u{1b}[1;31mnot ready: 1 thing to fix\u{1b}[0m");
}

#[test]
fn a_letter_whose_company_is_not_known_is_not_ready() {
    let letter = "Dear Ms Okafor,\n\nI run the order service at Northwind, 900 orders a minute.\n\nBest,\nIna Roe\n";
    let run = Folder::new().with("letter.md", letter).run(&["ready", "letter.md"]).ends(1);
    let said = flat(&run);
    for way in ["the company is not known", "`company: …` in the front matter", "`company` under [job]", "--company"]
    {
        assert!(said.contains(way), "{way}: {run:#?}");
    }
    assert!(run.out.ends_with("not ready: 1 thing to fix\n"), "{run:#?}");
}

/// A letter that says nothing of itself, to `greeted`, that would like to work at `company`.
fn bare(greeted: &str, company: &str) -> String {
    format!(
        "Dear {greeted},\n\nI run the order service at Northwind, 900 orders a minute at noon. What I would like to do at {company} is the same.\n\nMay I show you the runbook on Tuesday at 10:00?\n\nBest,\nIna Roe\n"
    )
}

/// Another letter that says nothing of itself, to the team of `company`.
fn other(company: &str) -> String {
    format!(
        "Dear {company} team,\n\nMy forty hives taught me to write things down. {company} would get that from me, and honey.\n\nI am free on Friday.\n\nBest,\nIna Roe\n"
    )
}

#[test]
fn a_letter_with_the_name_of_the_folder_beside_is_not_ready_though_nothing_is_configured() {
    let folder =
        Folder::new().with("acme/letter.md", bare("Acme team", "Globex")).with("globex/letter.md", other("Globex"));
    let run = folder.run(&["ready", "acme/letter.md"]).ends(1);
    assert!(run.out.contains("Acme (inferred from the folder's name)"), "{run:#?}");
    assert!(flat(&run).contains("\"Globex\" is the company of another application"), "{run:#?}");
    folder.run_in("acme", &["ready", "letter.md"]).ends(1);
    // The folder beside may hold only a posting yet, or nothing at all where the greeting says that folders are companies.
    for beside in ["globex/job.md", "globex/notes.txt"] {
        let folder = Folder::new().with("acme/letter.md", bare("Acme team", "Globex")).with(beside, "# Engineer\n");
        let run = folder.run(&["ready", "acme/letter.md"]).ends(1);
        assert!(flat(&run).contains("\"Globex\" is the company of another"), "{beside}: {run:#?}");
    }
    folder.write("acme/letter.md", bare("Acme team", "Acme"));
    folder.run(&["ready", "acme/letter.md"]).ends(0);
}

#[test]
fn the_company_is_inferred_and_shown_as_inferred() {
    let posting = "# Backend Engineer\n\nTidepool is looking for an engineer.\n";
    for (greeted, company, posting, said) in [
        ("Tidepool team", "Tidepool", "", "Tidepool (inferred from the greeting)"),
        ("hiring team at Hale & Quill", "Hale & Quill", "", "Hale & Quill (inferred from the greeting)"),
        ("Ms Okafor", "Tidepool", posting, "Tidepool (inferred from the posting)"),
        ("Payments team", "Tidepool", posting, "Tidepool (inferred from the posting)"),
    ] {
        let folder = Folder::new().with("letter.md", bare(greeted, company));
        if !posting.is_empty() {
            folder.write("job.md", posting);
        }
        let run = folder.run(&["ready", "letter.md"]);
        assert!(run.out.contains(&format!("✓ the right company, spelt right: {said}")), "{run:#?}");
    }
    let folder = Folder::new().with("letter.md", bare("Payments team", "Tidepool"));
    assert!(flat(&folder.run(&["ready", "letter.md"]).ends(1)).contains("the company is not known"));
}

#[test]
fn what_is_said_beats_what_is_inferred() {
    let folder = Folder::new()
        .with("acme/letter.md", format!("---\ncompany: Globex\n---\n\n{}", bare("Globex team", "Globex")))
        .with("tidepool/letter.md", other("Tidepool"));
    let run = folder.run(&["ready", "acme/letter.md"]).ends(0);
    assert!(run.out.contains("✓ the right company, spelt right: Globex\n"), "{run:#?}");
}

#[test]
fn folders_that_are_called_after_no_company_name_none() {
    for name in ["drafts", "v2", "2026", "final"] {
        let folder = Folder::new()
            .with(&format!("{name}/letter.md"), bare("Ms Okafor", "Tidepool"))
            .with("old/letter.md", other("Globex"));
        let run = folder.run(&["ready", &format!("{name}/letter.md")]).ends(1);
        assert!(flat(&run).contains("the company is not known"), "{name}: {run:#?}");
    }
}

#[test]
fn the_company_is_shown_as_its_posting_spells_it() {
    for (slug, name) in [("hale-and-quill", "Hale & Quill"), ("7-eleven", "7-Eleven"), ("github", "GitHub")] {
        let folder = Folder::new()
            .with(&format!("{slug}/letter.md"), bare("Ms Okafor", name))
            .with(&format!("{slug}/job.md"), format!("# Backend Engineer\n\nYou will own the ledger of {name}.\n"))
            .with("acme/letter.md", other("Acme"));
        let run = folder.run(&["ready", &format!("{slug}/letter.md")]);
        assert!(flat(&run).contains(&format!("spelt right: {name} (inferred from the folder's name)")), "{run:#?}");
        folder.write("letterlint.toml", "[job]\ncompany = \"{dir}\"\n");
        let run = folder.run(&["ready", &format!("{slug}/letter.md")]);
        assert!(run.out.contains(&format!("spelt right: {name}\n")), "{run:#?}");
    }
}

#[test]
fn a_cv_is_found_above_the_letter_outside_of_a_repository_too() {
    let own = LETTER.replace("900 orders a minute", "40,000 shops");
    let posting = format!("{JOB}\nWe serve 40,000 shops.\n");
    for cv in ["cv.md", "resume.md", "hunt/cv.md", "hunt/acme/cv.md"] {
        let folder = Folder::new()
            .with("hunt/acme/letter.md", &own)
            .with("hunt/acme/job.md", &posting)
            .with(cv, "# Ina Roe\n\n- Ran the ledger of 40,000 shops\n");
        for args in [&["ready", "hunt/acme/letter.md"][..], &["ready", "hunt"], &["ready"]] {
            let run = folder.run_with(args, &[TODAY], b"").ends(0);
            assert!(run.out.contains("✓ no contradiction between letter and CV found"), "{cv}: {run:#?}");
        }
    }
    // Above the current folder nobody looks.
    let folder = Folder::new().with("cv.md", CV).with("hunt/letter.md", &own);
    let run = folder.run_in("hunt", &["ready", "letter.md"]);
    assert!(run.out.contains("? CV not known"), "{run:#?}");
    folder.write("hunt/cv.pdf", "%PDF-1.7");
    let run = folder.run_in("hunt", &["ready", "letter.md"]);
    assert!(flat(&run).contains("? CV not known: cv.pdf is in no format"), "{run:#?}");
}

#[test]
fn an_empty_or_unreadable_posting_is_not_quoted_right() {
    for (name, text, told) in [
        ("job.md", &b""[..], "the posting is empty: acme/job.md"),
        ("job.md", b"\n \n<!-- later -->\n", "the posting is empty"),
        ("job.html", b"<html><script>app()</script><body></body></html>", "the posting is empty"),
        ("job.txt", b"caf\xe9 au lait", "the posting cannot be read: acme/job.txt"),
        ("job.md", b"%PDF-1.7", "is a PDF file, not text; save or export the posting"),
        (
            "job.md",
            b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n",
            "web archive (.mhtml)",
        ),
        ("job.pdf", b"%PDF-1.7", "the posting cannot be read: acme/job.pdf"),
        ("job.mhtml", b"MIME-Version: 1.0\n", "the posting cannot be read: acme/job.mhtml"),
    ] {
        let folder = Folder::new().with("acme/letter.md", LETTER).with(&format!("acme/{name}"), text);
        let run = ready(&folder).ends(1);
        assert!(flat(&run).contains(told) && !run.out.contains("save or export the letter"), "{name}: {run:#?}");
        assert!(!run.out.contains("✓ the posting"), "{run:#?}");
    }
}

#[test]
fn a_posting_or_cv_in_no_format_that_is_read_is_called_what_it_is() {
    for (option, name, bytes, told) in [
        ("--job", "a.docx", &b"PK\x03\x04"[..], "export the posting"),
        (
            "--job",
            "a.mhtml",
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n",
            "is a web archive (.mhtml)",
        ),
        ("--cv", "cv.pdf", b"%PDF-1.7", "export the CV"),
    ] {
        let folder = hunt(LETTER).with(name, bytes);
        for args in [&["acme/letter.md"][..], &["ready", "acme/letter.md"]] {
            let run = folder.run(&[args, &[option, name]].concat());
            assert!(run.code == Some(2) || args.len() == 2 && option == "--job", "{run:#?}");
            let said = run.all().split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(told) && !said.contains("export the letter"), "{option} {name}: {said}");
        }
    }
}

#[test]
fn a_saved_page_is_read_in_the_encoding_that_it_names() {
    let page = b"<html><head><meta charset=windows-1252></head><h1>Backend Engineer</h1><p>You will run the caf\xe9 ledger\x97end to end.";
    let letter = LETTER.replace("Own the ledger end to end", "run the caf\u{e9} ledger");
    let folder = Folder::new().with("acme/letter.md", letter).with("acme/job.html", page);
    let run = ready(&folder).ends(0);
    assert!(run.out.contains("✓ the posting is quoted, and right"), "{run:#?}");
}

#[test]
fn a_companys_name_is_no_number() {
    let letter = "---\ncompany: 3M\n---\n\nDear Ms Okafor,\n\nI run the order service at Northwind, where a lost order is a lost customer, and my work is with 3M tape. At 3M I would run the line that I know from the other end, and keep it going when the rolls run out.\n\nBest,\nIna Roe\n";
    let folder =
        Folder::new().with("letter.md", letter).with("cv.md", CV).with("job.md", "# Engineer\n\n3M makes tape.\n");
    let rules = "number-from-job,not-in-cv,contradicts-cv,no-numbers";
    let run = folder.run(&["--select", rules, "--show", "info", "--format", "concise", "letter.md"]);
    assert!(!run.out.contains("3M"), "{run:#?}");
    assert!(run.out.contains("no-numbers"), "the name is no evidence: {run:#?}");
}

#[test]
fn each_requirement_that_is_not_answered_is_a_thing_of_its_own() {
    let posting = format!(
        "{JOB}- Kafka\n- Fluent Spanish\n- You write clearly\n- Team spirit\n- Languages such as\n  - Go\n  - Rust\n"
    );
    let folder = Folder::new().with("acme/letter.md", LETTER).with("acme/job.md", posting);
    let run = ready(&folder).ends(1);
    let said = flat(&run);
    assert!(said.contains("requires: \"Kafka\".") && said.contains("requires: \"Fluent Spanish\"."), "{run:#?}");
    assert!(!said.contains("clearly") && !said.contains("spirit") && !said.contains("Rust"), "{run:#?}");
    assert!(run.out.ends_with("not ready: 2 things to fix\n"), "{run:#?}");
}

#[test]
fn a_letter_with_an_error_of_any_rule_is_not_ready() {
    let run = ready(&hunt(&LETTER.replace("Best,", "As an AI language model, I cannot attend.\n\nBest,"))).ends(1);
    assert!(run.out.contains("✗ other errors"), "{run:#?}");
}

#[test]
fn programs_get_the_verdict_each_item_and_what_is_unknown() {
    let folder = hunt(&LETTER.replace("on Tuesday", "on [day]"));
    let run = folder.run_with(&["ready", "--format", "json", "acme/letter.md"], &[TODAY], b"").ends(1);
    let report = json(&run);
    let letter = &report["letters"][0];
    assert_eq!(
        (&report["verdict"], &letter["verdict"], &letter["to_fix"]),
        (&"not-ready".into(), &"not-ready".into(), &1.into())
    );
    assert_eq!(letter["unknown"], serde_json::json!(["cv"]));
    assert_eq!(letter["company"], serde_json::json!({ "name": "Acme", "inferred_from": null }));
    for (name, wanted) in [
        ("filled-in", "failed"),
        ("company", "passed"),
        ("posting", "passed"),
        ("cv", "unknown"),
        ("other-letters", "not-applicable"),
        ("export", "not-applicable"),
    ] {
        assert_eq!(state(&report, name), wanted, "{name}");
    }
    let fault = &letter["items"][0]["to_fix"][0];
    assert_eq!((&fault["rule"], &fault["start"]["line"]), (&"leftover-placeholder".into(), &13.into()));
    assert_eq!(report["summary"]["not_ready"], 1);
}

#[test]
fn several_letters_have_a_total_at_the_end() {
    let folder = hunt(&LETTER.replace("see Acme's", "see yours"))
        .with("globex/letter.md", other("Globex"))
        .with("notes.md", "Call them.\n");
    for args in [&["ready"][..], &["ready", "."]] {
        let run = folder.run_with(args, &[TODAY, ("COLUMNS", "100")], b"").ends(1);
        let total = "\n\n2 letters: 1 ready to send, as far as known; 1 not ready; 1 file skipped: notes.md\n";
        assert!(run.out.ends_with(total), "{run:#?}");
    }
    let report = json(&folder.run_with(&["ready", "--format", "json"], &[TODAY], b"").ends(1));
    assert_eq!(report["skipped"][0]["path"], "notes.md");
    assert!(
        Folder::new().with("notes.md", "Call them.\n").run(&["ready"]).ends(2).err.contains("no letter was checked")
    );
}

#[test]
fn each_thing_left_to_do_is_said_with_its_line() {
    for (from, to, told) in [
        ("Dear Ms Okafor", "Dear Mr Roth", "line 9: The letter greets Roth, but it is addressed to Ngozi Okafor."),
        ("16 March 2026", "2 March 2026", "line 7: The letter is dated"),
        ("see Acme's", "see yours", "line 11: The letter never mentions Acme."),
        ("on Tuesday", "on [day]", "line 13: \"[day]\""),
        ("Own the ledger end", "Own the books end", "The posting does not say"),
        ("in Go, ", "", "what the posting requires: \"Go\""),
        ("recipient:", "recipeint:", "line 3: nothing reads `recipeint`; did you mean `recipient`?"),
    ] {
        let run = ready(&hunt(&LETTER.replace(from, to))).ends(1);
        assert!(flat(&run).contains(told), "{told}: {run:#?}");
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
    assert!(run.out.contains("letter.pdf is older than the letter. Export it again."), "{run:#?}");
    pdf.set_modified(SystemTime::now() + Duration::from_secs(60)).unwrap();
    ready(&folder).ends(0);
}

#[test]
fn a_name_that_was_not_filled_in_is_told() {
    let folder = Folder::new().with("acme/letter-COMPANY.md", LETTER);
    let run = folder.run_with(&["ready", "acme/letter-COMPANY.md"], &[("SOURCE_DATE_EPOCH", "1773619200")], b"");
    assert!(run.ends(1).out.contains("with \"COMPANY\" in it"));
}

/// The hook that docs/ci-and-hooks.md shows, put into the repository at `folder`.
fn with_hook(folder: &Folder) {
    let page = include_str!("../../docs/ci-and-hooks.md");
    let (_, behind) = page.split_once(".git/hooks/pre-push`").unwrap();
    let hook = behind.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_letterlint")).parent().unwrap().display();
    folder.write(".git/hooks/pre-push", hook.replace("#!/bin/sh\n", &format!("#!/bin/sh\nPATH=\"{program}:$PATH\"\n")));
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
    assert!(run.out.contains("2 shared paragraphs; the letters have 2 and 2"), "{run:#?}");
    assert!(run.out.lines().any(|line| line.contains("noon") || line.contains("midnight")), "{run:#?}");
    let apart = hunt(LETTER).with("bees.md", "Dear Ana,\n\nI keep bees and sell what they make.\n\nBest,\nIna\n");
    let run = apart.run(&["compare", "acme/letter.md", "bees.md"]).ends(0);
    assert!(
        run.out.contains("no shared paragraphs; the letters have 2 and 1") && run.out.contains("only in bees.md"),
        "{run:#?}"
    );
}

#[test]
fn a_letter_to_compare_that_is_not_there_is_an_error() {
    assert!(hunt(LETTER).run(&["compare", "acme/letter.md", "nope.md"]).ends(2).err.contains("nope.md: no such file"));
}

#[test]
fn a_letter_that_names_no_position_is_not_said_to_name_the_right_one() {
    let folder = Folder::new().with(
        "acme/letter.md",
        "Dear Acme team,\n\nI run 3 ledgers for 40 shops and would like to bring that to Acme. I can talk on Tuesday.\n\nBest,\nIna Roe\n",
    );
    let ready = |title: &str| folder.run(&["ready", "--position", title, "acme/letter.md"]).out;
    assert!(ready("Backend Engineer").contains("– the letter does not name the position"));
    assert!(ready("Director of 3 Ledgers").contains("– the letter does not name the position"));
}

#[test]
fn a_letter_in_another_language_is_said_to_have_met_few_checks() {
    let folder = Folder::new().with(
        "acme/letter.md",
        "Sehr geehrte Frau Roth,\n\nich betreibe seit drei Jahren das Lager von Acme und habe die Fehler von 40 auf 2 am Tag \
         gesenkt. Gern erzähle ich Ihnen davon am Dienstag.\n\nMit freundlichen Grüßen\nIna Roe\n",
    );
    let said = folder.run(&["ready", "--company", "Acme", "acme/letter.md"]).out;
    assert!(said.contains("written in German: only the language-independent checks ran"), "{said}");
}
