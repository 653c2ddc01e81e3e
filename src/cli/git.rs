//! The git program: how it is run, and what its failures mean.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What git passes on to its hooks: the repository, index and work tree of the commit or push at hand.
const OF_HOOKS: [&str; 12] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// What changes how git reads paths and prints differences.
const OF_USERS: [&str; 6] = [
    "GIT_DIFF_OPTS",
    "GIT_EXTERNAL_DIFF",
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
];

/// Which repository git is asked about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Repository<'a> {
    /// The one that this folder lies in, also in a hook of another repository, such as the one around a submodule.
    Of(&'a Path),
    /// The one that git would take here, with the index that it passes to a hook.
    Here,
}

/// Returns git with what makes its answers the same for everybody; arguments follow.
pub(super) fn command(repository: Repository<'_>) -> Command {
    let mut command = Command::new("git");
    // Messages are read here, and a question must not write to the index.
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
    for name in OF_USERS {
        command.env_remove(name);
    }
    if let Repository::Of(folder) = repository {
        for name in OF_HOOKS {
            command.env_remove(name);
        }
        command.arg("-C").arg(folder);
    }
    // A path such as `[acme].md` or `:draft.md` is a path, not a pattern.
    command.args(["--literal-pathspecs", "-c", "diff.relative=false"]);
    command
}

/// Returns what git answers.
///
/// # Errors
/// Why it does not answer, in words for people.
pub(super) fn ask<S: AsRef<OsStr>>(
    repository: Repository<'_>,
    arguments: impl IntoIterator<Item = S>,
) -> Result<Vec<u8>, String> {
    let output = command(repository).args(arguments).output().map_err(|error| not_run(&error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(cause(&String::from_utf8_lossy(&output.stderr), repository))
}

/// Returns the first line of what git answers, such as a path or the id of an object.
pub(super) fn ask_line(repository: Repository<'_>, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let mut answer = ask(repository, arguments)?;
    let end = answer.iter().rposition(|&byte| byte != b'\n' && byte != b'\r').map_or(0, |last| last + 1);
    answer.truncate(end);
    Ok(answer)
}

/// Returns the id of the tree that holds nothing.
pub(super) fn empty_tree(repository: Repository<'_>) -> Result<String, String> {
    let id = ask_line(repository, &["hash-object", "-t", "tree", "--stdin"])?;
    Ok(String::from_utf8_lossy(&id).into_owned())
}

/// Says why git could not be run.
pub(super) fn not_run(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "git was not found; install it, or add it to the PATH".to_owned(),
        _ => format!("git cannot be run: {}", letterlint::cause::cause(error)),
    }
}

/// Says what git's own message means.
fn cause(message: &str, repository: Repository<'_>) -> String {
    let folder = match repository {
        Repository::Of(folder) => folder.display().to_string(),
        Repository::Here => "the current folder".to_owned(),
    };
    if message.contains("dubious ownership") {
        // Git names the folder, which may lie above the one that was asked about.
        let named = message.split('\'').nth(1).unwrap_or(&folder);
        return format!(
            "git does not trust {named}, because it belongs to another user; if you do, run `git config --global --add \
             safe.directory {named}`"
        );
    }
    if message.contains("not a git repository") {
        return format!("{folder} is not in a git repository");
    }
    if message.contains("must be run in a work tree") {
        return format!("{folder} has no work tree: the repository is bare, or this is its .git folder");
    }
    let first = message.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("no reason given");
    format!("git failed: {}", first.trim_start_matches("fatal: "))
}

/// Returns the path that git writes as these bytes.
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        PathBuf::from(OsStr::from_bytes(bytes))
    }
    #[cfg(not(unix))]
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// Returns the fields of an answer that `-z` ends with NUL each.
pub(super) fn fields(answer: &[u8]) -> impl Iterator<Item = &[u8]> {
    answer.split(|&byte| byte == 0).filter(|field| !field.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_of_a_failure_is_named() {
        let of = |message: &str| cause(message, Repository::Of(Path::new("/hunt")));
        let owner = "fatal: detected dubious ownership in repository at '/hunt'\nTo add an exception …\n";
        assert!(of(owner).contains("belongs to another user") && of(owner).contains("safe.directory /hunt"));
        assert_eq!(of("fatal: not a git repository: x\n"), "/hunt is not in a git repository");
        assert_eq!(of("fatal: bad object\n"), "git failed: bad object");
    }
}
