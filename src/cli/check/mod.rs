//! `letterlint PATH…`: checks letters.

mod baseline;
mod letter;
mod order;
mod outputs;

use super::args::CheckArgs;
use super::changed::Changed;
use super::files::Reading;
use super::letters::{self, Letters};
use super::profiles::Profiles;
use super::progress::Progress;
use super::whole_file::WholeFile;
use super::{Outcome, complain, names};
use baseline::Baselines;
use letter::{Checked, Context, Done};
use letterlint::report::{Counts, Ending, FileError, FileReport};
use letterlint::settings::Profile;
use letterlint::suppress::{Baseline, unused_ignore};
use outputs::Outputs;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::{env, mem};

pub(super) fn run(args: &CheckArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut profiles = match Profiles::new(args) {
        Ok(profiles) => profiles,
        Err(error) => {
            complain(&error.to_string());
            return Ok(Outcome::Failed);
        }
    };
    let found = letters::find(args, &mut profiles);
    profiles.take_warnings().iter().for_each(|warning| complain(warning));
    let first = first_profile(&found, &mut profiles);
    if let Some(message) = first.as_ref().and_then(|first| unknown_name(args, first)) {
        complain(&message);
        return Ok(Outcome::Failed);
    }
    let changed = match args.only_changed.as_deref().map(|revision| Changed::since(revision, &here())).transpose() {
        Ok(changed) => changed,
        Err(message) => {
            complain(&format!("--only-changed: {message}"));
            return Ok(Outcome::Failed);
        }
    };
    let mut baselines = Baselines::default();
    if !args.write_baseline {
        found.jobs.iter().for_each(|job| baselines.read(&job.profile));
    }
    let outputs = match Outputs::open(args, first.as_deref(), out) {
        Ok(outputs) => outputs,
        Err((path, error)) => {
            complain(&format!("{}: cannot be written: {error}", path.display()));
            return Ok(Outcome::Failed);
        }
    };
    let mut run = Run {
        args,
        outputs,
        errors: Vec::new(),
        counts: Counts::default(),
        fails: false,
        ignores: Ignores::default(),
        accepted: args.write_baseline.then(BTreeMap::new),
        failure: None,
    };
    run.errors(profiles.take_errors());
    run.errors(mem::take(&mut baselines.errors));
    run.work(&found, &baselines, changed.as_ref());
    let outcome = run.end(&found, first.as_deref());
    // The run is over: taking down the rules word by word would only keep the caller waiting.
    mem::forget(profiles);
    outcome
}

/// One run: what it writes and what it has seen so far.
struct Run<'a> {
    args: &'a CheckArgs,
    outputs: Outputs<'a>,
    errors: Vec<FileError>,
    counts: Counts,
    fails: bool,
    ignores: Ignores,
    /// Findings to be accepted, by baseline file.
    accepted: Option<BTreeMap<std::path::PathBuf, Baseline>>,
    /// The first time that writing failed.
    failure: Option<io::Error>,
}

/// Which `[[ignore]]`s of which settings file were tried, and which took something away.
#[derive(Default)]
struct Ignores {
    tried: BTreeMap<String, (Arc<Profile>, BTreeSet<usize>)>,
    used: BTreeSet<(String, usize)>,
}

impl Run<'_> {
    fn errors(&mut self, errors: Vec<FileError>) {
        for error in errors {
            complain(&format!("{}: {}", error.path, error.message));
            self.errors.push(error);
        }
    }

    fn work(&mut self, found: &Letters, baselines: &Baselines, changed: Option<&Changed>) {
        self.errors(found.errors.clone());
        let reading = Reading { stdin_name: &self.args.stdin_name, max_mib: self.args.max_size };
        let context = Context { reading, baselines, changed, is_verbose: self.args.verbose };
        if self.args.verbose {
            found.passed_over.iter().for_each(|why| complain(why));
        }
        let mut progress = Progress::of(found.jobs.len());
        let mut jobs = found.jobs.iter();
        order::in_order(
            &found.jobs,
            |job| letter::run(job, &context),
            |done| {
                let job = jobs.next().expect("each job is done once");
                progress.hide();
                match done {
                    Done::Checked(checked) => self.take(*checked, &job.profile, &job.absolute),
                    Done::PassedOver(why) if self.args.verbose => complain(&why),
                    Done::PassedOver(_) => {}
                    Done::Failed(error) => self.errors(vec![error]),
                }
                if progress.step() && self.outputs.flush().is_ok() {
                    progress.show();
                }
            },
        );
        progress.hide();
    }

    fn take(&mut self, checked: Checked, profile: &Arc<Profile>, absolute: &Path) {
        checked.told.iter().for_each(|line| complain(line));
        self.fails |= checked.fails;
        let settings = profile.loaded.path.clone();
        if !checked.tried_ignores.is_empty() {
            let tried = self.ignores.tried.entry(settings.clone());
            tried.or_insert_with(|| (Arc::clone(profile), BTreeSet::new())).1.extend(checked.tried_ignores);
            self.ignores.used.extend(checked.used_ignores.into_iter().map(|index| (settings.clone(), index)));
        }
        if let Some(accepted) = &mut self.accepted {
            let file = baseline::path_of(profile).unwrap_or(Path::new(baseline::DEFAULT_FILE));
            let key = baseline::key(file, absolute);
            let report = &checked.report;
            accepted.entry(file.to_owned()).or_default().accept(&key, &report.source, report.diagnostics.iter());
        }
        self.report(&checked.report);
    }

    fn report(&mut self, report: &FileReport) {
        self.counts.add(report);
        if self.failure.is_none() {
            self.failure = self.outputs.file(report).err();
        }
    }

    fn end(mut self, found: &Letters, first: Option<&Profile>) -> io::Result<Outcome> {
        self.report_ignores(found);
        if self.counts.letters == 0 && self.errors.is_empty() {
            complain(
                "no letter was checked; -v says why, and `files = [\"*.md\"]` in letterlint.toml says what one is",
            );
        }
        if let Some(error) = self.failure {
            return Err(error);
        }
        self.outputs.end(&Ending { errors: &self.errors, counts: self.counts })?;
        if let Some(accepted) = self.accepted {
            return write_baselines(accepted, first, self.errors.is_empty());
        }
        Ok(match () {
            () if !self.errors.is_empty() => Outcome::Failed,
            () if self.fails && !self.args.exit_zero => Outcome::Findings,
            () => Outcome::Clean,
        })
    }

    /// Reports `[[ignore]]`s that took nothing away, where this run can know that they are not needed.
    fn report_ignores(&mut self, found: &Letters) {
        let ignores = mem::take(&mut self.ignores);
        for (settings, (profile, tried)) in ignores.tried {
            let is_whole = found.walked.iter().any(|folder| here().join(&settings).starts_with(folder));
            let mut by_source: BTreeMap<usize, Vec<_>> = BTreeMap::new();
            for index in tried {
                let entry = &profile.loaded.ignores()[index];
                let is_known = is_whole || entry.is_for_one_file;
                if is_known && self.args.only_changed.is_none() && !ignores.used.contains(&(settings.clone(), index)) {
                    let found = unused_ignore(&entry.ignore, &profile.rules, &profile.options);
                    by_source.entry(entry.source).or_default().extend(found);
                }
            }
            for (source, diagnostics) in by_source.into_iter().filter(|(_, found)| !found.is_empty()) {
                let file = profile.loaded.source(source);
                let report = FileReport {
                    facts: None,
                    is_redacted: profile.options.is_redacted,
                    ..FileReport::of_settings(&file.path, file.source.clone(), diagnostics)
                };
                self.fails |= profile.threshold().is_some_and(|threshold| report.reaches(threshold));
                self.report(&report);
            }
        }
    }
}

fn write_baselines(
    accepted: BTreeMap<std::path::PathBuf, Baseline>,
    first: Option<&Profile>,
    is_whole: bool,
) -> io::Result<Outcome> {
    if !is_whole {
        complain("no baseline was written: some letters could not be checked");
        return Ok(Outcome::Failed);
    }
    for (path, baseline) in accepted {
        let mut file = WholeFile::create(&path)?;
        file.write_all(baseline.to_json().as_bytes())?;
        file.keep()?;
        let (findings, letters) = baseline.counts();
        let path = path.display();
        let is_named = first.is_some_and(|first| baseline::path_of(first).is_some());
        let hint = if is_named {
            String::new()
        } else {
            format!("; `baseline = \"{path}\"` in letterlint.toml puts it in force")
        };
        complain(&format!("{path}: {findings} findings of {letters} letters are accepted{hint}"));
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

fn here() -> std::path::PathBuf {
    env::current_dir().unwrap_or_default()
}
