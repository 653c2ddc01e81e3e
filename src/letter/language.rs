//! Which language a letter is written in.

/// English's commonest words; any English prose of some length is a tenth of them and more.
const COMMON: [&str; 36] = [
    "the", "and", "to", "of", "a", "in", "i", "my", "for", "with", "that", "is", "your", "at", "as", "on", "am",
    "have", "be", "this", "it", "from", "you", "an", "by", "was", "are", "we", "which", "or", "me", "would", "not",
    "has", "our", "their",
];

/// Bytes of the longest common word.
const LONGEST: usize = 5;

/// The common words as numbers, sorted: looking one up compares numbers, not texts.
static NUMBERS: [u64; COMMON.len()] = {
    let mut numbers = [0; COMMON.len()];
    let mut count = 0;
    while count < COMMON.len() {
        let new = number(COMMON[count].as_bytes());
        let mut at = count;
        while at > 0 && numbers[at - 1] > new {
            numbers[at] = numbers[at - 1];
            at -= 1;
        }
        numbers[at] = new;
        count += 1;
    }
    numbers
};

/// Fewest words by which a language can be told.
const FEWEST_WORDS: usize = 25;

/// Share of common words, in percent, from which a text is English without a closer look.
const ENGLISH_SHARE: usize = 12;

/// What the words of a text say about its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// Some of its words are English, and it is surely no other language.
    English,
    /// Its words do not say: there are too few, or they are names.
    Unknown,
    /// Surely this language, by its English name.
    Other(&'static str),
}

impl Language {
    /// Tells the language of `text`, which holds `words`.
    pub(super) fn of<'a>(text: &str, words: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let count = words.len();
        // Nearly always the first third of the words says enough. Of a few words, one may be a word of another language.
        let enough = (count * ENGLISH_SHARE).div_ceil(100).max(1);
        let common = words.filter(|word| is_common(word.as_bytes())).take(enough).count();
        if count >= FEWEST_WORDS
            && common < enough
            && let Some(found) = whatlang::detect(text)
            && found.is_reliable()
            && found.lang() != whatlang::Lang::Eng
        {
            return Language::Other(found.lang().eng_name());
        }
        let is_english = common == enough || (count >= FEWEST_WORDS && common > 0);
        if is_english { Language::English } else { Language::Unknown }
    }
}

fn is_common(word: &[u8]) -> bool {
    word.len() <= LONGEST && NUMBERS.binary_search(&number(word)).is_ok()
}

/// A word of at most [`LONGEST`] letters as a number, whatever its case; other marks never make it a letter's.
const fn number(word: &[u8]) -> u64 {
    let mut number = 0;
    let mut at = 0;
    while at < word.len() {
        number = number << 8 | (word[at] | 0x20) as u64;
        at += 1;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_is_common_where_the_list_holds_it(word in "[a-zA-Z@`\\[\\]'_\\PC]{0,6}") {
            assert_eq!(is_common(word.as_bytes()), COMMON.contains(&word.to_ascii_lowercase().as_str()));
        }
    }

    #[test]
    fn every_common_word_is_known_in_any_case() {
        for word in COMMON {
            assert!(is_common(word.as_bytes()) && is_common(word.to_ascii_uppercase().as_bytes()), "{word}");
        }
    }

    fn language(text: &str) -> Language {
        let words: Vec<&str> = text.split_whitespace().collect();
        Language::of(text, words.into_iter())
    }

    #[test]
    fn english_is_told_by_its_common_words() {
        let text = "I run the order queue at a small shop in Lisbon, and for two years I have been the one who is woken by it, \
                    so I wrote a runbook that my team can use.";
        assert_eq!(language(text), Language::English);
    }

    #[test]
    fn another_language_is_named() {
        let text = "Ich betreue seit zwei Jahren die Warteschlange eines kleinen Ladens in Lissabon und werde nachts geweckt, wenn \
                    sie steht, also habe ich eine Anleitung geschrieben, mit der alle anderen arbeiten können.";
        assert_eq!(language(text), Language::Other("German"));
    }

    #[test]
    fn a_few_words_tell_nothing() {
        assert_eq!(language("Mit freundlichen Grüßen"), Language::Unknown);
        assert_eq!(language("Minu nimi on Ina Roe ja ma kirjutan teile Tartust."), Language::Unknown);
        assert_eq!(language("I ran it."), Language::English);
    }
}
