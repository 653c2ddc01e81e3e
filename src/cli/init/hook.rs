//! Git's own pre-commit hook.

use super::complain;
use super::file::{self, Written};
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
        writeln!(out, "Lines to add to its pre-commit:\n\n{HOOK}")?;
        return Ok(false);
    }
    let path = folder.path.join("pre-commit");
    let written = file::write(&path, HOOK, out)?;
    match written {
        Written::New => return Ok(make_executable(&path)),
        Written::IsThere => writeln!(out, "Lines to add to it:\n\n{HOOK}")?,
        Written::Failed => {}
    }
    Ok(false)
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
fn make_executable(path: &Path) -> bool {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    match set_permissions(path, Permissions::from_mode(0o755)) {
        Ok(()) => true,
        Err(error) => {
            complain(&format!("{} cannot be made executable: {error}", file::shown(path)));
            false
        }
    }
}

/// Git runs hooks by their first line there.
#[cfg(not(unix))]
fn make_executable(_: &Path) -> bool {
    true
}
