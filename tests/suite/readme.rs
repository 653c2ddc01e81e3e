//! What README.md shows is what is printed.

use crate::run::Folder;
use std::fs;
use std::path::Path;

const README: &str = include_str!("../../README.md");

#[test]
fn the_sample_output_is_real() {
    let folder = Folder::new().with("tests/letters/sample.md", include_str!("../letters/sample.md"));
    let run = folder.run(&["tests/letters/sample.md"]).ends(1);
    assert_eq!(shown(1), run.out);
}

#[test]
fn the_skim_that_is_shown_is_real() {
    let folder = Folder::new().with("tests/letters/clean.md", include_str!("../letters/clean.md"));
    let run = folder.run(&["skim", "--seconds", "20", "tests/letters/clean.md"]).ends(0);
    assert_eq!(shown(2), run.out);
}

#[test]
fn the_checklist_that_is_shown_is_real() {
    let folder = Folder::new();
    let repo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/applications/repo");
    for name in ["letterlint.toml", "cv.md", "applications/acme/job.md", "applications/acme/letter.md"] {
        folder.write(name, fs::read_to_string(repo.join(name)).unwrap());
    }
    folder.write(
        "applications/globex/letter.md",
        fs::read_to_string(repo.join("applications/globex/letter.md")).unwrap(),
    );
    let mistakes = [
        ("learn at Acme is", "learn at Globex is"),
        ("receipt store end", "receipts end"),
        ("\n16 March 2026", "\n2 March 2026"),
    ];
    let letter = folder.read("applications/acme/letter.md");
    let letter = mistakes.iter().fold(letter, |letter, (right, wrong)| letter.replace(right, wrong));
    folder.write("applications/acme/letter.md", letter);
    let day = [("SOURCE_DATE_EPOCH", "1773619200")];
    let run = folder.run_with(&["ready", "applications/acme/letter.md"], &day, b"").ends(1);
    assert_eq!(shown(4), run.out);
}

/// The text block of this number, from 1.
fn shown(number: usize) -> &'static str {
    README.split("```text\n").nth(number).unwrap().split("```").next().unwrap()
}

/// The TOML block that opens with the comment `# name`.
fn toml(name: &str) -> &'static str {
    let block = README.split("```toml\n").find(|block| block.starts_with(&format!("# {name}\n"))).unwrap();
    block.split("```").next().unwrap()
}

#[test]
fn the_rule_shown_is_a_rule() {
    Folder::new().with("vague-many.toml", toml("vague-many.toml")).run(&["test", "vague-many.toml"]).ends(0);
}

#[test]
fn the_settings_shown_are_settings() {
    let folder = Folder::new()
        .with("hunt/letterlint.toml", toml("letterlint.toml"))
        .with("base.toml", "level = \"senior\"\n")
        .with("hunt/my-rules/vague-many.toml", toml("vague-many.toml"))
        .with("hunt/acme/letter.txt", "Dear Ana,\n\nI saw [Team] twice.\n\nBest,\nEva\n");
    let shown = folder.run(&["settings", "hunt/acme/letter.txt"]).ends(0).out;
    for wanted in ["level = \"senior\"", "rules.cliche.severity = \"note\"", "rules.long-sentence.words = 35"] {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }
    folder.run(&["--write-baseline", "hunt"]).ends(0);
    assert!(folder.read("hunt/letterlint-baseline.json").contains("\"acme/letter.txt\""));
}

#[test]
fn the_list_of_rules_is_fresh() {
    let run = Folder::new().run(&["rules", "--format", "markdown"]).ends(0);
    let listed = include_str!("../../rules/README.md");
    assert!(listed == run.out, "write it anew: cargo run -- rules --format markdown > rules/README.md");
}
