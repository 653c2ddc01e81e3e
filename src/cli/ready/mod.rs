//! `letterlint ready [PATH…]`: the gate before a letter is sent.

mod around;
mod item;
mod json;
mod judge;
mod known;
mod missing;
mod text;

use super::args::{ReadyArgs, ReadyFormat};
use super::check::baseline::Baselines;
use super::check::letter::{self, Checked, Context, Done};
use super::check::limit::Warnings;
use super::check::survey;
use super::files::Reading;
use super::letters::{self, Asked, Job, Letters, PassedOver};
use super::profiles::Profiles;
use super::{Ended, Outcome, complain_of, terminal};
use item::{Sheet, Verdict};
use judge::Judge;
use letterlint::application::applications_beside;
use letterlint::collect::Applications;
use letterlint::report::FileError;
use letterlint::rule::RuleSet;
use letterlint::settings::repository_root;
use std::collections::HashSet;
use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(super) fn run(args: &ReadyArgs, out: &mut dyn Write) -> Ended {
    let mut profiles = Profiles::of_ready(args)?;
    let asked = |paths| Asked { paths, stdin_name: "stdin.md", force_exclude: false, exclude: None };
    let named = letters::find(asked(&args.paths), &mut profiles);
    let among =
        args.among.clone().map_or_else(|| named.jobs.first().map(among).unwrap_or_default(), |among| vec![among]);
    let others = if among.is_empty() { Letters::default() } else { letters::find(asked(&among), &mut profiles) };
    let mut errors: Vec<FileError> = Vec::new();
    if let Some(folder) = args.among.as_ref().filter(|folder| !folder.is_dir()) {
        let message = "no such folder; check the spelling of the path".to_owned();
        errors.push(FileError { path: format!("--among {}", folder.display()), message });
    }
    errors.extend(named.errors.iter().chain(&named.unknown_word).cloned());
    errors.extend(profiles.take_errors());
    let mut gate = Gate { skipped: may_be_letters(&named), checked: Vec::new(), errors };
    let is_alone = gate.check(&named, others, Reading { stdin_name: "stdin.md", max_mib: args.max_size });
    if gate.checked.is_empty() && gate.errors.is_empty() {
        return Err("no letter was checked; name one, or say with `files = [\"*.md\"]` in letterlint.toml what one is"
            .to_owned()
            .into());
    }
    let rules = RuleSet::shipped();
    let checklist: Vec<_> = rules.packs().filter(|pack| pack.is_always).map(|pack| &*pack.checklist).collect();
    let checklist = checklist.into_iter().find(|list| !list.is_empty()).expect("the core pack has a checklist");
    let exceeded = gate.exceeded();
    let judges = gate.checked.iter().map(|(job, checked)| {
        let gated = checked.gated.as_ref().expect("letters to be sent are kept as they were read");
        Judge { checked, gated, job, is_alone, is_strict: args.strict, exceeded: &exceeded }
    });
    let sheets: Vec<Sheet<'_>> = judges.map(|judge| judge.sheet(checklist)).collect();
    for error in &gate.errors {
        complain_of(error);
    }
    write(args, &sheets, &gate, out)?;
    Ok(match () {
        () if !gate.errors.is_empty() => Outcome::Failed,
        () if sheets.iter().any(|sheet| sheet.verdict() == Verdict::NotReady) => Outcome::Findings,
        () => Outcome::Clean,
    })
}

/// Files that were met in a walk, were not read, and may be letters all the same.
fn may_be_letters(named: &Letters) -> Vec<PassedOver> {
    named.passed_over.iter().filter(|passed| passed.skipped.is_some()).cloned().collect()
}

/// The letters that are to be sent.
struct Gate<'a> {
    checked: Vec<(&'a Job, Box<Checked>)>,
    skipped: Vec<PassedOver>,
    errors: Vec<FileError>,
}

impl<'a> Gate<'a> {
    /// Says which limits of warnings the letters exceed together, as a check of them does.
    fn exceeded(&self) -> Vec<String> {
        let mut warnings = Warnings::default();
        self.checked.iter().for_each(|(job, checked)| warnings.note(&job.profile, &checked.report));
        warnings.exceeded()
    }

    /// Checks the letters of `named`, among which and `others` they are sent; whether there is one letter only.
    fn check(&mut self, named: &'a Letters, others: Letters, reading: Reading<'_>) -> bool {
        let is_sent: HashSet<&Path> = named.jobs.iter().map(|job| job.absolute.as_path()).collect();
        // A letter that is named is one whatever the walk takes it for, and sent after all others.
        let mut all = others.jobs;
        all.retain(|job| !is_sent.contains(job.absolute.as_path()));
        all.extend(named.jobs.iter().cloned());
        let walked = &named.walked;
        let (survey, held) = survey::survey(&all, reading, Some(survey::Gate { sending: named.jobs.len(), walked }));
        let mut applications = Applications::for_gate(reading.files(), walked.clone());
        let is_alone = survey.letters < 2;
        applications.survey(survey);
        let baselines = Baselines::default();
        let root = repository_root(&env::current_dir().unwrap_or_default()).map(Path::to_owned);
        let context = Context {
            reading,
            held: &held,
            applications: &applications,
            baselines: &baselines,
            changed: None,
            verbosity: 0,
            links: None,
            root,
        };
        for job in &named.jobs {
            match letter::run(job, &context) {
                Done::Checked(checked) => self.checked.push((job, checked)),
                Done::PassedOver(passed) => self.skipped.push(passed),
                Done::Failed(error) => self.errors.push(error),
            }
        }
        is_alone
    }
}

fn write(args: &ReadyArgs, sheets: &[Sheet<'_>], gate: &Gate<'_>, out: &mut dyn Write) -> io::Result<()> {
    if args.format == ReadyFormat::Json {
        return json::write(sheets, &gate.skipped, &gate.errors, out);
    }
    let page = text::Page { palette: terminal::palette(args.color), is_quiet: args.quiet };
    let mut text = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        if index > 0 {
            writeln!(text)?;
        }
        page.write(sheet, &mut text)?;
    }
    let verdicts: Vec<Verdict> = sheets.iter().map(Sheet::verdict).collect();
    page.total(&verdicts, &gate.skipped, &mut text)?;
    terminal::print(&text, out)
}

/// The folders of all letters that `job` is compared with.
fn among(job: &Job) -> Vec<PathBuf> {
    let settings = Path::new(&job.profile.loaded.path).parent().filter(|_| !job.profile.loaded.path.is_empty());
    let settings = settings.map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    if let Some(root) = job.repository.as_deref().or(settings) {
        return vec![root.to_owned()];
    }
    let own = job.absolute.parent().unwrap_or(&job.absolute).to_owned();
    let here = env::current_dir().unwrap_or_default();
    // What lies beside the current folder may have nothing to do with it.
    let beside = if own != here && own.starts_with(&here) { applications_beside(&job.absolute) } else { Vec::new() };
    beside.into_iter().chain([own]).collect()
}
