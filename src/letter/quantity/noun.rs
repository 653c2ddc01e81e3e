//! The noun that a number counts, found without a dictionary: a plural within three words.

use super::super::word_set::any_of;
use super::number_word::number_word;
use super::unit::{self, Noun, Unit};
use super::word::{Word, words_after};

/// Words that may stand between a number and its noun, the noun included.
const REACH: usize = 3;

/// What a number counts and where that ends.
///
/// Looks at up to three words after `at`. A plural ends the look, and so do a spelled unit and a plural acronym
/// (`APIs`). A thing of work in the singular (`250+ team members`, `12 person team`) is taken when no plural
/// follows. A function word, a sign or another number ends the clause, and with it the look.
pub(super) fn noun(text: &str, at: usize) -> Option<(Unit, usize)> {
    let mut singular = None;
    for word in words_after(text, at).take(REACH) {
        let lower = word.lower();
        let is_number = word.text.starts_with(|c: char| c.is_ascii_digit()) || number_word(lower).is_some();
        if is_number || is_function_word(lower) {
            break;
        }
        if let Some(unit @ (Unit::Time(_) | Unit::Size | Unit::Money)) = unit::word(lower) {
            return Some((unit, word.end));
        }
        if is_plural(&word) {
            return Some((Unit::Noun(class(lower)), word.end));
        }
        if is_work(last_part(lower)) {
            singular = Some((Unit::Noun(class(lower)), word.end));
        }
    }
    singular
}

/// Whether small numbers of it are talk, not measurement: `two reasons`, `three things`.
pub(super) fn is_talk(word: &str) -> bool {
    any_of!(word;
        "sides" "things" "reasons" "ways" "worlds" "words" "cents" "heads" "birds" "minds" "halves" "hands" "aspects"
        "thoughts" "qualities" "traits" "passions" "loves" "questions" "paragraphs" "sentences" "pillars" "principles"
        "cornerstones" "ingredients" "interests" "eyes" "ears" "feet" "cheers" "lives" "others" "facts" "senses"
        "fronts" "respects" "extremes" "hats" "corners" "peas" "evils" "scores" "walls" "topics" "themes" "points"
        "observations" "strengths" "fields" "disciplines" "camps" "roles" "legs" "winds"
    )
}

/// Whether `lower` is a thing that work is made of, so that one of it is worth counting.
pub(super) fn is_work(lower: &str) -> bool {
    is_data(lower)
        || any_of!(lower;
            "incident" "outage" "migration" "rewrite" "release" "launch" "rollout" "rollback" "service" "server"
            "node" "cluster" "database" "table" "schema" "pipeline" "queue" "topic" "partition" "shard" "replica"
            "region" "country" "customer" "client" "engineer" "developer" "person" "member" "team" "employee" "intern"
            "junior" "report" "deploy" "deployment" "test" "repo" "repository" "package" "library" "module" "endpoint"
            "api" "line" "ticket" "bug" "defect" "feature" "project" "product" "app" "application" "shop" "office"
            "location" "tenant" "merchant" "vendor" "account" "device" "machine" "instance" "container" "pod" "vm"
            "core" "cpu" "gpu" "dataset" "article" "paper" "patent" "student" "patient" "subscription" "dashboard"
            "microservice" "runbook" "postmortem" "post-mortem" "mentee" "contributor" "maintainer" "page" "pager"
            "rotation" "designer" "analyst" "nurse" "teacher" "squad" "startup" "store" "site" "warehouse" "factory"
            "plant" "monolith" "failover" "audit" "hire" "acre" "bed" "seat"
        )
}

fn is_data(lower: &str) -> bool {
    any_of!(lower;
        "request" "req" "reqs" "event" "message" "msg" "msgs" "transaction" "tx" "txn" "query" "queries" "record"
        "row" "order" "payment" "call" "write" "read" "op" "ops" "operation" "packet" "document" "doc" "image" "file"
        "job" "task" "click" "view" "search" "notification" "email" "upload" "download" "login" "session" "user" "hit"
        "visit" "item" "update" "webhook" "trade" "quote" "ride" "booking" "impression" "token" "log" "metric"
        "sample" "frame" "datapoint" "measurement" "object" "photo" "video" "connection" "invoice"
    )
}

fn class(lower: &str) -> Noun {
    let one = lower.strip_suffix('s').unwrap_or(lower);
    if is_data(lower) || is_data(one) || one.strip_suffix('e').is_some_and(is_data) { Noun::Data } else { Noun::Thing }
}

/// What follows the last hyphen of a compound.
fn last_part(lower: &str) -> &str {
    lower.rsplit('-').next().unwrap_or(lower)
}

/// Whether a word looks like a plural. A name does not, whatever its end: `Kubernetes`.
fn is_plural(word: &Word<'_>) -> bool {
    let lower = word.lower();
    if is_irregular_plural(last_part(lower)) {
        return true;
    }
    let Some(one) = word.text.strip_suffix('s') else {
        return false;
    };
    if word.text.contains(char::is_uppercase) {
        let is_acronym = one.len() > 1 && one.chars().all(char::is_uppercase);
        return is_acronym || lower.strip_suffix('s').is_some_and(is_work);
    }
    one.len() > 1 && !one.ends_with(['s', 'u', 'i', '\'']) && !only_ends_in_s(lower)
}

fn is_irregular_plural(lower: &str) -> bool {
    any_of!(lower;
        "people" "staff" "personnel" "children" "men" "women" "alumni" "crew" "aircraft" "feet" "criteria" "indices"
        "vertices" "matrices" "schemata" "corpora" "fte" "loc" "kloc" "mice" "folk" "apis" "downtime" "loss" "menus"
        "viruses" "statuses" "cpus" "gpus" "processes" "businesses" "classes" "skis"
    )
}

/// Adverbs, mass nouns, technical names and verbs that only look like plurals.
fn only_ends_in_s(lower: &str) -> bool {
    any_of!(lower;
        "always" "perhaps" "besides" "towards" "afterwards" "sometimes" "nowadays" "overseas" "plus" "news" "thanks"
        "sales" "kubernetes" "redis" "rails" "postgres" "pandas" "aws" "ios" "macos" "windows" "has" "was" "does"
        "goes" "gives" "takes" "makes" "means" "brings" "includes" "requires" "remains" "helps" "allows" "comes"
        "seems" "needs" "wants" "lets" "says" "gets" "keeps" "becomes" "describes" "explains" "came"
    )
}

/// Words that end the clause in which a number may find its noun.
pub(super) fn is_function_word(lower: &str) -> bool {
    any_of!(lower;
        "and" "or" "nor" "last" "next" "of" "in" "on" "at" "to" "for" "with" "from" "by" "as" "is" "are" "was" "were"
        "be" "been" "being" "am" "the" "a" "an" "my" "our" "your" "their" "his" "her" "its" "i" "we" "you" "they" "he"
        "she" "it" "who" "whom" "whose" "which" "that" "this" "these" "those" "when" "while" "where" "but" "so" "if"
        "then" "than" "because" "since" "until" "till" "after" "before" "during" "through" "throughout" "via" "into"
        "onto" "per" "not" "no" "have" "has" "had" "having" "will" "would" "can" "could" "should" "shall" "may"
        "might" "must" "do" "did" "does" "also" "only" "just" "even" "both" "each" "every" "all" "any" "some" "such"
        "what" "how" "why" "there" "here" "up" "down" "out" "off" "over" "under" "now" "ago" "later" "again" "yet"
        "still" "too" "me" "us" "them" "him" "vs" "versus" "between" "without" "within" "across" "against" "among"
        "amongst" "along" "around" "about" "toward" "towards" "plus" "including" "whether" "upon" "behind" "beyond"
        "i'm" "i've" "i'd" "i'll" "it's" "we've"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<&str> {
        noun(text, 0).map(|(_, end)| text[..end].trim_start())
    }

    #[test]
    fn a_plural_within_three_words_is_counted() {
        assert_eq!(read(" services in one year"), Some("services"));
        assert_eq!(read(" full-time backend engineers"), Some("full-time backend engineers"));
        assert_eq!(read(" Kubernetes clusters"), Some("Kubernetes clusters"));
        assert_eq!(read(" people"), Some("people"));
        assert_eq!(read(" APIs serving"), Some("APIs"));
    }

    #[test]
    fn a_thing_of_work_counts_in_the_singular() {
        assert_eq!(read(" person team"), Some("person team"));
        assert_eq!(read(" node cluster of mine"), Some("node cluster"));
    }

    #[test]
    fn a_function_word_or_sign_ends_the_look() {
        assert_eq!(read(" of my services"), None);
        assert_eq!(read(", services"), None);
        assert_eq!(read(" and services"), None);
        assert_eq!(read(" great warm sunny days"), None);
    }

    #[test]
    fn names_and_verbs_are_no_plurals() {
        assert_eq!(read(" Kubernetes"), None);
        assert_eq!(read(" always"), None);
        assert_eq!(read(" Main Street"), None);
        assert_eq!(read(" iOS"), None);
    }

    #[test]
    fn what_flows_is_told_from_other_things() {
        let class = |text| noun(text, 0).map(|(unit, _)| unit);

        assert_eq!(class(" queries"), Some(Unit::Noun(Noun::Data)));
        assert_eq!(class(" searches"), Some(Unit::Noun(Noun::Data)));
        assert_eq!(class(" pages"), Some(Unit::Noun(Noun::Thing)));
    }
}
