//! Finds the line and the paragraph that a comment applies to.

use super::directive::Directive;
use crate::source::Source;
use std::collections::HashSet;

/// For each line, the text lines that follow; computed once, from the last line to the first.
#[derive(Debug)]
pub(super) struct Lines {
    /// The first line from here on with more than whitespace and suppression comments; 0 if there is none.
    next: Vec<usize>,
    /// The last line before the next blank one.
    last: Vec<usize>,
}

impl Lines {
    /// Returns the lines of a letter whose suppression comments are `all`.
    pub(super) fn of(all: &[Directive], source: &Source) -> Self {
        let count = source.line_count();
        let is_alone = |one: &Directive| {
            let line = source.position(one.comment.start).line;
            (source.slice(source.line(line)).trim() == source.slice(one.comment)).then_some(line)
        };
        let alone: HashSet<usize> = all.iter().filter_map(is_alone).collect();
        let mut lines = Lines { next: vec![0; count + 2], last: vec![0; count + 2] };
        for line in (1..=count).rev() {
            let is_blank = source.slice(source.line(line)).trim().is_empty();
            lines.next[line] = if is_blank || alone.contains(&line) { lines.next[line + 1] } else { line };
            lines.last[line] = match lines.last[line + 1] {
                _ if is_blank => 0,
                0 => line,
                last => last,
            };
        }
        lines
    }

    /// Returns the first line after that of byte `at` with more than whitespace and suppression comments.
    pub(super) fn after(&self, source: &Source, at: usize) -> Option<usize> {
        self.next.get(source.position(at).line + 1).copied().filter(|&line| line > 0)
    }

    /// Returns the last line of the paragraph that `line` is in.
    pub(super) fn last_of_paragraph(&self, line: usize) -> usize {
        self.last[line].max(line)
    }
}
