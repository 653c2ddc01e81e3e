//! `letterlint PATH…`: checks letters.

use super::args::{CheckArgs, FormatArg};
use super::{Outcome, complain, files, load_rules, names, terminal};
use letterlint::check::{Options, check};
use letterlint::letter::Letter;
use letterlint::report::{FileReport, Report, concise, full, json};
use letterlint::rule::RuleSet;
use std::io::{self, Write};

pub(super) fn run(args: &CheckArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut report = Report::default();
    let rules = match load_rules(&args.rules) {
        Ok(rules) => rules,
        Err(errors) => {
            // A broken rule is an error in every format: programs read it where they read everything.
            let told = |error: letterlint::rule::RuleError| letterlint::report::FileError {
                path: error.location(),
                message: error.message().to_owned(),
            };
            report.errors = errors.into_iter().map(told).collect();
            write(&report, args, out)?;
            return Ok(Outcome::Failed);
        }
    };
    // The process ends with the run: freeing thousands of words one by one is for nobody.
    let rules: &RuleSet = Box::leak(Box::new(rules));
    if let Some(message) = names::unknown(rules, args.role.as_deref(), &args.packs) {
        complain(&message);
        return Ok(Outcome::Failed);
    }
    let options = Options {
        tier: args.tier.tier(),
        role: args.role.clone(),
        level: args.level.map(Into::into),
        packs: args.packs.clone(),
        ..Options::default()
    };
    for path in &args.paths {
        match files::read(path, &args.stdin_name) {
            Ok(file) => {
                let letter = Letter::read(file.source, file.format);
                let checked = check(&letter, rules, &options);
                if args.verbose {
                    tell(&file.path, &letter, &checked.facts);
                }
                let source = letter.into_source();
                report.files.push(FileReport::of_letter(&file.path, source, checked.facts, checked.diagnostics));
            }
            Err(error) => {
                complain(&format!("{}: {}", error.path, error.message));
                report.errors.push(error);
            }
        }
    }
    write(&report, args, out)?;
    let is_reached =
        args.fail_on.threshold().is_some_and(|threshold| report.files.iter().any(|file| file.reaches(threshold)));
    Ok(match () {
        () if !report.errors.is_empty() => Outcome::Failed,
        () if is_reached => Outcome::Findings,
        () => Outcome::Clean,
    })
}

fn write(report: &Report, args: &CheckArgs, out: &mut dyn Write) -> io::Result<()> {
    let palette = terminal::palette(args.color);
    let show = args.show.into();
    match args.format {
        FormatArg::Full => {
            let view = full::View { width: terminal::width(), show, palette, is_quiet: args.quiet };
            full::write(report, &view, out)
        }
        FormatArg::Concise => concise::write(report, show, palette, out),
        FormatArg::Json => json::write(report, out),
    }
}

/// Says how a letter was taken apart.
fn tell(path: &str, letter: &Letter, facts: &letterlint::check::Facts) {
    let role = facts.role.as_deref().unwrap_or("none");
    complain(&format!("{path}: {} words of body, tier {}, role {role}", facts.words, facts.tier.tier.name()));
    for part in letter.parts() {
        let start = letter.source().position(part.span.start);
        let end = letter.source().position(part.span.end);
        complain(&format!("{path}:{}-{}: {}", start.line, end.line, part.kind.name()));
    }
}
