//! The first look at all letters of a run, in parallel.

use super::super::files::Reading;
use super::super::letters::Job;
use super::super::opened::{Held, Opened};
use super::order;
use letterlint::check::looks_at_others;
use letterlint::collect::{Looked, Survey, look};
use letterlint::settings::shown;
use std::fs;
use std::path::PathBuf;

/// What is known before letters are sent; companies that nobody named are inferred then.
#[derive(Clone, Copy)]
pub(in crate::cli) struct Gate<'a> {
    /// How many letters are sent now: the last ones.
    pub(in crate::cli) sending: usize,
    /// Folders that were walked, as absolute paths.
    pub(in crate::cli) walked: &'a [PathBuf],
}

/// Looks at the letters of `jobs`, where a rule in force holds letters against each other.
///
/// A letter that cannot be read is told of when it is checked.
///
/// Of two letters that share something the one is told that is sent later.
pub(in crate::cli) fn survey(jobs: &[Job], reading: Reading<'_>, gate: Option<Gate<'_>>) -> (Survey, Held) {
    let is_wanted = |job: &Job| looks_at_others(&job.profile.rules, &job.profile.options);
    if jobs.len() < 2 || !jobs.first().is_some_and(is_wanted) {
        return <(Survey, Held)>::default();
    }
    let (mut letters, mut held) = (Vec::new(), Held::default());
    let mut looked = jobs.iter().enumerate();
    order::in_order(
        jobs,
        |job| opened(job, reading, gate),
        |found| {
            let (index, job) = looked.next().expect("each job is looked at once");
            let Some((opened, known)) = found else { return };
            let is_sent = gate.is_none_or(|gate| index + gate.sending >= jobs.len());
            if is_sent {
                held.keep(&job.absolute, opened);
            }
            letters.extend(known.map(|mut known| {
                if is_sent && gate.is_some() {
                    known.kept.send_now();
                }
                known
            }));
        },
    );
    let all = jobs.iter().map(|job| (job.absolute.as_path(), &*job.profile));
    (Survey::of(letters, all), held)
}

/// Opens the file of `job`; with what is kept of it to compare others with, where it is a letter.
fn opened(job: &Job, reading: Reading<'_>, gate: Option<Gate<'_>>) -> Option<(Opened, Option<Looked>)> {
    // What can be read only once, such as a pipe, is not looked at first.
    if job.staged.is_none()
        && (job.path.as_os_str() == "-" || !fs::metadata(&job.path).is_ok_and(|there| there.is_file()))
    {
        return None;
    }
    let opened = Opened::of(job, reading).ok()?;
    let path = if job.path.is_absolute() { shown(&job.absolute) } else { opened.path.clone() };
    let walked = gate.map(|gate| gate.walked);
    let known = || look(job.place(), &path, &opened.letter, opened.profile(job), walked);
    let known = opened.is_letter(job).then(known);
    Some((opened, known))
}
