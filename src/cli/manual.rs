//! `letterlint completions` and `letterlint man`: what shells and manual readers know of the command line.

use super::args::{Args, CompletionsArgs, ManArgs, with_examples};
use super::{Ended, Outcome};
use clap::CommandFactory;
use clap_mangen::Man;
use letterlint::nearest::nearest;
use std::io::Write;

pub(super) fn completions(args: &CompletionsArgs, out: &mut dyn Write) -> Ended {
    // clap panics where its writer fails, and `letterlint completions bash | head` is no reason to.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "letterlint", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Clean)
}

pub(super) fn man(args: &ManArgs, out: &mut dyn Write) -> Ended {
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
        return Err(format!("no command is called `{name}`; {hint}").into());
    };
    Man::new(command.clone()).render(out)?;
    Ok(Outcome::Clean)
}
