//! Patterns that name files, as .gitignore has them, below one folder.

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::path::{Component, Path, PathBuf};

/// Patterns and the folder they are seen from.
#[derive(Clone, Debug)]
pub struct Globs {
    folder: PathBuf,
    patterns: Gitignore,
    /// As they are written.
    pub(super) written: Vec<String>,
}

impl Globs {
    /// Reads `patterns`, which are seen from `folder`, an absolute path.
    ///
    /// # Errors
    /// Index of the first pattern that is none, and why.
    pub fn new<'a>(folder: &Path, patterns: impl Iterator<Item = &'a str>) -> Result<Self, (usize, String)> {
        // Paths are given as they stand below the folder, so the patterns need not know it.
        let mut builder = GitignoreBuilder::new("");
        // Left alone, `[` would be taken for the name of a file.
        builder.allow_unclosed_class(false);
        let mut written = Vec::new();
        for (index, pattern) in patterns.enumerate() {
            let plain = plain(pattern, folder).map_err(|why| (index, why.to_owned()))?;
            builder.add_line(None, &plain).map_err(|error| (index, told(&error)))?;
            written.push(pattern.to_owned());
        }
        let patterns = builder.build().map_err(|error| (0, told(&error)))?;
        Ok(Globs { folder: folder.to_owned(), patterns, written })
    }

    /// Whether `file`, an absolute path, is named; a folder that is named names all in it.
    pub fn names(&self, file: &Path) -> bool {
        file.strip_prefix(&self.folder).is_ok_and(|below| self.matches(below))
    }

    /// Whether `file`, an absolute path, is named; outside of the folder by a pattern without a path.
    pub fn names_anywhere(&self, file: &Path) -> bool {
        let is_inside = file.starts_with(&self.folder);
        let parts = || file.components().filter(|part| matches!(part, Component::Normal(_))).collect::<PathBuf>();
        if is_inside { self.names(file) } else { self.matches(&parts()) }
    }

    fn matches(&self, below: &Path) -> bool {
        self.patterns.matched_path_or_any_parents(below, false).is_ignore()
    }
}

/// Returns `pattern` as .gitignore would have it: people write paths too, as a shell completes them.
///
/// # Errors
/// Why it can never name a file.
fn plain(pattern: &str, folder: &Path) -> Result<String, &'static str> {
    let (not, path) = pattern.strip_prefix('!').map_or(("", pattern), |path| ("!", path));
    if path.trim().is_empty() {
        return Err("names no file; remove it");
    }
    if path.starts_with('#') {
        return Err("is a comment in a .gitignore pattern; write `\\#` for a name that begins so");
    }
    let below = folder.to_str().and_then(|folder| path.strip_prefix(folder)?.strip_prefix('/'));
    let from_here = below.map_or_else(|| path.to_owned(), |below| format!("/{below}"));
    let is_plain = |part: &&str| *part != "." && !part.is_empty();
    if from_here.split('/').any(|part| part == "..") {
        return Err("names no file: patterns are relative to the folder of the settings, and `..` leads outside it");
    }
    let parts: Vec<&str> = from_here.split('/').filter(is_plain).collect();
    if parts.is_empty() {
        return Ok(format!("{not}/**"));
    }
    let anchor = if from_here.starts_with(['/', '.']) && !from_here.starts_with(parts[0]) { "/" } else { "" };
    let end = if from_here.ends_with('/') || from_here.ends_with("/.") { "/" } else { "" };
    Ok(format!("{not}{anchor}{}{end}", parts.join("/")))
}

fn told(error: &ignore::Error) -> String {
    format!("is not a .gitignore pattern: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(pattern: &str, file: &str) -> bool {
        Globs::new(Path::new("/hunt"), std::iter::once(pattern)).unwrap().names(Path::new(file))
    }

    #[test]
    fn a_bare_name_is_found_at_any_depth_and_a_path_where_it_stands() {
        assert!(names("drafts/", "/hunt/a/drafts/x.md"));
        assert!(names("*.txt", "/hunt/a/b.txt"));
        assert!(names("acme/*.md", "/hunt/acme/b.md") && !names("acme/*.md", "/hunt/x/acme/b.md"));
    }

    #[test]
    fn a_path_as_a_shell_completes_it_names_its_file() {
        for pattern in ["./k.md", "././k.md", "/hunt/k.md", ".//k.md"] {
            assert!(names(pattern, "/hunt/k.md") && !names(pattern, "/hunt/a/k.md"), "{pattern}");
        }
        assert!(names("./drafts/", "/hunt/drafts/x.md") && names("a/./k.md", "/hunt/a/k.md"));
        assert!(names(".", "/hunt/a/k.md") && names("./", "/hunt/k.md") && names(".drafts/", "/hunt/.drafts/a.md"));
    }

    #[test]
    fn a_pattern_that_can_name_nothing_is_refused() {
        for pattern in ["[", "a[b", "", " ", "!", "# drafts", "../k.md", "a/../k.md", "[z-a]", "{a,b"] {
            let read = Globs::new(Path::new("/hunt"), std::iter::once(pattern));
            assert!(read.is_err(), "{pattern:?}");
        }
    }

    #[test]
    fn what_lies_outside_the_folder_is_not_named() {
        assert!(!names("*.md", "/other/a.md"));
        let anywhere = |pattern, file| {
            Globs::new(Path::new("/hunt"), std::iter::once(pattern)).unwrap().names_anywhere(Path::new(file))
        };
        assert!(anywhere("*.md", "/other/a.md") && anywhere("drafts/", "/other/drafts/a.md"));
        assert!(!anywhere("acme/*.md", "/other/acme/a.md"));
    }
}
