//! The lines of a letter's blocks, as the writer ended them.

use super::HOLE;
use super::block::{Block, BlockKind};
use super::prose::Prose;
use super::wrapped::{self, Row};
use std::ops::Range;

/// Bytes that curly quotes and emphasis add to a line at most; a line with a link has more.
const MARKUP: usize = 20;

/// One line of a block; what an editor wrapped is one line.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
    pub(super) block: usize,
    pub(super) kind: BlockKind,
    pub(super) is_first: bool,
}

/// Returns the lines of `blocks`, in order.
pub(super) fn lines<'a>(prose: &'a Prose, blocks: &[Block]) -> Vec<Line<'a>> {
    unwrapped(prose, cut(prose, blocks))
}

fn cut<'a>(prose: &'a Prose, blocks: &[Block]) -> Vec<Line<'a>> {
    let mut out = Vec::with_capacity(blocks.len() + prose.breaks().len());
    for (index, block) in blocks.iter().enumerate() {
        let from = prose.breaks().partition_point(|&at| at <= block.text.start);
        let inner = prose.breaks()[from..].iter().copied().take_while(|&at| at < block.text.end);
        let mut start = block.text.start;
        for end in inner.chain([block.text.end]) {
            let text = prose.text()[start..end].trim_end();
            if !text.is_empty() {
                let range = start..start + text.len();
                out.push(Line { text, range, block: index, kind: block.kind, is_first: start == block.text.start });
            }
            start = end;
        }
    }
    out
}

/// Joins the lines that an editor broke at a column.
fn unwrapped<'a>(prose: &'a Prose, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    if lines.windows(2).all(|pair| pair[0].block != pair[1].block) {
        return lines;
    }
    let mut out: Vec<Line<'a>> = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(first) = lines.next() {
        let (block, kind) = (first.block, first.kind);
        let mut group = vec![first];
        while let Some(next) = lines.next_if(|next| next.block == block) {
            group.push(next);
        }
        let rows: Vec<Row<'_>> =
            group.iter().map(|line| Row { text: line.text, columns: columns(prose, line) }).collect();
        let runs_on = if kind == BlockKind::Table {
            Vec::new()
        } else {
            wrapped::runs_on(&rows, matches!(kind, BlockKind::Item(_)))
        };
        for (index, line) in group.into_iter().enumerate() {
            let goes_on = index.checked_sub(1).and_then(|before| runs_on.get(before)).is_some_and(|runs_on| *runs_on);
            match out.last_mut() {
                Some(last) if goes_on => {
                    last.range.end = line.range.end;
                    last.text = &prose.text()[last.range.clone()];
                }
                _ => out.push(line),
            }
        }
    }
    out
}

/// Columns of `line` as it was typed: an address folded to one mark takes its room.
fn columns(prose: &Prose, line: &Line<'_>) -> usize {
    let own = wrapped::columns(line.text);
    let typed = prose.span(line.range.clone()).range().len();
    let hidden = typed.saturating_sub(line.text.len());
    if line.text.contains(HOLE) || hidden > MARKUP { own + hidden } else { own }
}
