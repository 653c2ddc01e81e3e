//! What two letters share, paragraph by paragraph.

use super::index::sorted;
use super::{Kept, Passage};
use crate::application::name::Name;
use crate::letter::Letter;

/// Paragraphs of a letter that are compared with all of another one.
const MOST_PARAGRAPHS: usize = 400;

/// A paragraph of one letter and the one of another that it shares most with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Index of the paragraph in the one letter.
    pub one: usize,
    /// Index of the paragraph in the other.
    pub other: usize,
    /// Percent of words that both have of those that either has.
    pub percent: usize,
}

/// Returns which paragraphs of `one` and `other` share at least `percent` of their words, each once, those that share most
/// first; companies put aside.
pub fn shared_paragraphs(
    (one, company): (&Letter, Option<&Name>),
    (other, other_company): (&Letter, Option<&Name>),
    percent: usize,
) -> Vec<Shared> {
    let sets = |letter: &Letter, company: Option<&Name>| -> Vec<Vec<u32>> {
        let kept = Kept::of("", letter, company, None);
        kept.paragraphs.iter().take(MOST_PARAGRAPHS).map(|passage: &Passage| sorted(passage.words.to_vec())).collect()
    };
    let (ours, theirs) = (sets(one, company), sets(other, other_company));
    let mut all: Vec<Shared> = Vec::new();
    for (one, own) in ours.iter().enumerate() {
        for (other, their) in theirs.iter().enumerate() {
            let (short, long) = if own.len() < their.len() { (own, their) } else { (their, own) };
            let both = short.iter().filter(|word| long.binary_search(word).is_ok()).count();
            let either = own.len() + their.len() - both;
            all.push(Shared { one, other, percent: (both * 100).checked_div(either).unwrap_or(0) });
        }
    }
    all.sort_by_key(|pair| (usize::MAX - pair.percent, pair.one, pair.other));
    let (mut paired, mut other_paired) = (vec![false; ours.len()], vec![false; theirs.len()]);
    all.retain(|pair| {
        let is_first = pair.percent >= percent && !paired[pair.one] && !other_paired[pair.other];
        paired[pair.one] |= is_first;
        other_paired[pair.other] |= is_first;
        is_first
    });
    all
}
