//! A list of words, made for saying quickly that a word is not on it.

use super::words::is_one_of;

/// Sorted, lower-case words, none longer than 31 bytes.
#[derive(Debug)]
pub(super) struct WordSet {
    words: &'static [&'static str],
    shelves: [Shelf; 27],
}

/// The words with one first letter; those that start with no letter share the last shelf.
#[derive(Debug, Clone, Copy)]
struct Shelf {
    start: usize,
    end: usize,
    /// The lengths that they have, one bit each.
    lengths: u32,
}

impl WordSet {
    /// The set of `words`, which must be sorted and lower case.
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        let empty = Shelf { start: words.len(), end: 0, lengths: 0 };
        let mut shelves = [empty; 27];
        let mut at = 0;
        while at < words.len() {
            let shelf = &mut shelves[number(words[at].as_bytes()[0])];
            if shelf.end == 0 {
                shelf.start = at;
            }
            shelf.end = at + 1;
            shelf.lengths |= 1 << words[at].len();
            at += 1;
        }
        Self { words, shelves }
    }

    /// Whether `word` is in the set; ASCII case is ignored.
    pub(super) fn holds(&self, word: &str) -> bool {
        let Some(first) = word.bytes().next() else {
            return false;
        };
        let words = self.shelves[number(first)];
        word.len() < 32
            && words.lengths & (1 << word.len()) != 0
            && is_one_of(word, &self.words[words.start..words.end])
    }

    /// The words, in order.
    #[cfg(test)]
    pub(super) fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

/// The number of the shelf for words that start with `first`.
const fn number(first: u8) -> usize {
    let letter = first.to_ascii_lowercase().wrapping_sub(b'a');
    if letter < 26 { letter as usize } else { 26 }
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: WordSet = WordSet::new(&["...", "dear", "deer", "dog", "é"]);

    #[test]
    fn its_words_are_found_in_any_case() {
        for word in ["...", "dear", "DEER", "Dog", "é"] {
            assert!(WORDS.holds(word), "{word}");
        }
    }

    #[test]
    fn other_words_are_not_found() {
        let long = "d".repeat(40);
        for word in ["", "door", "do", "dogs", ".", "ö", &long] {
            assert!(!WORDS.holds(word), "{word}");
        }
    }
}
