//! Titles of positions, and whether two of them mean the same one.

use super::words::{Words, folded};
use crate::words::List;
use std::ops::Range;

/// Words of a title that are compared.
const MOST_WORDS: usize = 64;

/// What a title is compared by: its words, folded and without those that say nothing.
fn pieces(title: &str) -> Vec<String> {
    let joined = spelt_alike(title);
    let words = Words::of(&joined);
    let mut pieces: Vec<String> = Vec::new();
    for range in words.ranges.iter().take(MOST_WORDS) {
        let word = folded(&joined[range.clone()]).into_owned();
        let same = List::TitleWord.text_of(&word).unwrap_or(&word);
        if !same.is_empty() && !List::TitleFiller.holds(same) && !pieces.iter().any(|known| known == same) {
            pieces.push(same.to_owned());
        }
    }
    pieces
}

/// Returns `title`, or a text with titles in it, as it is compared: "Back-end", "back end" and "backend" are one word.
pub(crate) fn spelt_alike(title: &str) -> String {
    let lower = title.to_lowercase();
    [("back", "end"), ("front", "end"), ("full", "stack")].iter().fold(lower, |text, (one, two)| {
        [' ', '-']
            .iter()
            .fold(text, |text, between| text.replace(&format!("{one}{between}{two}"), &format!("{one}{two}")))
    })
}

/// The words of a title that a text must have side by side to name it: neither how senior nor where or how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Core(Vec<String>);

impl Core {
    /// Returns that of `title`, whose first words may be left out where `is_grade` says so; `None` of one without words.
    pub(crate) fn of(title: &str, is_grade: impl Fn(&str) -> bool) -> Option<Self> {
        let alike = spelt_alike(title);
        let mut pieces = segments(&alike).map(|segment| bare(&segment, &is_grade)).filter(|words| !words.is_empty());
        let mut core = pieces.next()?;
        // "Engineer, Backend" is named by both: one word alone may be anybody's.
        if core.len() == 1 {
            core.extend(pieces.next().unwrap_or_default());
        }
        core.truncate(MOST_WORDS);
        core.sort_unstable();
        Some(Core(core))
    }

    /// Returns where `text`, which is [`spelt_alike`], names it: its words in any order, with only small ones between.
    pub(crate) fn named_in(&self, text: &str) -> Vec<Range<usize>> {
        let words = Words::of(text);
        let told: Vec<(Range<usize>, String)> = words
            .ranges
            .into_iter()
            .map(|range| (range.clone(), compared(&text[range])))
            .filter(|(_, word)| !is_small(word))
            .collect();
        let is_core = |window: &&[(Range<usize>, String)]| {
            let mut found: Vec<&str> = window.iter().map(|(_, word)| word.as_str()).collect();
            found.sort_unstable();
            found == self.0
        };
        let windows = told.windows(self.0.len()).filter(is_core);
        windows.map(|window| window[0].0.start..window[window.len() - 1].0.end).collect()
    }
}

/// The pieces of a title: what stands in brackets says how long, where or for whom.
fn segments(title: &str) -> impl Iterator<Item = String> {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for c in title.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' | ':' | '|' | '\u{2013}' | '\u{2014}' if depth == 0 => plain.push('\n'),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let pieces: Vec<String> = plain.replace(" - ", "\n").split('\n').map(str::to_owned).collect();
    pieces.into_iter()
}

/// The words of a piece of a title without its grades and without what says nothing of the work.
fn bare(segment: &str, is_grade: impl Fn(&str) -> bool) -> Vec<String> {
    let words: Vec<String> = Words::of(segment).ranges.into_iter().map(|range| compared(&segment[range])).collect();
    // The head of the department is somebody else than the department.
    let is_of = |at: usize| words.get(at).is_none_or(|next| List::TitleFiller.holds(next));
    let mut from = 0;
    while words.get(from).is_some_and(|word| is_small(word) || is_grade(word) && !is_of(from + 1)) {
        from += 1;
    }
    let is_level = |word: &str| word.bytes().all(|byte| byte == b'i' || byte.is_ascii_digit());
    // "Backend Engineer at Acme in Berlin" names the job with two words.
    let place = words.iter().skip(from + 2).position(|word| ["at", "in"].contains(&word.as_str()));
    let mut to = place.map_or(words.len(), |place| from + 2 + place);
    while to > from + 1 && (is_small(&words[to - 1]) || is_level(&words[to - 1])) {
        to -= 1;
    }
    words[from..to].iter().filter(|word| !is_small(word)).cloned().collect()
}

fn is_small(word: &str) -> bool {
    List::TitleFiller.holds(word)
}

/// `word` of a title as it is compared. "Backend engineering" is no engineer, and a software engineer no other one.
fn compared(word: &str) -> String {
    let word = folded(word).into_owned();
    let other = List::TitleWord.text_of(&word).filter(|to| !to.is_empty() && word != "engineering");
    other.map_or(word, str::to_owned)
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

    fn is_named(title: &str, text: &str) -> bool {
        let grades = ["senior", "lead", "staff", "principal", "junior"];
        let core = Core::of(title, |word| grades.contains(&word)).unwrap();
        !core.named_in(&spelt_alike(text)).is_empty()
    }

    #[test]
    fn a_title_is_named_without_its_grade_and_its_brackets() {
        for (title, text) in [
            ("Senior Backend Engineer", "I would like to join as a backend engineer."),
            ("Senior Backend Engineer (m/w/d), Payments", "the Back-End Developer role"),
            ("Backend Engineer II", "your backend engineer opening"),
            ("Head of Data Platform", "to be your head of the data platform"),
            ("Engineer, Backend", "a backend engineer"),
            ("Lead, Data Platform - Remote", "Lead for your data platform"),
            ("Staff Nurse", "your nurse"),
            ("Senior Backend Engineer at Acme in Berlin", "your backend engineer"),
            ("Tech Lead", "a tech lead"),
        ] {
            assert!(is_named(title, text), "{title}: {text}");
        }
    }

    #[test]
    fn what_somebody_works_on_does_not_name_the_title() {
        for (title, text) in [
            ("Head of Data Platform", "your data platform runs on Kafka"),
            ("Lead, Data Platform", "your data platform"),
            ("Principal of Ward Four", "on ward four"),
            ("Senior Backend Engineer", "seven years of backend engineering"),
            ("Senior Backend Engineer", "your backend engineers"),
            ("Software Engineer", "an engineer at Northwind"),
            ("Engineer, Backend", "an engineer at Northwind"),
            ("Tech Lead", "your tech, which I lead"),
            ("Engineering Manager", "the manager"),
        ] {
            assert!(!is_named(title, text), "{title}: {text}");
        }
    }

    #[test]
    fn a_title_without_words_names_nothing() {
        assert_eq!(Core::of("(m/w/d)", |_| false), None);
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
