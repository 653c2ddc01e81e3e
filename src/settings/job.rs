//! What settings say of the application: company, position, recipient, and where posting and CV lie.

use super::bounds::Bounds;
use super::paths::plain;
use std::path::{Path, PathBuf};

/// Stands for the letter's folder: in a name for what it is called, in a path for where it is.
const FOLDER: &str = "{dir}";

/// Returns `name` for a letter in `folder`, and whether it holds the folder's own name.
pub(super) fn named_in(name: &str, folder: &Path) -> (String, bool) {
    let own = folder.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    (name.replace(FOLDER, &own), name.contains(FOLDER))
}

/// Says what is wrong with a text in which something other than `{dir}` stands in braces: nothing would fill it in.
pub fn unknown_slot(text: &str) -> Option<String> {
    let rest = text.replace(FOLDER, "");
    let start = rest.find(['{', '}'])?;
    let slot = &rest[start..];
    let slot = slot.find('}').map_or(slot, |end| &slot[..=end]);
    Some(format!("nothing fills in `{slot}`; only `{FOLDER}` is known, the name of the letter's folder"))
}

/// A file that settings name, perhaps by the letter's folder.
#[derive(Clone, Debug)]
pub struct FilePattern {
    text: String,
    /// What the path is seen from.
    base: PathBuf,
    bounds: Bounds,
    /// Whether the letter itself names it.
    is_own: bool,
}

impl FilePattern {
    /// Returns a file that the user names with an option; it may lie anywhere.
    pub fn of_flag(text: &str, here: &Path) -> Self {
        FilePattern::new(text, here, &Bounds::none())
    }

    pub(super) fn new(text: &str, base: &Path, bounds: &Bounds) -> Self {
        FilePattern { text: text.to_owned(), base: base.to_owned(), bounds: bounds.clone(), is_own: false }
    }

    /// Returns a file that a letter in `folder` names.
    pub(super) fn of_letter(text: &str, folder: &Path, bounds: &Bounds) -> Self {
        FilePattern { is_own: true, ..FilePattern::new(text, folder, bounds) }
    }

    /// Returns the pattern as it is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the file for letters in `folder`, an absolute path.
    ///
    /// # Errors
    /// Says why it is not read where it lies outside of the repository.
    pub fn in_folder(&self, folder: &Path) -> Result<PathBuf, String> {
        if self.text.contains("://") {
            return Err(format!(
                "`{}` is a web address, and letterlint uses no network; save the page and name its file",
                self.text
            ));
        }
        let path = plain(&self.base.join(self.text.replace(FOLDER, &folder.to_string_lossy())));
        self.bounds.check(&path).map_err(|message| {
            let shown = path.display();
            let bounds = self.bounds.name();
            let own = format!("`{shown}` is outside the {bounds}; copy it in, or name it with --job or --cv");
            if self.is_own { own } else { message }
        })?;
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_folder_may_stand_in_braces() {
        for text in ["Acme", "{dir}", "{dir} Ltd", "{dir}/job.md"] {
            assert_eq!(unknown_slot(text), None, "{text}");
        }
        for (text, slot) in
            [("{nope}", "{nope}"), ("{dir}/{x}.md", "{x}"), ("{Dir}", "{Dir}"), ("{dir", "{dir"), ("a}", "}")]
        {
            assert!(unknown_slot(text).is_some_and(|message| message.contains(&format!("`{slot}`"))), "{text}");
        }
    }
}
