//! What holds for every letter.

use letterlint::check::{Checked, Options, check};
use letterlint::letter::{Format, Letter, PartKind};
use letterlint::rule::RuleSet;
use letterlint::source::Source;
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::shipped);

/// Pieces that meet rules, markup, folding and every alphabet.
const PIECES: [&str; 34] = [
    "I",
    "am",
    "team player",
    "[Company]",
    "{{name}}",
    "p99",
    "from 900 ms to 240 ms",
    "**bold",
    "words**",
    "*it*",
    "“quoted line of four words”",
    "it’s",
    "the the",
    "average latency",
    "senior",
    "on-call",
    "scaled",
    "Go",
    "Rust,",
    "Kafka,",
    "passionate about",
    "synergy.",
    "e.g.",
    "Dr. Roe",
    "https://a.example/b?c=[d]",
    "`code`",
    "日本語",
    "🎉",
    "e\u{301}",
    "\u{200b}",
    "\u{a0}",
    "<Company>",
    "\\_\\_\\_",
    "[text](https://a.example)",
];

fn sentence() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&PIECES[..]);
    let gap = prop::sample::select(vec![" ", "  ", "\n", " \t"]);
    prop::collection::vec((piece, gap), 1..14).prop_map(|pairs| {
        let text: String = pairs.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect();
        format!("{}.", text.trim_end())
    })
}

fn body() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec!["", "", "", "- ", "## ", "> "]);
    prop::collection::vec((mark, sentence()), 1..6).prop_map(|parts| {
        parts.into_iter().map(|(mark, text)| format!("{mark}{text}")).collect::<Vec<_>>().join("\n\n")
    })
}

fn letter() -> impl Strategy<Value = String> {
    body().prop_map(|body| format!("Dear Ms Okafor,\n\n{body}\n\nKind regards,\nAna Ruiz\n"))
}

fn read(text: &str, format: Format) -> Letter {
    Letter::read(Source::new(text), format)
}

fn checked(letter: &Letter) -> Checked {
    check(letter, &RULES, &Options { role: Some("backend".to_owned()), ..Options::default() })
}

/// Rule, message and line of each finding at or behind byte `from`.
fn told(letter: &Letter, from: usize) -> Vec<(String, String, usize, usize)> {
    let tell = |found: &letterlint::diagnostic::Diagnostic| {
        let start = letter.source().position(found.span.start);
        (found.rule.clone(), found.message.clone(), start.line, start.column)
    };
    checked(letter).diagnostics.iter().filter(|found| found.span.start >= from).map(tell).collect()
}

fn greeting_start(letter: &Letter) -> usize {
    letter.parts().iter().find(|part| part.kind == PartKind::Greeting).map_or(0, |part| part.span.start)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_span_lies_on_char_boundaries_of_the_letter(text in letter(), is_markdown in any::<bool>()) {
        let format = if is_markdown { Format::Markdown } else { Format::Plain };
        let letter = read(&text, format);
        for found in checked(&letter).diagnostics {
            prop_assert!(text.get(found.span.range()).is_some(), "{found:?}");
            prop_assert!(found.span.start < found.span.end, "{found:?}");
        }
    }

    #[test]
    fn folded_text_leads_back_to_the_bytes_it_was_made_from(text in letter()) {
        let letter = read(&text, Format::Markdown);
        let prose = letter.prose();
        prop_assert_eq!(prose.text().len(), prose.lower().len());
        for (at, character) in prose.text().char_indices() {
            let span = prose.span(at..at + character.len_utf8());
            let bytes = text.get(span.range());
            prop_assert!(bytes.is_some(), "{span:?}");
            if character.is_ascii_alphanumeric() {
                let spelled = character.to_string();
                prop_assert_eq!(bytes, Some(spelled.as_str()));
            }
        }
    }

    #[test]
    fn any_text_at_all_is_read_without_panic(text in "\\PC*", is_markdown in any::<bool>()) {
        let format = if is_markdown { Format::Markdown } else { Format::Plain };
        checked(&read(&text, format));
    }

    #[test]
    fn the_same_letter_gives_the_same_findings_in_order(text in letter()) {
        let first = checked(&read(&text, Format::Markdown));
        prop_assert_eq!(&first, &checked(&read(&text, Format::Markdown)));
        prop_assert!(first.diagnostics.is_sorted_by_key(|found| (found.span, found.rule.clone())));
    }

    #[test]
    fn text_above_the_greeting_shifts_findings_by_its_length(text in letter()) {
        let head = "Ana Ruiz, Lisbon\n\n";
        let (before, after) = (read(&text, Format::Markdown), read(&format!("{head}{text}"), Format::Markdown));
        let lines = head.matches('\n').count();
        let shifted: Vec<_> = told(&before, greeting_start(&before) + 1)
            .into_iter()
            .map(|(rule, message, line, column)| (rule, message, line + lines, column))
            .collect();
        prop_assert_eq!(shifted, told(&after, greeting_start(&after) + 1));
    }

    #[test]
    fn windows_line_ends_change_no_finding(text in letter(), is_markdown in any::<bool>()) {
        let format = if is_markdown { Format::Markdown } else { Format::Plain };
        let windows = text.replace('\n', "\r\n");
        prop_assert_eq!(told(&read(&text, format), 0), told(&read(&windows, format), 0));
    }
}
