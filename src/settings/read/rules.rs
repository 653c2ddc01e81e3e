//! What a settings file says of single rules.

use crate::diagnostic::Severity;
use crate::settings::declare::{FromFile, Setting};
use crate::settings::error::SettingsError;
use crate::settings::file::{RuleEntries, RulesFile, TableOfRules};
use crate::settings::layer::{RuleLayer, Rules};
use crate::settings::names::Named;
use crate::settings::origin::Sourced;
use crate::settings::paths::shown;
use crate::settings::reader::{Reader, Written};
use std::collections::BTreeMap;
use std::path::PathBuf;
use toml::Value;

impl FromFile for Rules {
    type File = RulesFile;

    fn read(file: RulesFile, reader: &mut Reader<'_>) -> Result<Self, SettingsError> {
        let paths = file.paths.map(|paths| rule_paths(reader, &paths)).transpose()?;
        Ok(Rules { paths: paths.flatten(), by_id: by_id(reader, &file.rules)? })
    }
}

fn rule_paths(reader: &Reader<'_>, paths: &[Written<String>]) -> Result<Setting<Vec<PathBuf>>, SettingsError> {
    let Some(first) = paths.first() else { return Ok(None) };
    let is_missing = |path: &&Written<String>| !reader.folder.join(path.get()).exists();
    if let Some(missing) = paths.iter().find(is_missing) {
        let told = format!(
            "`{}` is not a rule file or folder; the path is relative to {}",
            missing.get(),
            shown(reader.folder)
        );
        return Err(reader.at(missing.start(), told));
    }
    let joined = paths.iter().map(|path| reader.within_bounds(path)).collect::<Result<_, _>>()?;
    Ok(Some(Sourced::new(joined, reader.origin(first.start()))))
}

/// Returns what is said of single rules.
pub(super) fn by_id(
    reader: &mut Reader<'_>,
    rules: &TableOfRules,
) -> Result<BTreeMap<String, RuleLayer>, SettingsError> {
    let mut layers = BTreeMap::new();
    for (id, entries) in rules {
        reader.mention(id.span().start, Named::Rule(id.get_ref().clone()));
        layers.insert(id.get_ref().clone(), rule(reader, id.get_ref(), entries)?);
    }
    Ok(layers)
}

fn rule(reader: &mut Reader<'_>, id: &str, entries: &RuleEntries) -> Result<RuleLayer, SettingsError> {
    let mut layer = RuleLayer::default();
    refuse_both(reader, id, entries)?;
    for (key, value) in entries {
        let at = value.span().start;
        let written = reader.text.text().get(value.span()).unwrap_or_default();
        match (key.get_ref().as_str(), value.get_ref()) {
            ("severity", Value::String(name)) if name == "off" => {
                layer.on = Some(Sourced::new(false, reader.origin(at)));
            }
            ("severity", value) => {
                let severity = value.as_str().and_then(Severity::of).ok_or_else(|| {
                    reader.at(at, format!("`{written}` is not a severity; known are error, warning, note, off"))
                })?;
                layer.severity = Some(Sourced::new(severity, reader.origin(at)));
            }
            ("on", Value::Boolean(is_on)) => layer.on = Some(Sourced::new(*is_on, reader.origin(at))),
            ("off", Value::Boolean(is_off)) => layer.on = Some(Sourced::new(!is_off, reader.origin(at))),
            (name @ ("on" | "off"), _) => {
                return Err(reader.at(at, format!("`{name}` is true or false, not `{written}`")));
            }
            (name @ ("also" | "except"), value) => {
                let phrases = phrases(value).ok_or_else(|| {
                    reader.at(at, format!("`{name}` is a phrase in quotes or a list of them, not `{written}`"))
                })?;
                let said = Some(Sourced::new(phrases, reader.origin(at)));
                *(if name == "also" { &mut layer.also } else { &mut layer.except }) = said;
            }
            (name, value) => {
                reader.mention(key.span().start, Named::Option(id.to_owned(), name.to_owned()));
                match value.as_integer().and_then(|number| usize::try_from(number).ok()) {
                    Some(number) => {
                        layer.numbers.insert(name.to_owned(), Some(Sourced::new(number, reader.origin(at))));
                    }
                    // Whether the name or the value is wrong, the rule must say.
                    None => reader.mention(at, Named::NoNumber(id.to_owned(), name.to_owned(), written.to_owned())),
                }
            }
        }
    }
    Ok(layer)
}

/// The phrases of `value`: one, or a list of them.
fn phrases(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(phrase) => Some(vec![phrase.clone()]),
        Value::Array(all) => all.iter().map(|phrase| phrase.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// A rule is turned on or off in one way, so that no reader of the file has to know which of two wins.
fn refuse_both(reader: &Reader<'_>, id: &str, entries: &RuleEntries) -> Result<(), SettingsError> {
    let says_off = |value: &Value| value.as_str() == Some("off");
    let switches: Vec<_> = entries
        .iter()
        .filter(|(key, value)| match key.get_ref().as_str() {
            "on" | "off" => true,
            "severity" => says_off(value.get_ref()),
            _ => false,
        })
        .collect();
    let (Some((one, _)), Some((other, value))) = (switches.first(), switches.get(1)) else { return Ok(()) };
    let is_same =
        one.get_ref() == "off" && other.get_ref() == "severity" && switches[0].1.get_ref() == &Value::Boolean(true);
    if is_same {
        return Ok(());
    }
    let second =
        if says_off(value.get_ref()) { "`severity = \"off\"`".to_owned() } else { format!("`{}`", other.get_ref()) };
    let told = format!("the rule `{id}` has `{}` and {second}; keep one of the two", one.get_ref());
    let last = switches.iter().map(|(key, _)| key.span().start).max().unwrap_or(0);
    Err(reader.at(last, told))
}
