//! Contractions: "I'm" where a phrase says "I am", and the other way round.

use crate::toml_file;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The file of contractions; the build script has no other way to it.
const FILE: &str = include_str!("../../rules/words/contraction.toml");

/// Most ways to write one phrase.
const MOST_WAYS: usize = 16;

/// Contractions by what they stand for, in lower case.
#[derive(Deserialize)]
struct Contractions {
    words: BTreeMap<String, String>,
}

fn contractions() -> &'static BTreeMap<String, String> {
    static READ: OnceLock<Contractions> = OnceLock::new();
    &READ
        .get_or_init(|| {
            toml_file::read(FILE).unwrap_or_else(|mistake| panic!("rules/words/contraction.toml: {}", mistake.message))
        })
        .words
}

/// Returns the other ways to write `folded`, a phrase in lower case: each contraction in full and the reverse.
pub(super) fn other_ways(folded: &str) -> Vec<String> {
    let words: Vec<&str> = folded.split(' ').collect();
    let mut ways = Vec::new();
    write_on(&words, String::new(), &mut ways);
    ways.retain(|way| way != folded);
    ways
}

/// Adds to `ways` what `start` becomes with `words` after it, in all their spellings.
fn write_on(words: &[&str], start: String, ways: &mut Vec<String>) {
    if ways.len() == MOST_WAYS {
        return;
    }
    let [word, rest @ ..] = words else { return ways.push(start) };
    let with = |spelling: &str| if start.is_empty() { spelling.to_owned() } else { format!("{start} {spelling}") };
    write_on(rest, with(word), ways);
    for spelling in other_spellings(word) {
        write_on(rest, with(spelling), ways);
    }
    if let [next, rest @ ..] = rest
        && let Some(short) = contractions().get(&format!("{word} {next}"))
    {
        write_on(rest, with(short), ways);
    }
}

/// What a contraction stands for; for a word that has one, such as "cannot", that and what it stands for.
fn other_spellings(word: &str) -> impl Iterator<Item = &'static str> {
    let known = contractions();
    let own = known.get(word).map(String::as_str);
    let short = own.unwrap_or(word).to_owned();
    let word = word.to_owned();
    let full = known.iter().filter(move |(full, contraction)| **contraction == short && **full != word);
    own.into_iter().chain(full.map(|(full, _)| full.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_written_in_full_and_contracted() {
        assert_eq!(other_ways("i am eager to"), ["i'm eager to"]);
        assert_eq!(other_ways("i'm eager to"), ["i am eager to"]);
        assert_eq!(
            other_ways("i do not think it's"),
            [
                "i do not think it has",
                "i do not think it is",
                "i don't think it's",
                "i don't think it has",
                "i don't think it is"
            ]
        );
        assert_eq!(other_ways("you would have"), ["you would've", "you'd have"]);
        assert_eq!(other_ways("i cannot"), ["i can't", "i can not"]);
    }

    #[test]
    fn a_possessive_is_no_contraction() {
        assert!(other_ways("the company's values").is_empty() && other_ways("team player").is_empty());
    }

    #[test]
    fn a_phrase_of_many_contractions_has_few_ways() {
        assert!(other_ways(&"it's i'd ".repeat(40)).len() <= MOST_WAYS);
    }
}
