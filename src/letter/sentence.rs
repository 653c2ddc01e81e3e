//! Splits folded prose into sentences.
//!
//! Boundaries follow UAX #29; an abbreviation does not end a sentence, so the pieces that
//! the standard splits there are joined again.

use crate::words::List;
use memchr::memchr3_iter;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes of the longest abbreviation that is known, and some more.
const LONGEST: usize = 8;

/// Adds the byte range of each sentence in `range` of `text` to `sentences`, in order, white space trimmed.
///
/// Nothing is added when the range is blank.
pub(super) fn sentences_into(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let first = sentences.len();
    for (offset, piece) in pieces(&text[range.clone()]) {
        let offset = range.start + offset;
        let end = offset + piece.trim_end().len();
        let start = offset + (piece.len() - piece.trim_start().len());
        if start >= end {
            continue;
        }
        match sentences[first..].last_mut() {
            // UAX #29 breaks "Dr. Roe" in two; glue the halves.
            Some(last) if goes_on(&text[last.clone()], &text[start..end]) => last.end = end,
            _ => sentences.push(start..end),
        }
    }
}

/// Most marks after a full stop that are read together: at each bracket the crate looks ahead for the next letter.
const MOST_MARKS: usize = 64;

/// The pieces of `text` between two bounds of UAX #29, with where each starts; together they are all of it.
///
/// Nearly all sentences end before a blank and a capital and hold no other mark: the crate is asked for the rest.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for end in sure_bounds(text).chain([text.len()]).filter(|&end| end > 0) {
        let chunk = &text[start..end];
        if is_one_piece(chunk) {
            pieces.push((start, chunk));
        } else {
            pieces.extend(chunk.split_sentence_bound_indices().map(|(at, piece)| (start + at, piece)));
        }
        start = end;
    }
    pieces
}

/// Where sentences part whatever is around: between a mark with a blank and a capital. And where too many brackets are in
/// a row.
fn sure_bounds(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let mut last = 0;
    memchr3_iter(b'.', b'!', b'?', bytes).filter_map(move |at| {
        let is_sure = bytes.get(at + 1) == Some(&b' ') && bytes.get(at + 2).is_some_and(u8::is_ascii_uppercase);
        let bound = if is_sure { Some(at + 2) } else { end_of_marks(text, at + 1) };
        bound.filter(|&bound| bound > last).inspect(|&bound| last = bound)
    })
}

/// Where the last of too many marks ends that start at `start` and are no ends of sentences.
fn end_of_marks(text: &str, start: usize) -> Option<usize> {
    let is_mark = |next: char| !next.is_alphanumeric() && !next.is_whitespace() && !matches!(next, '.' | '!' | '?');
    let mut marks = text[start..].char_indices().take_while(|(_, next)| is_mark(*next));
    marks.nth(MOST_MARKS).map(|(len, _)| start + len)
}

/// Whether `chunk`, which ends where a sentence does, holds no other bound: nothing beyond ASCII, no break, one mark.
fn is_one_piece(chunk: &str) -> bool {
    let inner = chunk.trim_end_matches(' ');
    let inner = inner.strip_suffix(['.', '!', '?']).unwrap_or(inner);
    inner.bytes().all(|byte| byte.is_ascii() && !matches!(byte, b'.' | b'!' | b'?' | b'\n' | b'\r'))
}

fn goes_on(before: &str, after: &str) -> bool {
    let has_word = |piece: &str| piece.chars().any(char::is_alphanumeric);
    let is_numbered = after.starts_with(|first: char| first.is_ascii_digit()) && ends_in_number_sign(before);
    ends_in_abbreviation(before) || is_numbered || !has_word(after) || !has_word(before)
}

/// "No. 5", "Fig. 2": ordinary words but for the number behind them.
fn ends_in_number_sign(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or(text);
    word.strip_suffix('.').is_some_and(|sign| List::AbbreviatedReference.holds(sign))
}

/// Looks at the last bytes only, however long the word is that they end.
fn ends_in_abbreviation(text: &str) -> bool {
    if !text.ends_with('.') {
        return false;
    }
    let bytes = text.as_bytes();
    let word = bytes.iter().rev().take(LONGEST).take_while(|byte| **byte != b' ').count();
    let head = &bytes[..bytes.len() - word];
    let opened = head.iter().rev().take_while(|byte| matches!(byte, b'(' | b'"' | b'\'' | b'[')).count();
    if !matches!(head[..head.len() - opened].last(), None | Some(b' ')) {
        return false;
    }
    let Some(last) = text.get(head.len()..) else { return false };
    let last = last.trim_start_matches(['(', '"', '\'', '[']);
    let is_initial = last.len() == 2 && last.starts_with(|first: char| first.is_ascii_uppercase() && first != 'I');
    // "Ms." is a title and "85 ms." an end.
    is_initial || (List::Abbreviation.holds(last) && last != "ms.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether the last word is an abbreviation, as it is defined.
    fn is_abbreviated(text: &str) -> bool {
        let last = text.split(' ').next_back().unwrap_or_default().trim_start_matches(['(', '"', '\'', '[']);
        let is_initial = last.len() == 2 && last.starts_with(|first: char| first.is_ascii_uppercase() && first != 'I');
        let is_known = List::Abbreviation.holds(last);
        last.ends_with('.') && last.len() <= 8 && (is_initial || is_known) && last != "ms."
    }

    proptest! {
        #[test]
        fn a_last_word_is_an_abbreviation_wherever_it_stands(
            text in "[a (\\[é]{0,3}(dr|Ph\\.d|approx|e\\.g|I|J|[(\"a]{6,9}|é[a(]{5,7}|)\\.?"
        ) {
            prop_assert_eq!(ends_in_abbreviation(&text), is_abbreviated(&text), "{:?}", text);
        }
    }

    proptest! {
        #[test]
        fn marks_and_letters_part_where_the_standard_parts_them(
            text in "[aZé.!?,;(\")1א \n\r\u{301}\u{ad}»。．、\u{2028}\u{85}\u{a0}Éß—\u{fffc}]{0,24}"
        ) {
            prop_assert_eq!(pieces(&text), text.split_sentence_bound_indices().collect::<Vec<_>>());
        }

        #[test]
        fn prose_parts_where_the_standard_parts_it(text in "([A-Za-z0-9]{1,6}[.!?,;:'\"()-]{0,3}[ \n]?){0,20}") {
            prop_assert_eq!(pieces(&text), text.split_sentence_bound_indices().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_stop_and_a_long_row_of_brackets_are_read_in_linear_time() {
        let text = format!("a.{}b. C", ")".repeat(2_000_000));
        assert_eq!(split(&text).len(), 2 + usize::from(split(&text)[0].len() < 2_000_000));
    }

    fn split(text: &str) -> Vec<&str> {
        let mut sentences = Vec::new();
        sentences_into(text, 0..text.len(), &mut sentences);
        sentences.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn milliseconds_end_a_sentence_and_a_title_does_not() {
        let text = "I wrote to Ms. Okafor. It held p99 at 85 ms. When a client failed, it held.";
        let expected = ["I wrote to Ms. Okafor.", "It held p99 at 85 ms.", "When a client failed, it held."];
        assert_eq!(split(text), expected);
    }

    #[test]
    fn abbreviation_does_not_end_a_sentence() {
        assert_eq!(split("I met Dr. Roe. She hired me. "), ["I met Dr. Roe.", "She hired me."]);
        assert_eq!(split("I wrote tools, e.g. Parsers. Then more."), ["I wrote tools, e.g. Parsers.", "Then more."]);
    }

    #[test]
    fn initials_do_not_end_a_sentence_and_the_pronoun_does() {
        assert_eq!(split("Ask J. Roe about it.").len(), 1);
        assert_eq!(split("She codes more than I. We ship.").len(), 2);
    }

    #[test]
    fn numbers_and_names_with_dots_hold_together() {
        assert_eq!(split("It held p99.9 at 3.5 ms on Node.js at Booking.com today.").len(), 1);
    }

    #[test]
    fn a_number_sign_goes_on_only_before_a_number() {
        assert_eq!(split("See Fig. 2 Twice.").len(), 1);
        assert_eq!(split("I ate a fig. Then I left.").len(), 2);
    }

    #[test]
    fn ellipsis_before_a_small_letter_goes_on() {
        assert_eq!(split("It broke... and I fixed it.").len(), 1);
    }

    #[test]
    fn blank_text_has_no_sentence() {
        assert!(split("  ").is_empty());
    }
}
