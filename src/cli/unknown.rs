//! Words on the command line that are no file and no command, and files that are not there.

use super::args::{Args, answer_to_word, nearest_command};
use super::files::nearest_file;
use clap::CommandFactory;
use std::fs;
use std::path::Path;

/// Returns what to say of `path` where it is a word that is neither a file nor a command.
pub(super) fn word(path: &Path) -> Option<String> {
    let word = path.to_str().filter(|word| is_word(word))?;
    if fs::symlink_metadata(path).is_ok() {
        return None;
    }
    if Args::command().get_subcommands().any(|command| command.get_name() == word) {
        return Some(format!("\"{word}\" is a command, and a command comes before its options: `letterlint {word} …`"));
    }
    Some(format!("no file or command is called \"{word}\"; {}", hint(word)))
}

/// Whether `text` looks like the name of a command rather than that of a file.
fn is_word(text: &str) -> bool {
    let is_letter = |next: char| next.is_ascii_alphanumeric() || next == '-' || next == '_';
    text.starts_with(|next: char| next.is_ascii_alphabetic()) && text.chars().all(is_letter)
}

fn hint(word: &str) -> String {
    let file = nearest_file(Path::new(word)).map(|file| format!("the file `{file}`"));
    if let Some(answer) = answer_to_word(word) {
        return file.map_or_else(|| answer.to_owned(), |file| format!("{answer}; or did you mean {file}?"));
    }
    let command = nearest_command(word).map(|command| format!("the command `letterlint {command}`"));
    match (command, file) {
        (Some(command), Some(file)) => format!("did you mean {command}, or {file}?"),
        (Some(one), None) | (None, Some(one)) => format!("did you mean {one}?"),
        (None, None) => "`letterlint --help` lists the commands".to_owned(),
    }
}
