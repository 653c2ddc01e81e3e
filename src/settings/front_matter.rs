//! What a letter's own front matter says: `tier`, `role`, `level`, and what it is for.
//!
//! Front matter belongs to whatever else reads the letter too, so other keys are none of our business, and front
//! matter that cannot be read matters only where it names one of ours.

use super::bounds::Bounds;
use super::error::SettingsError;
use super::file::TierName;
use super::find::repository_root;
use super::job::FilePattern;
use super::layer::Layer;
use super::names::{Mention, Named};
use super::{Origin, Sourced};
use crate::application::Day;
use crate::nearest::did_you_mean;
use crate::rule::{Level, RuleSet};
use crate::source::Source;
use crate::span::Span;
use marked_yaml::{LoadError, Marker};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};
use std::collections::BTreeMap;
use std::path::Path;

/// The keys that letterlint reads.
pub const KEYS: [&str; 9] = ["tier", "role", "level", "company", "position", "recipient", "job", "cv", "sent"];

/// One entry: key, value, and line and column of the value, both from 1.
type Entry = (String, String, (usize, usize));

/// Reads the front matter at `span` of the letter at `path`, which lies in `folder`, an absolute path.
///
/// # Errors
/// A value that is none, with its line; front matter that names one of our keys and cannot be read.
pub fn front_matter(
    path: &str,
    folder: &Path,
    source: &Source,
    span: Span,
    rules: &RuleSet,
) -> Result<Layer, SettingsError> {
    let first_line = source.position(span.start).line;
    let text = source.slice(span);
    let fence = text.lines().next().unwrap_or_default().trim_end();
    let inner = text.trim_end().strip_suffix(fence).unwrap_or(text);
    let inner = &inner[text.find('\n').map_or(inner.len(), |at| at + 1).min(inner.len())..];
    let read = if fence == "+++" { toml_entries(inner) } else { yaml_entries(inner) };
    let entries = match read {
        Ok(entries) => entries,
        Err(_) if !names_a_key(inner) => return Ok(Layer::default()),
        Err(((line, column), message)) => {
            let told = format!("the front matter cannot be read ({message}); put values in quotes");
            let place = Some((first_line + line, column));
            return Err(SettingsError { path: path.to_owned(), place, message: told });
        }
    };
    let mut layer = Layer::default();
    for (key, value, (line, column)) in entries {
        let line = first_line + line;
        let fail = |message| SettingsError { path: path.to_owned(), place: Some((line, column)), message };
        let origin = Origin::FrontMatter(path.to_owned(), line);
        match key.as_str() {
            "tier" => {
                let tier =
                    one_of::<TierName>(&key, &value, &["auto", "short", "standard", "expanded"]).map_err(fail)?;
                layer.tier = Some(Sourced::new(tier.tier(), origin));
            }
            "level" => {
                let level = one_of::<Level>(&key, &value, &["junior", "mid", "senior", "staff"]).map_err(fail)?;
                layer.level = Some(Sourced::new(level, origin));
            }
            "role" => {
                let what = Named::Role(value.clone());
                let mention = Mention { what, path: path.to_owned(), place: Some((line, column)) };
                if let Some(error) = super::names::unknown(&[mention], rules).pop() {
                    return Err(error);
                }
                layer.role = Some(Sourced::new(value, origin));
            }
            "company" => layer.job.company = Some(Sourced::new(value, origin)),
            "position" => layer.job.position = Some(Sourced::new(value, origin)),
            "recipient" => layer.job.recipient = Some(Sourced::new(value, origin)),
            "sent" => {
                let told = || format!("`{value}` is not a date; write year, month and day: `sent: 2026-11-20`");
                let day = Day::of_iso(&value).ok_or_else(|| fail(told()))?;
                layer.job.sent = Some(Sourced::new(day, origin));
            }
            // "job: Backend Engineer" names no file.
            _ if !is_file(&value) => {}
            _ => {
                // A letter may be a stranger's: like settings it names nothing outside of the repository.
                let bounds = repository_root(folder).map_or_else(Bounds::none, Bounds::of);
                let file = Some(Sourced::new(FilePattern::of_letter(&value, folder, &bounds), origin));
                if key == "job" { layer.job.job = file } else { layer.job.cv = file }
            }
        }
    }
    Ok(layer)
}

/// Whether `value` looks like a file that a posting or a CV may lie in.
fn is_file(value: &str) -> bool {
    let endings = [".md", ".markdown", ".txt", ".html", ".htm"];
    let lower = value.to_lowercase();
    value.contains('/') || endings.iter().any(|ending| lower.ends_with(ending))
}

fn one_of<T: for<'de> Deserialize<'de>>(key: &str, value: &str, known: &[&str]) -> Result<T, String> {
    let deserializer: StrDeserializer<'_, ValueError> = value.into_deserializer();
    T::deserialize(deserializer).map_err(|_| {
        let near = did_you_mean(value, known.iter().copied());
        let hint = if near.is_empty() { format!("; known are {}", known.join(", ")) } else { near };
        format!("`{value}` is not a known {key}{hint}")
    })
}

/// Whether a line opens with one of our keys.
fn names_a_key(text: &str) -> bool {
    let key = |line: &str| line.split([':', '=']).next().unwrap_or_default().trim().to_owned();
    text.lines().any(|line| KEYS.contains(&key(line).as_str()))
}

/// What is wrong, and line and column of it, both from 1; the first line is the one below the fence.
type Wrong = ((usize, usize), String);

fn yaml_entries(text: &str) -> Result<Vec<Entry>, Wrong> {
    let document = marked_yaml::parse_yaml(0, text).map_err(|error| yaml_error(&error))?;
    let Some(mapping) = document.as_mapping() else { return Ok(Vec::new()) };
    let mut entries = Vec::new();
    for (key, value) in mapping.iter() {
        if !KEYS.contains(&key.as_str()) {
            continue;
        }
        let place = place(value.span().start().or(key.span().start()));
        // Other tools have tables here, of which the name is what we look for.
        let named = value.as_mapping().and_then(|table| table.get_scalar("name"));
        let Some(value) = value.as_scalar().or(named) else {
            if is_shared(key.as_str()) {
                continue;
            }
            return Err((place, format!("`{}` is one value, not a list or table", key.as_str())));
        };
        if !value.as_str().is_empty() {
            entries.push((key.as_str().to_owned(), value.as_str().to_owned(), place));
        }
    }
    Ok(entries)
}

/// Whether other tools give a key a meaning of their own, so that what is no value of ours is none of our business.
fn is_shared(key: &str) -> bool {
    ["position", "recipient", "job", "cv", "sent"].contains(&key)
}

fn yaml_error(error: &LoadError) -> Wrong {
    match error {
        LoadError::ScanError(at, error) => (place(Some(at)), one_line(error.info())),
        LoadError::TopLevelMustBeMapping(at)
        | LoadError::UnexpectedAnchor(at)
        | LoadError::MappingKeyMustBeScalar(at)
        | LoadError::UnexpectedTag(at) => (place(Some(at)), "write `key: value` lines".to_owned()),
        other => ((1, 1), one_line(&other.to_string())),
    }
}

fn place(marker: Option<&Marker>) -> (usize, usize) {
    marker.map_or((1, 1), |marker| (marker.line(), marker.column()))
}

fn toml_entries(text: &str) -> Result<Vec<Entry>, Wrong> {
    let place = |at: usize| crate::toml_file::place(text, at);
    let table: BTreeMap<String, toml::Spanned<toml::Value>> =
        crate::toml_file::read(text).map_err(|mistake| (place(mistake.at), one_line(&mistake.message)))?;
    let mut entries = Vec::new();
    for (key, value) in table {
        if !KEYS.contains(&key.as_str()) {
            continue;
        }
        let at = place(value.span().start);
        match value.get_ref() {
            toml::Value::String(text) => entries.push((key, text.clone(), at)),
            toml::Value::Datetime(day) if key == "sent" => entries.push((key, day.to_string(), at)),
            toml::Value::Table(table) if is_shared(&key) => {
                let name = table.get("name").and_then(toml::Value::as_str).map(str::to_owned);
                entries.extend(name.map(|name| (key, name, at)));
            }
            _ if is_shared(&key) => {}
            _ => return Err((at, format!("`{key}` is a string"))),
        }
    }
    Ok(entries)
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
