//! Blocks: what a text format knows of a letter before anyone asks what the parts mean.

use super::greeting::greeting;
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
/// Front matter stands between a first line `---` and a later `---` or `...`, or `+++` and `+++`. A line that draws a
/// rule and prose behind it is none: the first line inside must look like a key or a table of TOML, or all lines like
/// data.
pub(super) fn front_matter(text: &str) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    let fence = first.trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let mut end = first.len();
    let mut opening = None;
    let mut is_data = true;
    for line in lines {
        end += line.len();
        let content = line.trim_end();
        if content == fence || fence == "---" && content == "..." {
            return opening.is_some().then_some(end);
        }
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        is_data &= may_be_data(content, opening.is_none());
        let is_open = *opening.get_or_insert_with(|| opens_data(content, fence == "+++"));
        if !is_open && !is_data {
            return None;
        }
    }
    None
}

/// Whether `line` opens with a key of one word, or names a table of TOML.
fn opens_data(line: &str, is_toml: bool) -> bool {
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\''))
    };
    let table = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let key = line.split_once([':', '=']).map(|(key, _)| key);
    key.is_some_and(|key| is_name(key.trim()))
        || is_toml && table.is_some_and(|(name, _)| is_name(name.trim_matches(['[', ' '])))
}

/// Whether `line` may be one of YAML whose keys have blanks in them: "Date applied: 2026-11-20".
fn may_be_data(line: &str, is_first: bool) -> bool {
    let key = line.split_once(':').filter(|(_, value)| value.is_empty() || value.starts_with(' ')).map(|(key, _)| key);
    let is_key = |key: &str| {
        key.split(' ').nth(4).is_none() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-'))
    };
    !is_first && line.starts_with([' ', '\t', '-']) || key.is_some_and(is_key) && greeting(line).is_none()
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
    fn front_matter_may_open_with_a_table_or_a_key_of_several_words_and_end_with_dots() {
        for text in [
            "+++\n[job]\ncompany = \"A\"\n+++\n",
            "+++\n# mine\n[[ tags ]]\nname = 1\n+++\n",
            "+++\njob.company = \"A\"\n+++\n",
            "---\nDate applied: 2026-11-20\ntags:\n- a\n  - b\n---\n",
            "---\ntitle: x\n...\n",
        ] {
            assert_eq!(front_matter(text), Some(text.len()), "{text}");
        }
    }

    #[test]
    fn a_rule_and_prose_are_no_front_matter() {
        assert_eq!(front_matter("---\nDear Ana,\n\nHello\n---\n"), None);
        assert_eq!(front_matter("---\ntitle: x\n"), None);
        assert_eq!(front_matter("---\nDear Ana: I own a queue.\n---\n"), None);
        assert_eq!(front_matter("---\nThree years: I own a queue.\nIt is calm.\n---\n"), None);
    }
}
