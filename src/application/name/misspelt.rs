//! A name with a slip in it: one letter more, less, wrong or swapped, or its words joined or parted otherwise.

use super::{AND, Name};
use crate::application::words::{Words, folded, possessed};
use std::ops::Range;

/// Letters of the longest name of which another spelling is looked for.
const MOST_LETTERS: usize = 100;

/// Letters of the shortest name of which another spelling is told from another word.
const FEWEST_LETTERS: usize = 5;

impl Name {
    /// Returns where the name stands in `text` with one letter more, less, wrong or swapped, or its words joined or
    /// parted otherwise.
    pub fn misspelt(&self, text: &str, words: &Words) -> Vec<Range<usize>> {
        let joined = self.joined();
        let letters = joined.chars().count();
        // "Strips" are no misspelt Stripe.
        if !(FEWEST_LETTERS..=MOST_LETTERS).contains(&letters) || self.is_ordinary() {
            return Vec::new();
        }
        let count = self.variants[0].words.len();
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        let wants_capital = !self.is_spelt || is_capital(&self.text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for first in 0..words.len() {
            if wants_capital && !is_capital(&text[words.ranges[first].clone()]) {
                continue;
            }
            let longest = (count + 1).min(words.len() - first);
            for len in (count.saturating_sub(1).max(1)..=longest).rev() {
                let range = words.range(&(first..first + len));
                let between = &text[range.clone()];
                // A name does not go on behind a mark.
                if range.len() > 3 * joined.len() + 8 || between.contains(['\n', ',', ';', ':', '(', ')']) {
                    continue;
                }
                let pieces = words.ranges[first..first + len].iter().map(|word| folded(&text[word.clone()]));
                let pieces: Vec<_> = pieces.filter(|word| !AND.contains(&&**word)).collect();
                let written = pieces.concat();
                if self.is_mistaken(&joined, letters, &written, pieces.len() != count, between)
                    && found.last().is_none_or(|last| last.end <= range.start)
                {
                    found.push(range.start..range.end - (between.len() - possessed(between).len()));
                    break;
                }
            }
        }
        found
    }

    fn is_mistaken(&self, joined: &str, letters: usize, written: &str, is_other_count: bool, between: &str) -> bool {
        if written == joined {
            // All words are right; they may still be parted otherwise, where that is known.
            return is_other_count && self.is_spelt && !between.contains('-');
        }
        let is_far = written.chars().count().abs_diff(letters) > 1 || is_other_count;
        // "Ramps" are more than one ramp; a short word with another first letter is another word.
        let is_other_word = written.strip_suffix('s') == Some(joined)
            || joined.strip_suffix('s') == Some(written)
            || (letters < 8 && written.chars().next() != joined.chars().next());
        // "Gruenwald" is Grünwald where there is no ü.
        let plain = |word: &str| word.replace("ue", "u").replace("oe", "o").replace("ae", "a");
        !is_far && !is_other_word && plain(written) != plain(joined) && strsim::osa_distance(written, joined) == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_off_is_a_misspelt_name() {
        let misspelt = |name: &str, text: &str| -> Vec<String> {
            let found = Name::new(name).unwrap().misspelt(text, &Words::of(text));
            found.into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(misspelt("Brightwell", "at Brigthwell's depot"), ["Brigthwell"]);
        assert_eq!(misspelt("Hale & Quill", "Hale and Quil"), ["Hale and Quil"]);
        assert_eq!(misspelt("GitHub", "the Git Hub team"), ["Git Hub"]);
        assert!(misspelt("Block", "the Clock on the wall").is_empty());
        assert!(misspelt("Brightwell", "Brightwell is Brightwell's").is_empty());
        assert!(misspelt("Meta", "Beta").is_empty());
    }
}
