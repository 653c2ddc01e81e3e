//! Names that a user gave and nobody knows.

use letterlint::nearest::nearest;
use letterlint::rule::RuleSet;

/// Returns what to say where `role` or one of `packs` is called so by nothing.
pub(super) fn unknown(rules: &RuleSet, role: Option<&str>, packs: &[String]) -> Option<String> {
    if role.is_none() && packs.is_empty() {
        return None;
    }
    let roles: Vec<&str> = rules.roles().chain(["none"]).collect();
    let known: Vec<&str> = rules.packs().map(|pack| pack.name.as_str()).collect();
    let is_role = |name: &&str| !roles.iter().any(|role| role.eq_ignore_ascii_case(name));
    let wrong_role = role.filter(is_role).map(|name| told("role", name, &roles));
    wrong_role
        .or_else(|| packs.iter().find(|name| !known.contains(&name.as_str())).map(|name| told("pack", name, &known)))
}

fn told(noun: &str, name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("no {noun} is called `{name}`; did you mean `{near}`?"),
        None => format!("no {noun} is called `{name}`; known are {}", known.join(", ")),
    }
}
