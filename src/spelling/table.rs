//! A sorted word list in one piece of bytes, searched as it lies.
//!
//! Words are kept in blocks of [`BLOCK`]; within a block a word is stored as what it does not share with the one
//! before, and each answer as what it does not share with its word. Nothing is built when the program starts.

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
    let blocks = u32::try_from(offsets.len()).expect("a word list is smaller than 4 GiB");
    let mut out: Vec<u8> = blocks.to_le_bytes().to_vec();
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

/// A table as [`encode`] wrote it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'a> {
    offsets: &'a [u8],
    data: &'a [u8],
}

impl<'a> Table<'a> {
    /// Wraps bytes that [`encode`] wrote.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let (count, rest) = bytes.split_at(4);
        let blocks = u32::from_le_bytes([count[0], count[1], count[2], count[3]]) as usize;
        let (offsets, data) = rest.split_at(blocks * 4);
        Table { offsets, data }
    }

    /// Returns the answers for `word`, where it is in the table.
    pub(crate) fn get(&self, word: &str) -> Option<Vec<String>> {
        let blocks = self.offsets.len() / 4;
        let (mut low, mut high) = (0, blocks);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.first_word(middle) <= word.as_bytes() { low = middle + 1 } else { high = middle }
        }
        self.search(low.checked_sub(1)?, word.as_bytes())
    }

    fn start(&self, block: usize) -> usize {
        let at = &self.offsets[block * 4..block * 4 + 4];
        u32::from_le_bytes([at[0], at[1], at[2], at[3]]) as usize
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
        for missing in ["", "a", "word", "word0005", "zzz"] {
            assert_eq!(table.get(missing), None, "{missing}");
        }
    }

    #[test]
    fn an_empty_table_holds_nothing() {
        assert_eq!(Table::new(&encode(&[])).get("word"), None);
    }
}
