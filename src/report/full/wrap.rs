//! Sentences broken between words at the width of the terminal.

use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// Widest that a sentence is set: prose is hard to read in longer lines.
const MEASURE: usize = 120;

/// Returns `text` broken into lines of `width` columns, or of 120 where there are more.
///
/// The first leaves room for `label` and a space, the others for `indent` columns; none holds its indent. No word is
/// left alone on the last line if a narrower setting of as many lines gives it company.
pub(super) fn lines(label: &str, text: &str, indent: usize, width: usize) -> Vec<String> {
    let width = width.min(MEASURE);
    let widest = set(label, text, indent, width);
    let has_orphan = |lines: &[String]| lines.len() > 1 && lines.last().is_some_and(|line| !line.contains(' '));
    if !has_orphan(&widest) {
        return widest;
    }
    let is_unbroken = |lines: &[String]| lines.join(" ").trim_start() == text;
    let narrower = (width / 2..width).rev().map(|width| set(label, text, indent, width));
    let mut as_long = narrower.take_while(|lines| lines.len() == widest.len() && is_unbroken(lines));
    as_long.find(|lines| !has_orphan(lines)).unwrap_or(widest)
}

fn set(label: &str, text: &str, indent: usize, width: usize) -> Vec<String> {
    let first = " ".repeat(if label.is_empty() { 0 } else { label.width() + 1 });
    let others = " ".repeat(indent);
    let options = Options::new(width)
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
    fn no_word_is_left_alone_on_the_last_line() {
        assert_eq!(lines("", "a queue you chased for a week", 0, 26), ["a queue you chased for", "a week"]);
        assert_eq!(lines("", "extraordinarily remarkable", 0, 20), ["extraordinarily", "remarkable"]);
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
