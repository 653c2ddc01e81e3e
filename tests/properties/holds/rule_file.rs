//! Any text is a rule file that can be run, or is refused with its place.

use super::reading::are_in_order;
use letterlint::check::{Options, lint};
use letterlint::letter::Format;
use letterlint::proof::prove;
use letterlint::report::RuleText;
use letterlint::rule::{Compiled, File, RuleSet};
use std::path::Path;

/// A letter with something for most rules in it.
const LETTER: &str = "Dear Ms Okafor,\n\nI saw [Company] “post a line” in 2024 and cut costs by 40 % from 9 to 5 \
                      days.\n\nI am a team player.\n\n- I scaled the the queue.\n\nKind regards,\nAna Ruiz\n";

/// A rule, pack or vocabulary is read and run, on its own examples too; what is wrong with it is told with its place.
pub fn holds(bytes: &[u8]) {
    let Some((&choice, text)) = bytes.split_last() else { return };
    let Ok(text) = str::from_utf8(text) else { return };
    let path = ["mine/a-rule.toml", "mine/a-rule.toml", "mine/pack.toml", "vocabulary/words.toml"];
    let file = File::new(Path::new(path[usize::from(choice & 3)]), text.to_owned());
    let mut compiled = Compiled::default();
    match compiled.add(&[file]) {
        Ok(()) => runs(&RuleSet::new(compiled)),
        Err(errors) => {
            assert!(!errors.is_empty(), "refused for no reason");
            for error in errors {
                let (line, column) = error.place.unwrap_or((1, 1));
                assert!(line >= 1 && line <= text.lines().count() + 1 && column >= 1, "{error:?}");
                assert!(!error.message().is_empty(), "{error:?}");
            }
        }
    }
}

fn runs(rules: &RuleSet) {
    for (format, text) in [(Format::Markdown, LETTER), (Format::Plain, LETTER), (Format::Markdown, "")] {
        let checked = lint(text, format, rules, &Options::default());
        are_in_order(&checked.diagnostics, text);
        assert_eq!(checked, lint(text, format, rules, &Options::default()), "a second run finds something else");
    }
    for rule in rules.rules() {
        prove(rule, rules);
        RuleText::of(rule);
    }
}
