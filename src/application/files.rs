//! Where the files of an application are found: the posting beside its letter, the CV above it, the folders beside it.

use super::Name;
use super::name::is_generic_folder;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

/// Names of a posting beside its letter, where nothing names another file.
const POSTINGS: [&str; 5] = ["job.md", "job.markdown", "job.txt", "job.html", "job.htm"];

/// Names of a CV above its letters, where nothing names another file.
const CVS: [&str; 2] = ["cv.md", "resume.md"];

/// Endings of files that people keep postings and CVs in, and that hold no text that letterlint reads.
const UNREADABLE: [&str; 8] = ["pdf", "docx", "doc", "odt", "rtf", "mhtml", "mht", "webarchive"];

/// What a letter's file is called, without its ending, in a folder named after the company.
const LETTERS: [&str; 4] = ["letter", "cover-letter", "cover_letter", "coverletter"];

/// Most folders beside that of a letter whose names are taken for companies.
const MOST_FOLDERS: usize = 10_000;

/// Most files of a folder that are looked at to see whether an application lies there.
const MOST_FILES: usize = 1_000;

/// Returns the posting that lies beside the letters in `folder`.
pub fn posting_beside(folder: &Path) -> Option<PathBuf> {
    POSTINGS.iter().map(|name| folder.join(name)).find(|path| path.is_file())
}

/// Returns a file beside the letters in `folder` that is called like a posting and is in no format that is read.
pub fn unreadable_posting_beside(folder: &Path) -> Option<PathBuf> {
    unreadable(folder, &["job"])
}

/// Returns the CV nearest to `folder`, from there up to `top`; only in `folder` where it does not lie below `top`.
pub fn cv_above(folder: &Path, top: &Path) -> Option<PathBuf> {
    let in_folder = |folder: &Path| CVS.iter().map(|name| folder.join(name)).find(|path| path.is_file());
    folders_up_to(folder, top).find_map(in_folder)
}

/// Returns a file where [`cv_above`] looks that is called like a CV and is in no format that is read.
pub fn unreadable_cv_above(folder: &Path, top: &Path) -> Option<PathBuf> {
    folders_up_to(folder, top).find_map(|folder| unreadable(folder, &["cv", "resume"]))
}

/// Whether a file is called as a posting is.
pub fn is_posting_name(name: &str) -> bool {
    POSTINGS.contains(&name)
}

/// Whether a file is called as a CV is.
pub fn is_cv_name(name: &str) -> bool {
    CVS.contains(&name)
}

/// Returns the companies that the folders beside `folder` are called after.
pub fn companies_beside(folder: &Path) -> Vec<Name> {
    let mut names: Vec<String> = folders_beside(folder).iter().filter_map(|other| name_of(other)).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort_unstable();
    names.iter().filter_map(|name| Name::of_folder(name)).collect()
}

/// Returns the folders beside that of `letter` in which an application lies too: a letter, or a posting.
pub fn applications_beside(letter: &Path) -> Vec<PathBuf> {
    let Some(folder) = letter.parent() else { return Vec::new() };
    let mut folders = folders_beside(folder);
    folders.retain(|other| {
        name_of(other).is_some_and(|name| !is_generic_folder(&name)) && holds_application(other, letter)
    });
    folders.sort_unstable();
    folders
}

/// Returns folders that are called after companies: several beside each other, each with a letter in it, in `folder` or at
/// most `depth` folders below it.
pub fn company_folders_in(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let letter = folder.join("company").join("letter.md");
    let mut below = folders_in(folder);
    below.sort_unstable();
    let is_company =
        |other: &&PathBuf| name_of(other).is_some_and(|name| !is_generic_folder(&name)) && holds_letter(other, &letter);
    let companies: Vec<PathBuf> = below.iter().filter(is_company).cloned().collect();
    if companies.len() > 1 || depth == 0 {
        return if companies.len() > 1 { companies } else { Vec::new() };
    }
    below.iter().map(|other| company_folders_in(other, depth - 1)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn folders_up_to<'a>(folder: &'a Path, top: &'a Path) -> impl Iterator<Item = &'a Path> {
    let is_below = folder.starts_with(top);
    folder.ancestors().take_while(move |&above| above == folder || (is_below && above.starts_with(top)))
}

fn folders_beside(folder: &Path) -> Vec<PathBuf> {
    let mut folders = folder.parent().map(folders_in).unwrap_or_default();
    folders.retain(|other| other != folder);
    folders
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry: &DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let is_hidden = |entry: &DirEntry| entry.file_name().to_string_lossy().starts_with('.');
    folders.filter(|entry| !is_hidden(entry)).take(MOST_FOLDERS).map(|entry| entry.path()).collect()
}

fn name_of(folder: &Path) -> Option<String> {
    folder.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// Whether a letter or a posting lies in `folder`; a letter may be called as `letter` is.
fn holds_application(folder: &Path, letter: &Path) -> bool {
    posting_beside(folder).is_some() || holds_letter(folder, letter)
}

fn holds_letter(folder: &Path, letter: &Path) -> bool {
    let own = letter.file_stem();
    let is_letter = |entry: &DirEntry| {
        let path = PathBuf::from(entry.file_name());
        let stem = path.file_stem();
        let is_usual = stem.and_then(|stem| stem.to_str()).is_some_and(|stem| LETTERS.contains(&&*stem.to_lowercase()));
        is_usual || stem == own
    };
    fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_FILES).any(|entry| is_letter(&entry))
}

fn unreadable(folder: &Path, stems: &[&str]) -> Option<PathBuf> {
    let names = stems.iter().flat_map(|stem| UNREADABLE.map(|ending| format!("{stem}.{ending}")));
    names.into_iter().map(|name| folder.join(name)).find(|path| path.is_file())
}
