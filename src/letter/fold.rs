//! Folds a letter's bytes into [`Prose`].

use super::address::{Link, address};
use super::case::{join_hyphens, lower_into};
use super::invisible;
use super::prose::{HOLE, Prose, Segment};
use super::reference::reference;
use super::same::same_len;
use crate::span::Span;
use crate::words::List;
use std::collections::HashMap;
use std::ops::Range;

/// Pieces and breaks that a letter has room for from the start; only how often room is made hangs on it.
const FEW: usize = 32;

/// Builds a [`Prose`] from left to right.
#[derive(Debug)]
pub(super) struct Folder<'a> {
    source: &'a str,
    prose: Prose,
    links: Vec<Link>,
    comments: Vec<Span>,
    /// Whether the letter contains the end tag of an element, as far as that was looked for.
    end_tags: HashMap<String, bool>,
}

impl<'a> Folder<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let prose = Prose {
            text: String::with_capacity(source.len()),
            lower: String::with_capacity(source.len()),
            segments: Vec::with_capacity(FEW),
            breaks: Vec::with_capacity(FEW),
        };
        Folder { source, prose, links: Vec::new(), comments: Vec::new(), end_tags: HashMap::new() }
    }

    /// Ends the folding: lower case is made here, in one pass.
    pub(super) fn finish(mut self) -> (Prose, Vec<Link>) {
        lower_into(&self.prose.text, &mut self.prose.lower);
        join_hyphens(&mut self.prose.lower);
        (self.prose, self.links)
    }

    /// Remembers an HTML comment, which is no text.
    pub(super) fn add_comment(&mut self, span: Span) {
        self.comments.push(span);
    }

    /// Gives the comments away, in order.
    pub(super) fn take_comments(&mut self) -> Vec<Span> {
        std::mem::take(&mut self.comments)
    }

    /// Whether the letter contains an end tag of the element `name`, which is in lower case; looked for once.
    pub(super) fn has_end_tag(&mut self, name: &str) -> bool {
        if let Some(&is_there) = self.end_tags.get(name) {
            return is_there;
        }
        let is_there = self.source.contains(&format!("</{name}"));
        self.end_tags.insert(name.to_owned(), is_there);
        is_there
    }

    /// Length of the folded text so far.
    pub(super) fn len(&self) -> usize {
        self.prose.text.len()
    }

    /// Length of the folded text so far without the space that may end it.
    pub(super) fn trimmed_len(&self) -> usize {
        self.prose.text.trim_end_matches(' ').len()
    }

    pub(super) fn text(&self) -> &str {
        &self.prose.text
    }

    /// Starts a new block on a line of its own.
    pub(super) fn break_block(&mut self) {
        let trimmed = self.trimmed_len();
        if trimmed < self.len() {
            self.truncate(trimmed);
        }
        if !self.prose.text.is_empty() && !self.prose.text.ends_with('\n') {
            let end = self.prose.source_end(self.len());
            self.append("\n", end, 0);
        }
    }

    /// Folds the letter's bytes `range`, which hold no markup.
    pub(super) fn push(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let same = same_len(&self.source[at..range.end]);
            self.append_same(at..at + same);
            at += same;
            if at < range.end {
                at = self.push_piece(at..range.end);
            }
        }
    }

    /// Folds the word that `range` starts with and the white space behind it; returns where it ends.
    fn push_piece(&mut self, range: Range<usize>) -> usize {
        let text = &self.source[range.clone()];
        let token = text.find(char::is_whitespace).map_or(range.end, |len| range.start + len);
        if token > range.start {
            self.push_token(range.start..token);
        }
        let rest = &self.source[token..range.end];
        let space = rest.len() - rest.trim_start().len();
        if space > 0 {
            self.push_space(token..token + space);
        }
        token + space
    }

    /// Folds one run of white space; with a line break in it, the place is noted.
    pub(super) fn push_space(&mut self, range: Range<usize>) {
        let is_break = self.source[range.clone()].contains(['\n', '\r']);
        self.push_gap(range, if is_break { Gap::Line } else { Gap::Blank });
    }

    /// Folds the end of a line that may have been wrapped.
    pub(super) fn push_line_end(&mut self, range: Range<usize>) {
        self.push_gap(range, Gap::Line);
    }

    /// Folds a line break that the source spells in markup (`<br>`, a backslash).
    pub(super) fn push_line_break(&mut self, range: Range<usize>) {
        self.push_gap(range, Gap::Break);
    }

    fn push_gap(&mut self, range: Range<usize>, gap: Gap) {
        if self.prose.text.is_empty() || self.prose.text.ends_with('\n') {
            return;
        }
        let is_split = gap == Gap::Line && self.splits_a_word(&range);
        if !is_split && !self.prose.text.ends_with(' ') {
            self.append(" ", range.start, range.len());
        }
        if gap != Gap::Blank && self.prose.breaks.last() != Some(&self.len()) {
            self.prose.breaks.push(self.len());
        }
    }

    /// Whether a line ends at `gap` within a word, at its hyphen: "results-" and "driven".
    fn splits_a_word(&self, gap: &Range<usize>) -> bool {
        let before = self.prose.text.trim_end_matches(DASHES);
        let dashes = self.prose.text.len() - before.len();
        let is_soft = self.source[..gap.start].ends_with(SOFT_HYPHEN);
        if dashes == 0 && !is_soft || !before.ends_with(char::is_alphanumeric) {
            return false;
        }
        // Markup before the rest of the word is no part of it.
        let rest = self.source[gap.end..].trim_start_matches([' ', '\t', '>', '*', '_']);
        let word = rest.find(|next: char| !next.is_alphanumeric()).map_or(rest, |end| &rest[..end]);
        // "pre- and post-war" has a blank after its hyphen on one line too.
        let is_suspended =
            dashes == 1 && List::AfterSuspendedHyphen.holds(word) && !rest[word.len()..].starts_with('-');
        !word.is_empty() && !is_suspended
    }

    /// Folds what a character reference stands for where the source has `range`.
    pub(super) fn push_decoded(&mut self, text: &str, range: Range<usize>) {
        if text.chars().all(char::is_whitespace) {
            return self.push_gap(range, Gap::Blank);
        }
        let mut folded = String::with_capacity(text.len());
        for character in text.chars() {
            match fold(character) {
                Folded::Same => folded.push(character),
                Folded::Dropped => {}
                Folded::As(text) => folded.push_str(text),
            }
        }
        if !folded.is_empty() {
            self.append(&folded, range.start, range.len());
        }
    }

    /// Puts `text` where the source has `range`: an escaped character, a mark between cells.
    pub(super) fn push_as(&mut self, text: &str, range: Range<usize>) {
        self.append(text, range.start, range.len());
    }

    /// Puts a [`HOLE`] where the source has `range`.
    pub(super) fn push_hole(&mut self, range: Range<usize>) {
        self.append(HOLE.encode_utf8(&mut [0; 4]), range.start, range.len());
    }

    /// Notes a link that the markup spells out.
    pub(super) fn add_link(&mut self, span: Span, target: &str) {
        self.links.push(Link { span, target: target.to_owned() });
    }

    fn push_token(&mut self, range: Range<usize>) {
        let Some(address) = address(&self.source[range.clone()]) else {
            return self.push_word(range);
        };
        let (start, end) = (range.start + address.start, range.start + address.end);
        self.push_word(range.start..start);
        self.links.push(Link { span: Span::new(start, end), target: self.source[start..end].to_owned() });
        self.push_hole(start..end);
        self.push_word(end..range.end);
    }

    fn push_word(&mut self, range: Range<usize>) {
        let token = &self.source[range.clone()];
        if token.bytes().all(|byte| byte < 0x80 && !matches!(byte, b'&' | b'`')) {
            return self.append_same(range);
        }
        let mut same = range.start;
        for (at, character) in token.char_indices() {
            let start = range.start + at;
            if start < same {
                continue;
            }
            let end = start + character.len_utf8();
            match fold(character) {
                _ if character == '&' => {
                    let Some((len, text)) = reference(&token[at..]) else { continue };
                    self.append_same(same..start);
                    self.push_decoded(&text, start..start + len);
                    same = start + len;
                    continue;
                }
                Folded::Same if character == '`' && is_within_word(token, at) => {
                    self.append_same(same..start);
                    self.append("'", start, 1);
                }
                Folded::Same => continue,
                Folded::Dropped => self.append_same(same..start),
                Folded::As(text) => {
                    self.append_same(same..start);
                    self.append(text, start, end - start);
                }
            }
            same = end;
        }
        self.append_same(same..range.end);
    }

    fn append_same(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let source = self.source;
        self.append_piece(&source[range.clone()], range.start, range.len(), true);
    }

    fn append(&mut self, text: &str, source: usize, source_len: usize) {
        let is_same = text.len() == source_len
            && (source_len == 1 || self.source.as_bytes()[source..source + source_len] == *text.as_bytes());
        self.append_piece(text, source, source_len, is_same);
    }

    fn append_piece(&mut self, text: &str, source: usize, source_len: usize, is_same: bool) {
        let at = self.prose.text.len();
        self.prose.text.push_str(text);
        if let Some(last) = self.prose.segments.last_mut() {
            let joins =
                last.is_same && is_same && last.source + last.source_len == source && last.text + last.len == at;
            if joins {
                last.len += text.len();
                last.source_len += source_len;
                return;
            }
        }
        self.prose.segments.push(Segment { text: at, len: text.len(), source, source_len, is_same });
    }

    fn truncate(&mut self, len: usize) {
        self.prose.text.truncate(len);
        while let Some(last) = self.prose.segments.last_mut() {
            if last.text >= len {
                self.prose.segments.pop();
                continue;
            }
            let over = (last.text + last.len).saturating_sub(len);
            if last.is_same {
                last.source_len -= over;
            }
            last.len -= over;
            break;
        }
        while self.prose.breaks.last().is_some_and(|&at| at > len) {
            self.prose.breaks.pop();
        }
    }
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Blank,
    /// The end of a line, which may be an editor's.
    Line,
    /// The end of a line that the writer asked for.
    Break,
}

/// Dashes that a line may end with between two halves of a word or two words.
const DASHES: [char; 3] = ['-', '–', '—'];

const SOFT_HYPHEN: char = '\u{ad}';

/// Whether the one-byte mark at `at` stands between two letters.
fn is_within_word(token: &str, at: usize) -> bool {
    token[..at].ends_with(char::is_alphabetic) && token[at + 1..].starts_with(char::is_alphabetic)
}

enum Folded {
    Same,
    Dropped,
    As(&'static str),
}

fn fold(character: char) -> Folded {
    match character {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | '′' | '´' | '＇' => Folded::As("'"),
        '“' | '”' | '„' | '‟' | '″' | '＂' => Folded::As("\""),
        '\u{2010}' | '\u{2011}' => Folded::As("-"),
        '…' => Folded::As("..."),
        // A selector belongs to the emoji before it, and a filler is blank where it stands.
        '\u{fe00}'..='\u{fe0f}' => Folded::Same,
        _ => match invisible::Kind::of(character) {
            Some(invisible::Kind::Filler) | None => Folded::Same,
            Some(_) => Folded::Dropped,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Folding as it is defined: piece by piece.
    fn defined(source: &str) -> (Prose, Vec<Link>) {
        let mut folder = Folder::new(source);
        let mut at = 0;
        while at < source.len() {
            at = folder.push_piece(at..source.len());
        }
        folder.finish()
    }

    proptest! {
        #[test]
        fn words_that_stay_are_folded_as_if_each_were_looked_at(
            source in "([a-cZ]{0,3}|[.:@/’…\u{ad}é—)-]|a.com/x|a@b.ch|www.a|[ \u{a0}\n\r\t]){0,24}"
        ) {
            prop_assert_eq!(format!("{:?}", folded(&source)), format!("{:?}", defined(&source)));
        }
    }

    fn folded(source: &str) -> (Prose, Vec<Link>) {
        let mut folder = Folder::new(source);
        folder.push(0..source.len());
        folder.finish()
    }

    fn spelled(source: &str, wanted: &str) -> String {
        let (prose, _) = folded(source);
        let at = prose.text().find(wanted).expect("the folded text holds it");
        source[prose.span(at..at + wanted.len()).range()].to_owned()
    }

    #[test]
    fn any_run_of_white_space_is_one_space() {
        assert_eq!(folded("team \t\r\n player\u{a0}now").0.text(), "team player now");
    }

    #[test]
    fn spans_lead_back_over_folded_white_space() {
        assert_eq!(spelled("a team \r\n  player here", "team player"), "team \r\n  player");
    }

    #[test]
    fn curly_quotes_are_straight_and_lead_back() {
        assert_eq!(spelled("I’m “here”", "I'm \"here\""), "I’m “here”");
        assert_eq!(spelled("I’m “here”", "'m"), "’m");
    }

    #[test]
    fn what_starts_or_ends_within_an_ellipsis_holds_all_of_it() {
        assert_eq!(spelled("wait… what", ".. what"), "… what");
        assert_eq!(spelled("wait… what", "wait.."), "wait…");
    }

    #[test]
    fn soft_hyphens_and_zero_width_characters_are_dropped() {
        assert_eq!(folded("syn\u{ad}er\u{200b}gy").0.text(), "synergy");
        assert_eq!(spelled("a syn\u{ad}ergy b", "synergy"), "syn\u{ad}ergy");
    }

    #[test]
    fn addresses_are_holes() {
        let (prose, links) = folded("See (https://a.example/x), mail ana@example.com or github.com/ana.");
        assert_eq!(prose.text(), format!("See ({HOLE}), mail {HOLE} or {HOLE}."));
        let targets: Vec<_> = links.iter().map(|link| link.target.as_str()).collect();
        assert_eq!(targets, ["https://a.example/x", "ana@example.com", "github.com/ana"]);
    }

    #[test]
    fn names_with_dots_and_slashes_are_words() {
        let text = "Node.js/Express and CI/CD at Booking.com, e.g. ASP.NET/C#: 24/7";
        assert_eq!(folded(text).0.text(), text);
    }

    #[test]
    fn line_breaks_within_a_block_are_remembered() {
        let (prose, _) = folded("Best,\nAna");
        assert_eq!((prose.text(), prose.breaks()), ("Best, Ana", &[6][..]));
    }
}
