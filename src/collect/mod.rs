//! Collects what belongs to a letter: what the settings and the letter say of the application, and the files of it.
//!
//! Whoever reads the files gives the means to do so: a program reads them from disk, an editor those that are open.

mod survey;

pub use survey::{Looked, Survey, look};

use crate::application::{
    Application, Day, Inference, Name, Names, Reference, companies_beside, cv_above, infer_company, is_cv_name,
    is_posting_name, looks_like_a_page, page_text, posting_beside, spelling, unreadable_cv_above,
    unreadable_posting_beside,
};
use crate::letter::{Format, Letter};
use crate::report::FileError;
use crate::settings::{FilePattern, Origin, Profile, Setting, Sourced, plain_from, shown};
use crate::source::{DecodeError, Source};
use std::collections::HashMap;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// A letter.
    Letter,
    /// The posting that a letter answers.
    Posting,
    /// The writer's CV.
    Cv,
}

impl ReadAs {
    /// Returns what messages call it.
    pub fn name(self) -> &'static str {
        match self {
            ReadAs::Letter => "letter",
            ReadAs::Posting => "posting",
            ReadAs::Cv => "CV",
        }
    }
}

/// Where a letter lies.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Its file, an absolute path.
    pub file: &'a Path,
    /// The root of the repository that it lies in.
    pub repository: Option<&'a Path>,
}

impl<'a> Place<'a> {
    /// Returns the folder of the letter.
    pub fn folder(self) -> &'a Path {
        self.file.parent().unwrap_or(self.file)
    }
}

/// What is known of a letter's application, and from where.
#[derive(Debug, Default)]
pub struct Around {
    /// What is known of the application.
    pub application: Application,
    /// Where the company is known from, if it was not said.
    pub inference: Option<Inference>,
    /// Why there is no posting although there is a file of one.
    pub posting_problem: Option<String>,
    /// Why there is no CV although there is a file of one.
    pub cv_problem: Option<String>,
}

/// Reads the bytes of the file at a path, or says what is wrong with it and what to do.
pub type Read<'a> = Box<dyn Fn(&Path, ReadAs) -> Result<Vec<u8>, FileError> + Sync + 'a>;

/// Applications by letter.
pub struct Applications<'a> {
    read: Read<'a>,
    /// Folders that were walked, as absolute paths.
    walked: Vec<PathBuf>,
    survey: Survey,
    today: Day,
    /// Whether a company that nobody named is inferred, and a posting that cannot be read is no error of the run.
    is_gate: bool,
    /// CVs, each read once: all letters have the same.
    cvs: Mutex<HashMap<PathBuf, Result<Arc<Reference>, String>>>,
}

impl<'a> Applications<'a> {
    /// Returns those of the letters in a run that walked these folders, absolute paths.
    pub fn new(read: Read<'a>, walked: Vec<PathBuf>) -> Self {
        Applications { read, walked, survey: Survey::default(), today: today(), is_gate: false, cvs: Mutex::default() }
    }

    /// Returns those for a gate, which tells what is not known: companies are inferred where nobody named them.
    pub fn for_gate(read: Read<'a>, walked: Vec<PathBuf>) -> Self {
        Applications { is_gate: true, ..Applications::new(read, walked) }
    }

    /// Whether letters are to be sent.
    pub fn is_gate(&self) -> bool {
        self.is_gate
    }

    /// Adds what is known of all letters together.
    pub fn survey(&mut self, survey: Survey) {
        self.survey = survey;
    }

    /// Returns the application of the letter at `place`, of which `shared` says what all letters of its folder say and `profile` also what it says itself, and which files the letter
    /// itself names in vain.
    ///
    /// # Errors
    /// A posting or CV that an option or the settings name and that cannot be read.
    pub fn of(
        &self,
        place: Place<'_>,
        shared: &Profile,
        profile: &Profile,
        letter: &Letter,
    ) -> Result<(Around, Vec<Unusable>), FileError> {
        let folder = place.folder();
        let said = &profile.layer.job;
        let mut unusable = Vec::new();
        let (posting, posting_problem) = self.posting(place, profile, &mut unusable)?;
        let named = usable("cv", said.cv.as_ref(), |named| self.cv_named(named, folder), &mut unusable)?;
        let cv = match named {
            Some(cv) => Some(cv),
            None => self
                .usual_cv(place, profile)
                .map(|path| {
                    stays_in(&path, place, "--cv")?;
                    self.cv(&path).map_err(|message| fail(&path, message))
                })
                .transpose()?,
        };
        let empty_cv = cv.as_ref().filter(|cv| self.is_gate && cv.words().is_empty());
        let empty_cv = empty_cv.map(|cv| format!("CV not known: {} is empty", cv.path()));
        let cv = cv.filter(|_| empty_cv.is_none());
        let company = company(profile, folder, letter, posting.as_ref());
        let inference = (self.is_gate && company.is_none())
            .then(|| infer_company(place.file, &self.top(place, profile), letter, posting.as_ref()))
            .flatten();
        let is_by_folder = inference.as_ref().is_some_and(|one| one.is_by_folder);
        let application = Application {
            company: company.or_else(|| inference.as_ref().map(|one| one.name.clone())),
            alias: folder.file_name().and_then(|name| Name::of_folder(&name.to_string_lossy())),
            others: self.others(shared, folder, is_by_folder),
            position: said.position.as_ref().map(|position| position.value.clone()),
            recipient: said.recipient.as_ref().map(|recipient| recipient.value.clone()),
            job: posting.map(Arc::new),
            cv,
            day: Some(said.sent.as_ref().map_or(self.today, |sent| sent.value)),
            reuse: self.survey.reuse.get(place.file).cloned().unwrap_or_default(),
        };
        let unreadable =
            || (self.is_gate && application.cv.is_none()).then(|| self.unreadable_cv(place, profile)).flatten();
        let cv_problem = empty_cv.or_else(unreadable);
        Ok((Around { application, inference, posting_problem, cv_problem }, unusable))
    }

    /// The posting of the letter at `place`, or why there is none although there is a file of one.
    fn posting(
        &self,
        place: Place<'_>,
        profile: &Profile,
        unusable: &mut Vec<Unusable>,
    ) -> Result<(Option<Reference>, Option<String>), FileError> {
        let folder = place.folder();
        let named = profile.layer.job.job.as_ref();
        // What is not there at all is a mistake of whoever named it.
        let named_path = named.and_then(|named| named.value.in_folder(folder).ok()).filter(|path| path.is_file());
        let path = if let Some(path) = named_path.filter(|_| self.is_gate) {
            path
        } else {
            if let Some(posting) = usable("job", named, |named| self.read_named(named, folder), unusable)? {
                return Ok((Some(posting), None));
            }
            let Some(path) = posting_beside(folder) else { return Ok((None, self.unreadable_posting(folder))) };
            stays_in(&path, place, "--job")?;
            path
        };
        match self.read(&path, ReadAs::Posting) {
            Ok(posting) if self.is_gate && posting.words().is_empty() => {
                Ok((None, Some(format!("the posting is empty: {}", shown(&path)))))
            }
            Ok(posting) => Ok((Some(posting), None)),
            Err(error) if self.is_gate => {
                Ok((None, Some(format!("the posting cannot be read: {}: {}", shown(&path), error.message))))
            }
            Err(error) => Err(error),
        }
    }

    /// What is wrong with a file that is called like a posting and is in no format that is read.
    fn unreadable_posting(&self, folder: &Path) -> Option<String> {
        let path = unreadable_posting_beside(folder).filter(|_| self.is_gate)?;
        let why = "is in no format that letterlint reads; save the posting as job.md, job.txt or job.html";
        Some(format!("the posting cannot be read: {} {why}", shown(&path)))
    }

    /// What is wrong with a file that is called like a CV and is in no format that is read.
    fn unreadable_cv(&self, place: Place<'_>, profile: &Profile) -> Option<String> {
        let path = unreadable_cv_above(place.file.parent()?, &self.top(place, profile))?;
        let why = "is in no format that letterlint reads; keep its text as cv.md beside it, or name it with --cv";
        Some(format!("CV not known: {} {why}", shown(&path)))
    }

    /// The companies of other letters: of those in the run, or of the folders beside where folders are companies.
    fn others(&self, profile: &Profile, folder: &Path, is_by_folder: bool) -> Arc<Names> {
        if !self.survey.companies.is_empty() || !(is_by_folder || has_folder_names(profile, folder)) {
            return Arc::clone(&self.survey.companies);
        }
        Arc::new(Names::of(companies_beside(folder)))
    }

    /// The CV nearest to the letter, from its folder upwards.
    fn usual_cv(&self, place: Place<'_>, profile: &Profile) -> Option<PathBuf> {
        let folder = place.file.parent()?;
        cv_above(folder, &self.top(place, profile)).filter(|cv| *cv != place.file)
    }

    fn top(&self, place: Place<'_>, profile: &Profile) -> PathBuf {
        top(place, profile, &self.walked)
    }

    fn cv_named(&self, named: &Sourced<FilePattern>, folder: &Path) -> Result<Arc<Reference>, String> {
        let path = named.value.in_folder(folder)?;
        self.cv(&path).map_err(|message| format!("`{}`: {message}", shown(&path)))
    }

    fn cv(&self, path: &Path) -> Result<Arc<Reference>, String> {
        let mut cvs = self.cvs.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || self.read(path, ReadAs::Cv).map(Arc::new).map_err(|error| error.message);
        cvs.entry(path.to_owned()).or_insert_with(read).clone()
    }

    fn read_named(&self, named: &Sourced<FilePattern>, folder: &Path) -> Result<Reference, String> {
        let path = named.value.in_folder(folder)?;
        self.read(&path, ReadAs::Posting).map_err(|error| format!("`{}`: {}", shown(&path), error.message))
    }

    fn read(&self, path: &Path, read_as: ReadAs) -> Result<Reference, FileError> {
        let shown = shown(path);
        let bytes = (self.read)(path, read_as)?;
        let is_page = looks_like_a_page(&bytes)
            || path
                .extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm"));
        if is_page {
            return Ok(Reference::read_html(&shown, &page_text(&bytes)));
        }
        let what = format!("the {}", read_as.name());
        let message = |error: DecodeError| error.to_string().replace("the letter", &what);
        let source = Source::decode(bytes).map_err(|error| fail(path, message(error)))?;
        Ok(Reference::read(&shown, source, Format::of_name(&shown)))
    }
}

/// The folder up to which what belongs to the letter at `place` is looked for: the root of its repository, or outside of one
/// the folder that was walked, the current one, or that of the settings, whichever is the farthest up.
pub fn top(place: Place<'_>, profile: &Profile, walked: &[PathBuf]) -> PathBuf {
    let folder = place.folder();
    if let Some(root) = place.repository {
        return root.to_owned();
    }
    let here = env::current_dir().unwrap_or_default();
    let settings = Some(plain_from(&here, Path::new(&profile.loaded.path))).filter(|_| !profile.loaded.path.is_empty());
    let tops =
        walked.iter().map(PathBuf::as_path).chain([here.as_path()]).chain(settings.as_deref().and_then(Path::parent));
    let above = tops.filter(|top| folder.starts_with(top)).min_by_key(|top| top.components().count());
    above.unwrap_or(folder).to_owned()
}

/// Returns the company that `letter`, which lies in `folder`, is for: as somebody said it, and of a folder's name spelt as
/// the posting or the letter spells it.
pub fn company(profile: &Profile, folder: &Path, letter: &Letter, posting: Option<&Reference>) -> Option<Name> {
    let (name, is_folder) = profile.layer.job.company_in(folder)?;
    if is_folder { Name::of_folder_as(&name, spelling(&name, letter, posting).as_ref()) } else { Name::new(&name) }
}

/// Whether the settings say that folders such as `folder` are called after companies; a letter's own front matter may
/// name its company otherwise.
pub fn has_folder_names(profile: &Profile, folder: &Path) -> bool {
    let mut said = [&profile.layer, &profile.loaded.layer].into_iter().filter_map(|layer| layer.job.company_in(folder));
    said.any(|(_, is_folder)| is_folder)
}

/// Whether the file at `path` in a walk of `root` is read for the sake of letters, and so is none: why.
pub fn is_of_letters(path: &Path, root: &Path, repository: Option<&Path>, profile: &Profile) -> Option<&'static str> {
    let folder = path.parent()?;
    let name = path.file_name()?.to_str()?;
    let is_named = |file: &Setting<FilePattern>| {
        file.as_ref().and_then(|file| file.value.in_folder(folder).ok()).is_some_and(|named| named == path)
    };
    let said = &profile.layer.job;
    if is_named(&said.job) || (said.job.is_none() && is_posting_name(name)) {
        return Some("a posting, read for the letter beside it");
    }
    let is_root = folder == root || Some(folder) == repository;
    let is_usual = is_cv_name(name) && (is_root || said.cv.is_none());
    (is_named(&said.cv) || is_usual).then_some("a CV, read for the letters")
}

fn fail(path: &Path, message: String) -> FileError {
    FileError { path: shown(path), message }
}

/// Checks that a file which nobody named, and which lies in the letter's repository, is no link that leads out of it:
/// the repository may be a stranger's.
fn stays_in(path: &Path, place: Place<'_>, option: &str) -> Result<(), FileError> {
    let Some(root) = place.repository.filter(|root| path.starts_with(root)) else { return Ok(()) };
    let is_inside = path.canonicalize().is_ok_and(|real| root.canonicalize().is_ok_and(|root| real.starts_with(root)));
    let told = || format!("is a link to a file outside the repository; copy the file in, or name it with {option}");
    if is_inside { Ok(()) } else { Err(fail(path, told())) }
}

/// A file that a letter's front matter names and that cannot be used.
#[derive(Clone, Debug)]
pub struct Unusable {
    /// The key that names it.
    pub key: &'static str,
    /// The line that names it, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
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
