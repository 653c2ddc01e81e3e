//! Where a value comes from.

use std::fmt;

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A settings file; its path as it is shown, and the line, from 1.
    File(String, usize),
    /// The letter's own front matter; likewise.
    FrontMatter(String, usize),
    /// `--set`.
    Set,
    /// An option of the command line, such as `--role`.
    Flag(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::File(path, line) => write!(f, "{path}:{line}"),
            Origin::FrontMatter(path, line) => write!(f, "{path}:{line}, front matter"),
            Origin::Set => f.write_str("--set"),
            Origin::Flag(name) => f.write_str(name),
        }
    }
}

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// Returns `value` with its origin.
    pub fn new(value: T, origin: Origin) -> Self {
        Sourced { value, origin }
    }
}
