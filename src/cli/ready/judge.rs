//! Goes through the checklist for one letter.

use super::super::check::letter::{Checked, Gated};
use super::super::letters::Job;
use super::around;
use super::item::{Fault, Item, Sheet, State, is_for_the_rest, source};
use super::missing::{Missing, Untried};
use letterlint::application::{Application, Name};
use letterlint::check::{Tried, tried};
use letterlint::diagnostic::{Diagnostic, Severity};
use letterlint::report::{FileReport, counted};
use letterlint::rule::{ChecklistItem, Fact, FileCheck, Needs};
use letterlint::settings::Profile;

/// What a letter's checklist is worked out from.
pub(super) struct Judge<'a> {
    pub(super) checked: &'a Checked,
    pub(super) gated: &'a Gated,
    pub(super) job: &'a Job,
    /// Whether there is no other letter.
    pub(super) is_alone: bool,
    pub(super) is_strict: bool,
    /// What is wrong with the run as a whole, such as too many warnings.
    pub(super) exceeded: &'a [String],
}

/// What became of the findings that belong to a line.
struct Found {
    faults: Vec<Fault>,
    notes: Vec<Fault>,
    suppressed: Vec<String>,
}

impl<'a> Judge<'a> {
    /// Goes through `checklist`.
    pub(super) fn sheet(&self, checklist: &'a [ChecklistItem]) -> Sheet<'a> {
        let company = self.application().company.as_ref().map(Name::text);
        Sheet {
            path: self.report().path.clone(),
            company: company.filter(|_| !self.report().is_redacted).map(str::to_owned),
            inferred: self.checked.around.inference.as_ref().map(|one| one.from),
            language: self.language().map(str::to_owned),
            items: checklist.iter().map(|line| self.item(line, checklist)).collect(),
            is_strict: self.is_strict,
        }
    }

    pub(super) fn report(&self) -> &'a FileReport {
        &self.checked.report
    }

    pub(super) fn application(&self) -> &'a Application {
        &self.checked.around.application
    }

    /// The letter's language, where it is not English.
    pub(super) fn language(&self) -> Option<&'a str> {
        self.report().facts.as_ref()?.language.as_deref()
    }

    fn item(&self, line: &'a ChecklistItem, checklist: &[ChecklistItem]) -> Item<'a> {
        let Found { mut faults, notes, suppressed } = self.found(line, checklist);
        faults.extend(line.checks.iter().flat_map(|&check| self.of_file(check)));
        faults.extend(self.problem(line.needs));
        if is_for_the_rest(line) && self.report().count(Severity::Warning) > 0 {
            let fault = |message: &String| Fault::of_run(message.clone(), "Fix some of them.");
            faults.extend(self.exceeded.iter().map(fault));
        }
        let (state, text, lack) = if faults.is_empty() {
            match self.not_passed(line) {
                Some(Missing::NotApplicable(text)) => (State::NotApplicable, text.to_owned(), None),
                Some(Missing::Unknown(text, lack)) => (State::Unknown, text, Some(lack)),
                None => (State::Passed, self.done(line, &notes, &suppressed), None),
            }
        } else {
            (State::Failed, self.with_company(line, &line.title), None)
        };
        Item { line, state, text, lack, faults, notes, suppressed }
    }

    /// Why a line in which nothing is to be fixed has not passed all the same.
    fn not_passed(&self, line: &ChecklistItem) -> Option<Missing> {
        let missing = line.needs.and_then(|needs| self.missing(needs));
        let title = self.with_company(line, &line.title) + mark(line);
        let is_empty = !line.rules.is_empty() && self.report().facts.as_ref().is_some_and(|facts| facts.words == 0);
        match missing {
            Some(missing @ Missing::Unknown(..)) => Some(missing),
            _ if is_empty => {
                let text = format!("{title} not checked, because the letter has no text");
                Some(Missing::Unknown(text, "no text".to_owned()))
            }
            missing => self.untried(line).unknown(&title, self.language()).or(missing),
        }
    }

    /// The rules of `line` that were not tried although the line is about them.
    fn untried<'l>(&self, line: &'l ChecklistItem) -> Untried<'l> {
        let of = |wanted| self.tried(line).filter(move |(_, tried)| *tried == wanted).map(|(id, _)| id).collect();
        Untried { off: of(Tried::Off), foreign: of(Tried::NotInLanguage), all: line.rules.len() }
    }

    fn tried<'l>(&self, line: &'l ChecklistItem) -> impl Iterator<Item = (&'l str, Tried)> {
        let Profile { rules, options, .. } = &self.gated.profile;
        let facts = self.report().facts.as_ref().expect("a letter has facts");
        line.rules.iter().map(move |id| (id.as_str(), tried(id, &self.gated.letter, rules, options, facts)))
    }

    /// What is said of `line`, which passed: no more than what its rules establish.
    fn done(&self, line: &ChecklistItem, notes: &[Fault], suppressed: &[String]) -> String {
        let mut said = Vec::new();
        if !notes.is_empty() {
            said.push(counted(notes.len(), if is_for_the_rest(line) { "warning" } else { "note" }));
        }
        if !suppressed.is_empty() {
            let mut ids: Vec<String> = suppressed.iter().map(|id| format!("`{id}`")).collect();
            ids.dedup();
            said.push(format!("{} suppressed ({})", counted(suppressed.len(), "finding"), ids.join(", ")));
        }
        let left_out: Vec<String> = self
            .tried(line)
            .filter(|(_, tried)| *tried == Tried::NotForRole)
            .map(|(id, _)| format!("`{id}`"))
            .collect();
        if !left_out.is_empty() {
            said.push(format!("checked without {}, which your role leaves out", left_out.join(", ")));
        }
        let all_is_well = is_for_the_rest(line) && suppressed.is_empty();
        let head = if said.is_empty() || all_is_well {
            self.fact_without(line).unwrap_or_else(|| self.counted(line))
        } else {
            line.title.clone()
        };
        let head = self.with_company(line, &head);
        if said.is_empty() {
            return head;
        }
        format!("{head}{} {}", if all_is_well { ";" } else { mark(line) }, said.join("; "))
    }

    /// What is said in place of `done` where the letter lacks what that speaks of.
    fn fact_without(&self, line: &ChecklistItem) -> Option<String> {
        let lacks = |fact: &Fact| match fact {
            Fact::Recipient => self.application().recipient.is_none(),
            Fact::Requirements => self.answered(line).is_none_or(|answered| answered.required == 0),
        };
        line.without.iter().find(|(fact, _)| lacks(fact)).map(|(_, text)| text.clone())
    }

    fn counted(&self, line: &ChecklistItem) -> String {
        let Some(counts) = self.answered(line) else { return line.done.clone() };
        let filled = line.done.replace("{answered}", &counts.answered.to_string());
        filled.replace("{required}", &counts.required.to_string())
    }

    /// What is wrong with what a line needs, so that it cannot be right.
    fn problem(&self, needs: Option<Needs>) -> Option<Fault> {
        match needs? {
            Needs::Company if self.application().company.is_none() => {
                let help = "Say it with `company: …` in the front matter, with `company` under [job] in letterlint.toml, \
                    or with --company.";
                Some(Fault::of_run("the company is not known".to_owned(), help))
            }
            Needs::Posting => {
                let problem = self.checked.around.posting_problem.as_ref()?;
                Some(Fault::of_run(problem.clone(), "Save the posting's text there, or remove the file."))
            }
            _ => None,
        }
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

    /// The findings that belong to `line`; those of no line belong to the one that has nothing else.
    ///
    /// What makes a check fail is to be fixed wherever it belongs. Of what does not, the warnings of a line are to be
    /// fixed too, and those of none are worth a look.
    fn found(&self, line: &ChecklistItem, checklist: &[ChecklistItem]) -> Found {
        let is_last = is_for_the_rest(line);
        let belongs = |found: &&Diagnostic| {
            let is_listed = || checklist.iter().any(|line| line.rules.contains(&found.rule));
            if is_last { !is_listed() } else { line.rules.contains(&found.rule) }
        };
        let usual = if is_last { Severity::Error } else { Severity::Warning };
        let least = self.gated.profile.threshold().map_or(usual, |threshold| threshold.min(usual));
        let own = self.report().diagnostics.iter().filter(belongs);
        let (faults, notes): (Vec<_>, Vec<_>) = own.partition(|found| found.severity >= least);
        let notes = notes.into_iter().filter(|found| !is_last || found.severity > Severity::Info);
        let suppressed = self.report().suppressed.iter().map(|one| &one.diagnostic).filter(belongs);
        let suppressed = suppressed.filter(|found| found.severity >= usual).map(|found| found.rule.clone());
        Found {
            faults: faults.into_iter().map(|found| self.fault(found)).collect(),
            notes: notes.map(|found| self.fault(found)).collect(),
            suppressed: suppressed.collect(),
        }
    }

    fn fault(&self, found: &Diagnostic) -> Fault {
        let source = self.gated.letter.source();
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
                let faults =
                    self.gated.letter.front_matter().map(|span| around::front_matter(self.gated.letter.source(), span));
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

/// What stands between the title of `line` and what is said of it.
fn mark(line: &ChecklistItem) -> &'static str {
    if line.needs == Some(Needs::Company) { ";" } else { ":" }
}
