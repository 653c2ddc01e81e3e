//! `--staged`: the letters of the next commit, as they are in the index.

use super::git::{self, Repository::Here, ask};
use super::letters::{Letters, PassedOver, Taken};
use super::profiles::Profiles;
use letterlint::cause::cause;
use letterlint::collect::ReadAs;
use letterlint::report::FileError;
use letterlint::settings::{Globs, seen_from};
use std::collections::HashSet;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::Arc;
use std::{env, thread};

/// A file in the index that the last commit has not, or has otherwise.
struct Entry {
    /// Relative to the root of the repository.
    path: PathBuf,
    kind: Kind,
    /// The id of its content.
    id: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    File,
    Link,
    Submodule,
    Unmerged,
}

/// Finds the letters among the staged files of the repository here; settings, postings and CV are read from disk.
///
/// # Errors
/// Why git cannot say what is staged.
pub(super) fn find(profiles: &mut Profiles, exclude: Option<Globs>, max_mib: u64) -> Result<Letters, String> {
    let root = root()?;
    let mut letters = Letters { exclude, ..Letters::default() };
    let entries = entries()?;
    if entries.is_empty() {
        letters.passed_over.push(PassedOver::new("--staged", "nothing is staged, so there is nothing to check"));
    }
    let here = env::current_dir().unwrap_or_default();
    let mut contents = Contents::of(&entries, max_mib)?;
    for entry in entries {
        let absolute = root.join(&entry.path);
        let path = absolute.strip_prefix(&here).map_or_else(|_| seen_from(&here, &absolute).into(), Path::to_owned);
        let is_letter = match letters.take(&path, &absolute, &root, profiles) {
            Taken::Letter => true,
            Taken::Text if is_hidden(&entry.path) => {
                letters.passed_over.push(PassedOver::new(&path.to_string_lossy(), "hidden"));
                continue;
            }
            Taken::Text => false,
            Taken::No => continue,
        };
        let shown = path.to_string_lossy().into_owned();
        match entry.kind {
            Kind::File => match contents.read(&entry) {
                Ok(content) => letters.add(path, absolute, Some(Arc::from(content)), profiles, is_letter),
                Err(message) => letters.errors.push(FileError { path: shown, message }),
            },
            Kind::Unmerged => {
                let message = "has a merge conflict; resolve it, then stage it with `git add`".to_owned();
                letters.errors.push(FileError { path: shown, message });
            }
            Kind::Link => letters.passed_over.push(PassedOver::new(&shown, "a symbolic link")),
            Kind::Submodule => letters.passed_over.push(PassedOver::new(&shown, "a submodule")),
        }
    }
    Ok(letters)
}

/// The root of the work tree here.
fn root() -> Result<PathBuf, String> {
    if git::ask_line(Here, &["rev-parse", "--is-bare-repository"])? == b"true" {
        return Err("the repository is bare, so nothing can be staged in it".to_owned());
    }
    Ok(git::path(&git::ask_line(Here, &["rev-parse", "--show-toplevel"])?))
}

/// The staged files, ordered by path.
fn entries() -> Result<Vec<Entry>, String> {
    let head = ask(Here, ["rev-parse", "--verify", "--quiet", "HEAD^{tree}"]);
    let base = if head.is_ok() { "HEAD".to_owned() } else { git::empty_tree(Here)? };
    let fixed = ["diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--ita-invisible-in-index"];
    let answer = ask(Here, fixed.into_iter().chain([base.as_str(), "--"]))?;
    let mut fields = git::fields(&answer);
    let mut entries = Vec::new();
    while let (Some(head), Some(path)) = (fields.next(), fields.next()) {
        // `:100644 100644 id id M`, modes and ids before and after.
        let head = String::from_utf8_lossy(head);
        let mut head = head.split(' ').skip(1);
        let (Some(mode), Some(id), Some(status)) = (head.next(), head.nth(1), head.next()) else { continue };
        let kind = match (status, mode) {
            ("U", _) => Kind::Unmerged,
            ("D", _) => continue,
            (_, "160000") => Kind::Submodule,
            (_, "120000") => Kind::Link,
            _ => Kind::File,
        };
        entries.push(Entry { path: git::path(path), kind, id: id.to_owned() });
    }
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    // One with a conflict is listed once more for what lies on disk.
    entries.dedup_by(|later, first| later.path == first.path);
    Ok(entries)
}

/// A walk passes over these too.
fn is_hidden(path: &Path) -> bool {
    path.components().any(|part| matches!(part, Component::Normal(name) if name.to_string_lossy().starts_with('.')))
}

/// What the index holds: read by one git for all files, and by one of its own where a filter changes it.
struct Contents {
    most: u64,
    /// Files that have another form on disk, such as encrypted ones.
    converted: HashSet<PathBuf>,
    git: Option<(Child, ChildStdin, BufReader<ChildStdout>)>,
}

impl Contents {
    fn of(entries: &[Entry], max_mib: u64) -> Result<Self, String> {
        Ok(Contents { most: max_mib.saturating_mul(1 << 20), converted: converted(entries)?, git: None })
    }

    /// Returns what `entry` holds.
    ///
    /// # Errors
    /// That it is too large, or what git says.
    fn read(&mut self, entry: &Entry) -> Result<Vec<u8>, String> {
        let content = if self.converted.contains(&entry.path) {
            Some(filtered(entry)?).filter(|content| content.len() as u64 <= self.most)
        } else {
            self.ask(&entry.id).map_err(|error| format!("git cannot read what is staged: {}", cause(&error)))?
        };
        content.ok_or_else(|| super::files::too_large(self.most >> 20, ReadAs::Letter))
    }

    /// Returns the content of `id`; `None` where it is too large.
    fn ask(&mut self, id: &str) -> io::Result<Option<Vec<u8>>> {
        let (_, questions, answers) = match &mut self.git {
            Some(git) => git,
            none => none.insert(start(&["cat-file", "--batch"])?),
        };
        questions.write_all(format!("{id}\n").as_bytes())?;
        questions.flush()?;
        let mut head = String::new();
        answers.read_line(&mut head)?;
        let size =
            head.strip_prefix(id).and_then(|rest| rest.trim_start().strip_prefix("blob ")?.trim_end().parse().ok());
        let size: u64 = size.ok_or(io::ErrorKind::InvalidData)?;
        // The content is followed by a line break.
        if size > self.most {
            io::copy(&mut answers.take(size + 1), &mut io::sink())?;
            return Ok(None);
        }
        let mut content = vec![0; usize::try_from(size).unwrap_or(0) + 1];
        answers.read_exact(&mut content)?;
        content.pop();
        Ok(Some(content))
    }
}

impl Drop for Contents {
    fn drop(&mut self) {
        if let Some((mut child, questions, _)) = self.git.take() {
            drop(questions);
            let _ = child.wait();
        }
    }
}

fn start(arguments: &[&str]) -> io::Result<(Child, ChildStdin, BufReader<ChildStdout>)> {
    let mut command = git::command(Here);
    let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (Some(questions), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    Ok((child, questions, BufReader::new(answers)))
}

/// The files of which git stores another form than they have on disk. Line endings are not asked for: they change no
/// line.
fn converted(entries: &[Entry]) -> Result<HashSet<PathBuf>, String> {
    let asked = ["check-attr", "-z", "--stdin", "filter", "working-tree-encoding"];
    let (mut child, mut questions, mut answers) = start(&asked).map_err(|error| git::not_run(&error))?;
    let names: Vec<u8> =
        entries.iter().flat_map(|entry| [entry.path.as_os_str().as_encoded_bytes(), b"\0"].concat()).collect();
    // Git answers while it is asked, and waits where nobody reads its answers.
    let asking = thread::spawn(move || questions.write_all(&names));
    let mut answer = Vec::new();
    let read = answers.read_to_end(&mut answer).and(child.wait());
    let _ = asking.join();
    read.map_err(|error| git::not_run(&error))?;
    let fields: Vec<&[u8]> = git::fields(&answer).collect();
    let is_set = |row: &&[&[u8]]| row[2] != b"unspecified" && row[2] != b"unset";
    Ok(fields.chunks_exact(3).filter(is_set).map(|row| git::path(row[0])).collect())
}

/// Returns what `entry` holds as it would be on disk.
fn filtered(entry: &Entry) -> Result<Vec<u8>, String> {
    let mut path = OsString::from("--path=");
    path.push(&entry.path);
    ask(Here, ["cat-file".into(), "--filters".into(), path, entry.id.as_str().into()])
}
