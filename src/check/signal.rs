//! What a reader of such a letter looks for, and where the letter has it.

use super::context::Context;
use super::prepared::Prepared;
use crate::letter::Letter;
use crate::rule::Signal;
use crate::span::Span;
use std::ops::Range;

/// A signal and where a letter gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSignal {
    /// Its permanent name.
    pub name: String,
    /// What it is called on the screen.
    pub title: String,
    /// What to add where it is missing.
    pub missing: String,
    /// Where the letter has it, in order; empty where it is missing.
    pub places: Vec<SignalPlace>,
}

/// One place of a signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalPlace {
    /// Its bytes in the folded text.
    pub text: Range<usize>,
    /// Its bytes in the letter.
    pub span: Span,
    /// How many words of the body come before it.
    pub words_before: usize,
}

impl Prepared<'_> {
    /// Returns the signals of the packs that are for the letter, in the order of packs.
    pub fn signals(&self) -> Vec<FoundSignal> {
        let context = self.context();
        let mut found: Vec<FoundSignal> = Vec::new();
        for signal in self.chosen.signals() {
            if found.iter().all(|other| other.name != signal.name) {
                found.push(look_for(signal, self.letter, &context));
            }
        }
        found
    }
}

fn look_for<'a>(signal: &'a Signal, letter: &Letter, context: &Context<'a>) -> FoundSignal {
    let area = context.reach(&signal.find, &letter.body());
    let matches = context.find(&signal.find, &area);
    let is_enough = context.count(&signal.find, &area, &matches) > 0;
    let place = |text: Range<usize>| SignalPlace {
        span: letter.prose().span(text.clone()),
        words_before: letter.words_in(&(letter.body().start..text.start)),
        text,
    };
    FoundSignal {
        name: signal.name.clone(),
        title: signal.title.clone(),
        missing: signal.missing.clone(),
        places: matches.into_iter().filter(|_| is_enough).map(|one| place(one.range)).collect(),
    }
}
