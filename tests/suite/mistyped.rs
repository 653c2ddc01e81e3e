//! What somebody is told who types what they know from another program.

use crate::run::{BAD, Folder};

/// What is said on standard error for `args`, which are refused and print nothing.
#[track_caller]
fn refused(args: &[&str]) -> String {
    let run = Folder::new().with("draft.md", BAD).run(args).ends(2);
    assert!(run.out.is_empty(), "{args:?}: {}", run.out);
    assert_eq!(run.err.lines().count(), 1, "{args:?}: {}", run.err);
    run.err
}

#[test]
fn options_of_other_linters_are_answered_with_what_does_it_here() {
    for (option, wanted) in [
        ("--fix", "does not change letters yet"),
        ("--fix-only", "does not change letters yet"),
        ("--show-fixes", "does not change letters yet"),
        ("--write-changes", "does not change letters yet"),
        ("--watch", "does not watch files yet"),
        ("--lsp", "no language server yet"),
        ("--explain", "`letterlint explain`"),
        ("--init", "`letterlint init`"),
        ("--list-rules", "`letterlint rules`"),
        ("--print-config", "`letterlint settings PATH`"),
        ("--rule", "`--select RULE`"),
        ("--disable", "`--ignore RULE`"),
        ("--quiet-level", "`--quiet`"),
        ("--minAlertLevel", "`--show SEVERITY`"),
        ("--no-exit", "`--exit-zero`"),
        ("--json", "`--format json`"),
        ("--sarif", "`--format sarif`"),
        ("--output-format", "`--format FORMAT`"),
        ("--output-file", "`--output FORMAT=FILE`"),
        ("--no-color", "`--color never`"),
        ("--threads", "uses all cores"),
        ("-j", "uses all cores"),
        ("--stdin", "`letterlint -`"),
        ("--stdin-filename", "`--stdin-name NAME`"),
        ("--no-config", "`--isolated`"),
        ("--extend-exclude", "`--exclude PATTERN`"),
        ("--add-noqa", "`--write-baseline`"),
        ("--deny-warnings", "`--fail-on warning`"),
        ("--no-cache", "no cache"),
        ("--resume", "`--cv FILE`"),
        ("--seconds", "`letterlint skim`"),
    ] {
        let said = refused(&[option, "draft.md"]);
        assert!(said.starts_with(&format!("letterlint: no option is called `{option}`; ")), "{said}");
        assert!(said.contains(wanted), "{option}: {said}");
        let with_value = refused(&[&format!("{option}=3"), "draft.md"]);
        assert!(option.len() == 2 || with_value == said, "{with_value}");
    }
}

#[test]
fn a_slip_in_an_option_is_told_the_right_name_and_no_other_one() {
    for (typed, meant) in [("--tierr", "--tier"), ("--fromat", "--format"), ("--excl", "--exclude")] {
        assert!(refused(&[typed, "short", "draft.md"]).contains(&format!("did you mean `{meant}`?")));
    }
    let said = refused(&["--frobnicate", "draft.md"]);
    assert!(said.contains("`letterlint --help` lists the options") && !said.contains("did you mean"), "{said}");
}

#[test]
fn options_of_a_command_are_answered_for_that_command() {
    let said = refused(&["skim", "--fix", "draft.md"]);
    assert!(said.starts_with("letterlint: `letterlint skim` has no option `--fix`; "), "{said}");
    assert!(refused(&["ready", "--show", "info", "draft.md"]).contains("it belongs to `letterlint check`"));
    assert!(refused(&["skim", "--wmp", "3", "draft.md"]).contains("did you mean `--wpm`?"));
    assert!(refused(&["rules", "backend"]).contains("`letterlint rules` does not take \"backend\""));
}

#[test]
fn a_severity_is_no_career_level() {
    assert!(refused(&["--level", "warning", "draft.md"]).contains("`--fail-on warning`"));
}

#[test]
fn a_number_of_words_is_told_its_tier() {
    for (words, tier) in [("150", "short"), ("200", "standard"), ("500", "expanded")] {
        assert!(refused(&["--tier", words, "draft.md"]).contains(&format!("`--tier {tier}`")));
    }
}

#[test]
fn a_word_that_is_neither_file_nor_command_is_told_the_nearest_of_each() {
    let said = refused(&["fix"]);
    assert!(said.starts_with("letterlint: no file or command is called \"fix\"; "), "{said}");
    assert!(said.contains("does not change letters yet"), "{said}");
    assert!(refused(&["explian", "cliche"]).contains("did you mean the command `letterlint explain`?"));
    assert!(refused(&["draft"]).contains("did you mean the file `draft.md`?"));
    assert!(refused(&["lint", "draft.md"]).contains("`letterlint check PATH`"));
    assert!(refused(&["wombat"]).contains("`letterlint --help` lists the commands"));
    let both = Folder::new().with("skin.md", BAD).run(&["skin"]).ends(2).err;
    assert!(both.contains("the command `letterlint skim`, or the file `skin.md`?"), "{both}");
    assert!(refused(&["help", "fix"]).contains("no command is called \"fix\""));
}

#[test]
fn a_program_gets_its_document_for_a_word_too() {
    let run = Folder::new().run(&["--format", "json", "fix"]).ends(2);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(document["errors"][0]["path"], "fix");
}

#[test]
fn a_command_after_options_is_told_its_place() {
    assert!(refused(&["--tier", "short", "rules"]).contains("a command comes before its options: `letterlint rules"));
}

#[test]
fn a_letter_that_is_not_there_is_told_the_nearest_one() {
    assert!(refused(&["darft.md"]).contains("darft.md: no such file; did you mean `draft.md`?"));
    assert!(refused(&["skim", "draft.txt"]).contains("did you mean `draft.md`?"));
    assert!(refused(&["acme/letter.md"]).contains("no such file; check the spelling of the path"));
}
