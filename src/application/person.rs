//! People: whom a greeting names, and whether two names are one person's.

use super::words::{Words, folded};
use crate::words::List;

/// Letters that a short form of a first name shares with it.
const SHORT: usize = 3;

/// Returns the words of the name that `greeting` holds; `None` where it names nobody.
pub fn greeted(greeting: &str) -> Option<Vec<&str>> {
    let ranges = Words::of(greeting).ranges;
    let words = ranges.into_iter().map(|range| &greeting[range]);
    let rest: Vec<&str> = words.skip_while(|word| List::GreetingWord.holds(&folded(word))).collect();
    let is_somebody = |word: &&str| word.starts_with(char::is_uppercase) || List::NameParticle.holds(word);
    if rest.iter().any(|word| List::Nobody.holds(&folded(word))) || !rest.iter().all(is_somebody) {
        return None;
    }
    let name: Vec<&str> = rest.into_iter().filter(|word| !is_title(word)).collect();
    (!name.is_empty() && name.len() <= 4).then_some(name)
}

/// Whether greetings open with `word`.
pub(super) fn opens_greeting(word: &str) -> bool {
    List::GreetingWord.holds(&folded(word))
}

fn is_title(word: &str) -> bool {
    let word = folded(word).replace('.', "");
    List::PersonTitle.holds(&word) || List::AroundPerson.holds(&word)
}

/// Whether `greeted` may be how `person` is greeted: all words of one stand in the other, or are short for them.
pub fn is_same_person(greeted: &[&str], person: &str) -> bool {
    let own: Vec<&str> = Words::of(person).ranges.into_iter().map(|range| &person[range]).collect();
    let own: Vec<&str> = own.into_iter().filter(|word| !is_title(word)).collect();
    let holds = |words: &[&str], word: &str| words.iter().any(|other| is_same_word(word, other));
    own.is_empty() || greeted.iter().all(|word| holds(&own, word)) || own.iter().all(|word| holds(greeted, word))
}

fn is_same_word(one: &str, other: &str) -> bool {
    // "Koehler" is Köhler where there is no ö.
    let plain = |word: &str| folded(word).replace("ue", "u").replace("oe", "o").replace("ae", "a");
    let (one, other) = (plain(one), plain(other));
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    let is_initial = short.trim_end_matches('.').len() == 1 && long.starts_with(short.trim_end_matches('.'));
    // "Liz" is Elizabeth, a piece of it; "Tom" is Thomas, its letters in order.
    if List::Nickname.text_of(short) == Some(long.as_str()) {
        return true;
    }
    let is_piece = short.len() >= SHORT
        && long.len() > short.len() + 1
        && (long.contains(short.as_str()) || is_shortened(short, long));
    one == other || is_initial || is_piece
}

/// Whether `short` opens as `long` does and has its letters in the same order.
fn is_shortened(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.chars().next() == long.chars().next() && short.chars().all(|letter| letters.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greeting_names_somebody_or_nobody() {
        assert_eq!(greeted("Dear Ms Okafor,"), Some(vec!["Okafor"]));
        assert_eq!(greeted("Dear Dr. Ngozi Okafor,"), Some(vec!["Ngozi", "Okafor"]));
        assert_eq!(greeted("Hi Ana!"), Some(vec!["Ana"]));
        for line in
            ["Dear Payments team,", "Dear Hiring Manager,", "To whom it may concern:", "Dear Sir or Madam,", "Hello,"]
        {
            assert_eq!(greeted(line), None, "{line}");
        }
    }

    #[test]
    fn a_person_is_the_same_by_any_piece_of_the_name() {
        for (greeting, person) in [
            ("Dear Ms Okafor,", "Ngozi Okafor"),
            ("Dear Ngozi,", "Dr Ngozi Okafor"),
            ("Dear Liz,", "Elizabeth Warner"),
            ("Dear Tom Baker,", "Thomas Baker"),
            ("Dear N. Okafor,", "Ngozi Okafor"),
            ("Dear Ms Muller,", "Anna Müller"),
        ] {
            assert!(is_same_person(&greeted(greeting).unwrap(), person), "{greeting} {person}");
        }
    }

    #[test]
    fn another_name_is_another_person() {
        for (greeting, person) in
            [("Dear Ms Okafor,", "Jana Roth"), ("Dear Ngozi Roth,", "Ngozi Okafor"), ("Dear Ana,", "Ben")]
        {
            assert!(!is_same_person(&greeted(greeting).unwrap(), person), "{greeting} {person}");
        }
    }
}
