//! Names for findings that stay the same while the letter around them is edited.
//!
//! A fingerprint is made of the rule, the file and a few words, never of a line, so that a paragraph put above a
//! finding does not make an old one new.

use super::FileReport;
use crate::diagnostic::Diagnostic;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write as _;

/// Changes where the recipe does: old and new fingerprints must not meet by chance.
const RECIPE: &str = "letterlint fingerprint 1";

/// Most words of a finding that count; a paragraph is told by how it begins.
const MOST_WORDS: usize = 8;

/// Words on either side that count.
const CONTEXT_WORDS: usize = 3;

/// Hands out fingerprints, no two alike in a report.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    /// How often a file was met: one that is named twice is told apart by it.
    files: HashMap<String, usize>,
}

impl Fingerprints {
    /// Returns the fingerprint of each finding in `file`, in their order: 32 hexadecimal digits.
    ///
    /// They are made of the rule's id, the path in the repository, the first words found, and words on either side,
    /// without case and white space; what is equal in all of that is numbered in the order of the file.
    ///
    /// Where no word may be shown, the words are left out: a hash of a short phrase can be guessed by trying phrases.
    /// Findings of one rule in a file are then told apart by their number alone.
    pub(super) fn of(&mut self, file: &FileReport) -> Vec<String> {
        let times = self.files.entry(hash([&file.repository_path])).or_default();
        *times += 1;
        let mut seen: HashMap<String, usize> = HashMap::new();
        let number = |found| {
            let key = key(file, found);
            let occurrence = seen.entry(key.clone()).or_default();
            *occurrence += 1;
            hash([key, times.to_string(), occurrence.to_string()])
        };
        file.diagnostics.iter().map(number).collect()
    }
}

/// What two findings share that only their order tells apart.
fn key(file: &FileReport, found: &Diagnostic) -> String {
    let mut parts = vec![RECIPE.to_owned(), found.rule.clone(), file.repository_path.clone()];
    if !file.is_redacted {
        let text = file.source.text();
        let mut before: Vec<&str> = text[..found.span.start].split_whitespace().rev().take(CONTEXT_WORDS).collect();
        before.reverse();
        parts.push(folded(before.into_iter()));
        parts.push(folded(file.words(found.span).split_whitespace().take(MOST_WORDS)));
        parts.push(folded(text[found.span.end..].split_whitespace().take(CONTEXT_WORDS)));
    }
    hash(parts)
}

fn folded<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Returns 128 bits of the SHA-256 of `parts` as 32 hexadecimal digits.
///
/// Each part goes in with its length: "ab", "c" and "a", "bc" differ.
pub(super) fn hash(parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        let part = part.as_ref();
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let mut digits = String::with_capacity(32);
    for byte in &hash.finalize()[..16] {
        write!(digits, "{byte:02x}").expect("a string takes all");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity::Warning;
    use crate::report::sample::{finding, letter};
    use std::collections::HashSet;

    fn one(path: &str, text: &str, words: &str) -> String {
        let file = letter(path, text, vec![finding(text, Warning, "worn", words)]);
        Fingerprints::default().of(&file).remove(0)
    }

    #[test]
    fn the_recipe_is_kept_between_versions() {
        assert_eq!(one("a.md", "it is a fun job", "fun"), "e38ff6a40c353afa33abadcc6765f992");
    }

    #[test]
    fn text_put_above_changes_nothing() {
        let before = one("a.md", "Dear Ms Roe,\n\nit is a fun job to do", "fun");
        assert_eq!(before, one("a.md", "Dear Ms Roe,\n\nHello. I write.\n\nAnd  it is\na FUN job to do", "FUN"));
    }

    #[test]
    fn another_file_rule_word_or_neighbour_is_another_finding() {
        let mut all = HashSet::from([one("a.md", "it is a fun job", "fun")]);
        assert!(all.insert(one("b.md", "it is a fun job", "fun")));
        assert!(all.insert(one("a.md", "it is a dull job", "dull")));
        assert!(all.insert(one("a.md", "it is a fun day", "fun")));
    }

    #[test]
    fn equal_findings_are_numbered() {
        let text = "fun ".repeat(12);
        let mut found = vec![finding(&text, Warning, "worn", "fun"); 12];
        for (at, found) in found.iter_mut().enumerate() {
            found.span = crate::span::Span::new(4 * at, 4 * at + 3);
        }
        let file = letter("a.md", &text, found);
        let mut fingerprints = Fingerprints::default();
        let all: HashSet<String> = fingerprints.of(&file).into_iter().chain(fingerprints.of(&file)).collect();
        assert_eq!(all.len(), 24);
    }

    #[test]
    fn no_word_counts_where_none_may_be_shown() {
        let hidden = |text: &str, words: &str| {
            let found = finding(text, Warning, "worn", words);
            let mut file = letter("a.md", text, vec![found.clone(), found]);
            file.is_redacted = true;
            Fingerprints::default().of(&file)
        };
        let all = hidden("it is a fun job", "fun");
        assert_eq!(all, hidden("we like dull work", "dull"));
        assert_ne!(all[0], all[1]);
    }
}
