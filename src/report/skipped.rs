//! Files in a folder that may be letters and were not checked: nobody must take silence for a verdict.

use super::visible;
use serde::Serialize;

/// Names that stand in the summary for each reason; the others are counted.
const SHOWN: usize = 3;

/// Why a file was not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkipReason {
    /// It is text without a greeting and a sign-off: notes, or a letter for a text box.
    NoGreeting,
    /// It is a document, such as .docx, .odt or .pdf.
    Document,
}

impl SkipReason {
    /// Says what such a file is, where there are `count` of them.
    fn kind(self, count: usize) -> &'static str {
        match (self, count) {
            (SkipReason::NoGreeting, 1) => "text file without a greeting or sign-off",
            (SkipReason::NoGreeting, _) => "text files without a greeting or sign-off",
            (SkipReason::Document, 1) => "document",
            (SkipReason::Document, _) => "documents",
        }
    }

    /// Says how to have it checked.
    pub(super) fn cure(self) -> &'static str {
        match self {
            SkipReason::NoGreeting => "To check one, name it, or list it in `files` in letterlint.toml.",
            SkipReason::Document => "To check one, save it as Markdown or plain text.",
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

/// Returns a line for each reason: how many files, which, and how to have them checked.
pub fn lines(skipped: &[Skipped]) -> Vec<String> {
    [SkipReason::NoGreeting, SkipReason::Document].into_iter().filter_map(|reason| line(skipped, reason)).collect()
}

fn line(skipped: &[Skipped], reason: SkipReason) -> Option<String> {
    let paths: Vec<&str> = skipped.iter().filter(|one| one.reason == reason).map(|one| one.path.as_str()).collect();
    let (first, rest) = paths.split_at(paths.len().min(SHOWN));
    let names = first.iter().map(|path| visible(path)).collect::<Vec<_>>().join(", ");
    let more = if rest.is_empty() { String::new() } else { format!(" and {} more (-v lists them)", rest.len()) };
    let (count, kind, cure) = (paths.len(), reason.kind(paths.len()), reason.cure());
    (count > 0).then(|| format!("Skipped {count} {kind}: {names}{more}. {cure}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skipped(reason: SkipReason, paths: &[&str]) -> Vec<Skipped> {
        paths.iter().map(|path| Skipped { reason, path: (*path).to_owned() }).collect()
    }

    #[test]
    fn each_reason_has_a_line_with_the_names_and_the_way_to_include_them() {
        let one = skipped(SkipReason::NoGreeting, &["box.txt"]);
        let line = "Skipped 1 text file without a greeting or sign-off: box.txt. \
                    To check one, name it, or list it in `files` in letterlint.toml.";
        assert_eq!(lines(&one), [line]);
        let many = skipped(SkipReason::Document, &["a.docx", "b.pdf", "c.odt", "d.doc", "e.rtf"]);
        let line = "Skipped 5 documents: a.docx, b.pdf, c.odt and 2 more (-v lists them). \
                    To check one, save it as Markdown or plain text.";
        assert_eq!(lines(&many), [line]);
        assert!(lines(&[]).is_empty());
    }
}
