//! One letter, from its bytes to its report.

use super::super::changed::{self, Changed, Lines};
use super::super::files::Reading;
use super::super::letters::{Job, PassedOver};
use super::super::opened::{Held, Opened};
use super::baseline::{self, Baselines};
use letterlint::check::{Answered, Facts, Prepared};
use letterlint::collect::{Applications, Around};
use letterlint::front_matter::{self, Fault};
use letterlint::letter::Letter;
use letterlint::report::{FileError, FileReport, Links, SkipReason, counted};
use letterlint::settings::Profile;
use letterlint::suppress::{Suppressions, sift};
use std::path::{Path, PathBuf};

/// What a letter is checked with besides its settings.
pub(in crate::cli) struct Context<'a> {
    pub(in crate::cli) reading: Reading<'a>,
    /// Letters that were opened before.
    pub(in crate::cli) held: &'a Held,
    pub(in crate::cli) applications: &'a Applications<'a>,
    pub(in crate::cli) baselines: &'a Baselines,
    pub(in crate::cli) changed: Option<&'a Changed>,
    pub(in crate::cli) verbosity: u8,
    /// How places become links, where the terminal follows them.
    pub(in crate::cli) links: Option<&'a Links>,
    /// The root of the repository that the run is in.
    pub(in crate::cli) root: Option<PathBuf>,
}

/// How checking a file went.
pub(in crate::cli) enum Done {
    Checked(Box<Checked>),
    /// It is no letter, or not one to be looked at: why.
    PassedOver(PassedOver),
    Failed(FileError),
}

/// A letter that was checked.
pub(in crate::cli) struct Checked {
    pub(in crate::cli) report: FileReport,
    /// Whether a finding makes the exit code 1.
    pub(in crate::cli) fails: bool,
    /// Indices of the `[[ignore]]`s that took something away, and of those that could have.
    pub(in crate::cli) used_ignores: Vec<usize>,
    pub(in crate::cli) tried_ignores: Vec<usize>,
    /// What the letter is part of.
    pub(in crate::cli) around: Around,
    /// What `-v` says of it.
    pub(in crate::cli) told: Vec<String>,
    /// What `ready` asks of the letter.
    pub(in crate::cli) gated: Option<Box<Gated>>,
}

/// What is asked of a letter before it is sent, besides its findings.
pub(in crate::cli) struct Gated {
    pub(in crate::cli) letter: Letter,
    /// The settings that it was checked with.
    pub(in crate::cli) profile: Profile,
    /// How much of another text it answers, by the rules that count it.
    pub(in crate::cli) answered: Vec<(String, Answered)>,
}

/// Checks the file of `job`.
pub(in crate::cli) fn run(job: &Job, context: &Context<'_>) -> Done {
    match checked(job, context) {
        Ok(done) => done,
        Err(error) => Done::Failed(error),
    }
}

fn checked(job: &Job, context: &Context<'_>) -> Result<Done, FileError> {
    let opened = context.held.take(job, context.reading)?;
    let lines = match context.changed.map(|changed| changed.lines(job, opened.letter.source())).transpose() {
        Ok(Some(Lines::Unchanged)) => return Ok(Done::PassedOver(PassedOver::new(&opened.path, "unchanged"))),
        Ok(lines) => lines,
        Err(message) => return Err(FileError { path: opened.path, message }),
    };
    if !opened.is_letter(job) {
        return Ok(Done::PassedOver(PassedOver::skipped(&opened.path, SkipReason::NoGreeting)));
    }
    let Opened { path, mut letter, own } = opened;
    letter.complete();
    let profile = own.profile.as_ref().unwrap_or(&job.profile);
    let (around, unusable) = context.applications.of(job.place(), &job.profile, profile, &letter)?;
    let prepared = Prepared::of(&letter, &profile.rules, &profile.options, &around.application);
    let mut found = prepared.check();
    let files = unusable.iter().map(|file| Fault::file(&letter, file.line, file.key, &file.why));
    let faults: Vec<Fault> = own.faults.iter().cloned().chain(files).collect();
    front_matter::add_findings(&mut found, &faults, &letter, &profile.rules, &profile.options);
    let is_gate = context.applications.is_gate();
    let mut answered = Vec::new();
    if is_gate {
        prepared.add_demanded(&mut found);
        let items = profile.rules.packs().flat_map(|pack| &pack.checklist);
        let counted = items.filter_map(|item| item.counted.as_deref());
        answered.extend(counted.filter_map(|id| Some((id.to_owned(), prepared.answered(id)?))));
    }
    let facts = found.facts.clone();
    let mut told = tell(&path, &letter, &facts, profile, context.verbosity);
    let ignores = profile.loaded.ignores_for(&job.absolute);
    let held = Suppressions {
        rules: &profile.rules,
        options: &profile.options,
        requires_reason: profile.requires_reason(),
        ignores: &ignores,
    };
    let sifted = sift(&letter, found, &held);
    let (mut diagnostics, mut suppressed) = (sifted.diagnostics, sifted.suppressed);
    if let Some((path, accepted)) = context.baselines.of(profile) {
        let accepted = accepted.sift(&baseline::key(path, &job.absolute), letter.source(), diagnostics);
        diagnostics = accepted.diagnostics;
        suppressed.extend(accepted.suppressed);
        suppressed.sort_by_key(|one| one.diagnostic.span);
    }
    match lines {
        Some(Lines::Changed(changes)) => {
            let line = |at| changed::line(letter.source().text(), at);
            diagnostics.retain(|found| changed::meets(&changes, line(found.span.start), line(found.span.end)));
        }
        Some(Lines::Unknown(why)) if context.verbosity > 0 => {
            told.push(format!("{path}: all findings are shown, not only those on changed lines: {why}"));
        }
        _ => {}
    }
    let gated = is_gate.then(|| Box::new(Gated { letter: letter.clone(), profile: profile.clone(), answered }));
    let settings = Some(profile.loaded.path.clone()).filter(|path| !path.is_empty());
    let report = FileReport {
        repository_path: repository_path(job, context.root.as_deref()).unwrap_or_else(|| path.clone()),
        link: context.links.and_then(|links| links.to(&job.absolute)),
        settings,
        company: profile.layer.job.company_in(job.place().folder()).map(|(company, _)| company),
        suppressed,
        is_redacted: profile.options.is_redacted,
        ..FileReport::of_letter(&path, letter, facts, diagnostics)
    };
    let fails = profile.threshold().is_some_and(|threshold| report.reaches(threshold));
    let tried_ignores = ignores.iter().map(|(index, _)| *index).collect();
    let checked = Checked { report, fails, used_ignores: sifted.used_ignores, tried_ignores, around, told, gated };
    Ok(Done::Checked(Box::new(checked)))
}

/// The file as seen from the root of the repository that the run is in, where it lies there, else of its own.
fn repository_path(job: &Job, run_root: Option<&Path>) -> Option<String> {
    let below = |root: &Path| Some(job.absolute.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/"));
    run_root.and_then(below).or_else(|| below(job.repository.as_deref()?))
}

/// Says how a letter was read: in one line, or with its parts.
fn tell(path: &str, letter: &Letter, facts: &Facts, profile: &Profile, verbosity: u8) -> Vec<String> {
    if verbosity == 0 {
        return Vec::new();
    }
    let role = facts.role.as_deref().unwrap_or("none");
    let tier = facts.tier.tier.name();
    let settings = if profile.loaded.path.is_empty() { "none" } else { &profile.loaded.path };
    let words = counted(facts.words, "word");
    let mut told = vec![format!("{path}: {words} in the body, tier {tier}, role {role}, settings {settings}")];
    for part in letter.parts().iter().filter(|_| verbosity > 1) {
        let start = letter.source().position(part.span.start);
        let end = letter.source().position(part.span.end);
        told.push(format!("{path}:{}-{}: {}", start.line, end.line, part.kind.name()));
    }
    told
}
