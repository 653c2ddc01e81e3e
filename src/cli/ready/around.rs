//! What is around a letter's text: the name of its file, its front matter, the file that is sent.

use super::item::Fault;
use letterlint::letter::placeholder::{in_file_name, placeholders};
use letterlint::nearest::nearest;
use letterlint::settings::FRONT_MATTER_KEYS;
use letterlint::source::Source;
use letterlint::span::Span;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Endings of files that letters are sent as.
const SENT_AS: [&str; 6] = ["pdf", "docx", "odt", "rtf", "html", "doc"];

/// Says what of the name of the file at `path` is still to be filled in.
pub(super) fn name(path: &Path) -> Option<Fault> {
    let stem = path.file_stem()?.to_string_lossy();
    let words = stem.replace(['-', '_', '.'], " ");
    let message = |word| format!("the file is called \"{stem}\", with \"{word}\" in it");
    in_file_name(&words).map(|word| Fault::of_run(message(word), "Rename it: the reader sees its name."))
}

/// Says what of the front matter at `span` is not filled in, or is a key that nobody reads.
pub(super) fn front_matter(source: &Source, span: Span) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut end = span.start;
    for text in source.slice(span).split_inclusive('\n') {
        let start = end;
        end += text.len();
        let place = Some((source.position(start), source.position(start + text.trim_end().len())));
        let Some((key, value)) = text.split_once([':', '=']).filter(|_| !text.starts_with([' ', '#', '-', '+'])) else {
            continue;
        };
        let (key, value) = (key.trim(), value.trim().trim_matches(['"', '\'']));
        let is_known = FRONT_MATTER_KEYS.contains(&key);
        let message = if value.is_empty() && is_known {
            format!("`{key}` is empty; fill it in or remove it")
        } else if let Some(slot) = placeholders(value).into_iter().next() {
            format!("`{key}` still holds \"{}\"", &value[slot.range])
        } else if !is_known && let Some(near) = nearest(key, FRONT_MATTER_KEYS) {
            format!("nothing reads `{key}`; did you mean `{near}`?")
        } else {
            continue;
        };
        faults.push(Fault { place, ..Fault::of_run(message, "") });
    }
    faults
}

/// Whether files lie beside the letter at `path` that were exported from it.
pub(super) fn has_exports(path: &Path) -> bool {
    exported(path).next().is_some()
}

/// Says which files beside the letter at `path`, and of its name, were exported before it was last changed.
pub(super) fn exports(path: &Path) -> Vec<Fault> {
    let Some(letter) = changed(path) else { return Vec::new() };
    let older = exported(path).filter(|file| changed(file).is_some_and(|exported| exported < letter));
    let said = |file: PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Fault::of_run(format!("{name} is older than the letter"), "Export it again.")
    };
    older.map(said).collect()
}

fn exported(path: &Path) -> impl Iterator<Item = PathBuf> {
    let files = SENT_AS.iter().map(|ending| path.with_extension(ending)).filter(move |file| file != path);
    files.filter(|file| changed(file).is_some())
}

/// When the file at `path` was last changed.
fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok().filter(fs::Metadata::is_file)?.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use letterlint::letter::{Format, Letter};

    #[test]
    fn a_name_that_was_not_filled_in_is_told() {
        for name_of_file in ["letter-[company].md", "cover_letter_COMPANY.md", "template.md"] {
            assert!(name(Path::new(name_of_file)).is_some(), "{name_of_file}");
        }
        for name_of_file in ["letter.md", "acme-backend.md", "2026-03-16 Hale & Quill.txt"] {
            assert!(name(Path::new(name_of_file)).is_none(), "{name_of_file}");
        }
    }

    /// Each with its line.
    fn said(front: &str) -> Vec<String> {
        let text = format!("---\n{front}---\nDear Ana,\n\nHello.\n");
        let letter = Letter::read(Source::new(&text), Format::Markdown);
        let faults = front_matter(letter.source(), letter.front_matter().unwrap());
        faults.into_iter().map(|fault| format!("line {}: {}", fault.place.unwrap().0.line, fault.message)).collect()
    }

    #[test]
    fn front_matter_that_says_nothing_is_told() {
        assert_eq!(said("company:\n"), ["line 2: `company` is empty; fill it in or remove it"]);
        assert_eq!(said("title: x\ncompany: [Company]\n"), ["line 3: `company` still holds \"[Company]\""]);
        assert_eq!(said("compnay: Acme\n"), ["line 2: nothing reads `compnay`; did you mean `company`?"]);
        assert!(said("company: Acme\ngeometry: margin=2cm\n").is_empty());
    }
}
