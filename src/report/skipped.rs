//! Files in a folder that may be letters and were not checked: nobody must take silence for a verdict.

use super::visible;
use serde::Serialize;

/// Names that are given for each reason; of more there is only their number.
const SHOWN: usize = 2;

/// Why a file was not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkipReason {
    /// It is text without a greeting and a sign-off: notes, or a letter for a text box.
    NoGreeting,
    /// It is a document, such as .docx, .odt or .pdf.
    Document,
    /// The settings or the command line exclude it.
    Excluded,
}

impl SkipReason {
    /// Says what such files are, where there are `count` of them.
    fn kind(self, count: usize) -> &'static str {
        match self {
            SkipReason::NoGreeting => "without a greeting or sign-off",
            SkipReason::Document if count == 1 => "document",
            SkipReason::Document => "documents",
            SkipReason::Excluded => "excluded",
        }
    }

    /// Says how to have it checked.
    pub(super) fn cure(self) -> &'static str {
        match self {
            SkipReason::NoGreeting => "To check one, name it, or list it in `files` in letterlint.toml.",
            SkipReason::Document => "To check one, save it as Markdown or plain text.",
            SkipReason::Excluded => "To check one, name it.",
        }
    }
}

/// A file that may be a letter and was not checked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Skipped {
    /// Why.
    pub reason: SkipReason,
    /// The file, as the user would name it.
    pub path: String,
}

/// Returns how many files were skipped and why, on one line; `None` where none was.
pub fn line(skipped: &[Skipped]) -> Option<String> {
    let all = [SkipReason::NoGreeting, SkipReason::Document, SkipReason::Excluded];
    let reasons: Vec<String> = all.into_iter().filter_map(|reason| part(skipped, reason)).collect();
    let files = if skipped.len() == 1 { "file" } else { "files" };
    let end = if skipped.len() == 1 { "-v says how to check it" } else { "-v says how to check them" };
    (!skipped.is_empty()).then(|| format!("Skipped {} {files}: {}; {end}.", skipped.len(), reasons.join(", ")))
}

fn part(skipped: &[Skipped], reason: SkipReason) -> Option<String> {
    let paths: Vec<_> = skipped.iter().filter(|one| one.reason == reason).map(|one| visible(&one.path)).collect();
    let count = paths.len();
    // What is excluded is known to whoever excluded it.
    let is_named = count <= SHOWN && reason != SkipReason::Excluded;
    let names = if is_named { format!(" ({})", paths.join(", ")) } else { String::new() };
    (count > 0).then(|| format!("{count} {}{names}", reason.kind(count)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skipped(reason: SkipReason, paths: &[&str]) -> Vec<Skipped> {
        paths.iter().map(|path| Skipped { reason, path: (*path).to_owned() }).collect()
    }

    #[test]
    fn one_line_says_how_many_files_were_skipped_and_why() {
        let mut all = skipped(SkipReason::NoGreeting, &["box.txt"]);
        let alone = "Skipped 1 file: 1 without a greeting or sign-off (box.txt); -v says how to check it.";
        assert_eq!(line(&all).as_deref(), Some(alone));
        all.extend(skipped(SkipReason::Document, &["a.docx", "b.pdf", "c.odt"]));
        all.extend(skipped(SkipReason::Excluded, &["old.md"]));
        let together = "Skipped 5 files: 1 without a greeting or sign-off (box.txt), 3 documents, 1 excluded; \
                        -v says how to check them.";
        assert_eq!(line(&all).as_deref(), Some(together));
        assert_eq!(line(&[]), None);
    }
}
