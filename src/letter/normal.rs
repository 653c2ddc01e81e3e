//! The letter's text as a Markdown parser should see it, byte for byte as long as it was typed.
//!
//! Markdown is strict where people are not: it knows no bare carriage return, takes an indented paragraph for code, a
//! line of a wrapped paragraph that starts with `+` or `>` for a list or a quotation, two apostrophes typed as `` ` ``
//! for code, and hides all that follows a comment that was never closed. Each is put right here by bytes that take as
//! much room, so that every offset stays that of the letter.

use super::block::front_matter;
use super::comment::{self, Comments};
use super::wrapped;
use crate::span::Span;
use memchr::{memchr, memchr_iter, memmem};
use std::borrow::Cow;
use std::ops::Range;

/// Columns of blanks from which Markdown sees code.
const CODE: usize = 4;

/// A text that can be parsed, and what was put right on the way that somebody should know.
#[derive(Debug)]
pub(super) struct Normal<'a> {
    pub(super) text: Cow<'a, str>,
    /// Comments without an end, up to where they seem to end.
    pub(super) unclosed: Vec<Span>,
}

/// Makes a line feed of each carriage return that stands alone.
fn line_breaks(source: &str) -> Cow<'_, str> {
    let mut edits = Edits::new(Cow::Borrowed(source));
    let bytes = source.as_bytes();
    for at in memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n')) {
        edits.set(at, b'\n');
    }
    edits.into_text()
}

/// Prepares plain text: only its line breaks need it.
pub(super) fn plain(source: &str) -> Normal<'_> {
    Normal { text: line_breaks(source), unclosed: Vec::new() }
}

/// Prepares the Markdown text after byte `start`.
pub(super) fn markdown(source: &str, start: usize) -> Normal<'_> {
    let text = line_breaks(source);
    let start = start + front_matter(&text[start..]).unwrap_or(0);
    let lines = needy_lines(&text, start);
    if lines.is_empty() {
        return Normal { text, unclosed: Vec::new() };
    }
    let view = text.clone();
    let mut reader = Reader {
        text: &view,
        start,
        edits: Edits::new(text),
        comments: Comments::default(),
        unclosed: Vec::new(),
        fence: None,
        list: None,
    };
    let mut at = 0;
    while at < lines.len() {
        let len = lines[at..].iter().take_while(|line| !line.is_blank()).count();
        reader.block(&lines[at..at + len]);
        at += len.max(1);
    }
    let Reader { edits, unclosed, .. } = reader;
    Normal { text: edits.into_text(), unclosed }
}

/// One line without its break.
#[derive(Clone, Debug)]
struct Line {
    range: Range<usize>,
    /// Bytes and columns of white space that it starts with.
    lead: usize,
    indent: usize,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.lead == self.range.len()
    }

    fn content<'t>(&self, text: &'t str) -> &'t str {
        text[self.range.start + self.lead..self.range.end].trim_end()
    }
}

/// The lines of `text` from byte `start`; none where no line needs anything, which is nearly always.
fn needy_lines(text: &str, start: usize) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut is_needy = has_glued_tick(bytes) || memmem::find(bytes, b"<!--").is_some();
    let mut lines = Vec::new();
    let mut at = start;
    while at < bytes.len() {
        let end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |len| at + len);
        let content_end = if end > at && bytes[end - 1] == b'\r' { end - 1 } else { end };
        let blanks = bytes[at..content_end].iter().take_while(|byte| matches!(byte, b' ' | b'\t'));
        let (lead, indent) = blanks.fold((0, 0), |(lead, indent), byte| {
            (lead + 1, if *byte == b'\t' { indent / CODE * CODE + CODE } else { indent + 1 })
        });
        let line = Line { range: at..content_end, lead, indent };
        let first = bytes.get(at + lead).copied().unwrap_or(b'\n');
        is_needy |= indent >= CODE || matches!(first, b'-' | b'+' | b'*' | b'>' | b'#' | b'<' | b'0'..=b'9');
        lines.push(line);
        at = end + 1;
    }
    if !is_needy {
        lines.clear();
    }
    lines
}

fn has_glued_tick(bytes: &[u8]) -> bool {
    memchr_iter(b'`', bytes).any(|at| is_glued(bytes, at))
}

/// Whether the mark at `at` stands between two letters.
fn is_glued(bytes: &[u8], at: usize) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80);
    is_letter(at.checked_sub(1).and_then(|before| bytes.get(before))) && is_letter(bytes.get(at + 1))
}

struct Reader<'t, 'a> {
    text: &'t str,
    start: usize,
    edits: Edits<'a>,
    comments: Comments,
    unclosed: Vec<Span>,
    /// The mark that the open fence was opened with.
    fence: Option<&'t str>,
    /// Columns that the last list was indented by, and how many of them were taken away.
    list: Option<(usize, usize)>,
}

impl<'t> Reader<'t, '_> {
    /// Reads lines between two blank ones.
    fn block(&mut self, lines: &[Line]) {
        let Some(first) = lines.first() else { return };
        let strip = self.strip(first);
        let block_end = lines.last().map_or(0, |last| last.range.end);
        let mut widest = None;
        let mut is_tick_open = false;
        let mut is_prose = false;
        for (index, line) in lines.iter().enumerate() {
            let content = line.content(self.text);
            self.dedent(line, strip);
            if self.skips_fence(content) || self.skips_comment(lines, index) {
                is_prose = false;
                continue;
            }
            self.comment_in_text(line, block_end);
            self.apostrophes(line, &mut is_tick_open);
            if !opens_block(content) {
                is_prose |= index == 0;
                continue;
            }
            let next = lines.get(index + 1).map_or("", |next| next.content(self.text));
            let goes_on = is_prose && index > 0 && !opens_alike(content, next) && {
                let before = &lines[index - 1];
                let widest =
                    *widest.get_or_insert_with(|| wrapped::widest(lines.iter().map(|line| line.content(self.text))));
                !is_ended(&self.text[before.range.clone()])
                    && wrapped::may_go_on(before.content(self.text), content)
                    && wrapped::is_forced(before.content(self.text), content, widest)
            };
            if goes_on {
                self.edits.fill(lines[index - 1].range.end..line.range.start + line.lead, b' ');
            } else {
                is_prose = false;
            }
        }
    }

    /// Returns how many columns of blanks each line of a block loses that starts with `first`.
    ///
    /// Below a list an indented block belongs to the last item.
    fn strip(&mut self, first: &Line) -> usize {
        let is_item = list_mark(first.content(self.text)).is_some();
        if let Some((_, strip)) = self.list.filter(|(indent, _)| first.indent > indent + 1) {
            return strip;
        }
        let strip = if first.indent < CODE { 0 } else { first.indent };
        self.list = is_item.then_some((first.indent, strip));
        strip
    }

    /// Whether the line is in a fenced block, or opens or closes one.
    fn skips_fence(&mut self, content: &'t str) -> bool {
        let mark = ["```", "~~~"].into_iter().find(|mark| content.starts_with(mark));
        match (self.fence, mark) {
            (Some(open), Some(mark)) if open == mark => self.fence = None,
            (None, Some(mark)) => self.fence = Some(mark),
            (None, None) => return false,
            _ => {}
        }
        true
    }

    /// Whether the line at `index` of a block belongs to a comment, or to one that was never closed.
    fn skips_comment(&mut self, lines: &[Line], index: usize) -> bool {
        let line = &lines[index];
        let (at, content) = (line.range.start + line.lead, line.content(self.text));
        if at < self.comments.hidden_until {
            return true;
        }
        if !content.starts_with("<!--") {
            return false;
        }
        if let Some(end) = self.comments.end(self.text, at) {
            self.comments.hidden_until = end;
            return true;
        }
        // A letter may be comments without end: no line is looked at for more than one of them.
        let rows: Vec<comment::Row<'_>> = lines[index..]
            .iter()
            .map(|line| comment::Row { text: line.content(self.text), indent: line.indent })
            .enumerate()
            .take_while(|(index, row)| *index == 0 || !row.text.starts_with("<!--"))
            .map(|(_, row)| row)
            .collect();
        let before = index.checked_sub(1).map(|before| lines[before].content(self.text));
        let is_followed = self.comments.is_followed(self.text, lines.last().map_or(at, |last| last.range.end));
        let taken = &lines[index..index + comment::unclosed(&rows, before, is_followed)];
        for line in taken {
            self.edits.fill(line.range.start + line.lead..line.range.end, b' ');
        }
        let end = taken.last().map_or(at, |last| last.range.start + last.lead + last.content(self.text).len());
        self.unclosed.push(Span::new(at, end));
        self.comments.hidden_until = end;
        true
    }

    /// Notes a comment that opens within the text of `line` and is not closed in its block: it stands there to be read.
    fn comment_in_text(&mut self, line: &Line, block_end: usize) {
        let bytes = self.text.as_bytes();
        let mut at = line.range.start.max(self.comments.hidden_until);
        while let Some(len) = bytes.get(at..line.range.end).and_then(|rest| memmem::find(rest, b"<!--")) {
            let open = at + len;
            at = open + 4;
            match self.comments.close(self.text, open) {
                Some(end) if end <= block_end => self.comments.hidden_until = end,
                _ if open > 0 && matches!(bytes[open - 1], b'\\' | b'`') => {}
                _ => return self.unclosed.push(Span::new(open, line.range.end)),
            }
            at = at.max(self.comments.hidden_until);
        }
    }

    /// Puts the blanks that `line` starts with, up to `columns` of them, at the end of the line before.
    fn dedent(&mut self, line: &Line, strip: usize) {
        let start = line.range.start;
        let lead = &self.text.as_bytes()[start..start + line.lead];
        let moved = lead.iter().scan(0, |column, byte| {
            *column = if *byte == b'\t' { *column / CODE * CODE + CODE } else { *column + 1 };
            Some(*column)
        });
        let moved = moved.take_while(|column| *column <= strip).count();
        if moved == 0 {
            return;
        }
        let line_break = if start == self.start { "\n" } else { line_break_before(self.text, start) };
        let from = if start == self.start { start } else { start - line_break.len() };
        let end = start + moved;
        self.edits.fill(from..end - line_break.len(), b'\t');
        for (at, byte) in (end - line_break.len()..end).zip(line_break.bytes()) {
            self.edits.set(at, byte);
        }
    }

    /// Makes apostrophes of the backticks between two letters that close no code.
    fn apostrophes(&mut self, line: &Line, is_open: &mut bool) {
        let bytes = self.text.as_bytes();
        let mut run_end = 0;
        for at in memchr_iter(b'`', &bytes[line.range.clone()]).map(|at| line.range.start + at) {
            if at < run_end {
                continue;
            }
            run_end = at + bytes[at..line.range.end].iter().take_while(|byte| **byte == b'`').count();
            if *is_open {
                *is_open = false;
            } else if run_end == at + 1 && is_glued(bytes, at) {
                self.edits.set(at, b'\'');
            } else {
                *is_open = true;
            }
        }
    }
}

fn line_break_before(text: &str, at: usize) -> &str {
    if text[..at].ends_with("\r\n") { "\r\n" } else { "\n" }
}

/// Whether the writer ended this line: Markdown's hard break.
fn is_ended(line: &str) -> bool {
    line.ends_with("  ") || line.ends_with('\\')
}

/// Whether a parser of Markdown takes `content` for the start of something that is no paragraph.
fn opens_block(content: &str) -> bool {
    content.starts_with(['>', '#', '<']) || list_mark(content).is_some()
}

/// Whether both lines open the same: two items of one list, two lines of one quotation.
fn opens_alike(content: &str, next: &str) -> bool {
    match (list_mark(content), list_mark(next)) {
        (Some(_), Some(_)) => content.as_bytes()[0].is_ascii_digit() == next.as_bytes()[0].is_ascii_digit(),
        (None, None) => content.starts_with('>') && next.starts_with('>'),
        _ => false,
    }
}

/// Returns the length of the mark that opens a list item of Markdown.
fn list_mark(content: &str) -> Option<usize> {
    let bytes = content.as_bytes();
    let len = match bytes.first()? {
        b'-' | b'+' | b'*' => 1,
        _ => {
            let digits = bytes.iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
            (digits > 0 && matches!(bytes.get(digits), Some(b'.' | b')'))).then_some(digits + 1)?
        }
    };
    matches!(bytes.get(len), None | Some(b' ' | b'\t')).then_some(len)
}

/// A text, and its bytes from the first change on.
struct Edits<'a> {
    text: Cow<'a, str>,
    bytes: Option<Vec<u8>>,
}

impl<'a> Edits<'a> {
    fn new(text: Cow<'a, str>) -> Self {
        Edits { text, bytes: None }
    }

    fn set(&mut self, at: usize, byte: u8) {
        self.bytes.get_or_insert_with(|| self.text.as_bytes().to_vec())[at] = byte;
    }

    /// Fills `range`, which holds whole characters.
    fn fill(&mut self, range: Range<usize>, byte: u8) {
        range.for_each(|at| self.set(at, byte));
    }

    fn into_text(self) -> Cow<'a, str> {
        match self.bytes.map(String::from_utf8) {
            Some(Ok(text)) => Cow::Owned(text),
            // Whole characters were replaced by ASCII, so this is never another text than the one typed.
            Some(Err(_)) | None => self.text,
        }
    }
}
