//! What a letter's own front matter says, as a layer of settings.

use super::bounds::Bounds;
use super::job::FilePattern;
use super::layer::Layer;
use super::{Origin, Sourced, TierName};
use crate::front_matter::{FrontMatter, Said, Value};
use std::path::Path;

/// Returns what `front`, the front matter of the letter at `path`, says; the letter lies in `folder`, an absolute path.
pub fn front_matter(path: &str, folder: &Path, front: &FrontMatter) -> Layer {
    let mut layer = Layer::default();
    for Said { value, line } in &front.said {
        let origin = Origin::FrontMatter(path.to_owned(), *line);
        let text = |text: &String| Some(Sourced::new(text.clone(), origin.clone()));
        match value {
            Value::Tier(tier) => layer.tier = Some(Sourced::new(TierName::of(*tier), origin)),
            Value::Level(level) => layer.level = Some(Sourced::new(*level, origin)),
            Value::Role(role) => layer.role = text(role),
            Value::Company(company) => layer.job.company = text(company),
            Value::Position(position) => layer.job.position = text(position),
            Value::Recipient(recipient) => layer.job.recipient = text(recipient),
            Value::Sent(day) => layer.job.sent = Some(Sourced::new(*day, origin)),
            Value::Job(file) => layer.job.job = Some(Sourced::new(pattern(file, folder), origin)),
            Value::Cv(file) => layer.job.cv = Some(Sourced::new(pattern(file, folder), origin)),
        }
    }
    layer
}

/// The file that a letter in `folder` names: a letter may be a stranger's, and like settings it names nothing outside
/// of the repository.
fn pattern(file: &str, folder: &Path) -> FilePattern {
    FilePattern::of_letter(file, folder, &Bounds::of_letter_in(folder))
}
