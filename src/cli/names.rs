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
    let is_unknown = |name: &&str| !name.eq_ignore_ascii_case("none") && rules.role(name).is_none();
    let wrong_role = role.filter(is_unknown).map(|name| told("role", name, &roles));
    wrong_role
        .or_else(|| packs.iter().find(|name| !known.contains(&name.as_str())).map(|name| told("pack", name, &known)))
}

/// Returns what to say where no rule and no pack is called `name`.
pub(super) fn unknown_rule_or_pack(rules: &RuleSet, name: &str) -> Option<String> {
    let packs = rules.packs().map(|pack| pack.name.as_str());
    let known: Vec<&str> = rules.rules().map(|rule| rule.id.as_str()).chain(packs).collect();
    if known.contains(&name) {
        return None;
    }
    let hint = nearest(name, known)
        .map_or_else(|| "`letterlint rules` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
    Some(format!("no rule or pack is called `{name}`; {hint}"))
}

fn told(noun: &str, name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("no {noun} is called `{name}`; did you mean `{near}`?"),
        None => format!("no {noun} is called `{name}`; known are {}", known.join(", ")),
    }
}
