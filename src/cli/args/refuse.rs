//! What is said where a command line is wrong, or asks for help.

use super::answers::{answer, answer_to_word};
use super::{Args, help};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory, Error};
use letterlint::nearest::slip;
use letterlint::report::{FormatName, visible_lines};
use std::env;
use std::ffi::OsString;

/// Says what is wrong, or ends the run with the help that was asked for or with what clap says.
pub(super) fn say(error: &Error) {
    let arguments: Vec<OsString> = env::args_os().collect();
    if error.kind() == ErrorKind::DisplayHelp {
        let laid_out = laid_out(&arguments).try_get_matches_from(arguments);
        plain(laid_out.as_ref().err().unwrap_or(error));
    }
    let first = arguments.get(1).map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
    let Some(message) = said(error, &first) else { plain(error) };
    crate::cli::complain(&message);
}

/// Ends the run with what clap says, which quotes what was asked: a name of a file may be among it.
fn plain(error: &Error) -> ! {
    let text = error.render().to_string();
    let tame = visible_lines(&text);
    if text == tame {
        error.exit();
    }
    Error::raw(error.kind(), tame.trim_start_matches("error: ")).exit()
}

/// The command line as its help shows it: `-h` in short, `--help` and `help` whole.
fn laid_out(arguments: &[OsString]) -> Command {
    let is_long = arguments.get(1).is_some_and(|word| word == "help") || arguments.iter().any(|word| word == "--help");
    if is_long { help::long(Args::command()) } else { help::short(Args::command()) }
}

/// What is wrong, where there is more to say of it than clap does; `first` is the first argument.
fn said(error: &Error, first: &str) -> Option<String> {
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let mut program = Args::command();
    program.build();
    let command = program.find_subcommand(first).unwrap_or(&program);
    match error.kind() {
        ErrorKind::UnknownArgument => Some(unexpected(named(ContextKind::InvalidArg)?, command, &program)),
        ErrorKind::InvalidSubcommand => {
            let word = named(ContextKind::InvalidSubcommand)?;
            Some(format!("no command is called \"{word}\"; {}", command_for(word)))
        }
        ErrorKind::InvalidValue => {
            let (option, value) = (named(ContextKind::InvalidArg)?, named(ContextKind::InvalidValue)?);
            not_a_level(option, value).or_else(|| not_a_tier(option, value))
        }
        _ => None,
    }
}

/// `--level` is the severity elsewhere.
fn not_a_level(option: &str, value: &str) -> Option<String> {
    let is_severity = ["error", "warning", "info", "note", "suggestion", "all"].contains(&value);
    (is_severity && option.starts_with("--level ")).then(|| {
        format!(
            "\"{value}\" is not a career level; `--show {value}` says what is printed, `--fail-on {value}` what makes the \
             exit code 1"
        )
    })
}

/// Lengths are known by their words too.
fn not_a_tier(option: &str, value: &str) -> Option<String> {
    let words: usize = value.parse().ok().filter(|_| option.starts_with("--tier "))?;
    let tier = match words {
        0..=150 => "short",
        151..=250 => "standard",
        _ => "expanded",
    };
    Some(format!("a tier has a name: `--tier {tier}` is the one for {words} words; `tiers.{tier}` changes its limit"))
}

/// What to say where `command` takes no `argument`.
fn unexpected(argument: &str, command: &Command, program: &Command) -> String {
    let called = call(command, program);
    if !argument.starts_with('-') {
        return format!("`{called}` does not take \"{argument}\"; `{called} --help` says what it takes");
    }
    let written = argument.split('=').next().unwrap_or(argument);
    let name = written.trim_start_matches('-');
    let wrong = if std::ptr::eq(command, program) {
        format!("no option is called `{written}`")
    } else {
        format!("`{called}` has no option `{written}`")
    };
    format!("{wrong}; {}", instead(name, written.starts_with("--"), command, program))
}

/// What to do instead of the option `name`.
fn instead(name: &str, is_long: bool, command: &Command, program: &Command) -> String {
    let called = call(command, program);
    if let Some(answer) = answer(name) {
        return answer.to_owned();
    }
    if is_long && program.get_subcommands().any(|one| one.get_name() == name) {
        return format!("`letterlint {name}` is a command");
    }
    if is_long && FormatName::of(name).is_some() {
        return format!("write `--format {name}`");
    }
    let holders = holders(name, is_long, program);
    if !holders.is_empty() {
        return format!("it belongs to {}", holders.join(" and "));
    }
    let own: Vec<&str> = longs(command).collect();
    match slip(name, own).filter(|_| is_long) {
        Some(near) => format!("did you mean `--{near}`?"),
        None => format!("`{called} --help` lists the options"),
    }
}

/// The commands that have the option, as they are called.
fn holders(name: &str, is_long: bool, program: &Command) -> Vec<String> {
    let has = |command: &&Command| {
        let mut arguments = command.get_arguments();
        let is_short = |arg: &clap::Arg| arg.get_short().is_some_and(|short| name.chars().eq([short]));
        if is_long { longs(command).any(|long| long == name) } else { arguments.any(is_short) }
    };
    program.get_subcommands().filter(has).map(|command| format!("`{}`", call(command, program))).collect()
}

/// The long options of `command`, aliases among them.
fn longs(command: &Command) -> impl Iterator<Item = &str> {
    command.get_arguments().flat_map(|arg| {
        let aliases = arg.get_visible_aliases().unwrap_or_default();
        arg.get_long().into_iter().chain(aliases)
    })
}

fn call(command: &Command, program: &Command) -> String {
    if std::ptr::eq(command, program) { "letterlint".to_owned() } else { format!("letterlint {}", command.get_name()) }
}

/// Returns what to do for somebody who tried the command `word`.
fn command_for(word: &str) -> String {
    let near = nearest_command(word).map(|command| format!("did you mean `letterlint {command}`?"));
    near.or_else(|| answer_to_word(word).map(str::to_owned))
        .unwrap_or_else(|| "`letterlint --help` lists the commands".to_owned())
}

/// Returns the command whose name is nearest to `word`, if one is near.
pub(in crate::cli) fn nearest_command(word: &str) -> Option<String> {
    let program = Args::command();
    slip(word, program.get_subcommands().map(Command::get_name)).map(str::to_owned)
}
