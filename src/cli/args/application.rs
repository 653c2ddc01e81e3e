//! Options that say what a letter is for.

use letterlint::settings::unknown_slot;
use std::path::PathBuf;

/// Options that say what a letter is for.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ApplicationArgs {
    /// The company that the letter is for
    #[arg(long, value_name = "NAME", value_parser = company, help_heading = "Application")]
    pub(in crate::cli) company: Option<String>,

    /// The position applied for [default: the first line of the posting]
    #[arg(long, value_name = "TITLE", help_heading = "Application", hide_short_help = true)]
    pub(in crate::cli) position: Option<String>,

    /// The person that the letter is for, such as "Ms Okafor"
    #[arg(long, visible_alias = "to", value_name = "NAME")]
    #[arg(help_heading = "Application", hide_short_help = true)]
    pub(in crate::cli) recipient: Option<String>,

    /// The posting: text, Markdown or a saved page
    ///
    /// By default, job.md, job.txt or job.html next to the letter.
    #[arg(long, value_name = "FILE", help_heading = "Application")]
    pub(in crate::cli) job: Option<PathBuf>,

    /// Your CV [default: the nearest cv.md or resume.md, from the letter's folder upwards]
    #[arg(long, value_name = "FILE", help_heading = "Application")]
    pub(in crate::cli) cv: Option<PathBuf>,
}

/// A company's name, in which `{dir}` may stand for the letter's folder.
fn company(name: &str) -> Result<String, String> {
    unknown_slot(name).map_or_else(|| Ok(name.to_owned()), Err)
}
