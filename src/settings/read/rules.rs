//! What a settings file says of single rules.

use super::Reader;
use crate::diagnostic::Severity;
use crate::settings::Sourced;
use crate::settings::error::SettingsError;
use crate::settings::file::RuleEntries;
use crate::settings::layer::RuleLayer;
use crate::settings::names::Named;
use std::collections::BTreeMap;
use toml::{Spanned, Value};

impl Reader<'_> {
    pub(super) fn rules(
        &mut self,
        rules: &BTreeMap<Spanned<String>, RuleEntries>,
    ) -> Result<BTreeMap<String, RuleLayer>, SettingsError> {
        let mut layers = BTreeMap::new();
        for (id, entries) in rules {
            self.mention(id.span().start, Named::Rule(id.get_ref().clone()));
            layers.insert(id.get_ref().clone(), self.rule(id.get_ref(), entries)?);
        }
        Ok(layers)
    }

    fn rule(&mut self, id: &str, entries: &RuleEntries) -> Result<RuleLayer, SettingsError> {
        let mut layer = RuleLayer::default();
        self.refuse_both(id, entries)?;
        for (key, value) in entries {
            let at = value.span().start;
            let written = self.text.text().get(value.span()).unwrap_or_default();
            match (key.get_ref().as_str(), value.get_ref()) {
                ("severity", Value::String(name)) if name == "off" => {
                    layer.is_off = Some(Sourced::new(true, self.origin(at)));
                }
                ("severity", value) => {
                    let severity = value.as_str().and_then(severity).ok_or_else(|| {
                        self.at(at, format!("`{written}` is not a severity; known are error, warning, note, off"))
                    })?;
                    layer.severity = Some(Sourced::new(severity, self.origin(at)));
                }
                ("on", Value::Boolean(is_on)) => layer.is_off = Some(Sourced::new(!is_on, self.origin(at))),
                ("off", Value::Boolean(is_off)) => layer.is_off = Some(Sourced::new(*is_off, self.origin(at))),
                (name @ ("on" | "off"), _) => {
                    return Err(self.at(at, format!("`{name}` is true or false, not `{written}`")));
                }
                (name, value) => {
                    self.mention(key.span().start, Named::Option(id.to_owned(), name.to_owned()));
                    match value.as_integer().and_then(|number| usize::try_from(number).ok()) {
                        Some(number) => {
                            layer.numbers.insert(name.to_owned(), Sourced::new(number, self.origin(at)));
                        }
                        // Whether the name or the value is wrong, the rule must say.
                        None => self.mention(at, Named::NoNumber(id.to_owned(), name.to_owned(), written.to_owned())),
                    }
                }
            }
        }
        Ok(layer)
    }
}

impl Reader<'_> {
    /// A rule is turned on or off in one way, so that no reader of the file has to know which of two wins.
    fn refuse_both(&self, id: &str, entries: &RuleEntries) -> Result<(), SettingsError> {
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
        let second = if says_off(value.get_ref()) {
            "`severity = \"off\"`".to_owned()
        } else {
            format!("`{}`", other.get_ref())
        };
        let told = format!("the rule `{id}` has `{}` and {second}; keep one of the two", one.get_ref());
        let last = switches.iter().map(|(key, _)| key.span().start).max().unwrap_or(0);
        Err(self.at(last, told))
    }
}

fn severity(name: &str) -> Option<Severity> {
    Severity::of(name)
}
