//! The first look at all letters of a run: which companies they are for, and what they have from each other.

use super::super::application::{Survey, company, has_folder_names, top};
use super::super::files::Reading;
use super::super::letters::Job;
use super::super::opened::{Held, Opened};
use super::order;
use letterlint::application::{Inferred, Kept, Name, Names, Words, companies_beside, infer_company, reuse};
use letterlint::check::looks_at_others;
use letterlint::letter::Letter;
use letterlint::settings::shown;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
    let mut letters = Vec::new();
    let mut held = Held::default();
    let mut looked = jobs.iter().enumerate();
    order::in_order(
        jobs,
        |job| look(job, reading, gate),
        |found| {
            let (index, job) = looked.next().expect("each job is looked at once");
            let Some((opened, known)) = found else { return };
            let is_sent = gate.is_none_or(|gate| index + gate.sending >= jobs.len());
            if is_sent {
                held.keep(&job.absolute, opened);
            }
            letters.extend(known.map(|(company, mut kept)| {
                if is_sent && gate.is_some() {
                    kept.send_now();
                }
                (job.absolute.clone(), company, kept)
            }));
        },
    );
    let mut names: Vec<Name> = letters.iter().filter_map(|(_, company, _)| company.name.clone()).collect();
    let by_folder = letters.iter().filter(|(_, company, _)| company.is_by_folder).map(|(path, ..)| path.as_path());
    names.extend(of_folders(jobs, &by_folder.collect()));
    // A name from front matter says how it is spelt, and comes first.
    let mut known = BTreeSet::new();
    names.retain(|name| known.insert(name.joined()));
    let (paths, kept): (Vec<_>, Vec<_>) = letters.into_iter().map(|(path, _, kept)| (path, kept)).unzip();
    let found = paths.into_iter().zip(reuse(&kept)).filter(|(_, reuse)| !reuse.is_empty());
    (Survey { companies: Arc::new(Names::of(names)), letters: kept.len(), reuse: found.collect() }, held)
}

/// The company of a letter, and whether folders such as its own are called after companies.
#[derive(Default)]
struct Company {
    name: Option<Name>,
    is_by_folder: bool,
}

/// Companies that folders beside those of `jobs` are called after: there may be letters in them that are not looked at.
fn of_folders(jobs: &[Job], by_folder: &BTreeSet<&Path>) -> Vec<Name> {
    let mut looked: BTreeSet<&Path> = BTreeSet::new();
    let mut names = Vec::new();
    for job in jobs {
        let Some(folder) = job.absolute.parent() else { continue };
        let is_new = folder.parent().is_some_and(|above| !looked.contains(above));
        if is_new && (by_folder.contains(job.absolute.as_path()) || has_folder_names(&job.profile, folder)) {
            looked.extend(folder.parent());
            names.extend(companies_beside(folder));
        }
    }
    names
}

/// Opens the file of `job`; with what is kept of it to compare others with, where it is a letter.
fn look(job: &Job, reading: Reading<'_>, gate: Option<Gate<'_>>) -> Option<(Opened, Option<(Company, Kept)>)> {
    // What can be read only once, such as a pipe, is not looked at first.
    if job.staged.is_none()
        && (job.path.as_os_str() == "-" || !fs::metadata(&job.path).is_ok_and(|there| there.is_file()))
    {
        return None;
    }
    let opened = Opened::of(job, reading).ok()?;
    let known = opened.is_letter(job).then(|| known(job, &opened, gate));
    Some((opened, known))
}

fn known(job: &Job, opened: &Opened, gate: Option<Gate<'_>>) -> (Company, Kept) {
    let (profile, letter) = (opened.profile(job), &opened.letter);
    let name = company(profile, job.absolute.parent().unwrap_or(&job.absolute), letter, None);
    let company = match (name, gate) {
        (None, Some(gate)) => inferred(&job.absolute, &top(job, profile, gate.walked), letter),
        (name, _) => Company { name, is_by_folder: false },
    };
    let sent = profile.layer.job.sent.as_ref().map(|sent| sent.value);
    let path = if job.path.is_absolute() { shown(&job.absolute) } else { opened.path.clone() };
    let kept = Kept::of(&path, letter, company.name.as_ref(), sent);
    (company, kept)
}

/// The company of a letter that does not say it. A name that only its greeting holds may be a department's, and other
/// letters may hold it for good.
fn inferred(path: &Path, top: &Path, letter: &Letter) -> Company {
    let Some(one) = infer_company(path, top, letter, None) else { return Company::default() };
    let text = letter.prose().text();
    let is_sure = one.from == Inferred::Folder || Names::of([one.name.clone()]).find(text, &Words::of(text)).len() > 1;
    Company { name: Some(one.name).filter(|_| is_sure), is_by_folder: one.is_by_folder }
}
