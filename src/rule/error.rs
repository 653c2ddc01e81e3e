//! What is wrong with a rule file, and how to mend it.

use std::fmt;

/// A rule file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The file, as the user named it or as it is below `rules/`.
    pub path: String,
    /// Line and column (scalar values), both from 1, where the mistake has a place.
    pub place: Option<(usize, usize)>,
    /// What is wrong and what to do.
    pub kind: RuleErrorKind,
}

/// What can be wrong with a rule file.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleErrorKind {
    /// The file or folder cannot be read.
    Unreadable(String),
    /// The file is no TOML, or its keys are not those of a rule.
    Shape(String),
    /// A pattern is no regular expression that letterlint takes.
    Pattern(String),
    /// The rule as a whole makes no sense.
    Sense(String),
}

impl RuleError {
    pub(crate) fn new(path: &str, kind: RuleErrorKind) -> Self {
        RuleError { path: path.to_owned(), place: None, kind }
    }

    pub(crate) fn at(path: &str, text: &str, byte: usize, kind: RuleErrorKind) -> Self {
        RuleError { path: path.to_owned(), place: Some(crate::toml_file::place(text, byte)), kind }
    }
}

impl RuleErrorKind {
    fn text(&self) -> &str {
        let (RuleErrorKind::Unreadable(text)
        | RuleErrorKind::Shape(text)
        | RuleErrorKind::Pattern(text)
        | RuleErrorKind::Sense(text)) = self;
        text
    }
}

impl RuleError {
    /// Returns what is wrong, without the file.
    pub fn message(&self) -> &str {
        self.kind.text()
    }

    /// Returns the file and, where known, line and column: `my.toml:3:1`.
    pub fn location(&self) -> String {
        match self.place {
            Some((line, column)) => format!("{}:{line}:{column}", self.path),
            None => self.path.clone(),
        }
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location(), self.message())
    }
}

impl std::error::Error for RuleError {}
