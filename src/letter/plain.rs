//! Plain-text letters: blocks by blank lines, lists by their marks.

use super::block::{Block, BlockKind, Blocks, front_matter};
use super::fold::Folder;
use super::reference::reference;
use super::wrapped::{self, columns};
use crate::span::Span;
use memchr::memchr;
use std::ops::Range;

/// A break between two lines of a block in which a line is at least this long (scalar values) and ends a sentence
/// is a break between paragraphs: such text was never wrapped.
const UNWRAPPED_LINE: usize = 120;

/// Folds the plain text behind byte `start` and cuts it into blocks.
pub(super) fn read(folder: &mut Folder<'_>, source: &str, start: usize) -> Blocks {
    let front_matter = front_matter(&source[start..]).map(|len| Span::new(start, start + len));
    let start = front_matter.map_or(start, |span| span.end);
    Blocks { blocks: blocks(folder, source, start..source.len()), front_matter }
}

/// Folds `range` of `source` and cuts it into blocks.
pub(super) fn blocks(folder: &mut Folder<'_>, source: &str, range: Range<usize>) -> Vec<Block> {
    let lines = lines(source, range);
    let is_one_piece = is_one_piece(source, &lines);
    let is_blank = |line: &Range<usize>| source[line.clone()].trim().is_empty();
    let text_lines = lines.iter().filter(|line| !is_blank(line)).count();
    let mut reader = Reader { source, folder, blocks: Vec::new(), open: None, lists: 0, in_list: false, indent: 0 };
    for group in lines.split(is_blank).filter(|group| !group.is_empty()) {
        let is_nearly_all = group.len() * 4 >= text_lines * 3;
        reader.group(group, is_one_piece, is_nearly_all);
    }
    reader.blocks
}

struct Reader<'s, 'a, 'f> {
    source: &'s str,
    folder: &'f mut Folder<'a>,
    blocks: Vec<Block>,
    /// Kind and first folded byte of the open block, and the byte after its last line.
    open: Option<(BlockKind, usize, usize)>,
    lists: usize,
    in_list: bool,
    /// Bytes of white space before the mark of the last list item.
    indent: usize,
}

impl Reader<'_, '_, '_> {
    /// Reads the lines between two blank ones.
    fn group(&mut self, lines: &[Range<usize>], is_one_piece: bool, is_nearly_all: bool) {
        let contents: Vec<&str> = lines.iter().map(|line| self.source[line.clone()].trim()).collect();
        // A letter without blank lines that an editor wrapped shows its paragraphs by lines that had room left.
        let starts = if is_nearly_all && !is_one_piece { wrapped::paragraph_starts(&contents) } else { Vec::new() };
        let mut widest = None;
        for (index, line) in lines.iter().enumerate() {
            let content = contents[index];
            if is_one_piece || index.checked_sub(1).and_then(|at| starts.get(at)).is_some_and(|starts| *starts) {
                self.end_paragraph();
            }
            let has_mark = list_mark(content).is_some() || content.starts_with('>');
            let goes_on = has_mark && matches!(self.open, Some((BlockKind::Paragraph, ..))) && {
                let widest = *widest.get_or_insert_with(|| wrapped::widest(contents.iter().copied()));
                let next = contents.get(index + 1).copied().unwrap_or("");
                !opens_alike(content, next)
                    && wrapped::may_go_on(contents[index - 1], content)
                    && wrapped::is_forced(contents[index - 1], content, widest)
            };
            self.line(line.clone(), content, goes_on);
        }
        self.close();
    }

    fn line(&mut self, line: Range<usize>, content: &str, goes_on: bool) {
        let start = line.start + (content.as_ptr() as usize - self.source[line.clone()].as_ptr() as usize);
        let content_range = start..start + content.len();
        if goes_on {
            return self.push(content_range);
        }
        if is_rule(content) {
            self.close();
            self.in_list = false;
            self.folder.break_block();
            let at = self.folder.len();
            self.blocks.push(Block { kind: BlockKind::Rule, text: at..at });
            return;
        }
        if let Some(mark) = list_mark(content) {
            if !self.in_list {
                self.lists += 1;
                self.in_list = true;
            }
            self.indent = start - line.start;
            self.open(BlockKind::Item(self.lists), &content_range);
            return self.push(content_range.start + mark..content_range.end);
        }
        if let Some(quoted) = content.strip_prefix('>') {
            let quoted_start = content_range.end - quoted.trim_start().len();
            if !matches!(self.open, Some((BlockKind::Quote, ..))) {
                self.open(BlockKind::Quote, &content_range);
            }
            return self.push(quoted_start..content_range.end);
        }
        match self.open {
            Some((BlockKind::Item(_), ..)) if start - line.start > self.indent => {}
            Some((BlockKind::Paragraph, ..)) => {}
            _ => {
                self.in_list = false;
                self.open(BlockKind::Paragraph, &content_range);
            }
        }
        self.push(content_range);
    }

    fn end_paragraph(&mut self) {
        if matches!(self.open, Some((BlockKind::Paragraph, ..))) {
            self.close();
        }
    }

    fn push(&mut self, range: Range<usize>) {
        let Some((_, _, end)) = &mut self.open else { return };
        let end = std::mem::replace(end, range.end);
        if end < range.start && self.source[end..range.start].contains(['\n', '\r']) {
            self.folder.push_line_end(end..range.start);
        }
        self.push_unmarked(range);
    }

    /// Markdown's `**` is common in plain text; it is no word.
    fn push_unmarked(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(found) = self.source[at..range.end].find("**") {
            self.folder.push(at..at + found);
            at += found + 2;
        }
        self.folder.push(at..range.end);
    }

    fn open(&mut self, kind: BlockKind, range: &Range<usize>) {
        self.close();
        self.folder.break_block();
        self.open = Some((kind, self.folder.len(), range.start));
    }

    fn close(&mut self) {
        let Some((kind, start, _)) = self.open.take() else { return };
        let end = self.folder.trimmed_len().max(start);
        if end > start {
            self.blocks.push(Block { kind, text: start..end });
        }
    }
}

/// Byte ranges of the lines in `range`, without their breaks (LF, CRLF or CR).
fn lines(source: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let bytes = source.as_bytes();
    let mut lines = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    while at < range.end {
        let byte = bytes[at];
        at += 1;
        if byte == b'\n' || byte == b'\r' {
            lines.push(start..at - 1);
            if byte == b'\r' && at < range.end && bytes[at] == b'\n' {
                at += 1;
            }
            start = at;
        }
    }
    if start < range.end {
        lines.push(start..range.end);
    }
    lines
}

/// Whether the letter has no blank lines between its paragraphs, so that each line is one.
fn is_one_piece(source: &str, lines: &[Range<usize>]) -> bool {
    let is_blank = |line: &Range<usize>| source[line.clone()].trim().is_empty();
    let is_long = |line: &&Range<usize>| shown(&source[(*line).clone()]) >= UNWRAPPED_LINE;
    let long = lines.iter().filter(is_long).count();
    let gaps = lines.windows(2).filter(|pair| is_blank(&pair[0]) && is_long(&&pair[1])).count();
    long >= 2 && gaps * 2 < long
}

/// `-----`, `=====`, `* * *`: at least three of one mark and nothing else.
fn is_rule(content: &str) -> bool {
    let Some(mark) = content.chars().next().filter(|mark| matches!(mark, '-' | '=' | '*' | '~' | '─' | '—')) else {
        return false;
    };
    let marks = content.chars().filter(|&character| character == mark).count();
    marks >= 3 && content.chars().all(|character| character == mark || character == ' ')
}

/// Returns the length of the mark and the blanks behind it where `content` opens a list item.
fn list_mark(content: &str) -> Option<usize> {
    let first = content.chars().next()?;
    let len = match first {
        '-' | '*' | '+' | '•' | '·' | '‣' | '▪' | '●' | '◦' | '–' | '✓' | '✔' | '✗' | '✅' | '→' => {
            first.len_utf8()
        }
        '0'..='9' => {
            let digits = content.bytes().take_while(u8::is_ascii_digit).count();
            let mark = content[digits..].chars().next()?;
            if digits > 2 || !matches!(mark, '.' | ')') {
                return None;
            }
            digits + 1
        }
        _ => return None,
    };
    let rest = &content[len..];
    let blanks = rest.len() - rest.trim_start().len();
    let glued = !matches!(first, '-' | '*' | '+' | '–' | '→' | '0'..='9');
    (!rest.trim().is_empty() && (blanks > 0 || glued)).then_some(len + blanks)
}

/// Whether both lines open the same: two items of a list, or two lines of a quotation.
fn opens_alike(content: &str, next: &str) -> bool {
    list_mark(content).is_some() == list_mark(next).is_some() && content.starts_with('>') == next.starts_with('>')
}

/// How many characters `text` shows: a character reference is one.
fn shown(text: &str) -> usize {
    let mut rest = text;
    let mut shown = 0;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        let len = reference(&rest[at..]).map_or(1, |(len, _)| len);
        shown += columns(&rest[..at]) + 1;
        rest = &rest[at + len..];
    }
    shown + columns(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "I moved the nightly export to a queue so that a slow printer could no longer hold up the whole \
                        warehouse, and wrote down how.";

    fn read_text(source: &str) -> Vec<(BlockKind, String)> {
        let mut folder = Folder::new(source);
        let blocks = read(&mut folder, source, 0).blocks;
        let (prose, _) = folder.finish();
        blocks.into_iter().map(|block| (block.kind, prose.text()[block.text].to_owned())).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs_and_single_breaks_do_not() {
        let blocks = read_text("Dear Ana,\r\n\r\nOne\r\ntwo.\r\n \r\nThree.");
        let texts: Vec<_> = blocks.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["Dear Ana,", "One two.", "Three."]);
    }

    #[test]
    fn list_marks_open_items_and_indented_lines_go_on() {
        let blocks = read_text("- one\n  more\n• two\n1. three\n\nnot 2024. a list");
        let kinds: Vec<_> = blocks.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, [BlockKind::Item(1), BlockKind::Item(1), BlockKind::Item(1), BlockKind::Paragraph]);
        assert_eq!(blocks[0].1, "one more");
    }

    #[test]
    fn drawn_lines_are_rules() {
        assert_eq!(read_text("a\n\n-----\n\nb")[1].0, BlockKind::Rule);
    }

    #[test]
    fn unwrapped_lines_without_blank_lines_are_paragraphs() {
        assert_eq!(read_text(&format!("Dear Ana,\n{LONG}\n{LONG}\nBest,\nIna")).len(), 5);
    }

    #[test]
    fn lines_are_no_paragraphs_where_half_of_the_long_ones_have_a_blank_line_before_them() {
        assert_eq!(read_text(&format!("Dear Ana,\n{LONG}\n\n{LONG}\nBest,\nIna")).len(), 2);
    }
}
