//! Packs: folders of rules that are for the same letters.

use super::error::RuleError;
use super::file::{self, PackFile};
use super::matcher::Phrase;
use serde::{Deserialize, Serialize};

/// A folder of rules that are for the same letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The folder's name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// What it is for, in a sentence.
    pub about: String,
    /// Whether it is for every letter.
    pub is_always: bool,
    /// Names that `--role` takes for it.
    pub roles: Vec<String>,
    /// Phrases in subject or opening that select it.
    pub(crate) select: Vec<Phrase>,
}

impl Pack {
    /// Reads the `pack.toml` of folder `name`.
    pub(super) fn read(name: &str, path: &str, text: &str) -> Result<Self, RuleError> {
        let file: PackFile = file::read(path, text)?;
        Ok(Pack {
            name: name.to_owned(),
            title: file.title,
            about: file.about,
            is_always: file.always,
            roles: file.roles,
            select: file.select.iter().map(|phrase| Phrase::new(phrase)).collect(),
        })
    }

    /// The pack of rules that a user names one by one.
    pub(super) fn of_user() -> Self {
        Pack {
            name: super::USER_PACK.to_owned(),
            title: "Your own rules".to_owned(),
            about: "Rules given with --rules.".to_owned(),
            is_always: true,
            roles: Vec::new(),
            select: Vec::new(),
        }
    }
}
