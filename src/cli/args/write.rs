//! Options of the commands that write letters, settings, hooks, completions and manual pages.

use super::LookupArgs;
use super::value::named;
use clap_complete::Shell;
use letterlint::rule::Level;
use letterlint::settings::TierName;
use std::path::PathBuf;

/// Options of `new`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct NewArgs {
    /// The file to write, such as acme/letter.md; without it, or with `-`, the letter is printed
    ///
    /// An existing file is never changed. In a folder, the file is called letter.md. The settings for that folder fill in
    /// role, level and tier, and the company if `[job]` has `company = "{dir}"`.
    #[arg(value_name = "PATH")]
    pub(in crate::cli) path: Option<PathBuf>,

    /// How long the letter should be: 150, 250 or 400 words [default: standard]
    #[arg(long, value_name = "TIER", value_parser = named(TierName::ALL, TierName::name))]
    pub(in crate::cli) tier: Option<TierName>,

    /// The role applied for, such as backend; it decides what the letter should show
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) role: Option<String>,

    /// Your career level
    #[arg(long, value_name = "LEVEL", value_parser = named(&Level::ALL, Level::name))]
    pub(in crate::cli) level: Option<Level>,

    /// The company that the letter is for
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) company: Option<String>,

    /// The position applied for
    #[arg(long, value_name = "TITLE")]
    pub(in crate::cli) position: Option<String>,

    /// The person that the letter is for, such as "Ms Okafor"
    #[arg(long, visible_alias = "to", value_name = "NAME")]
    pub(in crate::cli) recipient: Option<String>,

    /// Write plain text, without front matter for tier, role and company
    ///
    /// A file name that ends in .txt does the same.
    #[arg(long)]
    pub(in crate::cli) plain: bool,

    #[command(flatten)]
    pub(in crate::cli) lookup: LookupArgs,
}

/// Options of `init`.
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct InitArgs {
    /// Write .pre-commit-config.yaml, or show the lines to add to it
    #[arg(long)]
    pub(in crate::cli) pre_commit: bool,

    /// Write git's own pre-commit hook, which needs no framework
    #[arg(long, conflicts_with = "pre_commit")]
    pub(in crate::cli) hook: bool,

    /// Write .github/workflows/letterlint.yml
    #[arg(long)]
    pub(in crate::cli) github: bool,

    /// Have the workflow upload its findings to GitHub's code scanning, which private repositories have to turn on
    #[arg(long, requires = "github")]
    pub(in crate::cli) code_scanning: bool,
}

/// Options of `completions`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell to complete in
    #[arg(value_name = "SHELL")]
    pub(in crate::cli) shell: Shell,
}

/// Options of `man`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ManArgs {
    /// The command whose page to print, such as skim [default: letterlint itself]
    #[arg(value_name = "COMMAND")]
    pub(in crate::cli) command: Option<String>,
}
