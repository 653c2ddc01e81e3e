//! Rule files read, checked and resolved: what the build script writes and the program starts from.

use super::build::{self, Vocabularies};
use super::error::{RuleError, RuleErrorKind};
use super::pack::Pack;
use super::tree::{File, Kind};
use super::{Rule, USER_PACK};
use serde::{Deserialize, Serialize};

/// Rules with every name in them resolved.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Compiled {
    pub(super) rules: Vec<Rule>,
    pub(super) packs: Vec<Pack>,
    pub(super) vocabularies: Vocabularies,
}

impl Compiled {
    /// Adds the rules, vocabularies and packs of `files`.
    ///
    /// # Errors
    /// Every file that cannot be used; nothing of the others is lost, but the set is not to be run.
    pub fn add(&mut self, files: &[File]) -> Result<(), Vec<RuleError>> {
        let mut errors = Vec::new();
        for file in files {
            let read = match file.kind() {
                Kind::Vocabulary => self.vocabularies.read(file.stem(), file.path(), file.text()),
                Kind::Pack => Pack::read(file.folder(), file.path(), file.text()).map(|pack| self.packs.push(pack)),
                Kind::Rule => Ok(()),
            };
            errors.extend(read.err());
        }
        for file in files.iter().filter(|file| file.kind() == Kind::Rule) {
            errors.extend(self.add_rule(file).err());
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    fn add_rule(&mut self, file: &File) -> Result<(), RuleError> {
        let is_packed = self.packs.iter().any(|pack| pack.name == file.folder());
        let pack = if is_packed { file.folder() } else { USER_PACK };
        let rule = build::rule(pack, file.stem(), file.path(), file.text(), &self.vocabularies, file.is_shipped())?;
        if self.rules.iter().any(|other| other.id == rule.id) {
            let text = format!("a rule named `{}` is there already; give the file another name", rule.id);
            return Err(RuleError::new(file.path(), RuleErrorKind::Sense(text)));
        }
        if !is_packed && !self.packs.iter().any(|pack| pack.name == USER_PACK) {
            self.packs.push(Pack::of_user());
        }
        self.rules.push(rule);
        Ok(())
    }

    /// Returns the bytes that [`Compiled::decode`] takes.
    ///
    /// # Panics
    /// Never: plain data can be written.
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("plain data can be written")
    }

    /// Reads what [`Compiled::encode`] wrote.
    ///
    /// # Panics
    /// On other bytes.
    pub fn decode(bytes: &[u8]) -> Self {
        postcard::from_bytes(bytes).expect("the build script wrote these bytes")
    }
}
