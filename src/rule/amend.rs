//! What a user adds to a rule without copying it.

use super::build;
use super::error::RuleError;
use super::set::RuleSet;
use std::collections::BTreeMap;

/// Phrases that a user adds to a rule: `[rules.cliche] also = ["move the needle"]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amendment {
    /// What the rule finds too.
    pub also: Phrases,
    /// Longer phrases in which a match means something else.
    pub except: Phrases,
}

/// Phrases as they are written, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrases {
    /// The file and line, as they are shown.
    pub origin: String,
    /// The phrases, in the order in which they are written.
    pub phrases: Vec<String>,
}

impl RuleSet {
    /// Adds to each rule what `amendments` say of it, by id; one of a rule that is not there is passed over.
    ///
    /// # Errors
    /// The first phrase that cannot be read, and rules that look for no words; the set is not to be used then.
    pub fn amend(&mut self, amendments: &BTreeMap<String, Amendment>) -> Result<(), RuleError> {
        self.change(
            |id| amendments.contains_key(id),
            |rule, vocabularies| build::amend(rule, &amendments[&rule.id], vocabularies),
        )
    }
}
