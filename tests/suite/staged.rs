//! `letterlint --staged`: the letters of the next commit, as git has them in its index.

use crate::run::{BAD, CLEAN, Folder, Run};

/// A repository without a commit.
fn repository() -> Folder {
    let folder = Folder::new();
    folder.git(&["init", "-q"]);
    folder
}

fn staged(folder: &Folder) -> Run {
    folder.run(&["--staged", "--format", "concise"])
}

/// Each path that something was found in.
fn paths(run: &Run) -> Vec<&str> {
    let mut paths: Vec<&str> = run.out.lines().filter_map(|line| line.split(':').next()).collect();
    paths.dedup();
    paths
}

#[test]
fn what_is_staged_is_checked_and_not_what_lies_on_disk() {
    let folder = repository();
    folder.write("acme.md", BAD);
    folder.git(&["add", "-A"]);
    folder.write("acme.md", CLEAN);
    let run = staged(&folder).ends(1);
    assert!(run.out.starts_with("acme.md:3:"), "{}", run.out);

    folder.git(&["add", "-A"]);
    folder.write("acme.md", BAD);
    staged(&folder).ends(0);
    std::fs::remove_file(folder.at("acme.md")).unwrap();
    folder.write("unknown.md", BAD);
    staged(&folder).ends(0);
}

#[test]
fn a_letter_is_known_by_its_looks_or_by_files_and_exclude() {
    let folder = repository();
    let settings = "files = [\"boxes/\"]\nexclude = [\"drafts/\"]\n";
    folder.write("letterlint.toml", settings);
    for name in
        ["cover.md", "deep/in/acme.markdown", "boxes/one.answer", "drafts/a.md", "acme/job.md", "cv.md", ".trash/a.md"]
    {
        folder.write(name, BAD);
    }
    folder.write("README.md", "# My hunt\n\nSee [Company].\n");
    folder.git(&["add", "-A"]);
    let run = staged(&folder).ends(1);
    assert_eq!(paths(&run), ["boxes/one.answer", "cover.md", "deep/in/acme.markdown"]);
    folder.commit_without_hook("Letters");
    let run = staged(&folder).ends(0);
    assert_eq!(run.out, "");
}

#[test]
fn only_what_the_commit_changes_is_checked() {
    let folder = repository();
    folder.write("old.md", BAD);
    folder.write("gone.md", BAD);
    folder.write("moved.md", BAD);
    folder.git(&["add", "-A"]);
    folder.commit_without_hook("Letters");
    folder.git(&["rm", "-q", "gone.md"]);
    folder.git(&["mv", "moved.md", "moved to.md"]);
    folder.write("new.md", BAD);
    folder.git(&["add", "new.md"]);
    assert_eq!(paths(&staged(&folder).ends(1)), ["moved to.md", "new.md"]);
}

#[cfg(target_os = "linux")]
#[test]
fn any_name_is_checked() {
    use std::os::unix::ffi::OsStrExt;
    let folder = repository();
    for name in [&b"a\nb.md"[..], b" x.md", b"n\xe9.md", b"-q.md", b"[a].md", b":b.md", b"*.md"] {
        std::fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), BAD).unwrap();
    }
    folder.git(&["add", "-A"]);
    let run = folder.run(&["--staged", "--format", "concise", "--select", "leftover-placeholder"]).ends(1);
    assert_eq!(run.out.lines().count(), 7, "{}", run.out);
}

#[test]
fn a_path_beside_it_is_refused() {
    let folder = repository();
    folder.write("a.md", CLEAN);
    for path in ["a.md", "."] {
        let run = folder.run(&["--staged", path]).ends(2);
        assert!(run.err.contains("takes no path") && run.err.contains(path), "{}", run.err);
    }
}

#[test]
fn where_nothing_can_be_staged_the_cause_is_named() {
    let run = Folder::new().run(&["--staged"]).ends(2);
    assert!(run.err.contains("--staged: the current folder is not in a git repository"), "{}", run.err);
    let folder = Folder::new();
    folder.git(&["init", "-q", "--bare"]);
    assert!(folder.run(&["--staged"]).ends(2).err.contains("the repository is bare"));
    let run = repository().run_with(&["--staged"], &[("PATH", "/nowhere")], b"").ends(2);
    assert!(run.err.contains("git was not found"), "{}", run.err);
    let run = repository().run(&["--staged", "-v"]).ends(0);
    assert!(run.err.contains("nothing is staged"), "{}", run.err);
}

#[test]
fn paths_are_shown_from_the_folder_of_the_run() {
    let folder = repository();
    folder.write("in/a.md", BAD);
    folder.write("b.md", BAD);
    folder.git(&["add", "-A"]);
    let run = folder.run_in("in", &["--staged", "--format", "concise"]).ends(1);
    assert_eq!(paths(&run), ["../b.md", "a.md"]);
}

#[test]
fn a_merge_conflict_is_an_error_not_silence() {
    let folder = repository();
    folder.write("a.md", CLEAN);
    folder.git(&["add", "-A"]);
    folder.commit_without_hook("One");
    folder.git(&["checkout", "-q", "-b", "other"]);
    folder.write("a.md", BAD);
    folder.git(&["commit", "-qam", "Two"]);
    folder.git(&["checkout", "-q", "-"]);
    folder.write("a.md", BAD.replace("Ana", "Eva"));
    folder.git(&["commit", "-qam", "Three"]);
    let merge = ["-c", "user.name=Ana", "-c", "user.email=a@example.org", "merge", "-q", "other"];
    folder.run_program("git", &merge, &[]).ends(1);
    let run = staged(&folder).ends(2);
    assert_eq!(run.err.matches("a.md: has a merge conflict").count(), 1, "{}", run.err);
}

#[cfg(unix)]
#[test]
fn links_and_submodules_are_passed_over_and_verbose_says_so() {
    let folder = repository();
    folder.write("sub/x.md", CLEAN);
    folder.git(&["-C", "sub", "init", "-q"]);
    folder.git(&["-C", "sub", "add", "-A"]);
    folder.git(&["-C", "sub", "commit", "-qm", "Inner"]);
    std::os::unix::fs::symlink("nowhere.md", folder.at("link.md")).unwrap();
    std::fs::rename(folder.at("sub"), folder.at("sub.md")).unwrap();
    folder.git(&["-c", "advice.addEmbeddedRepo=false", "add", "-A"]);
    let run = folder.run(&["--staged", "-v"]).ends(0);
    assert!(run.err.contains("link.md: a symbolic link") && run.err.contains("sub.md: a submodule"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_file_that_became_a_link_or_a_letter_is_what_it_became() {
    let folder = repository();
    folder.write("a.md", BAD);
    std::os::unix::fs::symlink("a.md", folder.at("b.md")).unwrap();
    folder.git(&["add", "-A"]);
    folder.commit_without_hook("One of each");
    std::fs::remove_file(folder.at("a.md")).unwrap();
    std::fs::remove_file(folder.at("b.md")).unwrap();
    std::os::unix::fs::symlink("b.md", folder.at("a.md")).unwrap();
    folder.write("b.md", BAD);
    folder.git(&["add", "-A"]);
    assert_eq!(paths(&staged(&folder).ends(1)), ["b.md"]);
}

#[test]
fn the_index_of_a_commit_of_some_paths_is_the_one_that_is_checked() {
    let folder = repository();
    folder.write("a.md", BAD);
    folder.write("b.md", BAD);
    folder.git(&["add", "a.md"]);
    // As `git commit b.md` does it for its hook.
    let index = folder.at(".git/next-index.lock");
    let other = [("GIT_INDEX_FILE", index.to_str().unwrap())];
    folder.run_program("git", &["add", "b.md"], &other).ends(0);
    let run = folder.run_with(&["--staged", "--format", "concise"], &other, b"").ends(1);
    assert_eq!(paths(&run), ["b.md"]);
}

#[test]
fn a_letter_that_git_stores_in_another_form_is_read_as_it_is_on_disk() {
    let folder = repository();
    folder.git(&["config", "filter.rot.clean", "tr a-zA-Z n-za-mN-ZA-M"]);
    folder.git(&["config", "filter.rot.smudge", "tr a-zA-Z n-za-mN-ZA-M"]);
    folder.write(".gitattributes", "*.md filter=rot\n");
    folder.write("a.md", BAD);
    folder.write("b.txt", BAD);
    folder.git(&["add", "-A"]);
    assert_eq!(paths(&staged(&folder).ends(1)), ["a.md", "b.txt"]);
}

#[test]
fn a_staged_letter_over_the_limit_is_refused() {
    let folder = repository();
    folder.write("big.md", vec![b'a'; (1 << 20) + 1]);
    folder.write("z.md", BAD);
    folder.git(&["add", "-A"]);
    let run = folder.run(&["--staged", "--format", "concise", "--max-size", "1"]).ends(2);
    assert!(run.err.contains("big.md: is larger than 1 MiB"), "{}", run.err);
    assert_eq!(paths(&run), ["z.md"]);
}

#[test]
fn text_boxes_and_documents_that_are_staged_are_named_as_skipped() {
    let folder = repository();
    folder.write("box.txt", "I saw [Company] twice.\n");
    folder.write("letter.docx", "PK");
    folder.git(&["add", "-A"]);
    let run = folder.run(&["--staged"]).ends(0);
    assert!(run.out.contains("box.txt") && run.out.contains("letter.docx"), "{}", run.out);
}
