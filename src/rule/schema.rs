//! The schema that editors complete rule files by.

/// Returns the JSON Schema of a rule file, which a test keeps as [`RuleFile`](super::file::RuleFile) is.
pub const fn rule_schema() -> &'static str {
    include_str!("../../rules/rule.schema.json")
}

#[cfg(test)]
mod tests {
    use super::super::file::RuleFile;
    use schemars::generate::SchemaSettings;

    #[test]
    fn the_schema_that_editors_read_is_that_of_the_rule_form() {
        let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<RuleFile>();
        crate::schema_file::is_fresh("rules/rule.schema.json", super::rule_schema(), &schema);
    }
}
