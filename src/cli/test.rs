//! `letterlint test`: rules tried on their own examples.

use super::args::TestArgs;
use super::{Ended, Outcome, load_documented, profiles};
use letterlint::proof::{Failure, FailureKind, prove};
use letterlint::report::{counted, on_one_line};
use letterlint::rule::Rule;
use std::io::{self, Write};

/// Bad and good examples, each, that a rule should have.
const FEWEST_EXAMPLES: usize = 2;

pub(super) fn run(args: &TestArgs, out: &mut dyn Write) -> Ended {
    let own = if args.paths.is_empty() { profiles::with_own(&[]) } else { args.paths.clone() };
    let rules = load_documented(&own)?;
    let is_tried = |rule: &&Rule| own.is_empty() || !rule.is_shipped;
    let (mut tried, mut examples, mut failed) = (0, 0, 0);
    for rule in rules.rules().filter(is_tried) {
        tried += 1;
        examples += rule.docs.bad.len() + rule.docs.good.len();
        for (count, kind) in [(rule.docs.bad.len(), "bad"), (rule.docs.good.len(), "good")] {
            if count < FEWEST_EXAMPLES && !args.quiet {
                writeln!(out, "{}: only one {kind} example; add a second one, such as a near miss", rule.id)?;
            }
        }
        for failure in prove(rule, &rules) {
            failed += 1;
            tell(&failure, out)?;
        }
    }
    if !args.quiet || failed > 0 {
        let rules = counted(tried, "rule");
        writeln!(out, "{rules}, {examples} examples: {} passed, {failed} failed", examples - failed)?;
    }
    Ok(if failed > 0 { Outcome::Findings } else { Outcome::Clean })
}

fn tell(failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
    let text = on_one_line(&failure.text);
    let what = match &failure.kind {
        FailureKind::Missed => "missed a bad example".to_owned(),
        FailureKind::FalseAlarm(found) => format!("found \"{found}\" in a good example"),
        FailureKind::Elsewhere { wanted, found } => {
            format!("found \"{}\" where \"{wanted}\" should be found", found.join("\", \""))
        }
    };
    writeln!(out, "{}: {}\n    {text}", failure.rule, on_one_line(&what))
}
