//! How `letterlint -h` and `letterlint --help` are laid out: the one on a screen, the other complete.

use super::check::CheckArgs;
use clap::{Args, Command};
use std::env;

/// Columns of the widest help.
const WIDEST: usize = 100;

/// Commands that few need, and that the short help leaves out.
const SELDOM: [&str; 5] = ["compare", "test", "schema", "completions", "man"];

const EXAMPLES: [(&str, &str); 9] = [
    ("letterlint draft.md", "check a letter"),
    ("letterlint", "check all letters in this folder"),
    ("letterlint -f concise letters/*.md", "one line for each finding"),
    ("letterlint --tier short --role backend draft.txt", "say what the letter is for"),
    ("letterlint --max-warnings 5 letters/", "fail on errors, and on more than 5 warnings"),
    ("pandoc acme.docx -t markdown | letterlint -", "check what another program writes"),
    ("letterlint -f github -o sarif=letters.sarif", "in CI: annotations and a file for code scanning"),
    ("letterlint ready acme/letter.md", "before you send it: names, posting, other letters"),
    ("letterlint explain leftover-placeholder", "what a rule wants, and why"),
];

const EXIT_CODES: [(&str, &str); 3] = [
    ("0", "nothing at or above --fail-on, and no more warnings than --max-warnings"),
    ("1", "findings at or above --fail-on, or more warnings than --max-warnings"),
    ("2", "something you asked for could not be done: a missing path, a broken rule, an unknown option"),
];

const MORE: &str = "`letterlint --help` lists all commands and options, with examples.";

/// Returns `command` for `-h`: the options and commands used most, each on a line where the terminal allows.
pub(super) fn short(command: Command) -> Command {
    let command = SELDOM.into_iter().fold(command, |command, name| command.mut_subcommand(name, |one| one.hide(true)));
    let command = command.disable_help_subcommand(true).mut_args(plain).term_width(width());
    command.mut_subcommand("check", |check| check.defer(short_check)).after_help(MORE)
}

fn short_check(check: Command) -> Command {
    let about = check.get_about().cloned().unwrap_or_default();
    CheckArgs::augment_args(check).about(about).mut_args(plain)
}

/// Leaves the values to the long help.
fn plain(arg: clap::Arg) -> clap::Arg {
    if arg.get_action().takes_values() { arg.hide_possible_values(true) } else { arg }
}

/// Returns `command` for `--help`: all of it.
pub(super) fn long(command: Command) -> Command {
    let width = width();
    with_examples_in(command.term_width(width), width)
}

/// Returns `command` with examples and exit codes, as the manual page has them.
pub(in crate::cli) fn with_examples(command: Command) -> Command {
    with_examples_in(command, 72)
}

fn with_examples_in(command: Command, width: usize) -> Command {
    let text = format!("Examples:\n{}\nExit codes:\n{}", examples(width), exit_codes(width));
    command.after_help(text.trim_end().to_owned())
}

fn examples(width: usize) -> String {
    let widest = EXAMPLES.iter().map(|(command, _)| command.len()).max().unwrap_or(0);
    let longest = EXAMPLES.iter().map(|(_, about)| about.len()).max().unwrap_or(0);
    let is_wide = width >= widest + longest + 4;
    let lines = EXAMPLES.iter().flat_map(|(command, about)| {
        if is_wide {
            vec![format!("  {command:widest$}  {about}")]
        } else {
            [wrapped(command, "  ", "      ", width), wrapped(about, "      ", "      ", width)].concat()
        }
    });
    lines.map(|line| line + "\n").collect()
}

fn exit_codes(width: usize) -> String {
    let lines = EXIT_CODES.iter().flat_map(|(code, about)| wrapped(about, &format!("  {code}  "), "     ", width));
    lines.map(|line| line + "\n").collect()
}

fn wrapped(text: &str, first: &str, rest: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width).initial_indent(first).subsequent_indent(rest).break_words(false);
    let options = options.word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(Into::into).collect()
}

/// The columns of the terminal, else those that `COLUMNS` names.
fn width() -> usize {
    let named = || env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let own = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    own.or_else(named).filter(|width| *width > 0).unwrap_or(WIDEST).min(WIDEST)
}
