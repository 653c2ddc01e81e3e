//! Names the parts of a letter: what is letterhead, what is body, what is sign-off.
//!
//! Text formats give blocks; here their lines are read for what they mean. The body lies between the greeting and
//! the sign-off. A letter without a greeting (a form's text box) starts with its first prose, one without a
//! sign-off ends before the names and addresses at its end.

use super::block::{Block, BlockKind};
use super::greeting::{greeting as greeting_len, is_attention, is_company_like};
use super::line::{self, Line};
use super::prose::Prose;
use super::{HOLE, date, lines};
use super::{Part, PartKind};
use std::ops::Range;

/// Cuts the blocks into parts, in order.
pub(super) fn parts(prose: &Prose, blocks: &[Block]) -> Vec<Part> {
    let lines = line::lines(prose, blocks);
    let body = body(prose, &lines);
    let mut namer = Namer { prose, blocks, body: &body, parts: Vec::with_capacity(lines.len()) };
    namer.name(&lines);
    namer.parts
}

/// Whether the letter was pasted as a block quote: nothing else is there, or nothing else greets.
pub(super) fn is_quoted_letter(prose: &Prose, blocks: &[Block]) -> bool {
    let greets = |block: &Block| {
        let line = prose.breaks().partition_point(|&at| at <= block.text.start);
        let end = prose.breaks().get(line).map_or(block.text.end, |&at| at.min(block.text.end));
        greeting_len(prose.text()[block.text.start..end].trim_end()).is_some()
    };
    let (quotes, others): (Vec<&Block>, Vec<&Block>) =
        blocks.iter().filter(|block| !block.text.is_empty()).partition(|block| block.kind == BlockKind::Quote);
    !quotes.is_empty()
        && (others.is_empty() || quotes.iter().any(|one| greets(one)) && !others.iter().any(|one| greets(one)))
}

/// The offsets that part a letter; all in folded text.
struct Body {
    greeting: Option<Range<usize>>,
    range: Range<usize>,
    signoff: Option<Range<usize>>,
}

fn body(prose: &Prose, lines: &[Line<'_>]) -> Body {
    let end = prose.text().trim_end().len();
    let greeted = greeting(lines);
    let first = match greeted {
        Some((index, _)) => index + 1,
        None => first_prose(lines),
    };
    let start = match greeted {
        Some((index, len)) => lines[index].range.start + len,
        None => lines.get(first).map_or(end, |line| line.range.start),
    };
    let greeting = greeted.map(|(index, len)| lines[index].range.start..lines[index].range.start + len);
    let signed = signoff(lines, first.saturating_sub(usize::from(greeted.is_some())), start);
    let (range_end, signoff) = match signed {
        Some(range) => (range.start, Some(range)),
        None => (last_prose(lines, first).map_or(end.max(start), |index| lines[index].range.end), None),
    };
    Body { greeting, range: start..range_end.max(start), signoff }
}

/// How surely a line greets; of two that greet alike the later one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Greets {
    /// "Attn: Ms Roth" stands in an address, and greets only where nothing else does.
    Attention,
    /// No mark ends it, and more of an address follows.
    Barely,
    /// "Dear hiring team".
    Bare,
    /// "Dear hiring team,".
    Marked,
}

/// Index of the greeting's line and its length in bytes.
fn greeting(lines: &[Line<'_>]) -> Option<(usize, usize)> {
    let mut best: Option<(Greets, usize, usize)> = None;
    let mut has_prose_above = false;
    let mut is_past_prose = false;
    for (index, line) in lines.iter().enumerate() {
        has_prose_above &= !line.is_first;
        let candidate = candidate(lines, index).filter(|_| !has_prose_above);
        let is_prose = !is_head(line);
        if let Some((greets, len)) = candidate {
            let is_late = is_past_prose && !(greets == Greets::Marked && len == line.text.len());
            if !is_late && best.is_none_or(|(known, ..)| known <= greets) {
                best = Some((greets, index, len));
            }
            if is_past_prose || len < line.text.len() {
                break;
            }
            continue;
        }
        has_prose_above |= is_prose;
        is_past_prose |= is_prose && best.is_some();
        if is_past_prose && best.is_some_and(|(greets, ..)| greets > Greets::Barely) {
            break;
        }
    }
    best.map(|(_, index, len)| (index, len))
}

fn candidate(lines: &[Line<'_>], index: usize) -> Option<(Greets, usize)> {
    let line = &lines[index];
    if !matches!(line.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Table) {
        return None;
    }
    let len = greeting_len(line.text)?;
    let next = lines.get(index + 1);
    if len == line.text.len() && next.is_none() {
        return None;
    }
    let is_marked = len < line.text.len() || line.text.ends_with([',', ':', ';', '!', '-', '—', '–']);
    let goes_on = next.filter(|next| next.block == line.block && is_head(next) && lines::signoff(next.text).is_none());
    let greets = match goes_on {
        _ if is_attention(line.text) => Greets::Attention,
        _ if is_marked => Greets::Marked,
        Some(next) if is_company_like(line.text) && next.text.contains(|c: char| c.is_ascii_digit()) => {
            return None;
        }
        Some(_) => Greets::Barely,
        None => Greets::Bare,
    };
    Some((greets, len))
}

/// Whether `line` may stand above a greeting.
fn is_head(line: &Line<'_>) -> bool {
    line.kind == BlockKind::Heading
        || line.kind == BlockKind::Table
        || date::is_date(line.text)
        || lines::is_subject(line.text)
        || lines::is_contact(line.text)
        || (lines::is_short(line.text) && line.kind == BlockKind::Paragraph)
}

/// Index of the first line that is prose, in a letter without a greeting.
fn first_prose(lines: &[Line<'_>]) -> usize {
    let mut first = 0;
    while first < lines.len() {
        let block = lines[first].block;
        let end = first + lines[first..].iter().take_while(|line| line.block == block).count();
        if !lines[first..end].iter().all(is_head) {
            return first;
        }
        first = end;
    }
    // All of it looks like a head: a letter of short lines is still a letter.
    0
}

/// Range of the sign-off behind line `first`.
fn signoff(lines: &[Line<'_>], first: usize, body_start: usize) -> Option<Range<usize>> {
    let candidates = || lines.iter().enumerate().skip(first).rev().filter(|(_, line)| line.range.end > body_start);
    let by_word = candidates().find_map(|(index, line)| {
        let is_free = line.is_first || ends_paragraph(lines[index - 1].text) || is_last_of_block(lines, index);
        let starts_in_body = line.range.start >= body_start;
        let len = lines::signoff(line.text).filter(|_| is_free && starts_in_body)?;
        Some(line.range.start..line.range.start + len)
    });
    let by_wish = || {
        candidates().take(4).find_map(|(index, line)| {
            let next = lines.get(index + 1)?;
            let signs = lines::is_wish(line.text) && lines::is_name(next.text) && index > first;
            (signs && line.range.start >= body_start).then_some(line.range.clone())
        })
    };
    let by_dashes = || {
        candidates().take(3).find_map(|(_, line)| {
            let signs = line.text.starts_with("--") && lines::is_name(line.text) && line.range.start >= body_start;
            signs.then_some(line.range.start..line.range.start)
        })
    };
    let by_glue = || {
        candidates().find_map(|(_, line)| {
            let at = lines::glued_signoff(line.text)?;
            let len = line.text[at..].find([',', ' ']).unwrap_or(line.text.len() - at);
            let start = line.range.start + at;
            (start > body_start).then_some(start..start + len)
        })
    };
    by_word.or_else(by_wish).or_else(by_dashes).or_else(by_glue)
}

fn ends_paragraph(text: &str) -> bool {
    lines::ends_sentence(text) || text.ends_with(':')
}

fn is_last_of_block(lines: &[Line<'_>], index: usize) -> bool {
    lines.get(index + 1).is_none_or(|next| next.block != lines[index].block || lines::is_name(next.text))
}

/// Index of the last line that is prose, in a letter without a sign-off.
fn last_prose(lines: &[Line<'_>], first: usize) -> Option<usize> {
    let is_tail = |line: &Line<'_>| {
        line.kind != BlockKind::Heading && (lines::is_contact(line.text) || is_lone_name(line))
            || line.text.starts_with("-- ")
    };
    let postscript = lines.iter().skip(first).position(|line| lines::is_postscript(line.text)).map(|at| first + at);
    let end = postscript.unwrap_or(lines.len());
    let mut last = end;
    while last > first && is_tail(&lines[last - 1]) {
        last -= 1;
    }
    let index = if last == first { end } else { last };
    index.checked_sub(1).filter(|&index| index >= first)
}

fn is_lone_name(line: &Line<'_>) -> bool {
    !matches!(line.kind, BlockKind::Item(_))
        && lines::is_name(line.text)
        && line.text.split(' ').nth(4).is_none()
        && !lines::ends_sentence(line.text)
}

struct Namer<'a> {
    prose: &'a Prose,
    blocks: &'a [Block],
    body: &'a Body,
    parts: Vec<Part>,
}

impl Namer<'_> {
    fn name(&mut self, lines: &[Line<'_>]) {
        let head_end = self.body.greeting.as_ref().map_or(self.body.range.start, |greeting| greeting.start);
        for line in lines.iter().take_while(|line| line.range.start < head_end) {
            self.push(head_kind(line), line.range.clone());
        }
        if let Some(greeting) = self.body.greeting.clone() {
            self.push(PartKind::Greeting, greeting);
        }
        self.name_body();
        self.name_tail(lines);
    }

    fn name_body(&mut self) {
        let body = self.body.range.clone();
        let inside: Vec<(BlockKind, Range<usize>)> = self
            .blocks
            .iter()
            .map(|block| (block.kind, clip(self.prose, &block.text, &body)))
            .filter(|(kind, range)| !range.is_empty() && *kind != BlockKind::Rule)
            .collect();
        for (index, (kind, range)) in inside.iter().enumerate() {
            let text = &self.prose.text()[range.clone()];
            let next = inside.get(index + 1).map(|(kind, _)| *kind);
            let kind = match kind {
                BlockKind::Heading if lines::is_subject(text) => PartKind::Subject,
                BlockKind::Heading => PartKind::Heading,
                BlockKind::Item(list) => PartKind::Bullet { list: *list },
                BlockKind::Quote => PartKind::Quote,
                BlockKind::Table | BlockKind::Rule => PartKind::Table,
                BlockKind::Paragraph if index == 0 && lines::is_subject(text) && lines::is_short(text) => {
                    PartKind::Subject
                }
                BlockKind::Paragraph if is_pseudo_heading(text) && next == Some(BlockKind::Paragraph) => {
                    PartKind::Heading
                }
                BlockKind::Paragraph => PartKind::Paragraph,
            };
            self.push(kind, range.clone());
        }
    }

    fn name_tail(&mut self, lines: &[Line<'_>]) {
        let body_end = self.body.range.end;
        let signed_to = self.body.signoff.as_ref().map(|signoff| signoff.end);
        if let Some(signoff) = self.body.signoff.clone().filter(|signoff| !signoff.is_empty()) {
            self.push(PartKind::Signoff, signoff);
        }
        let mut kind = PartKind::Signature;
        let mut signature_lines = 0;
        let mut last_block = None;
        for line in lines.iter().filter(|line| line.range.end > signed_to.unwrap_or(body_end).max(body_end)) {
            let range = line.range.start.max(signed_to.unwrap_or(body_end))..line.range.end;
            let text = self.prose.text()[range.clone()].trim_start();
            let range = range.end - text.len()..range.end;
            let is_new_block = last_block != Some(line.block);
            let behind_rule = last_block.is_some_and(|before: usize| {
                self.blocks[before..line.block].iter().any(|block| block.kind == BlockKind::Rule)
            });
            last_block = Some(line.block);
            if lines::is_postscript(text) {
                kind = PartKind::Postscript;
            } else if lines::is_enclosure(text) {
                kind = PartKind::Enclosure;
            } else if kind == PartKind::Signature {
                signature_lines += 1;
                let is_prose = text.split(' ').nth(12).is_some()
                    || (lines::ends_sentence(text) && text.split(' ').nth(4).is_some());
                if behind_rule || signature_lines > 10 || is_prose {
                    kind = PartKind::Note;
                }
            } else if is_new_block && kind != PartKind::Note {
                kind = PartKind::Note;
            }
            if !range.is_empty() {
                self.push(kind, range);
            }
        }
    }

    /// Adds a part; lines of one kind that follow each other within a tail or head stay lines of their own.
    fn push(&mut self, kind: PartKind, text: Range<usize>) {
        let span = self.prose.span(text.clone());
        self.parts.push(Part { kind, text, span });
    }
}

fn head_kind(line: &Line<'_>) -> PartKind {
    match () {
        () if lines::is_subject(line.text) => PartKind::Subject,
        () if date::is_date(line.text) => PartKind::Date,
        () if line.kind == BlockKind::Heading || line.kind == BlockKind::Table => PartKind::Header,
        () if lines::is_contact(line.text) => PartKind::Header,
        () if matches!(line.kind, BlockKind::Paragraph) && lines::is_short(line.text) => PartKind::Header,
        () => PartKind::Note,
    }
}

/// The bytes of `block` that lie in `body`, blanks trimmed.
fn clip(prose: &Prose, block: &Range<usize>, body: &Range<usize>) -> Range<usize> {
    let start = block.start.max(body.start);
    let end = block.end.min(body.end);
    if start >= end {
        return start..start;
    }
    let text = &prose.text()[start..end];
    let trimmed = text.trim();
    let lead = text.len() - text.trim_start().len();
    start + lead..start + lead + trimmed.len()
}

/// "Why this team:" in a paragraph of its own.
fn is_pseudo_heading(text: &str) -> bool {
    let is_slot = text.starts_with(['[', '<', '{']);
    text.split(' ').nth(6).is_none()
        && (text.ends_with(':') || !lines::ends_sentence(text))
        && !text.contains(HOLE)
        && !is_slot
}
