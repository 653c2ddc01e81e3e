//! `letterlint rules --why LETTER`: which rules are in force for a letter, and why the others are not.

use super::args::{DEFAULT_MAX_MIB, DEFAULT_STDIN_NAME, RulesArgs, RulesFormat};
use super::files::Reading;
use super::letters::Job;
use super::opened::Opened;
use super::profiles::Profiles;
use super::{Ended, Outcome, complain_of, terminal};
use letterlint::application::Application;
use letterlint::check::{Prepared, Tried, tried};
use letterlint::report::{Address, counted, document, visible, wrap};
use letterlint::rule::Rule;
use letterlint::settings::Profile;
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

/// The states of rules, in the order in which they are shown, and what they are called in JSON.
const STATES: [(Tried, &str); 4] = [
    (Tried::Yes, "on"),
    (Tried::Off, "off"),
    (Tried::NotForRole, "not-for-role"),
    (Tried::NotInLanguage, "not-in-language"),
];

pub(super) fn run(args: &RulesArgs, letter: &Path, out: &mut dyn Write) -> Ended {
    let mut profiles = Profiles::of_rules(args);
    let job = Job::named(letter, &mut profiles);
    profiles.take_errors().iter().for_each(complain_of);
    let Some(job) = job else { return Ok(Outcome::Failed) };
    let mut opened = match Opened::of(&job, Reading { stdin_name: DEFAULT_STDIN_NAME, max_mib: DEFAULT_MAX_MIB }) {
        Ok(opened) => opened,
        Err(error) => {
            complain_of(&error);
            return Ok(Outcome::Failed);
        }
    };
    opened.complain(&job);
    opened.letter.complete();
    let Profile { rules, options, .. } = opened.profile(&job);
    let nothing = Application::default();
    let facts = Prepared::of(&opened.letter, rules, options, &nothing).facts().clone();
    let state = |rule: &Rule| tried(&rule.id, &opened.letter, rules, options, &facts);
    let all: Vec<(&Rule, Tried)> = rules.rules().map(|rule| (rule, state(rule))).collect();
    let why = Why { path: &opened.path, role: facts.role.as_deref(), language: facts.language.as_deref(), all };
    match args.format {
        RulesFormat::Json => why.json(out)?,
        RulesFormat::Text | RulesFormat::Markdown => why.text(out)?,
    }
    Ok(Outcome::Clean)
}

/// The rules for one letter, each with whether it is in force.
struct Why<'a> {
    path: &'a str,
    role: Option<&'a str>,
    language: Option<&'a str>,
    all: Vec<(&'a Rule, Tried)>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    pack: &'a str,
    state: &'a str,
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    letter: &'a str,
    role: Option<&'a str>,
    language: Option<&'a str>,
    rules: Vec<Row<'a>>,
}

impl Why<'_> {
    fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        let width = terminal::width();
        let role = self.role.map_or("no role is known".to_owned(), |role| format!("role {role}"));
        let language = self.language.map_or(String::new(), |language| format!(", written in {language}"));
        writeln!(out, "{}: {}{}", visible(self.path), visible(&role), visible(&language))?;
        for (state, _) in STATES {
            let rules: Vec<&Rule> =
                self.all.iter().filter(|(_, other)| *other == state).map(|(rule, _)| *rule).collect();
            if rules.is_empty() {
                continue;
            }
            writeln!(out, "\n{}: {}", self.heading(state), counted(rules.len(), "rule"))?;
            let mut packs: Vec<&str> = rules.iter().map(|rule| rule.pack.as_str()).collect();
            packs.sort_unstable();
            packs.dedup();
            for pack in packs {
                let ids: Vec<&str> =
                    rules.iter().filter(|rule| rule.pack == pack).map(|rule| rule.id.as_str()).collect();
                for line in wrap(&format!("{pack}: {}", ids.join(", ")), 2, 4, width, Address::Whole) {
                    writeln!(out, "  {}", visible(&line))?;
                }
            }
        }
        Ok(())
    }

    fn heading(&self, state: Tried) -> String {
        match (state, self.role) {
            (Tried::Yes, _) => "In force".to_owned(),
            (Tried::Off, _) => "Off in the settings".to_owned(),
            (Tried::NotForRole, Some(role)) => {
                format!("Not for the role {}, or in packs that are not in use", visible(role))
            }
            (Tried::NotForRole, None) => "In packs that are not in use; --role and --pack choose them".to_owned(),
            (Tried::NotInLanguage, _) => "About English".to_owned(),
        }
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let name = |state| STATES.iter().find(|(other, _)| *other == state).map_or("", |(_, name)| *name);
        let rows = self.all.iter().map(|(rule, state)| Row { id: &rule.id, pack: &rule.pack, state: name(*state) });
        let document =
            Document { version: 1, letter: self.path, role: self.role, language: self.language, rules: rows.collect() };
        document::write(&document, out)
    }
}
