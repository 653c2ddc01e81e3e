//! Titles of positions, and whether two of them mean the same one.

use super::words::{Words, folded};

/// Words of a title that are compared.
const MOST_WORDS: usize = 64;

/// Words of a title that say nothing of the work.
const FILLERS: [&str; 33] = [
    "the",
    "a",
    "an",
    "of",
    "for",
    "in",
    "at",
    "and",
    "to",
    "m",
    "w",
    "f",
    "d",
    "x",
    "remote",
    "hybrid",
    "onsite",
    "full",
    "part",
    "time",
    "position",
    "role",
    "job",
    "opening",
    "vacancy",
    "post",
    "permanent",
    "contract",
    "our",
    "your",
    "all",
    "genders",
    "application",
];

/// Words of a title and what they are taken for; "software" goes without saying.
const SAME: [(&str, &str); 13] = [
    ("sr", "senior"),
    ("jr", "junior"),
    ("eng", "engineer"),
    ("engineering", "engineer"),
    ("developer", "engineer"),
    ("dev", "engineer"),
    ("programmer", "engineer"),
    ("swe", "engineer"),
    ("mgr", "manager"),
    ("ii", "2"),
    ("iii", "3"),
    ("ops", "operations"),
    ("software", ""),
];

/// What a title is compared by: its words, folded and without those that say nothing.
fn pieces(title: &str) -> Vec<String> {
    // "Back-end", "back end" and "backend" are one word.
    let joined = folded_title(title);
    let words = Words::of(&joined);
    let mut pieces: Vec<String> = Vec::new();
    for range in words.ranges.iter().take(MOST_WORDS) {
        let word = folded(&joined[range.clone()]).into_owned();
        let same = SAME.iter().find(|(from, _)| *from == word).map_or(word.as_str(), |(_, to)| to);
        if !same.is_empty() && !FILLERS.contains(&same) && !pieces.iter().any(|known| known == same) {
            pieces.push(same.to_owned());
        }
    }
    pieces
}

fn folded_title(title: &str) -> String {
    let lower = title.to_lowercase();
    [("back", "end"), ("front", "end"), ("full", "stack")].iter().fold(lower, |text, (one, two)| {
        [' ', '-']
            .iter()
            .fold(text, |text, between| text.replace(&format!("{one}{between}{two}"), &format!("{one}{two}")))
    })
}

/// Whether `written` may stand for `title`: words may be left out of either, but not one be put for another.
pub fn is_same_title(written: &str, title: &str) -> bool {
    let (written, title) = (pieces(written), pieces(title));
    let holds = |one: &[String], other: &[String]| one.iter().all(|word| other.contains(word));
    written.is_empty() || title.is_empty() || holds(&written, &title) || holds(&title, &written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_be_left_out_or_abbreviated() {
        for (written, title) in [
            ("Backend Engineer", "Senior Backend Engineer (m/w/d)"),
            ("Sr. Back-End Developer", "Senior Backend Engineer"),
            ("senior backend engineer, Payments", "Senior Backend Engineer"),
            ("Software Engineer", "Engineer"),
            ("Full Stack Engineer", "Full-stack Developer"),
        ] {
            assert!(is_same_title(written, title), "{written} {title}");
        }
    }

    #[test]
    fn one_word_for_another_is_another_title() {
        for (written, title) in [
            ("Frontend Engineer", "Senior Backend Engineer"),
            ("Senior Backend Engineer", "Staff Backend Engineer"),
            ("Data Analyst", "Data Engineer"),
        ] {
            assert!(!is_same_title(written, title), "{written} {title}");
        }
    }
}
