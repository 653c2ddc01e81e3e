//! A sorted word list in one piece of bytes, searched as it lies.
//!
//! A [`filter`] stands before it and answers for nearly all words that are not on the list. Words are kept in blocks of
//! [`BLOCK`]; within a block a word is stored as what it does not share with the one before, and each answer as what it
//! does not share with its word. Nothing is built when the program starts.
//!
//! The first letters of each block stand together, so that a search reads few pages: those, and the block.

use super::filter;

/// Words in a block.
const BLOCK: usize = 16;

/// Returns the bytes of a table of `entries`, which must be sorted by word and hold each once; a word, its answers and
/// what they do not share take at most 255 bytes each.
#[allow(dead_code, reason = "the build script writes tables, the program reads them")]
pub(crate) fn encode(entries: &[(String, Vec<String>)]) -> Vec<u8> {
    let mut offsets: Vec<u32> = Vec::new();
    let mut data: Vec<u8> = Vec::new();
    let mut before = "";
    for (index, (word, answers)) in entries.iter().enumerate() {
        if index % BLOCK == 0 {
            offsets.push(u32::try_from(data.len()).expect("a word list is smaller than 4 GiB"));
            before = "";
        }
        push(&mut data, before, word);
        data.push(u8::try_from(answers.len()).expect("a word has few answers"));
        for answer in answers {
            push(&mut data, word, answer);
        }
        before = word;
    }
    let filter = filter::encode(entries.iter().map(|(word, _)| word.as_str()));
    let length = |length: usize| u32::try_from(length).expect("a word list is smaller than 4 GiB").to_le_bytes();
    let mut out = [length(filter.len()), length(offsets.len())].concat();
    out.extend(filter);
    out.extend(entries.chunks(BLOCK).flat_map(|block| key(block[0].0.as_bytes()).to_le_bytes()));
    out.extend(offsets.iter().flat_map(|offset| offset.to_le_bytes()));
    out.extend(data);
    out
}

#[allow(dead_code, reason = "the build script writes tables, the program reads them")]
fn push(data: &mut Vec<u8>, before: &str, word: &str) {
    let shared = before.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
    let rest = &word.as_bytes()[shared..];
    data.push(u8::try_from(shared).expect("words are short"));
    data.push(u8::try_from(rest.len()).expect("words are short"));
    data.extend(rest);
}

/// The first eight letters of `word` as a number that is ordered as the words are.
fn key(word: &[u8]) -> u64 {
    word.iter()
        .take(8)
        .zip([56, 48, 40, 32, 24, 16, 8, 0])
        .fold(0, |key, (&byte, shift)| key | u64::from(byte) << shift)
}

/// A table as [`encode`] wrote it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'a> {
    filter: &'a [u8],
    /// The [`key`] of each block's first word.
    keys: &'a [[u8; 8]],
    /// Where each block starts in `data`.
    offsets: &'a [[u8; 4]],
    data: &'a [u8],
}

impl<'a> Table<'a> {
    /// Wraps bytes that [`encode`] wrote.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let length = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize;
        let (filter, rest) = bytes[8..].split_at(length(0));
        let (keys, rest) = rest.split_at(length(4) * 8);
        let (offsets, data) = rest.split_at(length(4) * 4);
        Table { filter, keys: keys.as_chunks().0, offsets: offsets.as_chunks().0, data }
    }

    /// Returns the answers for `word`, where it is in the table.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<Vec<String>> {
        if filter::may_hold(self.filter, word.as_bytes()) { self.find(word.as_bytes()) } else { None }
    }

    fn find(&self, word: &[u8]) -> Option<Vec<String>> {
        let key = key(word);
        let mut blocks = self.keys.partition_point(|first| u64::from_le_bytes(*first) <= key);
        // Words that share their first eight letters may open several blocks.
        while blocks > 0 && self.first_word(blocks - 1) > word {
            blocks -= 1;
        }
        self.search(blocks.checked_sub(1)?, word)
    }

    /// The words of the table, in order.
    #[cfg(test)]
    pub(crate) fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        for block in 0..self.offsets.len() {
            let (mut at, mut word) = (self.start(block), Vec::new());
            let end = if block + 1 < self.offsets.len() { self.start(block + 1) } else { self.data.len() };
            while at < end {
                at = self.read(at, &mut word);
                words.push(String::from_utf8(word.clone()).unwrap());
                let answers = self.data[at];
                at += 1;
                for _ in 0..answers {
                    at += 2 + usize::from(self.data[at + 1]);
                }
            }
        }
        words
    }

    fn start(&self, block: usize) -> usize {
        u32::from_le_bytes(self.offsets[block]) as usize
    }

    fn first_word(&self, block: usize) -> &'a [u8] {
        let at = self.start(block);
        let len = usize::from(self.data[at + 1]);
        &self.data[at + 2..at + 2 + len]
    }

    fn search(&self, block: usize, wanted: &[u8]) -> Option<Vec<String>> {
        let mut at = self.start(block);
        let mut word: Vec<u8> = Vec::with_capacity(32);
        for _ in 0..BLOCK {
            if at >= self.data.len() {
                return None;
            }
            at = self.read(at, &mut word);
            let answers = self.data[at];
            at += 1;
            if word == wanted {
                return Some(self.answers(at, answers, &word));
            }
            if word.as_slice() > wanted {
                return None;
            }
            for _ in 0..answers {
                at += 2 + usize::from(self.data[at + 1]);
            }
        }
        None
    }

    /// Reads a word into `word`, which holds the one that it shares its start with; returns the offset behind.
    fn read(&self, at: usize, word: &mut Vec<u8>) -> usize {
        let (shared, len) = (usize::from(self.data[at]), usize::from(self.data[at + 1]));
        word.truncate(shared);
        word.extend(&self.data[at + 2..at + 2 + len]);
        at + 2 + len
    }

    fn answers(&self, mut at: usize, count: u8, word: &[u8]) -> Vec<String> {
        let mut answers = Vec::with_capacity(usize::from(count));
        for _ in 0..count {
            let mut answer = word.to_vec();
            at = self.read(at, &mut answer);
            answers.push(String::from_utf8_lossy(&answer).into_owned());
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_with_its_answers_and_no_other() {
        let words: Vec<(String, Vec<String>)> =
            (0..100).map(|n| (format!("word{n:03}"), vec![format!("ward{n}"), "w".to_owned()])).collect();
        let bytes = encode(&words);
        let table = Table::new(&bytes);
        for (word, answers) in &words {
            assert_eq!(table.get(word).as_ref(), Some(answers));
        }
        for missing in ["", "a", "word", "word0005", "zzzz"] {
            assert_eq!(table.get(missing), None, "{missing}");
            assert_eq!(table.find(missing.as_bytes()), None, "{missing}");
        }
    }

    #[test]
    fn words_that_share_their_first_eight_letters_are_found() {
        let words: Vec<(String, Vec<String>)> =
            (0..200).map(|n| (format!("alphabet{n:03}"), vec![format!("{n}")])).collect();
        let bytes = encode(&words);
        for (word, answers) in &words {
            assert_eq!(Table::new(&bytes).get(word).as_ref(), Some(answers));
        }
    }

    #[test]
    fn an_empty_table_holds_nothing() {
        assert_eq!(Table::new(&encode(&[])).get("word"), None);
    }
}
