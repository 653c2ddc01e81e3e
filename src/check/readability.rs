//! How many years of schooling a text asks of its reader.

use unicode_segmentation::UnicodeSegmentation;

/// Returns the Flesch-Kincaid grade of `text`, which has so many sentences, rounded and at least 0.
///
/// The formula is that of Kincaid and others, Derivation of New Readability Formulas for Navy Enlisted Personnel, 1975:
/// 0.39 words a sentence and 11.8 syllables a word, less 15.59. Here it is in hundredths.
pub(super) fn grade(text: &str, sentences: usize) -> usize {
    let (mut words, mut all) = (0, 0);
    for word in text.unicode_words().filter(|word| word.chars().any(char::is_alphabetic)) {
        words += 1;
        all += syllables(word);
    }
    if words == 0 || sentences == 0 {
        return 0;
    }
    let hundredths = 39 * words / sentences + 1180 * all / words;
    (hundredths.saturating_sub(1559) + 50) / 100
}

/// The syllables of an English word: its groups of vowels, without a silent "e" at its end.
fn syllables(word: &str) -> usize {
    let lower = word.to_lowercase();
    let mut groups = 0;
    let mut was_vowel = false;
    for letter in lower.chars() {
        let is_vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        groups += usize::from(is_vowel && !was_vowel);
        was_vowel = is_vowel;
    }
    let is_silent = lower.ends_with('e') && !lower.ends_with("le") && groups > 1;
    (groups - usize::from(is_silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_groups_of_vowels() {
        for (word, count) in
            [("I", 1), ("cat", 1), ("table", 2), ("make", 1), ("reliability", 5), ("queue", 1), ("7th", 1)]
        {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn short_words_in_short_sentences_need_little_schooling() {
        assert!(grade("I ran the queue. It was mine to mend at night.", 2) < 3);
        let hard = "Organisational responsibility necessitates comprehensive documentation of interdepartmental communication.";
        assert!(grade(hard, 1) > 20);
        assert_eq!(grade("", 0), 0);
    }
}
