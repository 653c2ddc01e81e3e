//! Tells at one glance that a word is on no list: a Bloom filter whose bits of a word lie in one group of eight bytes.
//!
//! Nearly all words of a letter are spelt well; each costs one hash and one read instead of a search.

/// Bytes that are looked at for a word.
const GROUP: usize = 8;

/// Bits for each word of the list. Twelve let one other word in a hundred through; fewer bits make fewer pages to be
/// read, and more words that must be searched for, each in a page of its own.
const BITS_A_WORD: usize = 12;

/// Fewest letters of a word that can be told.
pub(crate) const FEWEST_LETTERS: usize = 4;

/// Returns the filter of `words`, each of at least [`FEWEST_LETTERS`].
#[allow(dead_code, reason = "the build script writes filters, the program reads them")]
pub(crate) fn encode<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Vec<u8> {
    let mut groups = vec![0_u64; (words.len() * BITS_A_WORD).div_ceil(GROUP * 8)];
    for word in words {
        let hash = hash(word.as_bytes());
        let group = group(hash, groups.len());
        groups[group] |= bits(hash);
    }
    groups.into_iter().flat_map(u64::to_le_bytes).collect()
}

/// Whether `word` may be one of those that `filter` was made of; shorter ones than [`FEWEST_LETTERS`] are not.
#[inline]
pub(crate) fn may_hold(filter: &[u8], word: &[u8]) -> bool {
    let (groups, _) = filter.as_chunks::<GROUP>();
    if word.len() < FEWEST_LETTERS || groups.is_empty() {
        return false;
    }
    let hash = hash(word);
    let bits = bits(hash);
    u64::from_le_bytes(groups[group(hash, groups.len())]) & bits == bits
}

/// The hash of the ends of `word`, eight letters each at most: a word of more than sixteen is rare, and only searched.
#[inline]
fn hash(word: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let (first, last) = if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
    } else {
        let half = |chunk: Option<&[u8; 4]>| chunk.map_or(0, |chunk| u64::from(u32::from_le_bytes(*chunk)));
        (half(word.first_chunk()), half(word.last_chunk()))
    };
    let mixed = (first ^ last.rotate_left(29)).wrapping_add(word.len() as u64).wrapping_mul(ODD);
    (mixed ^ (mixed >> 32)).wrapping_mul(ODD)
}

/// The group that a word of this hash has its bits in, by the upper half of the hash.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "a share of `groups` is less than `groups`")]
fn group(hash: u64, groups: usize) -> usize {
    (((hash >> 32) * groups as u64) >> 32) as usize
}

/// The five bits of a word of this hash, by its lower half.
#[inline]
fn bits(hash: u64) -> u64 {
    (0..5).fold(0, |bits, part| bits | 1 << (hash >> (part * 6) & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_the_list_is_passed_over_and_few_others_are_let_through() {
        let words: Vec<String> = (0..10_000).map(|n| format!("w{n:x}ord")).collect();
        let filter = encode(words.iter().map(String::as_str));

        assert!(words.iter().all(|word| may_hold(&filter, word.as_bytes())));
        let others = (0..10_000).filter(|n| may_hold(&filter, format!("o{n:x}ther").as_bytes()));
        assert!(others.count() < 200);
    }

    #[test]
    fn short_words_and_those_of_no_list_are_not_held() {
        assert!(!may_hold(&encode(["worde"].into_iter()), b"wor"));
        assert!(!may_hold(&encode([].into_iter()), b"worde"));
    }
}
