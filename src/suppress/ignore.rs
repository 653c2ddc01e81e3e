//! Suppressions that stand in the settings, for letters in which no comment may stand.

use crate::diagnostic::Diagnostic;
use crate::letter::Letter;
use crate::rule::fold;
use crate::span::Span;

/// One `[[ignore]]` of the settings; which letters it is for is the settings' business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignore {
    /// Id of the rule.
    pub rule: String,
    /// Words that the finding must hold, as they stand in the letter; any finding of the rule where not given.
    pub text: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where it stands in the settings file.
    pub span: Span,
}

impl Ignore {
    /// Whether it takes `diagnostic` away.
    pub(super) fn covers(&self, diagnostic: &Diagnostic, letter: &Letter) -> bool {
        let holds = |text: &String| fold(letter.source().slice(diagnostic.span)).contains(&fold(text));
        self.rule == diagnostic.rule && self.text.as_ref().is_none_or(holds)
    }
}
