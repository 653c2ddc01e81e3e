//! What counts as a slot left in a letter: the cases of `tests/slots`, where a line marks what is found in it.

use letterlint::letter::placeholder::{Certainty, placeholders};
use std::fs;
use std::path::Path;

/// What is before and after a slot in a case.
fn marks(certainty: Certainty) -> (char, char) {
    match certainty {
        Certainty::Certain => ('⟦', '⟧'),
        Certainty::Likely => ('⟨', '⟩'),
    }
}

/// How `marked` is read, if not as it is marked.
fn misread(marked: &str) -> Option<String> {
    let marked = marked.replace('⏎', "\n").replace('🔗', "\u{FFFC}").replace('⍽', "\u{A0}");
    let text = marked.replace(['⟦', '⟧', '⟨', '⟩'], "");
    let mut seen = text.clone();
    for slot in placeholders(&text).iter().rev() {
        let (open, close) = marks(slot.certainty);
        seen.insert(slot.range.end, close);
        seen.insert(slot.range.start, open);
    }
    (seen != marked).then_some(seen)
}

#[test]
fn each_case_has_the_slots_that_it_marks() {
    let mut faults = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/slots")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        // A comment is `#` and a blank; `##` and `#NAME#` are cases.
        let is_case = |line: &str| !(line.is_empty() || line == "#" || line.starts_with("# "));
        for (number, line) in text.lines().enumerate().filter(|(_, line)| is_case(line)) {
            count += 1;
            let at = format!("{}:{}", path.display(), number + 1);
            faults.extend(misread(line).map(|seen| format!("{at}: {line}\n    was read as {seen}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 500, "only {count} cases were read");
}

#[test]
fn a_wrong_case_is_seen() {
    for line in ["I like [Company].", "I like ⟨[Company]⟩.", "I like ⟦[Company⟧].", "I ⟦like⟧ it."] {
        assert!(misread(line).is_some(), "{line}");
    }
}

/// The entries of a word list.
fn entries(list: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/words").join(list).with_extension("toml");
    let file: toml::Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let words = file.values().flat_map(|words| words.as_array().unwrap());
    words.map(|word| word.as_str().unwrap().to_lowercase()).collect()
}

#[test]
fn whatever_a_slot_starts_with_is_looked_at() {
    let openers = entries("slot-opener");
    let lists = [
        "sample-label",
        "sample-town",
        "sample-field",
        "sample-line",
        "sample-street",
        "firm-noun",
        "editor-field",
        "filler-opening",
        "order-verb",
        "to-do",
        "certain-note",
        "likely-note",
        "shouted-field",
        "field-code",
    ];
    for (list, entry) in lists.iter().flat_map(|list| entries(list).into_iter().map(move |entry| (list, entry))) {
        let first = entry.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap();
        assert!(openers.iter().any(|opener| opener == first), "{list}: {entry}");
    }
}
