//! What counts as a number that backs a claim: the cases of `tests/figures`, where a line says what is found in it.

use letterlint::letter::figure::{Kind, Strength, figures};
use std::fs;
use std::path::Path;

/// What a case says of all its figures; `None` for any.
type Said = Option<(Kind, Strength)>;

/// A line's figures, marked in its text, and what it says of them.
fn case(line: &str) -> Option<(Said, &str)> {
    let (said, marked) = line.split_once(": ")?;
    let said = match said {
        "any" | "none" => None,
        _ => {
            let (kind, strength) = said.split_once(' ')?;
            let strength = match strength {
                "strong" => Strength::Strong,
                "weak" => Strength::Weak,
                _ => return None,
            };
            Some((Kind::from_name(kind)?, strength))
        }
    };
    // A case without marks that is not called so would prove nothing.
    (marked.contains('«') != line.starts_with("none: ")).then_some((said, marked))
}

/// What is wrong with what is found in a line.
fn fault(line: &str) -> Option<String> {
    let Some((said, marked)) = case(line) else { return Some("is no case".to_owned()) };
    let marked = marked.replace("\\n", "\n");
    let text = marked.replace(['«', '»'], "");
    let found = figures(&text);
    let mut seen = text.clone();
    for figure in found.iter().rev() {
        seen.insert(figure.range.end, '»');
        seen.insert(figure.range.start, '«');
    }
    if seen != marked {
        return Some(format!("was read as {seen}"));
    }
    let other =
        found.iter().map(|figure| (figure.kind, figure.strength)).find(|own| said.is_some_and(|said| said != *own));
    other.map(|(kind, strength)| format!("holds a figure that is {kind:?} and {strength:?}"))
}

#[test]
fn each_case_has_the_figures_that_it_marks() {
    let mut faults = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let cases = text.lines().enumerate().filter(|(_, line)| !(line.is_empty() || line.starts_with('#')));
        for (number, line) in cases {
            count += 1;
            let at = format!("{}:{}", path.display(), number + 1);
            faults.extend(fault(line).map(|fault| format!("{at}: {line}\n    {fault}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 400, "only {count} cases were read");
}

#[test]
fn a_wrong_case_is_seen() {
    for line in [
        "count strong: I led 8 cooks.",
        "count strong: I led «8» cooks.",
        "count weak: I led «8 cooks».",
        "none: I led 8 cooks.",
        "any: no figure",
        "counts strong: I led «8 cooks».",
    ] {
        assert!(fault(line).is_some(), "{line}");
    }
}
