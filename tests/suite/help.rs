//! What the help says, and on how many lines.

use crate::run::Folder;

fn help(args: &[&str], columns: &str) -> String {
    Folder::new().run_with(args, &[("COLUMNS", columns)], b"").ends(0).out
}

#[test]
fn the_short_help_fits_one_screen() {
    for args in [&["-h"][..], &["check", "-h"], &["ready", "-h"], &["skim", "-h"], &["new", "-h"], &["init", "-h"]] {
        let text = help(args, "80");
        assert!(text.lines().count() <= 40, "{args:?}: {} lines\n{text}", text.lines().count());
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    }
}

#[test]
fn the_long_help_names_every_option_and_the_short_one_the_usual_ones() {
    let (long, short) = (help(&["--help"], "100"), help(&["-h"], "100"));
    assert_eq!(help(&["help"], "100"), long);
    let longs = |text: &str| text.split_whitespace().filter(|word| word.starts_with("--")).count();
    assert!(longs(&long) > longs(&short));
    for option in
        ["--only-changed", "--write-baseline", "--isolated", "--set", "--redact", "--stdin-name", "completions"]
    {
        assert!(long.contains(option), "{option}");
    }
    for option in ["-f, --format", "-o, --output", "--max-warnings", "--exclude", "--tier", "--company"] {
        assert!(long.contains(option) && short.contains(option), "{option}");
    }
    assert!(short.contains("`letterlint --help`"), "{short}");
}

#[test]
fn what_is_used_most_comes_first() {
    let text = help(&["--help"], "100");
    let places =
        ["  check ", "  ready ", "  man ", "\nOptions:", "\nLetter:", "\nFindings:", "\nFiles:", "\nExamples:"];
    let places = places.map(|part| text.find(part).unwrap_or_else(|| panic!("{part}: {text}")));
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn examples_are_wrapped_and_no_option_is_broken() {
    for columns in ["40", "60", "80", "100", "200"] {
        let text = help(&["--help"], columns);
        let examples = &text[text.find("Examples:").unwrap()..];
        let widest = columns.parse::<usize>().unwrap().clamp(50, 100);
        assert!(examples.lines().all(|line| line.chars().count() <= widest), "{columns}: {examples}");
        assert!(examples.contains("--max-warnings"), "{columns}: {examples}");
        assert!(examples.contains("Exit codes:"), "{columns}: {examples}");
    }
}
