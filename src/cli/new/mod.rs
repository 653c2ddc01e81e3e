//! `letterlint new`: the skeleton of a letter, with placeholders that letterlint finds until they are filled in.

mod proof;

use super::args::{LevelArg, TierArg};
use super::{Outcome, complain, names};
use clap::ValueEnum;
use letterlint::rule::{Pack, RuleSet, Tier};
use std::io::{self, Write};

const OPENING: &str = include_str!("opening.md");
const WHY_THEM: &str = include_str!("why-them.md");
const CLOSING: &str = include_str!("closing.md");

/// Options of `new`.
#[derive(Debug, clap::Args)]
pub(super) struct NewArgs {
    /// How long the letter is meant to be: 150, 250 or 400 words; auto means standard
    #[arg(long, value_name = "TIER", default_value = "standard")]
    tier: TierArg,

    /// The role applied for, such as backend; it decides what the letter proves
    #[arg(long, value_name = "NAME")]
    role: Option<String>,

    /// How far you have come
    #[arg(long, value_name = "LEVEL")]
    level: Option<LevelArg>,

    /// Whom the letter goes to, where you know already
    #[arg(long, value_name = "NAME")]
    company: Option<String>,

    /// Who reads it, as in "Ms Okafor"
    #[arg(long, value_name = "NAME")]
    to: Option<String>,

    /// Print plain text, without the front matter that tells letterlint tier, role and company
    #[arg(long)]
    plain: bool,
}

pub(super) fn run(args: &NewArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let rules = RuleSet::shipped();
    if let Some(message) = names::unknown(&rules, args.role.as_deref(), &[]) {
        complain(&message);
        return Ok(Outcome::Failed);
    }
    let tier = args.tier.tier().unwrap_or(Tier::Standard);
    if !args.plain {
        front_matter(args, tier, out)?;
    }
    writeln!(out, "Subject: [Job title]\n")?;
    writeln!(out, "Dear {},\n", args.to.as_deref().unwrap_or("[Name of the hiring manager]"))?;
    for paragraph in body(pack(&rules, args), tier) {
        let paragraph = match &args.company {
            Some(company) => paragraph.replace("[Company]", company),
            None => paragraph.to_owned(),
        };
        writeln!(out, "{paragraph}\n")?;
    }
    writeln!(out, "Kind regards,\n[Your name]")?;
    Ok(Outcome::Clean)
}

/// What was asked for stays with the letter, so that every later check knows it.
fn front_matter(args: &NewArgs, tier: Tier, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "---\ntier: {}", tier.name())?;
    if let Some(role) = &args.role {
        writeln!(out, "role: {role}")?;
    }
    if let Some(level) = args.level.and_then(|level| level.to_possible_value()) {
        writeln!(out, "level: {}", level.get_name())?;
    }
    if let Some(company) = &args.company {
        // A string of JSON is one of YAML, whatever stands in it.
        writeln!(out, "company: {}", serde_json::Value::from(company.as_str()))?;
    }
    writeln!(out, "---\n")
}

/// The pack of the role; a junior's where no role is named and the level is.
fn pack<'a>(rules: &'a RuleSet, args: &NewArgs) -> Option<&'a Pack> {
    let has_level = |pack: &&Pack| args.level.is_some_and(|level| pack.levels.contains(&level.into()));
    match &args.role {
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
