//! What of a settings file is more than a key with a value: rules, and findings that are not shown.

use super::reader::Written;
#[cfg(test)]
use crate::diagnostic::Severity;
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use toml::{Spanned, Value};

/// A finding that is not shown.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Ignore"))]
pub(super) struct IgnoreFile {
    /// Which letters, as .gitignore patterns; all of them by default.
    pub(super) path: Option<Written<String>>,
    /// Id of the rule.
    pub(super) rule: Written<String>,
    /// Words of the finding, exactly as in the letter.
    pub(super) text: Option<Written<String>>,
    /// Why.
    pub(super) reason: Option<Written<String>>,
}

/// What is said of one rule, entry by entry: which there are is the rule's business.
pub(super) type RuleEntries = BTreeMap<Spanned<String>, Spanned<Value>>;

/// What is said of rules, by id.
pub(super) type TableOfRules = BTreeMap<Spanned<String>, RuleEntries>;

/// Settings of one rule, in addition to its own options.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "the schema's view of `RuleEntries`")]
#[schemars(rename = "Rule")]
pub(super) struct RuleTable {
    /// How much its findings matter, instead of the rule's own severity.
    severity: Option<Severity>,
    /// Whether the rule is on; `true` turns it on even if its pack is not used.
    on: Option<bool>,
    /// The opposite of `on`; set only one of the two.
    off: Option<bool>,
    /// Phrases that the rule finds too.
    also: Option<Vec<String>>,
    /// Longer phrases in which what the rule finds means something else.
    except: Option<Vec<String>>,
}

/// `rules = ["my-rules/"]`, or a table of rules that may hold `paths` too.
#[derive(Debug, Default)]
pub(super) struct RulesFile {
    pub(super) paths: Option<Vec<Written<String>>>,
    pub(super) rules: TableOfRules,
}

impl<'de> Deserialize<'de> for RulesFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = RulesFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of rule files and folders, or a table of rules")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<RulesFile, A::Error> {
                let mut paths = Vec::new();
                while let Some(path) = list.next_element()? {
                    paths.push(path);
                }
                Ok(RulesFile { paths: Some(paths), rules: BTreeMap::new() })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<RulesFile, A::Error> {
                let mut file = RulesFile::default();
                while let Some(key) = table.next_key::<Spanned<String>>()? {
                    if key.get_ref() == "paths" {
                        file.paths = Some(table.next_value()?);
                    } else if file.rules.insert(key.clone(), table.next_value()?).is_some() {
                        return Err(de::Error::custom(format!("rule `{}` appears twice", key.get_ref())));
                    }
                }
                Ok(file)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for RulesFile {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rules".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let table = generator.subschema_for::<RuleTable>();
        schemars::json_schema!({
            "description": "Settings of single rules, and where your own rules are.",
            "anyOf": [
                { "type": "array", "items": { "type": "string" } },
                {
                    "type": "object",
                    "properties": {
                        "paths": {
                            "description": "Your own rule files and folders.",
                            "type": "array",
                            "items": { "type": "string" }
                        }
                    },
                    "additionalProperties": table
                }
            ]
        })
    }
}
