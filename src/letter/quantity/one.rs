//! `one` and `zero`, which count only before a thing of work, and weakly: `one zero-downtime migration`.

use super::super::word_set::any_of;
use super::kind::{Kind, Strength};
use super::noun;
use super::ratio::{Joint, ratio};
use super::step::Step;
use super::unit::Unit;
use super::value::Value;
use super::word::{Word, words_after};

/// Words that may follow `one` or `zero`, its noun included.
const REACH: usize = 4;

/// Reads `one`, standing in `value`.
///
/// "one of", "one day", "one another", "one such case" and "one-on-one" count nothing; `1-in-6` in words does.
pub(super) fn one(text: &str, value: &Value) -> Option<Step> {
    let is_of = text[value.end..].starts_with(" of ");
    if !is_of && let Some(Joint::Figure(kind, strength, end)) = ratio(text, value) {
        return Some(Step::found(value.start, end, kind, strength));
    }
    let end = thing(text, value.end)?;
    Some(Step::found(value.start, end, Kind::Count, Strength::Weak))
}

/// Reads `zero`, standing in `value`: `zero-downtime`, `zero lost orders`.
pub(super) fn zero(text: &str, value: &Value) -> Option<Step> {
    let rest = &text[value.end..];
    if let Some(tail) = rest.strip_prefix(['-', ' ']).filter(|tail| starts_with_word(tail, "downtime")) {
        let end = text.len() - tail.len() + "downtime".len();
        return Some(Step::found(value.start, end, Kind::Uptime, Strength::Weak));
    }
    let is_compound = ["-defect", "-loss", "-incident"].into_iter().find(|tail| rest.starts_with(tail));
    if let Some(tail) = is_compound {
        return Some(Step::found(value.start, value.end + tail.len(), Kind::Count, Strength::Weak));
    }
    let (unit, end) = noun::noun(text, value.end)?;
    matches!(unit, Unit::Noun(_)).then(|| Step::found(value.start, end, Kind::Count, Strength::Weak))
}

/// Where the thing of work ends that stands within reach of `at`.
fn thing(text: &str, at: usize) -> Option<usize> {
    let mut found = None;
    for (index, word) in words_after(text, at).take(REACH).enumerate() {
        let lower = word.lower();
        if noun::is_function_word(lower) || index == 0 && is_indefinite(&word) {
            break;
        }
        if is_rare(lower) {
            found = Some(word.end);
        }
    }
    found
}

/// Words after which `one` says "some" or "the only", not how many.
fn is_indefinite(word: &Word<'_>) -> bool {
    any_of!(word.lower();
        "another" "such" "day" "time" "thing" "way" "person" "more" "particular" "example" "final" "last" "specific"
        "real" "recent" "key" "notable" "good" "great" "single" "team" "call" "place" "point" "size" "line" "page"
        "product" "area" "project" "order" "test" "paper"
    )
}

/// Things that are named by number because they are rare.
fn is_rare(lower: &str) -> bool {
    any_of!(lower;
        "migration" "outage" "incident" "rewrite" "release" "launch" "rollout" "rollback" "failover" "patent"
        "runbook" "postmortem" "post-mortem" "audit" "intern" "engineer" "developer" "hire" "service" "microservice"
        "database" "cluster" "region" "deploy" "deployment" "library" "maintainer" "startup" "monolith" "pipeline"
        "server" "shard" "table" "page" "pager" "bug" "acquisition" "warehouse" "factory" "designer" "customer"
        "tenant"
    )
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::super::spelled::spelled;
    use super::*;

    fn read(text: &str) -> Option<(&str, Kind)> {
        let value = spelled(text, 0, 0)?.value;
        let step = if value.whole == 0 { zero(text, &value) } else { one(text, &value) };
        let found = step?.found?;
        Some((&text[found.range], found.kind))
    }

    #[test]
    fn one_counts_before_a_rare_thing() {
        let text = "one zero-downtime schema migration.";

        assert_eq!(read(text), Some(("one zero-downtime schema migration", Kind::Count)));
        assert_eq!(read("one outage in May"), Some(("one outage", Kind::Count)));
        assert_eq!(read("one in six weekends"), Some(("one in six", Kind::Frequency)));
    }

    #[test]
    fn one_in_talk_counts_nothing() {
        for text in
            ["one of my teams", "one day", "one another", "one year ago", "one-on-one", "one such release", "one."]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn one_of_some_kind_counts_nothing() {
        for text in ["one recent outage", "one particular release", "one such schema migration", "one more incident"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn zero_counts_what_did_not_happen() {
        assert_eq!(read("zero-downtime move"), Some(("zero-downtime", Kind::Uptime)));
        assert_eq!(read("zero lost orders"), Some(("zero lost orders", Kind::Count)));
        assert_eq!(read("zero tolerance"), None);
        assert_eq!(read("zero-trust network"), None);
    }
}
