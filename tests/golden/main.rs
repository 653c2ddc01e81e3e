//! Rules tried on their own examples, and whole letters: some beside their expected output, some that are well made,
//! some with faults planted; each is a test by its name.
//!
//! `LETTERLINT_BLESS=1` rewrites what lies in `tests/letters`; read the difference before it is committed.

use letterlint::check::{Options, check};
use letterlint::diagnostic::{Diagnostic, Severity};
use letterlint::letter::{Format, Letter};
use letterlint::proof::prove;
use letterlint::report::{FileReport, Palette, Report, concise, full, json};
use letterlint::rule::{Find, Level, RuleSet};
use letterlint::source::Source;
use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    trials.extend(documented().rules().map(|rule| rule_trial(&rule.id)));
    for letter in letters() {
        for ending in ["full", "concise", "json"] {
            trials.push(letter_trial(letter.clone(), ending));
        }
    }
    for letter in letters_in("good") {
        trials.push(good_trial(letter));
    }
    for letter in letters_in("bad") {
        trials.push(bad_trial(letter));
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// A rule finds its bad examples and none of its good ones.
fn rule_trial(id: &str) -> Trial {
    let id = id.to_owned();
    Trial::test(format!("rule::{id}"), move || {
        let rules = documented();
        let rule = rules.rule(&id).ok_or("the rule is there")?;
        for pattern in patterns(rule) {
            pattern.compile()?;
            pattern.compile_full()?;
        }
        if rule.docs.bad.len() < 2 || rule.docs.good.len() < 2 {
            return Err("a shipped rule has two bad and two good examples at least".into());
        }
        let failures = prove(rule, &rules);
        if failures.is_empty() { Ok(()) } else { Err(Failed::from(format!("{failures:#?}"))) }
    })
}

fn documented() -> RuleSet {
    RuleSet::documented(&[]).expect("the shipped rules are whole")
}

fn patterns(rule: &letterlint::rule::Rule) -> impl Iterator<Item = &letterlint::rule::Pattern> {
    let adjust = rule.adjust.iter().filter_map(|adjust| adjust.when.as_ref());
    let all = std::iter::once(rule.demand.matcher()).chain(rule.when.iter()).chain(rule.unless.iter()).chain(adjust);
    let finders = all.flat_map(|matcher| &matcher.find);
    finders.filter_map(|find| if let Find::Patterns(patterns) = find { Some(patterns) } else { None }).flatten()
}

fn letters() -> Vec<PathBuf> {
    letters_in("")
}

fn letters_in(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters").join(folder);
    let entries = fs::read_dir(folder).expect("tests/letters is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md" || ending == "txt"));
    paths.sort();
    paths
}

/// A well-made letter has no error and at most two warnings.
fn good_trial(path: PathBuf) -> Trial {
    Trial::test(format!("good letter::{}", name(&path)), move || {
        let found = findings(&path)?;
        let errors = found.iter().filter(|one| one.severity == Severity::Error).count();
        let warnings = found.iter().filter(|one| one.severity == Severity::Warning).count();
        if errors == 0 && warnings <= 2 { Ok(()) } else { Err(Failed::from(format!("{found:#?}"))) }
    })
}

/// A bad letter gives the errors and warnings that its first line says are planted in it, and no others.
fn bad_trial(path: PathBuf) -> Trial {
    Trial::test(format!("bad letter::{}", name(&path)), move || {
        let text = fs::read_to_string(&path)?;
        let planted = text.strip_prefix("<!-- planted: ").and_then(|rest| rest.split_once(" -->"));
        let (planted, _) = planted.ok_or("its first line names what is planted")?;
        let mut planted: Vec<&str> = planted.split(", ").collect();
        planted.sort_unstable();
        let found = findings(&path)?;
        let loud = found.iter().filter(|one| one.severity >= Severity::Warning);
        let mut told: Vec<&str> = loud.map(|one| one.rule.as_str()).collect();
        told.sort_unstable();
        if told == planted { Ok(()) } else { Err(Failed::from(format!("planted {planted:?}, found {told:?}"))) }
    })
}

fn name(path: &Path) -> String {
    path.file_name().expect("a letter has a name").to_string_lossy().into_owned()
}

fn findings(path: &Path) -> Result<Vec<Diagnostic>, Failed> {
    let source = Source::decode(fs::read(path)?).map_err(|error| error.to_string())?;
    let letter = Letter::read(source, Format::of_name(&name(path)));
    Ok(check(&letter, &RuleSet::shipped(), &profile(&name(path))).diagnostics)
}

/// The role and level that a letter's file name says.
fn profile(name: &str) -> Options {
    let roles = [
        ("backend", "backend"),
        ("frontend", "frontend"),
        ("data-scientist", "data-science"),
        ("product-manager", "product"),
        ("sre", "sre"),
        ("engineering-manager", "engineering-manager"),
        ("career-changer", "career-change"),
        ("academic", "academic"),
    ];
    let levels = [("junior", Level::Junior), ("mid", Level::Mid), ("senior", Level::Senior), ("staff", Level::Staff)];
    Options {
        role: roles.iter().find(|(word, _)| name.contains(word)).map(|(_, role)| (*role).to_owned()),
        level: levels.iter().find(|(word, _)| name.contains(word)).map(|(_, level)| *level),
        ..Options::default()
    }
}

/// A letter gives the output that lies beside it.
fn letter_trial(path: PathBuf, ending: &'static str) -> Trial {
    let name = name(&path);
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
    let letter = FileReport::of_letter(name, letter, checked.facts, checked.diagnostics);
    let report = Report { files: vec![letter], errors: Vec::new() };
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
