//! `letterlint new`: a letter to start from, with placeholders that letterlint finds until they are filled in.

mod asked;
mod proof;

use super::args::NewArgs;
use super::init::file::{self, Written};
use super::profiles::{Profiles, lookup};
use super::{Ended, Outcome, complain, complain_of, names};
use asked::Asked;
use letterlint::rule::{Pack, RuleSet, Tier};
use letterlint::settings::{Layer, plain};
use std::io::Write;
use std::path::{Path, PathBuf};

const OPENING: &str = include_str!("opening.md");
const WHY_THEM: &str = include_str!("why-them.md");
const CLOSING: &str = include_str!("closing.md");

pub(super) fn run(args: &NewArgs, out: &mut dyn Write) -> Ended {
    let path = target(args.path.as_deref())?;
    let Some(asked) = asked(args, path.as_deref()) else { return Ok(Outcome::Failed) };
    let is_plain = args.plain || path.as_deref().is_some_and(|path| has_ending(path, &["txt"]));
    let letter = letter(args, &asked, is_plain);
    let Some(path) = path else {
        out.write_all(letter.as_bytes())?;
        return Ok(Outcome::Clean);
    };
    if file::write(&path, &letter, out)? != Written::New {
        return Ok(Outcome::Failed);
    }
    writeln!(out, "  fill in the [brackets], then run: letterlint {}", quoted(&file::shown(&path)))?;
    Ok(Outcome::Clean)
}

/// `path` as a shell takes it for one word.
fn quoted(path: &str) -> String {
    let is_safe = |next: char| next.is_alphanumeric() || "/._-+@".contains(next);
    if path.chars().all(is_safe) { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// The file to write; `None` for standard output.
///
/// # Errors
/// A name that a check would not take for a letter.
fn target(path: Option<&Path>) -> Result<Option<PathBuf>, String> {
    let Some(path) = path.filter(|path| path.as_os_str() != "-") else { return Ok(None) };
    let text = path.to_string_lossy();
    if path.is_dir() || text.ends_with(['/', std::path::MAIN_SEPARATOR]) {
        return Ok(Some(path.join("letter.md")));
    }
    if has_ending(path, &["md", "markdown", "txt"]) {
        return Ok(Some(path.to_owned()));
    }
    let named = path.with_extension("md");
    let inside =
        if path.extension().is_none() { format!(" or `{text}/letter.md`") } else { ", or with .txt".to_owned() };
    Err(format!("{text}: a letter is Markdown or plain text; name it `{}`{inside}", named.display()))
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)))
}

/// What is asked for, by the command line and else by the settings for the letter at `path`; `None` where that is
/// wrong, which is said.
fn asked(args: &NewArgs, path: Option<&Path>) -> Option<Asked> {
    let mut profiles = Profiles::with(lookup(args.lookup.config.as_ref(), args.lookup.isolated), Layer::default());
    let letter = plain(path.unwrap_or(Path::new("letter.md")));
    let profile = profiles.of(&letter);
    profiles.warn();
    profiles.take_errors().iter().for_each(complain_of);
    let profile = profile?;
    if let Some(message) = names::unknown(&profile.rules, args.role.as_deref(), &[]) {
        complain(&message);
        return None;
    }
    // Who prints a letter has not said where it will be, so that its folder says nothing of the company.
    let folder = path.and_then(|_| letter.parent());
    Some(Asked::of(args, &profile, folder))
}

fn letter(args: &NewArgs, asked: &Asked, is_plain: bool) -> String {
    let front = if is_plain { String::new() } else { front_matter(args, asked) };
    let subject = format!("Subject: {}", asked.position.as_deref().unwrap_or("[Job title]"));
    let greeting = format!("Dear {},", asked.recipient.as_deref().unwrap_or("[Name of the hiring manager]"));
    let company = asked.company.as_deref().unwrap_or("[Company]");
    let body = body(pack(&asked.rules, asked), asked.tier).into_iter().map(|text| text.replace("[Company]", company));
    let signoff = "Kind regards,\n[Your name]\n".to_owned();
    let parts: Vec<String> = [subject, greeting].into_iter().chain(body).chain([signoff]).collect();
    front + &parts.join("\n\n")
}

/// What the command line asks for stays with the letter, so that every later check knows it; what the settings say,
/// they say again.
fn front_matter(args: &NewArgs, asked: &Asked) -> String {
    let mut lines = Vec::new();
    if args.tier.is_some() || !asked.has_tier {
        lines.push(format!("tier: {}", asked.tier.name()));
    }
    lines.extend(args.role.as_ref().map(|role| format!("role: {}", yaml(role))));
    lines.extend(args.level.map(|level| format!("level: {}", level.name())));
    for (key, value) in [("company", &args.company), ("position", &args.position), ("recipient", &args.recipient)] {
        // A string of JSON is one of YAML, whatever stands in it.
        lines.extend(value.as_deref().map(|value| format!("{key}: {}", serde_json::Value::from(value))));
    }
    if lines.is_empty() { String::new() } else { format!("---\n{}\n---\n\n", lines.join("\n")) }
}

/// `text` as a value of YAML: as it is where it is made of words.
fn yaml(text: &str) -> String {
    let is_plain = |next: char| next.is_alphanumeric() || [' ', '-', '_'].contains(&next);
    let is_words = text.chars().all(is_plain) && text.starts_with(char::is_alphabetic);
    // A string of JSON is one of YAML, whatever stands in it.
    if is_words { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

/// The pack of the role; a junior's where no role is named and the level is.
fn pack<'a>(rules: &'a RuleSet, asked: &Asked) -> Option<&'a Pack> {
    let has_level = |pack: &&Pack| asked.level.is_some_and(|level| pack.levels.contains(&level));
    match &asked.role {
        Some(name) => rules.role(name),
        None => rules.packs().find(has_level),
    }
}

/// Hook, proof, why them, ask: the longer the letter, the more proof.
fn body(pack: Option<&Pack>, tier: Tier) -> Vec<&'static str> {
    let count = match tier {
        // A reader for whom letters are longer than others reads all of it.
        _ if pack.is_some_and(|pack| pack.tiers.is_some()) => usize::MAX,
        Tier::Short => 1,
        Tier::Standard => 2,
        Tier::Expanded => usize::MAX,
    };
    let proof = proof::paragraphs(pack.map_or("", |pack| pack.name.as_str())).take(count);
    let ends = [WHY_THEM, CLOSING].map(str::trim_end);
    [OPENING.trim_end()].into_iter().chain(proof).chain(ends).collect()
}
