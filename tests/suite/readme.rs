//! What README.md shows is what is printed.

use crate::run::Folder;

const README: &str = include_str!("../../README.md");

#[test]
fn the_sample_output_is_real() {
    let folder = Folder::new().with("tests/letters/sample.md", include_str!("../letters/sample.md"));
    let run = folder.run(&["tests/letters/sample.md"]).ends(1);
    assert_eq!(shown(1), run.out);
}

#[test]
fn the_skim_that_is_shown_is_real() {
    let folder = Folder::new().with("tests/letters/clean.md", include_str!("../letters/clean.md"));
    let run = folder.run(&["skim", "--seconds", "20", "tests/letters/clean.md"]).ends(0);
    assert_eq!(shown(2), run.out);
}

/// The text block of this number, from 1.
fn shown(number: usize) -> &'static str {
    README.split("```text\n").nth(number).unwrap().split("```").next().unwrap()
}

#[test]
fn the_rule_shown_is_a_rule() {
    let rule = README.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    Folder::new().with("vague-many.toml", rule).run(&["test", "vague-many.toml"]).ends(0);
}

#[test]
fn the_list_of_rules_is_fresh() {
    let run = Folder::new().run(&["rules", "--format", "markdown"]).ends(0);
    let listed = include_str!("../../rules/README.md");
    assert!(listed == run.out, "write it anew: cargo run -- rules --format markdown > rules/README.md");
}
