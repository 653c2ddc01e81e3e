//! Keys of a settings file that mean nothing, and what was meant by each.

use super::layer::SettingsFile;
use crate::nearest::{nearest, slip};
use crate::rule::RuleSet;
use crate::toml_file::{self, Mistake};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::HashSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

/// Most unknown keys that are reported: a hundred are no slips.
const MOST: usize = 100;

/// Tables whose keys people write at the top, or below another header, the likeliest first.
const TABLES: [&str; 5] = ["job", "output", "tiers", "ignore", "override"];

/// How a key is written that belongs to another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Below a header, in a file.
    Below,
    /// With its table, on the command line.
    Dotted,
}

/// Returns what is wrong with `text` without its `unknown` keys, if anything is.
pub(super) fn wrong_besides(text: &str, unknown: &[Mistake]) -> Option<Mistake> {
    let mut document = DeTable::parse(text).ok()?;
    prune(document.get_mut(), &unknown.iter().map(|mistake| mistake.at).collect());
    let error = SettingsFile::deserialize(Deserializer::from(document)).err()?;
    Some(toml_file::mistake(text, &error))
}

/// Takes the keys at these places out.
fn prune(table: &mut DeTable<'_>, places: &HashSet<usize>) {
    let kept = std::mem::take(table).into_iter().filter(|(key, _)| !places.contains(&key.span().start));
    *table = kept.collect();
    table.iter_mut().for_each(|(_, value)| prune_value(value.get_mut(), places));
}

fn prune_value(value: &mut DeValue<'_>, places: &HashSet<usize>) {
    match value {
        DeValue::Table(table) => prune(table, places),
        DeValue::Array(items) => items.iter_mut().for_each(|item| prune_value(item.get_mut(), places)),
        _ => {}
    }
}

/// Returns the unknown keys of `text`, all of them and in order; none where it is no TOML.
///
/// What is known is read off the schema, which a test keeps as the types that settings are read into. What a rule takes
/// is looked at where the rules are known: there may be others than those that are shipped.
pub(super) fn unknown(text: &str, form: Form) -> Vec<Mistake> {
    let Ok(document) = DeTable::parse(text) else { return Vec::new() };
    let schema: Value = serde_json::from_str(super::schema()).unwrap_or_default();
    let mut search = Search { schema: &schema, form, found: Vec::new() };
    search.table(document.get_ref(), &schema, true);
    search.found.sort_by_key(|mistake| mistake.at);
    search.found.truncate(MOST);
    search.found
}

struct Search<'a> {
    schema: &'a Value,
    form: Form,
    found: Vec<Mistake>,
}

impl<'a> Search<'a> {
    fn table(&mut self, table: &DeTable<'_>, shape: &'a Value, is_top: bool) {
        let known: Option<&'a Map<String, Value>> = shape.get("properties").and_then(Value::as_object);
        let other = shape.get("additionalProperties");
        for (key, value) in table {
            let name: &str = key.get_ref();
            match known.and_then(|known| known.get(name)) {
                Some(_) if name == "rules" => {}
                Some(shape) => self.value(value, shape),
                None if other == Some(&Value::Bool(false)) => {
                    let message = format!("unknown key `{name}`{}", self.meant(name, known, is_top));
                    self.found.push(Mistake { at: key.span().start, message });
                }
                None => {}
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, shape: &'a Value) {
        let shape = self.resolved(shape);
        match value.get_ref() {
            DeValue::Table(table) => self.table(table, shape, false),
            DeValue::Array(items) => {
                let Some(shape) = shape.get("items") else { return };
                items.iter().for_each(|item| self.value(item, shape));
            }
            _ => {}
        }
    }

    /// The shape that `shape` refers to.
    fn resolved(&self, shape: &'a Value) -> &'a Value {
        let alone = shape.pointer("/allOf/0").unwrap_or(shape);
        let target = alone.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix('#'));
        target.and_then(|pointer| self.schema.pointer(pointer)).unwrap_or(alone)
    }

    /// What was meant by the key `name` of a table that has `known` ones: the end of the message.
    fn meant(&self, name: &str, known: Option<&Map<String, Value>>, is_top: bool) -> String {
        let own = || known.into_iter().flat_map(Map::keys).map(String::as_str);
        let others = || TABLES.into_iter().flat_map(|table| self.keys_of(table).map(move |key| (table, key)));
        let top = || properties(self.schema).filter(move |_| !is_top);
        if top().any(|key| key == name) {
            return self.at_the_top(name, "; it belongs", "");
        }
        if let Some((table, key)) = others().find(|(_, key)| *key == name) {
            return self.below(table, key, "; it belongs", "");
        }
        if let Some(near) = slip(name, own()) {
            return format!("; did you mean `{near}`?");
        }
        if RuleSet::shipped().rule(name).is_some() {
            return "; it is a rule, and belongs in [rules]".to_owned();
        }
        if let Some(near) = slip(name, top()) {
            return self.at_the_top(near, &format!("; did you mean `{near}`"), "?");
        }
        if let Some(near) = slip(name, others().map(|(_, key)| key)) {
            let table = others().find(|(_, key)| *key == near).map_or("", |(table, _)| table);
            return self.below(table, near, &format!("; did you mean `{near}`"), "?");
        }
        match nearest(name, own()) {
            Some(near) => format!("; did you mean `{near}`?"),
            None => format!("; known are {}", own().collect::<Vec<_>>().join(", ")),
        }
    }

    fn below(&self, table: &str, key: &str, said: &str, end: &str) -> String {
        let is_list = ["ignore", "override"].contains(&table);
        match self.form {
            Form::Dotted => format!("; did you mean `{table}.{key}`?"),
            Form::Below if is_list => format!("{said} in [[{table}]]{end}"),
            Form::Below => format!("{said} in [{table}]{end}"),
        }
    }

    fn at_the_top(&self, key: &str, said: &str, end: &str) -> String {
        match self.form {
            Form::Dotted => format!("; did you mean `{key}` alone?"),
            Form::Below => format!("{said} at the top of the file, above the first [table]{end}"),
        }
    }

    fn keys_of(&self, table: &str) -> impl Iterator<Item = &'a str> {
        let shape = self.schema.get("properties").and_then(|all| all.get(table));
        let shape = shape.map(|shape| shape.get("items").unwrap_or(shape)).map(|shape| self.resolved(shape));
        shape.into_iter().flat_map(properties)
    }
}

fn properties(shape: &Value) -> impl Iterator<Item = &str> {
    shape.get("properties").and_then(Value::as_object).into_iter().flat_map(|all| all.keys().map(String::as_str))
}
