//! Git's own pre-commit hook.

use super::complain;
use super::file::{self, Written};
use letterlint::cause::cause;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

const HOOK: &str = include_str!("hook.sh");

/// Writes the hook of the repository at `root`; returns whether that was done.
pub(super) fn write(root: &Path, out: &mut dyn Write) -> io::Result<bool> {
    let Some(folder) = folder(root) else {
        complain("there is no git repository here; `git init` makes one");
        return Ok(false);
    };
    if !folder.is_own {
        let path = folder.path.display();
        complain(&format!("git uses the hooks in {path} (core.hooksPath), which other repositories may share"));
        writeln!(out, "Lines to add to its pre-commit:\n\n{}", lines())?;
        return Ok(false);
    }
    let path = folder.path.join("pre-commit");
    match fs::read_to_string(&path) {
        Ok(there) => beside(&path, &there, out),
        Err(_) if file::write(&path, HOOK, out)? == Written::New => Ok(make_executable(&path)),
        Err(_) => Ok(false),
    }
}

/// Says what is to be done about the hook `there` is already; returns whether letters are checked by it.
fn beside(path: &Path, there: &str, out: &mut dyn Write) -> io::Result<bool> {
    let shown = file::shown(path);
    let there = there.replace("\r\n", "\n");
    if there.contains(lines()) {
        if is_executable(path) {
            writeln!(out, "{shown} already exists and is up to date")?;
            return Ok(true);
        }
        let is_done = make_executable(path);
        if is_done {
            writeln!(out, "{shown} already exists; git ignored it before, but now it is executable")?;
        }
        return Ok(is_done);
    }
    if is_ours(&there) {
        complain(&format!(
            "{shown} is a letterlint hook that differs from the one of this version; to replace it, delete it and run \
             `letterlint init --hook` again"
        ));
        return Ok(false);
    }
    complain(&format!("{shown} already exists and was not changed"));
    let lines = lines();
    if there.lines().any(|line| !line.trim_start().starts_with('#') && line.contains("letterlint")) {
        writeln!(out, "It runs letterlint already. This version of letterlint would add:\n\n{lines}")?;
    } else {
        writeln!(out, "Lines to add to it:\n\n{lines}")?;
    }
    Ok(false)
}

/// The hook without its first line, as it is added to another hook.
fn lines() -> &'static str {
    HOOK.split_once('\n').map_or(HOOK, |(_, lines)| lines)
}

/// Whether `there` is a hook that some version of letterlint wrote, and nothing else.
fn is_ours(there: &str) -> bool {
    there.lines().nth(1).is_some_and(|line| line.starts_with("# Checks the letters of a commit"))
}

/// The folder of hooks.
struct Folder {
    path: PathBuf,
    /// Whether it lies in the repository, and not where all of a user's repositories look.
    is_own: bool,
}

/// Git knows: in a linked worktree, or with `core.hooksPath` set, it is not `.git/hooks`.
fn folder(root: &Path) -> Option<Folder> {
    let question = ["rev-parse", "--git-common-dir", "--git-path", "hooks"];
    let asked = Command::new("git").args(question).current_dir(root).output().ok()?;
    if !asked.status.success() {
        return None;
    }
    let answer = String::from_utf8(asked.stdout).ok()?;
    let mut paths = answer.lines().map(|path| root.join(path));
    let (common, path) = (paths.next()?, paths.next()?);
    Some(Folder { is_own: path.starts_with(root) || path.starts_with(common), path })
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|there| there.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(_: &Path) -> bool {
    true
}

#[cfg(unix)]
fn make_executable(path: &Path) -> bool {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    match set_permissions(path, Permissions::from_mode(0o755)) {
        Ok(()) => true,
        Err(error) => {
            complain(&format!("{} cannot be made executable: {}", file::shown(path), cause(&error)));
            false
        }
    }
}

/// Git runs hooks by their first line there.
#[cfg(not(unix))]
fn make_executable(_: &Path) -> bool {
    true
}
