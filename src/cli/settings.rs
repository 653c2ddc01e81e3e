//! `letterlint settings PATH`: what is in force for a letter, and where it comes from.

use super::args::{DEFAULT_MAX_MIB, DEFAULT_STDIN_NAME, SettingsArgs};
use super::files::Reading;
use super::letters::Job;
use super::opened::Opened;
use super::profiles::{Profiles, lookup, set_layer};
use super::{Ended, Outcome, complain_of, terminal};
use letterlint::report::{Address, visible, wrap};
use letterlint::settings::Profile;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

pub(super) fn run(args: &SettingsArgs, out: &mut dyn Write) -> Ended {
    let upper = set_layer(&args.sets)?;
    let mut profiles = Profiles::with(lookup(args.lookup.config.as_ref(), args.lookup.isolated), upper);
    let is_folder = args.path.is_dir();
    let job = Job::named(&if is_folder { args.path.join("letter.md") } else { args.path.clone() }, &mut profiles);
    profiles.warn();
    profiles.take_errors().iter().for_each(complain_of);
    let Some(job) = job else { return Ok(Outcome::Failed) };
    if is_folder {
        show(&job.profile, out)?;
        return Ok(Outcome::Clean);
    }
    match Opened::of(&job, Reading { stdin_name: DEFAULT_STDIN_NAME, max_mib: DEFAULT_MAX_MIB }) {
        Ok(opened) => {
            opened.complain(&job);
            show(opened.profile(&job), out)?;
            Ok(Outcome::Clean)
        }
        Err(error) => {
            complain_of(&error);
            Ok(Outcome::Failed)
        }
    }
}

/// Writes TOML whose comments say where each value comes from.
fn show(profile: &Profile, out: &mut dyn Write) -> io::Result<()> {
    let file = Some(profile.loaded.path.as_str()).filter(|path| !path.is_empty()).unwrap_or("none");
    writeln!(out, "# settings file: {}", visible(file))?;
    let rows = profile.loaded.rows(&profile.layer);
    let lines: Vec<String> = rows.iter().map(|row| format!("{} = {}", row.key, row.value)).collect();
    let widest = lines.iter().map(|line| line.width()).max().unwrap_or(0).min(60);
    let columns = terminal::width();
    for (line, row) in lines.iter().zip(&rows) {
        let origin = row.origin.as_ref().map_or_else(|| "default".to_owned(), ToString::to_string);
        let (line, origin) = (visible(line), format!("# {}", visible(&origin)));
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
