//! What is kept of a long paragraph: the words around its marks, and where nothing is marked its ends.

use super::words::{Ink, Word};

/// Words kept on each side of what is marked.
const AROUND: usize = 7;

/// Words kept at the beginning and the end of what is marked, where all of it would be too much.
const OF_MARK: (usize, usize) = (5, 2);

/// Words kept at the beginning and the end of a paragraph in which nothing is marked.
const OF_PARAGRAPH: (usize, usize) = (12, 6);

/// Fewest words that are left out: fewer take no more room than they are worth.
const LEAST_GAP: usize = 4;

/// Returns `words`, or where they take more than `room` columns what matters of them, with `…` where some are left out.
pub fn excerpt(words: Vec<Word<'_>>, room: usize) -> Vec<Word<'_>> {
    if words.iter().map(|word| word.width + usize::from(word.gap.is_some())).sum::<usize>() <= room {
        return words;
    }
    let kept = kept(&words);
    let mut out: Vec<Word<'_>> = Vec::new();
    let mut skipped = false;
    for (word, is_kept) in words.into_iter().zip(kept) {
        if is_kept {
            out.extend(std::mem::take(&mut skipped).then(dots));
            out.push(word);
        } else {
            skipped = true;
        }
    }
    out.extend(skipped.then(dots));
    out
}

fn dots<'a>() -> Word<'a> {
    let mut word = Word { gap: Some(Ink::default()), ..Word::default() };
    word.push("…".into(), Ink { is_number: true, ..Ink::default() });
    word
}

fn kept(words: &[Word<'_>]) -> Vec<bool> {
    let mut kept = Vec::with_capacity(words.len());
    for run in words.chunk_by(|a, b| a.is_marked == b.is_marked) {
        let (is_first, is_last) = (kept.is_empty(), kept.len() + run.len() == words.len());
        let (head, tail) = match () {
            () if run[0].is_marked => OF_MARK,
            () if is_first && is_last => OF_PARAGRAPH,
            () => (if is_first { 0 } else { AROUND }, if is_last { 0 } else { AROUND }),
        };
        let is_short = run.len() < head + tail + LEAST_GAP;
        kept.extend((0..run.len()).map(|at| is_short || at < head || at + tail >= run.len()));
    }
    kept
}
