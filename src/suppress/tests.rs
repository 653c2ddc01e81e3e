use super::*;
use crate::check::check;
use crate::letter::Format;
use crate::source::Source;
use crate::span::Span;

/// The findings of `text` that are shown, and those that are suppressed.
fn sifted(text: &str) -> (Vec<String>, Vec<(String, Option<String>)>) {
    let rules = RuleSet::shipped();
    let options = Options::default();
    let letter = Letter::read(Source::new(text), Format::Markdown);
    let suppressions = Suppressions { rules: &rules, options: &options, requires_reason: false, ignores: &[] };
    let sifted = sift(&letter, check(&letter, &rules, &options), &suppressions);
    let suppressed = sifted.suppressed.into_iter().map(|one| (one.diagnostic.rule, one.reason)).collect();
    let wanted = ["leftover-placeholder", "unclosed-comment", "unused-suppression", "unknown-suppression"];
    let left = sifted.diagnostics.into_iter().filter(|one| wanted.contains(&one.rule.as_str()));
    (left.map(|one| format!("{}:{}", letter.source().position(one.span.start).line, one.rule)).collect(), suppressed)
}

fn silent(text: &str) -> Vec<String> {
    sifted(text).0
}

#[test]
fn a_suppression_that_is_never_closed_is_one_finding_and_hides_nothing() {
    for name in ["disable-next-line leftover-placeholder", "disable-file leftover-placeholder, cliche", "disable"] {
        let text = format!("<!-- letterlint-{name} -- their words, and a few more of them\n{SLOT}\n\n{SLOT}\n");
        let (shown, suppressed) = sifted(&text);
        assert_eq!(shown, ["1:unclosed-comment", "2:leftover-placeholder", "4:leftover-placeholder"], "{text}");
        assert!(suppressed.is_empty(), "{suppressed:?}");
    }
}

const SLOT: &str = "I ran the queue at [Company] for two years.";

#[test]
fn next_line_suppresses_findings_in_one_line_only() {
    let text = format!("<!-- letterlint-disable-next-line leftover-placeholder -- theirs -->\n{SLOT}\n{SLOT}\n");
    let (left, suppressed) = sifted(&text);
    assert_eq!(left, ["3:leftover-placeholder"]);
    assert_eq!(suppressed, [("leftover-placeholder".to_owned(), Some("theirs".to_owned()))]);
}

#[test]
fn the_next_line_is_the_next_line_with_words() {
    let comment = "<!-- letterlint-disable-next-line leftover-placeholder -->";
    assert_eq!(silent(&format!("{comment}\n\n{SLOT}\n")), [""; 0]);
    let other = "<!-- letterlint-disable-next-line cliche -->";
    assert_eq!(silent(&format!("{comment}\n{other}\n{SLOT}\n")), ["2:unused-suppression"]);
}

#[test]
fn next_paragraph_suppresses_findings_up_to_its_last_line() {
    let comment = "<!-- letterlint-disable-next-paragraph leftover-placeholder -->";
    assert_eq!(silent(&format!("{comment}\n\n{SLOT}\n{SLOT}\n\n{SLOT}\n")), ["6:leftover-placeholder"]);
}

#[test]
fn a_disabled_rule_is_on_again_after_enable() {
    let (off, on) =
        ("<!-- letterlint-disable leftover-placeholder -->", "<!-- letterlint-enable leftover-placeholder -->");
    assert_eq!(
        silent(&format!("{SLOT}\n\n{off}\n\n{SLOT}\n\n{on}\n\n{SLOT}\n")),
        ["1:leftover-placeholder", "9:leftover-placeholder"]
    );
    assert_eq!(silent(&format!("{SLOT}\n\n{off}\n\n{SLOT}\n\n{SLOT}\n")), ["1:leftover-placeholder"]);
}

#[test]
fn an_enable_that_ends_nothing_is_unused() {
    assert_eq!(silent("I ran it.\n\n<!-- letterlint-enable leftover-placeholder -->\n"), ["3:unused-suppression"]);
}

#[test]
fn a_file_comment_suppresses_findings_from_anywhere_in_the_file() {
    assert_eq!(silent(&format!("{SLOT}\n\n<!-- letterlint-disable-file leftover-placeholder -->\n")), [""; 0]);
}

#[test]
fn a_comment_in_code_suppresses_nothing() {
    let text = format!("```\n<!-- letterlint-disable-next-line leftover-placeholder -->\n```\n{SLOT}\n");
    assert_eq!(silent(&text), ["4:leftover-placeholder"]);
}

#[test]
fn a_comment_for_a_rule_that_did_not_run_is_not_unused() {
    assert_eq!(silent("<!-- letterlint-disable-file average-latency -->\nI ran it.\n"), [""; 0]);
}

#[test]
fn the_fix_for_one_unused_name_of_two_keeps_the_other() {
    let text = format!("<!-- letterlint-disable-next-line cliche, leftover-placeholder -- theirs -->\n{SLOT}\n");
    let rules = RuleSet::shipped();
    let options = Options::default();
    let letter = Letter::read(Source::new(text.as_str()), Format::Markdown);
    let suppressions = Suppressions { rules: &rules, options: &options, requires_reason: false, ignores: &[] };
    let sifted = sift(&letter, check(&letter, &rules, &options), &suppressions);
    let found = sifted.diagnostics.iter().find(|one| one.rule == "unused-suppression").unwrap();
    assert_eq!(letter.source().slice(found.span), "cliche");
    let fix = found.fix.as_ref().unwrap();
    let mut fixed = text.clone();
    fixed.replace_range(fix.span.range(), &fix.replacement);
    assert!(fixed.starts_with("<!-- letterlint-disable-next-line leftover-placeholder -- theirs -->\n"), "{fixed}");
}

#[test]
fn the_fix_for_an_unused_comment_removes_its_line() {
    let text = "Dear Ana,\r\n<!-- letterlint-disable-next-line cliche -->\r\nI ran it.\r\n";
    let rules = RuleSet::shipped();
    let options = Options::default();
    let letter = Letter::read(Source::new(text), Format::Markdown);
    let suppressions = Suppressions { rules: &rules, options: &options, requires_reason: false, ignores: &[] };
    let sifted = sift(&letter, check(&letter, &rules, &options), &suppressions);
    let fix = sifted.diagnostics.iter().find_map(|one| one.fix.clone()).unwrap();
    assert_eq!(&text[fix.span.range()], "<!-- letterlint-disable-next-line cliche -->\r\n");
}

/// `[[ignore]]` entries of the settings.
mod ignored {
    use super::*;

    const LETTER: &str = "I ran the queue at [Company] for [Team].\n\nI ran it at [Company].\n";

    fn entry(rule: &str, text: Option<&str>, reason: Option<&str>) -> Ignore {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Ignore { rule: rule.to_owned(), text: owned(text), reason: owned(reason), span: Span::new(5, 40) }
    }

    /// The placeholders of `text` that are shown, those that `ignores` suppress, and the indices of the entries used.
    fn sifted(text: &str, ignores: &[(usize, &Ignore)]) -> (Vec<String>, Vec<String>, Vec<usize>) {
        let rules = RuleSet::shipped();
        let mut options = Options::default();
        options.choices.select = vec!["leftover-placeholder".to_owned()];
        let letter = Letter::read(Source::new(text), Format::Markdown);
        let suppressions = Suppressions { rules: &rules, options: &options, requires_reason: false, ignores };
        let sifted = sift(&letter, check(&letter, &rules, &options), &suppressions);
        let words = |one: &Diagnostic| letter.source().slice(one.span).to_owned();
        let text = |one: &Suppressed| {
            format!("{} {} {}", words(&one.diagnostic), one.by.name(), one.reason.as_deref().unwrap_or("-"))
        };
        let shown = sifted.diagnostics.iter().map(words).collect();
        (shown, sifted.suppressed.iter().map(text).collect(), sifted.used_ignores)
    }

    #[test]
    fn an_entry_suppresses_its_rule_and_is_listed_as_used_once() {
        let theirs = entry("leftover-placeholder", None, Some("theirs"));
        let (shown, suppressed, used) = sifted(LETTER, &[(4, &theirs)]);
        assert_eq!(shown, [""; 0]);
        assert_eq!(suppressed, ["[Company] settings theirs", "[Team] settings theirs", "[Company] settings theirs"]);
        assert_eq!(used, [4]);
    }

    #[test]
    fn an_entry_with_a_text_suppresses_findings_that_contain_it_in_any_case() {
        let team = entry("leftover-placeholder", Some("team"), None);
        let (shown, suppressed, used) = sifted(LETTER, &[(0, &team)]);
        assert_eq!(shown, ["[Company]", "[Company]"]);
        assert_eq!(suppressed, ["[Team] settings -"]);
        assert_eq!(used, [0]);
    }

    #[test]
    fn the_first_entry_that_covers_a_finding_is_used() {
        let (other, team) = (entry("cliche", None, None), entry("leftover-placeholder", Some("Team"), None));
        let all = entry("leftover-placeholder", None, None);
        let (shown, _, used) = sifted(LETTER, &[(0, &other), (1, &team), (2, &all), (3, &all)]);
        assert_eq!(shown, [""; 0]);
        assert_eq!(used, [2, 1]);
    }

    #[test]
    fn a_comment_takes_precedence_over_the_settings() {
        let text = format!("<!-- letterlint-disable-file leftover-placeholder -- mine -->\n{LETTER}");
        let theirs = entry("leftover-placeholder", None, Some("theirs"));
        let (_, suppressed, used) = sifted(&text, &[(0, &theirs)]);
        assert_eq!(suppressed, ["[Company] comment mine", "[Team] comment mine", "[Company] comment mine"]);
        assert_eq!(used, [0; 0]);
    }

    /// Options with the rules on suppressions turned off.
    fn silenced() -> Options {
        let mut options = Options::default();
        options.choices.ignore = vec!["unused-suppression".to_owned(), "suppression-without-reason".to_owned()];
        options
    }

    #[test]
    fn an_unused_entry_is_reported_at_its_place_with_an_unsafe_fix() {
        let rules = RuleSet::shipped();
        let found = unused_ignore(&entry("cliche", None, None), &rules, &Options::default()).unwrap();
        assert_eq!((found.rule.as_str(), found.span), ("unused-suppression", Span::new(5, 40)));
        assert_eq!(found.message, "There is nothing to suppress here: cliche.");
        let fix = found.fix.unwrap();
        assert_eq!((fix.span, fix.replacement.as_str()), (Span::new(5, 40), ""));
        assert_eq!(fix.applicability.name(), "unsafe");
        assert_eq!(unused_ignore(&entry("cliche", None, None), &rules, &silenced()), None);
    }

    #[test]
    fn an_entry_with_no_reason_or_a_blank_one_is_reported() {
        let rules = RuleSet::shipped();
        let found = |reason, options: &Options| ignore_without_reason(&entry("cliche", None, reason), &rules, options);
        for reason in [None, Some(" \t")] {
            let found = found(reason, &Options::default()).unwrap();
            assert_eq!((found.rule.as_str(), found.span), ("suppression-without-reason", Span::new(5, 40)));
            assert_eq!(found.help, "Say why: `reason = \"their own words\"`.");
            assert_eq!(found.fix, None);
        }
        assert_eq!(found(Some("theirs"), &Options::default()), None);
        assert_eq!(found(None, &silenced()), None);
    }
}

mod baseline {
    use super::*;

    fn slots(text: &str) -> (Source, Vec<Diagnostic>) {
        let letter = Letter::read(Source::new(text), Format::Markdown);
        let mut found = check(&letter, &RuleSet::shipped(), &Options::default()).diagnostics;
        found.retain(|one| one.rule == "leftover-placeholder" || one.rule == "missing-proof");
        (letter.into_source(), found)
    }

    /// The findings of `after` that are new if those of `before` were accepted, and how many of those are gone.
    fn new(before: &str, after: &str) -> (Vec<String>, usize) {
        let mut baseline = Baseline::default();
        let (source, found) = slots(before);
        baseline.accept("a.md", &source, found.iter());
        let baseline = Baseline::read(&baseline.to_json()).unwrap();
        let (source, found) = slots(after);
        let accepted = baseline.sift("a.md", &source, found);
        let text = |one: &Diagnostic| format!("{}:{}", source.position(one.span.start).line, one.rule);
        (accepted.diagnostics.iter().map(text).collect(), accepted.gone)
    }

    #[test]
    fn an_edit_above_an_accepted_finding_does_not_bring_it_back() {
        let before = "Dear Ana,\n\nI saw [Company] twice this year, and it was fine.\n";
        let after = before.replace("Dear Ana,", "Dear Ana,\n\nA new paragraph of mine that was not there before.");
        assert_eq!(new(before, &after), (vec![], 0));
    }

    #[test]
    fn an_edit_on_one_side_of_an_accepted_finding_does_not_bring_it_back() {
        let before = "I saw the talk of [Company] twice this year, and it was fine.\n";
        assert_eq!(new(before, &before.replace("twice this year", "in spring")), (vec![], 0));
    }

    #[test]
    fn a_new_finding_with_the_same_words_is_shown() {
        let before = "I saw the talk of [Company] twice this year.\n";
        let after = format!("{before}\nMore of the same at [Company] in autumn.\n");
        assert_eq!(new(before, &after), (vec!["3:leftover-placeholder".to_owned()], 0));
    }

    #[test]
    fn a_fixed_finding_is_counted_as_gone() {
        let before = "I saw the talk of [Company] twice this year.\n";
        assert_eq!(new(before, "I saw the talk of Acme twice this year.\n"), (vec![], 1));
    }

    #[test]
    fn accepting_findings_in_one_letter_accepts_none_in_another() {
        let mut baseline = Baseline::default();
        let (source, found) = slots("I saw [Company] twice.\n");
        baseline.accept("a.md", &source, found.iter());
        assert_eq!(baseline.sift("b.md", &source, found).diagnostics.len(), 1);
    }

    #[test]
    fn an_invalid_baseline_is_refused_with_the_place_and_a_remedy() {
        let error = Baseline::read("{\"version\": 1,\n\"leters\": {}}").unwrap_err();
        assert_eq!(error.place.map(|(line, _)| line), Some(2));
        assert!(error.message.contains("--write-baseline"), "{error}");
        assert!(Baseline::read("{\"version\": 9, \"letters\": {}}").is_err());
    }
}
