//! What runs before a commit, run before commits.

use crate::run::{BAD, CLEAN, Folder, Run};
use crate::tool;
use std::fs;
use std::path::{Path, PathBuf};

const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/.pre-commit-hooks.yaml");

/// What people call their letters, by no pattern.
const LETTERS: [&str; 8] = [
    "acme.md",
    "cover.md",
    "Motivationsschreiben.txt",
    "applications/acme/letter.final.markdown",
    "docs/dead-letter-queue.md",
    " to acme.md",
    "line\nbreak.md",
    "-n.md",
];

#[test]
fn every_hook_asks_letterlint_what_a_letter_is() {
    let folder = Folder::new();
    folder.run(&["init", "--pre-commit"]).ends(0);
    let manifest = fs::read_to_string(MANIFEST).unwrap();
    for hook in
        [manifest, folder.read(".pre-commit-config.yaml"), include_str!("../../src/cli/init/hook.sh").to_owned()]
    {
        assert!(hook.contains("letterlint --staged") && !hook.contains("files:"), "{hook}");
    }
}

#[test]
fn the_manifest_is_one_that_pre_commit_takes() {
    tool::accepts("pre-commit", &["validate-manifest"], Path::new(MANIFEST));
}

/// A repository with letterlint on its PATH.
struct Repository(Folder);

impl Repository {
    fn new() -> Self {
        let repository = Repository(Folder::new());
        repository.git(&["init", "--quiet"]).ends(0);
        for (key, value) in [("user.name", "Ana"), ("user.email", "ana@example.org"), ("commit.gpgsign", "false")] {
            repository.git(&["config", key, value]).ends(0);
        }
        repository
    }

    #[track_caller]
    fn git(&self, args: &[&str]) -> Run {
        self.run("git", args)
    }

    #[track_caller]
    fn run(&self, program: &str, args: &[&str]) -> Run {
        let program_folder = Path::new(env!("CARGO_BIN_EXE_letterlint")).parent().unwrap().to_owned();
        let rest = std::env::split_paths(&std::env::var_os("PATH").unwrap()).collect::<Vec<PathBuf>>();
        let path = std::env::join_paths([program_folder].into_iter().chain(rest)).unwrap();
        let store = self.0.at(".git/pre-commit-store");
        let vars = [
            ("PATH", path.to_str().unwrap()),
            ("PRE_COMMIT_HOME", store.to_str().unwrap()),
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_CONFIG_NOSYSTEM", "1"),
        ];
        self.0.run_program(program, args, &vars)
    }

    /// Commits everything that git does not have yet.
    #[track_caller]
    fn commit(&self) -> Run {
        self.git(&["add", "--all"]).ends(0);
        self.git(&["commit", "--quiet", "--message", "letters"])
    }
}

/// A repository whose commits git's own hook sees.
fn hooked() -> Option<Repository> {
    if !tool::is_there("git") || cfg!(not(unix)) {
        return None;
    }
    let repository = Repository::new();
    repository.run(env!("CARGO_BIN_EXE_letterlint"), &["init", "--hook"]).ends(0);
    Some(repository)
}

/// Runs git where no letterlint is on the PATH; `home` is where cargo would have put it.
#[cfg(unix)]
fn git_without_letterlint(repository: &Repository, args: &[&str], home: &Path) -> Run {
    let of_git = std::env::split_paths(&std::env::var_os("PATH").unwrap())
        .filter(|folder| !folder.join("letterlint").exists())
        .collect::<Vec<PathBuf>>();
    let path = std::env::join_paths(of_git).unwrap();
    let vars = [
        ("PATH", path.to_str().unwrap()),
        ("CARGO_HOME", home.to_str().unwrap()),
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
    ];
    repository.0.run_program("git", args, &vars)
}

#[cfg(unix)]
#[test]
fn a_hook_without_letterlint_says_what_to_do_and_how_to_skip_it() {
    let (Some(committing), Some(pushing)) = (hooked(), pushing()) else { return };
    let home = committing.0.at(".git/nobody");
    for (repository, hook, args, once) in [
        (&committing, "pre-commit", &["commit", "--quiet", "--message", "x"][..], "git commit --no-verify"),
        (&pushing, "pre-push", &["push", "origin", "HEAD:main"], "git push --no-verify"),
    ] {
        repository.0.write("applications/acme/letter.md", CLEAN);
        repository.git(&["add", "--all"]).ends(0);
        if hook == "pre-push" {
            repository.git(&["commit", "--quiet", "--message", "x"]).ends(0);
        }
        let run = git_without_letterlint(repository, args, &home);
        assert!(run.code != Some(0), "{run:#?}");
        let delete = format!("Install letterlint, or delete this hook: .git/hooks/{hook}");
        for said in ["letterlint was not found, so the letters of this", &delete, once] {
            assert!(run.err.contains(said), "{said}: {run:#?}");
        }
    }
    // A push without letters needs no letterlint.
    pushing.git(&["rm", "-r", "--quiet", "applications"]).ends(0);
    pushing.git(&["commit", "--quiet", "--message", "none", "--allow-empty"]).ends(0);
    assert_eq!(git_without_letterlint(&pushing, &["push", "origin", "HEAD:main"], &home).code, Some(0));
}

#[cfg(unix)]
#[test]
fn a_hook_finds_the_letterlint_that_cargo_installed() {
    let Some(repository) = hooked() else { return };
    let bin = repository.0.at(".git/cargo/bin");
    fs::create_dir_all(&bin).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_letterlint"), bin.join("letterlint")).unwrap();
    let home = bin.parent().unwrap().to_owned();
    repository.0.write("acme.md", BAD);
    repository.git(&["add", "--all"]).ends(0);
    let commit = || git_without_letterlint(&repository, &["commit", "--quiet", "--message", "x"], &home);
    assert!(commit().ends(1).all().contains("leftover-placeholder"));
    repository.0.write("acme.md", CLEAN);
    repository.git(&["add", "--all"]).ends(0);
    commit().ends(0);
}

/// A repository with the hook `id` of this one.
fn framed(id: &str) -> Option<Repository> {
    if !tool::is_there("git") || !tool::is_there("pre-commit") {
        return None;
    }
    let repository = Repository::new();
    let source = repository.0.at(".git/source");
    fs::create_dir(&source).unwrap();
    fs::copy(MANIFEST, source.join(".pre-commit-hooks.yaml")).unwrap();
    let at = source.to_str().unwrap();
    repository.git(&["-C", at, "init", "--quiet"]).ends(0);
    repository.git(&["-C", at, "add", "--all"]).ends(0);
    let name = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"];
    let commit = [&["-C", at][..], &name, &["commit", "--quiet", "--message", "hooks"]].concat();
    repository.git(&commit).ends(0);
    let rev = repository.git(&["-C", at, "rev-parse", "HEAD"]).ends(0).out;
    let hook = format!("repos:\n- repo: {at}\n  rev: {}\n  hooks:\n  - id: {id}\n", rev.trim());
    repository.0.write(".pre-commit-config.yaml", &hook);
    repository.run("pre-commit", &["install"]).ends(0);
    Some(repository)
}

/// The configuration that `letterlint init` writes.
fn framed_by_init() -> Option<Repository> {
    if !tool::is_there("git") || !tool::is_there("pre-commit") {
        return None;
    }
    let repository = Repository::new();
    repository.run(env!("CARGO_BIN_EXE_letterlint"), &["init", "--pre-commit"]).ends(0);
    repository.run("pre-commit", &["install"]).ends(0);
    Some(repository)
}

/// Commits letters and others to `repository`, whose hook stops the bad letters alone.
#[track_caller]
fn judge(repository: &Repository) {
    let write = |name: &str, text: &str| repository.0.write(name, text);
    write("letters/my acme.md", CLEAN);
    repository.commit().ends(0);

    write("letters/my acme.md", BAD);
    let said = repository.commit().ends(1).all();
    assert!(said.contains("leftover-placeholder") && said.contains("letters/my acme.md"), "{said}");
    write("letters/my acme.md", CLEAN);

    write("acme/job.md", BAD);
    write("letters/README.md", "# My hunt\n\nSee [Company].\n");
    write("letterlint.toml", "exclude = [\"drafts/\"]\n");
    write("drafts/letter.md", BAD);
    repository.commit().ends(0);

    for number in 0..300 {
        write(&format!("letters/{number}.md"), if number == 250 { BAD } else { CLEAN });
    }
    let said = repository.commit().ends(1).all();
    assert!(said.contains("letters/250.md") && said.contains("300 letters"), "{said}");
    write("letters/250.md", CLEAN);
    repository.commit().ends(0);

    for name in LETTERS {
        write(name, BAD);
    }
    let said = repository.commit().ends(1).all();
    assert_eq!(said.matches("leftover-placeholder").count(), LETTERS.len(), "{said}");
    for name in LETTERS {
        write(name, CLEAN);
    }
    repository.commit().ends(0);

    // What is staged counts, whatever lies on disk.
    write("acme.md", BAD);
    repository.git(&["add", "--all"]).ends(0);
    write("acme.md", CLEAN);
    repository.git(&["commit", "--quiet", "--message", "staged"]).ends(1);
    repository.git(&["add", "--all"]).ends(0);

    // A commit of one path has an index of its own.
    write("acme.md", BAD);
    write("cover.md", &format!("{CLEAN}\n"));
    repository.git(&["commit", "--quiet", "--message", "one path", "cover.md"]).ends(0);
    repository.git(&["commit", "--quiet", "--message", "all", "--all"]).ends(1);
}

#[test]
fn gits_own_hook_stops_bad_letters_and_nothing_else() {
    if let Some(repository) = hooked() {
        judge(&repository);
    }
}

#[test]
fn the_frameworks_hook_stops_bad_letters_and_nothing_else() {
    if let Some(repository) = framed("letterlint-system") {
        judge(&repository);
    }
}

#[test]
fn the_hook_that_init_writes_stops_bad_letters_and_nothing_else() {
    if let Some(repository) = framed_by_init() {
        judge(&repository);
    }
}

#[test]
fn a_hook_that_is_there_is_shown_the_lines_to_add() {
    let Some(repository) = hooked() else { return };
    let path = repository.0.at(".git/hooks/pre-commit");
    fs::write(&path, "#!/bin/sh\n").unwrap();
    let run = repository.run(env!("CARGO_BIN_EXE_letterlint"), &["init", "--hook"]).ends(2);
    assert!(run.err.contains(".git/hooks/pre-commit already exists"), "{}", run.err);
    assert!(run.out.contains("letterlint --staged"), "{}", run.out);
    assert_eq!(fs::read_to_string(&path).unwrap(), "#!/bin/sh\n");
}

#[test]
fn hooks_that_all_repositories_share_are_left_alone() {
    if !tool::is_there("git") {
        return;
    }
    let (repository, shared) = (Repository::new(), Folder::new());
    repository.git(&["config", "core.hooksPath", shared.path().to_str().unwrap()]).ends(0);
    let run = repository.run(env!("CARGO_BIN_EXE_letterlint"), &["init", "--hook"]).ends(2);
    assert!(run.err.contains("core.hooksPath"), "{}", run.err);
    assert_eq!(fs::read_dir(shared.path()).unwrap().count(), 0);
}

/// The script of the pre-push hook that the documents show.
fn pre_push() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = fs::read_dir(root.join("docs")).into_iter().flatten().map(|entry| entry.unwrap().path());
    let pages = docs.chain([root.join("README.md")]).filter_map(|path| fs::read_to_string(path).ok());
    let blocks = pages.flat_map(|page| page.split("```sh\n").skip(1).map(str::to_owned).collect::<Vec<_>>());
    let mut scripts = blocks.map(|block| block.split("```").next().unwrap().to_owned());
    scripts.find(|script| script.contains("letterlint ready") && script.contains("while read")).unwrap()
}

/// A repository with a remote, to which pushes run the documented hook.
#[cfg(unix)]
fn pushing() -> Option<Repository> {
    use std::os::unix::fs::PermissionsExt;
    if !tool::is_there("git") || !tool::is_there("tar") {
        return None;
    }
    let repository = Repository::new();
    repository.git(&["init", "--quiet", "--bare", ".git/remote"]).ends(0);
    repository.git(&["remote", "add", "origin", ".git/remote"]).ends(0);
    let hook = repository.0.at(".git/hooks/pre-push");
    fs::write(&hook, pre_push()).unwrap();
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    Some(repository)
}

#[cfg(unix)]
#[test]
fn the_pre_push_hook_reads_the_pushed_commits_and_not_the_work_tree() {
    let Some(repository) = pushing() else { return };
    let letter = "applications/acme inc/letter.md";
    let (good, bad) = (&CLEAN.replace("Dear Ms Okafor", "Dear Acme Inc team"), BAD);
    repository.0.write(letter, bad);
    repository.commit().ends(0);
    repository.0.write(letter, good);
    let said = repository.git(&["push", "origin", "HEAD:main"]).ends(1).all();
    assert!(said.contains("leftover") || said.contains("[Company]"), "{said}");

    repository.commit().ends(0);
    repository.0.write(letter, bad);
    repository.git(&["push", "origin", "HEAD:main"]).ends(0);
    // Only letters that the push brings along are asked about, also on a new branch.
    repository.0.write(letter, good);
    repository.0.write("notes.txt", "x");
    repository.commit().ends(0);
    repository.git(&["push", "origin", "HEAD:other"]).ends(0);
}

#[cfg(unix)]
#[test]
fn the_pre_push_hook_lets_a_branch_be_deleted_and_a_letter_be_gone() {
    let Some(repository) = pushing() else { return };
    repository.0.write("applications/acme/letter.md", CLEAN);
    repository.0.write("applications/globex/letter.md", CLEAN.replace("Ana", "Eva"));
    repository.commit().ends(0);
    repository.git(&["push", "--no-verify", "origin", "HEAD:main", "HEAD:old"]).ends(0);
    repository.git(&["push", "origin", "--delete", "old"]).ends(0);
    repository.git(&["rm", "-r", "--quiet", "applications/globex"]).ends(0);
    repository.commit().ends(0);
    repository.git(&["push", "origin", "HEAD:main"]).ends(0);
    repository.git(&["tag", "sent"]).ends(0);
    repository.git(&["push", "origin", "sent"]).ends(0);
    let left: Vec<_> = repository.git(&["worktree", "list"]).ends(0).out.lines().map(str::to_owned).collect();
    assert_eq!(left.len(), 1, "{left:?}");
}
