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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::RuleSet;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    /// What is said where only `choice` of the rule named `id` is.
    fn of(id: &str, choice: Choice) -> Choices {
        Choices { rules: BTreeMap::from([(id.to_owned(), choice)]), ..Choices::default() }
    }

    #[test]
    fn nothing_is_said_where_no_rule_is_set_selected_or_ignored() {
        assert!(Choices::default().is_empty());
        assert!(!of("cliche", Choice::default()).is_empty());
        assert!(!Choices { select: names(&["cliche"]), ..Choices::default() }.is_empty());
        assert!(!Choices { ignore: names(&["cliche"]), ..Choices::default() }.is_empty());
    }

    #[test]
    fn a_rule_is_ignored_by_its_id_or_its_pack_whatever_else_is_said() {
        let on = Choice { is_off: Some(false), ..Choice::default() };
        for name in ["cliche", "core"] {
            let choices = Choices { ignore: names(&[name]), select: names(&["cliche"]), ..of("cliche", on.clone()) };
            assert_eq!(choices.is_in_force("cliche", "core"), Some(false));
        }
        let other = Choices { ignore: names(&["no-numbers", "backend"]), ..Choices::default() };
        assert_eq!(other.is_in_force("cliche", "core"), None);
    }

    #[test]
    fn where_some_rules_are_selected_no_others_are_in_force() {
        let choices = Choices { select: names(&["cliche", "backend"]), ..Choices::default() };
        assert_eq!(choices.is_in_force("cliche", "core"), Some(true));
        assert_eq!(choices.is_in_force("no-queue", "backend"), Some(true));
        assert_eq!(choices.is_in_force("no-numbers", "core"), Some(false));
    }

    #[test]
    fn a_rule_that_is_set_off_or_on_is_so_and_another_is_left_to_its_pack() {
        let off = of("cliche", Choice { is_off: Some(true), ..Choice::default() });
        assert_eq!(off.is_in_force("cliche", "core"), Some(false));
        assert_eq!(off.is_in_force("no-numbers", "core"), None);
        let on = of("cliche", Choice { is_off: Some(false), ..Choice::default() });
        assert_eq!(on.is_in_force("cliche", "core"), Some(true));
        assert_eq!(of("cliche", Choice::default()).is_in_force("cliche", "core"), None);
    }

    #[test]
    fn a_severity_is_chosen_for_one_rule() {
        let choices = of("cliche", Choice { severity: Some(Severity::Info), ..Choice::default() });
        assert_eq!(choices.severity("cliche"), Some(Severity::Info));
        assert_eq!(choices.severity("no-numbers"), None);
    }

    #[test]
    fn an_option_has_the_number_that_was_chosen_or_its_own() {
        let rules = RuleSet::shipped();
        let rule = rules.rule("i-in-a-row").unwrap();
        assert_eq!(Choices::default().numbers(rule), [3]);
        let choice = |name: &str| Choice { numbers: BTreeMap::from([(name.to_owned(), 7)]), ..Choice::default() };
        assert_eq!(of("i-in-a-row", choice("sentences")).numbers(rule), [7]);
        assert_eq!(of("i-in-a-row", choice("words")).numbers(rule), [3]);
        assert_eq!(of("number-overload", choice("sentences")).numbers(rule), [3]);
    }
}
