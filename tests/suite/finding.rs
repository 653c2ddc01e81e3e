//! Which files a run is about.

use crate::run::{Folder, Run};

const LETTER: &str = "Dear Ms Okafor,\n\nI saw [Company] twice.\n\nBest,\nAna\n";

/// Paths in which something was found, each once, in order.
fn paths(run: &Run) -> Vec<&str> {
    let mut paths: Vec<&str> = run.out.lines().filter_map(|line| line.split(':').next()).collect();
    paths.dedup();
    paths
}

#[test]
fn without_a_path_the_letters_of_the_current_folder_are_checked_in_order() {
    let folder = Folder::new().with("b/two.md", LETTER).with("a/one.txt", LETTER).with("c.md", LETTER);
    let run = folder.run(&["--format", "concise"]).ends(1);
    assert_eq!(paths(&run), ["a/one.txt", "b/two.md", "c.md"]);
}

#[test]
fn in_a_folder_only_what_looks_like_a_letter_is_checked_and_verbose_says_what_was_not() {
    let folder = Folder::new().with("in/a.md", LETTER).with("in/README.md", "# My hunt\n\nSee [Company].\n");
    let run = folder.run(&["-v", "--format", "concise", "in"]).ends(1);
    assert_eq!(paths(&run), ["in/a.md"]);
    assert!(run.err.contains("in/README.md: no greeting and no sign-off; name the file to check it"), "{}", run.err);
}

#[test]
fn a_file_that_is_named_is_checked_whatever_it_looks_like() {
    let folder = Folder::new().with("README.md", "# My hunt\n\nSee [Company].\n");
    assert_eq!(paths(&folder.run(&["--format", "concise", "README.md"]).ends(1)), ["README.md"]);
}

#[test]
fn files_in_the_settings_are_letters_whatever_they_look_like() {
    let folder = Folder::new()
        .with("boxes/one.answer", "I saw [Company] twice.\n")
        .with("letterlint.toml", "files = [\"boxes/\"]\n");
    assert_eq!(paths(&folder.run(&["--format", "concise"]).ends(1)), ["boxes/one.answer"]);
}

#[test]
fn ignored_and_hidden_files_are_not_walked() {
    let folder = Folder::new().with(".gitignore", "old/\n").with("old/a.md", LETTER).with(".trash/b.md", LETTER);
    folder.git(&["init", "-q"]);
    let run = folder.run(&[]).ends(0);
    assert!(run.err.contains("no letter was checked"), "{}", run.err);
}

#[test]
fn excluded_files_are_not_walked_and_by_name_only_when_forced() {
    let folder = Folder::new().with("drafts/a.md", LETTER).with("letterlint.toml", "exclude = [\"drafts/\"]\n");
    let walked = folder.run(&["-v"]).ends(0);
    assert!(walked.err.contains("drafts/a.md: excluded by the settings"), "{}", walked.err);
    folder.run(&["drafts/a.md"]).ends(1);
    folder.run(&["--force-exclude", "drafts/a.md"]).ends(0);
}

#[test]
fn a_file_named_twice_is_checked_once() {
    let folder = Folder::new().with("a.md", LETTER);
    let run = folder.run(&["--format", "json", "a.md", "./a.md", "."]).ends(1);
    assert_eq!(run.out.matches("\"path\": ").count(), 1, "{}", run.out);
}

#[test]
fn many_letters_come_in_the_same_order_every_time() {
    let folder = (0..150).fold(Folder::new(), |folder, index| folder.with(&format!("{index:03}.md"), LETTER));
    let first = folder.run(&["--format", "concise"]).ends(1);
    assert_eq!(paths(&first).len(), 150);
    assert!(paths(&first).is_sorted());
    assert_eq!(folder.run_with(&["--format", "concise"], &[("RAYON_NUM_THREADS", "1")], b"").out, first.out);
}

#[test]
fn a_missing_path_is_an_error_beside_what_a_walk_finds() {
    let folder = Folder::new().with("a/a.md", LETTER);
    let run = folder.run(&["--format", "concise", "a", "b.md"]).ends(2);
    assert_eq!(paths(&run), ["a/a.md"]);
    assert!(run.err.contains("b.md: no such file"), "{}", run.err);
}

#[test]
fn a_file_over_the_limit_is_refused_with_the_limit_and_its_option() {
    let folder = Folder::new().with("big.md", vec![b'a'; (1 << 20) + 1]).with("a.md", LETTER);
    let run = folder.run(&["--max-size", "1", "--format", "concise", "big.md", "a.md"]).ends(2);
    assert!(
        run.err.contains("big.md: is larger than 1 MiB, too large for a letter; raise the limit with --max-size"),
        "{}",
        run.err
    );
    assert_eq!(paths(&run), ["a.md"]);
}

#[cfg(unix)]
#[test]
fn a_device_without_an_end_is_not_read_to_it() {
    let run = Folder::new().run(&["--max-size", "1", "/dev/zero"]).ends(2);
    assert!(run.err.contains("/dev/zero: is larger than 1 MiB"), "{}", run.err);
}

#[test]
fn the_summary_of_a_folder_lists_what_was_skipped_and_how_to_include_it() {
    let folder = Folder::new()
        .with("a.md", LETTER)
        .with("a.pdf", "%PDF-1.7")
        .with("box.txt", "I saw [Company] twice.\n")
        .with("in/globex.docx", "PK")
        .with("in/job.pdf", "%PDF-1.7")
        .with("old/b.odt", "PK")
        .with("old/c.md", LETTER)
        .with("letterlint.toml", "exclude = [\"old/\"]\n");
    let run = folder.run(&[]).ends(1);
    let line = run.out.replace('\n', " ");
    let wanted = "Skipped 3 files: 1 without a greeting or sign-off (box.txt), 1 document (in/globex.docx), 1 excluded; \
                  -v says how to check them.";
    assert!(line.contains(wanted), "{}", run.out);
    let verbose = folder.run(&["-v"]).err;
    assert!(verbose.contains("box.txt: no greeting and no sign-off; name the file to check it"), "{verbose}");
    assert!(verbose.contains("in/globex.docx: not text; save it as"), "{verbose}");
    assert!(!run.out.contains("a.pdf") && !run.out.contains("job.pdf") && !run.out.contains("b.odt"), "{}", run.out);
    assert!(!folder.run(&["-q"]).out.contains("Skipped"));
    assert!(!folder.run(&["a.md"]).out.contains("Skipped"));

    let json: serde_json::Value = serde_json::from_str(&folder.run(&["--format", "json"]).out).unwrap();
    assert_eq!(json["skipped"][0]["path"], "box.txt");
    assert_eq!(json["skipped"][1]["reason"], "document");
    assert!(folder.run(&["--format", "grouped"]).out.contains("Skipped 3 files: "));
    assert!(folder.run(&["--format", "concise"]).err.contains("Skipped 3 files: "));

    folder.write("letterlint.toml", "files = [\"box.txt\"]\n");
    assert!(!folder.run(&[]).out.contains("greeting or sign-off"));
}

#[test]
fn a_page_of_the_web_is_refused_as_a_document_is() {
    let page = "<!DOCTYPE html>\n<p>Dear Ana,</p>\n";
    for (name, text) in [
        ("draft.html", page),
        ("draft.HTM", "<p>Dear Ana,</p>\n"),
        ("draft.mhtml", "From: <Saved by X>\n"),
        ("draft.md", page),
        ("draft.txt", "\u{feff}  <HTML lang=\"en\"><p>Dear Ana,</p></HTML>\n"),
        ("flat.fodt.txt", "<?xml version=\"1.0\"?>\n<office/>\n"),
    ] {
        let folder = Folder::new().with(name, text);
        for command in [&[name][..], &["skim", name], &["ready", name]] {
            let said = folder.run(command).ends(2).err;
            assert!(said.contains(name) && said.contains("not a letter") && said.contains("Markdown"), "{said}");
        }
    }
    Folder::new()
        .with("a.md", LETTER)
        .with("b.md", "<div>\n\nDear Ana,\n")
        .run(&["--exit-zero", "a.md", "b.md"])
        .ends(0);
}
