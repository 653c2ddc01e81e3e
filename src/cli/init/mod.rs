//! `letterlint init`: settings, and what runs letterlint before a commit or after a push.
//!
//! Nothing is overwritten: where a file is there already it is left as it is, and the rest is still done.

pub(super) mod file;
mod hook;

use super::args::InitArgs;
use super::{Ended, Outcome, complain};
use file::Written;
use letterlint::application::company_folders_in;
use letterlint::cause::cause;
use letterlint::settings::{FILE_NAMES, repository_root};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Folders below the current one in which folders named after companies are looked for.
const DEEPEST: usize = 2;

const SETTINGS: &str = include_str!("letterlint.toml");
const PRE_COMMIT: &str = include_str!("pre-commit-config.yaml");
const WORKFLOW: &str = include_str!("workflow.yml");
const CODE_SCANNING: &str = include_str!("code-scanning.yml");

const OFFER: &str = "
letterlint can also run automatically:
  letterlint init --pre-commit   before each commit, by the pre-commit framework
  letterlint init --hook         before each commit, by git alone
  letterlint init --github       after each push, by GitHub";

pub(super) fn run(args: &InitArgs, out: &mut dyn Write) -> Ended {
    let here = match env::current_dir() {
        Ok(here) => here,
        Err(error) => {
            return Err(format!("the current folder cannot be read: {}", cause(&error)).into());
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
        is_done &= github(root, args.code_scanning, out)?;
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
        Some(name) if *name == "letterlint.toml" => {
            Ok(file::write(&folder.join(name), &settings_for(folder).0, out)? == Written::Same)
        }
        Some(name) => {
            complain(&format!("{name} already exists and was not changed"));
            Ok(false)
        }
        None => {
            let (text, example) = settings_for(folder);
            let written = file::write(&folder.join("letterlint.toml"), &text, out)?;
            if let Some(example) = example.filter(|_| written == Written::New) {
                writeln!(out, "  it says that folders such as {} are named after companies", file::shown(&example))?;
            }
            Ok(written == Written::New)
        }
    }
}

/// The settings for the letters in `folder`, and a folder that is named after a company where several are.
fn settings_for(folder: &Path) -> (String, Option<PathBuf>) {
    let example = company_folders_in(folder, DEEPEST).into_iter().next();
    if example.is_none() {
        return (SETTINGS.to_owned(), None);
    }
    let live = ["[job]\n", "company = \"{dir}\"\n"];
    let text = live.iter().fold(SETTINGS.to_owned(), |text, line| text.replacen(&format!("# {line}"), line, 1));
    (text, example)
}

fn pre_commit(root: &Path, out: &mut dyn Write) -> io::Result<bool> {
    let path = root.join(".pre-commit-config.yaml");
    let there = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    // Among other hooks, the lines are as good as the file.
    let text = if there.contains(PRE_COMMIT) { PRE_COMMIT.to_owned() } else { format!("repos:\n{PRE_COMMIT}") };
    let written = file::write(&path, &text, out)?;
    match written {
        Written::New => writeln!(out, "  `pre-commit install` makes git run it")?,
        Written::IsThere if there.contains("id: letterlint") => {
            writeln!(out, "It lists letterlint already. This version of letterlint would write:\n\n{PRE_COMMIT}")?;
        }
        Written::IsThere => writeln!(out, "Lines to add to it, below `repos:`:\n\n{PRE_COMMIT}")?,
        Written::Same | Written::Failed => {}
    }
    Ok(matches!(written, Written::New | Written::Same))
}

fn github(root: &Path, with_code_scanning: bool, out: &mut dyn Write) -> io::Result<bool> {
    let path = root.join(".github/workflows/letterlint.yml");
    let written = file::write(&path, &workflow(with_code_scanning), out)?;
    if written == Written::IsThere {
        writeln!(out, "  to have the one that this version writes, delete it and run this again")?;
    }
    Ok(matches!(written, Written::New | Written::Same))
}

fn workflow(with_code_scanning: bool) -> String {
    let workflow = WORKFLOW.replace("{version}", env!("CARGO_PKG_VERSION"));
    if !with_code_scanning {
        return workflow;
    }
    let may_upload = "  contents: read\n  security-events: write # for the upload of the findings\n";
    let writes = "--step-summary --output sarif=letterlint.sarif .";
    workflow.replace("  contents: read\n", may_upload).replace("--step-summary .", writes) + CODE_SCANNING
}
