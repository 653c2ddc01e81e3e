//! Which lines changed since a revision, as git says.

use super::git::{self, Repository as Place, ask};
use super::letters::Job;
use letterlint::settings::repository_root;
use letterlint::source::{Encoding, Source};
use std::collections::{BTreeMap, HashMap};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Files that changed since a revision.
pub(super) struct Changed {
    /// The repository of each folder that letters lie in, where there is one.
    folders: HashMap<PathBuf, Option<PathBuf>>,
    repositories: BTreeMap<PathBuf, Repository>,
}

/// What changed in one repository; paths are relative to its root.
struct Repository {
    /// The revision, or the empty tree where nothing was committed yet.
    base: String,
    /// Files that were edited, and what a renamed one was called before.
    edited: HashMap<PathBuf, Option<PathBuf>>,
    /// Files in the index, and whether git was told not to look at them.
    tracked: HashMap<PathBuf, bool>,
}

/// What changed in one letter.
#[derive(Debug)]
pub(super) enum Lines {
    Unchanged,
    Changed(Vec<Change>),
    /// That cannot be known: why.
    Unknown(&'static str),
}

/// A stretch of a file that changed. Lines are those of git, which end with LF alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// These lines are new, from the first to the last, both from 1.
    Lines(usize, usize),
    /// Something was taken out after this line; 0 for the beginning.
    Gap(usize),
}

impl Changed {
    /// Asks git what changed since `revision` in the repositories that `jobs` lie in.
    ///
    /// # Errors
    /// What git says, or that it is not there.
    pub(super) fn since(revision: &str, jobs: &[Job]) -> Result<Self, String> {
        if revision.starts_with('-') {
            return Err(format!("`{revision}` is not a git revision"));
        }
        let mut changed = Changed { folders: HashMap::new(), repositories: BTreeMap::new() };
        for job in jobs.iter().filter(|job| !is_stdin(job)) {
            let folder = job.absolute.parent().unwrap_or(&job.absolute);
            if changed.folders.contains_key(folder) {
                continue;
            }
            let root = root_of(&real(folder))?;
            if let Some(root) = root.as_ref().filter(|root| !changed.repositories.contains_key(*root)) {
                changed.repositories.insert(root.clone(), Repository::since(revision, root)?);
            }
            changed.folders.insert(folder.to_owned(), root);
        }
        Ok(changed)
    }

    /// Returns what changed in the letter of `job`, read as `source`.
    ///
    /// # Errors
    /// What git says, or that the file lies in no repository.
    pub(super) fn lines(&self, job: &Job, source: &Source) -> Result<Lines, String> {
        if is_stdin(job) {
            return Ok(Lines::Unknown("git does not know the lines of standard input"));
        }
        let (folder, name) = (job.absolute.parent(), job.absolute.file_name());
        let (folder, name) = (folder.unwrap_or(&job.absolute), name.unwrap_or_default());
        let root = self.folders.get(folder).and_then(Option::as_ref);
        let Some((root, repository)) = root.and_then(|root| self.repositories.get_key_value(root)) else {
            return Err("is not in a git repository, so its changes are not known; leave out --only-changed".into());
        };
        let file = real(folder).join(name);
        if file.symlink_metadata().is_ok_and(|there| there.is_symlink()) {
            return Ok(Lines::Unknown("it is a symbolic link, and git knows only where it leads"));
        }
        let file = file.strip_prefix(root).unwrap_or(&file);
        repository.lines(root, file, source)
    }
}

impl Repository {
    fn since(revision: &str, root: &Path) -> Result<Self, String> {
        let place = Place::Of(root);
        let base = base(revision, root)?;
        let listed = ask(place, ["diff", "--name-status", "--no-ext-diff", "-M", "-z", &base, "--"])?;
        let mut edited = HashMap::new();
        let mut fields = git::fields(&listed);
        while let (Some(status), Some(first)) = (fields.next(), fields.next()) {
            let is_moved = matches!(status.first(), Some(b'R' | b'C'));
            let path = if is_moved { fields.next().unwrap_or(first) } else { first };
            edited.insert(git::path(path), is_moved.then(|| git::path(first)));
        }
        // Each field is a letter, a blank and a path; a small letter and `S` stand for files that git passes over.
        let listed = ask(place, ["ls-files", "-v", "-z"])?;
        let tracked = git::fields(&listed).filter(|field| field.len() > 2);
        let tracked = tracked.map(|field| (git::path(&field[2..]), field[0].is_ascii_lowercase() || field[0] == b'S'));
        Ok(Repository { base, edited, tracked: tracked.collect() })
    }

    fn lines(&self, root: &Path, file: &Path, source: &Source) -> Result<Lines, String> {
        match self.tracked.get(file) {
            // Untracked or ignored: all of it is new.
            None => return Ok(Lines::Changed(vec![Change::Lines(1, usize::MAX)])),
            Some(true) => return Ok(Lines::Unknown("git is set to assume that it does not change")),
            Some(false) => {}
        }
        let Some(before) = self.edited.get(file) else { return Ok(Lines::Unchanged) };
        if source.encoding() != Encoding::Utf8 {
            return Ok(Lines::Unknown("it is not UTF-8, and git counts its lines in another way"));
        }
        if is_converted(root, file)? {
            return Ok(Lines::Unknown("git stores it in another form, by a filter or an encoding"));
        }
        let fixed = ["diff", "--no-color", "--no-ext-diff", "--no-textconv", "-M", "--text", "-U0"];
        let fixed = fixed.into_iter().chain(["--inter-hunk-context=0", self.base.as_str(), "--"]);
        let paths = before.as_deref().into_iter().chain([file]).map(Path::as_os_str);
        let diff = ask(Place::Of(root), fixed.map(OsStr::new).chain(paths))?;
        Ok(Lines::Changed(hunks(&String::from_utf8_lossy(&diff))))
    }
}

fn is_stdin(job: &Job) -> bool {
    job.path.as_os_str() == "-"
}

fn real(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// The root of the work tree that `folder` lies in, as git sees it.
fn root_of(folder: &Path) -> Result<Option<PathBuf>, String> {
    let Some(root) = repository_root(folder) else { return Ok(None) };
    Ok(Some(git::path(&git::ask_line(Place::Of(root), &["rev-parse", "--show-toplevel"])?)))
}

/// What `revision` is compared by. Where nothing was committed yet, everything is new.
fn base(revision: &str, root: &Path) -> Result<String, String> {
    let place = Place::Of(root);
    let is_commit = |revision: &str| {
        let named = format!("{revision}^{{commit}}");
        ask(place, ["rev-parse", "--verify", "--quiet", "--end-of-options", &named]).is_ok()
    };
    // A path must not be taken for a revision: git would compare with the index without a word.
    if is_commit(revision) {
        return Ok(revision.to_owned());
    }
    let is_head = ["HEAD", "@"].contains(&revision);
    if !is_commit("HEAD") && (is_head || ask(place, ["rev-list", "--max-count=1", "--all"])?.is_empty()) {
        return git::empty_tree(place);
    }
    Err(format!("`{revision}` is not a git revision in {}; fetch it, or name another one there", root.display()))
}

/// Whether git stores `file` in another form than it has on disk, so that its lines may be others.
fn is_converted(root: &Path, file: &Path) -> Result<bool, String> {
    let fixed = ["check-attr", "-z", "filter", "working-tree-encoding", "--"];
    let answer = ask(Place::Of(root), fixed.into_iter().map(OsStr::new).chain([file.as_os_str()]))?;
    // Three fields an attribute: path, name, value.
    let values = git::fields(&answer).skip(2).step_by(3);
    Ok(values.into_iter().any(|value| value != b"unspecified" && value != b"unset"))
}

/// The new side of each hunk of a diff without context.
fn hunks(diff: &str) -> Vec<Change> {
    let hunk = |line: &str| {
        let (_, rest) = line.strip_prefix("@@ -")?.split_once(" +")?;
        let new = rest.split(' ').next()?;
        let (start, count) = new.split_once(',').unwrap_or((new, "1"));
        let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
        Some(if count > 0 { Change::Lines(start, start + count - 1) } else { Change::Gap(start) })
    };
    // Not `lines`: a lone CR in a changed line ends nothing.
    diff.split('\n').filter_map(hunk).collect()
}

/// The line of byte `at` as git counts: by LF alone.
pub(super) fn line(text: &str, at: usize) -> usize {
    1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..at.min(text.len())]).count()
}

/// Whether a finding from line `first` to `last` has to do with one of `changes`.
///
/// Where something was taken out, what stood around it may lack it now.
pub(super) fn meets(changes: &[Change], first: usize, last: usize) -> bool {
    changes.iter().any(|change| match *change {
        Change::Lines(from, to) => from <= last && first <= to,
        // Blank lines may part the gap from what lacks something; a finding on one line points at words, not at a lack.
        Change::Gap(after) => first < last && first <= after + 2 && after <= last + 2,
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

    #[test]
    fn a_lone_cr_ends_no_line_of_git() {
        assert_eq!(line("a\rb\r\nc", 5), 2);
    }
}
