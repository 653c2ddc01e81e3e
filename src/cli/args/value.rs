//! Values that options take by name.

use clap::ValueEnum;
use letterlint::diagnostic::Severity;
use letterlint::rule::{Level, Tier};
use letterlint::settings::{ColorChoice, FailOn};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TierArg {
    Auto,
    Short,
    Standard,
    Expanded,
}

impl TierArg {
    pub(in crate::cli) fn tier(self) -> Option<Tier> {
        match self {
            TierArg::Auto => None,
            TierArg::Short => Some(Tier::Short),
            TierArg::Standard => Some(Tier::Standard),
            TierArg::Expanded => Some(Tier::Expanded),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum LevelArg {
    Junior,
    Mid,
    Senior,
    Staff,
}

impl From<LevelArg> for Level {
    fn from(level: LevelArg) -> Self {
        match level {
            LevelArg::Junior => Level::Junior,
            LevelArg::Mid => Level::Mid,
            LevelArg::Senior => Level::Senior,
            LevelArg::Staff => Level::Staff,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FailOnArg {
    Error,
    Warning,
    #[value(alias = "info")]
    Note,
    Never,
}

impl From<FailOnArg> for FailOn {
    fn from(fail_on: FailOnArg) -> Self {
        match fail_on {
            FailOnArg::Error => FailOn::Error,
            FailOnArg::Warning => FailOn::Warning,
            FailOnArg::Note => FailOn::Info,
            FailOnArg::Never => FailOn::Never,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ShowArg {
    Error,
    Warning,
    #[value(alias = "info")]
    Note,
}

impl From<ShowArg> for Severity {
    fn from(show: ShowArg) -> Self {
        match show {
            ShowArg::Error => Severity::Error,
            ShowArg::Warning => Severity::Warning,
            ShowArg::Note => Severity::Info,
        }
    }
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
pub(in crate::cli) enum ColorArg {
    Auto,
    Always,
    Never,
}

impl From<ColorArg> for ColorChoice {
    fn from(color: ColorArg) -> Self {
        match color {
            ColorArg::Auto => ColorChoice::Auto,
            ColorArg::Always => ColorChoice::Always,
            ColorArg::Never => ColorChoice::Never,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SchemaFile {
    /// letterlint.toml
    Settings,
    /// A rule file
    Rule,
}
