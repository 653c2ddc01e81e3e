//! What is known before a letter is sent, and what is not.

use super::around;
use super::judge::Judge;
use super::missing::Missing;
use letterlint::check::{Answered, names_position};
use letterlint::letter::PartKind;
use letterlint::rule::{ChecklistItem, Needs};

impl Judge<'_> {
    /// What a line needs and is not there.
    pub(super) fn missing(&self, needs: Needs) -> Option<Missing> {
        let application = self.application();
        let unknown = |text: &str, lack: &str| Some(Missing::Unknown(text.to_owned(), lack.to_owned()));
        match needs {
            Needs::Position if application.positions().next().is_none() => {
                // Without a posting there is one thing to do, not two.
                let lack = if application.job.is_none() { "no posting" } else { "no position" };
                unknown("position not known: `position: …` in the front matter, --position, or a posting", lack)
            }
            Needs::Position if !names_position(&self.gated.letter, &self.gated.profile.rules, application) => {
                Some(Missing::NotApplicable("the letter does not name the position"))
            }
            Needs::Greeting => self.missing_greeting(),
            Needs::Posting if application.job.is_none() => unknown(
                "posting not known: save it as job.md, job.txt or job.html beside the letter, or name it with --job",
                "no posting",
            ),
            Needs::Cv if application.cv.is_none() => {
                let problem = self.checked.around.cv_problem.as_deref();
                let usual = "keep it as cv.md or resume.md in the letter's folder or above it, or name it with --cv";
                let text = problem.map_or_else(|| format!("CV not known: {usual}"), str::to_owned);
                Some(Missing::Unknown(text, "no CV".to_owned()))
            }
            Needs::Date => self.missing_date(),
            Needs::Others if self.is_alone => Some(Missing::NotApplicable("no other letter to compare this one with")),
            Needs::Export if !around::has_exports(&self.job.path) => {
                Some(Missing::NotApplicable("no exported file beside the letter"))
            }
            _ => None,
        }
    }

    fn missing_greeting(&self) -> Option<Missing> {
        let has = |wanted: PartKind| self.gated.letter.parts().iter().any(|part| part.kind == wanted);
        match (has(PartKind::Greeting), has(PartKind::Signoff)) {
            (true, true) => None,
            (true, false) => Some(Missing::NotApplicable("no sign-off that could go with the greeting")),
            (false, true) => Some(Missing::NotApplicable("no greeting that could go with the sign-off")),
            (false, false) => Some(Missing::NotApplicable("no greeting and no sign-off in the letter")),
        }
    }

    fn missing_date(&self) -> Option<Missing> {
        let mut dates = self.gated.letter.parts().iter().filter(|part| part.kind == PartKind::Date).peekable();
        if dates.peek().is_none() {
            return Some(Missing::NotApplicable("no date in the letter"));
        }
        let day = self.application().day?;
        let is_understood = dates.all(|part| day.told_by(self.gated.letter.source().slice(part.span).trim()).is_some());
        let text = "the date of the letter is not understood: write it as 16 March 2026";
        (!is_understood).then(|| Missing::Unknown(text.to_owned(), "no date that is understood".to_owned()))
    }

    /// How much of what the posting asks for the letter answers, where `line` counts it.
    pub(super) fn answered(&self, line: &ChecklistItem) -> Option<Answered> {
        let id = line.counted.as_deref()?;
        self.gated.answered.iter().find(|(counted, _)| counted == id).map(|(_, answered)| *answered)
    }
}
