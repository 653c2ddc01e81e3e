//! Sentences broken between words at the width of the terminal.

use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// Widest that a sentence is set: prose is hard to read in longer lines.
const MEASURE: usize = 120;

/// Returns `text` broken into lines of `width` columns, or of 120 where there are more.
///
/// The first leaves room for `label` and a space, the others for `indent` columns; none holds its indent.
pub(super) fn lines(label: &str, text: &str, indent: usize, width: usize) -> Vec<String> {
    let first = " ".repeat(label.width() + 1);
    let others = " ".repeat(indent);
    let options = Options::new(width.min(MEASURE))
        .initial_indent(&first)
        .subsequent_indent(&others)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).iter().map(|line| line.trim_start().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_leaves_room_for_its_label_and_the_others_for_their_indent() {
        assert_eq!(lines("help:", "one two three four", 2, 13), ["one two", "three four"]);
    }

    #[test]
    fn a_word_is_not_broken_at_its_hyphen() {
        assert_eq!(lines("", "name the on-call rota", 0, 13), ["name the", "on-call rota"]);
    }

    #[test]
    fn a_label_wider_than_the_line_stands_alone() {
        assert_eq!(lines("error[leftover-placeholder]:", "one two", 2, 12), ["", "one two"]);
    }

    #[test]
    fn prose_is_set_no_wider_than_can_be_read() {
        assert_eq!(lines("", &"word ".repeat(30), 0, 160)[0].len(), 119);
    }
}
