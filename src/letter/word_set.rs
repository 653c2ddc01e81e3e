//! A list of words, laid out when letterlint is built: a few bytes of a word say that it is not on it.

/// Places for the words of a list; some stay free, so that most other words lead to a free one.
const PLACES: usize = 512;

/// Words with a number each, 254 at most.
#[derive(Debug)]
pub(super) struct WordSet {
    words: &'static [&'static str],
    /// For each first letter the second letters that a word has behind it, one bit each.
    seconds: [u32; 32],
    /// The number of the word that belongs there, plus one; 0 where none does.
    places: [u8; PLACES],
}

impl WordSet {
    /// The set of `words`.
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        assert!(words.len() < u8::MAX as usize, "a list of words is short");
        let mut seconds = [0; 32];
        let mut places = [0; PLACES];
        let mut count = 0;
        let mut number: u8 = 0;
        while count < words.len() {
            let (first, second) = opening(words[count].as_bytes());
            seconds[first] |= second;
            let mut place = place(words[count].as_bytes());
            while places[place] != 0 {
                place = (place + 1) % PLACES;
            }
            count += 1;
            number += 1;
            places[place] = number;
        }
        Self { words, seconds, places }
    }

    /// Whether `word` may be in the set; most words that are not are told here.
    #[inline]
    pub(super) fn may_hold(&self, word: &[u8]) -> bool {
        let (first, second) = opening(word);
        self.seconds[first] & second != 0
    }

    /// Whether `word` is in the set; ASCII case is ignored, and the words must be lower case.
    #[inline]
    pub(super) fn holds(&self, word: &str) -> bool {
        self.number_in_any_case(word.as_bytes()).is_some()
    }

    fn number_in_any_case(&self, word: &[u8]) -> Option<usize> {
        if !self.may_hold(word) {
            return None;
        }
        let mut place = place(word);
        while let Some(number) = usize::from(self.places[place]).checked_sub(1) {
            if self.words[number].as_bytes().eq_ignore_ascii_case(word) {
                return Some(number);
            }
            place = (place + 1) % PLACES;
        }
        None
    }

    /// The words, in order.
    #[cfg(test)]
    pub(super) fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

/// What tells most words from those of a list: the first letter and the second one's bit, in any case.
const fn opening(word: &[u8]) -> (usize, u32) {
    match word {
        [] => (0, 1),
        [only] => ((*only & 31) as usize, 1),
        [first, second, ..] => ((*first & 31) as usize, 1 << (*second & 31)),
    }
}

/// Where the search for `word` starts: told by its length and three bytes, in any case.
const fn place(word: &[u8]) -> usize {
    let (first, last) = match word {
        [] => return 0,
        [only] => (*only, *only),
        [first, .., last] => (*first, *last),
    };
    let middle = word[word.len() / 2] | 0x20;
    let sum = (first | 0x20) as usize * 0x9e5 + middle as usize * 0x3b + (last | 0x20) as usize * 0x1f1;
    (sum + word.len() * 0x4d) % PLACES
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    static WORDS: WordSet = WordSet::new(&["...", "dear", "deer", "dog", "é", "a", "ab"]);

    #[test]
    fn its_words_are_found_in_any_case() {
        for word in ["...", "dear", "DEER", "Dog", "é", "A"] {
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

    proptest! {
        #[test]
        fn a_word_is_held_where_the_list_holds_it(word in "[a-gD.é]{0,5}") {
            prop_assert_eq!(WORDS.holds(&word), WORDS.words().iter().any(|known| known.eq_ignore_ascii_case(&word)));
        }
    }
}
