//! Sentences broken between words at the width of the terminal.

use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// What becomes of a web address that is wider than a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// It is broken like any word: no line is wider than the terminal.
    Broken,
    /// It is kept whole, so that it can be copied and clicked.
    Whole,
}

/// Returns `text` in lines of `width` columns, of which the first leaves `first` columns free and the others `hang`.
///
/// None holds its indent, and nothing has no lines. Runs of white space become one space.
pub fn wrap(text: &str, first: usize, hang: usize, width: usize, address: Address) -> Vec<String> {
    let (initial, subsequent) = (" ".repeat(first), " ".repeat(hang));
    let options = |initial, width| {
        Options::new(width)
            .initial_indent(initial)
            .subsequent_indent(&subsequent)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            .break_words(false)
    };
    let text: Vec<&str> = text.split_whitespace().collect();
    if text.is_empty() {
        return Vec::new();
    }
    if first > hang && first + text[0].width() > width {
        let mut lines = vec![String::new()];
        lines.extend(wrap(&text.join(" "), hang, hang, width, address));
        return lines;
    }
    let mut lines: Vec<String> = Vec::new();
    for line in textwrap::wrap(&text.join(" "), options(&initial, width)) {
        let line = line.trim_start();
        let indent = if lines.is_empty() { &initial } else { &subsequent };
        if indent.width() + line.width() <= width || (address == Address::Whole && line.contains("://")) {
            lines.push(line.to_owned());
        } else {
            let broken = options(indent, width.max(indent.width() + 2)).break_words(true);
            lines.extend(textwrap::wrap(line, broken).iter().map(|line| line.trim_start().to_owned()));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_leaves_room_for_its_label_and_the_others_for_their_indent() {
        assert_eq!(wrap("one two three four", 6, 2, 13, Address::Broken), ["one two", "three four"]);
    }

    #[test]
    fn a_label_wider_than_the_line_stands_alone() {
        assert_eq!(wrap("one two", 12, 2, 13, Address::Broken), ["", "one two"]);
    }

    #[test]
    fn a_word_is_not_broken_at_its_hyphen() {
        assert_eq!(wrap("name the on-call rota", 0, 0, 13, Address::Broken), ["name the", "on-call rota"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_and_an_address_where_it_may_be() {
        assert_eq!(wrap("a bcdefghij", 0, 0, 5, Address::Whole), ["a", "bcdef", "ghij"]);
        let address = "see https://example.org/a/long/path now";
        assert_eq!(wrap(address, 0, 0, 12, Address::Whole), ["see", "https://example.org/a/long/path", "now"]);
        assert!(wrap(address, 0, 0, 12, Address::Broken).iter().all(|line| line.len() <= 12));
    }
}
