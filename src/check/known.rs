//! What is known around a letter, worked out when it is first asked for.

use super::cv_work::Work;
use super::literal_hits::Hits;
use crate::application::{Application, Forms, Names, Reference, Words};
use crate::letter::Letter;
use crate::letter::figure::Figure;
use crate::rule::{RuleSet, Text};
use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

/// Most things of one letter that are looked for all over another text: of more, the first ones tell enough.
const MOST_SEARCHES: usize = 48;

/// The letter's surroundings.
#[derive(Debug)]
pub(super) struct Known<'a> {
    pub(super) application: &'a Application,
    letter: &'a Letter,
    figures: Cow<'a, [Figure]>,
    words: OnceCell<Words>,
    forms: OnceCell<Forms>,
    work: OnceCell<Work>,
    job_hits: OnceCell<Hits>,
    cv_hits: OnceCell<Hits>,
    searches: Cell<usize>,
}

impl<'a> Known<'a> {
    pub(super) fn new(letter: &'a Letter, application: &'a Application) -> Self {
        Known {
            application,
            letter,
            figures: figures(letter, application),
            words: OnceCell::new(),
            forms: OnceCell::new(),
            work: OnceCell::new(),
            job_hits: OnceCell::new(),
            cv_hits: OnceCell::new(),
            searches: Cell::new(0),
        }
    }

    /// The numbers of the letter, but for those in names of companies.
    pub(super) fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The words of the whole letter, letterhead and all.
    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self.letter.prose().text()))
    }

    /// The words of the whole letter as requirements ask for them.
    pub(super) fn forms(&self) -> &Forms {
        self.forms.get_or_init(|| Forms::of(self.letter.prose().text(), self.words()))
    }

    /// What the CV, which is `cv`, says of work.
    pub(super) fn work(&self, cv: &Reference) -> &Work {
        self.work.get_or_init(|| Work::of(cv))
    }

    /// The literals of `rules` in the text that is called `text` and is `other`.
    pub(super) fn hits(&self, text: Text, other: &Reference, rules: &RuleSet) -> &Hits {
        let hits = match text {
            Text::Job => &self.job_hits,
            Text::Cv => &self.cv_hits,
        };
        hits.get_or_init(|| Hits::of(other.letter(), rules))
    }

    /// Whether one more thing may be looked for all over another text.
    pub(super) fn may_search(&self) -> bool {
        self.searches.set(self.searches.get() + 1);
        self.searches.get() <= MOST_SEARCHES
    }

    /// The other text that is called so, where it is known.
    pub(super) fn text(&self, text: Text) -> Option<&'a Reference> {
        match text {
            Text::Job => self.application.job.as_deref(),
            Text::Cv => self.application.cv.as_deref(),
        }
    }
}

/// The numbers of `letter`, but for those in names of companies: "3M" is no three million.
fn figures<'a>(letter: &'a Letter, application: &Application) -> Cow<'a, [Figure]> {
    let all = letter.figures();
    let own = application.company.as_ref();
    if all.is_empty() || (own.is_none() && application.others.is_empty()) {
        return Cow::Borrowed(all);
    }
    let text = letter.prose().text();
    let words = Words::of(text);
    let mut named = Names::of(own.cloned()).find(text, &words);
    named.extend(application.others.find(text, &words));
    let is_name =
        |one: &Figure| named.iter().any(|name| name.range.start < one.range.end && one.range.start < name.range.end);
    if named.is_empty() || !all.iter().any(is_name) {
        return Cow::Borrowed(all);
    }
    all.iter().filter(|one| !is_name(one)).cloned().collect()
}
