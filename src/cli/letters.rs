//! Which letters a run is about: those that are named, and those that a walk finds.

use super::files::{self, File, Reading};
use super::profiles::Profiles;
use ignore::{WalkBuilder, WalkState};
use letterlint::cause::cause;
use letterlint::collect::{Place, is_of_letters};
use letterlint::report::{FileError, SkipReason, Skipped};
use letterlint::settings::{Globs, Loaded, Profile, plain, plain_from, repository_root};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::{env, fmt};

/// Endings of the files that a walk takes for text.
const ENDINGS: [&str; 3] = ["md", "markdown", "txt"];

/// Endings of documents that may be letters and are no text.
const DOCUMENTS: [&str; 6] = ["doc", "docx", "odt", "pages", "pdf", "rtf"];

const EXCLUDED: &str = "excluded by the settings";
const EXCLUDED_HERE: &str = "excluded by --exclude";

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
    /// What is staged of it, which may be other than what is on disk.
    pub(super) staged: Option<Arc<[u8]>>,
}

impl Job {
    /// Returns the letter that is named `path`; `None` where its settings are broken.
    pub(super) fn named(path: &Path, profiles: &mut Profiles) -> Option<Self> {
        let absolute = plain(path);
        let profile = profiles.of(&absolute)?;
        Some(Job { path: path.to_owned(), absolute, repository: None, profile, is_letter: true, staged: None })
    }

    /// Returns where the letter lies.
    pub(super) fn place(&self) -> Place<'_> {
        Place { file: &self.absolute, repository: self.repository.as_deref() }
    }

    /// Reads the letter.
    ///
    /// # Errors
    /// What is wrong with it and what to do.
    pub(super) fn read(&self, reading: Reading<'_>) -> Result<File, FileError> {
        match &self.staged {
            Some(content) => files::letter_of_bytes(self.path.to_string_lossy().into_owned(), content.to_vec()),
            None => files::read_letter(&self.path, reading),
        }
    }
}

/// A file that is not checked, and why.
#[derive(Clone, Debug)]
pub(super) struct PassedOver {
    pub(super) path: String,
    pub(super) why: String,
    /// Where it may be a letter all the same.
    pub(super) skipped: Option<SkipReason>,
}

impl PassedOver {
    /// Returns a file that is surely no letter, or was left out on purpose.
    pub(super) fn new(path: &str, why: &str) -> Self {
        PassedOver { path: path.to_owned(), why: why.to_owned(), skipped: None }
    }

    /// Returns a file that may be a letter all the same.
    pub(super) fn skipped(path: &str, reason: SkipReason) -> Self {
        let why = match reason {
            SkipReason::NoGreeting => "no greeting and no sign-off; name the file to check it",
            SkipReason::Document => "not text; save it as Markdown or plain text to check it",
            SkipReason::Excluded => EXCLUDED,
        };
        PassedOver { skipped: Some(reason), ..PassedOver::new(path, why) }
    }

    /// Returns a file that a walk met, and that `why` excludes.
    fn excluded(path: &str, why: &str) -> Self {
        PassedOver { why: why.to_owned(), ..PassedOver::skipped(path, SkipReason::Excluded) }
    }

    /// Returns it as the summary has it, where it may be a letter.
    pub(super) fn of_summary(&self) -> Option<Skipped> {
        self.skipped.map(|reason| Skipped { path: self.path.clone(), reason })
    }
}

impl fmt::Display for PassedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.why)
    }
}

/// How a file that nobody named is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// As a letter, because the settings say so.
    Letter,
    /// As text, which is a letter if it looks like one.
    Text,
    /// As nothing to check.
    No,
}

/// What a run is about.
#[derive(Default)]
pub(super) struct Letters {
    pub(super) jobs: Vec<Job>,
    pub(super) errors: Vec<FileError>,
    /// The first path, where it is a word that is neither a file nor a command; then nothing else is looked for.
    pub(super) unknown_word: Option<FileError>,
    /// Files that are not checked, and why.
    pub(super) passed_over: Vec<PassedOver>,
    /// Folders that were walked, as absolute paths.
    pub(super) walked: Vec<PathBuf>,
    /// What the command line excludes.
    pub(super) exclude: Option<Globs>,
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
    let mut letters = Letters { exclude: asked.exclude.cloned(), ..Letters::default() };
    let whole = [PathBuf::from(".")];
    let paths = if asked.paths.is_empty() { &whole[..] } else { asked.paths };
    let mut seen = Seen((paths.len() > 1).then(HashSet::new));
    for path in paths {
        if path.as_os_str() == "-" {
            letters.add(path.clone(), here.join(asked.stdin_name), None, profiles, true);
        } else if path.is_dir() {
            letters.walk(path, &here, profiles, &mut seen);
        } else {
            let absolute = plain_from(&here, path);
            if !seen.is_new(&absolute) {
                continue;
            }
            let folder = absolute.parent().unwrap_or(&here).to_owned();
            let is_excluded =
                asked.force_exclude && profiles.loaded(&folder).is_some_and(|loaded| loaded.is_excluded(&absolute));
            let passed = |why| PassedOver::new(&path.to_string_lossy(), why);
            if asked.exclude.is_some_and(|exclude| exclude.names_anywhere(&absolute)) {
                letters.passed_over.push(passed(EXCLUDED_HERE));
            } else if is_excluded {
                letters.passed_over.push(passed(EXCLUDED));
            } else {
                letters.add(path.clone(), absolute, None, profiles, true);
            }
        }
    }
    letters
}

impl Letters {
    /// Adds a file, perhaps with what is `staged` of it.
    pub(super) fn add(
        &mut self,
        path: PathBuf,
        absolute: PathBuf,
        staged: Option<Arc<[u8]>>,
        profiles: &mut Profiles,
        is_letter: bool,
    ) {
        // Of a letter whose settings are broken nothing is said but what is wrong with the settings.
        if let Some(profile) = profiles.of(&absolute) {
            let repository = self.repository(&absolute);
            self.jobs.push(Job { path, absolute, repository, profile, is_letter, staged });
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
    fn walk(&mut self, folder: &Path, here: &Path, profiles: &mut Profiles, seen: &mut Seen) {
        let (mut files, errors) = files(folder);
        files.sort();
        self.errors.extend(errors);
        self.walked.push(plain_from(here, folder));
        let root = self.walked.last().cloned().unwrap_or_default();
        for file in files {
            let path = file.strip_prefix("./").unwrap_or(&file).to_owned();
            let absolute = plain_from(here, &path);
            let taken = self.take(&path, &absolute, &root, profiles);
            if taken != Taken::No && seen.is_new(&absolute) {
                self.add(path, absolute, None, profiles, taken == Taken::Letter);
            }
        }
    }

    /// Says how the file at `path`, which nobody named, is taken, by its name and the settings; `root` is the folder
    /// that is walked, or the repository whose files these are.
    pub(super) fn take(&mut self, path: &Path, absolute: &Path, root: &Path, profiles: &mut Profiles) -> Taken {
        let Some(loaded) = profiles.loaded(absolute.parent().unwrap_or(root)) else { return Taken::No };
        let is_letter = loaded.is_letter(absolute);
        if !is_letter && !has_ending(path, &ENDINGS) {
            if has_ending(path, &DOCUMENTS) && self.why_excluded(absolute, &loaded).is_none() {
                self.skip_document(path, absolute, root, profiles);
            }
            return Taken::No;
        }
        let shown = path.to_string_lossy();
        let read = if is_letter { None } else { self.read_for_letters(absolute, root, profiles) };
        let passed = read.map(|why| PassedOver::new(&shown, why));
        let passed = passed.or_else(|| Some(PassedOver::excluded(&shown, self.why_excluded(absolute, &loaded)?)));
        if let Some(passed) = passed {
            self.passed_over.push(passed);
            return Taken::No;
        }
        if is_letter { Taken::Letter } else { Taken::Text }
    }

    fn why_excluded(&self, file: &Path, loaded: &Loaded) -> Option<&'static str> {
        match &self.exclude {
            Some(exclude) if exclude.names_anywhere(file) => Some(EXCLUDED_HERE),
            _ => loaded.is_excluded(file).then_some(EXCLUDED),
        }
    }

    /// Notes a document that may be a letter: not the export of a text beside it, and no posting or CV.
    fn skip_document(&mut self, path: &Path, absolute: &Path, root: &Path, profiles: &mut Profiles) {
        let is_export = ENDINGS.iter().any(|ending| absolute.with_extension(ending).is_file());
        let as_text = absolute.with_extension("md");
        if !is_export && self.read_for_letters(&as_text, root, profiles).is_none() {
            self.passed_over.push(PassedOver::skipped(&path.to_string_lossy(), SkipReason::Document));
        }
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)))
}

/// Files that were met; not kept where one path is named, which leads to no file twice.
struct Seen(Option<HashSet<PathBuf>>);

impl Seen {
    fn is_new(&mut self, file: &Path) -> bool {
        self.0.as_mut().is_none_or(|seen| seen.insert(file.to_owned()))
    }
}

/// What kept a walk from a file or folder, after its path.
fn why(error: &ignore::Error) -> String {
    let text = error.to_string();
    let place = error.io_error().and_then(|system| Some((text.strip_suffix(&system.to_string())?, cause(system))));
    place.map_or_else(|| text.clone(), |(place, cause)| format!("{place}{cause}"))
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
                    message: format!("cannot be read whole: {}", why(&error)),
                }),
            }
            WalkState::Continue
        })
    });
    let (files, mut errors) = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    errors.sort_by(|a: &FileError, b| a.message.cmp(&b.message));
    (files, errors)
}
