//! What a pack tells writers of its trade to do, in place of the help of a rule.

use crate::run::{Folder, Run};

const LETTER: &str = "Dear Ms Okafor,\n\nI am passionate about nursing, and I am a team player.\n\nBest,\nAna\n";

/// A pack for nurses that says this besides its name.
fn nurses(more: &str) -> Folder {
    let pack =
        format!("title = \"Nursing\"\nabout = \"For wards.\"\nroles = [\"nurse\"]\nlevels = [\"junior\"]\n{more}");
    Folder::new().with("nursing/pack.toml", pack).with("a.md", LETTER)
}

/// The opening rule's finding in the letter, for the role `role`.
fn opening(folder: &Folder, args: &[&str]) -> serde_json::Value {
    let fixed = ["--rules", "nursing", "--select", "passionate-opener,banned-phrase", "--format", "json", "a.md"];
    let run: Run = folder.run(&[&fixed[..], args].concat()).ends(1);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    report["letters"][0]["diagnostics"][0].clone()
}

const HELP: &str = "[help]\npassionate-opener = \"Start with what you did on the ward after \\\"{match}\\\".\"\n";

#[test]
fn a_nurse_reads_the_help_of_the_nursing_pack() {
    let folder = nurses(HELP);
    let found = opening(&folder, &["--role", "nurse"]);
    assert_eq!(found["help"], "Start with what you did on the ward after \"I am passionate about\".");
    assert_eq!(
        opening(&folder, &["--level", "junior"])["help"],
        found["help"],
        "before that of the shipped pack for juniors"
    );
}

#[test]
fn everyone_else_reads_the_general_help() {
    let found = opening(&nurses(HELP), &[]);
    assert_eq!(found["help"], "Start with what you did because of it.");
    assert!(found["message"].as_str().unwrap().ends_with("starts a sentence that anyone could write."));
}

#[test]
fn the_pack_of_the_role_speaks_before_that_of_the_level() {
    let found = opening(&nurses(HELP), &["--role", "backend", "--level", "junior"]);
    assert!(found["help"].as_str().unwrap().contains("a queue you rewrote twice"), "{found}");
}

#[test]
fn what_a_phrase_says_itself_is_kept() {
    let folder = nurses("[help]\nbanned-phrase = \"Name your ward.\"\n");
    let fixed = ["--rules", "nursing", "--role", "nurse", "--select", "banned-phrase", "a.md"];
    let run = folder.run(&fixed).ends(1);
    assert!(run.out.contains("Name one thing you did for a colleague."), "{run:#?}");
}

#[test]
fn explain_shows_the_help_of_each_pack() {
    let run = nurses(HELP).run(&["explain", "--rules", "nursing", "passionate-opener"]).ends(0);
    let shown = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("Start with what you did because of it."), "{run:#?}");
    assert!(shown.contains("With the pack nursing: Start with what you did on the ward after"), "{run:#?}");
}

#[test]
fn a_help_for_no_rule_and_one_that_is_never_shown_are_refused() {
    for (more, said) in [
        (
            "[help]\npasionate-opener = \"Say it.\"\n",
            "no rule is called `pasionate-opener`; did you mean `passionate-opener`?",
        ),
        ("[help]\nnext-step = \"Say it.\"\n", "no rule is called `next-step`"),
        (
            "off = [\"cliche\"]\n[help]\ncliche = \"Say it.\"\n",
            "`cliche` is turned off here, so its help is never shown",
        ),
        ("[help]\ncliche = \"Say {mach}.\"\n", "nothing fills `{mach}`"),
        ("[help]\ncliche = \" \"\n", "the text is empty"),
        ("[help]\ncliche = 3\n", "pack.toml:6:10"),
    ] {
        let run = nurses(more).run(&["--rules", "nursing", "a.md"]).ends(2);
        assert!(run.err.contains(said) && run.err.contains("nursing/pack.toml"), "{more}: {run:#?}");
    }
}
