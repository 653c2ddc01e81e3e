//! Reads the entries of letterlint's keys from YAML and TOML.

use super::KEYS;
use saphyr_parser::{Event, Parser, StrInput};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One of letterlint's keys and its value.
pub(super) struct Entry {
    pub(super) key: &'static str,
    pub(super) written: Written,
    /// The line, from 1; line 1 is the one below the fence.
    pub(super) line: usize,
}

/// The value of a key.
pub(super) enum Written {
    Text(String),
    /// Not a text; what it is instead, such as "a list".
    Other(&'static str),
    /// A second value for the same key.
    Repeated,
}

/// What is wrong, and its line, from 1.
type Wrong = (usize, String);

/// Returns the entries of letterlint's keys that have a value; if a key is repeated, its first value counts.
pub(super) fn entries(text: &str, is_toml: bool) -> Result<Vec<Entry>, Wrong> {
    // TOML itself rejects duplicate keys.
    let mut entries = if is_toml { of_toml(text) } else { of_yaml(text) }?;
    // A position under its own key takes precedence over one under the posting's key.
    entries.sort_by_key(|entry| (entry.key != "job", entry.line));
    Ok(entries)
}

fn known(key: &str) -> Option<&'static str> {
    KEYS.into_iter().find(|known| *known == key)
}

fn of_yaml(text: &str) -> Result<Vec<Entry>, Wrong> {
    let mut events = Events(Parser::new_from_str(text));
    let mut entries = Vec::new();
    let mut seen = Vec::new();
    loop {
        match events.next()? {
            (Event::StreamStart | Event::DocumentStart(_), _) => {}
            (Event::StreamEnd, _) => return Ok(entries),
            (Event::MappingStart(..), _) => break,
            (_, line) => return Err((line, "it is not made of `key: value` lines".to_owned())),
        }
    }
    while let Some((key, line)) = events.key()? {
        let written = events.value()?;
        let Some(key) = known(&key) else { continue };
        let written = if seen.contains(&key) { Some(Written::Repeated) } else { written };
        seen.push(key);
        entries.extend(written.map(|written| Entry { key, written, line }));
    }
    Ok(entries)
}

/// A stream of YAML events. However deep a text nests and however many aliases it has, only the values of letterlint's
/// keys are kept in memory.
struct Events<'a>(Parser<'a, StrInput<'a>>);

impl<'a> Events<'a> {
    /// The next event and its line, from 1.
    fn next(&mut self) -> Result<(Event<'a>, usize), Wrong> {
        match self.0.next_event() {
            Some(Ok((event, span))) => Ok((event, span.start.line())),
            Some(Err(error)) => Err((error.marker().line(), one_line(error.info()))),
            None => Ok((Event::StreamEnd, 1)),
        }
    }

    /// The next key of the open table, empty if it is not a text, and its line; `None` at the end of the table.
    fn key(&mut self) -> Result<Option<(Cow<'a, str>, usize)>, Wrong> {
        Ok(match self.next()? {
            (Event::MappingEnd | Event::StreamEnd, _) => None,
            (Event::Scalar(key, ..), line) => Some((key, line)),
            (event, line) => {
                self.skip(opens(&event))?;
                Some((Cow::default(), line))
            }
        })
    }

    /// The next value; `None` if it is empty.
    fn value(&mut self) -> Result<Option<Written>, Wrong> {
        Ok(match self.next()?.0 {
            Event::Scalar(text, ..) => of_text(&text),
            Event::SequenceStart(..) => (self.skip(1)? > 1).then_some(Written::Other("a list")),
            Event::MappingStart(..) => self.name()?.map_or(Some(Written::Other("a table")), |name| of_text(&name)),
            _ => Some(Written::Other("an alias")),
        })
    }

    /// Reads the open table and returns its name: other tools write tables here.
    fn name(&mut self) -> Result<Option<Cow<'a, str>>, Wrong> {
        let mut name = None;
        while let Some((key, _)) = self.key()? {
            match self.next()?.0 {
                Event::Scalar(text, ..) if key == "name" => name = Some(text),
                event => {
                    self.skip(opens(&event))?;
                }
            }
        }
        Ok(name)
    }

    /// Skips to the end of this many open lists and tables, and returns the number of events skipped.
    fn skip(&mut self, mut open: usize) -> Result<usize, Wrong> {
        let mut pieces = 0;
        while open > 0 {
            let (event, _) = self.next()?;
            match event {
                Event::SequenceEnd | Event::MappingEnd => open -= 1,
                Event::StreamEnd => break,
                event => open += opens(&event),
            }
            pieces += 1;
        }
        Ok(pieces)
    }
}

/// How many lists and tables `event` opens.
fn opens(event: &Event<'_>) -> usize {
    usize::from(matches!(event, Event::SequenceStart(..) | Event::MappingStart(..)))
}

fn of_text(text: &str) -> Option<Written> {
    (!text.trim().is_empty() && !["~", "null"].contains(&text)).then(|| Written::Text(text.to_owned()))
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
