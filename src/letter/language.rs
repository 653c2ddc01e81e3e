//! Which language a letter is written in.

use crate::words::List;

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
        let common = words.filter(|word| List::CommonEnglish.holds(word)).take(enough).count();
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

#[cfg(test)]
mod tests {
    use super::*;

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
