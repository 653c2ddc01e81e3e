//! Texts that nobody writes: no panic, no torn character, no overlap, no quadratic time.

use super::placeholders;

/// Pieces of which texts are made up.
const PIECES: &[&str] = &[
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "{{",
    "}}",
    "${",
    "$",
    "%",
    "%%",
    "@",
    "@@",
    "#",
    "##",
    "<",
    ">",
    "<<",
    ">>",
    "(",
    ")",
    "|",
    "*|",
    "~",
    "_",
    "__",
    "___",
    ".",
    "....",
    "…",
    "-",
    "--",
    "–",
    "—",
    "?",
    "???",
    "«",
    "»",
    "\\",
    "\\lipsum",
    "#lorem(",
    " ",
    " ",
    " ",
    "\n",
    ",",
    ":",
    "!",
    "'s",
    "\"",
    "\u{FFFC}",
    "é",
    "𝒳",
    "\u{301}",
    "ß",
    "X",
    "XX",
    "XXX",
    "x",
    "N",
    "Y",
    "1",
    "12",
    "555",
    "2025",
    "+",
    "%",
    "ms",
    "years",
    "Dear",
    "at",
    "of",
    "the",
    "position",
    "Company",
    "company",
    "Name",
    "NAME",
    "Your",
    "your",
    "name",
    "City",
    "State",
    "Main",
    "Street",
    "123",
    "lorem",
    "ipsum",
    "sit",
    "amet",
    "TODO",
    "TBD",
    "INSERT",
    "HERE",
    "insert",
    "here",
    "COMPANY_NAME",
    "jobTitle",
    "MERGEFIELD",
    "sic",
    "Smith",
    "undefined",
    "XYZ",
    "Corp",
    "Click",
    "or",
    "tap",
];

/// A small generator of numbers, so that the texts are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }
}

#[test]
fn ranges_are_in_order_apart_and_on_characters() {
    let mut dice = Dice(7);
    for _ in 0..20_000 {
        let len = 1 + dice.roll(14);
        let text: String = (0..len).map(|_| PIECES[dice.roll(PIECES.len())]).collect();
        let mut end = 0;
        for slot in placeholders(&text) {
            assert!(slot.range.start >= end && slot.range.start < slot.range.end, "{text:?}");
            assert!(text.get(slot.range.clone()).is_some_and(|slot| !slot.contains('\n')), "{text:?}");
            end = slot.range.end;
        }
    }
}

#[test]
fn long_repetitions_are_read_in_linear_time() {
    for piece in PIECES {
        for joint in ["", " ", "a", "a "] {
            let unit = format!("{piece}{joint}");
            let text = unit.repeat(3_000);
            assert!(placeholders(&text).len() <= text.len());
        }
    }
}

#[test]
fn an_empty_text_has_no_slots() {
    assert!(placeholders("").is_empty());
    assert!(placeholders("\n\n").is_empty());
}
