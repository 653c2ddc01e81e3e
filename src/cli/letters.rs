//! Which letters a run is about: those that are named, and those that a walk finds.

use super::application::is_of_letters;
use super::profiles::Profiles;
use ignore::{WalkBuilder, WalkState};
use letterlint::report::FileError;
use letterlint::settings::{Globs, Profile, plain_from, repository_root};
use std::collections::HashSet;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Endings of the files that a walk takes for text.
const ENDINGS: [&str; 3] = ["md", "markdown", "txt"];

/// A file to check.
#[derive(Clone)]
pub(super) struct Job {
    /// As the user named it, or below what the user named.
    pub(super) path: PathBuf,
    pub(super) absolute: PathBuf,
    /// The root of the repository that it lies in.
    pub(super) repository: Option<Arc<Path>>,
    pub(super) profile: Arc<Profile>,
    /// Whether it is a letter whatever it looks like: it was named, or the settings say so.
    pub(super) is_letter: bool,
}

/// What a run is about.
#[derive(Default)]
pub(super) struct Letters {
    pub(super) jobs: Vec<Job>,
    pub(super) errors: Vec<FileError>,
    /// The first path, where it is a word that is neither a file nor a command; then nothing else is looked for.
    pub(super) unknown_word: Option<FileError>,
    /// Files that are not checked, and why.
    pub(super) passed_over: Vec<String>,
    /// Folders that were walked, as absolute paths.
    pub(super) walked: Vec<PathBuf>,
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    /// Files and folders; the current folder where there are none.
    pub(super) paths: &'a [PathBuf],
    /// What standard input is called.
    pub(super) stdin_name: &'a str,
    /// Whether files that are named may be excluded by the settings too.
    pub(super) force_exclude: bool,
    /// What the command line excludes, files that are named among it.
    pub(super) exclude: Option<&'a Globs>,
}

/// Finds the files that are `asked` for.
pub(super) fn find(asked: Asked<'_>, profiles: &mut Profiles) -> Letters {
    let here = env::current_dir().unwrap_or_default();
    let mut letters = Letters::default();
    let whole = [PathBuf::from(".")];
    let paths = if asked.paths.is_empty() { &whole[..] } else { asked.paths };
    let mut seen = Seen((paths.len() > 1).then(HashSet::new));
    for path in paths {
        if path.as_os_str() == "-" {
            letters.add(path.clone(), here.join(asked.stdin_name), profiles, true);
        } else if path.is_dir() {
            letters.walk(path, &here, asked.exclude, profiles, &mut seen);
        } else {
            let absolute = plain_from(&here, path);
            if !seen.is_new(&absolute) {
                continue;
            }
            let folder = absolute.parent().unwrap_or(&here).to_owned();
            let is_excluded =
                asked.force_exclude && profiles.loaded(&folder).is_some_and(|loaded| loaded.is_excluded(&absolute));
            if asked.exclude.is_some_and(|exclude| exclude.names_anywhere(&absolute)) {
                letters.passed_over.push(format!("{}: excluded by --exclude", path.display()));
            } else if is_excluded {
                letters.passed_over.push(format!("{}: excluded by the settings", path.display()));
            } else {
                letters.add(path.clone(), absolute, profiles, true);
            }
        }
    }
    letters
}

impl Letters {
    fn add(&mut self, path: PathBuf, absolute: PathBuf, profiles: &mut Profiles, is_letter: bool) {
        // Of a letter whose settings are broken nothing is said but what is wrong with the settings.
        if let Some(profile) = profiles.of(&absolute) {
            let repository = self.repository(&absolute);
            self.jobs.push(Job { path, absolute, repository, profile, is_letter });
        }
    }

    /// Why `file`, met in a walk of `root`, is no letter but read for the sake of letters.
    fn read_for_letters(&self, file: &Path, root: &Path, profiles: &mut Profiles) -> Option<&'static str> {
        let profile = profiles.of(file)?;
        is_of_letters(file, root, self.repository(file).as_deref(), &profile)
    }

    /// The root of the repository of `letter`; looked for once for the letters of a folder, which follow each other.
    fn repository(&self, letter: &Path) -> Option<Arc<Path>> {
        match self.jobs.last().filter(|last| last.absolute.parent() == letter.parent()) {
            Some(last) => last.repository.clone(),
            None => repository_root(letter.parent()?).map(Arc::from),
        }
    }

    /// Adds the files in `folder` and below it that may be letters, ordered by path.
    fn walk(&mut self, folder: &Path, here: &Path, exclude: Option<&Globs>, profiles: &mut Profiles, seen: &mut Seen) {
        let (mut files, errors) = files(folder);
        files.sort();
        self.errors.extend(errors);
        self.walked.push(plain_from(here, folder));
        for file in files {
            let path = file.strip_prefix("./").unwrap_or(&file).to_owned();
            let absolute = plain_from(here, &path);
            let Some(loaded) = profiles.loaded(absolute.parent().unwrap_or(here)) else { continue };
            let is_letter = loaded.is_letter(&absolute);
            let is_text =
                path.extension().is_some_and(|own| ENDINGS.iter().any(|ending| own.eq_ignore_ascii_case(ending)));
            if !is_text && !is_letter {
                continue;
            }
            let root = self.walked.last().cloned().unwrap_or_default();
            if !is_letter && let Some(why) = self.read_for_letters(&absolute, &root, profiles) {
                self.passed_over.push(format!("{}: {why}", path.display()));
            } else if exclude.is_some_and(|exclude| exclude.names_anywhere(&absolute)) {
                self.passed_over.push(format!("{}: excluded by --exclude", path.display()));
            } else if loaded.is_excluded(&absolute) {
                self.passed_over.push(format!("{}: excluded by the settings", path.display()));
            } else if seen.is_new(&absolute) {
                self.add(path, absolute, profiles, is_letter);
            }
        }
    }
}

/// Files that were met; not kept where one path is named, which leads to no file twice.
struct Seen(Option<HashSet<PathBuf>>);

impl Seen {
    fn is_new(&mut self, file: &Path) -> bool {
        self.0.as_mut().is_none_or(|seen| seen.insert(file.to_owned()))
    }
}

/// The files in `folder` and below it that neither are hidden nor ignored by git.
fn files(folder: &Path) -> (Vec<PathBuf>, Vec<FileError>) {
    let found = Mutex::new((Vec::new(), Vec::new()));
    WalkBuilder::new(folder).build_parallel().run(|| {
        Box::new(|entry| {
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => found.0.push(entry.into_path()),
                Ok(_) => {}
                Err(error) => found.1.push(FileError {
                    path: folder.to_string_lossy().into_owned(),
                    message: format!("cannot be read whole: {error}"),
                }),
            }
            WalkState::Continue
        })
    });
    let (files, mut errors) = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    errors.sort_by(|a: &FileError, b| a.message.cmp(&b.message));
    (files, errors)
}
