//! The words of a text as names and passages are compared by: case, diacritics and possessives folded.

use crate::letter::word_ranges;
use std::borrow::Cow;
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;

/// The words of a text, in order.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Where each stands, in bytes of the text.
    pub ranges: Vec<Range<usize>>,
    /// What each is compared by.
    pub keys: Vec<u64>,
}

impl Words {
    /// Cuts `text` into words.
    pub fn of(text: &str) -> Self {
        Words::within(text, 0..text.len())
    }

    /// Cuts `range` of `text` into words, whose places are those of the whole text.
    pub fn within(text: &str, range: Range<usize>) -> Self {
        let ranges = word_ranges(text, range);
        let keys = ranges.iter().map(|range| key(&text[range.clone()])).collect();
        Words { ranges, keys }
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Returns the index of the first word that ends behind byte `at`.
    pub fn at(&self, at: usize) -> usize {
        self.ranges.partition_point(|range| range.end <= at)
    }

    /// Returns the indices of the words that lie within `range` of the text.
    pub fn inside(&self, range: &Range<usize>) -> Range<usize> {
        let from = self.ranges.partition_point(|word| word.start < range.start);
        let to = self.ranges.partition_point(|word| word.end <= range.end);
        from..to.max(from)
    }

    /// Returns the bytes from the first to the last of the words with these indices.
    pub fn range(&self, words: &Range<usize>) -> Range<usize> {
        match self.ranges.get(words.clone()) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.clone(),
            _ => 0..0,
        }
    }

    /// Returns where `wanted` first stands in a row at or behind word `from`.
    pub fn find(&self, wanted: &[u64], from: usize) -> Option<usize> {
        let first = *wanted.first()?;
        let last = self.keys.len().checked_sub(wanted.len())?;
        let starts = (from..=last).filter(|&at| self.keys[at] == first);
        starts.into_iter().find(|&at| self.keys[at..at + wanted.len()] == *wanted)
    }
}

/// Returns `word` as it is compared: in lower case, without diacritics, without the `'s` of a possessive.
pub fn folded(word: &str) -> Cow<'_, str> {
    let plain = possessed(word);
    if plain.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return Cow::Borrowed(plain);
    }
    if plain.is_ascii() {
        return Cow::Owned(plain.to_ascii_lowercase());
    }
    Cow::Owned(deunicode::deunicode(plain).to_ascii_lowercase())
}

/// Returns what the possessive `word` belongs to; any other word as it is.
pub(super) fn possessed(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word)
}

/// Returns the number that equal words share.
pub fn key(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(folded(word).as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_whatever_their_case_marks_and_possessives() {
        for (one, other) in [("Ørsund", "orsund"), ("ZÜRCHER", "Zurcher"), ("Acme's", "acme"), ("Acme’s", "ACME")] {
            assert_eq!(key(one), key(other), "{one} {other}");
        }
        assert_ne!(key("its"), key("it's"));
    }

    #[test]
    fn words_are_found_in_a_row() {
        let words = Words::of("the ledger end to end, from the ledger on");
        let wanted = Words::of("The Ledger on").keys;
        assert_eq!(words.find(&wanted, 0), Some(6));
        assert_eq!(words.find(&wanted, 7), None);
        assert_eq!(words.find(&[], 0), None);
    }
}
