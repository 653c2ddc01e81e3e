//! Options of the commands that look at letters among others.

use super::LookupArgs;
use super::application::ApplicationArgs;
use super::value::{DEFAULT_MAX_MIB, ReadyFormat, named};
use letterlint::settings::ColorChoice;
use std::path::PathBuf;

/// Options of `ready`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ReadyArgs {
    /// Letters to send, and folders of them [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(in crate::cli) application: ApplicationArgs,

    /// The folder of letters to compare with [default: the repository, the settings' folder, or folders beside the letter's]
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) among: Option<PathBuf>,

    #[command(flatten)]
    pub(in crate::cli) lookup: LookupArgs,

    /// A setting as in a settings file; repeatable
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(in crate::cli) sets: Vec<String>,

    /// The size, in MiB, above which a file is skipped
    #[arg(long, value_name = "MIB", default_value_t = DEFAULT_MAX_MIB)]
    pub(in crate::cli) max_size: u64,

    /// Fail a letter if something is not known, such as its posting or your CV
    #[arg(long)]
    pub(in crate::cli) strict: bool,

    /// How to show the checklist
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub(in crate::cli) format: ReadyFormat,

    /// Print no words of a letter, for public logs
    #[arg(long)]
    pub(in crate::cli) redact: bool,

    /// Print only what is left to fix
    #[arg(short, long)]
    pub(in crate::cli) quiet: bool,

    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = named(ColorChoice::ALL, ColorChoice::name))]
    pub(in crate::cli) color: ColorChoice,
}

/// Options of `compare`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CompareArgs {
    /// One letter
    #[arg(value_name = "LETTER")]
    pub(in crate::cli) one: PathBuf,

    /// The other letter
    #[arg(value_name = "OTHER")]
    pub(in crate::cli) other: PathBuf,

    /// The size, in MiB, above which a file is skipped
    #[arg(long, value_name = "MIB", default_value_t = DEFAULT_MAX_MIB)]
    pub(in crate::cli) max_size: u64,

    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = named(ColorChoice::ALL, ColorChoice::name))]
    pub(in crate::cli) color: ColorChoice,
}
