//! The checklist: what must be right before a letter is sent, and which rules say that it is not.

/// One line of the checklist.
pub(super) struct Item {
    /// What is said where all is well.
    pub(super) done: &'static str,
    /// What is said above the findings.
    pub(super) open: &'static str,
    /// The rules whose findings belong here.
    pub(super) rules: &'static [&'static str],
    /// What must be known for the line to mean anything.
    pub(super) needs: Needs,
}

/// What a line of the checklist needs to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    Nothing,
    Company,
    Position,
    Job,
    Cv,
    Others,
}

impl Needs {
    /// What to do where it is not known.
    pub(super) fn unknown(self) -> &'static str {
        match self {
            Needs::Nothing => "",
            Needs::Company => "company not known: `company: …` in the front matter, or --company",
            Needs::Position => "position not known: `position: …` in the front matter, or a posting",
            Needs::Job => "posting not known: save it as job.md beside the letter, or --job",
            Needs::Cv => "CV not known: keep it as cv.md at the root, or --cv",
            Needs::Others => "no other letter here to hold this one against",
        }
    }
}

pub(super) const ITEMS: [Item; 9] = [
    Item {
        done: "nothing left to fill in",
        open: "left to fill in",
        rules: &["leftover-placeholder", "template-number", "template-sentence", "writer-note"],
        needs: Needs::Nothing,
    },
    Item {
        done: "the right company, spelt right",
        open: "the company",
        rules: &["wrong-company-name", "company-not-named", "company-misspelt"],
        needs: Needs::Company,
    },
    Item { done: "the right position", open: "the position", rules: &["wrong-position"], needs: Needs::Position },
    Item {
        done: "greeting and closing fit the reader",
        open: "greeting and closing",
        rules: &["recipient-mismatch", "greeting-name-unsure", "signoff-mismatch"],
        needs: Needs::Nothing,
    },
    Item { done: "no stale date", open: "the date", rules: &["stale-date"], needs: Needs::Nothing },
    Item {
        done: "the posting is quoted, and right; its musts are answered",
        open: "the posting",
        rules: &[
            "quote-not-in-job",
            "no-job-description-quote",
            "copied-job-text",
            "number-from-job",
            "unanswered-requirement",
        ],
        needs: Needs::Job,
    },
    Item { done: "letter and CV agree", open: "letter and CV", rules: &["contradicts-cv"], needs: Needs::Cv },
    Item {
        done: "a letter of its own, not one sent before",
        open: "other letters",
        rules: &["same-letter", "reused-paragraph"],
        needs: Needs::Others,
    },
    Item { done: "no other error", open: "other errors", rules: &[], needs: Needs::Nothing },
];
