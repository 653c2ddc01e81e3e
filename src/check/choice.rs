//! What a user says of single rules.

use crate::diagnostic::Severity;
use crate::rule::Rule;
use std::collections::BTreeMap;

/// What is said of one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// How much its findings matter, whatever the rule says.
    pub severity: Option<Severity>,
    /// Whether it is off; `Some(false)` puts it in force whatever its pack.
    pub is_off: Option<bool>,
    /// Values of its options, by name.
    pub numbers: BTreeMap<String, usize>,
}

/// What is said of single rules, and which of them are wanted at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// By rule id.
    pub rules: BTreeMap<String, Choice>,
    /// Ids and packs of the rules that alone are tried; empty: those that the letter is for.
    pub select: Vec<String>,
    /// Ids and packs of rules that are not tried.
    pub ignore: Vec<String>,
}

impl Choices {
    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.select.is_empty() && self.ignore.is_empty()
    }

    /// Whether the rule named `id` of pack `pack` is in force; `None` where nothing is said of it.
    pub(crate) fn is_in_force(&self, id: &str, pack: &str) -> Option<bool> {
        let names = |list: &[String]| list.iter().any(|name| name == id || name == pack);
        if names(&self.ignore) {
            return Some(false);
        }
        if !self.select.is_empty() {
            return Some(names(&self.select));
        }
        self.rules.get(id).and_then(|choice| choice.is_off).map(|is_off| !is_off)
    }

    /// Returns the severity that was chosen for the rule named `id`.
    pub(crate) fn severity(&self, id: &str) -> Option<Severity> {
        self.rules.get(id).and_then(|choice| choice.severity)
    }

    /// Returns the values of the options of `rule`, in their order.
    pub(super) fn numbers(&self, rule: &Rule) -> Vec<usize> {
        let chosen = self.rules.get(&rule.id);
        let value =
            |name: &str, default| chosen.and_then(|choice| choice.numbers.get(name)).copied().unwrap_or(default);
        rule.options.iter().map(|option| value(&option.name, option.default)).collect()
    }
}
