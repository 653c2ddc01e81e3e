//! Findings that are outside of the letter's text: in its comments, or in a settings file.

use super::options::Options;
use crate::diagnostic::{Diagnostic, Fix};
use crate::rule::Rule;
use crate::span::Span;

/// Something that a rule reports and that is no text of a letter.
#[derive(Clone, Debug)]
pub(crate) struct Outside {
    /// Where it is.
    pub(crate) span: Span,
    /// What `{match}` stands for: a name that is no word of the letter.
    pub(crate) subject: String,
    /// What to say instead of what the rule advises.
    pub(crate) help: Option<String>,
    /// What mends it.
    pub(crate) fix: Option<Fix>,
}

/// Returns what `rule` says of `found`.
pub(crate) fn outside(rule: &Rule, options: &Options, found: Outside) -> Diagnostic {
    Diagnostic {
        rule: rule.id.clone(),
        severity: options.choices.severity(&rule.id).unwrap_or(rule.severity),
        message: rule.message.replace("{match}", &found.subject),
        help: found.help.unwrap_or_else(|| rule.help.clone()),
        span: found.span,
        fix: found.fix,
    }
}
