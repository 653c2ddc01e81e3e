//! Finds what is written twice.

use super::{Match, inside};
use crate::check::context::Context;
use crate::letter::Letter;
use std::collections::BTreeSet;
use std::ops::Range;

/// Fewest words of a paragraph that is reported when it is there twice.
const FEWEST_WORDS: usize = 8;

impl<'a> Context<'a> {
    /// Adds the words in `area` that are twice in a row.
    pub(super) fn find_repeated_words(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        let words = self.letter.words();
        let from = words.partition_point(|word| word.start < area.start);
        for pair in words[from..].windows(2).take_while(|pair| pair[1].end <= area.end) {
            // Nearly all pairs differ in length, which is seen at once.
            if pair[0].len() != pair[1].len() || pair[0].end + 1 != pair[1].start {
                continue;
            }
            let (first, second) = (&text[pair[0].clone()], &text[pair[1].clone()]);
            let is_doubled = text.as_bytes()[pair[0].end] == b' '
                && first.eq_ignore_ascii_case(second)
                && first.chars().all(|character| character.is_alphabetic() || character == '\'');
            // "Duran Duran", "New New York": two capitals are a name.
            let is_name = first == second && first.len() > 1 && first.starts_with(char::is_uppercase);
            if is_doubled && !is_name {
                let range = pair[0].start..pair[1].end;
                found.push(Match { replacement: Some(first.to_owned().into()), ..Match::at(range) });
            }
        }
    }

    /// Adds the paragraphs in `area` that stood in the letter before.
    pub(super) fn find_repeated_paragraphs(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let repeated = self.repeated.get_or_init(|| repeated_paragraphs(self.letter));
        found.extend(inside(repeated, area, Clone::clone).map(|(_, range)| Match::at(range)));
    }
}

/// Paragraphs of some length whose words stood in the letter before, in order.
fn repeated_paragraphs(letter: &Letter) -> Vec<Range<usize>> {
    let lower = letter.prose().lower();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut repeated = Vec::new();
    for paragraph in letter.paragraphs() {
        let range = paragraph.text.clone();
        let is_new = seen.insert(lower[range.clone()].trim_matches(['[', ']', '.', ' ']));
        if !is_new && letter.words_in(&range) >= FEWEST_WORDS {
            repeated.push(range);
        }
    }
    repeated
}
