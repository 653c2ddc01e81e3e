//! Which lines changed since a revision, as the git program tells.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files that changed since a revision.
pub(super) struct Changed {
    revision: String,
    /// The repository of each folder that letters lie in.
    roots: BTreeMap<PathBuf, Option<PathBuf>>,
    repositories: BTreeMap<PathBuf, Repository>,
}

/// What changed in one repository; absolute paths.
#[derive(Default)]
struct Repository {
    /// Files that were edited, and what a renamed one was called before.
    edited: HashMap<PathBuf, Option<PathBuf>>,
    /// Files that git does not know: all of their lines are new.
    new: HashSet<PathBuf>,
}

/// A stretch of a file that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// These lines are new, from the first to the last, both from 1.
    Lines(usize, usize),
    /// Something was taken out behind this line; 0 for the beginning.
    Gap(usize),
}

impl Changed {
    /// Asks git what changed since `revision` in each of the repositories that `roots` name by folder of letters.
    ///
    /// # Errors
    /// What git says, or that it is not there.
    pub(super) fn since(revision: &str, roots: &BTreeMap<PathBuf, Option<PathBuf>>) -> Result<Self, String> {
        if revision.starts_with('-') {
            return Err(format!("`{revision}` is not a git revision"));
        }
        let mut repositories = BTreeMap::new();
        for root in roots.values().flatten() {
            if !repositories.contains_key(root) {
                repositories.insert(root.clone(), Repository::since(revision, root)?);
            }
        }
        Ok(Changed { revision: revision.to_owned(), roots: roots.clone(), repositories })
    }

    /// Returns what changed in `file`, an absolute path; `None` where nothing did.
    ///
    /// # Errors
    /// What git says, or that the file lies in no repository.
    pub(super) fn lines(&self, file: &Path) -> Result<Option<Vec<Change>>, String> {
        let root = file.parent().and_then(|folder| self.roots.get(folder)).and_then(Option::as_ref);
        let Some((root, repository)) = root.and_then(|root| self.repositories.get_key_value(root)) else {
            return Err(
                "is not in a git repository, so there is nothing to compare it with; leave out --only-changed".into()
            );
        };
        let real = file.canonicalize().unwrap_or_else(|_| file.to_owned());
        if repository.new.contains(file) || repository.new.contains(&real) {
            return Ok(Some(vec![Change::Lines(1, usize::MAX)]));
        }
        let edited = repository.edited.get_key_value(file).or_else(|| repository.edited.get_key_value(&real));
        let Some((path, before)) = edited else { return Ok(None) };
        let fixed = ["diff", "--no-color", "--no-ext-diff", "-M", "--text", "-U0", self.revision.as_str(), "--"];
        let paths = before.iter().chain([path]).map(|path| path.as_os_str());
        Ok(Some(hunks(&git(root, fixed.iter().map(OsStr::new).chain(paths))?)))
    }
}

impl Repository {
    fn since(revision: &str, root: &Path) -> Result<Self, String> {
        // What is no revision must not be taken for a path, which would compare with the index in silence.
        git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
            .map_err(|_| {
                format!("`{revision}` is not a git revision in {}; fetch it, or name another one", root.display())
            })?;
        let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let listed = git(root, ["diff", "--name-status", "-M", "-z", revision, "--"])?;
        let mut repository = Repository::default();
        let mut fields = listed.split('\0').filter(|field| !field.is_empty());
        while let (Some(status), Some(path)) = (fields.next(), fields.next()) {
            let (path, before) =
                if status.starts_with(['R', 'C']) { (fields.next().unwrap_or(path), Some(path)) } else { (path, None) };
            for root in [root, &real] {
                repository.edited.insert(root.join(path), before.map(|before| root.join(before)));
            }
        }
        let new = git(root, ["ls-files", "--others", "--exclude-standard", "-z"])?;
        for path in new.split('\0').filter(|path| !path.is_empty()) {
            repository.new.extend([root.join(path), real.join(path)]);
        }
        Ok(repository)
    }
}

/// The new side of each hunk of a diff without context.
fn hunks(diff: &str) -> Vec<Change> {
    let hunk = |line: &str| {
        let (_, behind) = line.strip_prefix("@@ -")?.split_once(" +")?;
        let new = behind.split(' ').next()?;
        let (start, count) = new.split_once(',').unwrap_or((new, "1"));
        let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
        Some(if count > 0 { Change::Lines(start, start + count - 1) } else { Change::Gap(start) })
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

/// Whether a finding from line `first` to `last` has to do with one of `changes`.
///
/// Where something was taken out, what stood around it may lack it now.
pub(super) fn meets(changes: &[Change], first: usize, last: usize) -> bool {
    changes.iter().any(|change| match *change {
        Change::Lines(from, to) => from <= last && first <= to,
        // Blank lines may part the gap from what lacks something; a finding on one line points at words, not at a lack.
        Change::Gap(behind) => first < last && first <= behind + 2 && behind <= last + 2,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_side_of_each_hunk_counts() {
        let diff = "@@ -1 +1,2 @@ x\n-a\n+b\n+c\n@@ -9,2 +10,0 @@\n-d\n-e\n@@ -20,0 +19 @@\n+f\n";
        assert_eq!(hunks(diff), [Change::Lines(1, 2), Change::Gap(10), Change::Lines(19, 19)]);
    }

    #[test]
    fn a_gap_meets_only_what_lies_around_it() {
        let gap = [Change::Gap(4)];
        assert!(meets(&gap, 1, 9) && meets(&gap, 1, 3) && meets(&gap, 6, 9));
        assert!(!meets(&gap, 4, 4) && !meets(&gap, 7, 9));
    }
}
