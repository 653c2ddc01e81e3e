//! Characters that nobody sees: what is said of them, and that no terminal gets them raw.

use crate::run::Folder;
use letterlint::check::{Options, lint};
use letterlint::diagnostic::Diagnostic;
use letterlint::letter::Format;
use letterlint::report::FormatName;
use letterlint::rule::{Compiled, File, RuleSet};
use serde_json::Value;
use std::path::Path;

/// What the shipped rule finds in a letter with this body.
fn found(body: &str) -> Vec<(Diagnostic, String)> {
    let letter = format!("Dear Ms Okafor,\n\n{body}\n\nBest,\nAna\n");
    let checked = lint(letter.as_str(), Format::Markdown, &RuleSet::shipped(), &Options::default());
    let own = checked.diagnostics.into_iter().filter(|one| one.rule == "hidden-character");
    own.map(|one| (one.clone(), letter[one.span.range()].to_owned())).collect()
}

#[test]
fn the_message_names_the_character_and_shows_where_it_is() {
    let all = found("I run the pay\u{200b}ments ledger.");
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].0.message, "\"I run the pay[U+200B]ments ledger.\" hides U+200B ZERO WIDTH SPACE.");
    assert_eq!(all[0].1, "\u{200b}");
}

#[test]
fn a_run_is_one_finding_with_its_exact_bytes() {
    let all = found("One\u{200b}\u{200b}\u{2060} here, and\u{2063} another **there**\u{200d}.");
    let spans: Vec<&str> = all.iter().map(|(_, bytes)| bytes.as_str()).collect();
    assert_eq!(spans, ["\u{200b}\u{200b}\u{2060}", "\u{2063}", "\u{200d}"]);
}

#[test]
fn it_is_found_in_quotations_code_links_comments_and_at_the_very_end() {
    assert_eq!(found("\"A quoted\u{200b} line\" of mine.").len(), 1);
    assert_eq!(found("See `co\u{200b}de` here.").len(), 1);
    assert_eq!(found("See [my site](https://a.example/\u{200b}x) now.").len(), 1);
    assert_eq!(found("See this.\n\n<!-- a\u{202e}b -->\n\nAnd that.").len(), 1);
    let letter = "Dear Ms Okafor,\n\nI ran it.\n\nBest,\nAna\u{200b}\n\n\u{feff}\n";
    let checked = lint(letter, Format::Plain, &RuleSet::shipped(), &Options::default());
    assert_eq!(checked.diagnostics.iter().filter(|one| one.rule == "hidden-character").count(), 2);
}

#[test]
fn what_turns_or_smuggles_text_is_an_error_and_the_rest_a_warning() {
    let severity = |body: &str| found(body)[0].0.severity.name();
    assert_eq!(severity("I cut \u{202e}p99 here."), "error");
    assert_eq!(severity("I cut it.\u{e0061}\u{e0062}"), "error");
    assert_eq!(severity("I cut\u{200b} it."), "warning");
}

#[test]
fn the_fix_deletes_where_the_rest_looks_the_same() {
    let fix = |body: &str| found(body)[0].0.fix.clone();
    let safe = fix("I cut\u{200b} it.").unwrap();
    assert_eq!((safe.replacement.as_str(), safe.applicability.name()), ("", "safe"));
    assert_eq!(fix("I cut \u{202e}p99 here."), None);
    assert_eq!(fix("I\u{3164}cut it."), None);
}

#[test]
fn fixes_are_in_every_format_that_has_room_for_them() {
    let folder = Folder::new().with("a.md", "Dear Ms Okafor,\n\nI cut\u{200b} it by 20 %.\n\nBest,\nAna\n");
    let json = |format: &str| -> Value {
        serde_json::from_str(&folder.run(&["--select", "hidden-character", "--format", format, "a.md"]).out).unwrap()
    };
    assert_eq!(json("json")["letters"][0]["diagnostics"][0]["fix"]["replacement"], "");
    assert_eq!(json("rdjson")["diagnostics"][0]["suggestions"][0]["text"], "");
    let sarif = json("sarif");
    let fix = &sarif["runs"][0]["results"][0]["fixes"][0];
    assert_eq!(fix["description"]["text"], "Leave it out.");
    assert_eq!(fix["artifactChanges"][0]["replacements"][0]["deletedRegion"]["startColumn"], 6);
}

#[test]
fn a_byte_order_mark_at_the_start_is_none_and_one_in_the_middle_is() {
    let count = |letter: &str| {
        let checked = lint(letter, Format::Markdown, &RuleSet::shipped(), &Options::default());
        checked.diagnostics.iter().filter(|one| one.rule == "hidden-character").count()
    };
    assert_eq!(count("\u{feff}Dear Ms Okafor,\n\nI ran it.\n"), 0);
    assert_eq!(count("\u{feff}---\ntier: short\n---\n\nDear Ms Okafor,\n\nI ran \u{feff}it.\n"), 1);
}

#[test]
fn a_hidden_character_hides_no_phrase_from_the_other_rules() {
    for hidden in ["\u{200b}", "\u{202e}", "\u{2063}", "\u{e0061}", "\u{34f}"] {
        let letter = format!("Dear Ms Okafor,\n\nI am a team play{hidden}er.\n");
        let checked = lint(&letter, Format::Markdown, &RuleSet::shipped(), &Options::default());
        assert!(checked.diagnostics.iter().any(|one| one.rule == "banned-phrase"), "{hidden:?}");
    }
}

#[test]
fn no_format_prints_a_control_of_direction_raw() {
    let folder = Folder::new().with(
        "a.md",
        "Dear Ms Okafor,\n\nI am a team \u{202e}player at [Com\u{2066}pany] \u{200f}\u{61c}\u{206a} here.\n\nBest,\nAna\n",
    );
    let turns =
        |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}');
    for format in FormatName::ALL.map(FormatName::name) {
        let run = folder.run(&["--show", "info", "--format", format, "a.md"]).ends(1);
        assert!(run.out.contains("hidden-character"), "{format}: {}", run.out);
        assert!(!run.out.contains(turns) && !run.err.contains(turns), "{format}: {:?}", run.out);
    }
}

/// What a user's own rule with `table` says of `letter`.
fn told(scope: &str, table: &str, letter: &str) -> Vec<(String, String)> {
    let text = format!(
        "severity = \"info\"\nscope = \"{scope}\"\nmessage = \"{{match}}|{{around}}|{{count}}|{{matches}}\"\nhelp = \"Mend it.\"\n\
         {table}\n[[bad]]\ntext = \"x\"\n[[good]]\ntext = \"y\"\n"
    );
    let mut compiled = Compiled::default();
    compiled.add(&[File::new(Path::new("trial.toml"), text)]).map_err(|errors| errors[0].to_string()).unwrap();
    let checked = lint(letter, Format::Markdown, &RuleSet::new(compiled), &Options::default());
    checked.diagnostics.into_iter().map(|one| (one.message, letter[one.span.range()].to_owned())).collect()
}

#[test]
fn a_users_rule_looks_for_the_kinds_it_names_where_it_says() {
    let letter = "Dear\u{200b} Ana,\n\nDaten\u{ad}schutz\u{2063} is \"mi\u{ad}ne\". It\u{200b} is.\n";
    let spans = |scope: &str, kinds: &str| -> Vec<String> {
        let all = told(scope, &format!("[forbid]\ninvisible = {kinds}"), letter);
        all.into_iter().map(|(_, bytes)| bytes).collect()
    };
    assert_eq!(spans("letter", "\"soft-hyphen\""), ["\u{ad}"]);
    assert_eq!(spans("body", "[\"soft-hyphen\", \"zero-width\"]"), ["\u{ad}", "\u{200b}"]);
    assert_eq!(spans("greeting", "\"any\""), ["\u{200b}"]);
    assert_eq!(spans("sentence", "\"any\"").len(), 3);
}

#[test]
fn invisible_characters_can_be_counted_and_be_a_condition() {
    let letter = "Dear Ana,\n\nOne\u{200b} and\u{200b} two\u{2063} here.\n\nNone here.\n";
    let limit = told("body", "[limit]\ninvisible = \"any\"\nat_most = 2", letter);
    assert_eq!(limit.len(), 1);
    assert_eq!(limit[0].1, "\u{200b} and\u{200b} two\u{2063}");
    assert!(limit[0].0.ends_with("|3|U+200B ZERO WIDTH SPACE, U+2063 INVISIBLE SEPARATOR"), "{}", limit[0].0);
    let when = told("paragraph", "[forbid]\nphrases = [\"here\"]\n[when]\ninvisible = \"any\"", letter);
    assert_eq!(when, [("here|One and two here.|1|".to_owned(), "here".to_owned())]);
}

#[test]
fn a_kind_that_is_none_is_refused_with_the_nearest() {
    let folder = Folder::new().with("a.md", "Dear Ana,\n").with(
        "mine.toml",
        "severity = \"info\"\nscope = \"body\"\nmessage = \"m\"\nhelp = \"h\"\n[forbid]\ninvisible = \"bidi-controls\"\n",
    );
    let run = folder.run(&["--rules", "mine.toml", "a.md"]).ends(2);
    assert!(run.err.contains("mine.toml:6:13") && run.err.contains("`bidi-control`"), "{}", run.err);
}
