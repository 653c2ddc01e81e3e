//! What letters, names, rules and settings hold never steers the terminal that shows it, and forges nothing.

use crate::run::{Folder, Run};
use crate::tool;
use letterlint::report::FormatName;
use serde_json::Value;

/// Steers a terminal in each way there is: escape sequences of seven and eight bits, a bell, a lone line end, a turn.
const STEERING: &str = "\u{1b}[31m\u{9b}2J\u{7}\r\u{202e}\u{2066}\u{7f}\u{2028}";

fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

#[track_caller]
fn is_tame(run: &Run) {
    assert!(!run.out.contains(steers) && !run.err.contains(steers), "{run:#?}");
    assert!(!run.out.is_empty() || !run.err.is_empty());
}

/// A letter with steering text in its faults, and commands of workflows at the start of its lines.
fn letter() -> String {
    format!(
        "---\ncompany: \"Ac\\u001bme\"\n---\n\nDear [Na{STEERING}me],\n\nI am a team {STEERING}player.\n\
         ::error::[Company] forged\n##[error]the the end\n::set-output name=a::[Name] b\n\n\
         <!-- letterlint-disable nothing{STEERING} -->\n\n]]> <b>&amp;|`$x$ @octo [Role] -- %0A::error::x\n\nBest,\nAna\n"
    )
}

/// A rule of the user's whose every text steers.
fn rule() -> String {
    let text = r"\u001b[31m\u009b2J\u0007\u202e";
    format!(
        "severity = \"error\"\nscope = \"body\"\nmessage = \"m{text} {{match}}\"\nhelp = \"h{text}\"\nwhy = \"w{text}\"\nsource = \"s{text}\"\n\
         [forbid]\nphrases = [\"team\"]\n[[bad]]\ntext = \"no{text} match\"\n[[good]]\ntext = \"a team{text}\"\n"
    )
}

#[cfg(unix)]
#[test]
fn no_command_prints_what_steers_a_terminal() {
    let name = format!("a{STEERING}b.md");
    let folder = Folder::new().with(&name, letter()).with("mine.toml", rule()).with(
        "l.toml",
        "role = \"none\"\nexclude = [\"x\\u001b[31m\\u009b\"]\nrules = [\"mine.toml\"]\n[[ignore]]\npath = \"*.md\"\nrule = \"cliche\"\ntext = \"\\u001b[31m\"\nreason = \"\\u001b[31m\"\n",
    );
    for format in FormatName::ALL.map(FormatName::name) {
        for more in [&["-v"][..], &["--redact"]] {
            let args =
                [&["--config", "l.toml", "--show", "info", "--format", format, &name, "no\u{1b}ne.md"], more].concat();
            is_tame(&folder.run(&args).ends(2));
        }
    }
    for args in [
        &["explain", "--rules", "mine.toml", "mine"][..],
        &["explain", "mi\u{1b}[31mne"],
        &["rules", "--rules", "mine.toml"],
        &["rules", "--rules", "mine.toml", "--format", "markdown"],
        &["rules", "--rules", "mine.toml", "--format", "json"],
        &["rules", "--role", "x\u{1b}[31m"],
        &["test", "mine.toml"],
        &["test", "no\u{1b}[31mne.toml"],
        &["settings", "--config", "l.toml", &name],
        &["settings", "--config", "\u{1b}[31m.toml"],
        &["--set", "ro\u{1b}[31mle=1", &name],
        &["skim", "--isolated", &name],
        &["skim", "--isolated", "--format", "json", &name],
        &["skim", "no\u{1b}ne.md"],
        &["--forma\u{1b}[31mt", "x"],
        &["--format", "\u{1b}[31m", "x"],
        &["--output", "json=no\u{1b}ne/x", &name],
        &["--baseline", "no\u{1b}ne.json", &name],
        &["--role", "\u{1b}[31m", &name],
    ] {
        is_tame(&folder.run(args));
    }
}

#[test]
fn a_broken_rule_or_setting_is_quoted_without_its_controls() {
    let folder = Folder::new()
        .with("a.md", "Dear Ana,\n")
        .with("rule.toml", "\"sev\\u001b[31m\" = 1\n")
        .with("pattern.toml", rule().replace("phrases = [\"team\"]", "patterns = [\"(\\u001b[31m\"]"))
        .with("set.toml", "\"ro\\u001b[31mle\\n::error::x\" = 1\n")
        .with("front.md", "---\nrole: \"\\e[31m\"\n---\n\nDear Ana,\n");
    for args in [
        &["--rules", "rule.toml", "a.md"][..],
        &["--rules", "pattern.toml", "a.md"],
        &["--config", "set.toml", "a.md"],
        &["settings", "--config", "set.toml", "a.md"],
    ] {
        let run = folder.run(args).ends(2);
        is_tame(&run);
        assert!(!run.err.lines().any(|line| line.starts_with("::")), "{run:#?}");
    }
    let run = folder.run(&["--isolated", "--exit-zero", "front.md"]).ends(0);
    assert!(run.out.contains("is not a role"), "{run:#?}");
    is_tame(&run);
}

#[test]
fn a_letter_forges_no_command_of_a_workflow() {
    let folder = Folder::new().with("a.md", letter());
    let run = folder.run(&["--show", "info", "--format", "github", "a.md"]).ends(1);
    let token = run.out.lines().next().unwrap().strip_prefix("::stop-commands::").unwrap();
    let end = format!("::{token}::");
    let (report, commands) = run.out.split_once(&format!("\n{end}\n")).unwrap();
    assert!(!report.lines().skip(1).any(|line| line.contains(&end)), "{report}");
    for line in commands.lines() {
        let is_ours = ["::error file=a.md,", "::warning file=a.md,", "::notice file=a.md,"];
        assert!(is_ours.iter().any(|ours| line.starts_with(ours)), "{line}");
    }
}

#[test]
fn in_the_log_of_a_workflow_a_letter_forges_no_command_in_any_format_for_people() {
    let folder = Folder::new().with("::error::a.md", letter());
    let here = [("GITHUB_ACTIONS", "true")];
    for args in [
        &["--show", "info", "--format", "full", "./::error::a.md"][..],
        &["--format", "concise", "::error::a.md"],
        &["--format", "grouped", "::error::a.md"],
        &["skim", "::error::a.md"],
    ] {
        let run = folder.run_with(args, &here, b"");
        let mut ended_by: Option<String> = None;
        for line in run.out.lines() {
            match &ended_by {
                // Nothing is obeyed until the token comes.
                Some(token) if line == token => ended_by = None,
                Some(token) => assert!(!line.contains(token.as_str()), "{line}"),
                None => {
                    let token = line.strip_prefix("::stop-commands::").unwrap_or_else(|| panic!("{line}"));
                    ended_by = Some(format!("::{token}::"));
                }
            }
        }
        assert_eq!(ended_by, None, "{run:#?}");
        assert!(folder.run_with(args, &[], b"").out.lines().all(|line| !line.contains("stop-commands")));
    }
}

#[test]
fn what_programs_read_stays_whole_whatever_a_letter_holds() {
    let folder = Folder::new().with("a.md", letter());
    let formats = ["json", "sarif", "gitlab", "rdjson", "json-lines", "junit", "markdown"];
    let outputs: Vec<String> = formats.iter().map(|format| format!("--output={format}={format}.out")).collect();
    let args: Vec<&str> = outputs.iter().map(String::as_str).chain(["--show", "info", "a.md"]).collect();
    folder.run(&args).ends(1);
    for format in &formats[..4] {
        serde_json::from_str::<Value>(&folder.read(&format!("{format}.out"))).unwrap();
    }
    folder.read("json-lines.out").lines().for_each(|line| drop(serde_json::from_str::<Value>(line).unwrap()));
    tool::accepts("xmllint", &["--noout"], &folder.at("junit.out"));
    let table = folder.read("markdown.out");
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 4 && !table.contains("<b>") && !table.contains("@octo"), "{table}");
    for block in table.split("\n\n").filter(|block| block.starts_with('|')) {
        let first = bars(block.lines().next().unwrap());
        assert!(block.lines().all(|line| bars(line) == first), "{block}");
    }
}
