//! Names of rules, options, roles and packs in settings, held against what there is.

use super::error::SettingsError;
use crate::nearest::did_you_mean;
use crate::rule::RuleSet;

/// A name that a settings file mentions, and where.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) what: Named,
    /// The file as it is shown.
    pub(super) path: String,
    /// Line and column, both from 1; `None` on the command line.
    pub(super) place: Option<(usize, usize)>,
}

/// What is named.
#[derive(Clone, Debug)]
pub(super) enum Named {
    Rule(String),
    /// An option, and the rule that should declare it.
    Option(String, String),
    /// A value that is no number, the option it is for, and the rule that may declare that.
    NoNumber(String, String, String),
    Role(String),
    Pack(String),
}

/// Most unknown names that are told: the nearest right one is looked for among all, and a hundred are no slips.
const MOST: usize = 100;

/// Returns an error for each of `mentions` that `rules` does not know, and for no more than the first hundred.
pub(super) fn unknown(mentions: &[Mention], rules: &RuleSet) -> Vec<SettingsError> {
    let error = |mention: &Mention| {
        let message = message(&mention.what, rules)?;
        Some(SettingsError { path: mention.path.clone(), place: mention.place, message })
    };
    mentions.iter().filter_map(error).take(MOST).collect()
}

fn message(what: &Named, rules: &RuleSet) -> Option<String> {
    let listed = |known: &[&str]| format!("; known are {}", known.join(", "));
    match what {
        Named::Rule(id) => {
            let hint = || did_you_mean(id, rules.rules().map(|rule| rule.id.as_str()));
            let hint = || Some(hint()).filter(|hint| !hint.is_empty());
            let told = || hint().unwrap_or_else(|| "; `letterlint rules` lists them".to_owned());
            rules.rule(id).is_none().then(|| format!("no rule is called `{id}`{}", told()))
        }
        Named::Option(id, name) => {
            let rule = rules.rule(id)?;
            let known = ["severity", "on", "off", "also", "except"]
                .into_iter()
                .chain(rule.options.iter().map(|option| option.name.as_str()));
            let known: Vec<&str> = known.collect();
            let hint = did_you_mean(name, known.iter().copied());
            let hint = if hint.is_empty() { listed(&known) } else { hint };
            (!known.contains(&name.as_str())).then(|| format!("the rule `{id}` has no option `{name}`{hint}"))
        }
        Named::NoNumber(id, name, written) => {
            let is_option = rules.rule(id)?.options.iter().any(|option| option.name == *name);
            is_option.then(|| format!("`{name}` is a whole number from 0, not `{written}`"))
        }
        Named::Role(name) => {
            let all: Vec<&str> = rules.roles().chain(["none"]).collect();
            if name.eq_ignore_ascii_case("none") || rules.role(name).is_some() {
                return None;
            }
            let near = did_you_mean(name, all.iter().copied());
            let first = rules.packs().filter_map(|pack| pack.roles.first().map(String::as_str));
            let first: Vec<&str> = first.chain(["none"]).collect();
            let hint = if near.is_empty() { listed(&first) } else { near };
            Some(format!("no role is called `{name}`{hint}"))
        }
        Named::Pack(name) => {
            let known: Vec<&str> = rules.packs().map(|pack| pack.name.as_str()).collect();
            (!known.contains(&name.as_str())).then(|| format!("no pack is called `{name}`{}", hint(name, &known)))
        }
    }
}

/// The nearest right name, or all of them.
fn hint(name: &str, known: &[&str]) -> String {
    let near = did_you_mean(name, known.iter().copied());
    if near.is_empty() { format!("; known are {}", known.join(", ")) } else { near }
}
