//! What a change of a letter changes, and what it does not.

use crate::inputs::letter;
use letterlint::check::{Checked, Options, check};
use letterlint::letter::{Format, Letter, PartKind};
use letterlint::rule::RuleSet;
use letterlint::source::Source;
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::shipped);

fn read(text: &str, format: Format) -> Letter {
    Letter::read(Source::new(text), format)
}

fn checked(letter: &Letter) -> Checked {
    check(letter, &RULES, &Options { role: Some("backend".to_owned()), ..Options::default() })
}

/// Rule, message and line of each finding at or after byte `from`.
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
