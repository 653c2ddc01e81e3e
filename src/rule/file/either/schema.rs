//! What the JSON Schema of a rule file says of values that have more than one shape.

use super::{BoundFile, OneOrMany, PatternFile, PhraseFile};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one }] })
    }
}

/// Implements `JsonSchema` for a value that is a string or a table.
macro_rules! schema_of_either {
    ($name:ty, $shown:literal, $schema:tt) => {
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $shown.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "anyOf": $schema })
            }
        }
    };
}

schema_of_either!(PhraseFile, "Phrase", [
    { "type": "string" },
    {
        "type": "object",
        "properties": { "phrase": { "type": "string" }, "instead": { "type": "string" } },
        "required": ["phrase"],
        "additionalProperties": false
    }
]);
schema_of_either!(PatternFile, "Pattern", [
    { "type": "string" },
    {
        "type": "object",
        "properties": {
            "pattern": { "type": "string" },
            "name": { "type": "string" },
            "instead": { "type": "string" }
        },
        "required": ["pattern"],
        "additionalProperties": false
    }
]);
schema_of_either!(BoundFile, "Bound", [
    { "type": "integer", "minimum": 0 },
    { "enum": ["tier", "short", "standard", "expanded"] },
    {
        "type": "object",
        "properties": {
            "short": { "type": "integer", "minimum": 0 },
            "standard": { "type": "integer", "minimum": 0 },
            "expanded": { "type": "integer", "minimum": 0 }
        },
        "required": ["short", "standard", "expanded"],
        "additionalProperties": false
    },
    {
        "type": "object",
        "properties": {
            "option": { "type": "string" },
            "default": { "type": "integer", "minimum": 0 },
            "about": { "type": "string" }
        },
        "required": ["option", "default", "about"],
        "additionalProperties": false
    }
]);
