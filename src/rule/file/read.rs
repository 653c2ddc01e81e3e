//! Reads TOML, and says what is wrong with it so that it can be mended.

use crate::nearest::did_you_mean;
use crate::rule::error::{RuleError, RuleErrorKind};
use serde::de::DeserializeOwned;

/// Reads `text` as a file of shape `T`.
///
/// # Errors
/// Names line, column, the wrong key and the nearest right one.
pub(in crate::rule) fn read<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, RuleError> {
    toml::from_str(text).map_err(|error| {
        let message = error.message();
        let named = named_in(message);
        let mut start = error.span().map_or(0, |span| span.start);
        if let (Some(key), true) = (named.first(), message.starts_with("unknown field")) {
            start = key_offset(text, start, key).unwrap_or(start);
        }
        let mut told = message.to_owned();
        let what = match () {
            () if message.starts_with("unknown field") => Some("key"),
            () if message.starts_with("unknown variant") => Some("value"),
            () => None,
        };
        if let (Some(what), Some((wrong, known))) = (what, named.split_first()) {
            told = format!("unknown {what} `{wrong}`{}", did_you_mean(wrong, known.iter().copied()));
            if !told.ends_with('?') {
                told = format!("{told}; known are {}", known.join(", "));
            }
        }
        if message.contains("escape") {
            told.push_str("; write patterns in single quotes, where a backslash is a backslash");
        }
        RuleError::at(path, text, start, RuleErrorKind::Shape(told))
    })
}

/// The names in back quotes in a message of serde's.
fn named_in(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

/// Where `key` is written at or behind `from`, else anywhere.
fn key_offset(text: &str, from: usize, key: &str) -> Option<usize> {
    let search = |from: usize| {
        let rest = text.get(from..)?;
        rest.match_indices(key).map(|(at, _)| from + at).find(|&at| {
            let before = text[..at].trim_end_matches([' ', '\t']);
            let after = text[at + key.len()..].trim_start_matches([' ', '\t']);
            (before.is_empty() || before.ends_with(['\n', '{', ',', '[', '.'])) && after.starts_with(['=', ']', '.'])
        })
    };
    search(from).or_else(|| search(0))
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
