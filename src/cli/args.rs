//! What can be asked on the command line.

use super::init::InitArgs;
use super::manual::{CompletionsArgs, ManArgs};
use super::new::NewArgs;
use clap::{Parser, Subcommand, ValueEnum};
use letterlint::diagnostic::Severity;
use letterlint::rule::{Level, Tier};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  letterlint draft.md                       check a letter
  letterlint --show info letters/*.md       show the notes too
  letterlint --tier short --role backend draft.txt
  pandoc acme.docx -t markdown | letterlint - --stdin-name acme.md
  letterlint --fail-on warning draft.md     in CI: warnings fail as well
  letterlint explain leftover-placeholder   what a rule wants, and why

Exit codes:
  0  nothing at or above the --fail-on threshold
  1  findings at or above it
  2  something asked for could not be done (a missing path, a broken rule, …)";

/// Reads a cover letter before a hiring manager does.
///
/// Finds leftover placeholders, worn phrases, claims without a figure and the wrong length, points at the place and
/// says what to do instead. Works offline; nothing of a letter is kept or sent.
#[derive(Debug, Parser)]
#[command(name = "letterlint", version, after_help = EXAMPLES, max_term_width = 100)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    #[command(flatten)]
    pub(super) check: CheckArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the completions of a shell
    Completions(CompletionsArgs),
    /// Say what a rule wants, why, and show a bad and a good example
    Explain(ExplainArgs),
    /// Write letterlint.toml with every setting explained, and on request a hook or a workflow
    Init(InitArgs),
    /// Print the manual page, of letterlint or of one of its commands
    Man(ManArgs),
    /// Print the skeleton of a letter, with placeholders to fill in
    New(NewArgs),
    /// List the rules
    Rules(RulesArgs),
    /// Show what a reader of forty seconds meets, and the line at which the time is up
    Skim(SkimArgs),
    /// Try rules on their own bad and good examples
    Test(TestArgs),
}

/// Options of a check.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// Letters to check: Markdown (.md, .markdown) or plain text; `-` reads standard input
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,

    /// What standard input is called; its ending says what it is
    #[arg(long, value_name = "NAME", default_value = "stdin.md")]
    pub(super) stdin_name: String,

    /// How long the letter is meant to be: 150, 250 or 400 words; auto takes the smallest that holds it
    #[arg(long, value_name = "TIER", default_value = "auto", hide_possible_values = false)]
    pub(super) tier: TierArg,

    /// The role applied for, such as backend; `none` for no role [default: found in the letter]
    #[arg(long, value_name = "NAME")]
    pub(super) role: Option<String>,

    /// How far you have come
    #[arg(long, value_name = "LEVEL")]
    pub(super) level: Option<LevelArg>,

    /// A pack to use besides those that the letter is for, such as extended; repeatable
    #[arg(long = "pack", value_name = "NAME")]
    pub(super) packs: Vec<String>,

    /// Your own rule file or folder, added to the shipped rules; repeatable
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,

    /// Which findings make the exit code 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub(super) fail_on: FailOn,

    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub(super) format: FormatArg,

    /// The least severity that full and concise print
    #[arg(long, value_name = "SEVERITY", default_value = "warning")]
    pub(super) show: ShowArg,

    /// Whether to colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColorArg,

    /// Read no settings file
    #[arg(long)]
    pub(super) isolated: bool,

    /// Print findings only, no summary
    #[arg(short, long, conflicts_with = "verbose")]
    pub(super) quiet: bool,

    /// Say on standard error what is read and how it is taken
    #[arg(short, long)]
    pub(super) verbose: bool,
}

/// Options of `explain`.
#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The rule's id, such as average-latency
    #[arg(value_name = "RULE")]
    pub(super) rule: String,

    /// Your own rule file or folder, added to the shipped rules; repeatable
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,

    /// Whether to colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColorArg,
}

/// Options of `rules`.
#[derive(Debug, clap::Args)]
pub(super) struct RulesArgs {
    /// Only the rules in force for this role; `none` for those of every letter
    #[arg(long, value_name = "NAME")]
    pub(super) role: Option<String>,

    /// Your own rule file or folder, added to the shipped rules; repeatable
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,

    /// How the rules are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: RulesFormat,

    /// Whether to colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColorArg,
}

/// Options of `skim`.
#[derive(Debug, clap::Args)]
pub(super) struct SkimArgs {
    /// Letters to show: Markdown (.md, .markdown) or plain text; `-` reads standard input
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,

    /// What standard input is called; its ending says what it is
    #[arg(long, value_name = "NAME", default_value = "stdin.md")]
    pub(super) stdin_name: String,

    /// How long the reader stays, in seconds
    #[arg(long, value_name = "N", default_value = "40")]
    pub(super) seconds: u32,

    /// How many words the reader gets through in a minute
    #[arg(long, value_name = "N", default_value = "238", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) wpm: u32,

    /// The role applied for, such as backend; `none` for no role [default: found in the letter]
    #[arg(long, value_name = "NAME")]
    pub(super) role: Option<String>,

    /// How far you have come
    #[arg(long, value_name = "LEVEL")]
    pub(super) level: Option<LevelArg>,

    /// A pack to use besides those that the letter is for; repeatable
    #[arg(long = "pack", value_name = "NAME")]
    pub(super) packs: Vec<String>,

    /// Your own rule file or folder, added to the shipped rules; repeatable
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,

    /// Make the exit code 1 where fewer than N signals of a letter stand before the line
    #[arg(long, value_name = "N")]
    pub(super) fail_under: Option<usize>,

    /// How letters are shown
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub(super) format: SkimFormat,

    /// Whether to colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColorArg,
}

/// Options of `test`.
#[derive(Debug, clap::Args)]
pub(super) struct TestArgs {
    /// Rule files or folders to try; the shipped rules where none is named
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// Say nothing but what failed
    #[arg(short, long)]
    pub(super) quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TierArg {
    Auto,
    Short,
    Standard,
    Expanded,
}

impl TierArg {
    pub(super) fn tier(self) -> Option<Tier> {
        match self {
            TierArg::Auto => None,
            TierArg::Short => Some(Tier::Short),
            TierArg::Standard => Some(Tier::Standard),
            TierArg::Expanded => Some(Tier::Expanded),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LevelArg {
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
pub(super) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    pub(super) fn threshold(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Never => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ShowArg {
    Error,
    Warning,
    Info,
}

impl From<ShowArg> for Severity {
    fn from(show: ShowArg) -> Self {
        match show {
            ShowArg::Error => Severity::Error,
            ShowArg::Warning => Severity::Warning,
            ShowArg::Info => Severity::Info,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    /// Excerpts with what to do instead, and a summary
    Full,
    /// One line a finding
    Concise,
    /// One document for programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    /// One line a rule
    Text,
    /// A table a pack, as in rules/README.md
    Markdown,
    /// One document for programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SkimFormat {
    /// The letter as a page, and its signals
    Full,
    /// One document for programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    Auto,
    Always,
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_makes_sense_to_clap() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
