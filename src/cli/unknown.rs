//! Words on the command line that are no file and no command, and files that are not there.

use super::args::{Args, answer_to_word};
use clap::CommandFactory;
use letterlint::nearest::slip;
use std::fs;
use std::path::Path;

/// Most files beside a missing one that are looked at.
const MOST_FILES: usize = 1000;

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

/// Returns what to do for somebody who asks for the command `word`.
pub(super) fn command_for(word: &str) -> String {
    let near = nearest_command(word).map(|command| format!("did you mean `letterlint {command}`?"));
    near.or_else(|| answer_to_word(word).map(str::to_owned))
        .unwrap_or_else(|| "`letterlint --help` lists the commands".to_owned())
}

fn nearest_command(word: &str) -> Option<String> {
    let program = Args::command();
    slip(word, program.get_subcommands().map(clap::Command::get_name)).map(str::to_owned)
}

/// Returns the name of what lies beside the missing file at `path` and is called nearly so, with or without ending.
pub(super) fn nearest_file(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = fs::read_dir(folder).ok()?.flatten().take(MOST_FILES);
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|other| !other.starts_with('.'));
    names.sort_unstable();
    let stem = |name: &str| Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
    let same_stem = names.iter().find(|other| stem(other) == stem(name));
    let near = same_stem.map(String::as_str).or_else(|| slip(name, names.iter().map(String::as_str)));
    let near = near
        .map(str::to_owned)
        .or_else(|| names.iter().find(|other| slip(name, [&*stem(other)]).is_some()).cloned())?;
    let shown = path.with_file_name(near);
    Some(shown.to_string_lossy().into_owned())
}
