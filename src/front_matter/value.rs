//! Parses the values of front matter keys.

use crate::application::Day;
use crate::nearest::nearest;
use crate::rule::{Level, Pack, RuleSet, Tier};

/// The value of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The intended length of the letter; `None` means the smallest tier that fits it.
    Tier(Option<Tier>),
    /// The role, by one of its names; `none` for no role.
    Role(String),
    /// The writer's career level.
    Level(Level),
    /// The company that the letter is for.
    Company(String),
    /// The position applied for.
    Position(String),
    /// The person that the letter is for.
    Recipient(String),
    /// The file of the posting.
    Job(String),
    /// The file of the CV.
    Cv(String),
    /// The day on which the letter is sent.
    Sent(Day),
}

/// A value that cannot be used.
pub(super) struct Refused {
    /// The value.
    pub(super) value: String,
    /// What is wrong with it: "is not a tier".
    pub(super) is_not: &'static str,
    /// What is accepted.
    pub(super) accepted: String,
    /// The accepted value that is most similar, if any.
    pub(super) near: Option<String>,
}

const LEVELS: [Level; 4] = [Level::Junior, Level::Mid, Level::Senior, Level::Staff];

/// Parses `text` as the value of `key`; `None` if it is empty.
pub(super) fn value(key: &str, text: &str, rules: &RuleSet) -> Result<Option<Value>, Refused> {
    let text = text.trim();
    let refused =
        |is_not, accepted: &str| Refused { value: text.to_owned(), is_not, accepted: accepted.to_owned(), near: None };
    let name = |value: fn(String) -> Value, accepted: &str| {
        let is_name = !["true", "false"].contains(&text) && text.chars().any(char::is_alphanumeric);
        if is_name { Ok(Some(value(text.to_owned()))) } else { Err(refused("is not a name", accepted)) }
    };
    let titled = text.chars().any(char::is_alphabetic);
    match key {
        "tier" => tier(text).map(Some),
        "level" => {
            let level = LEVELS.into_iter().find(|level| level.name().eq_ignore_ascii_case(text));
            let near = || nearest(text, LEVELS.map(Level::name)).map(str::to_owned);
            let wrong = || Refused { near: near(), ..refused("is not a level", "Use junior, mid, senior or staff.") };
            level.map(|level| Some(Value::Level(level))).ok_or_else(wrong)
        }
        "role" => role(text, rules).map(Some),
        "company" => name(Value::Company, "Write the company's name: `company: Acme`."),
        "position" if titled => name(Value::Position, "Write the title: `position: Backend Engineer`."),
        "position" => Err(refused("is not a title", "Write the title: `position: Backend Engineer`.")),
        "recipient" if titled => name(Value::Recipient, "Write the person's name: `recipient: Ana Okafor`."),
        "recipient" => Err(refused("is not a name", "Write the person's name: `recipient: Ana Okafor`.")),
        "sent" => {
            let day = Day::of_iso(text).or_else(|| Day::of_iso(text.split(['T', ' ']).next()?));
            let accepted = "Write year, month and day: `sent: 2026-11-20`.";
            day.map(|day| Some(Value::Sent(day))).ok_or_else(|| refused("is not a date", accepted))
        }
        "cv" if is_file(text) => Ok(Some(Value::Cv(text.to_owned()))),
        "cv" => Err(refused("does not name a file", "Name the file of your CV: `cv: cv.md`.")),
        _ if is_file(text) => Ok(Some(Value::Job(text.to_owned()))),
        // "job: Backend Engineer" is the name of the job, not the path of its posting.
        _ if rules.role_of_title(text).is_some() => Ok(Some(Value::Position(text.to_owned()))),
        _ => Err(refused("does not name a file", "Name the file of the posting: `job: job.md`.")),
    }
}

fn tier(text: &str) -> Result<Value, Refused> {
    let tier = Tier::ALL.into_iter().find(|tier| tier.name().eq_ignore_ascii_case(text));
    if tier.is_some() || text.eq_ignore_ascii_case("auto") {
        return Ok(Value::Tier(tier));
    }
    let near = nearest(text, Tier::ALL.map(Tier::name).into_iter().chain(["auto"]));
    Err(Refused {
        value: text.to_owned(),
        is_not: "is not a tier",
        accepted: "Use auto, short, standard or expanded.".to_owned(),
        near: near.map(str::to_owned),
    })
}

fn role(text: &str, rules: &RuleSet) -> Result<Value, Refused> {
    let is_name = |name: &str| name.eq_ignore_ascii_case(text);
    if is_name("none") || rules.roles().any(is_name) {
        return Ok(Value::Role(text.to_lowercase()));
    }
    if let Some(pack) = rules.role(text) {
        return Ok(Value::Role(name_of(pack).unwrap_or(text).to_owned()));
    }
    let names: Vec<&str> = rules.packs().filter_map(name_of).collect();
    Err(Refused {
        value: text.to_owned(),
        is_not: "is not a role that letterlint knows",
        accepted: format!("Use a job title, none, or one of {}.", names.join(", ")),
        near: nearest(text, rules.roles()).map(str::to_owned),
    })
}

/// The display name of a pack's role.
fn name_of(pack: &Pack) -> Option<&str> {
    pack.roles.first().map(String::as_str)
}

/// Whether `value` looks like the path of a posting or a CV.
fn is_file(value: &str) -> bool {
    let endings = [".md", ".markdown", ".txt", ".html", ".htm"];
    let lower = value.to_lowercase();
    value.contains('/') || endings.iter().any(|ending| lower.ends_with(ending))
}
