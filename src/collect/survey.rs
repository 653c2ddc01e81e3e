//! The first look at all letters of a run: which companies they are for, and what they have from each other.

use super::{Place, company, has_folder_names, top};
use crate::application::{Inferred, Kept, Name, Names, Reuse, Words, companies_beside, infer_company, reuse};
use crate::letter::Letter;
use crate::settings::Profile;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a run knows of the letters in it together.
#[derive(Debug, Default)]
pub struct Survey {
    /// The companies that letters are for.
    pub companies: Arc<Names>,
    /// How many letters were looked at.
    pub letters: usize,
    /// What each letter, by its absolute path, has from another.
    pub reuse: HashMap<PathBuf, Vec<Reuse>>,
}

/// What is kept of a letter that was looked at.
#[derive(Debug)]
pub struct Looked {
    file: PathBuf,
    company: Option<Name>,
    /// Whether folders such as its own are called after companies.
    is_by_folder: bool,
    /// Its paragraphs, to be compared with those of others.
    pub kept: Kept,
}

/// Looks at `letter`, shown as `shown`, with the settings in force for it. Of one that does not say its company that is
/// inferred if the folders that were `walked` are given.
pub fn look(place: Place<'_>, shown: &str, letter: &Letter, profile: &Profile, walked: Option<&[PathBuf]>) -> Looked {
    let said = company(profile, place.folder(), letter, None);
    let (company, is_by_folder) = match (said, walked) {
        (None, Some(walked)) => inferred(place.file, &top(place, profile, walked), letter),
        (said, _) => (said, false),
    };
    let sent = profile.layer.job.sent.as_ref().map(|sent| sent.value);
    let kept = Kept::of(shown, letter, company.as_ref(), sent);
    Looked { file: place.file.to_owned(), company, is_by_folder, kept }
}

impl Survey {
    /// Returns what is known of the `letters` that were looked at; `all` are those of the run, by their absolute paths, each
    /// with the settings for its folder.
    pub fn of<'a>(letters: Vec<Looked>, all: impl Iterator<Item = (&'a Path, &'a Profile)>) -> Self {
        let mut names: Vec<Name> = letters.iter().filter_map(|letter| letter.company.clone()).collect();
        let by_folder = letters.iter().filter(|letter| letter.is_by_folder).map(|letter| letter.file.as_path());
        names.extend(of_folders(all, &by_folder.collect()));
        // A name from front matter says how it is spelt, and comes first.
        let mut known = BTreeSet::new();
        names.retain(|name| known.insert(name.joined()));
        let (files, kept): (Vec<_>, Vec<_>) = letters.into_iter().map(|letter| (letter.file, letter.kept)).unzip();
        let found = files.into_iter().zip(reuse(&kept)).filter(|(_, reuse)| !reuse.is_empty());
        Survey { companies: Arc::new(Names::of(names)), letters: kept.len(), reuse: found.collect() }
    }
}

/// Companies that the folders beside those of `all` are called after: there may be letters in them that are not looked at.
fn of_folders<'a>(all: impl Iterator<Item = (&'a Path, &'a Profile)>, by_folder: &BTreeSet<&Path>) -> Vec<Name> {
    let mut looked: BTreeSet<&Path> = BTreeSet::new();
    let mut names = Vec::new();
    for (letter, profile) in all {
        let Some(folder) = letter.parent() else { continue };
        let is_new = folder.parent().is_some_and(|above| !looked.contains(above));
        if is_new && (by_folder.contains(letter) || has_folder_names(profile, folder)) {
            looked.extend(folder.parent());
            names.extend(companies_beside(folder));
        }
    }
    names
}

/// The company of a letter that does not say it. A name that only its greeting holds may be a department's, and other
/// letters may hold it for good.
fn inferred(path: &Path, top: &Path, letter: &Letter) -> (Option<Name>, bool) {
    let Some(one) = infer_company(path, top, letter, None) else { return (None, false) };
    let text = letter.prose().text();
    let is_sure = one.from == Inferred::Folder || Names::of([one.name.clone()]).find(text, &Words::of(text)).len() > 1;
    (Some(one.name).filter(|_| is_sure), one.is_by_folder)
}
