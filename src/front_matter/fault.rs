//! Findings about front matter that cannot be used.

use super::value::Refused;
use crate::check::{Checked, Options, Outside, in_force, outside};
use crate::diagnostic::settle;
use crate::letter::Letter;
use crate::rule::RuleSet;
use crate::span::Span;

/// Number of characters of a value that a message shows.
const SHOWN: usize = 60;

/// Something in front matter that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub span: Span,
    /// What is wrong.
    what: String,
    /// The same without text from the letter.
    redacted: String,
    /// What is accepted.
    accepted: String,
    /// The accepted value that is most similar, if any.
    near: Option<String>,
}

impl Fault {
    pub(super) fn value(span: Span, key: &str, refused: Refused) -> Self {
        let Refused { value, is_not, accepted, near } = refused;
        Fault {
            what: format!("`{}` {is_not}", shown(&value)),
            redacted: format!("the value of `{key}` {is_not}"),
            span,
            accepted,
            near,
        }
    }

    pub(super) fn shape(span: Span, key: &str, what: &str) -> Self {
        let what = format!("`{key}` has {what}");
        let accepted = format!("Write one value after `{key}`, as text on the same line.");
        Fault { span, redacted: what.clone(), what, accepted, near: None }
    }

    pub(super) fn repeated(span: Span, key: &str) -> Self {
        let what = format!("`{key}` already has a value above");
        let accepted = format!("Keep one `{key}` and delete the other.");
        Fault { span, redacted: what.clone(), what, accepted, near: None }
    }

    pub(super) fn unreadable(span: Span, message: &str, is_toml: bool) -> Self {
        let format = if is_toml { "TOML" } else { "YAML" };
        let accepted = if is_toml {
            "Write each value as TOML does: `role = \"backend\"`."
        } else {
            "Put values with a colon, a bracket or a quotation mark in them in quotes."
        };
        Fault {
            span,
            what: format!("not valid {format} ({})", shown(message)),
            redacted: format!("not valid {format}"),
            accepted: accepted.to_owned(),
            near: None,
        }
    }

    /// The fault for a file named under `key` in line `line` of `letter` that cannot be used; `why` is the reason.
    pub fn file(letter: &Letter, line: usize, key: &str, why: &str) -> Self {
        Fault {
            span: super::line_span(letter.source(), line),
            what: format!("the file that `{key}` names cannot be used ({why})"),
            redacted: format!("the file that `{key}` names cannot be used"),
            accepted: format!("Correct the path, which is relative to the letter, or remove `{key}`."),
            near: None,
        }
    }

    /// What is wrong; without text from the letter if it `is_redacted`.
    pub fn message(&self, is_redacted: bool) -> String {
        if is_redacted { self.redacted.clone() } else { self.what.clone() }
    }

    fn help(&self, is_redacted: bool) -> String {
        match self.near.as_ref().filter(|_| !is_redacted) {
            Some(near) => format!("Did you mean {near}? {}", self.accepted),
            None => self.accepted.clone(),
        }
    }
}

/// Adds findings about `faults` to those in `letter`.
pub fn add_findings(found: &mut Checked, faults: &[Fault], letter: &Letter, rules: &RuleSet, options: &Options) {
    if faults.is_empty() {
        return;
    }
    let tried = in_force(letter, rules, options, &found.facts);
    let is_minding = |id: &&str| rules.rule(id).is_some_and(|rule| rule.demand.matcher().front_matter().is_some());
    for rule in tried.into_iter().filter(is_minding).filter_map(|id| rules.rule(id)) {
        for fault in faults {
            let what = Outside {
                span: fault.span,
                subject: fault.message(options.is_redacted),
                help: Some(fault.help(options.is_redacted)),
                fix: None,
            };
            found.diagnostics.push(outside(rule, options, what));
        }
    }
    settle(&mut found.diagnostics);
}

fn shown(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
