//! What is known around a letter, worked out when it is first asked for.

use crate::application::{Application, Reference, Words};
use crate::letter::Letter;
use crate::rule::{Kinds, Text};
use std::cell::OnceCell;

/// The letter's surroundings.
#[derive(Debug)]
pub(in crate::check) struct Known<'a> {
    pub(in crate::check) application: &'a Application,
    letter: &'a Letter,
    kinds: Kinds,
    words: OnceCell<Words>,
}

impl<'a> Known<'a> {
    pub(in crate::check) fn new(letter: &'a Letter, application: &'a Application, kinds: Kinds) -> Self {
        Known { application, letter, kinds, words: OnceCell::new() }
    }

    /// What is known, as gates of rules ask for it.
    pub(in crate::check) fn kinds(&self) -> Kinds {
        self.kinds
    }

    /// The words of the whole letter, letterhead and all.
    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self.letter.prose().text()))
    }

    /// The other text that is called so, where it is known.
    pub(super) fn text(&self, text: Text) -> Option<&'a Reference> {
        match text {
            Text::Job => self.application.job.as_deref(),
            Text::Cv => self.application.cv.as_deref(),
        }
    }
}
