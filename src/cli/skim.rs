//! `letterlint skim PATH…`: what a reader in a hurry meets.

use super::args::{SkimArgs, SkimFormat};
use super::{Outcome, complain, files, load_rules, names, terminal};
use letterlint::check::{Options, check};
use letterlint::letter::Letter;
use letterlint::report::FileError;
use letterlint::report::skim::{self, SkimReport, SkimmedLetter, View};
use letterlint::rule::RuleSet;
use letterlint::skim::Pace;
use std::io::{self, Write};

pub(super) fn run(args: &SkimArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut report = SkimReport::default();
    let rules = match load_rules(&args.rules) {
        Ok(rules) => rules,
        Err(errors) => {
            let told = |error: letterlint::rule::RuleError| FileError {
                path: error.location(),
                message: error.message().to_owned(),
            };
            report.errors = errors.into_iter().map(told).collect();
            write(&report, args, out)?;
            return Ok(Outcome::Failed);
        }
    };
    if let Some(message) = names::unknown(&rules, args.role.as_deref(), &args.packs) {
        complain(&message);
        return Ok(Outcome::Failed);
    }
    for path in &args.paths {
        match files::read(path, &args.stdin_name) {
            Ok(file) => report.letters.push(skimmed(file, &rules, args)),
            Err(error) => {
                complain(&format!("{}: {}", error.path, error.message));
                report.errors.push(error);
            }
        }
    }
    write(&report, args, out)?;
    Ok(match () {
        () if !report.errors.is_empty() => Outcome::Failed,
        () if args.fail_under.is_some_and(|least| report.is_under(least)) => Outcome::Findings,
        () => Outcome::Clean,
    })
}

fn skimmed(file: files::File, rules: &RuleSet, args: &SkimArgs) -> SkimmedLetter {
    let options = Options {
        role: args.role.clone(),
        level: args.level.map(Into::into),
        packs: args.packs.clone(),
        ..Options::default()
    };
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let pace = Pace { seconds: count(args.seconds), words_per_minute: count(args.wpm) };
    let letter = Letter::read(file.source, file.format);
    SkimmedLetter {
        path: file.path,
        role: check(&letter, rules, &options).facts.role,
        skim: letterlint::skim::skim(&letter, rules, &options, pace),
        letter,
    }
}

fn write(report: &SkimReport, args: &SkimArgs, out: &mut dyn Write) -> io::Result<()> {
    let view = View { width: terminal::width(), palette: terminal::palette(args.color), fail_under: args.fail_under };
    match args.format {
        SkimFormat::Full => skim::write(report, &view, out),
        SkimFormat::Json => skim::json::write(report, out),
    }
}
