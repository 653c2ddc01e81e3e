//! `letterlint completions` and `letterlint man`: what shells and manual readers know of the command line.

use super::args::{Args, with_examples};
use super::{Outcome, complain};
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use letterlint::nearest::nearest;
use std::io::{self, Write};

/// Options of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell to complete in
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Options of `man`.
#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// The command whose page to print, such as skim [default: letterlint itself]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(super) fn completions(args: &CompletionsArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    // clap panics where its writer fails, and `letterlint completions bash | head` is no reason to.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "letterlint", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Clean)
}

pub(super) fn man(args: &ManArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut program = with_examples(Args::command());
    program.build();
    let Some(name) = &args.command else {
        Man::new(program).render(out)?;
        return Ok(Outcome::Clean);
    };
    let Some(command) = program.find_subcommand(name) else {
        let known: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
        let hint = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known are {}", known.join(", ")),
        };
        complain(&format!("no command is called `{name}`; {hint}"));
        return Ok(Outcome::Failed);
    };
    Man::new(command.clone()).render(out)?;
    Ok(Outcome::Clean)
}
