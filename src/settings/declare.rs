//! What each key and each table of the settings can do, and the form in which they are declared.

use super::choice::{ColorChoice, FailOn, TierName};
use super::error::SettingsError;
use super::job::FilePattern;
use super::origin::{Origin, Sourced};
use super::reader::{Reader, Written};
use crate::application::Day;
use crate::diagnostic::Severity;
use crate::report::FormatName;
use crate::rule::Level;
use std::path::PathBuf;

/// What one source of settings says of a key.
pub type Setting<T> = Option<Sourced<T>>;

/// A setting in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The key, with its table: `tiers.short`.
    pub key: String,
    /// The value, as TOML writes it.
    pub value: String,
    /// Where the value comes from; `None` for a default.
    pub origin: Option<Origin>,
    pub(super) has_default: bool,
}

/// A key or a table, as one source of settings has it.
pub trait Part: Clone {
    /// What is said where anything is.
    type Value;

    /// Returns this upon `base`: of what both say, this has the last word.
    #[must_use]
    fn over(self, base: &Self) -> Self;

    /// Adds the rows of `key`: what is said of it, or else its default.
    fn rows(&self, key: &str, default: Option<String>, rows: &mut Vec<Row>);
}

/// A part that a settings file may hold.
pub(super) trait FromFile: Part {
    /// Its shape there.
    type File;

    /// Reads it.
    fn read(file: Self::File, reader: &mut Reader<'_>) -> Result<Self, SettingsError>;
}

/// The value of a key.
pub(super) trait Value: Clone {
    /// Returns it as TOML writes it.
    fn shown(&self) -> String;
}

/// A value that a settings file may hold.
pub(super) trait ReadValue: Value {
    /// Its type there.
    type Written;

    /// Reads it.
    fn read(written: &Written<Self::Written>, reader: &mut Reader<'_>) -> Result<Self, SettingsError>;
}

impl<T: Value> Part for Setting<T> {
    type Value = T;

    fn over(self, base: &Self) -> Self {
        self.or_else(|| base.clone())
    }

    fn rows(&self, key: &str, default: Option<String>, rows: &mut Vec<Row>) {
        let has_default = default.is_some();
        let said = self.as_ref().map(|said| (said.value.shown(), Some(said.origin.clone())));
        let row = said.or_else(|| Some((default?, None)));
        rows.extend(row.map(|(value, origin)| Row { key: key.to_owned(), value, origin, has_default }));
    }
}

impl<T: ReadValue> FromFile for Setting<T> {
    type File = Option<Written<T::Written>>;

    fn read(file: Self::File, reader: &mut Reader<'_>) -> Result<Self, SettingsError> {
        let read = |written| Ok(Sourced::new(T::read(&written, reader)?, reader.origin(written.start())));
        file.map(read).transpose()
    }
}

macro_rules! values {
    ($($type:ty: |$value:ident| $shown:expr;)*) => {
        $(impl Value for $type {
            fn shown(&self) -> String {
                let $value = self;
                $shown
            }
        })*
    };
}

macro_rules! read_as_they_are {
    ($($type:ty),*) => {
        $(impl ReadValue for $type {
            type Written = $type;

            fn read(written: &Written<$type>, _: &mut Reader<'_>) -> Result<Self, SettingsError> {
                Ok(written.get().clone())
            }
        })*
    };
}

values! {
    bool: |is_so| is_so.to_string();
    usize: |number| number.to_string();
    String: |text| format!("{text:?}");
    Vec<String>: |texts| format!("{texts:?}");
    PathBuf: |path| format!("{:?}", path.to_string_lossy());
    Vec<PathBuf>: |paths| format!("{:?}", paths.iter().map(|path| path.to_string_lossy()).collect::<Vec<_>>());
    FilePattern: |file| format!("{:?}", file.text());
    Day: |day| format!("{:?}", day.to_string());
    TierName: |tier| format!("{:?}", tier.name());
    Level: |level| format!("{:?}", level.name());
    FailOn: |fail_on| format!("{:?}", fail_on.name());
    FormatName: |format| format!("{:?}", format.name());
    Severity: |severity| format!("{:?}", severity.label());
    ColorChoice: |color| format!("{:?}", color.name());
}

read_as_they_are!(bool, usize, String, Vec<String>, TierName, Level, FailOn, FormatName, Severity, ColorChoice);

impl ReadValue for PathBuf {
    type Written = String;

    fn read(written: &Written<String>, reader: &mut Reader<'_>) -> Result<Self, SettingsError> {
        reader.within_bounds(written)
    }
}

impl ReadValue for FilePattern {
    type Written = String;

    fn read(written: &Written<String>, reader: &mut Reader<'_>) -> Result<Self, SettingsError> {
        reader.slots(written)?;
        Ok(FilePattern::new(written.get(), reader.folder, reader.bounds))
    }
}

/// Returns the key `name` of `table` as it is written; the top of a file is the table without a name.
pub(super) fn key(table: &str, name: &str) -> String {
    let name = name.replace('_', "-");
    if table.is_empty() { name } else { format!("{table}.{name}") }
}

/// Declares a table of settings: its keys, each with what it means, its type, and after `=` its default and after `=>`
/// the method of [`Reader`] that says what is wrong with it, where it has them.
///
/// Out of it come what one source says, the shape in a settings file (which also has what is `also` there), and for each
/// key with a default a method that returns the value in force. What is in no file stands `besides`.
macro_rules! table {
    (
        $(#[$about:meta])*
        $layer:ident, in a file $file:ident $name:literal {
            $($(#[$doc:meta])* $key:ident: $part:ty $(= $default:expr)? $(=> $check:ident)?;)*
        }
        besides { $($(#[$other_doc:meta])* $other:ident: $other_part:ty;)* }
        also { $($also:tt)* }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default)]
        pub struct $layer {
            $($(#[$doc])* pub $key: $part,)*
            $($(#[$other_doc])* pub $other: $other_part,)*
        }

        $(#[$about])*
        #[derive(Debug, Default, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
        #[cfg_attr(test, schemars(rename = $name))]
        pub(super) struct $file {
            $($(#[$doc])* pub(super) $key: <$part as FromFile>::File,)*
            $($also)*
        }

        impl $layer {
            $($(
                /// Returns the value in force: what is said, or else the default.
                pub fn $key(&self) -> <$part as Part>::Value {
                    self.$key.clone().map_or_else(|| $default, |said| said.value)
                }
            )?)*

            /// Reads the table in a settings file; what is `also` there stays in `file`.
            pub(super) fn take(file: &mut $file, reader: &mut Reader<'_>) -> Result<Self, SettingsError> {
                let mut layer = $layer::default();
                $(
                    let written = std::mem::take(&mut file.$key);
                    $(written.as_ref().map_or(Ok(()), |written| reader.$check(written))?;)?
                    layer.$key = FromFile::read(written, reader)?;
                )*
                Ok(layer)
            }
        }

        impl Part for $layer {
            type Value = Self;

            fn over(self, base: &Self) -> Self {
                $layer {
                    $($key: Part::over(self.$key, &base.$key),)*
                    $($other: Part::over(self.$other, &base.$other),)*
                }
            }

            fn rows(&self, table: &str, _: Option<String>, rows: &mut Vec<Row>) {
                $(
                    let default: Option<String> = None;
                    $(let default = default.or_else(|| {
                        let value: <$part as Part>::Value = $default;
                        Some(declare::Value::shown(&value))
                    });)?
                    Part::rows(&self.$key, &declare::key(table, stringify!($key)), default, rows);
                )*
                $(Part::rows(&self.$other, &declare::key(table, stringify!($other)), None, rows);)*
            }
        }

        impl FromFile for $layer {
            type File = $file;

            fn read(mut file: $file, reader: &mut Reader<'_>) -> Result<Self, SettingsError> {
                $layer::take(&mut file, reader)
            }
        }
    };
}

pub(super) use table;
