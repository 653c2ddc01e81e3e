//! Pages as they are printed.

use super::*;
use crate::check::{FoundSignal, SignalPlace};
use crate::letter::Format;
use crate::source::Source;

/// A letter in which each signal stands on the words given for it.
fn skimmed(text: &str, seconds: usize, signals: &[(&str, &[&str])]) -> SkimmedLetter {
    let letter = Letter::read(Source::new(text), Format::Markdown);
    let folded = letter.prose().text();
    let place = |words: &&str| {
        let start = folded.find(words).expect("the letter holds the words");
        let text = start..start + words.len();
        let words_before = letter.words_in(&(letter.body().start..start));
        SignalPlace { span: letter.prose().span(text.clone()), text, words_before }
    };
    let signal = |(title, places): &(&str, &[&str])| FoundSignal {
        name: "x".to_owned(),
        title: (*title).to_owned(),
        missing: format!("Add your {title}."),
        places: places.iter().map(place).collect(),
    };
    let signals = signals.iter().map(signal).collect();
    // Sixty words a minute: a second a word.
    let pace = Pace { seconds, words_per_minute: 60 };
    let words = letter.words();
    let end = if words.len() <= seconds { letter.body().end } else { words[..seconds].last().map_or(0, |one| one.end) };
    let skim = Skim { pace, role: None, words: words.len(), read: letter.body().start..end, signals };
    SkimmedLetter { path: "draft.md".to_owned(), link: None, letter, skim }
}

fn view(width: usize) -> View {
    View { width, palette: Palette::new(false), fail_under: None }
}

fn printed(letter: SkimmedLetter, view: &View) -> String {
    let mut out = Vec::new();
    write(&SkimReport { letters: vec![letter], errors: Vec::new() }, view, &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("a page is UTF-8")
}

/// The page alone, without heading, list and model.
fn page(letter: &SkimmedLetter, width: usize) -> String {
    let mut out = Vec::new();
    page::write(letter, &view(width), &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("a page is UTF-8")
}

const TEXT: &str = "Dear Ana,\n\nI cut p99 from 900 ms to 240 ms and **wrote** the runbook.\n\n## Why you\n\n\
                    - Your post on queues.\n- We could talk on Tuesday.\n\nBest,\nIna\n";

#[test]
fn a_letter_is_its_page_torn_at_the_line_then_its_signals_then_the_model() {
    let signals: [(&str, &[&str]); 4] = [
        ("next step", &["Tuesday"]),
        ("figures", &["900 ms", "240 ms"]),
        ("p99", &["from 900 ms to 240 ms"]),
        ("load", &[]),
    ];
    let expected = "\
draft.md   24 words · 24 s to read

  I cut p99 «from «900 ms»²
──── 6 s · 6 words ─────────────────────
                            to «240
  ms»²»¹ and wrote the runbook.

  Why you

  • Your post on queues.
  • We could talk on «Tuesday»³.

3 of 4 signals, 2 before the 6 s line

   3 s  ¹ p99        3:11  “from 900 m…”
   4 s  ² figures    3:16
  ──── 6 s ───────────────────────────
  23 s  ³ next step  8:20  “Tuesday”
     –  ✗ load
      Add your load.

This is a model: a reader starts at the
top, reads 60 words a minute (Brysbaert
2019 found 238) and stops. Real readers
differ.
";
    assert_eq!(printed(skimmed(TEXT, 6, &signals), &view(40)), expected);
}

#[test]
fn a_stop_between_two_parts_stands_between_them() {
    let expected = "  I cut p99 from 900 ms to 240 ms and
  wrote the runbook.

──── 13 s · 13 words ───────────────────

  Why you

  • Your post on queues.
  • We could talk on Tuesday.
";
    assert_eq!(page(&skimmed(TEXT, 13, &[]), 40), expected);
}

#[test]
fn the_mark_behind_the_last_word_is_read_with_it() {
    let page = page(&skimmed("Dear Ana,\n\nOne two. Three four.\n\nBest,\nIna\n", 2, &[]), 40);
    assert!(page.starts_with("  One two.\n────"), "{page}");
}

#[test]
fn a_reader_without_time_stops_before_the_first_word() {
    let page = page(&skimmed(TEXT, 0, &[]), 40);
    assert!(page.starts_with("──── 0 s · 0 words ─────────────────────\n\n  I cut"), "{page}");
}

#[test]
fn a_letter_read_to_its_end_says_when_that_was() {
    let page = page(&skimmed(TEXT, 40, &[]), 40);
    assert!(page.ends_with("on Tuesday.\n\n──── the end at 24 s · 24 words ────────\n"), "{page}");
}

#[test]
fn what_is_no_prose_is_shown_as_it_stands_and_numbers_of_a_list_are_kept() {
    let text = "Dear Ana,\n\nI’d run `a  b` then:\n\n1. One it is.\n2. Two it is.\n\n> Quoted it is.\n\nThe end it is.\n\nBest,\nIna\n";
    let page = page(&skimmed(text, 40, &[]), 40);
    let expected =
        "  I’d run `a b` then:\n\n  1. One it is.\n  2. Two it is.\n\n  │ Quoted it is.\n\n  The end it is.\n";
    assert!(page.starts_with(expected), "{page}");
}

#[test]
fn no_line_is_wider_than_the_page_whatever_a_word_is() {
    let text = format!("Dear Ana,\n\nA {} and {} it is.\n\nBest,\nIna\n", "x".repeat(90), "日本".repeat(30));
    for width in [40, 57, 80] {
        for seconds in [1, 2, 9, 99] {
            let out = printed(
                skimmed(&text, seconds, &[("日本語 of a very long name indeed", &["and"]), ("b", &[])]),
                &view(width),
            );
            for line in out.lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn bytes_that_steer_a_terminal_are_not_printed() {
    let text = "Dear Ana,\n\nA\u{1b}[31m red `\u{9b}2J` \u{202e}word it is.\n\nBest,\nIna\n";
    let mut letter = skimmed(text, 3, &[("fig\u{1b}ures", &["red"])]);
    letter.path = "a\u{1b}]0;b\u{7}.md".to_owned();
    let out = printed(letter, &view(80));
    assert!(!out.contains(|c: char| c != '\n' && super::super::visible::is_steering(c)), "{out:?}");
}

#[test]
fn with_colour_the_unread_slants_and_a_signal_needs_no_brackets() {
    let view = View { palette: Palette::new(true), ..view(60) };
    let out = printed(
        skimmed(
            "Dear Ana,\n\nOne two three four five it is.\n\nBest,\nIna\n",
            3,
            &[("a", &["two"]), ("b", &["four five"])],
        ),
        &view,
    );
    assert!(out.contains("  One \u{1b}[1;35mtwo\u{1b}[0m\u{1b}[1;35m¹\u{1b}[0m three\n"), "{out:?}");
    assert!(out.contains("\u{1b}[4;3mfour five\u{1b}[0m\u{1b}[4;3m²\u{1b}[0m\u{1b}[3m it is.\u{1b}[0m\n"), "{out:?}");
}

#[test]
fn a_threshold_that_is_not_reached_is_named() {
    let view = View { fail_under: Some(2), ..view(80) };
    let out = printed(skimmed(TEXT, 8, &[("figures", &["900 ms"])]), &view);
    assert!(out.contains("1 of 1 signal, 1 before the 8 s line (asked for: 2)\n"), "{out}");
}

#[test]
fn a_letter_without_body_is_no_page() {
    let out = printed(skimmed("Dear Ana,\n\nBest,\nIna\n", 8, &[("figures", &[])]), &view(80));
    assert!(out.starts_with("draft.md   0 words · 0 s to read\n\n0 of 1 signal"), "{out}");
}
