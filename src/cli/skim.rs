//! `letterlint skim PATH…`: what a reader in a hurry meets.

use super::args::{SkimArgs, SkimFormat};
use super::files::Reading;
use super::letters::{self, Asked, Job, PassedOver};
use super::opened::Opened;
use super::profiles::Profiles;
use super::{Ended, Outcome, complain, complain_of, names, terminal};
use letterlint::report::skim::{self, SkimReport, SkimmedLetter, View};
use letterlint::report::{FileError, Links, SkipReason};
use letterlint::settings::Profile;
use letterlint::skim::Pace;
use std::io::{self, Write};
use std::path::Path;

pub(super) fn run(args: &SkimArgs, out: &mut dyn Write) -> Ended {
    let mut report = SkimReport::default();
    let mut profiles = Profiles::of_skim(args);
    let asked = Asked { paths: &args.paths, stdin_name: &args.stdin_name, force_exclude: false, exclude: None };
    let found = letters::find(asked, &mut profiles);
    report.errors.extend(found.errors.into_iter().chain(found.unknown_word));
    report.errors.extend(profiles.take_errors());
    let mut skipped: Vec<PassedOver> = found.passed_over.into_iter().filter(|one| one.skipped.is_some()).collect();
    let links = terminal::links(terminal::palette(args.color));
    for job in &found.jobs {
        if let Some(message) = names::unknown(&job.profile.rules, args.role.as_deref(), &args.packs) {
            return Err(message.into());
        }
        match skimmed(job, args, links.as_ref()) {
            Ok(Some(letter)) => report.letters.push(letter),
            Ok(None) => skipped.push(no_letter(&job.path)),
            Err(error) => report.errors.push(error),
        }
    }
    for passed in &skipped {
        complain(&format!("skipped {passed}"));
    }
    if report.letters.is_empty() && report.errors.is_empty() {
        return Err("no letter was read; name a letter, or a folder that contains some".to_owned().into());
    }
    report.errors.iter().for_each(complain_of);
    write(&report, args, out)?;
    Ok(match () {
        () if !report.errors.is_empty() => Outcome::Failed,
        () if args.fail_under.is_some_and(|least| report.is_under(least)) => Outcome::Findings,
        () => Outcome::Clean,
    })
}

/// A file that a walk met, and that looks like no letter.
fn no_letter(path: &Path) -> PassedOver {
    PassedOver::skipped(&path.to_string_lossy(), SkipReason::NoGreeting)
}

/// What a reader meets of the letter of `job`; `None` where it was met in a walk and looks like no letter.
fn skimmed(job: &Job, args: &SkimArgs, links: Option<&Links>) -> Result<Option<SkimmedLetter>, FileError> {
    let opened = Opened::of(job, Reading { stdin_name: &args.stdin_name, max_mib: args.max_size })?;
    if !opened.is_letter(job) {
        return Ok(None);
    }
    let opened = opened.printable(job, "skim")?;
    let Profile { rules, options, .. } = opened.profile(job);
    let letter = &opened.letter;
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let pace = Pace { seconds: count(args.seconds), words_per_minute: count(args.wpm) };
    Ok(Some(SkimmedLetter {
        link: links.and_then(|links| links.to(&job.absolute)),
        skim: letterlint::skim::skim(letter, rules, options, pace),
        path: opened.path,
        letter: opened.letter,
    }))
}

fn write(report: &SkimReport, args: &SkimArgs, out: &mut dyn Write) -> io::Result<()> {
    let view = View { width: terminal::width(), palette: terminal::palette(args.color), fail_under: args.fail_under };
    match args.format {
        SkimFormat::Full => {
            let mut text = Vec::new();
            skim::write(report, &view, &mut text)?;
            terminal::print(&text, out)
        }
        SkimFormat::Json => skim::json::write(report, out),
    }
}
