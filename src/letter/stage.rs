//! The stages of reading a letter one by one, for benchmarks alone.

use super::block::Blocks;
use super::prose::Prose;
use super::{Format, Part, anatomy, fold, sentence};
use crate::source::Source;
use std::ops::Range;

/// A letter's folded text and its blocks.
#[derive(Debug)]
pub struct Folded {
    prose: Prose,
    blocks: Blocks,
}

/// Folds `source` and cuts it into blocks.
pub fn folded(source: &Source, format: Format) -> Folded {
    let folded = fold(source, format);
    Folded { prose: folded.prose, blocks: folded.blocks }
}

/// Returns the parts of a folded letter.
pub fn parts(folded: &Folded) -> Vec<Part> {
    anatomy::parts(&folded.prose, &folded.blocks.blocks)
}

/// Returns the byte range of each sentence of `text`.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    sentence::sentences_into(text, 0..text.len(), &mut sentences);
    sentences
}
