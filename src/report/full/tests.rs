//! Letters as they are printed.

use super::*;
use crate::diagnostic::Diagnostic;
use crate::report::page::Page;
use crate::report::sample::{finding, full, letter, view};
use crate::report::visible::is_steering;
use Severity::{Error, Info, Warning};

const TEXT: &str = "\
Dear Ms Okafor,

I am really passionate about queues and saw the opening at [Company] on your site.

Nothing was found in this one.

I own the order service at Northwind, and it got a lot faster after the retries moved to a queue of their own.

Best,
Ana
";

fn saying(help: &str, found: Diagnostic) -> Diagnostic {
    Diagnostic { help: help.to_owned(), ..found }
}

fn shown(text: &str, found: Vec<Diagnostic>, width: usize) -> String {
    full(vec![letter("draft.md", text, found)], &view(width))
}

#[test]
fn a_letter_is_its_verdict_its_paragraphs_with_notes_and_what_was_counted() {
    let paragraph = "I own the order ... own.";
    let found = vec![
        finding(TEXT, Info, "filler-word", "really"),
        finding(TEXT, Error, "leftover-placeholder", "[Company]"),
        saying("Say how much faster.", finding(TEXT, Warning, "paragraph-without-number", paragraph)),
    ];
    let expected = "\
draft.md                   212 words · 53 s to read · standard letter
1 must go, 1 costs you. Start with line 3: “[Company]” is worn.

  3 │ I am really passionate about queues and saw the opening at
    │ «[Company]»¹ on your site.
  ¹ ✗ 3:60  “[Company]” is worn                  leftover-placeholder
      Cut it.
  …
  7 ┃ I own the order service at Northwind, and it got a lot faster
    ┃ after the retries moved to a queue of their own.
    ● 7:1  “I own the order ... own.” is worn
      Say how much faster.                   paragraph-without-number

numbers in 2 of 4 paragraphs · 38 words left
role unknown (use --role)
✗ 1 error, ● 1 warning, ○ 1 note (--show note)
";
    assert_eq!(shown(TEXT, found, 69), expected);
}

#[test]
fn equal_advice_is_given_once_with_all_places_and_the_same_number() {
    let text = "Dear Ms Okafor,\n\nI saw [Role] at [Company].\n\nI know [Skill].\n\nBest,\nAna\n";
    let found = ["[Role]", "[Company]", "[Skill]"].map(|words| finding(text, Error, "leftover", words)).to_vec();
    let page = shown(text, found, 80);
    assert!(page.contains("  3 │ I saw «[Role]»¹ at «[Company]»¹.\n"), "{page}");
    assert!(page.contains("  5 │ I know «[Skill]»¹.\n"), "{page}");
    assert!(page.contains("leftover, also 3:17, 5:8\n"), "{page}");
    assert_eq!((page.matches("Cut it.").count(), page.matches("✗ 3:7").count()), (1, 1), "{page}");
}

#[test]
fn other_words_with_the_same_advice_say_where_it_is_given() {
    let mut other = finding(TEXT, Warning, "worn", "queues");
    other.message = "everybody has queues".to_owned();
    let page = shown(TEXT, vec![finding(TEXT, Warning, "worn", "passionate"), other], 80);
    assert!(page.contains("¹ ● 3:13  “passionate” is worn") && page.contains("worn, also 3:30\n"), "{page}");
    assert!(page.contains("² ● 3:30  everybody has queues") && page.contains("worn, as at 3:13\n"), "{page}");
    assert_eq!(page.matches("Cut it.").count(), 1, "{page}");
}

#[test]
fn what_is_about_the_whole_letter_stands_first_with_its_advice() {
    let found = vec![finding(TEXT, Warning, "no-numbers", "Dear ... Ana"), finding(TEXT, Error, "worn", "queues")];
    let page = shown(TEXT, found, 80);
    let whole = page.find("The whole letter\n    ● 1:1  “Dear ... Ana” is worn").expect("a heading and its finding");
    assert!(whole < page.find("  3 │").expect("a paragraph"), "{page}");
}

/// The order: severity; words in the letter before what is missing from it; what stands in more places; place.
#[test]
fn what_to_fix_first_is_the_gravest_then_what_costs_more_then_what_comes_first() {
    let first = |found: Vec<Diagnostic>| {
        let file = letter("a.md", TEXT, found);
        Page::of(&file, Info).first.expect("something was found").finding.rule.clone()
    };
    let [one, two] = ["passionate", "queues"].map(|words| finding(TEXT, Warning, "often", words));
    let once = finding(TEXT, Warning, "once", "really");
    let missing = finding(TEXT, Warning, "missing", "Dear ... Ana");
    let paragraph = finding(TEXT, Warning, "bare", "I own the order ... own.");
    let grave = finding(TEXT, Error, "grave", "Northwind");
    assert_eq!(first(vec![missing.clone(), once.clone(), one.clone(), two.clone(), grave]), "grave");
    assert_eq!(first(vec![missing.clone(), once.clone(), one.clone(), two]), "often");
    assert_eq!(first(vec![missing.clone(), once, one]), "once");
    assert_eq!(first(vec![missing, paragraph]), "missing");
}

#[test]
fn of_a_long_paragraph_what_is_around_its_marks_is_kept() {
    let text =
        format!("Dear Ana,\n\n{}the [Company] thing {}end.\n\nBest,\nIna\n", "one two ".repeat(30), "and ".repeat(40));
    let page = shown(&text, vec![finding(&text, Error, "leftover", "[Company]")], 80);
    assert!(
        page.contains("  3 │ … one two one two one two the «[Company]»¹ thing and and and and and and …\n"),
        "{page}"
    );
}

#[test]
fn a_mark_within_a_long_one_is_never_left_out() {
    let text = format!("Dear Ana,\n\nIt {}very {}is.\n\nBest,\nIna\n", "was and ".repeat(30), "was so ".repeat(30));
    let found = vec![finding(&text, Warning, "long", "It ... so is."), finding(&text, Error, "filler", "very")];
    let text = text.replace("\n\nIt ", "\n\n# So. It ");
    let found = found
        .into_iter()
        .map(|found| Diagnostic { span: crate::span::Span::new(found.span.start + 6, found.span.end + 6), ..found });
    let page = shown(&text, found.collect(), 80);
    assert!(page.contains("«very»²") && page.contains("is.»¹"), "{page}");
}

#[test]
fn of_a_long_paragraph_that_lacks_something_the_ends_are_kept() {
    let text = format!("Dear Ana,\n\n{}and that was the end of it.\n\nBest,\nIna\n", "one two three ".repeat(30));
    let page = shown(&text, vec![finding(&text, Warning, "bare", "one ... it.")], 80);
    assert!(page.contains("  3 ┃ one two three one"), "{page}");
    assert!(page.contains("… that was the end\n    ┃ of it.\n"), "{page}");
}

#[test]
fn a_paragraph_is_wrapped_anew_and_lines_of_an_address_stay_apart() {
    let text = "Ina Hale\n1 [Street]\n\nDear Ana,\n\nI own the\norder service.\n\nBest,\nIna\n";
    let page = shown(text, vec![finding(text, Error, "b", "[Street]"), finding(text, Error, "a", "order")], 80);
    assert!(page.contains("  2 │ 1 «[Street]»¹\n"), "{page}");
    assert!(page.contains("  6 │ I own the «order»² service.\n"), "{page}");
}

#[test]
fn marks_in_the_same_words_have_their_numbers_side_by_side() {
    let found = vec![
        finding(TEXT, Error, "a", "I am really"),
        finding(TEXT, Error, "b", "I am really"),
        finding(TEXT, Warning, "c", "really"),
    ];
    assert!(shown(TEXT, found, 80).contains("│ «I am «really»³»¹,² passionate"));
}

#[test]
fn a_letter_of_which_nothing_is_shown_is_one_line() {
    let well = shown(TEXT, Vec::new(), 80);
    assert_eq!(well, "draft.md   212 words · 53 s · standard · nothing to fix\n");
    let notes = shown(TEXT, vec![finding(TEXT, Info, "filler-word", "really")], 80);
    assert_eq!(notes, "draft.md   212 words · 53 s · standard · nothing to fix, 1 note (--show note)\n");
}

#[test]
fn how_to_see_the_notes_is_worth_no_second_line() {
    let one = shown(TEXT, vec![finding(TEXT, Info, "filler-word", "really")], 66);
    assert_eq!(one, "draft.md   212 words · 53 s · standard · nothing to fix, 1 note\n");
}

#[test]
fn a_rule_is_named_at_the_right_where_no_line_of_its_note_has_room() {
    let mut found = finding(TEXT, Warning, "worn-phrase", "passionate");
    found.message = "“passionate” is worn and worn again.".to_owned();
    let page = shown(TEXT, vec![saying("Say what you did instead of it, in one line.", found)], 52);
    assert!(page.contains(&format!("in one line.\n{:41}worn-phrase\n", "")), "{page}");
}

#[test]
fn several_letters_are_parted_by_a_line_and_summed_up() {
    let well = |path| letter(path, TEXT, Vec::new());
    let expected = "\
a.md   212 words · 53 s · standard · nothing to fix

b.md   212 words · 53 s · standard · nothing to fix

2 letters: nothing to fix
";
    assert_eq!(full(vec![well("a.md"), well("b.md")], &view(80)), expected);
}

#[test]
fn quiet_leaves_the_findings_that_must_be_fixed() {
    let found = vec![finding(TEXT, Info, "filler-word", "really"), finding(TEXT, Warning, "worn", "queues")];
    let view = View { is_quiet: true, show: Info, ..view(64) };
    let expected = "\
draft.md

  3 │ I am really passionate about «queues»¹ and saw the opening
    │ at [Company] on your site.
  ¹ ● 3:30  “queues” is worn                                worn
      Cut it.
";
    let letters = vec![letter("a.md", TEXT, Vec::new()), letter("draft.md", TEXT, found)];
    assert_eq!(full(letters, &view), expected);
}

#[test]
fn where_no_word_may_be_shown_places_are() {
    let found = vec![Diagnostic { message: "worn".into(), ..finding(TEXT, Error, "worn", "queues") }];
    let page = full(vec![FileReport { is_redacted: true, ..letter("draft.md", TEXT, found) }], &view(80));
    assert!(page.contains("✗ 3:30  worn") && !page.contains("queues"), "{page}");
}

#[test]
fn a_finding_is_laid_out_in_twenty_columns() {
    let text = "I am passionate about queues.\n";
    let page = shown(text, vec![saying("Say what you did instead.", finding(text, Error, "worn", "passionate"))], 20);
    let expected = "
1 │ I am
  │ «passionate»¹
  │ about queues.
¹ ✗ 1:6         worn
    “passionate” is
    worn
    Say what you did
    instead.
";
    assert!(page.contains(expected), "{page}");
}

#[test]
fn with_colour_marks_are_underlined_in_the_colour_of_their_severity() {
    let found = vec![finding(TEXT, Warning, "b", "queues"), finding(TEXT, Error, "a", "[Company]")];
    let page = full(vec![letter("draft.md", TEXT, found)], &View { palette: Palette::new(true), ..view(90) });
    assert!(page.contains("\u{1b}[4;31m[Company]\u{1b}[0m\u{1b}[1;31m²\u{1b}[0m"), "{page:?}");
    assert!(page.contains("\u{1b}[4;33mqueues\u{1b}[0m\u{1b}[1;33m¹\u{1b}[0m"), "{page:?}");
    assert!(!page.contains(['«', '»']), "{page:?}");
}

#[test]
fn nothing_from_outside_reaches_the_terminal_raw() {
    let text = "a \u{1b}]0;x\u{7} \u{9b}2J \u{202e}b\n\u{1b}[2J and the end\n";
    let mut found = finding(text, Error, "ru\u{1b}le", "b\n");
    found.message = "\u{1b}[31m \u{2067}".into();
    found.help = "\u{1b}c\u{8}".into();
    let long = finding(text, Error, "x", "a ... end");
    let letters = || {
        vec![
            letter("p\u{1b}\u{202e}\u{85}.md", text, vec![long.clone(), found.clone()]),
            letter("\u{1b}", text, Vec::new()),
        ]
    };
    let plain = full(letters(), &view(80));
    assert_eq!(plain.find(|c| is_steering(c) && c != '\n'), None, "{plain:?}");
    let coloured = full(letters(), &View { palette: Palette::new(true), ..view(80) });
    let is_own = |piece: &str| {
        piece.starts_with('[')
            && piece[1..].find('m').is_some_and(|at| piece[1..=at].bytes().all(|b| b.is_ascii_digit() || b == b';'))
    };
    assert!(coloured.split('\u{1b}').skip(1).all(is_own), "{coloured:?}");
    assert_eq!(coloured.find(|c| is_steering(c) && c != '\n' && c != '\u{1b}'), None, "{coloured:?}");
}
