//! Slots: what the hits of a search are told apart by.
//!
//! A slot is for a list of literals, not for a matcher: matchers that look for the same look into the same hits.

use super::literals::{Collected, Literals, Target};
use super::needle::Needle;
use super::phrase::Phrase;
use std::collections::BTreeMap;

/// Slots while they are handed out.
#[derive(Debug)]
pub(super) struct Slots {
    next: usize,
    collected: Collected,
    /// The slot of each list so far, by what is looked for.
    known: Option<BTreeMap<Vec<u8>, usize>>,
}

impl Slots {
    /// Hands out slots from `next` on. Lists that are the same are only looked for where `shares` says so: it takes
    /// longer than it saves before a single letter.
    pub(super) fn from(next: usize, shares: bool) -> Self {
        Slots { next, collected: Collected::default(), known: shares.then(BTreeMap::new) }
    }

    /// Returns the first slot that is free, and the search for all literals so far.
    pub(super) fn finish(self) -> (usize, Literals) {
        (self.next, Literals::of(&self.collected))
    }

    /// Returns a slot in which each of `phrases` is found by its number.
    pub(super) fn of_phrases<'a>(&mut self, phrases: impl Iterator<Item = Phrase<'a>> + Clone) -> usize {
        let (slot, is_new) = self.slot(|key| {
            phrases.clone().for_each(|phrase| key.extend(phrase.folded.bytes().chain([0])));
        });
        if is_new {
            for (number, phrase) in phrases.enumerate() {
                let opens_word = phrase.folded.starts_with(char::is_alphanumeric);
                self.collected.add(&phrase.folded, opens_word, Target { slot, phrase: number });
            }
        }
        slot
    }

    /// Returns a slot in which any of `needles` is found as number 0.
    pub(super) fn of_needles(&mut self, needles: &[Needle]) -> usize {
        let (slot, is_new) = self.slot(|key| {
            // No phrase list starts with an end.
            key.push(0);
            for needle in needles {
                key.extend(needle.text.bytes().chain([u8::from(needle.opens_word)]));
            }
        });
        if is_new {
            for needle in needles {
                self.collected.add(&needle.text, needle.opens_word, Target { slot, phrase: 0 });
            }
        }
        slot
    }

    /// A slot for what `write` writes, and whether it is a new one.
    fn slot(&mut self, write: impl FnOnce(&mut Vec<u8>)) -> (usize, bool) {
        let slot = self.next;
        if let Some(known) = &mut self.known {
            let mut key = Vec::new();
            write(&mut key);
            let found = *known.entry(key).or_insert(slot);
            if found != slot {
                return (found, false);
            }
        }
        self.next += 1;
        (slot, true)
    }
}
