//! Units and counted things, by which a letter is known for a figure: "X years", "Xms", "N+".

use super::super::word_set::WordSet;
use super::line::Line;
use super::words::{first_word, is_capitalised, is_one_of};

/// Units that make a letter a figure.
#[rustfmt::skip]
pub(super) static UNITS: WordSet = WordSet::new(&[
    "billion", "day", "days", "hour", "hours", "million", "minute", "minutes", "month", "months",
    "ms", "percent", "second", "seconds", "thousand", "week", "weeks", "year", "years", "yr", "yrs",
]);

/// Units of "N years": before others, N is the N of a program.
static SPANS: WordSet = WordSet::new(&["million", "percent", "year", "years"]);

/// Units that are written onto the letters.
pub(super) const JOINED: &[&str] = &["", "ms", "s", "x", "k", "K", "M", "B", "GB", "TB", "MB"];

/// What a hyphen joins to a figure: "an X-year career".
static COMPOUNDS: WordSet = WordSet::new(&["day", "figure", "month", "person", "week", "year"]);

/// Things that are counted; before them only an upper-case letter is a figure.
#[rustfmt::skip]
pub(super) static THINGS: WordSet = WordSet::new(&[
    "active", "apis", "applications", "apps", "articles", "clients", "companies", "countries",
    "customers", "daily", "developers", "direct", "dollars", "downloads", "employees", "engineers",
    "euros", "hires", "incidents", "members", "monthly", "nodes", "people", "production",
    "projects", "records", "reports", "requests", "rps", "servers", "services", "stores",
    "students", "teams", "tickets", "times", "transactions", "users",
]);

/// Where the mask from `at` to `end` ends together with its unit; `None` when it has none.
///
/// `word` is its first word, of which `letters` are the mask.
pub(super) fn end(line: &Line<'_>, at: usize, end: usize, word: &str, letters: usize) -> Option<usize> {
    let before = line.word_before(at);
    let has_money = matches!(line.before(at), Some('$' | '€' | '£'));
    let has_plus =
        line.after(end) == Some('+') && line.after(end + 1).is_none_or(|c| matches!(c, ' ' | '%' | ',' | '.'));
    let end = end + usize::from(has_plus);
    if line.after(end) == Some('%') {
        return Some(end + 1);
    }
    let compound = line.rest(end).strip_prefix('-').map_or("", first_word);
    if letters == word.len() && COMPOUNDS.holds(compound) && word.starts_with('X') {
        return Some(end + 1 + compound.len());
    }
    let unit = line.word_after(end);
    let is_unit = match word.as_bytes()[0] {
        b'N' => SPANS.holds(unit),
        _ => UNITS.holds(unit) && !is_capitalised(unit),
    };
    let is_joined_unit = match &word[letters..] {
        "" => false,
        "s" => letters == 1 && is_one_of(before, &["from", "to", "by", "under", "below", "than"]),
        "k" | "K" | "M" | "B" => letters > 1 && !word.ends_with('B') || THINGS.holds(unit),
        _ => true,
    };
    if is_unit && letters == word.len() {
        return Some(end + 1 + unit.len());
    }
    (has_plus || has_money && word.starts_with('X') || is_joined_unit).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        for set in [&UNITS, &SPANS, &COMPOUNDS, &THINGS] {
            assert!(set.words().is_sorted());
        }
    }
}
