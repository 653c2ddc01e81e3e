//! `letterlint ready PATH…`: the gate before a letter is sent.

mod around;
mod list;

use super::application::Applications;
use super::args::ReadyArgs;
use super::check::baseline::Baselines;
use super::check::letter::{self, Checked, Context, Done};
use super::check::survey;
use super::files::Reading;
use super::letters::{self, Asked, Job};
use super::profiles::Profiles;
use super::{Outcome, complain, terminal};
use letterlint::diagnostic::{Diagnostic, Severity};
use letterlint::letter::{Format, Letter};
use letterlint::report::{Palette, visible, write_inert};
use letterlint::settings::repository_root;
use list::{ITEMS, Item, Needs};
use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(super) fn run(args: &ReadyArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut profiles = match Profiles::of_ready(args) {
        Ok(profiles) => profiles,
        Err(error) => {
            complain(&error.to_string());
            return Ok(Outcome::Failed);
        }
    };
    let asked = |paths| Asked { paths, stdin_name: "stdin.md", force_exclude: false, exclude: None };
    let named = letters::find(asked(&args.paths), &mut profiles);
    let among = args.among.clone().or_else(|| named.jobs.first().map(root_of)).unwrap_or_else(|| PathBuf::from("."));
    let mut all = letters::find(asked(&[among]), &mut profiles);
    // A letter that is named is one whatever the walk takes it for, and sent after all others.
    all.jobs.retain(|job| named.jobs.iter().all(|other| other.absolute != job.absolute));
    all.jobs.extend(named.jobs.iter().map(|job| Job { is_letter: true, ..job.clone() }));
    let mut errors: Vec<String> = Vec::new();
    if let Some(folder) = args.among.as_ref().filter(|folder| !folder.is_dir()) {
        errors.push(format!("--among {}: no such folder; check the spelling of the path", folder.display()));
    }
    errors.extend(named.errors.iter().map(|error| format!("{}: {}", error.path, error.message)));
    errors.extend(profiles.take_errors().into_iter().map(|error| format!("{}: {}", error.path, error.message)));
    let reading = Reading { stdin_name: "stdin.md", max_mib: args.max_size };
    let mut applications = Applications::new(reading, all.walked.clone());
    applications.survey(survey::survey(&all.jobs, reading, named.jobs.len()));
    let baselines = Baselines::default();
    let root = repository_root(&env::current_dir().unwrap_or_default()).map(Path::to_owned);
    let context =
        Context { reading, applications: &applications, baselines: &baselines, changed: None, is_verbose: false, root };
    let mut text = Vec::new();
    let mut is_ready = true;
    for job in &named.jobs {
        match letter::run(job, &context) {
            Done::Checked(checked) => {
                let sheet = Sheet { checked: &checked, job, is_alone: all.jobs.len() < 2, args };
                is_ready &= sheet.write(terminal::palette(args.color), &mut text)?;
            }
            Done::PassedOver(passed) => errors.push(passed.to_string()),
            Done::Failed(error) => errors.push(format!("{}: {}", error.path, error.message)),
        }
    }
    for error in &errors {
        complain(error);
    }
    if terminal::is_workflow_log() {
        write_inert(&text, out)?;
    } else {
        out.write_all(&text)?;
    }
    Ok(match () {
        () if !errors.is_empty() => Outcome::Failed,
        () if !is_ready => Outcome::Findings,
        () => Outcome::Clean,
    })
}

/// The folder of all letters that `job` is held against.
fn root_of(job: &Job) -> PathBuf {
    let settings = Path::new(&job.profile.loaded.path).parent().filter(|_| !job.profile.loaded.path.is_empty());
    let settings = settings.map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let own = job.absolute.parent().unwrap_or(&job.absolute);
    job.repository.as_deref().or(settings).unwrap_or(own).to_owned()
}

/// The checklist of one letter.
struct Sheet<'a> {
    checked: &'a Checked,
    job: &'a Job,
    /// Whether there is no other letter.
    is_alone: bool,
    args: &'a ReadyArgs,
}

impl Sheet<'_> {
    /// Writes the checklist; whether the letter is ready.
    fn write(&self, palette: Palette, out: &mut dyn Write) -> io::Result<bool> {
        let report = &self.checked.report;
        let letter = Letter::outline(report.source.clone(), Format::of_name(&report.path));
        writeln!(out, "{}", palette.strong(&visible(&report.path)))?;
        let mut open = 0;
        for item in &ITEMS {
            let mut findings: Vec<String> = self.findings(item).map(|found| said(found, &letter)).collect();
            if item.needs == Needs::Nothing && item.rules.contains(&"leftover-placeholder") {
                findings.extend(around::name(&self.job.path).filter(|_| !report.is_redacted));
                let front = letter.front_matter().map(|span| around::front_matter(letter.source(), span));
                findings.extend(front.into_iter().flatten().map(|said| self.redacted(said)));
            }
            open += findings.len();
            self.line(item, &findings, palette, out)?;
        }
        let exports = around::exports(&self.job.path);
        if !exports.is_empty() {
            open += exports.len();
            mark(false, "the file that is sent", palette, out)?;
            exports.iter().try_for_each(|said| writeln!(out, "      {}", visible(said)))?;
        }
        match open {
            0 => writeln!(out, "{}", palette.good("ready to send"))?,
            1 => writeln!(out, "not ready: 1 thing to mend")?,
            count => writeln!(out, "not ready: {count} things to mend")?,
        }
        Ok(open == 0)
    }

    /// The findings that belong to `item`; those of no other item that are errors belong to the last.
    fn findings<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Diagnostic> {
        let is_listed = |found: &Diagnostic| ITEMS.iter().any(|item| item.rules.contains(&found.rule.as_str()));
        self.checked.report.diagnostics.iter().filter(move |found| {
            if item.rules.is_empty() {
                !is_listed(found) && found.severity == Severity::Error
            } else {
                item.rules.contains(&found.rule.as_str()) && found.severity > Severity::Info
            }
        })
    }

    fn redacted(&self, said: String) -> String {
        if self.checked.report.is_redacted { "the front matter is not filled in".to_owned() } else { said }
    }

    fn line(&self, item: &Item, findings: &[String], palette: Palette, out: &mut dyn Write) -> io::Result<()> {
        if !findings.is_empty() {
            mark(false, item.open, palette, out)?;
            let width = terminal::width().min(100);
            let options = textwrap::Options::new(width).initial_indent("      ").subsequent_indent("      ");
            for said in findings {
                for line in textwrap::wrap(&visible(said), &options) {
                    writeln!(out, "{line}")?;
                }
            }
            return Ok(());
        }
        if self.args.quiet {
            return Ok(());
        }
        let application = &self.checked.application;
        let is_known = match item.needs {
            Needs::Nothing => true,
            Needs::Company => application.company.is_some(),
            Needs::Position => application.positions().next().is_some(),
            Needs::Job => application.job.is_some(),
            Needs::Cv => application.cv.is_some(),
            Needs::Others => !self.is_alone,
        };
        if is_known {
            return mark(true, item.done, palette, out);
        }
        writeln!(out, "  {}", palette.quiet(&format!("– {}", item.needs.unknown())))
    }
}

fn mark(is_done: bool, text: &str, palette: Palette, out: &mut dyn Write) -> io::Result<()> {
    if is_done {
        return writeln!(out, "  {} {text}", palette.good("✓"));
    }
    writeln!(out, "  {} {}", palette.severity(Severity::Error, "✗"), palette.strong(text))
}

fn said(found: &Diagnostic, letter: &Letter) -> String {
    let line = letter.source().position(found.span.start).line;
    // A user's own rule may leave the full stop out.
    let stop = if found.message.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    format!("line {line}: {}{stop} {}", found.message, found.help)
}
