//! `letterlint settings PATH`: what is in force for a letter, and where it comes from.

use super::args::SettingsArgs;
use super::files::{self, DEFAULT_MAX_MIB, Reading};
use super::profiles::{self, Profiles, lookup, set_layer};
use super::{Outcome, complain, terminal};
use letterlint::letter::Letter;
use letterlint::report::{Address, FileError, visible, wrap};
use letterlint::settings::Profile;
use std::io::{self, Write};
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

/// The value of a letter's setting where nothing is said of it.
const DEFAULTS: [(&str, &str); 9] = [
    ("tier", "\"auto\""),
    ("tiers.short", "150"),
    ("tiers.standard", "250"),
    ("tiers.expanded", "400"),
    ("packs", "[]"),
    ("fail-on", "\"error\""),
    ("require-reason", "false"),
    ("output.format", "\"full\""),
    ("output.show", "\"warning\""),
];

pub(super) fn run(args: &SettingsArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let upper = match set_layer(&args.sets) {
        Ok(upper) => upper,
        Err(error) => {
            complain(&error.to_string());
            return Ok(Outcome::Failed);
        }
    };
    let mut profiles = Profiles::with(lookup(args.lookup.config.as_ref(), args.lookup.isolated), upper);
    let path = std::path::absolute(&args.path).unwrap_or_else(|_| args.path.clone());
    let letter = if path.is_dir() { path.join("letter.md") } else { path };
    let profile = profiles.of(&letter);
    profiles.take_warnings().iter().for_each(|warning| complain(warning));
    for error in profiles.take_errors() {
        tell(&error);
    }
    let Some(profile) = profile else { return Ok(Outcome::Failed) };
    let profile = if args.path.is_dir() { Ok(profile) } else { with_front_matter(args, &profile) };
    match profile {
        Ok(profile) => show(&profile, out).map(|()| Outcome::Clean),
        Err(error) => {
            tell(&error);
            Ok(Outcome::Failed)
        }
    }
}

fn tell(error: &FileError) {
    complain(&format!("{}: {}", error.path, error.message));
}

fn with_front_matter(args: &SettingsArgs, profile: &Arc<Profile>) -> Result<Arc<Profile>, FileError> {
    let file = files::read_letter(&args.path, Reading { stdin_name: "stdin.md", max_mib: DEFAULT_MAX_MIB })?;
    let letter = Letter::read(file.source, file.format);
    let absolute = std::path::absolute(&args.path).unwrap_or_else(|_| args.path.clone());
    let own = profiles::with_front_matter(&file.path, &absolute, &letter, profile);
    own.complain(&file.path, &letter, profile);
    Ok(own.profile.map_or_else(|| Arc::clone(profile), Arc::new))
}

/// Writes TOML whose comments say where each value comes from.
fn show(profile: &Profile, out: &mut dyn Write) -> io::Result<()> {
    let file = Some(profile.loaded.path.as_str()).filter(|path| !path.is_empty()).unwrap_or("none");
    writeln!(out, "# settings file: {}", visible(file))?;
    let mut rows = profile.layer.rows();
    rows.extend(profile.loaded.rows());
    for (key, value) in DEFAULTS {
        if rows.iter().all(|(known, ..)| known != key) {
            rows.push((key.to_owned(), value.to_owned(), "default".to_owned()));
        }
    }
    let place = |key: &str| (key.starts_with("rules."), DEFAULTS.iter().position(|(known, _)| *known == key));
    rows.sort_by_key(|(key, ..)| place(key));
    let lines: Vec<String> = rows.iter().map(|(key, value, _)| format!("{key} = {value}")).collect();
    let widest = lines.iter().map(|line| line.width()).max().unwrap_or(0).min(60);
    let columns = terminal::width();
    for (line, (.., origin)) in lines.iter().zip(&rows) {
        let (line, origin) = (visible(line), format!("# {}", visible(origin)));
        // A value is never broken: what is printed is TOML.
        if widest.max(line.width()) + 2 + origin.width() <= columns {
            writeln!(out, "{line}{:1$}  {origin}", "", widest.saturating_sub(line.width()))?;
        } else {
            for comment in wrap(&origin[2..], 2, 2, columns, Address::Whole) {
                writeln!(out, "# {comment}")?;
            }
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
