//! Which square bracket closes which, worked out once for a block.

use memchr::memchr2_iter;

/// Deepest nesting that prose has; what lies deeper is code, and is not looked at.
const DEEPEST: u8 = 3;

/// Open brackets remembered at once. Only the inner ones can still become a pair of prose.
const REMEMBERED: usize = 64;

/// The bracket pairs of a block.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    pairs: Vec<Pair>,
    open: Vec<Pair>,
}

#[derive(Debug, Clone, Copy)]
struct Pair {
    open: usize,
    close: usize,
    /// Pairs on the deepest way in, this one included.
    height: u8,
}

impl Nesting {
    /// Replaces the pairs by those of `block`. Takes linear time, whatever `block` holds.
    pub(super) fn read(&mut self, block: &str) {
        self.pairs.clear();
        self.open.clear();
        for at in memchr2_iter(b'[', b']', block.as_bytes()) {
            if block.as_bytes()[at] == b'[' { self.push(at) } else { self.pop(at) }
        }
        self.pairs.sort_unstable_by_key(|pair| pair.open);
    }

    /// Where the bracket that opens at `open` closes; `None` when it does not, or holds code.
    ///
    /// `near` is the number of a pair at or before it, as [`Self::skip`] gives it.
    pub(super) fn close_of(&self, open: usize, near: usize) -> Option<usize> {
        let pair = self.pairs.get(self.skip(open, near))?;
        (pair.open == open && pair.height <= DEEPEST).then_some(pair.close)
    }

    /// The number of the first pair, from the number `near` on, that opens at `at` or later.
    pub(super) fn skip(&self, at: usize, near: usize) -> usize {
        let pairs = self.pairs.get(near..).unwrap_or_default();
        near + pairs.iter().take_while(|pair| pair.open < at).count()
    }

    fn push(&mut self, at: usize) {
        if self.open.len() == REMEMBERED {
            self.open.drain(..REMEMBERED / 2);
        }
        self.open.push(Pair { open: at, close: at, height: 1 });
    }

    fn pop(&mut self, at: usize) {
        let Some(mut pair) = self.open.pop() else {
            return;
        };
        pair.close = at;
        self.pairs.push(pair);
        if let Some(outer) = self.open.last_mut() {
            outer.height = outer.height.max(pair.height.saturating_add(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(block: &str) -> Vec<(usize, Option<usize>)> {
        let mut nesting = Nesting::default();
        nesting.read(block);
        block.match_indices('[').map(|(at, _)| (at, nesting.close_of(at, 0))).collect()
    }

    #[test]
    fn a_bracket_closes_at_its_own_end() {
        assert_eq!(pairs("[a [b] c]"), [(0, Some(8)), (3, Some(5))]);
    }

    #[test]
    fn a_bracket_left_open_takes_no_other_with_it() {
        assert_eq!(pairs("[a [b]"), [(0, None), (3, Some(5))]);
    }

    #[test]
    fn a_lone_closing_bracket_is_nothing() {
        assert_eq!(pairs("] [a]]"), [(2, Some(4))]);
    }

    #[test]
    fn deep_nesting_is_code() {
        assert_eq!(pairs("[[[[a]]]]")[0], (0, None));
        assert_eq!(pairs("[[[[a]]]]")[1], (1, Some(7)));
    }

    #[test]
    fn many_open_brackets_do_not_hide_the_last_pair() {
        let block = format!("{}[a]", "[".repeat(1000));
        assert_eq!(pairs(&block).last(), Some(&(1000, Some(1002))));
    }
}
