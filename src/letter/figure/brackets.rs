//! Brackets whose inside is a slot to fill, so that no figure in it counts: `[30%]`, `{n}`, `<10 users>`.

/// Bytes between two brackets of a slot at most; what is longer is prose in brackets.
const LONGEST_SLOT: usize = 200;

/// The same for `<10 users>`, since `<` before a digit mostly compares.
const LONGEST_COMPARED: usize = 40;

/// Brackets of one sort that are open at once; a further one takes the place of the oldest.
const DEPTH: usize = 4;

/// The brackets that are open where the pass stands.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    square: Open,
    curly: Open,
    angle: Open,
}

/// Where the open brackets of one sort stand, newest last.
#[derive(Debug, Default)]
struct Open {
    at: [usize; DEPTH],
    count: usize,
}

impl Brackets {
    /// Takes note of the byte at `at`; returns where a slot that it closes was opened.
    pub(super) fn see(&mut self, text: &str, at: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        match bytes.get(at)? {
            b'[' => self.square.push(at),
            b'{' => self.curly.push(at),
            b'<' if opens(bytes, at) => self.angle.push(at),
            b']' => return self.square.pop(at, LONGEST_SLOT),
            b'}' => return self.curly.pop(at, LONGEST_SLOT),
            b'>' if closes(bytes, at) => {
                let open = self.angle.pop(at, LONGEST_SLOT)?;
                let is_compared = bytes[open + 1].is_ascii_digit();
                return (!is_compared || at - open <= LONGEST_COMPARED).then_some(open);
            }
            b'\n' => *self = Brackets::default(),
            _ => {}
        }
        None
    }
}

/// Whether `<` at `at` may open a slot: right before a letter, digit or bracket.
fn opens(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, b'<' | b'['))
}

/// Whether `>` at `at` may close a slot: it is no arrow and compares nothing (`>99%`).
fn closes(bytes: &[u8], at: usize) -> bool {
    let is_tied = at > 0 && !matches!(bytes[at - 1], b'-' | b'=' | b' ');
    is_tied && !bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

impl Open {
    fn push(&mut self, at: usize) {
        if self.count == DEPTH {
            self.at.rotate_left(1);
            self.count -= 1;
        }
        self.at[self.count] = at;
        self.count += 1;
    }

    fn pop(&mut self, at: usize, longest: usize) -> Option<usize> {
        self.count = self.count.checked_sub(1)?;
        Some(self.at[self.count]).filter(|open| at - open <= longest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(text: &str) -> Vec<&str> {
        let mut brackets = Brackets::default();
        let slots = (0..text.len()).filter_map(|at| brackets.see(text, at).map(|open| &text[open..=at]));
        slots.collect()
    }

    #[test]
    fn a_slot_stands_between_two_brackets() {
        assert_eq!(closed("a [30%] and {n} and <your name>"), ["[30%]", "{n}", "<your name>"]);
        assert_eq!(closed("[a [b] c]"), ["[b]", "[a [b] c]"]);
    }

    #[test]
    fn comparisons_and_arrows_open_and_close_nothing() {
        assert!(closed("<20 ms -> 10 ms > 5 ms").is_empty());
        assert!(closed("<20 ms at a rate of>99%").is_empty());
        assert!(closed("10] and 20}").is_empty());
    }

    #[test]
    fn a_bracket_left_open_ends_with_its_line() {
        assert!(closed("[30%\n 20]").is_empty());
        assert!(closed(&format!("[{}]", "a".repeat(LONGEST_SLOT))).is_empty());
    }
}
