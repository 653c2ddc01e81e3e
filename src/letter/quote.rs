//! Quotations in folded prose.

use crate::words::List;
use memchr::{memchr, memchr2};
use std::ops::Range;

/// Longest quotation looked for, in bytes; what is longer was not closed.
const LONGEST: usize = 600;

/// Bytes of the longest word whose first letters are left out.
const LONGEST_ELIDED: usize = 5;

/// Byte range of each quotation in `text`, quotation marks included, in order and not nested.
///
/// A quotation opens with `"` or `'` behind a blank or an opening bracket and before a word, and closes with the
/// same mark behind a word or its punctuation. It does not cross a block.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut closes = [Closes::new(b'"'), Closes::new(b'\'')];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = memchr2(b'"', b'\'', &bytes[at..]) {
        let start = at + step;
        at = start + 1;
        if !opens(bytes, start) {
            continue;
        }
        let end = closes[usize::from(bytes[start] == b'\'')].next(bytes, at);
        if end < bytes.len() && end < at + LONGEST && memchr(b'\n', &bytes[at..end]).is_none() {
            found.push(start..end + 1);
            at = end + 1;
        }
    }
    found
}

/// The closing marks of one sort; each stretch of text is searched once, however many marks open in it.
struct Closes {
    mark: u8,
    /// The first closing mark at or behind `from`; both 0 before the first search.
    from: usize,
    next: usize,
}

impl Closes {
    fn new(mark: u8) -> Self {
        Closes { mark, from: 0, next: 0 }
    }

    /// The first closing mark at `at` or behind it, the length of `bytes` where there is none.
    fn next(&mut self, bytes: &[u8], at: usize) -> usize {
        if !(self.from..=self.next).contains(&at) || self.next == 0 {
            self.from = at;
            self.next = at;
            while let Some(step) = memchr(self.mark, &bytes[self.next..]) {
                self.next += step;
                if closes(bytes, self.next) {
                    return self.next;
                }
                self.next += 1;
            }
            self.next = bytes.len();
        }
        self.next
    }
}

fn opens(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map_or(b' ', |index| bytes[index]);
    let after = bytes.get(at + 1).copied().unwrap_or(b' ');
    let free = matches!(before, b' ' | b'\n' | b'(' | b'[' | b'-' | b'/' | b':') || before >= 0x80;
    free && !(bytes[at] == b'\'' && is_elision(&bytes[at + 1..]))
        && (after.is_ascii_alphanumeric() || after >= 0x80 || matches!(after, b'.' | b'[' | b'$'))
}

/// Whether something was left out before `rest`, which follows an apostrophe: "'90s", "'Twas".
fn is_elision(rest: &[u8]) -> bool {
    if rest.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count() == 2 {
        return match &rest[2..] {
            [b's', next, ..] => !next.is_ascii_alphanumeric(),
            [b' ', b'%', ..] => false,
            [next, ..] => matches!(next, b's' | b' ' | b',' | b';' | b'.' | b')' | b'?' | b'!' | b'\n'),
            [] => true,
        };
    }
    let longest = &rest[..rest.len().min(LONGEST_ELIDED + 1)];
    let word = longest.split(|byte| !byte.is_ascii_alphabetic()).next().unwrap_or_default();
    std::str::from_utf8(word).is_ok_and(|word| List::Elision.holds(word))
}

fn closes(bytes: &[u8], at: usize) -> bool {
    let before = bytes[at - 1];
    let after = bytes.get(at + 1).copied().unwrap_or(b' ');
    let behind_text = before != b' ' && before != b'(';
    behind_text && !after.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Quotations as they are defined: each opening mark searches for its own end.
    fn defined(text: &str) -> Vec<Range<usize>> {
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(step) = bytes[at..].iter().position(|byte| matches!(byte, b'"' | b'\'')) {
            let start = at + step;
            at = start + 1;
            let block = bytes[at..].iter().take(LONGEST).position(|&byte| byte == b'\n');
            let limit = block.map_or(bytes.len().min(at + LONGEST), |len| at + len);
            let close = (at..limit).find(|&end| bytes[end] == bytes[start] && closes(bytes, end));
            if let Some(end) = close.filter(|_| opens(bytes, start)) {
                found.push(start..end + 1);
                at = end + 1;
            }
        }
        found
    }

    proptest! {
        #[test]
        fn each_mark_finds_the_end_that_it_would_find_alone(text in "([ (]?[\"'][a-z ,.é]{0,5}[\"'\n]?|a{300}| ){0,30}") {
            prop_assert_eq!(quotations(&text), defined(&text));
        }
    }

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn double_and_single_marks_quote() {
        assert_eq!(quoted("The line \"own the queue,\" and 'carry it'."), ["\"own the queue,\"", "'carry it'"]);
    }

    #[test]
    fn apostrophes_quote_nothing() {
        assert!(quoted("I don't know the team's rules or the users' wishes.").is_empty());
    }

    #[test]
    fn apostrophes_for_what_was_left_out_quote_nothing() {
        for text in ["the '90s code, and 'yes'", "'Twas late, and 'yes'", "class of '24, and 'yes'", "get 'em, 'yes'"] {
            assert_eq!(quoted(text), ["'yes'"], "{text}");
        }
        assert_eq!(quoted("'24/7 on call' and '10 % more'"), ["'24/7 on call'", "'10 % more'"]);
    }

    #[test]
    fn a_quotation_ends_with_its_block() {
        assert!(quoted("He said \"never mind\nthe rest\" again").is_empty());
    }
}
