//! Reads the files of `rules/words/` and writes them as the table that lookups use; runs when letterlint is built.

use super::list::{BLOCKS, LISTS, List, opening};
use crate::toml_file;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A file of `rules/words/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    /// Found in any case.
    #[serde(default)]
    words: Entries,
    /// Found as written only.
    #[serde(default)]
    exact: Entries,
}

/// Words, each with a number or a text, or all without.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entries {
    Words(Vec<String>),
    Numbers(BTreeMap<String, u64>),
    Texts(BTreeMap<String, String>),
}

impl Default for Entries {
    fn default() -> Self {
        Entries::Words(Vec::new())
    }
}

impl Entries {
    /// The words with their numbers; that of a text is its place among `texts`, from 1.
    fn into_pairs(self, texts: &mut Vec<String>) -> Vec<(String, u64)> {
        let mut number = |text: String| {
            let at = texts.iter().position(|known| *known == text).unwrap_or(texts.len());
            if at == texts.len() {
                texts.push(text);
            }
            at as u64 + 1
        };
        match self {
            Entries::Words(words) => words.into_iter().map(|word| (word, 0)).collect(),
            Entries::Numbers(numbers) => numbers.into_iter().collect(),
            Entries::Texts(texts) => texts.into_iter().map(|(word, text)| (word, number(text))).collect(),
        }
    }
}

/// What the lists say of one spelling; see `Row` of the module above.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    folded: [u64; BLOCKS],
    exact: [u64; BLOCKS],
    number: u64,
}

/// All lists, by spelling.
#[derive(Debug)]
pub(crate) struct Lists {
    rows: BTreeMap<String, Row>,
    openings: Vec<[u32; 32]>,
    /// Texts that lists give their words.
    texts: Vec<String>,
}

impl Lists {
    /// Reads every list; `text_of` returns the text of the file that is called so, without its ending.
    ///
    /// # Errors
    /// Names the file and what to change in it.
    pub(crate) fn read(text_of: impl Fn(&str) -> Result<String, String>) -> Result<Self, String> {
        let mut lists = Lists { rows: BTreeMap::new(), openings: vec![[0; 32]; LISTS], texts: Vec::new() };
        for &list in List::ALL {
            let name = name(list);
            lists.add(list, &text_of(&name)?).map_err(|error| format!("rules/words/{name}.toml{error}"))?;
        }
        Ok(lists)
    }

    fn add(&mut self, list: List, text: &str) -> Result<(), String> {
        let file: ListFile = toml_file::read(text).map_err(|mistake| {
            let (line, column) = toml_file::place(text, mistake.at);
            format!(":{line}:{column}: {}", mistake.message)
        })?;
        let (words, exact) = (file.words.into_pairs(&mut self.texts), file.exact.into_pairs(&mut self.texts));
        if words.is_empty() && exact.is_empty() {
            return Err(": the list has no words; add `words = [\"…\"]`".to_owned());
        }
        for (word, number) in words {
            if word.chars().any(char::is_uppercase) {
                return Err(format!(": \"{word}\" is found in any case; write it in lower case, or under `exact`"));
            }
            self.put(list, &word, number, |row| &mut row.folded)?;
        }
        for (word, number) in exact {
            self.put(list, &word, number, |row| &mut row.exact)?;
        }
        Ok(())
    }

    fn put(
        &mut self,
        list: List,
        word: &str,
        number: u64,
        set: impl Fn(&mut Row) -> &mut [u64; BLOCKS],
    ) -> Result<(), String> {
        if word.trim() != word || word.is_empty() {
            return Err(format!(": \"{word}\" is empty or has blanks around it"));
        }
        let (first, second) = opening(word.as_bytes());
        self.openings[list as usize][first] |= second;
        let row = self.rows.entry(word.to_owned()).or_default();
        let (block, bit) = (list as usize / 64, 1 << (list as usize % 64));
        if (row.folded[block] | row.exact[block]) & bit != 0 {
            return Err(format!(": \"{word}\" stands in the list twice"));
        }
        set(row)[block] |= bit;
        if number != 0 && row.number != 0 && row.number != number {
            return Err(format!(": \"{word}\" is {number} here and {} in another list", row.number));
        }
        row.number = row.number.max(number);
        Ok(())
    }

    /// The spellings, in order, each with the number of its row.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, usize)> {
        let rows = self.rows();
        self.rows.iter().map(move |(word, row)| (word.as_str(), rows.binary_search(&row).unwrap_or_default()))
    }

    fn rows(&self) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.values().collect();
        rows.sort();
        rows.dedup();
        rows
    }

    /// Rust source of everything but the hash table.
    pub(crate) fn source(&self) -> String {
        let rows = self.rows();
        let longest = self.rows.keys().map(String::len).max().unwrap_or_default();
        let mut source = format!("pub(super) const LONGEST: usize = {longest};\n");
        let _ = writeln!(source, "pub(super) static OPENINGS: [[u32; 32]; LISTS] = {:?};", self.openings);
        let _ = writeln!(source, "pub(super) static TEXTS: [&str; {}] = {:?};", self.texts.len(), self.texts);
        let _ = writeln!(source, "pub(super) static ROWS: [Row; {}] = {rows:?};", rows.len());
        source
    }
}

/// What the file of `list` is called: `VagueNumber` is `vague-number`.
pub(crate) fn name(list: List) -> String {
    let mut name = String::new();
    for (at, letter) in format!("{list:?}").char_indices() {
        if letter.is_uppercase() && at > 0 {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads all lists, of which `month` is `text`.
    fn read(text: &str) -> Result<Lists, String> {
        Lists::read(|name| Ok(if name == "month" { text.to_owned() } else { format!("words = [\"{name}\"]") }))
    }

    #[test]
    fn a_list_is_called_as_its_file_is() {
        assert_eq!(name(List::VagueNumber), "vague-number");
    }

    #[test]
    fn a_mistake_in_a_list_is_named_with_its_file() {
        for (text, error) in [
            ("word = [\"may\"]", ":1:1: unknown key `word`; did you mean `words`?"),
            ("", ": the list has no words; add `words = [\"…\"]`"),
            ("words = [\"May\"]", ": \"May\" is found in any case; write it in lower case, or under `exact`"),
            ("words = [\"may\", \"may\"]", ": \"may\" stands in the list twice"),
            ("words = [\"may \"]", ": \"may \" is empty or has blanks around it"),
        ] {
            assert_eq!(read(text).unwrap_err(), format!("rules/words/month.toml{error}"));
        }
    }

    #[test]
    fn a_word_has_one_number() {
        let read = |a: &str, b: &str| {
            Lists::read(|name| {
                Ok(match name {
                    "month" => format!("exact = {{ x = {a} }}"),
                    "number" => format!("words = {{ x = {b} }}"),
                    _ => format!("words = [\"{name}\"]"),
                })
            })
        };
        assert!(read("1", "1").is_ok());
        assert_eq!(read("1", "2").unwrap_err(), "rules/words/number.toml: \"x\" is 2 here and 1 in another list");
    }
}
