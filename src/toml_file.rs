//! Reads TOML files, with error messages that say how to fix them.

use crate::nearest::did_you_mean;
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Size, in MiB, of the largest file that is read.
const LARGEST: u64 = 1;

/// What is wrong with a TOML file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// Offset in bytes.
    pub(crate) at: usize,
    /// What is wrong and what to do.
    pub(crate) message: String,
}

/// Returns the text of the file at `path`, which may be untrusted.
///
/// # Errors
/// If it cannot be read, is not UTF-8, or is larger than 1 MiB; a larger file is not read to its end.
pub(crate) fn text_of(path: &Path) -> io::Result<String> {
    let most = LARGEST << 20;
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::other(format!("it is larger than {LARGEST} MiB; split it or shorten it")));
    }
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// Parses `text` as a `T`.
///
/// # Errors
/// With the place, the wrong key and the most similar known key.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Mistake> {
    toml::from_str(text).map_err(|error| mistake(text, &error))
}

/// Explains `error`, which is about `text`, and suggests the most similar known name where a name is wrong.
pub(crate) fn mistake(text: &str, error: &toml::de::Error) -> Mistake {
    let message = error.message();
    let named = named_in(message);
    let mut start = error.span().map_or(0, |span| span.start);
    // What reads a text or a table is given a date as a table with one key.
    if message.contains("$__toml_private_datetime") {
        return Mistake { at: start, message: "this is a date, but a text in quotes belongs here".to_owned() };
    }
    if let (Some(key), true) = (named.first(), message.starts_with("unknown field")) {
        start = key_offset(text, start, key).unwrap_or(start);
    }
    let mut plain = plainly(message);
    let what = match () {
        () if message.starts_with("unknown field") => Some("key"),
        () if message.starts_with("unknown variant") => Some("value"),
        () => None,
    };
    if let (Some(what), Some((wrong, known))) = (what, named.split_first()) {
        plain = format!("unknown {what} `{wrong}`{}", did_you_mean(wrong, known.iter().copied()));
        if !plain.ends_with('?') {
            plain = format!("{plain}; known are {}", known.join(", "));
        }
    }
    if message.contains("escape") {
        plain.push_str("; write patterns in single quotes, where a backslash is a backslash");
    }
    Mistake { at: start, message: plain }
}

/// Rewords a message of serde in terms of TOML instead of Rust.
fn plainly(message: &str) -> String {
    let named = |kind: &str| match kind.split([' ', '`']).next().unwrap_or_default() {
        "string" => "a string",
        "integer" => "a whole number",
        "floating" => "a decimal number",
        "boolean" | "bool" => "true or false",
        "sequence" => "a list",
        "map" => "a table",
        _ => "something else",
    };
    if let Some((found, wanted)) =
        message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "))
    {
        let wanted = match wanted.trim() {
            "a sequence" => "a list",
            "a map" => "a table",
            "a boolean" => "true or false",
            wanted if wanted.starts_with("usize") || wanted.starts_with('u') => "a whole number from 0",
            wanted if wanted.starts_with("struct") => "a table",
            wanted => wanted,
        };
        return format!("this is {}, but {wanted} belongs here", named(found));
    }
    if message.starts_with("wanted string or table") {
        return "a name in quotes belongs here".to_owned();
    }
    if let Some(field) = message.strip_prefix("missing field ") {
        return format!("the key {field} is missing");
    }
    message.to_owned()
}

/// Returns line and column (scalar values), both from 1, of byte `at`.
pub(crate) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |rest| rest.chars().count()) + 1;
    (line, column)
}

/// The names in backquotes in a message of serde.
fn named_in(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

/// The offset of `key` at or after `from`, or anywhere else in `text`.
fn key_offset(text: &str, from: usize, key: &str) -> Option<usize> {
    let search = |from: usize| {
        let rest = text.get(from..)?;
        rest.match_indices(key).map(|(at, _)| from + at).find(|&at| {
            let before = text[..at].trim_end_matches([' ', '\t']);
            let after = text[at + key.len()..].trim_start_matches([' ', '\t']);
            (before.is_empty() || before.ends_with(['\n', '{', ',', '[', '.'])) && after.starts_with(['=', ']', '.'])
        })
    };
    search(from).or_else(|| search(0))
}
