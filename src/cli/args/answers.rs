//! What does here what an option or a command of another program does there.
//!
//! People try what they know from linters for code and prose. A name that is near by its letters would mislead them.

/// Names of options and commands elsewhere, without their dashes, and below them what does the same here, or that
/// nothing does: the end of a sentence that begins with `no option is called …;`.
const ANSWERS: &str = include_str!("answers.txt");

fn answers() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut lines = ANSWERS.lines().filter(|line| !line.is_empty());
    std::iter::from_fn(move || Some((lines.next()?, lines.next()?.trim_start())))
}

/// Returns what does here what the option `name`, without its dashes, does elsewhere.
pub(super) fn answer(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase().replace('_', "-");
    answers().find(|(names, _)| names.split(", ").any(|known| known == name)).map(|(_, answer)| answer)
}

/// Returns what to do for somebody who asks for the command `word`, which there is not.
pub(in crate::cli) fn answer_to_word(word: &str) -> Option<&'static str> {
    // `config` is an option here. Of one letter there are only options.
    let word = if word == "config" { "configuration" } else { word };
    answer(word).filter(|_| word.chars().count() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Args;
    use clap::CommandFactory;
    use std::collections::HashSet;

    #[test]
    fn no_option_of_ours_is_answered_as_if_it_were_none() {
        let program = Args::command();
        let own: HashSet<&str> = program.get_arguments().filter_map(clap::Arg::get_long).collect();
        let commands: HashSet<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
        let mut seen = HashSet::new();
        for name in answers().flat_map(|(names, _)| names.split(", ")) {
            assert!(!own.contains(name) && !commands.contains(name), "{name}");
            assert!(seen.insert(name), "{name} is answered twice");
        }
    }

    #[test]
    fn every_option_and_command_of_an_answer_exists() {
        let mut program = Args::command();
        program.build();
        let commands: Vec<&clap::Command> = program.get_subcommands().chain([&program]).collect();
        let has = |command: &clap::Command, name: &str| {
            let longs = command.get_arguments().filter_map(clap::Arg::get_long_and_visible_aliases);
            longs.flatten().any(|long| long == name)
        };
        for (_, answer) in answers() {
            for code in answer.split('`').skip(1).step_by(2) {
                let mut words = code.split([' ', '=']);
                if code.starts_with("letterlint ") {
                    let word = words.nth(1).unwrap();
                    let is_known = commands.iter().any(|command| command.get_name() == word);
                    assert!(is_known || word.starts_with('-') || word == "PATH", "{code}");
                }
                for option in code.split([' ', '=']).filter_map(|word| word.strip_prefix("--")) {
                    assert!(commands.iter().any(|command| has(command, option)), "{code}");
                }
            }
        }
    }
}
