//! The application that each letter of a run is part of: what was told of it, and the files that belong to it.

use super::files::{self, Reading};
use super::letters::Job;
use letterlint::application::{Application, Day, Name, Names, Reference, Reuse};
use letterlint::report::FileError;
use letterlint::settings::{FilePattern, Origin, Profile, Sourced, plain_from, shown};
use std::collections::HashMap;
use std::env;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Names of a posting beside its letter, where nothing names another file.
const POSTINGS: [&str; 3] = ["job.md", "job.txt", "job.html"];

/// Names of a CV at the root of a walk or a repository, where nothing names another file.
const CVS: [&str; 2] = ["cv.md", "resume.md"];

/// Most folders beside that of a letter whose names are taken for companies.
const MOST_FOLDERS: usize = 10_000;

/// What a run knows of the letters in it together.
#[derive(Default)]
pub(super) struct Survey {
    /// The companies that letters are for.
    pub(super) companies: Arc<Names>,
    /// What each letter, by its absolute path, has from another.
    pub(super) reuse: HashMap<PathBuf, Vec<Reuse>>,
}

/// Applications by letter.
pub(super) struct Applications<'a> {
    reading: Reading<'a>,
    /// Folders that were walked, as absolute paths.
    walked: Vec<PathBuf>,
    survey: Survey,
    today: Day,
    /// CVs, each read once: all letters have the same.
    cvs: Mutex<HashMap<PathBuf, Result<Arc<Reference>, String>>>,
}

impl<'a> Applications<'a> {
    /// Returns those of the letters in a run that walked these folders.
    pub(super) fn new(reading: Reading<'a>, walked: Vec<PathBuf>) -> Self {
        Applications { reading, walked, survey: Survey::default(), today: today(), cvs: Mutex::default() }
    }

    /// Adds what is known of all letters together.
    pub(super) fn survey(&mut self, survey: Survey) {
        self.survey = survey;
    }

    /// Returns the application of `job`, whose letter says what `profile` holds, and which files the letter itself
    /// names in vain.
    ///
    /// # Errors
    /// A posting or CV that an option or the settings name and that cannot be read.
    pub(super) fn of(&self, job: &Job, profile: &Profile) -> Result<(Application, Vec<Unusable>), FileError> {
        let folder = job.absolute.parent().unwrap_or(&job.absolute);
        let said = &profile.layer.job;
        let mut unusable = Vec::new();
        let named = usable("job", said.job.as_ref(), |named| self.read_named(named, folder), &mut unusable)?;
        let posting = match named {
            Some(posting) => Some(posting),
            None => beside(folder, &POSTINGS)
                .map(|path| stays_in(&path, job, "--job").and_then(|()| self.read(&path)))
                .transpose()?,
        };
        let named = usable("cv", said.cv.as_ref(), |named| self.cv_named(named, folder), &mut unusable)?;
        let cv = match named {
            Some(cv) => Some(cv),
            None => self
                .usual_cv(job, profile)
                .map(|path| {
                    stays_in(&path, job, "--cv")?;
                    self.cv(&path).map_err(|message| fail(&path, message))
                })
                .transpose()?,
        };
        let application = Application {
            company: company(profile, folder),
            alias: folder.file_name().and_then(|name| Name::of_folder(&name.to_string_lossy())),
            others: self.others(&job.profile, folder),
            position: said.position.as_ref().map(|position| position.value.clone()),
            recipient: said.recipient.as_ref().map(|recipient| recipient.value.clone()),
            job: posting.map(Arc::new),
            cv,
            day: Some(said.sent.as_ref().map_or(self.today, |sent| sent.value)),
            reuse: self.survey.reuse.get(&job.absolute).cloned().unwrap_or_default(),
        };
        Ok((application, unusable))
    }

    /// The companies of other letters: of those in the run, or of the folders beside where folders are companies.
    fn others(&self, profile: &Profile, folder: &Path) -> Arc<Names> {
        if !self.survey.companies.is_empty() || !has_folder_names(profile, folder) {
            return Arc::clone(&self.survey.companies);
        }
        Arc::new(Names::of(companies_beside(folder)))
    }

    /// The CV at a root: of the walk, of the repository, or the folder of the settings.
    fn usual_cv(&self, job: &Job, profile: &Profile) -> Option<PathBuf> {
        let walked = self.walked.iter().map(PathBuf::as_path).filter(|walked| job.absolute.starts_with(walked));
        let settings = Some(plain_from(&env::current_dir().unwrap_or_default(), Path::new(&profile.loaded.path)));
        let settings = settings.filter(|_| !profile.loaded.path.is_empty());
        let mut roots = walked.chain(job.repository.as_deref()).chain(settings.as_deref().and_then(Path::parent));
        roots.find_map(|root| beside(root, &CVS)).filter(|cv| *cv != job.absolute)
    }

    fn cv_named(&self, named: &Sourced<FilePattern>, folder: &Path) -> Result<Arc<Reference>, String> {
        let path = named.value.in_folder(folder)?;
        self.cv(&path).map_err(|message| format!("`{}`: {message}", shown(&path)))
    }

    fn cv(&self, path: &Path) -> Result<Arc<Reference>, String> {
        let mut cvs = self.cvs.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || self.read(path).map(Arc::new).map_err(|error| error.message);
        cvs.entry(path.to_owned()).or_insert_with(read).clone()
    }

    fn read_named(&self, named: &Sourced<FilePattern>, folder: &Path) -> Result<Reference, String> {
        let path = named.value.in_folder(folder)?;
        self.read(&path).map_err(|error| format!("`{}`: {}", shown(&path), error.message))
    }

    fn read(&self, path: &Path) -> Result<Reference, FileError> {
        let shown = shown(path);
        let file = files::read(path, self.reading)?;
        let is_page = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm"));
        if is_page {
            return Reference::read_html(&shown, file.source.text()).map_err(|message| fail(path, message));
        }
        Ok(Reference::read(&shown, file.source, file.format))
    }
}

/// Returns the company that a letter in `folder` is for.
pub(super) fn company(profile: &Profile, folder: &Path) -> Option<Name> {
    let (name, is_folder) = profile.layer.job.company_in(folder)?;
    if is_folder { Name::of_folder(&name) } else { Name::new(&name) }
}

/// Whether the settings say that folders such as `folder` are called after companies; a letter's own front matter may
/// name its company otherwise.
pub(super) fn has_folder_names(profile: &Profile, folder: &Path) -> bool {
    let mut said = [&profile.layer, &profile.loaded.layer].into_iter().filter_map(|layer| layer.job.company_in(folder));
    said.any(|(_, is_folder)| is_folder)
}

/// Returns the companies that the folders beside `folder` are called after.
pub(super) fn companies_beside(folder: &Path) -> Vec<Name> {
    let beside = folder.parent().and_then(|parent| fs::read_dir(parent).ok()).into_iter().flatten().flatten();
    let is_other = |entry: &DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir()) && entry.path() != folder;
    let folders = beside.filter(is_other).take(MOST_FOLDERS);
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort_unstable();
    names.iter().filter_map(|name| Name::of_folder(name)).collect()
}

/// Whether the file at `path` in a walk of `root` is read for the sake of letters, and so is none: why.
pub(super) fn is_of_letters(
    path: &Path,
    root: &Path,
    repository: Option<&Path>,
    profile: &Profile,
) -> Option<&'static str> {
    let folder = path.parent()?;
    let name = path.file_name()?.to_str()?;
    let is_named = |file: &Option<Sourced<FilePattern>>| {
        file.as_ref().and_then(|file| file.value.in_folder(folder).ok()).is_some_and(|named| named == path)
    };
    let said = &profile.layer.job;
    if is_named(&said.job) || (said.job.is_none() && POSTINGS.contains(&name)) {
        return Some("a posting, read for the letter beside it");
    }
    let is_root = folder == root || Some(folder) == repository;
    (is_named(&said.cv) || (is_root && CVS.contains(&name))).then_some("a CV, read for the letters")
}

fn beside(folder: &Path, names: &[&str]) -> Option<PathBuf> {
    names.iter().map(|name| folder.join(name)).find(|path| path.is_file())
}

fn fail(path: &Path, message: String) -> FileError {
    FileError { path: shown(path), message }
}

/// Checks that a file which nobody named, and which lies in the letter's repository, is no link that leads out of it:
/// the repository may be a stranger's.
fn stays_in(path: &Path, job: &Job, option: &str) -> Result<(), FileError> {
    let Some(root) = job.repository.as_deref().filter(|root| path.starts_with(root)) else { return Ok(()) };
    let is_inside = path.canonicalize().is_ok_and(|real| root.canonicalize().is_ok_and(|root| real.starts_with(root)));
    let told = || format!("is a link to a file outside the repository; copy the file in, or name it with {option}");
    if is_inside { Ok(()) } else { Err(fail(path, told())) }
}

/// A file that a letter's front matter names and that cannot be used.
pub(super) struct Unusable {
    /// The key that names it.
    pub(super) key: &'static str,
    /// The line that names it, from 1.
    pub(super) line: usize,
    /// What is wrong with it.
    pub(super) why: String,
}

/// What `read` makes of the file that `named` names. Of one that a letter names itself and that cannot be used
/// `unusable` tells: front matter belongs to other tools too, and is no reason to leave a letter unchecked.
///
/// # Errors
/// What is wrong with a file that an option or the settings name.
fn usable<T>(
    key: &'static str,
    named: Option<&Sourced<FilePattern>>,
    read: impl Fn(&Sourced<FilePattern>) -> Result<T, String>,
    unusable: &mut Vec<Unusable>,
) -> Result<Option<T>, FileError> {
    let Some(named) = named else { return Ok(None) };
    match (read(named), &named.origin) {
        (Ok(read), _) => Ok(Some(read)),
        (Err(why), Origin::FrontMatter(_, line)) => {
            unusable.push(Unusable { key, line: *line, why });
            Ok(None)
        }
        (Err(message), Origin::File(path, line)) => Err(FileError { path: format!("{path}:{line}"), message }),
        (Err(message), origin @ (Origin::Set | Origin::Flag(_))) => {
            Err(FileError { path: origin.to_string(), message })
        }
    }
}

/// Today, or the day of `SOURCE_DATE_EPOCH` where it is set: the same input then gives the same output.
fn today() -> Day {
    let set = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| Day::of_seconds(seconds.trim().parse().ok()?));
    set.unwrap_or_else(Day::today)
}

/// Returns the file that an option names, seen from the current folder.
pub(super) fn of_flag(path: &Path) -> FilePattern {
    let here = env::current_dir().unwrap_or_default();
    FilePattern::of_flag(&path.to_string_lossy(), &here)
}
