//! What once went wrong, named by what a user saw.

use letterlint::check::{Options, check, lint};
use letterlint::diagnostic::{Diagnostic, Severity};
use letterlint::letter::{Format, Letter};
use letterlint::report::{FileReport, Report, junit};
use letterlint::rule::{Bound, BoundValue, RuleSet, Tier, TierInForce, TierWords};
use letterlint::skim::Pace;
use letterlint::source::Source;
use letterlint::span::Span;
use letterlint::suppress::{Baseline, Sifted, Suppressions, sift};

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

/// What is left of the findings of `letter`, comments in it heeded, and how many they took away.
fn sifted(letter: &str) -> Sifted {
    let (rules, options) = (RuleSet::shipped(), Options::default());
    let letter = Letter::read(Source::new(letter), Format::Markdown);
    let held = Suppressions { rules: &rules, options: &options, requires_reason: false, ignores: &[] };
    sift(&letter, check(&letter, &rules, &options), &held)
}

/// What takes the square of its time never ends with these.
const MANY: usize = 20_000;

#[test]
fn a_run_on_twenty_thousand_suppressions_ends() {
    let one = "<!-- letterlint-disable-next-line leftover-placeholder -->\n";
    let sifted = sifted(&format!("{}\nI saw [Company] there.\n", one.repeat(MANY)));
    assert_eq!(sifted.suppressed.len(), 1);
    assert_eq!(sifted.diagnostics.iter().filter(|one| one.rule == "unused-suppression").count(), MANY - 1);
}

#[test]
fn a_run_on_twenty_thousand_pairs_of_disable_and_enable_ends() {
    let pair = "<!-- letterlint-disable leftover-placeholder -->\n\n[Company]\n\n<!-- letterlint-enable leftover-placeholder -->\n\n";
    let sifted = sifted(&pair.repeat(MANY / 10));
    assert_eq!(sifted.suppressed.len(), MANY / 10);
}

#[test]
fn a_run_on_a_comment_that_names_twenty_thousand_rules_ends() {
    let names = "leftover-placeholder, ".repeat(MANY);
    let unknown: Vec<String> = (0..MANY).map(|number| format!("placeholder-{number}")).collect();
    let sifted = sifted(&format!(
        "<!-- letterlint-disable-next-line {names} {} -->\nI saw [Company] there.\n",
        unknown.join(" ")
    ));
    let count = |id: &str| sifted.diagnostics.iter().filter(|one| one.rule == id).count();
    assert_eq!(
        (sifted.suppressed.len(), count("unused-suppression"), count("unknown-suppression")),
        (1, MANY - 1, MANY)
    );
}

#[test]
fn a_baseline_that_accepts_the_same_words_twenty_thousand_times_is_held_against_them_in_time() {
    let source = Source::new("[Team] ".repeat(MANY));
    let finding = |at: usize| Diagnostic {
        rule: "leftover-placeholder".to_owned(),
        severity: Severity::Error,
        message: "x".to_owned(),
        help: String::new(),
        span: Span::new(at * 7, at * 7 + 6),
        fix: None,
    };
    let found: Vec<Diagnostic> = (0..MANY).map(finding).collect();
    let mut baseline = Baseline::default();
    baseline.accept("a.md", &source, found.iter());
    let accepted = baseline.sift("a.md", &source, found.into_iter().skip(1).collect());
    assert_eq!((accepted.suppressed.len(), accepted.diagnostics.len(), accepted.gone), (MANY - 1, 0, 1));
}

#[test]
fn a_line_that_starts_with_a_capital_sharp_s_is_read() {
    for line in ["ẞ", "ẞ: x", "İnc. x", "Dear Ana,\n\nẞ is a letter too.\n\nẞest,\nEva"] {
        ids(line);
        lint(line, Format::Plain, &RuleSet::shipped(), &Options::default());
    }
}

#[test]
fn a_match_that_ends_within_an_ellipsis_stands_on_whole_characters() {
    let text = "I led the team… and so on";
    let letter = Letter::read(Source::new(text), Format::Markdown);
    let folded = letter.prose().text();
    assert_eq!(folded, "I led the team... and so on");
    let at = folded.find("team.").unwrap();
    assert_eq!(&text[letter.prose().span(at..at + 5).range()], "team…");
    assert_eq!(&text[letter.prose().span(at + 5..at + 6).range()], "…");
    // An entity may be as long as what it spells.
    let letter = Letter::read(Source::new("a &acE; b"), Format::Markdown);
    let at = letter.prose().text().find('\u{333}').unwrap();
    assert_eq!(letter.source().slice(letter.prose().span(at..at + 2)), "&acE;");
}

#[test]
fn limits_as_large_as_numbers_go_are_held_against() {
    let most = usize::MAX;
    let words = TierWords { short: most, standard: most, expanded: most };
    assert_eq!(words.tier_holding(250), Tier::Short);
    assert_eq!(Pace { seconds: most, words_per_minute: most }.words(), most / 60);
    let tier = TierInForce { tier: Tier::Short, is_asked: false, words };
    assert_eq!(Bound { value: BoundValue::Number(most), slack: most }.resolve(tier, &[]), most);
}

#[test]
fn a_hidden_character_in_a_word_that_stands_twice_leaves_one_fix() {
    let letter = "Dear Ana,\n\nI led the\u{200b} the team of 5.\n\nBest,\nAna\n";
    let found = lint(letter, Format::Markdown, &RuleSet::shipped(), &Options::default()).diagnostics;
    let fixes: Vec<&str> = found.iter().filter(|one| one.fix.is_some()).map(|one| one.rule.as_str()).collect();
    assert_eq!(fixes, ["repeated-word"]);
    assert!(found.iter().any(|one| one.rule == "hidden-character"));
}

#[test]
fn two_cases_of_junit_never_have_one_name() {
    // A byte order mark has bytes and no column, so that both are at 1:1.
    let letter = Letter::read(Source::new("\u{feff}Hi"), Format::Plain);
    let facts = check(&letter, &RuleSet::shipped(), &Options::default()).facts;
    let finding = |start: usize| Diagnostic {
        rule: "worn".to_owned(),
        severity: Severity::Error,
        message: "x".to_owned(),
        help: String::new(),
        span: Span::new(start, 5),
        fix: None,
    };
    let file = FileReport::of_letter("a.md", letter, facts, vec![finding(0), finding(3)]);
    let mut out = Vec::new();
    junit::write(&Report { files: vec![file], errors: Vec::new() }, Some(Severity::Error), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(out.contains("name=\"worn (1:1)\"") && out.contains("name=\"worn (1:1) #2\""), "{out}");
}
