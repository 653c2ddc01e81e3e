//! What README.md shows is what is printed.

use crate::run::Folder;

const README: &str = include_str!("../../README.md");

#[test]
fn the_sample_output_is_real() {
    let folder = Folder::new().with("tests/letters/sample.md", include_str!("../letters/sample.md"));
    let run = folder.run(&["tests/letters/sample.md"]).ends(1);
    for block in README.split("```text\n").skip(1).take(1) {
        let shown = block.split("```").next().unwrap();
        assert_eq!(shown, run.out);
    }
    assert!(README.contains("```text\n"));
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
