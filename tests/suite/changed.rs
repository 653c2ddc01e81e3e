//! Only what changed since a git revision.

use crate::run::Folder;

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
