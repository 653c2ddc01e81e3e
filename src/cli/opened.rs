//! A letter of a run, which is read and parsed once, whatever looks at it.

use super::complain;
use super::files::Reading;
use super::letters::Job;
use super::profiles::{self, Own};
use letterlint::letter::Letter;
use letterlint::report::FileError;
use letterlint::settings::Profile;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Most bytes of text that are held between the first look at all letters and the check of each. That is some hundred
/// letters; those after them are read again, so that a run over many takes no more memory.
const MOST_HELD: usize = 1 << 20;

/// A letter, with what it says of itself.
pub(super) struct Opened {
    /// The path as it is shown.
    pub(super) path: String,
    /// The letter; of one that was only opened, its parts alone.
    pub(super) letter: Letter,
    pub(super) own: Own,
}

impl Opened {
    /// Reads the file of `job`, no further than its parts.
    ///
    /// # Errors
    /// What is wrong with it and what to do.
    pub(super) fn of(job: &Job, reading: Reading<'_>) -> Result<Self, FileError> {
        let file = job.read(reading)?;
        let letter = Letter::outline(file.source, file.format);
        let own = profiles::with_front_matter(&file.path, &job.absolute, &letter, &job.profile);
        Ok(Opened { path: file.path, letter, own })
    }

    /// Whether it is a letter: it was named, the settings say so, or it looks like one.
    pub(super) fn is_letter(&self, job: &Job) -> bool {
        job.is_letter || self.letter.is_greeted_or_signed()
    }

    /// Returns the settings in force for it.
    pub(super) fn profile<'a>(&'a self, job: &'a Job) -> &'a Profile {
        self.own.profile.as_ref().unwrap_or(&job.profile)
    }

    /// Reads the rest of it for `command`, which has no findings to tell what is wrong with front matter, and prints
    /// nothing but words of letters.
    ///
    /// # Errors
    /// That the settings do not allow such words to be printed.
    pub(super) fn printable(mut self, job: &Job, command: &str) -> Result<Self, FileError> {
        self.letter.complete();
        self.complain(job);
        if self.profile(job).options.is_redacted {
            let message =
                format!("the settings do not allow a letter's words to be printed, and {command} prints nothing else");
            return Err(FileError { path: self.path, message });
        }
        Ok(self)
    }

    /// Complains of what cannot be used of its front matter.
    pub(super) fn complain(&self, job: &Job) {
        for fault in &self.own.faults {
            let line = self.letter.source().position(fault.span.start).line;
            let message = fault.message(job.profile.options.is_redacted);
            complain(&format!("{}:{line}: front matter: {message}, so it is ignored", self.path));
        }
    }
}

/// Letters that were opened and are to be checked, by their absolute paths.
#[derive(Default)]
pub(super) struct Held {
    letters: Mutex<HashMap<PathBuf, Opened>>,
    bytes: usize,
}

impl Held {
    /// Holds `letter`, if there is room for it.
    pub(super) fn keep(&mut self, path: &Path, letter: Opened) {
        let bytes = letter.letter.source().text().len();
        if self.bytes + bytes <= MOST_HELD {
            self.bytes += bytes;
            self.letters.get_mut().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), letter);
        }
    }

    /// Gives the letter of `job` away, which is opened where it is not held.
    ///
    /// # Errors
    /// What is wrong with the file and what to do.
    pub(super) fn take(&self, job: &Job, reading: Reading<'_>) -> Result<Opened, FileError> {
        let held = self.letters.lock().unwrap_or_else(PoisonError::into_inner).remove(&job.absolute);
        held.map_or_else(|| Opened::of(job, reading), Ok)
    }
}
