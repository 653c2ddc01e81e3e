//! `letterlint skim PATH…`: what a reader in a hurry meets.

use super::args::{SkimArgs, SkimFormat};
use super::files::{self, Reading};
use super::profiles::{self, Profiles};
use super::{Outcome, complain, names, terminal};
use letterlint::check::check;
use letterlint::letter::Letter;
use letterlint::report::skim::{self, SkimReport, SkimmedLetter, View};
use letterlint::report::{FileError, write_inert};
use letterlint::settings::Profile;
use letterlint::skim::Pace;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(super) fn run(args: &SkimArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut report = SkimReport::default();
    let mut profiles = Profiles::of_skim(args);
    for path in &args.paths {
        let profile = profiles.of(&absolute(path, &args.stdin_name));
        report.errors.extend(profiles.take_errors());
        let Some(profile) = profile else { continue };
        if let Some(message) = names::unknown(&profile.rules, args.role.as_deref(), &args.packs) {
            complain(&message);
            return Ok(Outcome::Failed);
        }
        match skimmed(path, &profile, args) {
            Ok(letter) => report.letters.push(letter),
            Err(error) => report.errors.push(error),
        }
    }
    report.errors.iter().for_each(|error| complain(&format!("{}: {}", error.path, error.message)));
    write(&report, args, out)?;
    Ok(match () {
        () if !report.errors.is_empty() => Outcome::Failed,
        () if args.fail_under.is_some_and(|least| report.is_under(least)) => Outcome::Findings,
        () => Outcome::Clean,
    })
}

fn absolute(path: &Path, stdin_name: &str) -> PathBuf {
    let path = if path.as_os_str() == "-" { Path::new(stdin_name) } else { path };
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn skimmed(path: &Path, profile: &Profile, args: &SkimArgs) -> Result<SkimmedLetter, FileError> {
    let file = files::read_letter(path, Reading { stdin_name: &args.stdin_name, max_mib: args.max_size })?;
    let letter = Letter::read(file.source, file.format);
    let own = profiles::with_front_matter(&file.path, &absolute(path, &args.stdin_name), &letter, profile);
    own.complain(&file.path, &letter, profile);
    let Profile { rules, options, .. } = own.profile.as_ref().unwrap_or(profile);
    if options.is_redacted {
        let message =
            "the settings do not allow a letter's words to be printed, and skim prints nothing else".to_owned();
        return Err(FileError { path: file.path, message });
    }
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let pace = Pace { seconds: count(args.seconds), words_per_minute: count(args.wpm) };
    Ok(SkimmedLetter {
        path: file.path,
        role: check(&letter, rules, options).facts.role,
        skim: letterlint::skim::skim(&letter, rules, options, pace),
        letter,
    })
}

fn write(report: &SkimReport, args: &SkimArgs, out: &mut dyn Write) -> io::Result<()> {
    let view = View { width: terminal::width(), palette: terminal::palette(args.color), fail_under: args.fail_under };
    match args.format {
        SkimFormat::Full if terminal::is_workflow_log() => {
            let mut text = Vec::new();
            skim::write(report, &view, &mut text)?;
            write_inert(&text, out)
        }
        SkimFormat::Full => skim::write(report, &view, out),
        SkimFormat::Json => skim::json::write(report, out),
    }
}
