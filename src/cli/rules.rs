//! `letterlint rules`: the rules and their packs.

use super::args::{ColorArg, RulesArgs, RulesFormat};
use super::{Outcome, complain, load_documented, names, profiles, terminal};
use letterlint::report::rule_text::summary;
use letterlint::report::{Address, document, on_one_line, visible, visible_lines, wrap};
use letterlint::rule::{Pack, Rule, RuleSet};
use serde::Serialize;
use std::io::{self, Write};

/// Fewest columns in which what a rule says stands beside its name.
const LEAST_COLUMN: usize = 24;

pub(super) fn run(args: &RulesArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let Ok(rules) = load_documented(&profiles::with_own(&args.rules)) else { return Ok(Outcome::Failed) };
    let shown = match shown(&rules, args.role.as_deref()) {
        Ok(shown) => shown,
        Err(message) => {
            complain(&message);
            return Ok(Outcome::Failed);
        }
    };
    match args.format {
        RulesFormat::Text => text(&shown, args.color, out)?,
        RulesFormat::Markdown => markdown(&shown, &rules, out)?,
        RulesFormat::Json => json(&shown, out)?,
    }
    Ok(Outcome::Clean)
}

/// The rules for `role`, ordered by pack and id; all of them where no role is named.
fn shown<'a>(rules: &'a RuleSet, role: Option<&str>) -> Result<Vec<&'a Rule>, String> {
    if let Some(message) = names::unknown(rules, role, &[]) {
        return Err(message);
    }
    let chosen = role.and_then(|name| rules.role(name));
    let is_shown = |rule: &&Rule| {
        let is_always = rules.packs().any(|pack| pack.name == rule.pack && pack.is_always);
        let is_chosen = |pack: &&Pack| pack.name == rule.pack || pack.extends.contains(&rule.pack);
        let is_off = chosen.is_some_and(|pack| pack.off.contains(&rule.id));
        role.is_none() || ((is_always || chosen.as_ref().is_some_and(is_chosen)) && !is_off)
    };
    let mut shown: Vec<&Rule> = rules.rules().filter(is_shown).collect();
    let place = |rule: &Rule| rules.packs().position(|pack| pack.name == rule.pack && !pack.is_always);
    shown.sort_by(|a, b| (place(a), &a.pack, &a.id).cmp(&(place(b), &b.pack, &b.id)));
    Ok(shown)
}

/// Lists all `rules`, as the command does without options.
pub(super) fn list(rules: &RuleSet, color: ColorArg, out: &mut dyn Write) -> io::Result<()> {
    text(&shown(rules, None).unwrap_or_default(), color, out)
}

fn text(rules: &[&Rule], color: ColorArg, out: &mut dyn Write) -> io::Result<()> {
    let (palette, width) = (terminal::palette(color), terminal::width());
    let widest = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    // Beside the names where there is room, else below them.
    let beside = 2 + widest + 2 + 7 + 2;
    let is_narrow = beside + LEAST_COLUMN > width;
    let hang = if is_narrow { 4 } else { beside };
    let mut pack = "";
    for rule in rules {
        if rule.pack != pack {
            let blank = if pack.is_empty() { "" } else { "\n" };
            writeln!(out, "{blank}{}", palette.strong(&visible(&rule.pack)))?;
            pack = &rule.pack;
        }
        let severity =
            palette.severity(rule.severity, &format!("{:1$}", rule.severity.label(), if is_narrow { 0 } else { 7 }));
        let names = if is_narrow { 0 } else { widest };
        write!(out, "  {:names$}  {severity}", rule.id)?;
        let message = wrap(&summary(&rule.message), hang, hang, width, Address::Whole);
        for (index, line) in message.iter().enumerate() {
            let is_first = index == 0 && !is_narrow;
            let lead = if is_first { "  ".to_owned() } else { format!("\n{:hang$}", "") };
            write!(out, "{lead}{}", visible(line))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn markdown(rules: &[&Rule], set: &RuleSet, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# The rules")?;
    writeln!(out)?;
    writeln!(out, "Made by `letterlint rules --format markdown`; `letterlint explain RULE` says more of each.")?;
    let mut before = "";
    for rule in rules {
        if rule.pack != before {
            before = &rule.pack;
            if let Some(pack) = set.packs().find(|pack| pack.name == rule.pack) {
                writeln!(
                    out,
                    "\n## `{}`: {}\n\n{}\n",
                    visible(&pack.name),
                    on_one_line(&pack.title),
                    visible_lines(pack.about.trim())
                )?;
            }
            writeln!(out, "| rule | severity | what it says | what to do instead |\n|---|---|---|---|")?;
        }
        let cell = |text: &str| on_one_line(text).replace('|', "\\|");
        let (says, help) = (cell(&summary(&rule.message)), cell(&summary(&rule.help)));
        writeln!(out, "| `{}` | {} | {says} | {help} |", rule.id, rule.severity)?;
    }
    Ok(())
}

/// One rule in the JSON list.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    pack: &'a str,
    severity: &'a str,
    summary: String,
    help: &'a str,
    why: &'a str,
    source: &'a [String],
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    rules: Vec<Row<'a>>,
}

fn json(rules: &[&Rule], out: &mut dyn Write) -> io::Result<()> {
    let rows = rules.iter().map(|rule| Row {
        id: &rule.id,
        pack: &rule.pack,
        severity: rule.severity.name(),
        summary: summary(&rule.message),
        help: &rule.help,
        why: &rule.docs.why,
        source: &rule.docs.source,
    });
    document::write(&Document { version: 1, rules: rows.collect() }, out)
}
