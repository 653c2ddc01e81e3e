//! Matches findings across edits of a letter: by their words and the words around them, never by line.

use crate::diagnostic::Diagnostic;
use crate::rule::fold;
use crate::source::Source;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, VecDeque};

/// Number of words kept of a finding; a longer one is matched by its beginning.
const MOST_WORDS: usize = 8;

/// Number of context words on each side.
const CONTEXT: usize = 3;

/// What identifies a finding; all text is folded.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Key {
    /// Id of the rule.
    pub(super) rule: String,
    /// The first words of the finding; empty if it is about the whole letter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) text: String,
    /// The words before it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) before: String,
    /// The words after it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) after: String,
}

impl Key {
    /// Returns the key of `diagnostic`.
    pub(super) fn of(diagnostic: &Diagnostic, source: &Source) -> Self {
        let rule = diagnostic.rule.clone();
        let span = diagnostic.span;
        let text = source.slice(span);
        if source.is_sweeping(span) {
            // Any edit would change these words, and there is only one whole letter.
            return Key { rule, text: String::new(), before: String::new(), after: String::new() };
        }
        let before = source.text()[..span.start].split_whitespace().rev().take(CONTEXT);
        let mut before: Vec<&str> = before.collect();
        before.reverse();
        let after = source.text()[span.end..].split_whitespace().take(CONTEXT);
        Key {
            rule,
            text: fold(&text.split_whitespace().take(MOST_WORDS).collect::<Vec<_>>().join(" ")),
            before: fold(&before.join(" ")),
            after: fold(&after.collect::<Vec<_>>().join(" ")),
        }
    }
}

/// Indices by a key's rule, its words, and the words on one side.
type Side<'a> = HashMap<[&'a str; 3], VecDeque<usize>>;

/// Accepted findings that no finding in the letter has matched yet.
///
/// They are indexed by their words: a baseline may accept the same words a hundred thousand times.
#[derive(Debug)]
pub(super) struct Open<'a> {
    is_left: Vec<bool>,
    same: HashMap<&'a Key, VecDeque<usize>>,
    by_before: Side<'a>,
    by_after: Side<'a>,
}

impl<'a> Open<'a> {
    /// Returns `accepted`, all of them unmatched.
    pub(super) fn of(accepted: &'a [Key]) -> Self {
        let mut open = Open {
            is_left: vec![true; accepted.len()],
            same: HashMap::new(),
            by_before: HashMap::new(),
            by_after: HashMap::new(),
        };
        for (index, key) in accepted.iter().enumerate() {
            open.same.entry(key).or_default().push_back(index);
            open.by_before.entry([&key.rule, &key.text, &key.before]).or_default().push_back(index);
            open.by_after.entry([&key.rule, &key.text, &key.after]).or_default().push_back(index);
        }
        open
    }

    /// Removes the first with the same words and the same words on both sides, and returns whether there was one.
    pub(super) fn take_same(&mut self, key: &Key) -> bool {
        let index = self.same.get_mut(key).and_then(VecDeque::pop_front);
        index.is_some_and(|index| std::mem::replace(&mut self.is_left[index], false))
    }

    /// Removes the first with the same words and the same words on one side, so that a finding still matches after an
    /// edit next to it, and returns whether there was one.
    pub(super) fn take_like(&mut self, key: &'a Key) -> bool {
        let first = |side: &mut Side<'a>, context: &'a str| {
            let queue = side.get_mut(&[key.rule.as_str(), key.text.as_str(), context])?;
            while queue.front().is_some_and(|&index| !self.is_left[index]) {
                queue.pop_front();
            }
            queue.front().copied()
        };
        let before = first(&mut self.by_before, &key.before);
        let after = first(&mut self.by_after, &key.after);
        let index = before.into_iter().chain(after).min();
        index.is_some_and(|index| std::mem::replace(&mut self.is_left[index], false))
    }

    /// Returns how many are still unmatched.
    pub(super) fn count(&self) -> usize {
        self.is_left.iter().filter(|is_left| **is_left).count()
    }
}
