//! What a line starts with.

use crate::words::List;

/// Words of the longest entry that a line is looked up by.
const MOST_WORDS: usize = 4;

/// Returns the bytes of the longest entry of `list` that `lower`, which is in lower case, starts with as whole words.
pub(super) fn opening_of(lower: &str, list: List) -> Option<usize> {
    let is_inside = |next: char| next.is_alphanumeric() || matches!(next, '-' | '\'');
    let mut ends = Vec::with_capacity(MOST_WORDS);
    let mut at = 0;
    while ends.len() < MOST_WORDS && at < lower.len() {
        let Some(step) = lower[at..].find(is_inside) else { break };
        at += step;
        at += lower[at..].find(|next| !is_inside(next)).unwrap_or(lower.len() - at);
        ends.push(at);
    }
    ends.into_iter().rev().find(|&end| list.holds(&lower[..end]))
}
