//! What became of each line of a letter's checklist.

use letterlint::application::Inferred;
use letterlint::rule::ChecklistItem;
use letterlint::source::Position;

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Passed,
    Failed,
    NotApplicable,
    Unknown,
}

impl State {
    /// Its name in JSON.
    pub(super) fn name(self) -> &'static str {
        match self {
            State::Passed => "passed",
            State::Failed => "failed",
            State::NotApplicable => "not-applicable",
            State::Unknown => "unknown",
        }
    }
}

/// A line of the checklist of one letter.
pub(super) struct Item<'a> {
    pub(super) line: &'a ChecklistItem,
    pub(super) state: State,
    /// What is said of it: what was looked at, or what is not known and how to say it.
    pub(super) text: String,
    /// What is not known, in short: "no CV".
    pub(super) lack: Option<String>,
    pub(super) faults: Vec<Fault>,
    /// What else was found, and holds no letter back.
    pub(super) notes: Vec<Fault>,
    /// The rules whose findings were suppressed.
    pub(super) suppressed: Vec<String>,
}

impl Item<'_> {
    /// Whether it is for all that belongs to no other line.
    pub(super) fn is_for_the_rest(&self) -> bool {
        is_for_the_rest(self.line)
    }
}

/// Whether `line` is for all that belongs to no other.
pub(super) fn is_for_the_rest(line: &ChecklistItem) -> bool {
    line.rules.is_empty() && line.checks.is_empty()
}

/// Something to fix, or to look at.
pub(super) struct Fault {
    /// The rule that found it; what is no matter of the text is found by none.
    pub(super) rule: Option<String>,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) place: Option<(Position, Position)>,
}

impl Fault {
    /// Returns one that is no matter of the letter's text.
    pub(super) fn of_run(message: String, help: &str) -> Self {
        Fault { rule: None, message, help: help.to_owned(), place: None }
    }
}

/// How a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    Ready,
    AsFarAsKnown,
    NotReady,
}

impl Verdict {
    /// Its name in JSON.
    pub(super) fn name(self) -> &'static str {
        match self {
            Verdict::Ready => "ready",
            Verdict::AsFarAsKnown => "ready-as-far-as-known",
            Verdict::NotReady => "not-ready",
        }
    }
}

/// The checklist of one letter.
pub(super) struct Sheet<'a> {
    pub(super) path: String,
    /// The company; not of a letter of which no word may be shown.
    pub(super) company: Option<String>,
    pub(super) inferred: Option<Inferred>,
    pub(super) items: Vec<Item<'a>>,
    /// The letter's language, where it is not English: most rules say nothing of it.
    pub(super) language: Option<String>,
    /// Whether all must be known.
    pub(super) is_strict: bool,
}

impl Sheet<'_> {
    /// Returns how many things are to be fixed.
    pub(super) fn to_fix(&self) -> usize {
        self.items.iter().map(|item| item.faults.len()).sum()
    }

    /// Returns what is not known, each once: "no posting", "no CV".
    pub(super) fn lacks(&self) -> Vec<&str> {
        let mut lacks: Vec<&str> = Vec::new();
        for lack in self.items.iter().filter_map(|item| item.lack.as_deref()) {
            if !lacks.contains(&lack) {
                lacks.push(lack);
            }
        }
        lacks
    }

    /// Returns how many lines came to `state`.
    pub(super) fn count(&self, state: State) -> usize {
        self.items.iter().filter(|item| item.state == state).count()
    }

    pub(super) fn verdict(&self) -> Verdict {
        match (self.count(State::Failed), self.count(State::Unknown)) {
            (0, 0) => Verdict::Ready,
            (0, _) if !self.is_strict => Verdict::AsFarAsKnown,
            _ => Verdict::NotReady,
        }
    }
}

/// What a company was inferred from, as it is shown.
pub(super) fn source(from: Inferred) -> &'static str {
    match from {
        Inferred::Folder => "the folder's name",
        Inferred::Greeting => "the greeting",
        Inferred::Posting => "the posting",
    }
}
