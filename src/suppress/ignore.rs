//! Suppressions in the settings, for letters that cannot contain comments.

use crate::diagnostic::Diagnostic;
use crate::letter::Letter;
use crate::rule::fold;
use crate::span::Span;

/// One `[[ignore]]` entry of the settings, which decide what letters it applies to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignore {
    /// Id of the rule.
    pub rule: String,
    /// Text that the finding must contain; `None` matches every finding of the rule.
    pub text: Option<String>,
    /// The reason given, if any.
    pub reason: Option<String>,
    /// Its place in the settings file.
    pub span: Span,
}

impl Ignore {
    /// Whether it suppresses `diagnostic`.
    pub(super) fn covers(&self, diagnostic: &Diagnostic, letter: &Letter) -> bool {
        let contains = |text: &String| fold(letter.source().slice(diagnostic.span)).contains(&fold(text));
        self.rule == diagnostic.rule && self.text.as_ref().is_none_or(contains)
    }
}
