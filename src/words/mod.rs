//! Word lists: which of the lists in `rules/words/` a word is on.
//!
//! A list is a file, `rules/words/NAME.toml`, and a variant of [`List`]. All lists are put into one hash table when
//! letterlint is built, so that a word is looked up once and the answer covers every list:
//!
//! ```toml
//! words = ["salary", "wage"]          # ASCII case is ignored
//! exact = ["MB", "kB"]                # only as written
//! words = { hundred = 100, dozen = 12 } # with a number each
//! words = { bob = "robert" }          # with a text each
//! ```
//!
//! Entries are compared as a whole; one may hold blanks and marks.

mod list;
#[cfg(test)]
#[allow(dead_code, reason = "the build script uses the rest")]
mod read;

/// The table that the build script wrote: `TABLE`, `ROWS`, `OPENINGS` and `LONGEST`.
#[allow(clippy::unreadable_literal, reason = "nobody reads what a program writes for the compiler")]
mod table {
    use super::{LISTS, Row};

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub(crate) use list::List;
use list::{BLOCKS, LISTS, opening};

/// What the lists say of one spelling.
#[derive(Debug)]
struct Row {
    /// The lists that hold it in any case, one bit each.
    folded: [u64; BLOCKS],
    /// The lists that hold it as it is written only.
    exact: [u64; BLOCKS],
    /// The number that a list gives it, or 0.
    number: u64,
}

static NOWHERE: Row = Row { folded: [0; BLOCKS], exact: [0; BLOCKS], number: 0 };

/// The lists that a word is on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    lower: &'static Row,
    written: &'static Row,
}

impl Listed {
    /// Looks `word` up; ASCII case is ignored but for lists that tell it.
    pub(crate) fn of(word: &str) -> Self {
        let mut lower = [0; table::LONGEST];
        let Some(lower) = lower.get_mut(..word.len()) else { return Listed { lower: &NOWHERE, written: &NOWHERE } };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        Listed::new(std::str::from_utf8(lower).unwrap_or_default(), word)
    }

    /// Looks up `word`, which is `lower` in lower case.
    pub(crate) fn new(lower: &str, word: &str) -> Self {
        let lower_row = row(lower);
        Listed { lower: lower_row, written: if lower == word { lower_row } else { row(word) } }
    }

    /// Whether `list` holds the word.
    pub(crate) fn is_in(self, list: List) -> bool {
        has(&self.lower.folded, list) || has(&self.written.exact, list)
    }

    /// The number that `list` gives the word; `None` where it does not hold the word.
    pub(crate) fn number_in(self, list: List) -> Option<u64> {
        if has(&self.lower.folded, list) {
            Some(self.lower.number)
        } else {
            has(&self.written.exact, list).then_some(self.written.number)
        }
    }
}

fn row(word: &str) -> &'static Row {
    table::TABLE.get(word).map_or(&NOWHERE, |at| &table::ROWS[usize::from(*at)])
}

fn has(lists: &[u64], list: List) -> bool {
    lists[list as usize / 64] & (1 << (list as usize % 64)) != 0
}

impl List {
    /// Whether the list holds `word`; of several lists ask [`Listed`].
    pub(crate) fn holds(self, word: &str) -> bool {
        let (first, second) = opening(word.as_bytes());
        table::OPENINGS[self as usize][first] & second != 0 && Listed::of(word).is_in(self)
    }

    /// The text that the list gives `word`; `None` where it does not hold the word.
    pub(crate) fn text_of(self, word: &str) -> Option<&'static str> {
        let number = self.number_of(word)?.checked_sub(1)?;
        table::TEXTS.get(usize::try_from(number).ok()?).copied()
    }

    /// Returns the bytes of the longest entry of the list that `lower`, which is in lower case, starts with, as whole
    /// words.
    pub(crate) fn opens(self, lower: &str) -> Option<usize> {
        let mut ends = [0; MOST_WORDS];
        let mut count = 0;
        let mut at = 0;
        while count < MOST_WORDS
            && let Some(start) = lower[at..].find(is_inside)
        {
            at += start;
            at += lower[at..].find(|next| !is_inside(next)).unwrap_or(lower.len() - at);
            ends[count] = at;
            count += 1;
        }
        ends[..count].iter().rev().copied().find(|&end| self.holds(&lower[..end]))
    }

    /// Whether an entry of the list is in `lower`, which is in lower case, as whole words.
    pub(crate) fn is_within(self, lower: &str) -> bool {
        let mut was_inside = false;
        lower.char_indices().any(|(at, next)| {
            let starts = is_inside(next) && !was_inside;
            was_inside = is_inside(next);
            starts && self.opens(&lower[at..]).is_some()
        })
    }

    /// The number that the list gives `word`; `None` where it does not hold the word.
    pub(crate) fn number_of(self, word: &str) -> Option<u64> {
        Listed::of(word).number_in(self)
    }
}

/// Words of the longest entry that the start of a text is compared with.
const MOST_WORDS: usize = 5;

/// Whether `character` is a part of a word.
fn is_inside(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '\'')
}

/// How the words of some lists begin: a look at two letters that spares most other words the search.
#[derive(Debug)]
pub(crate) struct Openings([u32; 32]);

impl Openings {
    pub(crate) const fn of(lists: &[List]) -> Self {
        let mut all = [0; 32];
        let mut at = 0;
        while at < 32 * lists.len() {
            all[at % 32] |= table::OPENINGS[lists[at / 32] as usize][at % 32];
            at += 1;
        }
        Openings(all)
    }

    /// Whether `word` begins like a word of the lists, in any case.
    #[inline]
    pub(crate) fn may_hold(&self, word: &[u8]) -> bool {
        let (first, second) = opening(word);
        self.0[first] & second != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_any_case_unless_its_list_tells_case() {
        for word in ["thousand", "Thousand", "THOUSAND"] {
            assert!(Listed::of(word).is_in(List::Magnitude), "{word}");
        }
        assert!(Listed::of("May").is_in(List::Month));
        assert!(!Listed::of("may").is_in(List::Month) && !Listed::of("MAY").is_in(List::Month));
    }

    #[test]
    fn a_list_may_give_its_words_numbers() {
        assert_eq!(Listed::of("Seventeen").number_in(List::Number), Some(17));
        assert_eq!(Listed::of("dozen").number_in(List::Magnitude), Some(12));
        assert_eq!(Listed::of("dozen").number_in(List::Number), None);
    }

    #[test]
    fn other_words_are_on_no_list() {
        for word in ["", "fourty", "thousandth", "é", &"x".repeat(200)] {
            assert!(List::ALL.iter().all(|list| !Listed::of(word).is_in(*list)), "{word}");
        }
    }

    #[test]
    fn each_word_of_a_list_has_its_opening() {
        const NUMBERS: Openings = Openings::of(&[List::Number, List::Magnitude]);
        for word in ["zero", "ELEVEN", "Million"] {
            assert!(NUMBERS.may_hold(word.as_bytes()), "{word}");
        }
        for word in ["", "a", "answer", "letter"] {
            assert!(!NUMBERS.may_hold(word.as_bytes()), "{word}");
        }
    }
}
