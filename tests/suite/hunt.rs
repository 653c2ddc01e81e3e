//! A job-hunt repository of forty letters, from its first evening on.

use crate::run::Folder;
use serde_json::Value;

const COMPANIES: [&str; 40] = [
    "Northwind",
    "Tidewater",
    "Larkspur",
    "Quillfeather",
    "Ironbark",
    "Sablewood",
    "Fernhollow",
    "Copperline",
    "Marlowe",
    "Windermere",
    "Ashgrove",
    "Bluefinch",
    "Candlewick",
    "Driftmoor",
    "Eastvale",
    "Foxglove",
    "Greystone",
    "Hartfield",
    "Inverleith",
    "Juniper",
    "Kestrel",
    "Lowmarsh",
    "Millbrook",
    "Nettlecombe",
    "Oakhurst",
    "Pinecrest",
    "Queensbury",
    "Ravenscar",
    "Stonebridge",
    "Thornbury",
    "Underhill",
    "Verity",
    "Westerham",
    "Yarrow",
    "Zennor",
    "Amberley",
    "Birchwood",
    "Calderbank",
    "Denholm",
    "Elmstead",
];

/// A letter with nothing in it that ends a run with 1, but for each fifth, which has a slot left in it.
fn letter(index: usize, company: &str) -> String {
    let slot = if index.is_multiple_of(5) { "[Team Name]" } else { "the platform team" };
    format!(
        "Dear {company} team,\n\nThe line \"you will own the queue from end to end\" in your posting is why I am writing to {slot}: I have owned one for 3 years.\n\nAt Aldertree I run the order queue, 900 orders a minute at noon with p99 at {} ms. In March a client's retries doubled some orders; I gave each an idempotency key that we keep for 24 hours, and duplicates fell from 40 a day to none.\n\nThe pager is mine one week in 6. I can send you the queue's design note, or talk for 20 minutes on Tuesday.\n\nBest,\nAna Ruiz\n",
        80 + index
    )
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_repository_goes_from_its_first_run_to_a_gate_that_holds() {
    let mut folder = Folder::new()
        .with("README.md", "# My job hunt\n\nLetters lie in applications/.\n")
        .with("applications/northwind/job.md", "# Backend Developer\n\nYou will own the queue from end to end.\n");
    for (index, company) in COMPANIES.iter().enumerate() {
        let path = format!("applications/{}/letter.md", company.to_lowercase());
        folder = folder.with(&path, letter(index, company));
    }
    folder.git(&["init", "-q"]);

    // The first evening: settings, the hook, the first run.
    let said = folder.run(&["init", "--hook"]).ends(0);
    assert!(folder.read("letterlint.toml").contains("# role = "), "{said:#?}");
    let first = folder.run(&["--format", "json"]).ends(1);
    let report = json(&first.out);
    assert_eq!((&report["summary"]["letters"], &report["summary"]["errors"]), (&40.into(), &8.into()));

    // What is there is accepted for now; nothing new passes.
    folder.run(&["--write-baseline"]).ends(0);
    let settings = folder.read("letterlint.toml");
    folder.write("letterlint.toml", format!("baseline = \"letterlint-baseline.json\"\n{settings}"));
    folder.run(&["--fail-on", "info"]).ends(0);
    folder.git(&["add", "-A"]);
    folder.commit_without_hook("The letters as they are");

    // An edit above an accepted finding revives nothing; a new slot is found, by the run and by the hook.
    let path = "applications/northwind/letter.md";
    let edited = folder.read(path).replace("The line", "Your post on 2 queues settled an argument here.\n\nThe line");
    folder.write(path, &edited);
    folder.run(&[]).ends(0);
    folder.write(path, edited.replace("or talk", "or talk to [Name]"));
    let found = folder.run(&["--format", "concise"]).ends(1);
    assert_eq!(found.out.lines().filter(|line| line.contains("error[")).count(), 1, "{}", found.out);
    folder.git(&["add", "-A"]);
    let hooked = folder.commit("A slot left in");
    assert!(!hooked.0, "the hook lets no slot pass: {}", hooked.1);
    assert!(hooked.1.contains("[Name]"), "{}", hooked.1);

    // CI: one run for people and for code scanning, only what changed since main.
    let ci = folder.run(&["--format", "github", "--only-changed", "HEAD", "--output", "sarif=letters.sarif"]).ends(1);
    assert!(ci.out.contains(&format!("::error file={path}")), "{}", ci.out);
    let results = json(&folder.read("letters.sarif"))["runs"][0]["results"].as_array().unwrap().len();
    assert!(results >= 1);

    // Theirs, not ours: suppressed with a reason, and the hook lets it pass.
    let reasoned = edited.replace(
        "The pager is",
        "<!-- letterlint-disable-next-paragraph leftover-placeholder -- they sign as [Name] -->\nThe pager is",
    );
    folder.write(path, reasoned.replace("or talk", "or talk to [Name]"));
    folder.git(&["add", "-A"]);
    let hooked = folder.commit("Their own brackets");
    assert!(hooked.0, "{}", hooked.1);

    // The slot is filled; the suppression outlives its reason, and that is told.
    folder.write(path, &reasoned);
    let unused = folder.run(&["--format", "concise"]).ends(0);
    assert!(unused.out.contains("warning[unused-suppression]"), "{}", unused.out);
}
