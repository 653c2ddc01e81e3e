//! A table that keeps no more rows than it shows.

use std::collections::BTreeMap;
use std::io::{self, Write};

/// Most rows that are shown: whoever reads on needs the report itself.
pub(super) const MOST: usize = 100;

/// The first rows by `K`, and how many there are in all.
#[derive(Clone, Debug)]
pub(super) struct Table<K> {
    rows: BTreeMap<K, String>,
    count: usize,
}

impl<K: Ord> Table<K> {
    /// Returns a table without rows.
    pub(super) fn new() -> Self {
        Table { rows: BTreeMap::new(), count: 0 }
    }

    /// Returns how many rows it was given.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Takes the row at `key`, which no other has; `cells` are asked for only if it may be shown.
    pub(super) fn push(&mut self, key: K, cells: impl FnOnce() -> Vec<String>) {
        self.count += 1;
        if self.rows.len() == MOST {
            if self.rows.last_key_value().is_some_and(|(last, _)| key > *last) {
                return;
            }
            self.rows.pop_last();
        }
        self.rows.insert(key, format!("| {} |", cells().join(" | ")));
    }

    /// Writes the rows below `head`, two lines, and how many more there are; nothing where there is none.
    pub(super) fn write(&self, head: &str, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n{head}")?;
        self.rows.values().try_for_each(|row| writeln!(out, "{row}"))?;
        match self.count - self.rows.len() {
            0 => Ok(()),
            1 => writeln!(out, "\n1 more is in the report."),
            more => writeln!(out, "\n{more} more are in the report."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(keys: impl Iterator<Item = usize>) -> Vec<String> {
        let mut table = Table::new();
        keys.for_each(|key| table.push(key, || vec![key.to_string(), "x".to_owned()]));
        let mut out = Vec::new();
        table.write("| a | b |\n|---|---|", &mut out).unwrap();
        String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn the_first_by_key_are_kept_and_the_others_counted() {
        let lines = written((0..MOST + 2).rev());
        assert_eq!((lines[3].as_str(), lines[MOST + 2].as_str()), ("| 0 | x |", "| 99 | x |"));
        assert_eq!(lines[MOST + 3..], ["", "2 more are in the report."]);
    }

    #[test]
    fn a_table_without_rows_is_nothing() {
        assert_eq!(written(std::iter::empty()), [""; 0]);
    }
}
