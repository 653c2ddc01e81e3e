//! Markdown letters: blocks and folded text, by `CommonMark`'s own rules.

use super::block::{Block, BlockKind, Blocks, front_matter};
use super::fold::Folder;
use super::{html, lines, plain};
use crate::span::Span;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Folds the Markdown text after byte `start`, which a parser can read, and cuts it into blocks.
pub(super) fn read<'a>(folder: &mut Folder<'a>, source: &'a str, start: usize) -> Blocks {
    let mut reader = Reader::new(source, folder);
    if let Some(len) = front_matter(&source[start..]) {
        reader.out.front_matter = Some(Span::new(start, start + len));
    }
    let start = reader.out.front_matter.map_or(start, |span| span.end);
    reader.read(start);
    let Reader { mut out, fences, .. } = reader;
    if out.blocks.iter().all(|block| block.text.is_empty()) {
        // A letter pasted with its code fence around it is a letter, not code.
        for fence in fences {
            out.blocks.append(&mut plain::blocks(folder, source, fence));
        }
    }
    out
}

struct Reader<'a, 'f> {
    source: &'a str,
    folder: &'f mut Folder<'a>,
    out: Blocks,
    fences: Vec<Range<usize>>,
    /// Kind and first folded byte of the block that is being read.
    open: Option<(BlockKind, usize)>,
    quotes: usize,
    list_depth: usize,
    lists: usize,
    items: Vec<BlockKind>,
}

impl<'a, 'f> Reader<'a, 'f> {
    fn new(source: &'a str, folder: &'f mut Folder<'a>) -> Self {
        Reader {
            source,
            folder,
            out: Blocks::default(),
            fences: Vec::new(),
            open: None,
            quotes: 0,
            list_depth: 0,
            lists: 0,
            items: Vec::new(),
        }
    }

    fn read(&mut self, start: usize) {
        let options = Options::ENABLE_FOOTNOTES
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH;
        let source = self.source;
        let mut hidden_until = 0;
        let mut code_end = None;
        for (event, range) in Parser::new_ext(&source[start..], options).into_offset_iter() {
            let range = start + range.start..start + range.end;
            if range.start < hidden_until {
                continue;
            }
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                    // Nobody indents code in a letter; four blanks before "Dear" are layout.
                    self.push_indented(range.clone());
                    hidden_until = range.end;
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => code_end = Some(range),
                Event::End(TagEnd::CodeBlock) => {
                    if let Some(fence) = code_end.take() {
                        self.read_fence(inside_fence(source, fence));
                    }
                }
                _ if code_end.is_some() => {}
                Event::Start(Tag::HtmlBlock) => {
                    self.push_html(range.clone());
                    hidden_until = range.end;
                }
                Event::Start(Tag::Image { .. }) => hidden_until = range.end,
                Event::Start(tag) => self.start(&tag, range),
                Event::End(tag) => self.end(tag),
                inline => self.inline(&inline, range),
            }
        }
        self.close();
    }

    /// A fence that holds a greeting or a sign-off was put around the letter; another one holds code.
    fn read_fence(&mut self, fence: Range<usize>) {
        if lines::holds_letter(&self.source[fence.clone()]) {
            self.close();
            self.out.blocks.append(&mut plain::blocks(self.folder, self.source, fence));
        } else {
            self.fences.push(fence);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::List(_) => {
                self.close();
                if self.list_depth == 0 {
                    self.lists += 1;
                }
                self.list_depth += 1;
            }
            Tag::Item => {
                self.close();
                self.items.push(BlockKind::Item(self.lists));
                self.open(BlockKind::Item(self.lists));
            }
            Tag::Paragraph => {
                let kind = self.items.last().copied().unwrap_or(BlockKind::Paragraph);
                self.open(kind);
            }
            Tag::Heading { .. } => self.open(BlockKind::Heading),
            Tag::TableHead | Tag::TableRow => self.open(BlockKind::Table),
            Tag::TableCell if self.open.is_some_and(|(_, at)| at < self.folder.len()) => {
                self.folder.push_as(" | ", range.start..range.start);
            }
            Tag::Link { dest_url, .. } => self.folder.add_link(Span::new(range.start, range.end), dest_url),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                self.list_depth = self.list_depth.saturating_sub(1);
            }
            TagEnd::Item => {
                self.close();
                self.items.pop();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableRow => self.close(),
            _ => {}
        }
    }

    fn inline(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(text) => {
                self.ensure_open();
                self.push_text(text, range);
            }
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.ensure_open();
                self.folder.push_hole(range);
            }
            Event::InlineHtml(_) => {
                let html = &self.source[range.clone()];
                if html::is_comment(html) {
                    self.folder.add_comment(Span::new(range.start, range.end));
                }
                if html::is_break(self.folder, html) {
                    self.folder.push_line_break(range);
                } else if !html::is_hidden(self.folder, html) {
                    self.ensure_open();
                    self.folder.push(range);
                }
            }
            Event::SoftBreak => self.folder.push_line_end(range),
            Event::HardBreak => self.folder.push_line_break(range),
            Event::Rule => {
                self.close();
                self.folder.break_block();
                let at = self.folder.len();
                self.out.blocks.push(Block { kind: BlockKind::Rule, text: at..at });
            }
            _ => {}
        }
    }

    fn push_text(&mut self, text: &str, range: Range<usize>) {
        let source = self.source;
        if source[range.clone()] != *text {
            return self.folder.push_decoded(text, range);
        }
        let bytes = source.as_bytes();
        let is_escaped = range.start > 0
            && bytes[range.start - 1] == b'\\'
            && bytes.get(range.start).is_some_and(u8::is_ascii_punctuation);
        if is_escaped {
            // The backslash belongs to what it escapes: a span that starts there shows what the writer typed.
            self.folder.push_as(&source[range.start..=range.start], range.start - 1..range.start + 1);
            self.folder.push(range.start + 1..range.end);
        } else {
            self.folder.push(range);
        }
    }

    fn push_html(&mut self, range: Range<usize>) {
        self.open(BlockKind::Paragraph);
        html::push(self.folder, self.source, range);
        self.close();
    }

    /// Folds what Markdown takes for indented code, each piece between blank lines a paragraph.
    fn push_indented(&mut self, range: Range<usize>) {
        let mut start = range.start;
        let mut at = range.start;
        for line in self.source[range].split_inclusive('\n') {
            let end = at + line.len();
            if line.trim().is_empty() {
                self.push_indented_piece(start..at);
                start = end;
            }
            at = end;
        }
        self.push_indented_piece(start..at);
    }

    fn push_indented_piece(&mut self, range: Range<usize>) {
        self.open(BlockKind::Paragraph);
        let source = self.source;
        let mut at = range.start;
        while at < range.end {
            let rest = &source[at..range.end];
            let escape = rest.as_bytes().windows(2).position(|two| two[0] == b'\\' && two[1].is_ascii_punctuation());
            let Some(escape) = escape else {
                self.folder.push(at..range.end);
                break;
            };
            self.folder.push(at..at + escape);
            self.folder.push_as(&rest[escape + 1..escape + 2], at + escape..at + escape + 2);
            at += escape + 2;
        }
        self.close();
    }

    fn ensure_open(&mut self) {
        if self.open.is_none() {
            let kind = self.items.last().copied().unwrap_or(BlockKind::Paragraph);
            self.open(kind);
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.close();
        self.folder.break_block();
        let kind = if self.quotes > 0 { BlockKind::Quote } else { kind };
        self.open = Some((kind, self.folder.len()));
    }

    fn close(&mut self) {
        let Some((kind, start)) = self.open.take() else { return };
        let end = self.folder.trimmed_len().max(start);
        if !self.folder.text()[start..end].trim().is_empty() {
            self.out.blocks.push(Block { kind, text: start..end });
        }
    }
}

/// Returns the bytes between the fence lines of a fenced code block.
fn inside_fence(source: &str, range: Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let first = text.find('\n').map_or(text.len(), |at| at + 1);
    let inner = text[first..].trim_end();
    let last = match inner.rfind('\n') {
        Some(at) if inner[at + 1..].trim_start().starts_with(['`', '~']) => at,
        None if inner.starts_with(['`', '~']) => 0,
        _ => inner.len(),
    };
    range.start + first..range.start + first + last
}
