//! Which language a letter is written in.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// English's commonest words; any English prose of some length is a tenth of them and more.
const COMMON: [&str; 36] = [
    "the", "and", "to", "of", "a", "in", "i", "my", "for", "with", "that", "is", "your", "at", "as", "on", "am",
    "have", "be", "this", "it", "from", "you", "an", "by", "was", "are", "we", "which", "or", "me", "would", "not",
    "has", "our", "their",
];

static ENGLISH: LazyLock<BTreeSet<&str>> = LazyLock::new(|| COMMON.into_iter().collect());

/// Fewest words by which a language can be told.
const FEWEST_WORDS: usize = 25;

/// Share of common words, in percent, from which a text is English without a closer look.
const ENGLISH_SHARE: usize = 12;

/// Returns the English name of the language of `text`, which holds `words`, where it is surely not English.
pub(super) fn foreign<'a>(text: &str, words: impl ExactSizeIterator<Item = &'a str>) -> Option<&'static str> {
    let count = words.len();
    if count < FEWEST_WORDS {
        return None;
    }
    let common = words.filter(|word| ENGLISH.contains(word.to_ascii_lowercase().as_str())).count();
    if common * 100 >= count * ENGLISH_SHARE {
        return None;
    }
    let found = whatlang::detect(text)?;
    (found.is_reliable() && found.lang() != whatlang::Lang::Eng).then(|| found.lang().eng_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<&'static str> {
        let words: Vec<&str> = text.split_whitespace().collect();
        foreign(text, words.into_iter())
    }

    #[test]
    fn english_is_told_by_its_common_words() {
        let text = "I run the order queue at a small shop in Lisbon, and for two years I have been the one who is woken by it, \
                    so I wrote a runbook that my team can use.";
        assert_eq!(told(text), None);
    }

    #[test]
    fn another_language_is_named() {
        let text = "Ich betreue seit zwei Jahren die Warteschlange eines kleinen Ladens in Lissabon und werde nachts geweckt, wenn \
                    sie steht, also habe ich eine Anleitung geschrieben, mit der alle anderen arbeiten können.";
        assert_eq!(told(text), Some("German"));
    }

    #[test]
    fn a_few_words_tell_nothing() {
        assert_eq!(told("Mit freundlichen Grüßen"), None);
    }
}
