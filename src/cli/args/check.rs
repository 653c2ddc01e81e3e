//! Options of a check.

use super::super::files::DEFAULT_MAX_MIB;
use super::application::ApplicationArgs;
use super::value::{ColorArg, FailOnArg, LevelArg, ShowArg, TierArg};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use letterlint::report::FormatName;
use std::path::PathBuf;

/// Options of a check.
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CheckArgs {
    /// Letters or folders to check: Markdown (.md, .markdown) or plain text; `-` reads standard input
    ///
    /// In a folder, what looks like a letter is checked. Without a path, the current folder is.
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,

    /// What standard input is called; its ending says what it is
    #[arg(long, value_name = "NAME", default_value = "stdin.md")]
    pub(in crate::cli) stdin_name: String,

    /// The size, in MiB, from which a file is taken for no letter
    #[arg(long, value_name = "MIB", default_value_t = DEFAULT_MAX_MIB)]
    pub(in crate::cli) max_size: u64,

    /// How long the letter is meant to be: 150, 250 or 400 words; auto takes the smallest that holds it
    #[arg(long, value_name = "TIER", help_heading = "Settings")]
    pub(in crate::cli) tier: Option<TierArg>,

    /// The role applied for, such as backend; `none` for no role [default: found in the letter]
    #[arg(long, value_name = "NAME", help_heading = "Settings")]
    pub(in crate::cli) role: Option<String>,

    /// How far you have come
    #[arg(long, value_name = "LEVEL", help_heading = "Settings")]
    pub(in crate::cli) level: Option<LevelArg>,

    #[command(flatten)]
    pub(in crate::cli) application: ApplicationArgs,

    /// A pack to use besides those that the letter is for, such as extended; repeatable
    #[arg(long = "pack", value_name = "NAME", help_heading = "Settings")]
    pub(in crate::cli) packs: Vec<String>,

    /// Your own rule file or folder, added to the shipped rules; repeatable
    #[arg(long, value_name = "PATH", help_heading = "Settings")]
    pub(in crate::cli) rules: Vec<PathBuf>,

    /// Read this settings file, and no other; so does the variable `LETTERLINT_CONFIG`
    #[arg(long, value_name = "FILE", conflicts_with = "isolated", help_heading = "Settings")]
    pub(in crate::cli) config: Option<PathBuf>,

    /// Read no settings file
    #[arg(long, help_heading = "Settings")]
    pub(in crate::cli) isolated: bool,

    /// A setting as a settings file has it, such as rules.cliche.severity=info; repeatable
    #[arg(long = "set", value_name = "KEY=VALUE", help_heading = "Settings")]
    pub(in crate::cli) sets: Vec<String>,

    /// Try only these rules or packs; repeatable, or parted by commas
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = "Findings")]
    pub(in crate::cli) select: Vec<String>,

    /// Do not try these rules or packs; repeatable, or parted by commas
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = "Findings")]
    pub(in crate::cli) ignore: Vec<String>,

    /// Only findings on lines changed since this git revision, such as HEAD or origin/main
    #[arg(long, value_name = "REV", help_heading = "Findings")]
    pub(in crate::cli) only_changed: Option<String>,

    /// Check the letters of the next commit, as they are staged in git: for hooks
    #[arg(long, conflicts_with_all = ["only_changed", "write_baseline"], help_heading = "Findings")]
    pub(in crate::cli) staged: bool,

    /// Do not show findings that this file accepts
    #[arg(long, value_name = "FILE", help_heading = "Findings")]
    pub(in crate::cli) baseline: Option<PathBuf>,

    /// Accept all findings as they are: write them to the baseline file [default: letterlint-baseline.json]
    #[arg(long, conflicts_with_all = ["redact", "only_changed", "select", "ignore"], help_heading = "Findings")]
    pub(in crate::cli) write_baseline: bool,

    /// Which findings make the exit code 1 [default: error]
    #[arg(long, value_name = "SEVERITY", help_heading = "Findings")]
    pub(in crate::cli) fail_on: Option<FailOnArg>,

    /// End with 0 whatever was found; 2 stays 2
    #[arg(long, help_heading = "Findings")]
    pub(in crate::cli) exit_zero: bool,

    /// Pass over excluded files even where they are named, as hooks do
    #[arg(long, help_heading = "Findings")]
    pub(in crate::cli) force_exclude: bool,

    /// How findings are printed [default: full]
    #[arg(long, value_name = "FORMAT", value_parser = format_name(), help_heading = "Output")]
    pub(in crate::cli) format: Option<FormatName>,

    /// Write a format to a file besides, such as sarif=letters.sarif; `-` is standard output; repeatable
    #[arg(long = "output", value_name = "FORMAT=FILE", value_parser = output, help_heading = "Output")]
    pub(in crate::cli) outputs: Vec<Output>,

    /// Let --output overwrite a file that is not a report of letterlint
    #[arg(long, help_heading = "Output")]
    pub(in crate::cli) force: bool,

    /// Add a summary in Markdown to the file that `GITHUB_STEP_SUMMARY` names, where it is set
    #[arg(long, help_heading = "Output")]
    pub(in crate::cli) step_summary: bool,

    /// Print no word of a letter: for public logs
    #[arg(long, help_heading = "Output")]
    pub(in crate::cli) redact: bool,

    /// The least severity that is printed for people [default: warning]
    #[arg(long, value_name = "SEVERITY", help_heading = "Output")]
    pub(in crate::cli) show: Option<ShowArg>,

    /// Whether to colour [default: auto]
    #[arg(long, value_name = "WHEN", help_heading = "Output")]
    pub(in crate::cli) color: Option<ColorArg>,

    /// Print findings only, no summary
    #[arg(short, long, conflicts_with = "verbose", help_heading = "Output")]
    pub(in crate::cli) quiet: bool,

    /// Say on standard error what is read, how it is taken, and what is passed over
    #[arg(short, long, help_heading = "Output")]
    pub(in crate::cli) verbose: bool,
}

/// A format and the file it goes to.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Output {
    pub(in crate::cli) format: FormatName,
    pub(in crate::cli) file: PathBuf,
}

fn format_name() -> impl TypedValueParser<Value = FormatName> {
    let names = FormatName::ALL.map(FormatName::name);
    PossibleValuesParser::new(names).map(|name| FormatName::of(&name).expect("clap takes no other name"))
}

fn output(argument: &str) -> Result<Output, String> {
    let known = FormatName::ALL.map(FormatName::name).join(", ");
    let (name, file) = argument.split_once('=').ok_or("write FORMAT=FILE, such as sarif=letters.sarif")?;
    let format = FormatName::of(name).ok_or_else(|| format!("no format is called `{name}`; known are {known}"))?;
    if file.is_empty() {
        return Err(format!("no file is named; write {name}=FILE"));
    }
    Ok(Output { format, file: PathBuf::from(file) })
}
