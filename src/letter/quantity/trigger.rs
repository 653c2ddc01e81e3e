//! The words that may start a figure, told apart from all others by length and letters.

/// What a word may start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trigger {
    /// A number in words.
    Number,
    /// A part of a whole.
    Share,
    /// A multiple.
    Multiple,
    /// A magnitude without a value.
    Vague,
}

/// Bytes of the longest word that starts a figure.
const LONGEST: usize = 12;

/// What `word` starts; `None` for nearly all words, which is told by their first two letters.
pub(super) fn trigger(word: &[u8]) -> Option<Trigger> {
    let &[first, second, ..] = word else {
        return None;
    };
    if word.len() < 3 || word.len() > LONGEST || !may_start(first | 0x20, second | 0x20) {
        return None;
    }
    let mut lower = [0; LONGEST];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    match &*lower {
        b"zero" | b"one" | b"two" | b"three" | b"four" | b"five" | b"six" | b"seven" | b"eight" | b"nine" | b"ten"
        | b"eleven" | b"twelve" | b"thirteen" | b"fourteen" | b"fifteen" | b"sixteen" | b"seventeen" | b"eighteen"
        | b"nineteen" | b"twenty" | b"thirty" | b"forty" | b"fifty" | b"sixty" | b"seventy" | b"eighty" | b"ninety"
        | b"hundred" | b"dozen" | b"thousand" | b"lakh" | b"million" | b"crore" | b"billion" | b"trillion" => {
            Some(Trigger::Number)
        }
        b"half" | b"second" | b"third" | b"fourth" | b"fifth" | b"tenth" | b"quarter" => Some(Trigger::Share),
        b"double" | b"doubled" | b"doubles" | b"doubling" | b"triple" | b"tripled" | b"triples" | b"tripling"
        | b"quadruple" | b"quadrupled" | b"quadruples" | b"quadrupling" | b"quintupled" | b"halve" | b"halved"
        | b"halves" | b"halving" | b"quartered" | b"twice" | b"thrice" | b"twofold" | b"threefold" | b"fourfold"
        | b"fivefold" | b"sixfold" | b"sevenfold" | b"eightfold" | b"ninefold" | b"tenfold" | b"twentyfold"
        | b"hundredfold" => Some(Trigger::Multiple),
        b"tens" | b"dozens" | b"hundreds" | b"thousands" | b"lakhs" | b"millions" | b"crores" | b"billions"
        | b"trillions" | b"decade" | b"decades" => Some(Trigger::Vague),
        _ => None,
    }
}

/// Whether a word of the lists starts with these letters.
fn may_start(first: u8, second: u8) -> bool {
    match first {
        b't' => matches!(second, b'w' | b'h' | b'e' | b'r'),
        b'f' => matches!(second, b'o' | b'i'),
        b's' => matches!(second, b'i' | b'e'),
        b'h' => matches!(second, b'a' | b'u'),
        b'd' => matches!(second, b'o' | b'e'),
        b'e' => matches!(second, b'i' | b'l'),
        b'm' | b'n' | b'b' => second == b'i',
        b'q' => second == b'u',
        b'o' => second == b'n',
        b'l' => second == b'a',
        b'c' => second == b'r',
        b'z' => second == b'e',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_are_known_in_any_case() {
        assert_eq!(trigger(b"two"), Some(Trigger::Number));
        assert_eq!(trigger(b"Twelve"), Some(Trigger::Number));
        assert_eq!(trigger(b"HALF"), Some(Trigger::Share));
        assert_eq!(trigger(b"quadrupling"), Some(Trigger::Multiple));
        assert_eq!(trigger(b"decades"), Some(Trigger::Vague));
    }

    #[test]
    fn other_words_start_nothing() {
        for word in ["the", "tone", "a", "", "to", "onerous", "halfway", "seven-eleven", "thousandsfold"] {
            assert_eq!(trigger(word.as_bytes()), None, "{word}");
        }
    }
}
