//! Looks for passages that share most of their words, without comparing all with all.
//!
//! Words are put in one order, rare ones first. Of two sets that share so much, one of the first words of each is in the
//! other; and where the first such word stands late, too few are left behind it. So a passage is looked up by its first
//! words, each with its place, and few of what that leads to must be compared (Xiao et al., "Efficient similarity joins
//! for near duplicate detection", 2008).

use std::collections::HashMap;

/// Percent of pairs of words that passages share which are alike: they are in the same order too.
const IN_ORDER: usize = 50;

/// Words of the shortest paragraph that is minded.
const FEWEST_WORDS: usize = 6;

/// Most passages that one word leads to: of more that are alike the first ones stand for all.
const MOST_PLACES: usize = 64;

/// Counters of words, which only order them.
const COUNTERS: usize = 1 << 20;

/// A paragraph: its letter, and its index there.
pub(super) type Place = (usize, usize);

/// A passage as it is looked at.
pub(super) struct Passed<'a> {
    pub(super) place: Place,
    /// Whether it may stand in other letters.
    pub(super) is_free: bool,
    pub(super) words: &'a [u32],
}

/// What a passage is compared by.
struct Set<'a> {
    passed: Passed<'a>,
    /// Its different words, rare ones first.
    words: Vec<u32>,
}

/// A passage that a word leads to, and where in it the word stands.
#[derive(Clone, Copy)]
struct Entry {
    passage: u32,
    at: u32,
}

/// How rare words are: what is counted is a hash of them, which is enough for an order.
struct Counts(Vec<u16>);

impl Counts {
    fn add(&mut self, words: &[u32]) {
        for word in words {
            let count = &mut self.0[*word as usize % COUNTERS];
            *count = count.saturating_add(1);
        }
    }

    fn rank(&self, word: u32) -> (u16, u32) {
        (self.0[word as usize % COUNTERS], word)
    }
}

/// Returns for each of `passages` the first one of another letter, among those before it, that shares `percent` of the
/// words that either has.
///
/// Letters of which `is_version` says that they are one are not held against each other.
pub(super) fn pairs<'a>(
    passages: impl Iterator<Item = Passed<'a>>,
    percent: usize,
    is_version: impl Fn(usize, usize) -> bool,
) -> Vec<(Place, Place)> {
    let mut counts = Counts(vec![0; COUNTERS]);
    let mut sets: Vec<Set<'a>> = Vec::new();
    for passed in passages.filter(|passed| passed.words.len() >= FEWEST_WORDS) {
        let words = sorted(passed.words.to_vec());
        counts.add(&words);
        sets.push(Set { passed, words });
    }
    for set in &mut sets {
        set.words.sort_unstable_by_key(|word| counts.rank(*word));
    }
    let mut starts: HashMap<u32, Vec<Entry>> = HashMap::new();
    // How many of the first words each passage shares with the current one; `DEAD` where too few can follow.
    let mut shared: Vec<u8> = vec![0; sets.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut found = Vec::new();
    for (current, set) in sets.iter().enumerate() {
        let len = set.words.len();
        let first = len - (len * percent).div_ceil(100) + 1;
        for (at, word) in set.words[..first].iter().enumerate() {
            for entry in starts.get(word).into_iter().flatten() {
                let count = &mut shared[entry.passage as usize];
                if *count == 0 {
                    touched.push(entry.passage);
                }
                let other = sets[entry.passage as usize].words.len();
                let rest = (len - at).min(other - entry.at as usize);
                if *count != DEAD {
                    let is_enough = usize::from(*count) + rest >= least(len, other, percent);
                    *count = if is_enough { (*count + 1).min(DEAD - 1) } else { DEAD };
                }
            }
        }
        touched.sort_unstable();
        let alike = touched.iter().filter(|&&other| shared[other as usize] != DEAD).map(|&other| &sets[other as usize]);
        let alike = alike.into_iter().find(|other| {
            set.is_like(other, percent, &counts) && !is_version(set.passed.place.0, other.passed.place.0)
        });
        found.extend(alike.map(|other| (set.passed.place, other.passed.place)));
        let is_copy = alike.is_some_and(|other| other.passed.words == set.passed.words);
        touched.drain(..).for_each(|other| shared[other as usize] = 0);
        // The first of several that are the same stands for all of them.
        if is_copy || set.passed.is_free {
            continue;
        }
        let passage = u32::try_from(current).unwrap_or(u32::MAX);
        for (at, word) in (0..).zip(&set.words[..first]) {
            let entries = starts.entry(*word).or_default();
            if entries.len() < MOST_PLACES {
                entries.push(Entry { passage, at });
            }
        }
    }
    found
}

/// Marks a passage that shares too little.
const DEAD: u8 = u8::MAX;

/// Fewest words that two sets of these sizes share where they share `percent` of all that either has.
fn least(one: usize, other: usize, percent: usize) -> usize {
    ((one + other) * percent).div_ceil(100 + percent)
}

impl Set<'_> {
    fn is_like(&self, other: &Set<'_>, percent: usize, counts: &Counts) -> bool {
        self.passed.place.0 != other.passed.place.0
            && share(&self.words, &other.words, percent, |word| counts.rank(*word))
            && share(&in_pairs(self.passed.words), &in_pairs(other.passed.words), IN_ORDER, |pair| *pair)
    }
}

/// Returns `all` in order, each once.
pub(super) fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort_unstable();
    all.dedup();
    all
}

fn in_pairs(words: &[u32]) -> Vec<u64> {
    sorted(words.windows(2).map(|pair| (u64::from(pair[0]) << 32) | u64::from(pair[1])).collect())
}

/// Whether two lists, ordered by `rank`, share `percent` of what either has.
fn share<T, R: Ord>(one: &[T], other: &[T], percent: usize, rank: impl Fn(&T) -> R) -> bool {
    let least = least(one.len(), other.len(), percent);
    let (mut left, mut right, mut shared) = (0, 0, 0);
    while left < one.len() && right < other.len() {
        // Too few are left.
        if shared + (one.len() - left).min(other.len() - right) < least {
            return false;
        }
        match rank(&one[left]).cmp(&rank(&other[right])) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => (left, right, shared) = (left + 1, right + 1, shared + 1),
        }
    }
    shared >= least
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same pairs, each passage compared with all before it.
    fn defined(passages: &[Vec<u32>], percent: usize) -> Vec<usize> {
        let percent_of = |one: &[u32], other: &[u32]| {
            let (one, other) = (sorted(one.to_vec()), sorted(other.to_vec()));
            let both = one.iter().filter(|word| other.contains(word)).count();
            both * 100 >= (one.len() + other.len() - both) * percent
        };
        let pairs = |words: &[u32]| in_pairs(words);
        let is_like = |one: &Vec<u32>, other: &Vec<u32>| {
            let (first, second) = (pairs(one), pairs(other));
            let both = first.iter().filter(|pair| second.contains(pair)).count();
            percent_of(one, other) && both * 100 >= (first.len() + second.len() - both) * IN_ORDER
        };
        let long = |words: &Vec<u32>| words.len() >= FEWEST_WORDS;
        let has_like = |&index: &usize| {
            long(&passages[index])
                && passages[..index].iter().any(|other| long(other) && is_like(&passages[index], other))
        };
        (0..passages.len()).filter(has_like).collect()
    }

    proptest! {
        #[test]
        fn what_is_looked_up_is_what_all_with_all_would_give(
            passages in prop::collection::vec(prop::collection::vec(0..24_u32, 0..16), 0..20),
            percent in 60..=90_usize,
        ) {
            let passed = passages.iter().enumerate();
            let passed = passed.map(|(letter, words)| Passed { place: (letter, 0), is_free: false, words });
            let found: Vec<usize> = pairs(passed, percent, |_, _| false).into_iter().map(|((letter, _), _)| letter).collect();
            prop_assert_eq!(found, defined(&passages, percent));
        }
    }
}
