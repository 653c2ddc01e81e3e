//! Each value of a rule file in each of its shapes, right and wrong.

use letterlint::check::{Options, lint};
use letterlint::letter::Format;
use letterlint::rule::{Compiled, File, RuleSet};
use std::path::Path;

fn read(text: &str) -> Result<RuleSet, String> {
    let mut compiled = Compiled::default();
    let file = File::new(Path::new("a-rule.toml"), text.to_owned());
    compiled.add(&[file]).map_err(|errors| errors[0].to_string())?;
    Ok(RuleSet::new(compiled))
}

fn rule(table: &str) -> String {
    format!(
        "severity = \"info\"\nscope = \"letter\"\nmessage = \"{{words}} {{tier}} {{over}} {{seconds}}\"\nhelp = \"y\"\n{table}\n[[bad]]\ntext = \"a\"\n[[good]]\ntext = \"b\"\n"
    )
}

#[track_caller]
fn refused(table: &str, with: &str) {
    let said = read(&rule(table)).expect_err("it is refused");
    assert!(said.contains(with), "{table}: {said}");
}

#[test]
fn a_value_of_the_wrong_kind_is_answered_with_what_belongs_there() {
    refused("once = \"yes\"\n[forbid]\nphrases = [\"a\"]", "this is a string, but true or false belongs here");
    refused("once = 1\n[forbid]\nphrases = [\"a\"]", "this is a whole number, but true or false belongs here");
    assert!(read(&rule("[forbid]\nphrases = \"a\"")).is_ok(), "one phrase needs no list");
    refused("[forbid]\nphrases = true", "this is true or false, but one value or a list of them belongs here");
    refused("[forbid]\nphrases = 1.5", "this is a decimal number, but one value or a list of them belongs here");
    refused("[forbid]\nphrases = { a = 1 }", "unknown key `a`; known are phrase, instead");
    refused("[forbid]\nphrases = 1979-05-27", "this is a date, but a text in quotes belongs here");
    refused("[forbid]\nquotes = { words = \"x\" }", "a whole number from 0 belongs here");
    refused("[forbid]\nquotes = {}", "the key `words` is missing");
    refused("[forbid]\npatterns = [3]", "a pattern, or a table with `pattern`, `name` and `instead` belongs here");
    refused("[forbid]\nterms = 3", "one value or a list of them belongs here");
    refused("[limit]\nmeasure = \"words\"\nat_most = true", "belongs here");
    refused("[limit]\nmeasure = 3", "belongs here");
}

#[test]
fn a_bound_is_a_number_a_name_or_one_of_two_tables() {
    let limit = |bound: &str| rule(&format!("[limit]\nmeasure = \"words\"\nat_most = {bound}"));
    for bound in ["3", "\"tier\"", "\"short\"", "{ short = 1, standard = 2, expanded = 3 }"] {
        let rules = read(&limit(bound)).unwrap_or_else(|said| panic!("{bound}: {said}"));
        let most = if bound.contains("short") || bound.contains("tier") { 500 } else { 4 };
        let letter = format!("Dear Ana,\n\n{}.\n\nBest,\nEva\n", vec!["word"; most].join(" "));
        let found = lint(&letter, Format::Markdown, &rules, &Options::default()).diagnostics;
        assert_eq!(found.len(), 1, "{bound}");
        assert!(found[0].message.starts_with(&format!("{most} ")), "{}", found[0].message);
    }
    for bound in ["{ short = 1 }", "{ option = \"a\" }", "{ short = 1, option = \"a\" }", "{}"] {
        assert!(read(&limit(bound)).unwrap_err().contains("a bound's table has"), "{bound}");
    }
    assert!(read(&limit("{ shrot = 1 }")).unwrap_err().contains("did you mean `short`?"));
    assert!(read(&limit("\"tire\"")).is_err() && read(&limit("-1")).is_err());
}

#[test]
fn each_part_of_a_letter_is_found_by_its_name() {
    let letter = "Ana Ruiz, Lisbon\nana@example.com\n\n4 March 2026\n\nSubject: a post\n\nDear Ms Okafor,\n\nI open.\n\n\
                  ## A heading\n\n- a bullet\n\n> a quotation\n\nI close.\n\nKind regards,\nAna Ruiz\n\nP.S. One more.\n\n\
                  Enclosures: one\n";
    let parts = [
        "header",
        "date",
        "subject",
        "greeting",
        "opening",
        "closing",
        "heading",
        "paragraph",
        "bullet",
        "quote",
        "signoff",
        "signature",
        "postscript",
        "enclosure",
    ];
    for part in parts {
        let rules = read(&rule(&format!("[require]\nparts = [\"{part}\"]"))).unwrap();
        let count = |letter: &str| lint(letter, Format::Markdown, &rules, &Options::default()).diagnostics.len();
        assert_eq!(count(letter), 0, "{part}");
        // Any words are a paragraph, which opens and closes a letter.
        let is_in_all = ["opening", "closing", "paragraph"].contains(&part);
        assert_eq!(count("Words.\n"), usize::from(!is_in_all), "{part}");
    }
}

#[test]
fn a_blank_in_a_message_stays_where_nothing_closes_it() {
    let text = rule("[forbid]\nphrases = [\"pear\"]").replace("{words} {tier}", "{ {words} {tier} {");
    let rules = read(&text).unwrap();
    let found = lint("Dear Ana,\n\nA pear.\n\nBest,\nEva\n", Format::Markdown, &rules, &Options::default()).diagnostics;
    assert!(found[0].message.contains('{'), "{}", found[0].message);
}
