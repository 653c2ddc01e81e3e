//! Which lines changed since a revision, as the git program tells.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files that changed since a revision, by absolute path.
pub(super) struct Changed {
    root: PathBuf,
    revision: String,
    edited: HashSet<PathBuf>,
    /// Files that git does not know: all of their lines are new.
    new: HashSet<PathBuf>,
}

impl Changed {
    /// Asks git what changed since `revision` in the repository that `here` lies in.
    ///
    /// # Errors
    /// What git says, or that it is not there.
    pub(super) fn since(revision: &str, here: &Path) -> Result<Self, String> {
        if revision.starts_with('-') {
            return Err(format!("`{revision}` is no git revision"));
        }
        let top = git(here, ["rev-parse", "--show-toplevel"])?;
        let root = PathBuf::from(top.trim_end_matches(['\r', '\n']));
        // What is no revision must not be taken for a path, which would compare with the index in silence.
        git(&root, ["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
            .map_err(|_| format!("`{revision}` is no git revision here; fetch it, or name one that is"))?;
        let listed = |text: String| {
            let paths = text.split('\0').filter(|path| !path.is_empty()).map(|path| root.join(path));
            paths.collect::<HashSet<_>>()
        };
        let changed = git(&root, ["diff", "--name-only", "--no-renames", "-z", revision, "--"])?;
        let new = git(&root, ["ls-files", "--others", "--exclude-standard", "-z"])?;
        Ok(Changed { edited: listed(changed), new: listed(new), revision: revision.to_owned(), root: root.clone() })
    }

    /// Returns the lines of `file` that changed, from 1; `None` where none did.
    ///
    /// # Errors
    /// What git says.
    pub(super) fn lines(&self, file: &Path) -> Result<Option<Vec<RangeInclusive<usize>>>, String> {
        let real = file.canonicalize().unwrap_or_else(|_| file.to_owned());
        let names = |set: &HashSet<PathBuf>| set.contains(file) || set.contains(&real);
        if names(&self.new) {
            return Ok(Some(vec![1..=usize::MAX]));
        }
        if !names(&self.edited) {
            return Ok(None);
        }
        let fixed = ["diff", "--no-color", "--no-ext-diff", "--no-renames", "--text", "-U0"];
        let arguments = fixed.iter().map(OsStr::new);
        let arguments = arguments.chain([OsStr::new(&self.revision), OsStr::new("--"), real.as_os_str()]);
        Ok(Some(hunks(&git(&self.root, arguments)?)))
    }
}

/// The new side's lines of each hunk of a diff without context.
fn hunks(diff: &str) -> Vec<RangeInclusive<usize>> {
    let hunk = |line: &str| {
        let (_, behind) = line.strip_prefix("@@ -")?.split_once(" +")?;
        let new = behind.split(' ').next()?;
        let (start, count) = new.split_once(',').unwrap_or((new, "1"));
        let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
        // Where lines were only taken out, none is new.
        (count > 0).then(|| start..=start + count - 1)
    };
    diff.lines().filter_map(hunk).collect()
}

fn git<S: AsRef<OsStr>>(folder: &Path, arguments: impl IntoIterator<Item = S>) -> Result<String, String> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    let output = output.map_err(|error| format!("cannot run git: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let told = String::from_utf8_lossy(&output.stderr);
    Err(told.lines().next().unwrap_or("git failed").to_owned())
}

/// Whether `lines` hold a line from `first` to `last`.
pub(super) fn meets(lines: &[RangeInclusive<usize>], first: usize, last: usize) -> bool {
    lines.iter().any(|changed| *changed.start() <= last && first <= *changed.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_side_of_each_hunk_counts() {
        let diff = "@@ -1 +1,2 @@ x\n-a\n+b\n+c\n@@ -9,2 +10,0 @@\n-d\n-e\n@@ -20,0 +19 @@\n+f\n";
        assert_eq!(hunks(diff), [1..=2, 19..=19]);
    }
}
