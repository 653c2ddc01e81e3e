//! What runs before a commit, run before commits.

use crate::run::{BAD, CLEAN, Folder, Run};
use crate::tool;
use std::fs;
use std::path::{Path, PathBuf};

const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/.pre-commit-hooks.yaml");

/// What people call their letters.
const LETTERS: [&str; 18] = [
    "letter.md",
    "letters.txt",
    "cover-letter.md",
    "cover_letter_acme.txt",
    "AcmeCoverLetter.markdown",
    "Cover Letter - Acme.md",
    "applications/acme/letter.md",
    "applications/acme/letter.final.md",
    "acme-letter2.txt",
    "job-application-letter.md",
    "motivation.md",
    "letter-of-motivation.txt",
    "Motivationsschreiben.md",
    "Anschreiben_Acme.txt",
    "letters/acme.md",
    "letters/2026/acme.txt",
    "cover-letters/acme.md",
    "hunt/Cover Letters/acme.md",
];

/// What lies beside them, and in other repositories.
const OTHERS: [&str; 18] = [
    "README.md",
    "letters/README.md",
    "letters/README.de.md",
    "letters/acme/job.md",
    "letters/acme/job-description.txt",
    "letters/acme-notes.md",
    "letters/resume.md",
    "letters/LICENSE.txt",
    "applications/acme/job.md",
    "applications/acme/cv.md",
    "letter.pdf",
    "letters/acme.docx",
    "newsletter.md",
    "newsletters/may.md",
    "letterhead.md",
    "docs/dead-letter-queue.md",
    "motivational-quotes.md",
    "src/letter/mod.rs",
];

/// The values of `key` in the YAML at `path`, unquoted.
fn values(path: &Path, key: &str) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix(&format!("{key}: ")));
    lines.map(|value| value.trim_matches('\'').to_owned()).collect()
}

#[test]
fn letters_are_told_by_their_names_and_folders() {
    let read = |key: &str| regex::Regex::new(&values(Path::new(MANIFEST), key)[0]).unwrap();
    let (files, exclude) = (read("files"), read("exclude"));
    let is_letter = |name: &&str| files.is_match(name) && !exclude.is_match(name);
    assert_eq!(LETTERS.iter().filter(|name| !is_letter(name)).collect::<Vec<_>>(), [&""; 0]);
    assert_eq!(OTHERS.iter().filter(|name| is_letter(name)).collect::<Vec<_>>(), [&""; 0]);
}

#[test]
fn every_hook_tells_letters_in_the_same_way() {
    let folder = Folder::new();
    folder.run(&["init", "--pre-commit"]).ends(0);
    let hook = include_str!("../../src/cli/init/hook.sh");
    for key in ["files", "exclude"] {
        let mut said = values(Path::new(MANIFEST), key);
        said.extend(values(&folder.at(".pre-commit-config.yaml"), key));
        said.dedup();
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(hook.contains(&format!("'{}'", said[0].strip_prefix("(?i)").unwrap())), "{hook}");
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
    write("letters/README.md", BAD);
    write("letterlint.toml", "exclude = [\"drafts/\"]\n");
    write("drafts/letter.md", BAD);
    repository.commit().ends(0);

    for number in 0..300 {
        write(&format!("letters/{number}.md"), if number == 250 { BAD } else { CLEAN });
    }
    let said = repository.commit().ends(1).all();
    assert!(said.contains("letters/250.md") && said.contains("300 letters"), "{said}");
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
    assert!(run.out.contains("letterlint --force-exclude"), "{}", run.out);
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
