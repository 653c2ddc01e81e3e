//! Only what changed since a git revision.

use crate::run::{Folder, Run};

const LETTER: &str = "Dear Ms Okafor,\n\nI saw [Company] twice.\n\nI ran the queue for 2 years.\n\nBest,\nAna\n";

fn hunt() -> Folder {
    let folder = Folder::new().with("old.md", LETTER).with("a b.md", LETTER);
    folder.git(&["init", "-q"]);
    folder.git(&["add", "-A"]);
    folder.git(&["commit", "-q", "-m", "Letters"]);
    folder
}

fn found(folder: &Folder, args: &[&str]) -> Vec<String> {
    let args = [&["--format", "concise", "--select", "leftover-placeholder", "--only-changed"], args].concat();
    folder.run(&args).out.lines().map(|line| line.split(": ").next().unwrap().to_owned()).collect()
}

#[test]
fn nothing_changed_is_nothing_found() {
    let folder = hunt();
    assert_eq!(found(&folder, &["HEAD"]), [""; 0]);
    folder.run(&["--only-changed", "HEAD"]).ends(0);
}

#[test]
fn findings_on_changed_lines_and_in_new_letters_are_shown() {
    let folder = hunt();
    folder.write("a b.md", LETTER.replace("for 2 years", "at [Team] for 2 years"));
    folder.write("new/n.md", LETTER);
    assert_eq!(found(&folder, &["HEAD"]), ["a b.md:5:20", "new/n.md:3:7"]);
}

#[test]
fn lines_taken_out_change_nothing() {
    let folder = hunt();
    folder.write("old.md", LETTER.replace("I ran the queue for 2 years.\n\n", ""));
    assert_eq!(found(&folder, &["HEAD"]), [""; 0]);
}

#[test]
fn a_run_from_a_folder_below_sees_the_same() {
    let folder = hunt();
    folder.write("in/n.md", LETTER);
    assert_eq!(found(&folder, &["HEAD", "in"]), ["in/n.md:3:7"]);
}

#[test]
fn a_revision_that_is_none_ends_with_2() {
    let folder = hunt();
    for revision in ["nowhere", "old.md", "--output=x"] {
        let run = folder.run(&[&format!("--only-changed={revision}"), "old.md"]).ends(2);
        assert!(run.err.contains("is not a git revision"), "{}", run.err);
    }
}

#[test]
fn a_letter_that_lies_in_no_repository_is_an_error_not_silence() {
    let run = Folder::new().with("a.md", LETTER).run(&["--only-changed", "HEAD", "a.md"]).ends(2);
    assert!(run.err.contains("a.md: is not in a git repository"), "{}", run.err);
}

#[test]
fn a_letter_that_was_only_moved_has_not_changed() {
    let folder = hunt();
    folder.git(&["mv", "old.md", "new.md"]);
    assert_eq!(found(&folder, &["HEAD"]), [""; 0]);
}

#[test]
fn what_a_letter_lacks_since_lines_were_taken_out_is_found() {
    let body = "I was glad of that talk and of all the others that I heard in the months since then.";
    let letter = format!(
        "Dear Ms Okafor,\n\n{body}\n\nIt stayed with me.\n\nI ran the queue, 900 orders a minute.\n\nBest,\nAna\n"
    );
    let folder = Folder::new().with("a.md", &letter);
    folder.git(&["init", "-q"]);
    folder.git(&["add", "-A"]);
    folder.git(&["commit", "-q", "-m", "A letter"]);
    folder.write("a.md", letter.replace("I ran the queue, 900 orders a minute.\n\n", ""));
    let out = folder
        .run(&["--format", "concise", "--select", "too-short,no-quotation", "--show", "info", "--only-changed", "HEAD"])
        .out;
    assert!(!out.is_empty());
}

#[test]
fn a_run_from_outside_asks_the_repository_of_the_letter() {
    let folder = Folder::new().with("hunt/old.md", LETTER);
    let inner = folder.path().join("hunt");
    folder.git(&["init", "-q", "hunt"]);
    folder.git(&["-C", "hunt", "add", "-A"]);
    folder.git(&["-C", "hunt", "commit", "-q", "-m", "A letter"]);
    std::fs::write(inner.join("old.md"), LETTER.replace("twice", "often")).unwrap();
    assert_eq!(found(&folder, &["HEAD", "hunt"]), ["hunt/old.md:3:7"]);
}

/// The rules of the findings on `letter` that `--only-changed HEAD` shows, and what `-v` says.
fn shown(folder: &Folder, letter: &str) -> Run {
    folder.run(&["--format", "concise", "--select", "leftover-placeholder", "-v", "--only-changed", "HEAD", letter])
}

#[test]
fn a_letter_whose_lines_end_with_a_lone_cr_loses_no_finding() {
    let folder =
        Folder::new().with("cr.md", LETTER.replace('\n', "\r")).with("mixed.md", LETTER.replace("\n\n", "\n\r"));
    folder.git(&["init", "-q"]);
    folder.git(&["add", "-A"]);
    folder.commit_without_hook("Letters");
    assert_eq!(found(&folder, &["HEAD"]), [""; 0]);
    folder.write("cr.md", LETTER.replace('\n', "\r").replace("twice", "often"));
    folder.write("mixed.md", LETTER.replace("\n\n", "\n\r").replace("twice", "often"));
    assert_eq!(found(&folder, &["HEAD"]), ["cr.md:3:7", "mixed.md:3:7"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_letter_whose_name_is_not_utf_8_loses_no_finding() {
    use std::os::unix::ffi::OsStrExt;
    let folder = hunt();
    let name = folder.path().join(std::ffi::OsStr::from_bytes(b"m\xf6tiv.md"));
    std::fs::write(&name, LETTER).unwrap();
    assert_eq!(found(&folder, &["HEAD"]).len(), 1);
    folder.git(&["add", "-A"]);
    assert_eq!(found(&folder, &["HEAD"]).len(), 1);
    folder.commit_without_hook("A name");
    assert_eq!(found(&folder, &["HEAD"]), [""; 0]);
    std::fs::write(&name, LETTER.replace("twice", "often")).unwrap();
    assert_eq!(found(&folder, &["HEAD"]).len(), 1);
}

#[test]
fn a_letter_that_git_ignores_or_was_told_not_to_look_at_loses_no_finding() {
    let folder = hunt();
    folder.write(".gitignore", "ignored.md\n");
    folder.write("ignored.md", LETTER);
    assert_eq!(found(&folder, &["HEAD", "ignored.md"]), ["ignored.md:3:7"]);
    for flag in ["--assume-unchanged", "--skip-worktree"] {
        folder.git(&["update-index", flag, "old.md"]);
        folder.write("old.md", LETTER.replace("twice", "often"));
        let run = shown(&folder, "old.md");
        assert!(run.out.contains("old.md:3:7"), "{flag}: {run:#?}");
        assert!(run.err.contains("all findings are shown") && run.err.contains("assume"), "{}", run.err);
    }
}

#[test]
fn standard_input_loses_no_finding_and_verbose_says_why() {
    let args = ["--format", "concise", "-v", "--only-changed", "HEAD", "-", "--stdin-name", "old.md"];
    let run = hunt().run_with(&args, &[], LETTER.as_bytes()).ends(1);
    assert!(run.out.contains("old.md:3:7"), "{run:#?}");
    assert!(run.err.contains("all findings are shown") && run.err.contains("standard input"), "{}", run.err);
}

#[test]
fn settings_of_git_hide_no_changed_line() {
    let folder = hunt();
    let settings = [
        ["diff.blank.textconv", "echo the same; true"],
        ["diff.relative", "true"],
        ["diff.interHunkContext", "9"],
        ["diff.external", "true"],
        ["diff.noprefix", "true"],
        ["color.ui", "always"],
    ];
    for [key, value] in settings {
        folder.git(&["config", key, value]);
    }
    folder.write(".gitattributes", "*.md diff=blank\n");
    folder.write("old.md", LETTER.replace("twice", "often"));
    folder.write("a b.md", LETTER.replace("2 years", "3 years"));
    assert_eq!(found(&folder, &["HEAD"]), ["old.md:3:7"]);
    folder.write(".gitattributes", "*.md -diff\n");
    assert_eq!(found(&folder, &["HEAD"]), ["old.md:3:7"]);
    let opts = [("GIT_DIFF_OPTS", "--unified=9"), ("GIT_EXTERNAL_DIFF", "true"), ("GIT_ICASE_PATHSPECS", "1")];
    let args = ["--format", "concise", "--select", "leftover-placeholder", "--only-changed", "HEAD"];
    let out = folder.run_with(&args, &opts, b"").out;
    assert_eq!(out.lines().count(), 1, "{out}");
}

#[test]
fn a_letter_that_git_stores_in_another_form_loses_no_finding() {
    let folder = Folder::new().with(".gitattributes", "*.md filter=upper\n").with("old.md", LETTER);
    folder.git(&["init", "-q"]);
    folder.git(&["config", "filter.upper.clean", "tr -d '\n'"]);
    folder.git(&["add", "-A"]);
    folder.commit_without_hook("Letters");
    folder.write("old.md", LETTER.replace("twice", "often"));
    let run = shown(&folder, "old.md");
    assert!(run.out.contains("old.md:3:7") && run.err.contains("another form"), "{run:#?}");
}

#[test]
fn names_that_look_like_patterns_are_names() {
    let folder = Folder::new().with("[ab].md", LETTER).with("a.md", LETTER).with(":b.md", LETTER);
    folder.git(&["init", "-q"]);
    folder.git(&["add", "-A"]);
    folder.commit_without_hook("Letters");
    folder.write("[ab].md", LETTER.replace("2 years", "3 years"));
    folder.write("a.md", LETTER.replace("twice", "often"));
    folder.write(":b.md", LETTER.replace("twice", "often"));
    assert_eq!(found(&folder, &["HEAD"]), [":b.md:3:7", "a.md:3:7"]);
}

#[test]
fn before_the_first_commit_everything_is_new() {
    let folder = Folder::new().with("a.md", LETTER).with("b.md", LETTER);
    folder.git(&["init", "-q"]);
    folder.git(&["add", "a.md"]);
    for revision in ["HEAD", "@", "origin/main"] {
        assert_eq!(found(&folder, &[revision]), ["a.md:3:7", "b.md:3:7"], "{revision}");
    }
}

#[test]
fn a_run_in_a_hook_of_another_repository_asks_that_of_the_letter() {
    let folder = hunt();
    folder.git(&["init", "-q", "outer"]);
    folder.write("old.md", LETTER.replace("twice", "often"));
    let (outer, index) = (folder.at("outer/.git"), folder.at("outer/.git/index"));
    let vars = [
        ("GIT_DIR", outer.to_str().unwrap()),
        ("GIT_INDEX_FILE", index.to_str().unwrap()),
        ("GIT_WORK_TREE", "/"),
        ("GIT_PREFIX", "outer/"),
    ];
    let args = ["--format", "concise", "--select", "leftover-placeholder", "--only-changed", "HEAD"];
    let out = folder.run_with(&args, &vars, b"").out;
    assert!(out.starts_with("old.md:3:7") && out.lines().count() == 1, "{out}");
}

#[test]
fn without_git_the_run_says_so() {
    let folder = hunt();
    let run = folder.run_with(&["--only-changed", "HEAD"], &[("PATH", "/nowhere")], b"").ends(2);
    assert!(run.err.contains("--only-changed: git was not found"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_repository_of_somebody_else_is_named_as_the_cause() {
    let folder = hunt();
    let vars = [("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")];
    let run = folder.run_with(&["--only-changed", "HEAD"], &vars, b"").ends(2);
    assert!(run.err.contains("belongs to another user") && run.err.contains("safe.directory"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_letter_that_is_a_link_loses_no_finding() {
    let folder = hunt();
    std::os::unix::fs::symlink("old.md", folder.at("now.md")).unwrap();
    folder.git(&["add", "-A"]);
    folder.commit_without_hook("A link");
    let run = shown(&folder, "now.md");
    assert!(run.out.contains("now.md:3:7") && run.err.contains("symbolic link"), "{run:#?}");
}
