//! Rules as SARIF describes them.

use super::{Text, level};
use crate::diagnostic::Severity;
use crate::report::RuleText;
use crate::report::remark::remark;
use serde::Serialize;

/// Scalar values of a description that GitHub takes.
const LONGEST: usize = 1024;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor<'a> {
    id: &'a str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties<'a> {
    tags: Vec<&'a str>,
    precision: &'static str,
    #[serde(rename = "problem.severity")]
    severity: &'static str,
}

/// Returns `rule` with no text empty: what is not said is said by the text that comes nearest.
pub(super) fn descriptor(rule: &RuleText) -> Descriptor<'_> {
    let said = |texts: &[&str]| remark(texts.iter().find(|text| !text.trim().is_empty()).unwrap_or(&&*rule.id), "");
    let summary = said(&[&rule.summary, &rule.help, &rule.why]);
    let why = said(&[&rule.why, &rule.help, &rule.summary]);
    let help = said(&[&rule.help, &rule.summary]);
    let mut tags = vec!["cover-letter", &rule.pack];
    tags.retain(|tag| !tag.is_empty());
    Descriptor {
        id: &rule.id,
        help: if help == why {
            Help { text: why.clone(), markdown: why.clone() }
        } else {
            Help { text: format!("{help} {why}"), markdown: format!("**{help}**\n\n{why}") }
        },
        short_description: Text { text: cut(summary) },
        full_description: Text { text: cut(why) },
        default_configuration: Configuration { level: level(rule.severity) },
        properties: Properties {
            tags,
            // How sure a rule is shows in its severity: an error is a fault that nobody means to send, a note is
            // taste, or a fact that a linter cannot know.
            precision: match rule.severity {
                Severity::Error => "very-high",
                Severity::Warning => "high",
                Severity::Info => "medium",
            },
            severity: match rule.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "recommendation",
            },
        },
    }
}

fn cut(text: String) -> String {
    match text.char_indices().nth(LONGEST - 1) {
        Some((at, last)) if at + last.len_utf8() < text.len() => format!("{}…", &text[..at]),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn rule(summary: &str, help: &str, why: &str) -> RuleText {
        RuleText {
            id: "worn-phrase".into(),
            pack: "core".into(),
            severity: Severity::Info,
            summary: summary.into(),
            help: help.into(),
            why: why.into(),
        }
    }

    fn described(rule: &RuleText) -> Value {
        serde_json::to_value(descriptor(rule)).unwrap()
    }

    #[test]
    fn a_rule_says_what_github_asks_for() {
        let expected = json!({
            "id": "worn-phrase",
            "shortDescription": { "text": "… is worn." },
            "fullDescription": { "text": "Readers skip it." },
            "help": { "text": "Cut it. Readers skip it.", "markdown": "**Cut it.**\n\nReaders skip it." },
            "defaultConfiguration": { "level": "note" },
            "properties": {
                "tags": ["cover-letter", "core"],
                "precision": "medium",
                "problem.severity": "recommendation",
            },
        });
        assert_eq!(described(&rule("… is worn", "Cut it.", "Readers\nskip it.")), expected);
    }

    #[test]
    fn what_a_rule_does_not_say_is_said_by_another_text() {
        let bare = described(&rule("… is worn", "", ""));
        assert_eq!(bare["fullDescription"]["text"], "… is worn.");
        assert_eq!(bare["help"], json!({ "text": "… is worn.", "markdown": "… is worn." }));
        assert_eq!(described(&rule("", "", " "))["shortDescription"]["text"], "worn-phrase.");
    }

    #[test]
    fn a_description_ends_where_github_cuts_it() {
        let long = described(&rule("é".repeat(3000).as_str(), "", ""));
        let text = long["shortDescription"]["text"].as_str().unwrap();
        assert_eq!((text.chars().count(), text.ends_with("é…")), (LONGEST, true));
        assert_eq!(cut("é".repeat(LONGEST)), "é".repeat(LONGEST));
    }
}
