//! Invented firms and streets of examples: "XYZ Company", "Company X", "123 Main Street".

use super::line::Line;
use super::words::{is_one_of, is_upper, last_word};
use super::{Certainty, Placeholder, Style, slot};

/// Words that stand beside the name of a firm.
const FIRMS: &[&str] = &[
    "company",
    "corp",
    "corporation",
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "gmbh",
    "co",
    "enterprises",
    "industries",
    "organization",
    "organisation",
    "university",
    "tech",
    "technologies",
    "solutions",
    "firm",
    "startup",
    "agency",
    "ab",
];

/// Letters that stand for a name behind "Company".
const LETTERS: &[&str] = &["X", "Y", "Z", "XY", "XYZ", "ABC", "XX", "XXX"];

/// The invented firm whose name starts with the word at `at`.
pub(super) fn firm(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let end = at + word.len();
    let after = line.word_after(end);
    let both = end + if after.is_empty() { 0 } else { 1 + after.len() };
    if line.after(both) == Some('-') {
        return None;
    }
    let is_firm = is_one_of(word, &["company", "employer", "firma", "university", "startup", "organization"]);
    if is_firm && LETTERS.contains(&after) {
        return Some(slot(at..both, Certainty::Likely, Style::Dummy));
    }
    match word {
        "XYZ" | "Xyz" if is_one_of(after, FIRMS) => Some(slot(at..both, Certainty::Certain, Style::Dummy)),
        "ABC" if is_one_of(after, FIRMS) => Some(slot(at..both, Certainty::Likely, Style::Dummy)),
        "XYZ"
            if !is_one_of(
                after,
                &["axis", "axes", "coordinate", "coordinates", "color", "colour", "file", "files"],
            ) =>
        {
            Some(slot(at..end, Certainty::Likely, Style::Dummy))
        }
        _ => None,
    }
}

/// The address whose street is the word at `at`: its number stands before it.
pub(super) fn street(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let streets = ["main", "any", "anywhere", "your", "street"];
    if !is_one_of(word, &streets) || !word.starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    let number = last_word(line.text[..at].strip_suffix(' ')?);
    let start = at - 1 - number.len();
    let kind = line.word_after(at + word.len());
    let is_street = is_one_of(kind, &["street", "st", "road", "rd", "avenue", "ave", "name", "address"])
        && (is_upper(kind) || kind.starts_with(|c: char| c.is_uppercase()));
    let is_number = matches!(number, "123" | "1234" | "12345" | "111" | "1");
    let is_example = is_street && is_number && start >= line.covered && (number != "1" || !is_one_of(word, &["main"]));
    let end = at + word.len() + 1 + kind.len();
    is_example.then(|| slot(start..end, Certainty::Likely, Style::Dummy))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, finds, likely, likely_each, silent_each};

    #[test]
    fn invented_firms_are_found() {
        certain("I worked at XYZ Company, then at XYZ Corp.", &["XYZ Company", "XYZ Corp"]);
        likely("I worked at ABC Corp and at XYZ.", &["ABC Corp", "XYZ"]);
        likely("I worked at Company X and Company XYZ.", &["Company X", "Company XYZ"]);
    }

    #[test]
    fn example_streets_are_likely() {
        likely_each(
            "
            123 Main Street
            1234 Main St
            123 Any Street
            123 Your Street
            123 Street Name
            ",
        );
        finds("Ana 123 Main St, City, Country", &["123 Main St", "City, Country"]);
    }

    #[test]
    fn real_firms_and_streets_are_silent() {
        silent_each(
            "
            I listened to ABC News and the BBC.
            The company X-rayed it.
            The XYZ axes.
            I live at 12 Main Street.
            1 Main Street
            In 123 main streets
            123 Elm Street
            123 main Street
            Company A and I
            our company Xero
            ABC
            ",
        );
    }
}
