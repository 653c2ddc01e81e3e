//! Rules tried on their own examples, and whole letters beside their expected output; each is a test by its name.
//!
//! `LETTERLINT_BLESS=1` rewrites what lies in `tests/letters`; read the difference before it is committed.

use letterlint::check::{Options, check};
use letterlint::diagnostic::Severity;
use letterlint::letter::{Format, Letter};
use letterlint::proof::prove;
use letterlint::report::{LetterReport, Palette, Report, concise, full, json};
use letterlint::rule::RuleSet;
use letterlint::source::Source;
use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    trials.extend(RuleSet::shipped().rules().iter().map(|rule| rule_trial(&rule.id)));
    for letter in letters() {
        for ending in ["full", "concise", "json"] {
            trials.push(letter_trial(letter.clone(), ending));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// A rule finds its bad examples and none of its good ones.
fn rule_trial(id: &str) -> Trial {
    let id = id.to_owned();
    Trial::test(format!("rule::{id}"), move || {
        let rules = RuleSet::shipped();
        let rule = rules.rule(&id).ok_or("the rule is there")?;
        for pattern in patterns(rule) {
            pattern.compile()?;
        }
        let failures = prove(rule, &rules);
        if failures.is_empty() { Ok(()) } else { Err(Failed::from(format!("{failures:#?}"))) }
    })
}

fn patterns(rule: &letterlint::rule::Rule) -> impl Iterator<Item = &letterlint::rule::Pattern> {
    let adjust = rule.adjust.iter().filter_map(|adjust| adjust.when.as_ref());
    let all = std::iter::once(rule.demand.matcher()).chain(&rule.when).chain(&rule.unless).chain(adjust);
    all.flat_map(|matcher| &matcher.patterns)
}

fn letters() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let entries = fs::read_dir(folder).expect("tests/letters is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md" || ending == "txt"));
    paths.sort();
    paths
}

/// A letter gives the output that lies beside it.
fn letter_trial(path: PathBuf, ending: &'static str) -> Trial {
    let name = path.file_name().expect("a letter has a name").to_string_lossy().into_owned();
    Trial::test(format!("letter::{name}::{ending}"), move || {
        let expected_path = path.with_extension(ending);
        let actual = output(&path, &name, ending)?;
        if env::var_os("LETTERLINT_BLESS").is_some_and(|value| value == "1") {
            fs::write(&expected_path, &actual)?;
            return Ok(());
        }
        let expected = fs::read_to_string(&expected_path)
            .map_err(|error| format!("{}: {error}; LETTERLINT_BLESS=1 writes it", expected_path.display()))?;
        if expected == actual {
            return Ok(());
        }
        Err(Failed::from(format!("expected:\n{expected}\nfound:\n{actual}")))
    })
}

fn output(path: &Path, name: &str, ending: &str) -> Result<String, Failed> {
    let source = Source::decode(fs::read(path)?).map_err(|error| error.to_string())?;
    let letter = Letter::read(source, Format::of_name(name));
    let checked = check(&letter, &RuleSet::shipped(), &Options::default());
    let letter = LetterReport {
        path: name.to_owned(),
        source: letter.into_source(),
        facts: checked.facts,
        diagnostics: checked.diagnostics,
    };
    let report = Report { letters: vec![letter], errors: Vec::new() };
    let palette = Palette::new(false);
    let mut out: Vec<u8> = Vec::new();
    match ending {
        "full" => {
            let view = full::View { width: 80, show: Severity::Info, palette, is_quiet: false };
            full::write(&report, &view, &mut out)
        }
        "concise" => concise::write(&report, Severity::Info, palette, &mut out),
        _ => json::write(&report, &mut out),
    }
    .map_err(|error: io::Error| error.to_string())?;
    String::from_utf8(out).map_err(|error| Failed::from(error.to_string()))
}
