//! Which paragraphs of a letter stand in another one too, word for word or nearly.
//!
//! Paragraphs are compared by the words in them and by the pairs of words: of two that are alike, [`ALIKE`] percent of
//! the words that either has are shared (Jaccard), and half of the pairs, so that they are in the same order too.

mod index;
mod shared;

pub use shared::{Shared, shared_paragraphs};

use super::day::Day;
use super::name::{Name, Names};
use super::words::Words;
use crate::letter::Letter;
use index::{Passed, pairs};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// Percent of words that paragraphs share which are nearly the same.
const ALIKE: usize = 80;

/// Percent of words that letters share which differ in names only, names left out.
const SAME: usize = 90;

/// What a comment opens with above a paragraph that may stand in other letters.
pub const ALLOW_REUSE: &str = "letterlint-allow-reuse";

/// Stands for the company that a letter is for.
const COMPANY: u32 = 0;

/// What is kept of a letter to tell what others share with it.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The file, as the user knows it.
    path: String,
    sent: Option<Day>,
    /// The company, where it is known: another version of a letter is no other letter.
    company: Option<String>,
    paragraphs: Vec<Passage>,
    /// The body without words that start with a capital.
    body: Vec<u32>,
}

/// A paragraph, its company's name put aside.
#[derive(Clone, Debug)]
struct Passage {
    line: usize,
    /// Whether its letter says that it may stand in others.
    is_free: bool,
    words: Arc<[u32]>,
}

/// Something of a letter that stands in another one.
#[derive(Clone, Debug)]
pub struct Reuse {
    /// Index of the paragraph; `None`: all of the letter.
    pub paragraph: Option<usize>,
    /// Where it stands there: `acme/letter.md:14`.
    pub place: String,
    /// The words there.
    words: Arc<[u32]>,
}

/// The words of a paragraph as they are compared, with their places in the letter's folded text.
fn masked(text: &str, range: Range<usize>, company: Option<&Names>) -> (Vec<u32>, Vec<Range<usize>>) {
    let words = Words::within(text, range);
    let mentions = company.map_or_else(Vec::new, |company| company.find(text, &words));
    let mut mentions = mentions.into_iter().peekable();
    let (mut keys, mut ranges) = (Vec::with_capacity(words.len()), Vec::with_capacity(words.len()));
    for (range, key) in words.ranges.into_iter().zip(words.keys) {
        while mentions.peek().is_some_and(|mention| mention.range.end <= range.start) {
            mentions.next();
        }
        match mentions.peek() {
            Some(mention) if mention.range.start == range.start => keys.push(COMPANY),
            Some(mention) if mention.range.start < range.start => continue,
            #[allow(clippy::cast_possible_truncation, reason = "half of a hash is one")]
            _ => keys.push((key as u32).max(COMPANY + 1)),
        }
        ranges.push(range);
    }
    (keys, ranges)
}

impl Kept {
    /// Takes the letter for one that is about to be sent, whatever it says itself.
    pub fn send_now(&mut self) {
        self.sent = None;
    }

    /// Whether both are versions of one letter: for the same company, or files of one name in one folder.
    fn is_version_of(&self, other: &Kept) -> bool {
        let stem = |path: &str| path.rsplit_once('.').map_or(path, |(stem, _)| stem).to_owned();
        (self.company.is_some() && self.company == other.company) || stem(&self.path) == stem(&other.path)
    }

    /// Keeps what is needed of `letter`, which the user knows as `path`.
    pub fn of(path: &str, letter: &Letter, company: Option<&Name>, sent: Option<Day>) -> Self {
        let joined = company.map(Name::joined);
        let company = company.map(|company| Names::of([company.clone()]));
        let text = letter.prose().text();
        let mut body = Vec::new();
        let mut paragraphs = Vec::new();
        for paragraph in letter.paragraphs() {
            let (words, ranges) = masked(text, paragraph.text.clone(), company.as_ref());
            let is_small = |range: &Range<usize>| !text[range.clone()].starts_with(char::is_uppercase);
            body.extend(words.iter().zip(&ranges).filter(|(_, range)| is_small(range)).map(|(word, _)| *word));
            let start = letter.prose().span(paragraph.text.clone()).start;
            paragraphs.push(Passage {
                line: letter.source().position(start).line,
                is_free: is_free(letter, start),
                words: words.into(),
            });
        }
        Kept { path: path.to_owned(), sent, company: joined, paragraphs, body }
    }
}

/// Whether the last comment before byte `start` of `letter` is for what starts there, and lets it stand elsewhere too.
fn is_free(letter: &Letter, start: usize) -> bool {
    let text = letter.source().text();
    let behind = letter.comments().partition_point(|comment| comment.end <= start);
    letter.comments()[..behind].last().is_some_and(|comment| {
        text[comment.range()].contains(ALLOW_REUSE) && text[comment.end..start].trim().is_empty()
    })
}

impl Reuse {
    /// Returns what of `letter` is not in the other text, in order: words of the letter itself.
    pub fn differs(&self, letter: &Letter, company: Option<&Name>) -> Vec<Range<usize>> {
        let Some(paragraph) = self.paragraph.and_then(|index| letter.paragraphs().get(index)) else {
            return Vec::new();
        };
        let company = company.map(|company| Names::of([company.clone()]));
        let (words, ranges) = masked(letter.prose().text(), paragraph.text.clone(), company.as_ref());
        let known: HashSet<u32> = self.words.iter().copied().collect();
        words.iter().zip(ranges).filter(|(word, _)| !known.contains(word)).map(|(_, range)| range).collect()
    }
}

/// Returns what each of `letters` has from another: of two, the one that is sent later, or stands behind, is told.
pub fn reuse(letters: &[Kept]) -> Vec<Vec<Reuse>> {
    let mut order: Vec<usize> = (0..letters.len()).collect();
    // What has no day is about to be sent.
    order.sort_by_key(|&index| (letters[index].sent.is_none(), letters[index].sent, index));
    let is_version = |one: usize, other: usize| letters[one].is_version_of(&letters[other]);
    let bodies =
        order.iter().map(|&letter| Passed { place: (letter, 0), is_free: false, words: &letters[letter].body });
    let bodies = pairs(bodies, SAME, is_version);
    let paragraphs = order.iter().flat_map(|&letter| {
        let all = letters[letter].paragraphs.iter().enumerate();
        all.map(move |(index, passage)| Passed {
            place: (letter, index),
            is_free: passage.is_free,
            words: &passage.words,
        })
    });
    let paragraphs = pairs(paragraphs, ALIKE, is_version);
    let mut found: Vec<Vec<Reuse>> = vec![Vec::new(); letters.len()];
    let mut told: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for ((letter, _), (other, _)) in bodies {
        let place = letters[other].path.clone();
        found[letter].push(Reuse { paragraph: None, place, words: Arc::default() });
        told.insert((letter, other), (usize::MAX, 0));
    }
    for ((letter, index), (other, other_index)) in paragraphs {
        // One finding for two letters: the longest paragraph that they share.
        let len = letters[letter].paragraphs[index].words.len();
        let (longest, slot) = told.entry((letter, other)).or_insert((0, usize::MAX));
        if len <= *longest {
            continue;
        }
        let passage = &letters[other].paragraphs[other_index];
        let place = format!("{}:{}", letters[other].path, passage.line);
        let reuse = Reuse { paragraph: Some(index), place, words: Arc::clone(&passage.words) };
        if *longest == 0 {
            *slot = found[letter].len();
            found[letter].push(reuse);
        } else {
            found[letter][*slot] = reuse;
        }
        *longest = len;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Format;
    use crate::source::Source;

    const LONG: &str = "At Aldertree I run the order queue, 900 orders a minute at noon, and gave each order a key that we keep for a day, so that duplicates fell from 40 to none.";
    const OTHER: &str = "My pager rings one week in six, and last spring I wrote the runbook that the night shift still opens before anything else when the ledger stops.";

    fn letter(paragraphs: &[&str]) -> Letter {
        let text = format!("Dear Ms Okafor,\n\n{}\n\nBest,\nAna Ruiz\n", paragraphs.join("\n\n"));
        Letter::read(Source::new(&text), Format::Markdown)
    }

    fn kept(path: &str, company: &str, sent: Option<&str>, paragraphs: &[&str]) -> Kept {
        Kept::of(path, &letter(paragraphs), Name::new(company).as_ref(), sent.and_then(Day::of_iso))
    }

    fn places(found: &[Reuse]) -> Vec<&str> {
        found.iter().map(|one| one.place.as_str()).collect()
    }

    #[test]
    fn a_paragraph_with_another_company_in_it_is_the_same() {
        let with = |company: &str| format!("{LONG} I would do the same at {company}.");
        let letters = [
            kept("a.md", "Acme", None, &[&with("Acme"), OTHER]),
            kept(
                "b.md",
                "Hale & Quill",
                None,
                &["I keep bees and sell what they make on Sundays.", &with("Hale & Quill")],
            ),
        ];
        let found = reuse(&letters);
        assert!(found[0].is_empty());
        assert_eq!((places(&found[1]), found[1][0].paragraph), (vec!["a.md:3"], Some(1)));
    }

    #[test]
    fn what_differs_is_the_letters_own() {
        let changed = LONG.replace("noon", "midnight");
        let letters = [kept("a.md", "Acme", None, &[LONG]), kept("b.md", "Globex", None, &[&changed, OTHER])];
        let found = reuse(&letters);
        let letter = letter(&[&changed, OTHER]);
        let differs = found[1][0].differs(&letter, None);
        assert_eq!(differs.into_iter().map(|range| &letter.prose().text()[range]).collect::<Vec<_>>(), ["midnight"]);
    }

    #[test]
    fn other_words_are_another_paragraph() {
        let letters = [kept("a.md", "Acme", None, &[LONG]), kept("b.md", "Globex", None, &[OTHER])];
        assert!(reuse(&letters).iter().all(Vec::is_empty));
    }

    #[test]
    fn a_paragraph_that_may_be_reused_is_none_to_be_found() {
        let free = format!("<!-- letterlint-allow-reuse -- my story -->\n{LONG}");
        let letters = [kept("a.md", "Acme", None, &[&free, OTHER]), kept("b.md", "Globex", None, &[LONG])];
        assert!(reuse(&letters).iter().all(Vec::is_empty));
    }

    #[test]
    fn paragraphs_of_two_letters_are_paired_once() {
        let (one, other) = (letter(&[OTHER, LONG]), letter(&[LONG, LONG]));
        let shared = shared_paragraphs((&one, None), (&other, None), 50);
        assert_eq!(shared, [Shared { one: 1, other: 0, percent: 100 }]);
    }

    #[test]
    fn the_letter_that_is_sent_later_is_told() {
        let letters = [
            kept("a.md", "Acme", Some("2026-03-02"), &[LONG, OTHER, "I have kept bees since I was nine years old."]),
            kept("b.md", "Globex", Some("2026-03-01"), &[LONG]),
        ];
        assert_eq!(places(&reuse(&letters)[0]), ["b.md:3"]);
    }

    #[test]
    fn a_letter_that_differs_in_names_is_told_once() {
        let with = |company: &str| format!("I want to keep bees with the people of {company} in spring.");
        let letters = [
            kept("a.md", "Acme", None, &[LONG, OTHER, &with("Acme")]),
            kept("b.md", "Globex", None, &[LONG, OTHER, &with("Globex")]),
        ];
        let found = reuse(&letters);
        assert_eq!((places(&found[1]), found[1][0].paragraph), (vec!["a.md"], None));
    }
}
