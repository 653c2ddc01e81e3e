//! A pattern as a table of states that is searched as it lies.
//!
//! An automaton is anchored: it says where a match ends that starts at a given byte, and the search tries one start
//! after the other. That takes a table a tenth the size of one that finds the start too, needs no second table, and
//! gives the same matches: the leftmost start that has one, and the end that the pattern prefers.
//!
//! ```text
//! 32 bytes   the bytes that a match can start with, one bit each
//!  4 × u16   the state to start in, by what stands before: nothing, a line break, part of a word, something else
//! per state: u8 ranges, u8 flags, then per range: u8 first byte, u8 last byte, u16 state
//! ```
//!
//! States are named by their place, in units of two bytes from the start of the automaton; a byte in no range ends
//! the search. A state that is flagged as a match has seen one byte more than the match holds.

use std::ops::Range;

/// Bytes in front of the states.
#[allow(dead_code, reason = "the build script writes automata, the program reads them")]
pub(crate) const HEADER: usize = 40;

/// A match ended before the byte that led here.
pub(crate) const IS_MATCH: u8 = 1;

/// A match ends here if the text does.
pub(crate) const ENDS_MATCH: u8 = 2;

/// Steps that are taken for each byte of text before the search is given up as one that may never end.
const MOST_STEPS: usize = 16;

/// Bytes that matches start with, beyond which a screen saves more than it costs: letters alone are fewer.
const MANY_BYTES: u32 = 60;

/// An automaton within the bytes that the build script wrote.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Automaton<'a> {
    table: &'a [u8],
}

/// Where a match may start.
pub(crate) enum Starts<'a> {
    /// Anywhere.
    All,
    /// At these places, which are in order.
    At(&'a mut dyn Iterator<Item = usize>),
}

/// The search would take too many steps; another engine is to do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooManySteps;

impl<'a> Automaton<'a> {
    /// Wraps the automaton whose bytes `table` starts with.
    pub(crate) fn new(table: &'a [u8]) -> Self {
        Automaton { table }
    }

    /// Calls `found` with each match in `text` that starts at one of `starts`, in order, not overlapping.
    ///
    /// A `screen` is an automaton that takes any start: where it finds nothing from here on, nothing is there.
    ///
    /// # Errors
    /// Where the matches so far took more steps than the text is worth.
    pub(crate) fn search(
        self,
        text: &[u8],
        mut starts: Starts<'_>,
        screen: Option<Self>,
        mut found: impl FnMut(Range<usize>),
    ) -> Result<(), TooManySteps> {
        let mut steps = text.len() * MOST_STEPS + 1024;
        let (mut from, mut is_screened) = (0, false);
        loop {
            if let Some(screen) = screen.filter(|_| !is_screened) {
                if screen.end(text, from, &mut steps)?.is_none() {
                    return Ok(());
                }
                is_screened = true;
            }
            let Some(start) = self.next_start(text, from, &mut starts) else { return Ok(()) };
            from = start + 1;
            if let Some(end) = self.end(text, start, &mut steps)? {
                found(start..end);
                (from, is_screened) = (end, false);
            }
        }
    }

    fn next_start(self, text: &[u8], from: usize, starts: &mut Starts<'_>) -> Option<usize> {
        match starts {
            Starts::All => text[from..].iter().position(|&byte| self.may_start_with(byte)).map(|before| from + before),
            Starts::At(starts) => starts.find(|&start| start >= from && self.may_start_with(text[start])),
        }
    }

    /// Whether a match may start with so many bytes that nearly each must be tried.
    pub(super) fn starts_often(self) -> bool {
        self.table[..32].iter().map(|byte| byte.count_ones()).sum::<u32>() > MANY_BYTES
    }

    fn may_start_with(self, byte: u8) -> bool {
        self.table[usize::from(byte / 8)] & (1 << (byte % 8)) != 0
    }

    /// Where the match ends that starts at `start`.
    fn end(self, text: &[u8], start: usize, steps: &mut usize) -> Result<Option<usize>, TooManySteps> {
        let context = match start.checked_sub(1).map(|before| text[before]) {
            None => 0,
            Some(b'\n') => 1,
            Some(byte) if byte.is_ascii_alphanumeric() || byte == b'_' => 2,
            Some(_) => 3,
        };
        let mut state = self.number(32 + context * 2);
        let mut end = None;
        for (at, &byte) in text.iter().enumerate().skip(start) {
            let Some(next) = self.next(state, byte) else {
                *steps = steps.checked_sub(at - start).ok_or(TooManySteps)?;
                return Ok(end);
            };
            state = next;
            if self.table[state + 1] & IS_MATCH != 0 {
                end = Some(at);
            }
        }
        *steps = steps.checked_sub(text.len() - start).ok_or(TooManySteps)?;
        if self.table[state + 1] & ENDS_MATCH != 0 {
            end = Some(text.len());
        }
        Ok(end)
    }

    fn next(self, state: usize, byte: u8) -> Option<usize> {
        let ranges = &self.table[state + 2..state + 2 + usize::from(self.table[state]) * 4];
        let (ranges, _) = ranges.as_chunks::<4>();
        let range = ranges.iter().find(|range| byte <= range[1]).filter(|range| range[0] <= byte)?;
        Some(usize::from(u16::from_le_bytes([range[2], range[3]])) * 2)
    }

    fn number(self, at: usize) -> usize {
        self.table[at..].first_chunk().map_or(0, |number| usize::from(u16::from_le_bytes(*number)) * 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_pays_for_the_bytes_from_its_start_to_where_it_ended() {
        // `a+$`: one state behind the header, which `a` leads back to.
        let state = u8::try_from(HEADER / 2).unwrap();
        let mut table = [[state, 0]; HEADER / 2].concat();
        table.extend([1, ENDS_MATCH, b'a', b'a', state, 0]);
        for (text, end) in [("bbbaa", Some(5)), ("bbbaab", None)] {
            let mut steps = 9;
            assert_eq!(Automaton::new(&table).end(text.as_bytes(), 3, &mut steps), Ok(end));
            assert_eq!(steps, 7, "{text}");
        }
        assert_eq!(Automaton::new(&table).end(b"bbbaa", 3, &mut 1), Err(TooManySteps));
    }
}
