//! Findings about the suppressions themselves.

use super::directive::{Directive, Kind, Named};
use super::{Ignore, Suppressions};
use crate::check::{Options, Outside, outside};
use crate::diagnostic::{Applicability, Diagnostic, Fix};
use crate::letter::Letter;
use crate::nearest::nearest;
use crate::rule::{Rule, RuleSet, SuppressionFault};
use crate::source::Source;
use crate::span::Span;

/// Number of unknown names in a letter that get a suggestion: the search is the slowest part of reading a comment, and
/// a hundred unknown names are not typos.
const MOST_HINTS: usize = 100;

/// Returns the findings about `directives`; `tried` are the sorted ids of the rules that ran.
pub(super) fn faults(
    directives: &[Directive],
    letter: &Letter,
    suppressions: &Suppressions<'_>,
    tried: &[&str],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let is_tried = |id: &str| tried.binary_search(&id).is_ok();
    let minding: Vec<&Rule> =
        suppressions.rules.rules().filter(|rule| is_about_suppressions(rule) && is_tried(&rule.id)).collect();
    let mut unknown_names = 0;
    for directive in directives {
        let mut report = |fault, what: Outside| {
            for rule in minding.iter().filter(|rule| rule.demand.matcher().suppressions() == Some(fault)) {
                found.push(outside(rule, suppressions.options, what.clone()));
            }
        };
        if directive.kind == Kind::Unknown || directive.rules.is_empty() {
            report(SuppressionFault::Unreadable, unreadable(directive, suppressions.options));
            continue;
        }
        if suppressions.requires_reason && directive.reason.is_none() && directive.kind != Kind::Enable {
            let subject = directive.name.clone();
            let here = Outside { span: directive.comment, subject, help: None, fix: None };
            report(SuppressionFault::WithoutReason, here);
        }
        let is_known = |named: &&Named| suppressions.rules.rule(&named.id).is_some();
        for named in directive.rules.iter().filter(|named| !is_known(named)) {
            unknown_names += 1;
            report(SuppressionFault::Unknown, unknown(named, suppressions, unknown_names <= MOST_HINTS));
        }
        // A suppression of a rule that did not run may still be needed.
        let is_unused = |(_, named): &(usize, &Named)| !named.is_used && is_known(named) && is_tried(&named.id);
        let unused: Vec<(usize, &Named)> = directive.rules.iter().enumerate().filter(is_unused).collect();
        if unused.len() == directive.rules.len() {
            report(SuppressionFault::Unused, unused_whole(directive, letter.source()));
        } else {
            for (index, _) in unused {
                report(SuppressionFault::Unused, unused_name(index, directive));
            }
        }
    }
    found
}

/// Returns the findings about comments that are never closed; such a comment suppresses nothing.
pub(super) fn unclosed(letter: &Letter, suppressions: &Suppressions<'_>, tried: &[&str]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in
        reporting(suppressions.rules, SuppressionFault::Unclosed).filter(|rule| tried.binary_search(&&*rule.id).is_ok())
    {
        for &span in letter.unclosed_comments() {
            found.push(outside(
                rule,
                suppressions.options,
                Outside { span, subject: "<!--".to_owned(), help: None, fix: None },
            ));
        }
    }
    found
}

pub(super) fn unused_ignore(ignore: &Ignore, rules: &RuleSet, options: &Options) -> Option<Diagnostic> {
    // Comments next to the entry may be about it, so the fix is unsafe.
    let fix = Fix { span: ignore.span, replacement: String::new(), applicability: Applicability::Unsafe };
    of_ignore(SuppressionFault::Unused, ignore, ignore.rule.clone(), Some(fix), rules, options)
}

pub(super) fn ignore_without_reason(ignore: &Ignore, rules: &RuleSet, options: &Options) -> Option<Diagnostic> {
    if ignore.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty()) {
        return None;
    }
    let help = "Say why: `reason = \"their own words\"`.".to_owned();
    let found = of_ignore(SuppressionFault::WithoutReason, ignore, "[[ignore]]".to_owned(), None, rules, options)?;
    Some(Diagnostic { help, ..found })
}

fn of_ignore(
    fault: SuppressionFault,
    ignore: &Ignore,
    subject: String,
    fix: Option<Fix>,
    rules: &RuleSet,
    options: &Options,
) -> Option<Diagnostic> {
    let is_on = |rule: &&Rule| options.choices.is_in_force(&rule.id, &rule.pack).unwrap_or(true);
    let rule = reporting(rules, fault).find(is_on)?;
    Some(outside(rule, options, Outside { span: ignore.span, subject, help: None, fix }))
}

/// The rules that report `fault`.
fn reporting(rules: &RuleSet, fault: SuppressionFault) -> impl Iterator<Item = &Rule> {
    rules.rules().filter(move |rule| rule.demand.matcher().suppressions() == Some(fault))
}

fn is_about_suppressions(rule: &Rule) -> bool {
    rule.demand.matcher().suppressions().is_some()
}

fn unreadable(directive: &Directive, options: &Options) -> Outside {
    let names = || Kind::NAMES.iter().map(|(name, _)| *name);
    let typed = directive.name["letterlint-".len()..].to_lowercase();
    let help = match () {
        () if directive.kind != Kind::Unknown => {
            Some("Name the rule: `<!-- letterlint-disable-next-line rule-id -- why -->`.".to_owned())
        }
        () => nearest(&typed, names()).map(|near| format!("Did you mean `letterlint-{near}`?")),
    };
    let subject = if options.is_redacted { "…".to_owned() } else { directive.name.clone() };
    Outside { span: directive.comment, subject, help, fix: None }
}

fn unknown(named: &Named, suppressions: &Suppressions<'_>, has_hint: bool) -> Outside {
    let near = || nearest(&named.id, suppressions.rules.rules().map(|rule| rule.id.as_str()));
    let near = has_hint.then(near).flatten();
    let subject = if suppressions.options.is_redacted { "…".to_owned() } else { named.id.clone() };
    Outside {
        span: named.span,
        subject,
        help: near.map(|near| format!("Did you mean `{near}`?")),
        fix: near.map(|near| Fix {
            span: named.span,
            replacement: near.to_owned(),
            applicability: Applicability::Unsafe,
        }),
    }
}

/// An unneeded comment; its fix removes the whole line if the comment is alone on it.
fn unused_whole(directive: &Directive, source: &Source) -> Outside {
    let names: Vec<&str> = directive.rules.iter().map(|named| named.id.as_str()).collect();
    let first = source.line(source.position(directive.comment.start).line);
    let last = source.line(source.position(directive.comment.end).line);
    let whole = source.slice(first.join(last));
    let span = if whole.trim() == source.slice(directive.comment) {
        let rest = &source.text()[last.end..];
        let line_break = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        Span::new(first.start, last.end + line_break)
    } else {
        directive.comment
    };
    let fix = Fix { span, replacement: String::new(), applicability: Applicability::Safe };
    let (subject, help) = match directive.kind {
        Kind::Enable => {
            let help = "Delete it: none of these rules is turned off above it.".to_owned();
            (format!("{} {}", directive.name, names.join(", ")), Some(help))
        }
        _ => (names.join(", "), None),
    };
    Outside { span: directive.comment, subject, help, fix: Some(fix) }
}

/// One unneeded name of several; its fix removes the separator next to it too.
fn unused_name(index: usize, directive: &Directive) -> Outside {
    let named = &directive.rules[index];
    let span = match directive.rules.get(index + 1) {
        Some(next) => Span::new(named.span.start, next.span.start),
        None => Span::new(directive.rules[index.saturating_sub(1)].span.end, named.span.end),
    };
    let fix = Fix { span, replacement: String::new(), applicability: Applicability::Safe };
    Outside { span: named.span, subject: named.id.clone(), help: None, fix: Some(fix) }
}
