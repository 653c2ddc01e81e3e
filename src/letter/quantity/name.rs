//! Numbers that are part of a name because of what stands before them: `Python 3`, `Section 1`, `Top 10`.

use super::super::word_set::any_of;
use super::value::{Shape, Value};
use super::word::{Word, starts_sentence, word_before};

/// Whether the words before `value` make it part of a name, a version, a reference or an age.
///
/// A number with a unit is never asked about; this is for bare numbers and counted nouns. Names are told by the
/// lists below, or by a capital: an acronym before the number always makes a name (`SOC 2`, `MATH 101`), another
/// capital within the sentence makes one of decimals and of numbers below a hundred (`Overwatch 2`).
pub(super) fn is_name(text: &str, value: &Value) -> bool {
    let Some(before) = word_before(text, value.start) else {
        return false;
    };
    let lower = before.lower();
    match before.sign {
        Some('.') => return is_abbreviated_reference(lower),
        Some(':' | '#') => return value.is_plain() && is_labelled_reference(lower),
        Some(_) => return false,
        None => {}
    }
    if is_reference(lower) && !is_of_many(text, before) || is_age(text, before) {
        return true;
    }
    if value.is_spelled || value.is_money || value.shape != Shape::Plain || lower.ends_with("'s") {
        return false;
    }
    let has_capital = before.text.contains(char::is_uppercase);
    if value.whole == 101 || has_capital && is_product(lower) || is_small_product(lower) {
        return true;
    }
    if value.is_compared || word_before(text, before.start).is_some_and(|word| word.lower() == "at") {
        return false;
    }
    let has_inner_capital = before.text.chars().skip(1).any(char::is_uppercase);
    before.is_acronym()
        || (has_inner_capital || before.is_capitalized() && !starts_sentence(text, before.start))
            && before.text.len() > 1
            && (value.whole < 100 || value.tenths.is_some())
}

/// Words that a number only numbers.
fn is_reference(lower: &str) -> bool {
    any_of!(lower;
        "version" "section" "chapter" "level" "tier" "type" "grade" "phase" "step" "stage" "room" "floor" "apt"
        "apartment" "suite" "number" "no" "nr" "volume" "season" "episode" "year" "day" "week" "quarter" "sprint"
        "round" "wave" "part" "appendix" "article" "exhibit" "ticket" "ref" "reference" "id" "req" "requisition"
        "posting" "vacancy" "route" "highway" "gate" "terminal" "zone" "district" "class" "age" "aged" "ages" "top"
        "big" "fortune" "forbes" "ftse" "generation" "gen" "league" "division" "band" "category" "priority" "severity"
        "sev" "status" "http" "https" "iso" "rfc" "soc" "pci" "wcag" "catch" "act" "vol" "fig" "v" "port" "grades"
        "levels" "chapters" "sections" "phases" "steps" "versions" "tiers" "rooms" "course" "module" "unit" "exam"
        "lesson" "problem"
    )
}

/// Whether the word before makes a thing of the reference: "last quarter 12 services", "per class 30 pupils".
fn is_of_many(text: &str, reference: Word<'_>) -> bool {
    word_before(text, reference.start).is_some_and(|word| {
        matches!(word.lower(), "each" | "every" | "per" | "last" | "this" | "next" | "past" | "that" | "previous")
    })
}

fn is_abbreviated_reference(lower: &str) -> bool {
    any_of!(lower;
        "no" "nr" "vol" "ch" "sec" "fig" "pg" "apt" "ste" "art" "ref" "ver" "ext"
    )
}

fn is_labelled_reference(lower: &str) -> bool {
    any_of!(lower;
        "ref" "reference" "id" "phone" "tel" "mobile" "fax" "room" "no" "number" "job" "ticket" "zip"
    )
}

/// Products, languages and standards, with a capital in the text, whose number is a version.
fn is_product(lower: &str) -> bool {
    any_of!(lower;
        "javascript" "ecmascript" "typescript" "kotlin" "scala" "ruby" "rails" "perl" "swift" "rust" "go" "node"
        "deno" "bun" "vue" "react" "angular" "svelte" "next" "nuxt" "bootstrap" "tailwind" "vite" "django" "flask"
        "laravel" "symfony" "drupal" "spring" "boot" "hibernate" "gradle" "maven" "oracle" "spark" "hadoop"
        "cassandra" "docker" "debian" "ubuntu" "fedora" "centos" "windows" "office" "dynamics" "android" "xcode"
        "unity" "unreal" "blender" "c++" "c#" "c" "net" "core" "claude" "llama" "gemini" "magento" "qt" "openjdk"
        "junit" "industry" "web" "agile" "playstation" "xbox" "pixel" "galaxy" "vision" "boeing" "airbus"
    ) || is_small_product(lower)
}

/// Products that are no English word, so that a small letter does for them.
fn is_small_product(lower: &str) -> bool {
    any_of!(lower;
        "python" "java" "php" "node.js" "nodejs" "vue.js" "next.js" "angular.js" "angularjs" "jquery" "webpack" "npm"
        "golang" "postgres" "postgresql" "mysql" "mariadb" "mongodb" "redis" "kafka" "elasticsearch" "kubernetes"
        "terraform" "ios" "macos" "html" "css" "oauth" "wordpress" "log4j" "iphone" "ipad"
    )
}

/// `aged 24`, `at the age of nine`.
fn is_age(text: &str, before: Word<'_>) -> bool {
    before.lower() == "of" && word_before(text, before.start).is_some_and(|word| word.lower() == "age")
}

/// Whether a bare number says how large a group is: `a team of 8`.
pub(super) fn is_group_size(text: &str, value: &Value) -> bool {
    let Some(before) = word_before(text, value.start) else {
        return false;
    };
    let of = match before.lower() {
        "of" => Some(before),
        "about" | "around" | "over" | "nearly" | "almost" | "roughly" | "some" => {
            word_before(text, before.start).filter(|word| word.lower() == "of")
        }
        _ => None,
    };
    of.and_then(|of| word_before(text, of.start)).is_some_and(|group| {
        any_of!(group.lower();
            "team" "teams" "group" "groups" "squad" "squads" "staff" "crew" "cohort" "class" "pod" "party" "panel"
            "department" "organisation" "organization" "company" "startup" "fleet" "headcount" "total" "network"
            "community" "guild"
        )
    })
}

/// Whether the word before `value` compares it: `over 4000`, `up to 500`, `at least 12`.
pub(super) fn is_compared(text: &str, value: &Value) -> bool {
    value.is_compared
        || word_before(text, value.start).is_some_and(|word| {
            word.sign.is_none()
                && match word.lower() {
                    "over" | "than" | "nearly" | "almost" | "approximately" | "roughly" | "approx" | "exceeding"
                    | "above" | "below" | "under" | "least" => true,
                    "to" => word_before(text, word.start).is_some_and(|word| word.lower() == "up"),
                    _ => false,
                }
        })
}

#[cfg(test)]
mod tests {
    use super::super::numeral::{Numeral, numeral};
    use super::*;

    fn value(text: &str) -> Value {
        let at = text.find(|c: char| c.is_ascii_digit()).expect("a digit is there");
        match numeral(text, at) {
            Numeral::Value(value) => value,
            Numeral::Name(_) => panic!("{text} is a name"),
        }
    }

    fn named(text: &str) -> bool {
        is_name(text, &value(text))
    }

    #[test]
    fn versions_are_told_by_the_product() {
        assert!(named("in Python 3 services"));
        assert!(named("Java 17 services"));
        assert!(named("a .NET 8 service"));
        assert!(named("the Overwatch 2 trailers"));
        assert!(!named("In Python, 3 services"));
    }

    #[test]
    fn references_number_what_they_name() {
        assert!(named("see section 1 notes"));
        assert!(named("the top 10 shops"));
        assert!(named("No. 5 shops"));
        assert!(named("at age 9 lessons"));
        assert!(named("the age of 9 lessons"));
    }

    #[test]
    fn a_verb_or_place_before_the_number_is_no_product() {
        assert!(!named("Led 8 engineers"));
        assert!(!named("At Acme 12 engineers"));
        assert!(!named("Acme's 12 engineers"));
        assert!(!named("with Shopify 300 shops"));
        assert!(!named("we ran 8 services"));
    }

    #[test]
    fn a_group_has_a_size() {
        let sized = |text| is_group_size(text, &value(text));

        assert!(sized("a team of 8"));
        assert!(sized("a staff of about 40"));
        assert!(!sized("a matter of 8"));
    }

    #[test]
    fn a_comparison_may_be_a_sign_or_a_word() {
        let compared = |text| is_compared(text, &value(text));

        assert!(compared("over 4000"));
        assert!(compared("up to 500"));
        assert!(compared("250+"));
        assert!(!compared("went to 500"));
    }
}
