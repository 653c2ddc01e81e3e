//! One block of the letter, with its bracket pairs and the links that the letter defines.

use super::words::{first_word, head, is_in, last_word};
use crate::words::List;
use memchr::{memchr, memmem};

/// A block with what was worked out about it. All positions are bytes of `text`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    pub(super) nesting: &'t Nesting,
    pub(super) definitions: &'t Definitions,
    /// Where the quotation marks stand.
    pub(super) quotes: &'t [usize],
    /// End of the last slot found in this block; 0 when there is none yet.
    pub(super) covered: usize,
    /// End of the last run of figures that was read.
    pub(super) figured: usize,
    /// Number of the first bracket pair that is still ahead.
    pub(super) pair: usize,
}

impl<'t> Line<'t> {
    /// The character that ends at `at`.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The character that starts at `at`.
    pub(super) fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// The text from `at` on.
    pub(super) fn rest(&self, at: usize) -> &'t str {
        &self.text[at..]
    }

    /// The word that starts at `at`. Empty when none does.
    pub(super) fn first_word(&self, at: usize) -> &'t str {
        first_word(&self.text[at..])
    }

    /// The word before `at` and the space between; a title keeps no dot. Empty when there is none.
    pub(super) fn word_before(&self, at: usize) -> &'t str {
        let text: &'t str = &self.text[..at];
        let Some(text) = text.strip_suffix(' ') else {
            return "";
        };
        match text.strip_suffix('.').map(last_word) {
            Some(title) if is_in(title, List::PersonTitle) => title,
            _ => last_word(text),
        }
    }

    /// The word after `at` and a space. Empty when there is none.
    pub(super) fn word_after(&self, at: usize) -> &'t str {
        self.text[at..].strip_prefix(' ').map_or("", first_word)
    }

    /// What stands from `at` up to the next `close`, when that is at most `max` bytes away and no
    /// `stop` comes before it.
    pub(super) fn inside(&self, at: usize, close: char, stop: char, max: usize) -> Option<&'t str> {
        let near = head(&self.text[at..], max + close.len_utf8());
        let end = near.find([close, stop])?;
        near[end..].starts_with(close).then_some(&near[..end])
    }

    /// Where the square bracket that opens at `at` closes, unless it holds code.
    pub(super) fn close_of(&self, at: usize) -> Option<usize> {
        self.nesting.close_of(at, self.pair)
    }

    /// How many times `byte` stands in a row from `at` on.
    pub(super) fn run(&self, at: usize, byte: u8) -> usize {
        self.text.as_bytes()[at..].iter().take_while(|other| **other == byte).count()
    }

    /// Whether nothing but a list marker stands before `at`.
    pub(super) fn opens_item(&self, at: usize) -> bool {
        at <= 8 && is_list_marker(self.text[..at].trim())
    }
}

fn is_list_marker(text: &str) -> bool {
    matches!(text, "" | "-" | "*" | "+" | "•" | "·" | ">")
        || text.strip_suffix(['.', ')']).is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

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
        let Some(first) = memchr(b'[', block.as_bytes()) else { return };
        for (at, byte) in block.bytes().enumerate().skip(first) {
            match byte {
                b'[' => self.push(at),
                b']' => self.pop(at),
                _ => {}
            }
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

/// The labels that a letter defines, lower case and sorted.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    labels: Vec<String>,
}

impl Definitions {
    /// Reads the definitions that stand at the start of a block, one after the other.
    pub(super) fn of(text: &str) -> Self {
        let mut labels = Vec::new();
        if memmem::find(text.as_bytes(), b"]:").is_some() {
            for block in text.split('\n') {
                let mut rest = block.trim_start();
                while let Some((label, after)) = definition(rest) {
                    labels.push(label.to_lowercase());
                    rest = after;
                }
            }
            labels.sort_unstable();
        }
        Self { labels }
    }

    /// Whether `label` is defined; case does not matter.
    pub(super) fn contain(&self, label: &str) -> bool {
        !self.labels.is_empty() && self.labels.binary_search(&label.trim().to_lowercase()).is_ok()
    }
}

/// The label of the definition that `text` starts with, and what follows its target.
fn definition(text: &str) -> Option<(&str, &str)> {
    let inside = head(text.strip_prefix('[')?, 200);
    let close = inside.find(']')?;
    let label = inside[..close].trim();
    let after = text[1 + close..].strip_prefix("]:")?.trim_start();
    let target = after.split(' ').next().filter(|target| is_target(target))?;
    Some((label, after_title(after[target.len()..].trim_start())))
}

/// Whether `word` can be the target of a link: an address, a path or an anchor.
fn is_target(word: &str) -> bool {
    word.starts_with(['\u{FFFC}', '#', '<', '/'])
        || word.contains('/')
        || word.find('.').is_some_and(|dot| dot > 0 && dot + 1 < word.len())
}

/// `text` without the quoted title that it starts with.
fn after_title(text: &str) -> &str {
    let quoted = text.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    quoted.map_or(text, |(_, rest)| rest.trim_start())
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

    #[test]
    fn a_label_with_a_target_is_defined() {
        let definitions = Definitions::of("See my [Site].\n[Site]: \u{FFFC}");
        assert!(definitions.contain("site"));
        assert!(!definitions.contain("my site"));
    }

    #[test]
    fn definitions_may_share_a_block() {
        let definitions = Definitions::of("[cv]: /cv.pdf \"My CV\" [Site]: \u{FFFC}");
        assert!(definitions.contain("CV"));
        assert!(definitions.contain("Site"));
    }

    #[test]
    fn a_label_before_words_is_no_definition() {
        let definitions = Definitions::of("[Name]: the person who reads this\nFrom [Site]: \u{FFFC}");
        assert!(!definitions.contain("Name"));
        assert!(!definitions.contain("Site"));
    }
}
