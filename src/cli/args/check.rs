//! Options of a check.

use super::application::ApplicationArgs;
use super::value::{DEFAULT_MAX_MIB, DEFAULT_STDIN_NAME, named};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use letterlint::diagnostic::Severity;
use letterlint::report::FormatName;
use letterlint::rule::Level;
use letterlint::settings::{ColorChoice, FailOn, TierName};
use std::path::PathBuf;

/// Options of a check.
///
/// Those without a heading are the ones used most; `-h` leaves out what is marked `hide_short_help`.
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CheckArgs {
    /// Letters or folders to check: Markdown (.md, .markdown) or plain text; `-` reads standard input
    ///
    /// In a folder, every file that looks like a letter is checked. Without a path, letterlint checks the letter on
    /// standard input where one arrives (`letterlint < letter.md`), and otherwise the current folder.
    #[arg(value_name = "PATH", hide_short_help = true)]
    pub(in crate::cli) paths: Vec<PathBuf>,

    /// How findings are printed [default: full]
    #[arg(short, long, value_name = "FORMAT", value_parser = format_name())]
    pub(in crate::cli) format: Option<FormatName>,

    /// Write a report to a file as well
    ///
    /// A format and the file, such as sarif=letters.sarif. Repeatable; standard output stays as it is, but for `-`, which
    /// is standard output.
    #[arg(short, long = "output", value_name = "FORMAT=FILE", value_parser = output)]
    pub(in crate::cli) outputs: Vec<Output>,

    /// The lowest severity to print [default: warning]
    ///
    /// For the formats that people read; the others contain every finding.
    #[arg(long, value_name = "SEVERITY", value_parser = named(&Severity::ALL, Severity::label))]
    pub(in crate::cli) show: Option<Severity>,

    /// What makes the exit code 1 [default: error]
    ///
    /// Findings of this severity or above.
    #[arg(long, value_name = "SEVERITY", value_parser = named(FailOn::ALL, FailOn::name))]
    pub(in crate::cli) fail_on: Option<FailOn>,

    /// Exit code 1 for more than N warnings in the run
    ///
    /// Without this option or the setting of the same name, any number is allowed.
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = most)]
    pub(in crate::cli) max_warnings: Option<usize>,

    /// Use only these rules or packs
    ///
    /// Repeatable, or comma-separated.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(in crate::cli) select: Vec<String>,

    /// Do not use these rules or packs
    ///
    /// Repeatable, or comma-separated.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(in crate::cli) ignore: Vec<String>,

    /// Skip files, by a pattern as in .gitignore
    ///
    /// Repeatable; adds to `exclude` in the settings. Patterns are relative to the current folder. They also apply to
    /// files that you name, which the setting does only with --force-exclude.
    #[arg(long, value_name = "PATTERN")]
    pub(in crate::cli) exclude: Vec<String>,

    /// Print findings only, no summary
    #[arg(short, long, conflicts_with = "verbose")]
    pub(in crate::cli) quiet: bool,

    /// Show what is read and skipped; -vv: the parts too
    ///
    /// On standard error: one line per letter; with -vv the parts of each, such as greeting and paragraphs, as well.
    #[arg(short, long, action = clap::ArgAction::Count)]
    pub(in crate::cli) verbose: u8,

    /// 150, 250 or 400 words [default: auto]
    ///
    /// How long the letter may be: short is 150 words, standard 250, expanded 400. `auto` takes the shortest that fits.
    #[arg(long, value_name = "TIER", help_heading = "Letter", value_parser = named(TierName::ALL, TierName::name))]
    pub(in crate::cli) tier: Option<TierName>,

    /// The role applied for, such as backend; `none` for no role
    ///
    /// By default, letterlint looks for it in the letter.
    #[arg(long, value_name = "NAME", help_heading = "Letter")]
    pub(in crate::cli) role: Option<String>,

    /// Your career level
    #[arg(long, value_name = "LEVEL", value_parser = named(&Level::ALL, Level::name))]
    #[arg(help_heading = "Letter", hide_short_help = true)]
    pub(in crate::cli) level: Option<Level>,

    /// A pack to use in addition to those for the role, such as extended; repeatable
    #[arg(long = "pack", value_name = "NAME", help_heading = "Letter", hide_short_help = true)]
    pub(in crate::cli) packs: Vec<String>,

    #[command(flatten)]
    pub(in crate::cli) application: ApplicationArgs,

    /// Only findings on lines changed since this git revision, such as HEAD or origin/main
    #[arg(long, value_name = "REV", help_heading = "Findings", hide_short_help = true)]
    pub(in crate::cli) only_changed: Option<String>,

    /// Check the letters of the next commit, as they are staged in git: for hooks
    #[arg(long, conflicts_with_all = ["only_changed", "write_baseline"])]
    #[arg(help_heading = "Findings", hide_short_help = true)]
    pub(in crate::cli) staged: bool,

    /// Do not show findings that this file accepts
    #[arg(long, value_name = "FILE", help_heading = "Findings", hide_short_help = true)]
    pub(in crate::cli) baseline: Option<PathBuf>,

    /// Accept all current findings: write them to the baseline file [default: letterlint-baseline.json]
    #[arg(long, conflicts_with_all = ["redact", "only_changed", "select", "ignore", "exclude"])]
    #[arg(help_heading = "Findings", hide_short_help = true)]
    pub(in crate::cli) write_baseline: bool,

    /// Exit with 0 even if there are findings; 2 stays 2
    #[arg(long, help_heading = "Findings", hide_short_help = true)]
    pub(in crate::cli) exit_zero: bool,

    /// Skip files that the settings exclude even if you name them, for hooks
    #[arg(long, help_heading = "Findings", hide_short_help = true)]
    pub(in crate::cli) force_exclude: bool,

    /// Read only this settings file; the variable `LETTERLINT_CONFIG` does the same
    #[arg(long, value_name = "FILE", conflicts_with = "isolated", help_heading = "Settings", hide_short_help = true)]
    pub(in crate::cli) config: Option<PathBuf>,

    /// Read no settings file
    #[arg(long, help_heading = "Settings", hide_short_help = true)]
    pub(in crate::cli) isolated: bool,

    /// A setting as in a settings file, such as rules.cliche.severity=info; repeatable
    #[arg(long = "set", value_name = "KEY=VALUE", help_heading = "Settings", hide_short_help = true)]
    pub(in crate::cli) sets: Vec<String>,

    /// Your own rule file or folder, added to the shipped rules; repeatable
    #[arg(long, value_name = "PATH", help_heading = "Settings", hide_short_help = true)]
    pub(in crate::cli) rules: Vec<PathBuf>,

    /// Count findings by rule, the most frequent first, instead of printing them
    #[arg(long, conflicts_with_all = ["summary", "format"], help_heading = "Output", hide_short_help = true)]
    pub(in crate::cli) statistics: bool,

    /// Print one line per letter instead of its findings
    #[arg(long, conflicts_with = "format", help_heading = "Output", hide_short_help = true)]
    pub(in crate::cli) summary: bool,

    /// Print what to do in the formats concise and grouped as well
    #[arg(long, help_heading = "Output", hide_short_help = true)]
    pub(in crate::cli) help_text: bool,

    /// Let --output overwrite a file that is not a letterlint report
    #[arg(long, help_heading = "Output", hide_short_help = true)]
    pub(in crate::cli) force: bool,

    /// Add a Markdown summary to the file in the variable `GITHUB_STEP_SUMMARY`, if it is set
    #[arg(long, help_heading = "Output", hide_short_help = true)]
    pub(in crate::cli) step_summary: bool,

    /// Print no words of a letter, for public logs
    #[arg(long, help_heading = "Output", hide_short_help = true)]
    pub(in crate::cli) redact: bool,

    /// When to use colour [default: auto]
    #[arg(long, value_name = "WHEN", value_parser = named(ColorChoice::ALL, ColorChoice::name))]
    #[arg(help_heading = "Output", hide_short_help = true)]
    pub(in crate::cli) color: Option<ColorChoice>,

    /// The name of standard input; its extension gives the file type [default: stdin.md]
    ///
    /// Without a path, this alone makes letterlint read standard input.
    #[arg(long, value_name = "NAME", help_heading = "Files", hide_short_help = true)]
    pub(in crate::cli) stdin_name: Option<String>,

    /// The size, in MiB, above which a file is skipped
    #[arg(long, value_name = "MIB", default_value_t = DEFAULT_MAX_MIB, help_heading = "Files", hide_short_help = true)]
    pub(in crate::cli) max_size: u64,
}

impl CheckArgs {
    /// What standard input is called.
    pub(in crate::cli) fn stdin_name(&self) -> &str {
        self.stdin_name.as_deref().unwrap_or(DEFAULT_STDIN_NAME)
    }
}

/// A format and the file it goes to.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Output {
    pub(in crate::cli) format: FormatName,
    pub(in crate::cli) file: PathBuf,
}

fn format_name() -> impl TypedValueParser<Value = FormatName> {
    let names = FormatName::ALL.map(|format| PossibleValue::new(format.name()).help(about(format)));
    PossibleValuesParser::new(names).map(|name| FormatName::of(&name).expect("clap takes no other name"))
}

fn about(format: FormatName) -> &'static str {
    match format {
        FormatName::Full => "The letter with its findings, and a summary",
        FormatName::Concise => "One line per finding",
        FormatName::Grouped => "Findings grouped by letter",
        FormatName::Json => "One JSON document, for programs",
        FormatName::JsonLines => "One JSON object per line, for programs",
        FormatName::Github => "The full report, and annotations in a GitHub workflow",
        FormatName::Gitlab => "GitLab's Code Quality report",
        FormatName::Junit => "JUnit XML, one suite per letter",
        FormatName::Sarif => "SARIF 2.1.0, for GitHub's code scanning",
        FormatName::Rdjson => "reviewdog's JSON",
        FormatName::Markdown => "A summary for a pull request or a job",
    }
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

fn most(argument: &str) -> Result<usize, String> {
    argument.parse().map_err(|_| "write a whole number from 0; without the option there is no limit".to_owned())
}
