//! One block of the letter and the look-around that the styles share.

use super::definition::Definitions;
use super::nesting::Nesting;
use super::words::{first_word, head, last_word};

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
            Some(title) if super::words::is_one_of(title, TITLES) => title,
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

/// Titles that stand before a name, with or without a dot.
pub(super) const TITLES: &[&str] = &["mr", "mrs", "ms", "mx", "dr", "prof"];

fn is_list_marker(text: &str) -> bool {
    matches!(text, "" | "-" | "*" | "+" | "•" | "·" | ">")
        || text.strip_suffix(['.', ')']).is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}
