//! What is wrong with settings, and how to mend it.

use crate::toml_file::{Mistake, place};
use std::fmt;

/// Settings that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    /// The file as it is shown, or the option.
    pub path: String,
    /// Line and column (scalar values), both from 1, where the mistake has a place.
    pub place: Option<(usize, usize)>,
    /// What is wrong and what to do.
    pub message: String,
}

impl SettingsError {
    pub(super) fn new(path: &str, message: impl Into<String>) -> Self {
        SettingsError { path: path.to_owned(), place: None, message: message.into() }
    }

    pub(super) fn at(path: &str, text: &str, byte: usize, message: impl Into<String>) -> Self {
        SettingsError { place: Some(place(text, byte)), ..SettingsError::new(path, message) }
    }

    pub(super) fn of(path: &str, text: &str, mistake: Mistake) -> Self {
        SettingsError::at(path, text, mistake.at, mistake.message)
    }

    /// Returns the file and, where known, line and column: `letterlint.toml:3:1`.
    pub fn location(&self) -> String {
        match self.place {
            Some((line, column)) => format!("{}:{line}:{column}", self.path),
            None => self.path.clone(),
        }
    }
}

/// What is wrong with a file is mostly one thing, and of keys that mean nothing all are reported.
impl From<SettingsError> for Vec<SettingsError> {
    fn from(error: SettingsError) -> Self {
        vec![error]
    }
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location(), self.message)
    }
}

impl std::error::Error for SettingsError {}
