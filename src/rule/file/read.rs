//! Reads rule files.

use crate::rule::error::{RuleError, RuleErrorKind};
use crate::toml_file;
use serde::de::DeserializeOwned;

/// Reads `text` as a file of shape `T`.
///
/// # Errors
/// Names line, column, the wrong key and the nearest right one.
pub(in crate::rule) fn read<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, RuleError> {
    let fail =
        |mistake: toml_file::Mistake| RuleError::at(path, text, mistake.at, RuleErrorKind::Shape(mistake.message));
    toml_file::read(text).map_err(fail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::file::RuleFile;

    fn error(text: &str) -> String {
        read::<RuleFile>("my.toml", text).unwrap_err().to_string()
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_line_and_the_nearest_name() {
        assert_eq!(
            error("severity = \"info\"\nscope = \"body\"\nmesage = \"x\"\n"),
            "my.toml:3:1: unknown key `mesage`; did you mean `message`?"
        );
    }

    #[test]
    fn an_unknown_key_in_a_table_is_refused_where_it_stands() {
        let text = "severity = \"info\"\nscope = \"body\"\nmessage = \"x\"\nhelp = \"y\"\n[forbid]\nphrases = [\"a\"]\n[unless]\nphrase = [\"b\"]\n";
        assert_eq!(error(text), "my.toml:8:1: unknown key `phrase`; did you mean `phrases`?");
    }

    #[test]
    fn an_unknown_scope_is_refused_with_the_nearest_name() {
        assert_eq!(
            error("severity = \"info\"\nscope = \"boddy\"\n"),
            "my.toml:2:9: unknown value `boddy`; did you mean `body`?"
        );
    }

    #[test]
    fn a_pattern_in_double_quotes_is_answered_with_single_ones() {
        let text =
            "severity = \"info\"\nscope = \"body\"\nmessage = \"x\"\nhelp = \"y\"\n[forbid]\npatterns = [\"\\d+\"]\n";
        assert!(error(text).contains("single quotes"), "{}", error(text));
    }
}
