//! A settings file that is being read: the places of what it says, and what is wrong with single values.

use super::bounds::Bounds;
use super::error::SettingsError;
use super::job::unknown_slot;
use super::names::{Mention, Named};
use super::origin::Origin;
use super::paths::plain;
use crate::source::Source;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// A value in a settings file, with its place.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(transparent)]
pub(super) struct Written<T>(Spanned<T>);

impl<T> Written<T> {
    /// Returns the value.
    pub(super) fn get(&self) -> &T {
        self.0.get_ref()
    }

    /// Returns the value alone.
    pub(super) fn into_inner(self) -> T {
        self.0.into_inner()
    }

    /// Returns the offset of its first byte.
    pub(super) fn start(&self) -> usize {
        self.0.span().start
    }

    /// Returns the offset after its last byte.
    pub(super) fn end(&self) -> usize {
        self.0.span().end
    }
}

/// The schema is that of the value: a place is not written.
#[cfg(test)]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Written<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

/// A settings file that is being read, or an argument of `--set`.
pub(super) struct Reader<'a> {
    pub(super) path: &'a str,
    pub(super) text: &'a Source,
    pub(super) folder: &'a Path,
    /// What patterns are relative to.
    pub(super) patterns_from: &'a Path,
    pub(super) bounds: &'a Bounds,
    pub(super) mentions: Vec<Mention>,
    /// Index that this file's source will have.
    pub(super) source: usize,
    pub(super) is_set: bool,
}

/// What is done about single values when they are read.
#[allow(clippy::unnecessary_wraps, reason = "all are declared beside the keys in one form")]
impl Reader<'_> {
    /// Notes the role that is named.
    pub(super) fn role(&mut self, role: &Written<String>) -> Result<(), SettingsError> {
        self.mention(role.start(), Named::Role(role.get().clone()));
        Ok(())
    }

    /// Notes the packs that are named.
    pub(super) fn packs(&mut self, packs: &Written<Vec<String>>) -> Result<(), SettingsError> {
        for pack in packs.get() {
            self.mention(packs.start(), Named::Pack(pack.clone()));
        }
        Ok(())
    }

    /// Says what is wrong with a text in which only `{dir}` may stand in braces.
    pub(super) fn slots(&mut self, text: &Written<String>) -> Result<(), SettingsError> {
        unknown_slot(text.get()).map_or(Ok(()), |message| Err(self.at(text.start(), message)))
    }

    /// Says what is wrong with a text in which nothing may stand in braces.
    pub(super) fn no_slots(&mut self, text: &Written<String>) -> Result<(), SettingsError> {
        let message = || "nothing is filled in here; `{dir}` works only in company, job and cv".to_owned();
        if text.get().contains(['{', '}']) { Err(self.at(text.start(), message())) } else { Ok(()) }
    }
}

impl Reader<'_> {
    /// Returns the file at `path`, which is relative to the folder of the settings.
    pub(super) fn within_bounds(&self, path: &Written<String>) -> Result<PathBuf, SettingsError> {
        let joined = plain(&self.folder.join(path.get()));
        self.bounds.check(&joined).map_err(|message| self.at(path.start(), message))?;
        Ok(joined)
    }

    pub(super) fn origin(&self, at: usize) -> Origin {
        if self.is_set { Origin::Set } else { Origin::File(self.path.to_owned(), self.place(at).0) }
    }

    pub(super) fn mention(&mut self, at: usize, what: Named) {
        let place = (!self.is_set).then(|| self.place(at));
        self.mentions.push(Mention { what, path: self.path.to_owned(), place });
    }

    pub(super) fn at(&self, byte: usize, message: String) -> SettingsError {
        let place = (!self.is_set).then(|| self.place(byte));
        SettingsError { place, ..SettingsError::new(self.path, message) }
    }

    /// Line and column of byte `at`; asked for every value, so that lines are counted once.
    fn place(&self, at: usize) -> (usize, usize) {
        let place = self.text.position(at);
        (place.line, place.column)
    }
}
