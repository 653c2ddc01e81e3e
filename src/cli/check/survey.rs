//! The first look at all letters of a run: which companies they are for, and what they have from each other.

use super::super::application::{Survey, companies_beside, company, has_folder_names};
use super::super::files::Reading;
use super::super::letters::Job;
use super::super::profiles;
use super::order;
use letterlint::application::{Kept, Name, Names, reuse};
use letterlint::check::looks_at_others;
use letterlint::letter::Letter;
use letterlint::settings::shown;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Looks at the letters of `jobs`, where a rule in force holds letters against each other.
///
/// A letter that cannot be read is told of when it is checked.
///
/// Of two letters that share something the one is told that is sent later; the last `sending` ones are sent now.
pub(in crate::cli) fn survey(jobs: &[Job], reading: Reading<'_>, sending: usize) -> Survey {
    let is_wanted = |job: &Job| looks_at_others(&job.profile.rules, &job.profile.options);
    if jobs.len() < 2 || !jobs.first().is_some_and(is_wanted) {
        return Survey::default();
    }
    let mut letters = Vec::new();
    let mut paths = jobs.iter().map(|job| &job.absolute).enumerate();
    order::in_order(
        jobs,
        |job| kept(job, reading),
        |kept| {
            let (index, path) = paths.next().expect("each job is looked at once");
            let mut kept = kept;
            if let Some((_, kept)) = kept.as_mut().filter(|_| index + sending >= jobs.len()) {
                kept.send_now();
            }
            letters.extend(kept.map(|(company, kept)| (path.clone(), company, kept)));
        },
    );
    let mut names: Vec<Name> = letters.iter().filter_map(|(_, company, _)| company.clone()).collect();
    names.extend(of_folders(jobs));
    // A name from front matter says how it is spelt, and comes first.
    let mut known = BTreeSet::new();
    names.retain(|name| known.insert(name.joined()));
    let (paths, kept): (Vec<_>, Vec<_>) = letters.into_iter().map(|(path, _, kept)| (path, kept)).unzip();
    let found = paths.into_iter().zip(reuse(&kept)).filter(|(_, reuse)| !reuse.is_empty());
    Survey { companies: Arc::new(Names::of(names)), reuse: found.collect() }
}

/// Companies that folders beside those of `jobs` are called after: there may be letters in them that are not looked at.
fn of_folders(jobs: &[Job]) -> Vec<Name> {
    let mut looked: BTreeSet<&Path> = BTreeSet::new();
    let mut names = Vec::new();
    for job in jobs {
        let Some(folder) = job.absolute.parent() else { continue };
        let is_new = folder.parent().is_some_and(|above| !looked.contains(above));
        if is_new && has_folder_names(&job.profile, folder) {
            looked.extend(folder.parent());
            names.extend(companies_beside(folder));
        }
    }
    names
}

fn kept(job: &Job, reading: Reading<'_>) -> Option<(Option<Name>, Kept)> {
    // What can be read only once, such as a pipe, is not looked at first.
    if job.staged.is_none()
        && (job.path.as_os_str() == "-" || !fs::metadata(&job.path).is_ok_and(|there| there.is_file()))
    {
        return None;
    }
    let file = job.read(reading).ok()?;
    let letter = Letter::outline(file.source, file.format);
    if !job.is_letter && !super::letter::looks_like_a_letter(&letter) {
        return None;
    }
    let own = profiles::with_front_matter(&file.path, &job.absolute, &letter, &job.profile).profile;
    let profile = own.as_ref().unwrap_or(&job.profile);
    let company = company(profile, job.absolute.parent().unwrap_or(&job.absolute));
    let sent = profile.layer.job.sent.as_ref().map(|sent| sent.value);
    let path = if job.path.is_absolute() { shown(&job.absolute) } else { file.path };
    let kept = Kept::of(&path, &letter, company.as_ref(), sent);
    Some((company, kept))
}
