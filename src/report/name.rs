//! What the formats are called.

use serde::Deserialize;

/// A format by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FormatName {
    /// The letter with its findings, and a summary.
    Full,
    /// One line per finding.
    Concise,
    /// Findings grouped by letter.
    Grouped,
    /// One JSON document, for programs.
    Json,
    /// One JSON object per line, for programs.
    JsonLines,
    /// The full report, and annotations in a GitHub workflow.
    Github,
    /// GitLab's Code Quality report.
    Gitlab,
    /// `JUnit` XML, one suite per letter.
    Junit,
    /// SARIF 2.1.0, as GitHub's code scanning takes it.
    Sarif,
    /// reviewdog's JSON.
    Rdjson,
    /// A job summary.
    Markdown,
}

impl FormatName {
    /// All formats, in the order in which they are listed.
    pub const ALL: [FormatName; 11] = [
        FormatName::Full,
        FormatName::Concise,
        FormatName::Grouped,
        FormatName::Json,
        FormatName::JsonLines,
        FormatName::Github,
        FormatName::Gitlab,
        FormatName::Junit,
        FormatName::Sarif,
        FormatName::Rdjson,
        FormatName::Markdown,
    ];

    /// Returns the name used on the command line and in settings.
    pub fn name(self) -> &'static str {
        match self {
            FormatName::Full => "full",
            FormatName::Concise => "concise",
            FormatName::Grouped => "grouped",
            FormatName::Json => "json",
            FormatName::JsonLines => "json-lines",
            FormatName::Github => "github",
            FormatName::Gitlab => "gitlab",
            FormatName::Junit => "junit",
            FormatName::Sarif => "sarif",
            FormatName::Rdjson => "rdjson",
            FormatName::Markdown => "markdown",
        }
    }

    /// Returns the format called `name`.
    pub fn of(name: &str) -> Option<Self> {
        FormatName::ALL.into_iter().find(|format| format.name() == name)
    }
}
