//! `letterlint init`: settings, and what runs letterlint before a commit or after a push.
//!
//! Nothing is overwritten: where a file is there already it is left as it is, and the rest is still done.

pub(super) mod file;
mod hook;

use super::{Outcome, complain};
use file::Written;
use letterlint::settings::{FILE_NAMES, repository_root};
use std::env;
use std::io::{self, Write};
use std::path::Path;

const SETTINGS: &str = include_str!("letterlint.toml");
const PRE_COMMIT: &str = include_str!("pre-commit-config.yaml");
const WORKFLOW: &str = include_str!("workflow.yml");

const OFFER: &str = "
letterlint can also be run for you:
  letterlint init --pre-commit   before each commit, by the pre-commit framework
  letterlint init --hook         before each commit, by git alone
  letterlint init --github       after each push, by GitHub";

/// Options of `init`.
#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// Write .pre-commit-config.yaml, or show the lines to add to it
    #[arg(long)]
    pre_commit: bool,

    /// Write git's own pre-commit hook, which needs no framework
    #[arg(long, conflicts_with = "pre_commit")]
    hook: bool,

    /// Write .github/workflows/letterlint.yml
    #[arg(long)]
    github: bool,
}

pub(super) fn run(args: &InitArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let here = match env::current_dir() {
        Ok(here) => here,
        Err(error) => {
            complain(&format!("the current folder cannot be read: {error}"));
            return Ok(Outcome::Failed);
        }
    };
    // Hooks and workflows are looked for at the top of a repository, settings from each letter's folder upwards.
    let root = repository_root(&here).unwrap_or(&here);
    let wants_more = args.pre_commit || args.hook || args.github;
    let mut is_done = settings(&here, wants_more, out)?;
    if args.pre_commit {
        is_done &= pre_commit(root, out)?;
    }
    if args.hook {
        is_done &= hook::write(root, out)?;
    }
    if args.github {
        let path = root.join(".github/workflows/letterlint.yml");
        is_done &= file::write(&path, WORKFLOW, out)? == Written::New;
    }
    if !wants_more {
        writeln!(out, "{OFFER}")?;
    }
    Ok(if is_done { Outcome::Clean } else { Outcome::Failed })
}

/// Writes the settings of `folder`; returns whether that was done, or need not be done.
///
/// Whoever asks for a hook or a workflow may have settings already.
fn settings(folder: &Path, wants_more: bool, out: &mut dyn Write) -> io::Result<bool> {
    match FILE_NAMES.iter().find(|name| folder.join(name).exists()) {
        Some(_) if wants_more => Ok(true),
        Some(name) => {
            complain(&format!("{name} is there already, and is left as it is"));
            Ok(false)
        }
        None => Ok(file::write(&folder.join("letterlint.toml"), SETTINGS, out)? == Written::New),
    }
}

fn pre_commit(root: &Path, out: &mut dyn Write) -> io::Result<bool> {
    let written = file::write(&root.join(".pre-commit-config.yaml"), &format!("repos:\n{PRE_COMMIT}"), out)?;
    match written {
        Written::New => writeln!(out, "  `pre-commit install` makes git run it")?,
        Written::IsThere => writeln!(out, "Lines to add to it, below `repos:`:\n\n{PRE_COMMIT}")?,
        Written::Failed => {}
    }
    Ok(written == Written::New)
}
