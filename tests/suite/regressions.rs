//! What once went wrong, named by what a user saw.

use letterlint::check::{Options, lint};
use letterlint::letter::Format;
use letterlint::rule::RuleSet;

fn ids(letter: &str) -> Vec<String> {
    let checked = lint(letter, Format::Markdown, &RuleSet::shipped(), &Options::default());
    checked.diagnostics.into_iter().map(|one| one.rule).collect()
}

#[test]
fn a_phrase_right_behind_an_unspaced_dash_is_found() {
    let told = |letter: &str| ids(letter).iter().any(|id| id == "banned-phrase");
    assert!(told("Dear Ms Okafor,\n\nI ran the shop — a team player at heart."));
    assert!(told("Dear Ms Okafor,\n\nI ran the shop—team player that I am."));
}
