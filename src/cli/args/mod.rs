//! What can be asked on the command line.

mod answers;
mod application;
mod check;
mod deferred;
mod help;
mod hunt;
mod refuse;
mod value;
mod write;

pub(super) use answers::answer_to_word;
pub(super) use application::ApplicationArgs;
pub(super) use check::{CheckArgs, Output};
pub(super) use deferred::Deferred;
pub(super) use help::with_examples;
pub(super) use hunt::{CompareArgs, ReadyArgs};
pub(super) use refuse::nearest_command;
pub(super) use value::{DEFAULT_MAX_MIB, DEFAULT_STDIN_NAME, ReadyFormat, RulesFormat, SchemaFile, SkimFormat};
pub(super) use write::{CompletionsArgs, InitArgs, ManArgs, NewArgs};

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use letterlint::rule::Level;
use letterlint::settings::ColorChoice;
use std::env;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use value::named;

/// Reads a cover letter before a hiring manager does.
///
/// Finds leftover placeholders, worn phrases, claims without a number and the wrong length, points at the place and
/// says what to do instead. Works offline; nothing you write is stored or sent.
#[derive(Debug, Parser)]
#[command(name = "letterlint", version, max_term_width = 100)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    pub(in crate::cli) command: Option<Command>,

    #[command(flatten)]
    pub(in crate::cli) check: CheckArgs,
}

impl Args {
    /// Reads the command line; ends the run where that asks for help, and says what is wrong with it where that is so.
    ///
    /// What clap builds for it is not taken down: that would take a fifth of the reading, and the run is short.
    pub(in crate::cli) fn read() -> Option<Self> {
        let mut known = ManuallyDrop::new(Args::command());
        let matches = known.try_get_matches_from_mut(env::args_os()).inspect_err(refuse::say).ok()?;
        let mut matches = ManuallyDrop::new(matches);
        let read = Args::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut known));
        let mut args = read.inspect_err(refuse::say).ok()?;
        // `letterlint --tier short check draft.md` says it as well as `letterlint check --tier short draft.md`.
        if args.command.is_none() && args.check.paths.first().is_some_and(|first| is_the_word_check(first)) {
            args.check.paths.remove(0);
        }
        Some(args)
    }
}

fn is_the_word_check(path: &Path) -> bool {
    path.as_os_str() == "check" && !path.exists()
}

/// The commands, in the order in which they are needed.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Check letters; the word may be left out: `letterlint draft.md`
    Check(Deferred<Box<CheckArgs>>),
    /// Show whether a letter is ready to send, as a checklist
    ///
    /// The exit code is 0 only if nothing is left to do.
    Ready(Deferred<ReadyArgs>),
    /// Show what a reader sees in forty seconds
    Skim(Deferred<SkimArgs>),
    /// Explain a rule: what it asks for, why, and examples
    Explain(Deferred<ExplainArgs>),
    /// List the rules
    Rules(Deferred<RulesArgs>),
    /// Start a letter from a template, with placeholders to fill in
    New(Deferred<NewArgs>),
    /// Write letterlint.toml, a hook or a workflow
    Init(Deferred<InitArgs>),
    /// Show what two letters share
    Compare(Deferred<CompareArgs>),
    /// Show the settings in force for a letter, and where each comes from
    Settings(Deferred<SettingsArgs>),
    /// Test rules on their own bad and good examples
    Test(Deferred<TestArgs>),
    /// Print the JSON Schema of settings or rule files, for editors
    Schema(Deferred<SchemaArgs>),
    /// Print completions for a shell
    Completions(Deferred<CompletionsArgs>),
    /// Print the manual page of letterlint or of a command
    Man(Deferred<ManArgs>),
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct LookupArgs {
    /// Read only this settings file; the variable `LETTERLINT_CONFIG` does the same
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(in crate::cli) config: Option<PathBuf>,

    /// Read no settings file
    #[arg(long)]
    pub(in crate::cli) isolated: bool,
}

/// Options of `settings`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SettingsArgs {
    /// The letter, or a folder of letters
    #[arg(value_name = "PATH", default_value = ".")]
    pub(in crate::cli) path: PathBuf,

    #[command(flatten)]
    pub(in crate::cli) lookup: LookupArgs,

    /// A setting as in a settings file; repeatable
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(in crate::cli) sets: Vec<String>,
}

/// Options of `schema`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SchemaArgs {
    /// The file to describe
    #[arg(value_name = "FILE", default_value = "settings")]
    pub(in crate::cli) file: SchemaFile,
}

/// Options of `explain`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ExplainArgs {
    /// The rule's id, such as average-latency; without one, the rules are listed
    #[arg(value_name = "RULE")]
    pub(in crate::cli) rule: Option<String>,

    /// Your own rule file or folder, added to the shipped rules; repeatable
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) rules: Vec<PathBuf>,

    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = named(ColorChoice::ALL, ColorChoice::name))]
    pub(in crate::cli) color: ColorChoice,
}

/// Options of `rules`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct RulesArgs {
    /// Only the rules for this role; `none` for the rules of every letter
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) role: Option<String>,

    /// Your own rule file or folder, added to the shipped rules; repeatable
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) rules: Vec<PathBuf>,

    /// Show which rules are in force for this letter, and why the others are not
    #[arg(long, value_name = "LETTER", conflicts_with = "role")]
    pub(in crate::cli) why: Option<PathBuf>,

    /// How the rules are printed
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: RulesFormat,

    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = named(ColorChoice::ALL, ColorChoice::name))]
    pub(in crate::cli) color: ColorChoice,
}

/// Options of `skim`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SkimArgs {
    /// Letters to show, and folders of them: Markdown (.md, .markdown) or plain text; `-` reads standard input
    #[arg(value_name = "PATH", required = true)]
    pub(in crate::cli) paths: Vec<PathBuf>,

    /// The name of standard input; its extension gives the file type
    #[arg(long, value_name = "NAME", default_value = "stdin.md")]
    pub(in crate::cli) stdin_name: String,

    /// The size, in MiB, above which a file is skipped
    #[arg(long, value_name = "MIB", default_value_t = DEFAULT_MAX_MIB)]
    pub(in crate::cli) max_size: u64,

    /// How long the reader reads, in seconds
    #[arg(long, value_name = "N", default_value = "40")]
    pub(in crate::cli) seconds: u32,

    /// How many words a minute the reader reads
    #[arg(long, value_name = "N", default_value = "238", value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) wpm: u32,

    /// The role applied for, such as backend; `none` for no role [default: found in the letter]
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) role: Option<String>,

    /// Your career level
    #[arg(long, value_name = "LEVEL", value_parser = named(&Level::ALL, Level::name))]
    pub(in crate::cli) level: Option<Level>,

    /// A pack to use in addition to those for the role, such as extended; repeatable
    #[arg(long = "pack", value_name = "NAME")]
    pub(in crate::cli) packs: Vec<String>,

    /// Your own rule file or folder, added to the shipped rules; repeatable
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) rules: Vec<PathBuf>,

    #[command(flatten)]
    pub(in crate::cli) lookup: LookupArgs,

    /// Exit with 1 if fewer than N signals come before the line
    #[arg(long, value_name = "N")]
    pub(in crate::cli) fail_under: Option<usize>,

    /// How letters are shown
    #[arg(short, long, value_name = "FORMAT", default_value = "full")]
    pub(in crate::cli) format: SkimFormat,

    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = named(ColorChoice::ALL, ColorChoice::name))]
    pub(in crate::cli) color: ColorChoice,
}

/// Options of `test`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct TestArgs {
    /// Rule files or folders to test [default: those in the settings, or else the shipped rules]
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,

    /// Print only failures
    #[arg(short, long)]
    pub(in crate::cli) quiet: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_makes_sense_to_clap() {
        Args::command().debug_assert();
    }
}
