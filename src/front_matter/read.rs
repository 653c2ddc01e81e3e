//! YAML and TOML to the entries of our keys.

use super::KEYS;
use marked_yaml::{LoadError, Marker, Node};
use std::collections::BTreeMap;

/// One of our keys and what is written for it.
pub(super) struct Entry {
    pub(super) key: &'static str,
    pub(super) written: Written,
    /// The line, from 1; the first is the one below the fence.
    pub(super) line: usize,
}

/// What stands as the value of a key.
pub(super) enum Written {
    Text(String),
    /// What it is instead: "a list".
    Other(&'static str),
    /// Something, after the key had a value already.
    Repeated,
}

/// What is wrong, and the line of it, from 1.
type Wrong = (usize, String);

/// Returns the entries of our keys that hold anything; of two with one key the first holds it.
pub(super) fn entries(text: &str, is_toml: bool) -> Result<Vec<Entry>, Wrong> {
    // TOML refuses a key that stands twice.
    let mut entries = if is_toml { of_toml(text) } else { of_yaml_without_repeats(text) }?;
    // A position under the key of the posting is said less clearly than one under its own, which has the last word.
    entries.sort_by_key(|entry| (entry.key != "job", entry.line));
    Ok(entries)
}

fn known(key: &str) -> Option<&'static str> {
    KEYS.into_iter().find(|known| *known == key)
}

/// Most lists that one line of YAML may open; the parser's stack is not without end.
const DEEPEST: usize = 64;

fn of_yaml_without_repeats(text: &str) -> Result<Vec<Entry>, Wrong> {
    let opens = |line: &str| line.split_ascii_whitespace().take_while(|word| matches!(*word, "-" | "?" | ":")).count();
    if let Some(index) = text.lines().position(|line| opens(line) > DEEPEST) {
        return Err((index + 1, "its lists are nested too deeply".to_owned()));
    }
    let (text, repeats) = without_repeats(text);
    let mut entries = of_yaml(&text)?;
    entries.extend(repeats.into_iter().map(|(key, line)| Entry { key, written: Written::Repeated, line }));
    Ok(entries)
}

/// `text` with an empty line for each line of an entry of ours whose key stood above already, and where those start.
///
/// Keys that nothing indents are those of the whole document; all else that an entry holds is indented below it.
fn without_repeats(text: &str) -> (String, Vec<(&'static str, usize)>) {
    let mut seen = Vec::new();
    let mut repeats = Vec::new();
    let mut is_repeat = false;
    let mut kept = String::with_capacity(text.len());
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let is_entry = !line.starts_with([' ', '\t', '\n', '-', '#', ']', '}']);
        if is_entry {
            let key = line.split_once(':').and_then(|(key, _)| known(key.trim_end().trim_matches(['"', '\''])));
            is_repeat = key.is_some_and(|key| seen.contains(&key));
            repeats.extend(key.filter(|_| is_repeat).map(|key| (key, index + 1)));
            seen.extend(key);
        }
        kept.push_str(if is_repeat { "\n" } else { line });
    }
    (kept, repeats)
}

fn of_yaml(text: &str) -> Result<Vec<Entry>, Wrong> {
    let document = marked_yaml::parse_yaml(0, text).map_err(|error| yaml_error(&error))?;
    let Some(mapping) = document.as_mapping() else { return Ok(Vec::new()) };
    let mut entries = Vec::new();
    for (key, value) in mapping.iter() {
        let line = line_of(key.span().start().or(value.span().start()));
        if let (Some(key), Some(written)) = (known(key.as_str()), of_node(value)) {
            entries.push(Entry { key, written, line });
        }
    }
    Ok(entries)
}

/// What `value` holds; `None` where that is nothing.
fn of_node(value: &Node) -> Option<Written> {
    // Other tools have tables here, of which the name is what we look for.
    let named = value.as_mapping().and_then(|table| table.get_scalar("name"));
    match (value.as_scalar().or(named), value) {
        (Some(text), _) => {
            let text = text.as_str();
            (!text.trim().is_empty() && !["~", "null"].contains(&text)).then(|| Written::Text(text.to_owned()))
        }
        (None, Node::Sequence(list)) => (list.iter().next().is_some()).then_some(Written::Other("a list")),
        (None, _) => Some(Written::Other("a table")),
    }
}

fn yaml_error(error: &LoadError) -> Wrong {
    match error {
        LoadError::ScanError(at, error) => (line_of(Some(at)), one_line(error.info())),
        LoadError::TopLevelMustBeMapping(at)
        | LoadError::UnexpectedAnchor(at)
        | LoadError::MappingKeyMustBeScalar(at)
        | LoadError::UnexpectedTag(at) => (line_of(Some(at)), "it is not made of `key: value` lines".to_owned()),
        other => (1, one_line(&other.to_string())),
    }
}

fn line_of(marker: Option<&Marker>) -> usize {
    marker.map_or(1, Marker::line)
}

fn of_toml(text: &str) -> Result<Vec<Entry>, Wrong> {
    let line = |at: usize| crate::toml_file::place(text, at).0;
    let table: BTreeMap<String, toml::Spanned<toml::Value>> =
        crate::toml_file::read(text).map_err(|mistake| (line(mistake.at), one_line(&mistake.message)))?;
    let entry = |(key, value): (String, toml::Spanned<toml::Value>)| {
        let line = line(value.span().start);
        Some(Entry { key: known(&key)?, written: of_value(value.get_ref())?, line })
    };
    Ok(table.into_iter().filter_map(entry).collect())
}

fn of_value(value: &toml::Value) -> Option<Written> {
    let text = |text: &str| (!text.trim().is_empty()).then(|| Written::Text(text.to_owned()));
    match value {
        toml::Value::String(string) => text(string),
        toml::Value::Array(list) => (!list.is_empty()).then_some(Written::Other("a list")),
        toml::Value::Table(table) => match table.get("name") {
            Some(toml::Value::String(name)) => text(name),
            _ => Some(Written::Other("a table")),
        },
        toml::Value::Integer(number) => text(&number.to_string()),
        toml::Value::Float(number) => text(&number.to_string()),
        toml::Value::Boolean(is_so) => text(&is_so.to_string()),
        toml::Value::Datetime(day) => text(&day.to_string()),
    }
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
