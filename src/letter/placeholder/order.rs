//! Orders that a template gives: "INSERT COMPANY HERE", "insert company name here".

use super::line::Line;
use super::vocabulary::{Keyword, keyword};
use super::words::{is_one_of, is_upper, parts};
use super::{Certainty, Placeholder, Style, slot};

/// Most words of an order, and the verbs that it starts with.
const LONGEST: usize = 8;
const VERBS: &[&str] = &["insert", "add", "enter", "put", "type", "paste"];

/// Words behind which a verb in small letters is no order.
const SUBJECTS: &[&str] = &["i", "we", "you", "they", "to", "will", "can", "could", "would", "and"];

/// The order whose verb is the word at `at`.
///
/// With "here" at the end, any order; without it, the capitals that follow the verb. In small
/// letters it must give an order: "I insert names here" does not.
pub(super) fn at(line: &Line<'_>, at: usize, verb: &str) -> Option<Placeholder> {
    if !is_one_of(verb, VERBS) {
        return None;
    }
    let is_shouted = is_upper(verb);
    let is_told = is_one_of(line.word_before(at), SUBJECTS) || is_one_of(verb, &["add", "put"]);
    if is_told && !is_shouted {
        return None;
    }
    let mut strongest = Keyword::None;
    let mut end = at + verb.len();
    for _ in 0..LONGEST {
        let word = line.word_after(end);
        if word.is_empty() || is_one_of(word, VERBS) || is_shouted && !is_upper(word) {
            break;
        }
        end += 1 + word.len();
        if is_one_of(word, &["here"]) {
            let is_named =
                strongest == Keyword::Core || is_shouted && (strongest == Keyword::Plain || verb == "INSERT");
            return is_named.then(|| slot(at..end, Certainty::Certain, Style::Marker));
        }
        strongest = parts(word).map(keyword).fold(strongest, Ord::max);
    }
    (is_shouted && strongest > Keyword::None).then(|| slot(at..end, Certainty::Certain, Style::Marker))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain_each, silent_each};

    #[test]
    fn orders_are_certain() {
        certain_each(
            "
            INSERT COMPANY HERE
            INSERT REASON WHY HERE
            insert company name here
            Insert Company Name Here
            INSERT COMPANY NAME
            ADD SKILLS HERE
            type your name here
            ",
        );
    }

    #[test]
    fn ordinary_verbs_are_silent() {
        silent_each(
            "
            I tuned INSERT INTO and UPDATE.
            I add value here, and hope.
            I enter here
            INSERT is slow
            We insert rows here.
            I want to enter my name here.
            I would put my skills here.
            Add to that what I did here.
            ",
        );
    }
}
