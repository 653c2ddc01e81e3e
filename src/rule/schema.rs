//! The schema that editors complete rule files by.

use super::file::RuleFile;
use schemars::Schema;
use schemars::generate::SchemaSettings;

/// Returns the JSON Schema of a rule file.
pub fn rule_schema() -> Schema {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<RuleFile>()
}
