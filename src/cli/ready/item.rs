//! What became of each line of a letter's checklist.

use super::super::check::letter::Checked;
use super::super::letters::Job;
use super::around;
use letterlint::application::{Application, Inferred, Name};
use letterlint::diagnostic::{Diagnostic, Severity};
use letterlint::letter::{Format, Letter, PartKind};
use letterlint::report::FileReport;
use letterlint::rule::{ChecklistItem, FileCheck, Needs};
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
    pub(super) lack: Option<&'static str>,
    pub(super) faults: Vec<Fault>,
}

/// Something to fix.
pub(super) struct Fault {
    /// The rule that found it; what is no matter of the text is found by none.
    pub(super) rule: Option<String>,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) place: Option<(Position, Position)>,
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
    is_strict: bool,
}

impl Sheet<'_> {
    /// Returns how many things are to be fixed.
    pub(super) fn to_fix(&self) -> usize {
        self.items.iter().map(|item| item.faults.len()).sum()
    }

    /// Returns what is not known, each once: "no posting", "no CV".
    pub(super) fn lacks(&self) -> Vec<&'static str> {
        let mut lacks: Vec<&str> = Vec::new();
        for lack in self.items.iter().filter_map(|item| item.lack) {
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

/// What a letter's checklist is worked out from.
pub(super) struct Judge<'a> {
    pub(super) checked: &'a Checked,
    pub(super) job: &'a Job,
    /// Whether there is no other letter.
    pub(super) is_alone: bool,
    pub(super) is_strict: bool,
    letter: Letter,
}

impl<'a> Judge<'a> {
    pub(super) fn new(checked: &'a Checked, job: &'a Job, is_alone: bool, is_strict: bool) -> Self {
        let report = &checked.report;
        let letter = Letter::outline(report.source.clone(), Format::of_name(&report.path));
        Judge { checked, job, is_alone, is_strict, letter }
    }

    /// Goes through `checklist`.
    pub(super) fn sheet(&self, checklist: &'a [ChecklistItem]) -> Sheet<'a> {
        let company = self.application().company.as_ref().map(Name::text);
        Sheet {
            path: self.report().path.clone(),
            company: company.filter(|_| !self.report().is_redacted).map(str::to_owned),
            inferred: self.checked.around.inference.as_ref().map(|one| one.from),
            language: self.report().facts.as_ref().and_then(|facts| facts.language.clone()),
            items: checklist.iter().map(|line| self.item(line, checklist)).collect(),
            is_strict: self.is_strict,
        }
    }

    fn report(&self) -> &'a FileReport {
        &self.checked.report
    }

    fn application(&self) -> &'a Application {
        &self.checked.around.application
    }

    fn item(&self, line: &'a ChecklistItem, checklist: &[ChecklistItem]) -> Item<'a> {
        let mut faults: Vec<Fault> = self.findings(line, checklist).map(|found| self.fault(found)).collect();
        faults.extend(line.checks.iter().flat_map(|&check| self.of_file(check)));
        let item = |state, text: String, lack, faults| Item { line, state, text, lack, faults };
        let problem = self.problem(line.needs);
        if !faults.is_empty() || problem.is_some() {
            faults.extend(problem);
            return item(State::Failed, self.with_company(line, &line.title), None, faults);
        }
        match line.needs.and_then(|needs| self.missing(needs)) {
            None => item(State::Passed, self.with_company(line, &line.done), None, faults),
            Some(Missing::NotApplicable(text)) => item(State::NotApplicable, text.to_owned(), None, faults),
            Some(Missing::Unknown(text, lack)) => item(State::Unknown, text, Some(lack), faults),
        }
    }

    /// What is wrong with what a line needs, so that it cannot be right.
    fn problem(&self, needs: Option<Needs>) -> Option<Fault> {
        let fault = |message: String, help: &str| Fault { rule: None, message, help: help.to_owned(), place: None };
        match needs? {
            Needs::Company if self.application().company.is_none() => {
                let help = "Say it with `company: …` in the front matter, with `company` under [job] in letterlint.toml, \
                    or with --company.";
                Some(fault("the company is not known".to_owned(), help))
            }
            Needs::Posting => {
                let problem = self.checked.around.posting_problem.as_ref()?;
                Some(fault(problem.clone(), "Save the posting's text there, or remove the file."))
            }
            _ => None,
        }
    }

    /// What a line needs and is not there.
    fn missing(&self, needs: Needs) -> Option<Missing> {
        let application = self.application();
        let unknown = |text: &str, lack| Some(Missing::Unknown(text.to_owned(), lack));
        match needs {
            Needs::Position if application.positions().next().is_none() => {
                // Without a posting there is one thing to do, not two.
                let lack = if application.job.is_none() { "no posting" } else { "no position" };
                unknown("position not known: `position: …` in the front matter, --position, or a posting", lack)
            }
            Needs::Position if !self.names_position() => {
                Some(Missing::NotApplicable("the letter does not name the position"))
            }
            Needs::Posting if application.job.is_none() => unknown(
                "posting not known: save it as job.md, job.txt or job.html beside the letter, or name it with --job",
                "no posting",
            ),
            Needs::Cv if application.cv.is_none() => {
                let problem = self.checked.around.cv_problem.as_deref();
                let usual = "keep it as cv.md or resume.md in the letter's folder or above it, or name it with --cv";
                let text = problem.map_or_else(|| format!("CV not known: {usual}"), str::to_owned);
                Some(Missing::Unknown(text, "no CV"))
            }
            Needs::Date => self.missing_date(),
            Needs::Others if self.is_alone => Some(Missing::NotApplicable("no other letter to compare this one with")),
            Needs::Export if !around::has_exports(&self.job.path) => {
                Some(Missing::NotApplicable("no exported file beside the letter"))
            }
            _ => None,
        }
    }

    /// Whether the letter names the position, by its last two words at least: "backend engineer".
    fn names_position(&self) -> bool {
        let text = self.letter.prose().lower();
        self.application().positions().any(|position| {
            let title = position.to_lowercase().replace('-', " ");
            let words: Vec<&str> = title.split_whitespace().collect();
            text.contains(&words[words.len().saturating_sub(2)..].join(" "))
        })
    }

    fn missing_date(&self) -> Option<Missing> {
        let mut dates = self.letter.parts().iter().filter(|part| part.kind == PartKind::Date).peekable();
        if dates.peek().is_none() {
            return Some(Missing::NotApplicable("no date in the letter"));
        }
        let day = self.application().day?;
        let is_understood = dates.any(|part| day.told_by(self.letter.source().slice(part.span).trim()).is_some());
        let text = "the date of the letter is not understood: write it as 16 March 2026";
        (!is_understood).then(|| Missing::Unknown(text.to_owned(), "no date that is understood"))
    }

    /// `text`, and for the line about the company which one it is.
    fn with_company(&self, line: &ChecklistItem, text: &str) -> String {
        if line.needs != Some(Needs::Company) {
            return text.to_owned();
        }
        let name = self.application().company.as_ref().map(Name::text).filter(|_| !self.report().is_redacted);
        let from = self.checked.around.inference.as_ref().map(|one| format!("inferred from {}", source(one.from)));
        match (name, from) {
            (None, None) => text.to_owned(),
            (None, Some(from)) => format!("{text} ({from})"),
            (Some(name), None) => format!("{text}: {name}"),
            (Some(name), Some(from)) => format!("{text}: {name} ({from})"),
        }
    }

    /// The findings that belong to `line`; those of no line that are errors belong to the one that has nothing else.
    fn findings<'s>(
        &'s self,
        line: &'s ChecklistItem,
        checklist: &'s [ChecklistItem],
    ) -> impl Iterator<Item = &'a Diagnostic> + use<'s, 'a> {
        let is_listed = |found: &Diagnostic| checklist.iter().any(|line| line.rules.contains(&found.rule));
        let is_last = line.rules.is_empty() && line.checks.is_empty();
        self.report().diagnostics.iter().filter(move |found| {
            if is_last {
                !is_listed(found) && found.severity == Severity::Error
            } else {
                line.rules.contains(&found.rule) && found.severity > Severity::Info
            }
        })
    }

    fn fault(&self, found: &Diagnostic) -> Fault {
        let source = self.letter.source();
        Fault {
            rule: Some(found.rule.clone()),
            message: found.message.clone(),
            help: found.help.clone(),
            place: Some((source.position(found.span.start), source.position(found.span.end))),
        }
    }

    /// What is wrong with the letter's file, its front matter or what was exported from it.
    fn of_file(&self, check: FileCheck) -> Vec<Fault> {
        let is_redacted = self.report().is_redacted;
        match check {
            FileCheck::FileName => around::name(&self.job.path).filter(|_| !is_redacted).into_iter().collect(),
            FileCheck::FrontMatter => {
                let faults = self.letter.front_matter().map(|span| around::front_matter(self.letter.source(), span));
                let redacted = |fault: Fault| Fault {
                    message: "the front matter is not filled in".to_owned(),
                    help: String::new(),
                    ..fault
                };
                faults.into_iter().flatten().map(|fault| if is_redacted { redacted(fault) } else { fault }).collect()
            }
            FileCheck::Export => around::exports(&self.job.path),
        }
    }
}

/// Why a line cannot be answered.
enum Missing {
    NotApplicable(&'static str),
    /// How to make it known, and what is not in short.
    Unknown(String, &'static str),
}

/// What a company was inferred from, as it is shown.
pub(super) fn source(from: Inferred) -> &'static str {
    match from {
        Inferred::Folder => "the folder's name",
        Inferred::Greeting => "the greeting",
        Inferred::Posting => "the posting",
    }
}
