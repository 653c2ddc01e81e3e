//! Builds how work is spoken of.

use super::Builder;
use crate::rule::error::{RuleError, RuleErrorKind};
use crate::rule::file::{EmploymentFile, Spanned};
use crate::rule::{Employment, Pattern};

impl Builder<'_> {
    pub(super) fn employment(&self, file: Spanned<EmploymentFile>) -> Result<Employment, RuleError> {
        let at = file.span().start;
        let file = file.into_inner();
        let job = format!("(?:{})", file.jobs.join("|"));
        let title = format!("({})", file.title.replace("{job}", &job));
        let employer = format!("({})", file.employer);
        let pattern = |source: &String| {
            let source = source.replace("{job}", &job).replace("{title}", &title).replace("{employer}", &employer);
            let pattern = Pattern::new(&source).and_then(|pattern| pattern.compile().map(|()| pattern));
            pattern.map_err(|message| self.at(at, RuleErrorKind::Pattern(message)))
        };
        let patterns = |sources: &[String]| sources.iter().map(pattern).collect::<Result<Vec<_>, _>>();
        Ok(Employment {
            job: patterns(&[r"(?i)\b{job}".to_owned()])?,
            ranks: file.ranks,
            present: file.present,
            applied: patterns(&file.applied)?,
            subject: patterns(&file.subject)?,
            subject_sentence: patterns(&file.subject_sentence)?,
            past: patterns(&file.past)?,
            held: patterns(&file.held)?,
            employer: patterns(&file.employers)?,
            employer_after_title: patterns(&file.employer_after_title)?,
        })
    }
}
