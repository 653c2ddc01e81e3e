//! The schema that editors complete settings files by.

/// Returns the JSON Schema of a settings file, which a test keeps as the types and the shipped rules are.
pub const fn schema() -> &'static str {
    include_str!("../../rules/settings.schema.json")
}

#[cfg(test)]
mod tests {
    use super::super::layer::SettingsFile;
    use super::*;
    use crate::rule::RuleSet;
    use schemars::Schema;
    use schemars::generate::SchemaSettings;
    use serde_json::{Value, json};

    #[test]
    fn the_schema_that_editors_read_is_that_of_settings_and_rules() {
        crate::schema_file::is_fresh("rules/settings.schema.json", schema(), &made(&RuleSet::shipped()));
    }

    /// What editors complete by: the types that settings are read into, and the rules by name, each with its options.
    fn made(rules: &RuleSet) -> Schema {
        let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<SettingsFile>();
        let base = json!({ "$ref": "#/definitions/Rule" });
        let mut known = serde_json::Map::new();
        for rule in rules.rules() {
            let about = crate::report::rule_text::summary(&rule.message);
            let options = rule.options.iter().map(|option| {
                let about = format!("{} (default {})", option.about, option.default);
                (option.name.clone(), json!({ "type": "integer", "minimum": 0, "description": about }))
            });
            let mut properties = json!({
                "severity": { "enum": ["error", "warning", "note", "info", "off"] },
                "on": { "type": "boolean" },
                "off": { "type": "boolean" }
            });
            if let Value::Object(properties) = &mut properties {
                properties.extend(options);
            }
            let table = json!({
                "description": about, "type": "object", "properties": properties, "additionalProperties": false
            });
            known.insert(rule.id.clone(), table);
        }
        if let Some(definitions) = schema.get_mut("definitions").and_then(Value::as_object_mut) {
            for name in ["Rules", "Override"] {
                let Some(definition) = definitions.get_mut(name) else { continue };
                let table = match name {
                    "Rules" => definition.pointer_mut("/anyOf/1"),
                    _ => definition.pointer_mut("/properties/rules"),
                };
                let Some(table) = table.and_then(Value::as_object_mut) else { continue };
                let properties = table.entry("properties").or_insert_with(|| json!({}));
                if let Some(properties) = properties.as_object_mut() {
                    properties.extend(known.clone());
                }
                // A user's own rules are rules too.
                table.insert("additionalProperties".to_owned(), base.clone());
            }
        }
        schema
    }
}
