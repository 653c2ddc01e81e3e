//! Values that options take by name.

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// What standard input is called unless `--stdin-name` says otherwise.
pub(in crate::cli) const DEFAULT_STDIN_NAME: &str = "stdin.md";

/// Largest size of a file, in MiB, unless `--max-size` says otherwise.
pub(in crate::cli) const DEFAULT_MAX_MIB: u64 = 16;

/// Returns what reads one of `all` by its name; a note is called `info` too.
pub(in crate::cli) fn named<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let value = move |value: &T| PossibleValue::new(name(*value)).aliases((name(*value) == "note").then_some("info"));
    PossibleValuesParser::new(all.iter().map(value)).map(move |given| {
        let given = if given == "info" { "note" } else { given.as_str() };
        *all.iter().find(|value| name(**value) == given).expect("clap takes no other name")
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum RulesFormat {
    /// One line per rule
    Text,
    /// One table per pack, as in docs/rules.md
    Markdown,
    /// One JSON document, for programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReadyFormat {
    /// A checklist to read
    Full,
    /// One document for programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SkimFormat {
    /// The letter as a page, and its signals
    Full,
    /// One JSON document, for programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SchemaFile {
    /// letterlint.toml
    Settings,
    /// A rule file
    Rule,
}
