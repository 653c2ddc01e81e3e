//! Blocks: what a text format knows of a letter before anyone asks what the parts mean.

use crate::span::Span;
use std::ops::Range;

/// What the markup, or the shape of the lines, says a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    Paragraph,
    Heading,
    /// An item of the list with this number.
    Item(usize),
    Quote,
    Table,
    /// A line drawn across; its text is empty.
    Rule,
}

/// One block and its folded text.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) kind: BlockKind,
    pub(super) text: Range<usize>,
}

/// What reading a text format yields.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    pub(super) front_matter: Option<Span>,
}

/// Returns the bytes of the front matter that opens `text`, its fences included.
///
/// Front matter stands between a first line `---` and a later `---`, or `+++` and `+++`. A line that draws a rule
/// and prose behind it is none: the first line inside must look like a key.
pub(super) fn front_matter(text: &str) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    let fence = first.trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let mut end = first.len();
    let mut has_key = false;
    for line in lines {
        end += line.len();
        let content = line.trim_end();
        if content == fence {
            return has_key.then_some(end);
        }
        if !has_key && !content.is_empty() && !content.starts_with('#') {
            let key = content.split([':', '=']).next().unwrap_or("");
            let is_key = key.len() < content.len()
                && !key.is_empty()
                && key.trim().chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '\''));
            if !is_key {
                return None;
            }
            has_key = true;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_stands_between_two_fences_and_has_keys() {
        assert_eq!(front_matter("---\ntitle: x\n---\nDear"), Some(17));
        assert_eq!(front_matter("+++\ntitle = 1\n+++\n"), Some(18));
    }

    #[test]
    fn a_rule_and_prose_are_no_front_matter() {
        assert_eq!(front_matter("---\nDear Ana,\n\nHello\n---\n"), None);
        assert_eq!(front_matter("---\ntitle: x\n"), None);
    }
}
