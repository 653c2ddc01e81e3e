//! What each stage of a check costs, by size of the letter, and what rules cost, by their number.
//!
//! `cargo bench` runs all, `cargo bench -- formats` those of one name. For one letter as a whole process, and for how
//! letterlint compares, see the README.

#![allow(clippy::unwrap_used, reason = "a benchmark may panic")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use letterlint::check::{Checked, Options, check};
use letterlint::diagnostic::Severity;
use letterlint::letter::{Format, Letter, figure, placeholder, stage};
use letterlint::report::{FileReport, Palette, Report, RuleText};
use letterlint::report::{concise, full, github, gitlab, grouped, json, json_lines, junit, markdown, rdjson, sarif};
use letterlint::rule::RuleSet;
use letterlint::source::Source;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

const LETTER: &str = include_str!("../tests/letters/sample.md");

/// Sizes of text, in copies of a letter of about 1 kB.
const COPIES: [usize; 3] = [1, 10, 100];

static SHIPPED: LazyLock<RuleSet> = LazyLock::new(RuleSet::shipped);

fn main() {
    divan::main();
}

fn text(copies: usize) -> String {
    vec![LETTER; copies].join("\n\n")
}

fn read(text: &str) -> Letter {
    Letter::read(Source::new(text), Format::Markdown)
}

#[divan::bench(args = COPIES)]
fn folding(bencher: Bencher<'_, '_>, copies: usize) {
    let source = Source::new(text(copies));
    bencher.counter(BytesCount::of_str(source.text())).bench(|| stage::folded(black_box(&source), Format::Markdown));
}

#[divan::bench(args = COPIES)]
fn anatomy(bencher: Bencher<'_, '_>, copies: usize) {
    let source = Source::new(text(copies));
    let folded = stage::folded(&source, Format::Markdown);
    bencher.counter(BytesCount::of_str(source.text())).bench(|| stage::parts(black_box(&folded)));
}

#[divan::bench(args = COPIES)]
fn sentences(bencher: Bencher<'_, '_>, copies: usize) {
    let text = text(copies);
    bencher.counter(BytesCount::of_str(&text)).bench(|| stage::sentences(black_box(&text)));
}

#[divan::bench(args = COPIES)]
fn quantities(bencher: Bencher<'_, '_>, copies: usize) {
    let text = text(copies);
    bencher.counter(BytesCount::of_str(&text)).bench(|| figure::figures(black_box(&text)));
}

#[divan::bench(args = COPIES)]
fn placeholders(bencher: Bencher<'_, '_>, copies: usize) {
    let text = text(copies);
    bencher.counter(BytesCount::of_str(&text)).bench(|| placeholder::placeholders(black_box(&text)));
}

#[divan::bench(args = COPIES)]
fn whole_reading(bencher: Bencher<'_, '_>, copies: usize) {
    let text = text(copies);
    bencher.counter(BytesCount::of_str(&text)).bench(|| read(black_box(&text)));
}

#[divan::bench(args = COPIES)]
fn matching(bencher: Bencher<'_, '_>, copies: usize) {
    let letter = read(&text(copies));
    let options = Options::default();
    bencher.counter(BytesCount::of_str(letter.source().text())).bench(|| check(black_box(&letter), &SHIPPED, &options));
}

#[divan::bench(args = COPIES)]
fn whole_check(bencher: Bencher<'_, '_>, copies: usize) {
    let text = text(copies);
    let options = Options::default();
    bencher.counter(BytesCount::of_str(&text)).bench(|| check(&read(black_box(&text)), &SHIPPED, &options));
}

/// Start and check by the number of a user's phrases beside the shipped rules.
mod rules {
    use super::{Bencher, LETTER, Options, PathBuf, RuleSet, black_box, check, env, fs, read};

    const PHRASES: [usize; 3] = [50, 500, 5_000];

    /// A folder with one rule of so many phrases.
    fn folder(phrases: usize) -> PathBuf {
        let folder = env::temp_dir().join(format!("letterlint-bench-{}-{phrases}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let list: Vec<String> = (0..phrases).map(|number| format!("\"made up phrase {number}\"")).collect();
        let rule = format!(
            "severity = \"warning\"\nscope = \"body\"\nmessage = \"{{match}}\"\nhelp = \"Cut it.\"\n\
             [forbid]\nphrases = [{}]\n[[bad]]\ntext = \"A made up phrase 0.\"\n[[good]]\ntext = \"Fine.\"\n",
            list.join(", ")
        );
        fs::write(folder.join("made-up.toml"), rule).unwrap();
        folder
    }

    #[divan::bench]
    fn start_with_the_shipped_rules(bencher: Bencher<'_, '_>) {
        bencher.bench(RuleSet::shipped);
    }

    #[divan::bench(args = PHRASES)]
    fn start(bencher: Bencher<'_, '_>, phrases: usize) {
        let paths = [folder(phrases)];
        bencher.bench(|| RuleSet::load(black_box(&paths)).unwrap());
        fs::remove_dir_all(&paths[0]).unwrap();
    }

    #[divan::bench(args = PHRASES)]
    fn batch(bencher: Bencher<'_, '_>, phrases: usize) {
        let folder = folder(phrases);
        let rules = RuleSet::load(std::slice::from_ref(&folder)).unwrap();
        fs::remove_dir_all(folder).unwrap();
        let letter = read(LETTER);
        let options = Options::default();
        bencher.bench(|| check(black_box(&letter), &rules, &options));
    }
}

#[divan::bench(args = ["full", "concise", "grouped", "json", "json-lines", "github", "gitlab", "junit", "sarif", "rdjson", "markdown"])]
fn formats(bencher: Bencher<'_, '_>, name: &str) {
    let letter = read(LETTER);
    let Checked { diagnostics, facts } = check(&letter, &SHIPPED, &Options::default());
    let file = FileReport::of_letter("letters/sample.md", letter, facts, diagnostics);
    let report = Report { files: vec![file; 20], errors: Vec::new() };
    let palette = Palette::new(false);
    let view = full::View { width: 80, show: Severity::Info, palette, is_quiet: false };
    let texts: Vec<RuleText> = SHIPPED.rules().map(RuleText::of).collect();
    bencher.bench(|| {
        let mut out = Vec::new();
        match name {
            "full" => full::write(&report, &view, &mut out),
            "concise" => concise::write(&report, Severity::Info, palette, &mut out),
            "grouped" => grouped::write(&report, Severity::Info, palette, &mut out),
            "json" => json::write(&report, &mut out),
            "json-lines" => json_lines::write(&report, &mut out),
            "github" => github::write(&report, &view, &mut out),
            "gitlab" => gitlab::write(&report, &mut out),
            "junit" => junit::write(&report, Some(Severity::Error), &mut out),
            "sarif" => sarif::write(&report, texts.clone(), &mut out),
            "rdjson" => rdjson::write(&report, &mut out),
            _ => markdown::write(&report, Severity::Info, &mut out),
        }
        .unwrap();
        out
    });
}
