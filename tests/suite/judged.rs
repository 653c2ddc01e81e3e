//! The rules on applications, judged: mistakes that are planted are found, and clean letters are left alone.
//!
//! `tests/applications/` holds the letters, what is to be planted in them, and what only looks like a mistake.

use crate::run::{Folder, Run};
use letterlint::rule::RuleSet;
use rayon::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The day on which the letters are judged: 16 March 2026.
const TODAY: (&str, &str) = ("SOURCE_DATE_EPOCH", "1773619200");

/// Rules that tell of two letters in one of them.
const OF_TWO_LETTERS: [&str; 2] = ["reused-paragraph", "same-letter"];

/// The rule that knows the other letters, or without them their folders.
const OF_OTHERS: &str = "wrong-company-name";

/// A mistake to plant.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    letter: String,
    /// Old and new text; the old is once in the file.
    edits: Vec<(String, String)>,
    /// What is pointed at.
    #[serde(rename = "match")]
    matched: Option<String>,
    /// What is edited, if not the letter.
    file: Option<String>,
    /// The letter whose text is taken instead.
    copy: Option<String>,
    /// Other rules that may speak up too.
    #[serde(default)]
    also: Vec<String>,
}

/// A sentence that looks like a mistake and is none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NearMiss {
    rule: String,
    letter: String,
    text: String,
    why: String,
}

/// A rule and the mistakes that it is to find.
struct Kind {
    rule: String,
    mistakes: Vec<Mistake>,
}

#[derive(Clone, Debug, PartialEq)]
struct Finding {
    path: String,
    rule: String,
    matched: String,
    message: String,
}

/// How a rule did.
struct Verdict {
    missed: Vec<String>,
    alarms: Vec<String>,
}

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    let files = fs::read_dir(corpus("mistakes")).unwrap().map(|entry| entry.unwrap().path());
    let mut kinds: Vec<Kind> = files
        .map(|path| Kind { rule: path.file_stem().unwrap().to_str().unwrap().to_owned(), mistakes: list(&path) })
        .collect();
    kinds.sort_by(|a, b| a.rule.cmp(&b.rule));
    kinds
});

/// What is found in the letters as they are: false alarms.
static CLEAN: LazyLock<Vec<Finding>> = LazyLock::new(|| found(&hunt(), "."));

static VERDICTS: LazyLock<Vec<Verdict>> = LazyLock::new(|| KINDS.par_iter().map(verdict).collect());

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/applications").join(name)
}

/// Reads a file of tables of one kind.
fn list<T: DeserializeOwned>(path: &Path) -> Vec<T> {
    let tables: toml::Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    tables.into_iter().flat_map(|(_, tables)| tables.try_into::<Vec<T>>().unwrap()).collect()
}

fn original(name: &str) -> String {
    fs::read_to_string(corpus("repo").join(name)).unwrap()
}

/// The names of all files of the clean applications.
fn names() -> Vec<String> {
    let applications = fs::read_dir(corpus("repo/applications")).unwrap().map(|entry| entry.unwrap().path());
    let files = applications.chain([corpus("repo")]).flat_map(|folder| fs::read_dir(folder).unwrap());
    let files = files.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut names: Vec<String> =
        files.map(|path| path.strip_prefix(corpus("repo")).unwrap().to_str().unwrap().replace('\\', "/")).collect();
    names.sort();
    names
}

/// A copy of the clean applications.
fn hunt() -> Folder {
    names().iter().fold(Folder::new(), |folder, name| folder.with(name, original(name)))
}

#[track_caller]
fn plant(folder: &Folder, mistake: &Mistake) {
    let target = mistake.file.as_ref().unwrap_or(&mistake.letter);
    let mut text = original(mistake.copy.as_ref().unwrap_or(target));
    for (old, new) in &mistake.edits {
        assert_eq!(text.matches(old.as_str()).count(), 1, "{target}: {old}");
        text = text.replace(old.as_str(), new);
    }
    folder.write(target, text);
}

fn planted<'a>(mistakes: impl IntoIterator<Item = &'a Mistake>) -> Folder {
    let folder = hunt();
    mistakes.into_iter().for_each(|mistake| plant(&folder, mistake));
    folder
}

/// Runs the rules on applications, on what `args` name.
#[track_caller]
fn run(folder: &Folder, args: &[&str]) -> Run {
    let rules: Vec<&str> = KINDS.iter().map(|kind| kind.rule.as_str()).collect();
    folder.run_with(&[&["--select", &rules.join(","), "--exit-zero"], args].concat(), &[TODAY], b"").ends(0)
}

/// What the rules on applications find in `path`.
#[track_caller]
fn found(folder: &Folder, path: &str) -> Vec<Finding> {
    let report: Value = serde_json::from_str(&run(folder, &["--format", "json", path]).out).unwrap();
    let word = |value: &Value| one_line(value.as_str().unwrap_or_default());
    let of_letter = |letter: &Value| {
        let (path, findings) = (word(&letter["path"]), letter["diagnostics"].as_array().unwrap().clone());
        findings.into_iter().map(move |finding| Finding {
            path: path.clone(),
            rule: word(&finding["rule"]),
            matched: word(&finding["match"]),
            message: word(&finding["message"]),
        })
    };
    report["letters"].as_array().unwrap().iter().flat_map(of_letter).collect()
}

/// What is found in `path` beyond what is found in the clean applications.
#[track_caller]
fn new_in(folder: &Folder, path: &str) -> Vec<Finding> {
    let is_old = |finding: &Finding| CLEAN.iter().any(|old| (&old.path, &old.rule) == (&finding.path, &finding.rule));
    found(folder, path).into_iter().filter(|finding| !is_old(finding)).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Mistake {
    /// Whether `finding` lies in the letter, or tells of it in the other letter of the two.
    fn is_in(&self, finding: &Finding) -> bool {
        let is_of_two = OF_TWO_LETTERS.contains(&finding.rule.as_str());
        finding.path == self.letter || (is_of_two && finding.message.contains(&self.letter))
    }

    /// Whether `finding`, of the mistake's rule, points at it.
    fn is_told_by(&self, finding: &Finding) -> bool {
        let is_there = |matched: &String| finding.path != self.letter || finding.matched.contains(&one_line(matched));
        self.is_in(finding) && self.matched.as_ref().is_none_or(is_there)
    }
}

/// Whether `mistake` of `kind` is found.
fn is_found(kind: &Kind, mistake: &Mistake, found: &[Finding]) -> bool {
    found.iter().any(|finding| finding.rule == kind.rule && mistake.is_told_by(finding))
}

/// Judges a rule by its mistakes, all planted at once; one that goes unseen among the others is tried alone.
fn verdict(kind: &Kind) -> Verdict {
    let folder = planted(&kind.mistakes);
    let found = if kind.rule == OF_OTHERS || OF_TWO_LETTERS.contains(&kind.rule.as_str()) {
        new_in(&folder, ".")
    } else {
        kind.mistakes.iter().flat_map(|mistake| new_in(&folder, &mistake.letter)).collect()
    };
    let is_missed = |mistake: &&Mistake| {
        !is_found(kind, mistake, &found) && !is_found(kind, mistake, &new_in(&planted([*mistake]), "."))
    };
    let is_expected = |finding: &Finding| {
        let mut own = kind.mistakes.iter().filter(|mistake| mistake.is_in(finding));
        own.any(|mistake| kind.rule == finding.rule || mistake.also.contains(&finding.rule))
    };
    Verdict {
        missed: kind.mistakes.iter().filter(is_missed).map(|mistake| told(kind, mistake)).collect(),
        alarms: found.iter().filter(|found| !is_expected(found)).map(|found| format!("{found:?}")).collect(),
    }
}

fn told(kind: &Kind, mistake: &Mistake) -> String {
    let text = mistake.matched.as_ref().unwrap_or(&mistake.edits[0].1);
    format!("{} in {}: {text:.60}", kind.rule, mistake.letter)
}

#[test]
fn no_planted_mistake_is_missed() {
    let missed: Vec<&String> = VERDICTS.iter().flat_map(|verdict| &verdict.missed).collect();
    assert!(missed.is_empty(), "{} missed: {missed:#?}", missed.len());
}

#[test]
fn clean_applications_give_two_false_alarms_at_most() {
    let alarms: Vec<String> = CLEAN.iter().map(|found| format!("{found:?}")).collect();
    let all: Vec<&String> = alarms.iter().chain(VERDICTS.iter().flat_map(|verdict| &verdict.alarms)).collect();
    assert!(all.len() <= 2, "{} false alarms: {all:#?}", all.len());
}

#[test]
fn clean_letters_that_are_checked_alone_give_no_false_alarm() {
    let folder = hunt();
    let letters: Vec<String> = names().into_iter().filter(|name| name.ends_with("/letter.md")).collect();
    let alarms: Vec<Finding> = letters.par_iter().flat_map_iter(|letter| found(&folder, letter)).collect();
    assert!(letters.len() >= 30 && alarms.is_empty(), "{} letters: {alarms:#?}", letters.len());
}

/// As a hook runs it on the one file that changed.
#[test]
fn another_company_is_known_by_its_folder_in_a_letter_that_is_checked_alone() {
    let kind = KINDS.iter().find(|kind| kind.rule == OF_OTHERS).unwrap();
    let folder = planted(&kind.mistakes);
    let is_missed = |mistake: &&Mistake| !is_found(kind, mistake, &found(&folder, &mistake.letter));
    let missed: Vec<String> = kind.mistakes.iter().filter(is_missed).map(|mistake| told(kind, mistake)).collect();
    assert!(missed.is_empty(), "{} missed: {missed:#?}", missed.len());
}

#[test]
fn near_misses_stand_in_the_letters() {
    let near_misses: Vec<NearMiss> = list(&corpus("near-misses.toml"));
    assert!(near_misses.len() >= 30, "{}", near_misses.len());
    for NearMiss { rule, letter, text, why } in &near_misses {
        assert!(KINDS.iter().any(|kind| kind.rule == *rule), "{rule}");
        assert!(one_line(&original(letter)).contains(&one_line(text)), "{letter}: {text} ({why})");
    }
}

#[test]
fn each_rule_on_applications_has_ten_mistakes_in_ten_letters() {
    assert_eq!(KINDS.len(), 18);
    for Kind { rule, mistakes } in KINDS.iter() {
        let letters: BTreeSet<&String> = mistakes.iter().map(|mistake| &mistake.letter).collect();
        assert!(mistakes.len() >= 10 && letters.len() == mistakes.len(), "{rule}: {letters:?}");
    }
}

/// A mistake of each kind, each in a letter of its own; what one copies is left as it is.
fn one_of_each() -> Vec<&'static Mistake> {
    let mut kinds: Vec<&Kind> = KINDS.iter().collect();
    kinds.sort_by_key(|kind| kind.mistakes.iter().all(|mistake| mistake.copy.is_none()));
    let mut taken = BTreeSet::new();
    let mut free = |kind: &'static Kind| {
        let mistake = kind.mistakes.iter().find(|mistake| !taken.contains(&mistake.letter)).unwrap();
        taken.extend([&mistake.letter].into_iter().chain(&mistake.copy));
        mistake
    };
    kinds.into_iter().map(&mut free).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    parts.filter(|word| word.contains(char::is_alphabetic)).map(str::to_lowercase).collect()
}

#[test]
fn with_redact_no_word_of_a_letter_posting_or_cv_is_printed() {
    let mistakes = one_of_each();
    let folder = planted(mistakes.iter().copied());
    let mut told: BTreeSet<String> = found(&folder, ".").into_iter().map(|finding| finding.rule).collect();
    told.retain(|rule| KINDS.iter().any(|kind| kind.rule == *rule));
    assert_eq!(told.len(), KINDS.len(), "each rule has something to keep to itself: {told:?}");

    let names = names();
    let texts: String = names.iter().map(|name| folder.read(name) + "\n").collect();
    let figure = regex::Regex::new(r"\b\d+[.,]\d+\b").unwrap();
    let figures: BTreeSet<&str> = figure.find_iter(&texts).map(|found| found.as_str()).collect();
    let matched = mistakes.iter().filter_map(|mistake| mistake.matched.as_deref());
    // Words of the rules and of the formats themselves are no secrets.
    let rules = RuleSet::documented(&[]).unwrap();
    let of_rules: String = rules
        .rules()
        .flat_map(|rule| [&rule.id, &rule.message, &rule.help, &rule.docs.why])
        .map(|text| text.clone() + "\n")
        .collect();
    let of_packs = rules.packs().flat_map(|pack| pack.help.values()).map(|text| text.clone() + "\n");
    let of_rules: String = of_rules + &of_packs.collect::<String>();
    let mut secrets: BTreeSet<&str> = figures.into_iter().chain(matched).collect();
    secrets.retain(|secret| !of_rules.contains(secret));
    assert!(secrets.len() > 50, "{secrets:?}");
    let mut known = words(&(of_rules + " header standard warning cost costs"));
    let plain = Folder::new().with("a.md", "Dear Ana,\n\nI ran it.\n\nBest,\nAna\n");
    let plain = plain.with("b.md", "It ran.\n").with("c.md", "It ran.\n");
    for format in ["full", "json", "sarif"] {
        let args = ["-v", "--redact", "--show", "info", "--format", format];
        known.extend(words(&plain.run(&[&args[..], &["--exit-zero"]].concat()).ends(0).all()));
        let mut out = run(&folder, &args).all();
        assert!(mistakes.iter().all(|mistake| out.contains(&mistake.letter)), "{format}: {out}");
        for name in &names {
            out = out.replace(name, "");
        }
        let leaked: Vec<&&str> = secrets.iter().filter(|secret| out.contains(**secret)).collect();
        assert!(leaked.is_empty(), "{format} tells {leaked:?}");
        let leaked: Vec<String> = words(&texts).intersection(&words(&out)).cloned().collect();
        let leaked: Vec<&String> = leaked.iter().filter(|word| !known.contains(*word)).collect();
        assert!(leaked.is_empty(), "{format} tells {leaked:?}");
    }
}
