//! What is around a letter's text: the name of its file, its front matter, the file that is sent.

use letterlint::letter::placeholder::placeholders;
use letterlint::nearest::nearest;
use letterlint::settings::FRONT_MATTER_KEYS;
use letterlint::source::Source;
use letterlint::span::Span;
use std::fs;
use std::path::Path;

/// Endings of files that letters are sent as.
const SENT_AS: [&str; 6] = ["pdf", "docx", "odt", "rtf", "html", "doc"];

/// Words in the name of a file that says whose letter it was to be.
const UNFILLED: [&str; 7] = ["template", "company", "companyname", "yourname", "untitled", "placeholder", "todo"];

/// Says what of the name of the file at `path` is still to be filled in.
pub(super) fn name(path: &Path) -> Option<String> {
    let stem = path.file_stem()?.to_string_lossy();
    let words = stem.replace(['-', '_', '.'], " ");
    let found = placeholders(&words).into_iter().next().map(|slot| words[slot.range].to_owned());
    let unfilled = || words.split(' ').find(|word| UNFILLED.contains(&word.to_lowercase().as_str())).map(str::to_owned);
    found.or_else(unfilled).map(|word| {
        format!("the file is called \"{stem}\", with \"{word}\" in it; rename it, since names of files are sent along")
    })
}

/// Says what of the front matter at `span` is not filled in, or is a key that nobody reads.
pub(super) fn front_matter(source: &Source, span: Span) -> Vec<String> {
    let first = source.position(span.start).line;
    let mut said = Vec::new();
    for (line, text) in (first..).zip(source.slice(span).lines()) {
        let Some((key, value)) = text.split_once([':', '=']).filter(|_| !text.starts_with([' ', '#', '-', '+'])) else {
            continue;
        };
        let (key, value) = (key.trim(), value.trim().trim_matches(['"', '\'']));
        let is_known = FRONT_MATTER_KEYS.contains(&key);
        if value.is_empty() && is_known {
            said.push(format!("line {line}: `{key}` is empty; fill it or take it out"));
        } else if let Some(slot) = placeholders(value).into_iter().next() {
            said.push(format!("line {line}: `{key}` still holds \"{}\"", &value[slot.range]));
        } else if !is_known && let Some(near) = nearest(key, FRONT_MATTER_KEYS) {
            said.push(format!("line {line}: nothing reads `{key}`; did you mean `{near}`?"));
        }
    }
    said
}

/// Says which files beside the letter at `path`, and of its name, were exported before it was last changed.
pub(super) fn exports(path: &Path) -> Vec<String> {
    let changed = |path: &Path| fs::metadata(path).ok().filter(fs::Metadata::is_file)?.modified().ok();
    let Some(letter) = changed(path) else { return Vec::new() };
    let files = SENT_AS.iter().map(|ending| path.with_extension(ending)).filter(|file| file != path);
    let older = files.filter(|file| changed(file).is_some_and(|exported| exported < letter));
    let said = |file: std::path::PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        format!("{name} is older than the letter; export it again")
    };
    older.map(said).collect()
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
            assert_eq!(name(Path::new(name_of_file)), None);
        }
    }

    fn said(front: &str) -> Vec<String> {
        let text = format!("---\n{front}---\nDear Ana,\n\nHello.\n");
        let letter = Letter::read(Source::new(&text), Format::Markdown);
        front_matter(letter.source(), letter.front_matter().unwrap())
    }

    #[test]
    fn front_matter_that_says_nothing_is_told() {
        assert_eq!(said("company:\n"), ["line 2: `company` is empty; fill it or take it out"]);
        assert_eq!(said("title: x\ncompany: [Company]\n"), ["line 3: `company` still holds \"[Company]\""]);
        assert_eq!(said("compnay: Acme\n"), ["line 2: nothing reads `compnay`; did you mean `company`?"]);
        assert!(said("company: Acme\ngeometry: margin=2cm\n").is_empty());
    }
}
