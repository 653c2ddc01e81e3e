//! No word of a letter in a public log.

use crate::run::Folder;
use letterlint::report::FormatName;
use letterlint::rule::RuleSet;
use std::collections::BTreeSet;

/// Words that are nowhere but in the letter, and faults of many kinds around them.
const LETTER: &str = "\
---
company: Quintessia
---

Subject: Zephyrline Backend Developer

Dear Grumbach Committee,

<!-- letterlint-disable-next-line cliche -- Vexalia asked for it -->
I am passionate about Xanadooble systems and am a team player with the the Kwijibow crew. I recieve Flobnar awards, and [Wibblestone Ltd] knows. We scaled Plonkery and organise and organize Snarfle.

I know Python, Java, Go, Ruby, PHP, Kafka, Redis, Kubernetes and Terraform from Brindlewick.

<!-- letterlint-disable-next-line vorpal-rule -- Jabberwoxy -->
I look forward to hearing from Mxyzptlk.

Best,
Ottoline Queezle
";

const SECRETS: [&str; 17] = [
    "quintessia",
    "zephyrline",
    "grumbach",
    "vexalia",
    "xanadooble",
    "kwijibow",
    "recieve",
    "flobnar",
    "wibblestone",
    "plonkery",
    "snarfle",
    "brindlewick",
    "vorpal",
    "jabberwoxy",
    "mxyzptlk",
    "ottoline",
    "queezle",
];

#[test]
fn no_format_holds_a_word_of_the_letter() {
    let folder = Folder::new().with("a.md", LETTER);
    for format in FormatName::ALL.map(FormatName::name) {
        let plain = folder.run(&["--format", format, "--show", "info", "a.md"]).ends(1);
        let redacted = folder.run(&["-v", "--redact", "--format", format, "--show", "info", "a.md"]).ends(1);
        let (out, err) = (redacted.out.to_lowercase(), redacted.err.to_lowercase());
        for secret in SECRETS {
            assert!(!out.contains(secret) && !err.contains(secret), "{format} tells {secret}: {out}{err}");
        }
        if format != "concise" && format != "grouped" {
            assert!(SECRETS.iter().any(|secret| plain.out.to_lowercase().contains(secret)), "{format}");
        }
    }
}

/// Names and figures of the letter's own that are in no rule either.
#[test]
fn no_word_that_only_the_letter_holds_is_told() {
    let rules = RuleSet::documented(&[]).unwrap();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for rule in rules.rules() {
        let texts = [&rule.id, &rule.pack, &rule.message, &rule.help, &rule.docs.why];
        known.extend(texts.iter().flat_map(|text| words(text)));
    }
    let letter = include_str!("../letters/sample.md");
    let folder = Folder::new().with("a.md", letter);
    let own: BTreeSet<String> = words(letter).filter(|word| word.len() > 4 && !known.contains(word)).collect();
    assert!(own.len() > 10, "{own:?}");
    for format in FormatName::ALL.map(FormatName::name) {
        let run = folder.run(&["--redact", "--format", format, "--show", "info", "a.md"]).ends(1);
        let told: BTreeSet<String> = words(&run.out).collect();
        // Words of the formats themselves and of the summary.
        let allowed = ["letter", "backend", "minutes"];
        let leaked: Vec<_> = own.intersection(&told).filter(|word| !allowed.contains(&word.as_str())).collect();
        assert!(leaked.is_empty(), "{format}: {leaked:?}");
    }
}

#[test]
fn what_hides_in_a_letter_is_named_and_the_words_around_it_are_not() {
    let folder = Folder::new().with("a.md", LETTER.replace("Kwijibow", "Kwiji\u{200b}bow \u{202e}Zarquon\u{202c}"));
    for format in FormatName::ALL.map(FormatName::name) {
        let run = folder.run(&["--redact", "--format", format, "--show", "info", "a.md"]).ends(1);
        assert!(run.out.contains("hidden-character"), "{format}: {}", run.out);
        let out = run.out.to_lowercase();
        assert!(!["kwiji", "zarquon"].iter().any(|word| out.contains(word)), "{format}: {out}");
    }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[test]
fn a_baseline_and_a_redacted_run_exclude_each_other() {
    Folder::new().with("a.md", LETTER).run(&["--redact", "--write-baseline", "a.md"]).ends(2);
}

#[test]
fn front_matter_and_skim_are_words_of_the_letter_too() {
    let folder = Folder::new()
        .with("a.md", "---\nrole: Zaphod\n---\n\nDear Ana,\n\nI ran it.\n")
        .with("b.md", "Dear Ana,\n\nI ran it.\n")
        .with("letterlint.toml", "[output]\nredact = true\n");
    let run = folder.run(&["--format", "json", "--exit-zero", "a.md"]).ends(0);
    assert!(run.out.contains("the value of `role` is not a role"), "{run:#?}");
    assert!(!run.out.contains("Zaphod") && !run.err.contains("Zaphod"), "{run:#?}");
    let run = folder.run(&["skim", "b.md"]).ends(2);
    assert!(!run.out.contains("ran") && run.err.contains("do not allow"), "{run:#?}");
}

/// Their messages are the same once the words of the posting are left out.
#[test]
fn two_unanswered_requirements_stay_two_findings() {
    let letter = "Dear Ms Okafor,\n\nI ran the queue for 40 teams and cut its cost by a third. I wrote what wakes whom at night, and 12 people \
        went from two calls a week to one a month. I would like to do this at your company.\n\nBest,\nAna Ruiz\n";
    let posting = "## Requirements\n\n- Kafka\n- on-call\n";
    let folder = Folder::new().with("a.md", letter).with("job.md", posting);
    for redact in [&[] as &[&str], &["--redact"]] {
        let asked = ["-f", "concise", "--select", "unanswered-requirement", "--job", "job.md", "a.md"];
        let run = folder.run(&[redact, &asked].concat());
        assert_eq!(run.out.matches("[unanswered-requirement]").count(), 2, "{redact:?} {run:#?}");
    }
}
