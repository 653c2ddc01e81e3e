//! Ages of people, which measure nothing; systems have ages, too, and theirs count.

use super::super::word_set::any_of;
use super::word::{word_after, words_before};

/// Words before an age in which the person is looked for.
const REACH: usize = 4;

/// Whether the span in `start..end` is somebody's age: `I am 24 years old`, `a 24-year-old developer`.
///
/// "since I was five years old" says how long something has been done, and is none.
pub(super) fn is_age(text: &str, start: usize, end: usize) -> bool {
    let next = word_after(text, end);
    if text[start..end].ends_with("-old") {
        return next.is_some_and(|word| is_person(word.lower()));
    }
    if !next.is_some_and(|word| matches!(word.lower(), "old" | "young")) {
        return false;
    }
    let before = || words_before(text, start).take(REACH);
    before().any(|word| matches!(word.lower(), "i" | "i'm" | "am" | "he" | "she" | "we"))
        && !before().any(|word| word.lower() == "since")
}

fn is_person(lower: &str) -> bool {
    any_of!(lower;
        "son" "daughter" "child" "boy" "girl" "kid" "self" "me" "developer" "engineer" "student" "graduate" "man"
        "woman" "person" "professional" "programmer" "designer"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, span: &str) -> bool {
        let start = text.find(span).expect("the span is in the text");
        is_age(text, start, start + span.len())
    }

    #[test]
    fn people_have_ages() {
        assert!(read("I am 24 years old", "24 years"));
        assert!(read("my 10-year-old self", "10-year-old"));
    }

    #[test]
    fn systems_and_spans_do_not() {
        assert!(!read("the billing code is 12 years old", "12 years"));
        assert!(!read("an 8-year-old system", "8-year-old"));
        assert!(!read("Since I was five years old", "five years"));
        assert!(!read("for 5 years", "5 years"));
    }
}
