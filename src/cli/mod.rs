//! The command line: what can be asked, and which exit code answers.

mod args;
mod changed;
mod check;
mod compare;
mod explain;
mod files;
mod git;
mod init;
mod letters;
mod manual;
mod names;
mod new;
mod opened;
mod packed;
mod profiles;
mod progress;
mod ready;
mod rules;
mod schema;
mod settings;
mod skim;
mod staged;
mod stdin;
mod terminal;
mod test;
mod unknown;
mod whole_file;
mod why;

use args::{Args, Command, Deferred};
use letterlint::cause::cause;
use letterlint::report::{FileError, visible};
use letterlint::rule::RuleSet;
use letterlint::settings::SettingsError;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing at or above the threshold.
    Clean,
    /// Findings at or above the threshold.
    Findings,
    /// Something that was asked could not be done.
    Failed,
}

/// Why a command ended before it was done.
#[derive(Debug)]
enum Stop {
    /// Something that was asked could not be done: what to say of it, each on a line.
    Refused(Vec<String>),
    /// The output could not be written.
    Output(io::Error),
}

/// How a command ended.
type Ended = Result<Outcome, Stop>;

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Output(error)
    }
}

impl From<String> for Stop {
    fn from(message: String) -> Self {
        Stop::Refused(vec![message])
    }
}

impl From<SettingsError> for Stop {
    fn from(error: SettingsError) -> Self {
        error.to_string().into()
    }
}

impl From<FileError> for Stop {
    fn from(error: FileError) -> Self {
        format!("{}: {}", error.path, error.message).into()
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Runs what the command line asks for.
pub(crate) fn run() -> ExitCode {
    let Some(args) = Args::read() else { return Outcome::Failed.into() };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = match &args.command {
        None => check::run(&args.check, &mut out),
        Some(Command::Check(Deferred(check))) => check::run(check, &mut out),
        Some(Command::Compare(Deferred(compare))) => compare::run(compare, &mut out),
        Some(Command::Completions(Deferred(completions))) => manual::completions(completions, &mut out),
        Some(Command::Explain(Deferred(explain))) => explain::run(explain, &mut out),
        Some(Command::Init(Deferred(init))) => init::run(init, &mut out),
        Some(Command::Man(Deferred(man))) => manual::man(man, &mut out),
        Some(Command::New(Deferred(new))) => new::run(new, &mut out),
        Some(Command::Ready(Deferred(ready))) => ready::run(ready, &mut out),
        Some(Command::Rules(Deferred(rules))) => rules::run(rules, &mut out),
        Some(Command::Schema(Deferred(schema))) => schema::run(schema, &mut out),
        Some(Command::Settings(Deferred(settings))) => settings::run(settings, &mut out),
        Some(Command::Skim(Deferred(skim))) => skim::run(skim, &mut out),
        Some(Command::Test(Deferred(test))) => test::run(test, &mut out),
    };
    // Whoever read the output has seen enough: `letterlint … | head` is no failure of ours.
    let is_closed = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
    let done = match done {
        Err(Stop::Refused(messages)) => {
            for message in &messages {
                complain(message);
            }
            Ok(Outcome::Failed)
        }
        Err(Stop::Output(error)) => Err(error),
        Ok(outcome) => Ok(outcome),
    };
    match done.and_then(|outcome| {
        out.flush().or_else(|error| if is_closed(&error) { Ok(()) } else { Err(error) }).map(|()| outcome)
    }) {
        Ok(outcome) => outcome.into(),
        Err(error) if is_closed(&error) => Outcome::Clean.into(),
        Err(error) => {
            complain(&format!("cannot write the output: {}", cause(&error)));
            Outcome::Failed.into()
        }
    }
}

/// Loads the shipped rules and those of `paths` with what they say of themselves.
///
/// # Errors
/// What is wrong with the rules.
fn load_documented(paths: &[PathBuf]) -> Result<RuleSet, Stop> {
    RuleSet::documented(paths).map_err(|errors| Stop::Refused(errors.iter().map(ToString::to_string).collect()))
}

/// Says on standard error, on one line, what could not be done. A closed standard error is nobody listening.
///
/// Names of files and values of settings are strangers' text: they neither steer the terminal nor begin a line.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "letterlint: {}", visible(message));
}

/// Says on standard error what is wrong with a file.
fn complain_of(error: &FileError) {
    complain(&format!("{}: {}", error.path, error.message));
}
