//! `letterlint PATH…`: checks letters.

pub(super) mod baseline;
mod ignores;
pub(super) mod letter;
pub(super) mod limit;
mod lock;
mod order;
mod outputs;
pub(super) mod survey;
mod targets;

use super::args::CheckArgs;
use super::changed::Changed;
use super::files::Reading;
use super::letters::{self, Asked, Letters, PassedOver};
use super::profiles::Profiles;
use super::progress::Progress;
use super::{Ended, Outcome, complain, complain_of, names, staged, stdin, unknown};
use baseline::{Accepting, Baselines};
use ignores::Ignores;
use letter::{Checked, Context, Done};
use letterlint::collect::Applications;
use letterlint::report::{Counts, Ending, FileError, FileReport, Skipped, skipped_line};
use letterlint::settings::{Globs, Profile, repository_root};
use limit::Warnings;
use outputs::Outputs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, mem};

pub(super) fn run(args: &CheckArgs, out: &mut dyn Write) -> Ended {
    let mut profiles = Profiles::new(args)?;
    let found = find(args, &mut profiles)?;
    profiles.warn();
    let first = first_profile(&found, &mut profiles);
    let unknown = first.as_ref().and_then(|first| unknown_name(args, first));
    if let Some(message) = unknown.or_else(|| targets::refused(args, &found, first.as_deref())) {
        return Err(message.into());
    }
    let changed = args.only_changed.as_deref().map(|revision| Changed::since(revision, &found.jobs)).transpose();
    let changed = changed.map_err(|message| format!("--only-changed: {message}"))?;
    let mut baselines = Baselines::default();
    if !args.write_baseline {
        found.jobs.iter().for_each(|job| baselines.read(&job.profile));
    }
    let outputs = Outputs::open(args, first.as_deref(), out)?;
    let mut run = Run {
        args,
        outputs,
        errors: Vec::new(),
        counts: Counts::default(),
        fails: false,
        warnings: Warnings::default(),
        ignores: Ignores::default(),
        accepting: args.write_baseline.then(Accepting::default),
        skipped: Vec::new(),
        failure: None,
    };
    if let Some(error) = &found.unknown_word {
        complain(&error.message);
        run.errors.push(error.clone());
    }
    run.errors(profiles.take_errors());
    run.errors(mem::take(&mut baselines.errors));
    run.work(&found, &baselines, changed.as_ref());
    let outcome = run.end(&found, first.as_deref());
    // The run is over: taking down the rules word by word would only keep the caller waiting.
    mem::forget(profiles);
    outcome
}

/// Finds the letters that `args` name, or those that are staged.
///
/// # Errors
/// What is wrong with a pattern, or why git cannot say what is staged.
fn find(args: &CheckArgs, profiles: &mut Profiles) -> Result<Letters, String> {
    if let Some(path) = args.paths.first().filter(|_| args.staged) {
        let path = path.display();
        return Err(format!("--staged checks what is staged, so it takes no path; leave out `{path}`, or --staged"));
    }
    // Whoever asks for a command that there is not wants no report of the files after it.
    if let Some((first, message)) = args.paths.first().and_then(|first| Some((first, unknown::word(first)?))) {
        let error = FileError { path: first.to_string_lossy().into_owned(), message };
        return Ok(Letters { unknown_word: Some(error), ..Letters::default() });
    }
    let patterns = args.exclude.iter().map(|pattern| pattern.strip_prefix("./").unwrap_or(pattern));
    let exclude =
        Globs::new(&here(), patterns).map_err(|(index, why)| format!("--exclude `{}` {why}", args.exclude[index]))?;
    let exclude = Some(exclude).filter(|_| !args.exclude.is_empty());
    if args.staged {
        return staged::find(profiles, exclude, args.max_size).map_err(|message| format!("--staged: {message}"));
    }
    let standard = [PathBuf::from("-")];
    let asked = Asked {
        paths: if args.paths.is_empty() && reads_stdin(args) { &standard } else { &args.paths },
        stdin_name: args.stdin_name(),
        force_exclude: args.force_exclude,
        exclude: exclude.as_ref(),
    };
    Ok(letters::find(asked, profiles))
}

/// Whether a run without a path is about standard input.
fn reads_stdin(args: &CheckArgs) -> bool {
    // What is compared with git or accepted lies in files.
    let is_about_files = args.only_changed.is_some() || args.write_baseline;
    args.stdin_name.is_some()
        || (!is_about_files && stdin::has_letter(args.stdin_name(), args.max_size.saturating_mul(1 << 20)))
}

/// One run: what it writes and what it has seen so far.
struct Run<'a> {
    args: &'a CheckArgs,
    outputs: Outputs<'a>,
    errors: Vec<FileError>,
    counts: Counts,
    fails: bool,
    warnings: Warnings,
    ignores: Ignores,
    accepting: Option<Accepting>,
    /// Files that may be letters and were not checked.
    skipped: Vec<Skipped>,
    /// The first time that writing failed.
    failure: Option<io::Error>,
}

impl Run<'_> {
    fn errors(&mut self, errors: Vec<FileError>) {
        for error in errors {
            complain_of(&error);
            self.errors.push(error);
        }
    }

    fn work(&mut self, found: &Letters, baselines: &Baselines, changed: Option<&Changed>) {
        self.errors(found.errors.clone());
        let root = repository_root(&here()).map(Path::to_owned);
        let reading = Reading { stdin_name: self.args.stdin_name(), max_mib: self.args.max_size };
        let mut applications = Applications::new(reading.files(), found.walked.clone());
        let (survey, held) = survey::survey(&found.jobs, reading, None);
        applications.survey(survey);
        let links = self.outputs.links.clone();
        let context = Context {
            reading,
            held: &held,
            applications: &applications,
            baselines,
            changed,
            verbosity: self.args.verbose,
            links: links.as_ref(),
            root,
        };
        found.passed_over.iter().for_each(|passed| self.pass_over(passed));
        let mut progress = Progress::of(found.jobs.len());
        let mut jobs = found.jobs.iter();
        order::in_order(
            &found.jobs,
            |job| letter::run(job, &context),
            |done| {
                let job = jobs.next().expect("each job is done once");
                progress.hide();
                match done {
                    Done::Checked(checked) => self.take(&checked, &job.profile, &job.absolute),
                    Done::PassedOver(passed) => self.pass_over(&passed),
                    Done::Failed(error) => self.errors(vec![error]),
                }
                if progress.step() && self.outputs.flush().is_ok() {
                    progress.show();
                }
            },
        );
        progress.hide();
    }

    fn pass_over(&mut self, passed: &PassedOver) {
        if self.args.verbose > 0 {
            complain(&passed.to_string());
        }
        self.skipped.extend(passed.of_summary());
    }

    fn take(&mut self, checked: &Checked, profile: &Arc<Profile>, absolute: &Path) {
        checked.told.iter().for_each(|line| complain(line));
        self.fails |= checked.fails;
        self.ignores.note(profile, &checked.tried_ignores, &checked.used_ignores);
        if let Some(accepting) = &mut self.accepting {
            accepting.accept(profile, absolute, &checked.report);
        }
        self.warnings.note(profile, &checked.report);
        self.report(&checked.report);
    }

    fn report(&mut self, report: &FileReport) {
        self.counts.add(report);
        if self.failure.is_none() {
            self.failure = self.outputs.file(report).err();
        }
    }

    fn end(mut self, found: &Letters, first: Option<&Profile>) -> Ended {
        self.report_ignores(found);
        let is_partial = self.args.only_changed.is_some() || self.args.staged;
        if self.counts.letters == 0 && self.errors.is_empty() && !is_partial {
            complain(
                "no letter was checked; -v shows why, and `files = [\"*.md\"]` in letterlint.toml names your letters",
            );
        }
        if let Some(error) = self.failure {
            return Err(error.into());
        }
        self.skipped.sort();
        if let Some(line) = skipped_line(&self.skipped).filter(|_| !self.outputs.lists_skipped && !self.args.quiet) {
            complain(&line);
        }
        self.outputs.end(&Ending { errors: &self.errors, counts: self.counts, skipped: &self.skipped })?;
        if let Some(accepting) = self.accepting {
            return write_baselines(accepting, first, self.errors.is_empty());
        }
        let exceeded = if self.args.exit_zero { Vec::new() } else { self.warnings.exceeded() };
        for message in &exceeded {
            complain(message);
        }
        Ok(match () {
            () if !self.errors.is_empty() => Outcome::Failed,
            () if !exceeded.is_empty() => Outcome::Findings,
            () if self.fails && !self.args.exit_zero => Outcome::Findings,
            () => Outcome::Clean,
        })
    }

    /// Reports what is wrong with `[[ignore]]`s, as far as this run can know.
    fn report_ignores(&mut self, found: &Letters) {
        if self.args.only_changed.is_some() {
            return;
        }
        for (report, profile) in mem::take(&mut self.ignores).reports(&found.walked) {
            self.warnings.note(&profile, &report);
            self.fails |= profile.threshold().is_some_and(|threshold| report.reaches(threshold));
            self.report(&report);
        }
    }
}

fn write_baselines(accepting: Accepting, first: Option<&Profile>, is_whole: bool) -> Ended {
    if !is_whole {
        return Err("no baseline was written: some letters could not be checked".to_owned().into());
    }
    let said = accepting.write(first.is_some_and(|first| baseline::path_of(first).is_some()))?;
    for line in &said {
        complain(line);
    }
    Ok(Outcome::Clean)
}

/// The settings that count for the run as a whole: those of the first letter, else of the current folder.
fn first_profile(found: &Letters, profiles: &mut Profiles) -> Option<Arc<Profile>> {
    match found.jobs.first() {
        Some(job) => Some(Arc::clone(&job.profile)),
        None => profiles.of(&here().join("letter.md")),
    }
}

/// What to say where an option names a role, pack or rule that nothing is called.
fn unknown_name(args: &CheckArgs, profile: &Profile) -> Option<String> {
    let named = args.select.iter().chain(&args.ignore);
    names::unknown(&profile.rules, args.role.as_deref(), &args.packs)
        .or_else(|| named.into_iter().find_map(|name| names::unknown_rule_or_pack(&profile.rules, name)))
}

fn here() -> PathBuf {
    env::current_dir().unwrap_or_default()
}
