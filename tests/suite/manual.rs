//! What shells and manual readers are told.

use crate::run::Folder;
use crate::tool;
use std::io::Write;
use std::process::{Command, Stdio};

const COMMANDS: [&str; 13] = [
    "check",
    "compare",
    "completions",
    "explain",
    "init",
    "man",
    "new",
    "ready",
    "rules",
    "schema",
    "settings",
    "skim",
    "test",
];

#[test]
fn bash_takes_the_completions() {
    let script = Folder::new().run(&["completions", "bash"]).ends(0).out;
    if !tool::is_there("bash") {
        return;
    }
    let mut bash = Command::new("bash").arg("-n").stdin(Stdio::piped()).spawn().unwrap();
    bash.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    assert!(bash.wait().unwrap().success());
}

#[test]
fn every_shell_is_told_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = Folder::new().run(&["completions", shell]).ends(0).out;
        assert!(COMMANDS.iter().all(|command| script.contains(command)), "{shell}");
    }
}

#[test]
fn the_manual_page_names_every_command() {
    let page = Folder::new().run(&["man"]).ends(0).out;
    assert!(page.lines().take(3).any(|line| line.starts_with(".TH letterlint 1")), "{page}");
    assert!(COMMANDS.iter().all(|command| page.contains(&format!("letterlint\\-{command}(1)"))), "{page}");
}

#[test]
fn every_command_has_a_page() {
    for command in COMMANDS {
        let page = Folder::new().run(&["man", command]).ends(0).out;
        assert!(page.contains(&format!(".TH letterlint-{command} 1")), "{page}");
    }
}

#[test]
fn a_page_that_is_not_there_is_told_the_nearest() {
    let run = Folder::new().run(&["man", "skimm"]).ends(2);
    assert!(run.err.contains("did you mean `skim`?"), "{run:#?}");
}
