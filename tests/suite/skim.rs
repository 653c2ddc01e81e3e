//! What a reader in a hurry meets, and the line where the time is up.

use crate::run::{Folder, Run};
use letterlint::check::Options;
use letterlint::letter::{Format, Letter};
use letterlint::rule::{Compiled, File, RuleSet};
use letterlint::skim::{Pace, Skim, skim};
use letterlint::source::Source;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

const PACK: &str = r#"
title = "Mine"
about = "What I look for."
off = ["figures", "company-artefact", "next-step"]
[[signal]]
name = "on-call"
title = "on-call"
missing = "Name the rotation you are in."
[signal.find]
phrases = ["pager"]
[[signal]]
name = "load"
title = "load"
missing = "Say how much comes in."
[signal.find]
quantities = "throughput"
[[signal]]
name = "next-step"
title = "next step"
missing = "Offer a day."
[signal.find]
phrases = ["Tuesday"]
"#;

const LETTER: &str = "Dear Ms Okafor,\n\nI run a queue of 1,200 requests a second, and I carry the **pager** for it.\n\n\
                      Let us talk soon.\n\nBest,\nAna\n";

/// The letter and the pack in a folder.
fn folder() -> Folder {
    Folder::new().with("mine/pack.toml", PACK).with("a.md", LETTER)
}

fn skimmed(folder: &Folder, args: &[&str]) -> Run {
    folder.run(&[&["skim", "--rules", "mine", "--pack", "mine"], args].concat())
}

fn json(run: &Run) -> serde_json::Value {
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn the_page_is_torn_at_the_line_and_the_list_says_what_is_met_when() {
    let run = skimmed(&folder(), &["--seconds", "12", "--wpm", "60", "a.md"]).ends(0);
    let expected = "\
a.md   20 words · 20 s to read

  I run a queue of «1,200 requests a second»¹, and I carry
──── 12 s · 12 words ───────────────────────────────────────────────────────────
                                                           the «pager»² for
  it.

  Let us talk soon.

2 of 3 signals, 1 before the 12 s line

   5 s  ¹ load       3:18  “1,200 requests a second”
  ──── 12 s ──────────────────────────────────────────────────────────────────
  13 s  ² on-call    3:61  “pager”
     –  ✗ next step  Offer a day.

This is a model: a reader starts at the top, reads 60 words a minute (Brysbaert
2019 found 238) and stops. Real readers differ.
";
    assert_eq!(run.out, expected);
}

#[test]
fn forty_seconds_at_brysbaerts_pace_are_what_is_assumed() {
    let run = skimmed(&folder(), &["a.md"]).ends(0);
    assert!(run.out.contains("2 of 3 signals, 2 before the 40 s line"), "{}", run.out);
    assert!(run.out.contains("──── the end at 5 s · 20 words"), "{}", run.out);
    assert!(run.out.contains("238 words a minute (Brysbaert"), "{}", run.out);
}

#[test]
fn too_few_signals_before_the_line_end_with_1() {
    skimmed(&folder(), &["--fail-under", "2", "a.md"]).ends(0);
    let run = skimmed(&folder(), &["--fail-under", "3", "a.md"]).ends(1);
    assert!(run.out.contains("(asked for: 3)"), "{}", run.out);
}

#[test]
fn a_missing_path_ends_with_2_and_the_others_are_shown() {
    let run = skimmed(&folder(), &["missing.md", "a.md"]).ends(2);
    assert!(run.err.contains("missing.md: no such file"), "{}", run.err);
    assert!(run.out.starts_with("a.md   20 words"), "{}", run.out);
}

#[test]
fn unknown_roles_packs_and_a_pace_of_nothing_end_with_2() {
    let run = skimmed(&folder(), &["--role", "backnd", "a.md"]).ends(2);
    assert!(run.err.contains("no role is called `backnd`; did you mean `backend`?"), "{}", run.err);
    let run = skimmed(&folder(), &["--pack", "mime", "a.md"]).ends(2);
    assert!(run.err.contains("no pack is called `mime`; did you mean `mine`?"), "{}", run.err);
    skimmed(&folder(), &["--wpm", "0", "a.md"]).ends(2);
}

#[test]
fn standard_input_is_skimmed_under_the_name_it_is_given() {
    let run = folder().run_with(&["skim", "-", "--stdin-name", "acme.md"], &[], LETTER.as_bytes()).ends(0);
    assert!(run.out.starts_with("acme.md   20 words"), "{}", run.out);
}

#[test]
fn json_names_each_place_with_its_second() {
    let run = skimmed(&folder(), &["--format", "json", "--seconds", "12", "--wpm", "60", "a.md", "b.md"]).ends(2);
    let document = json(&run);
    let letter = &document["letters"][0];
    assert_eq!((&document["version"], &letter["words"], &letter["words_read"]), (&1.into(), &20.into(), &12.into()));
    let signals: Vec<_> = letter["signals"].as_array().unwrap().iter().map(|signal| signal["name"].clone()).collect();
    assert_eq!(signals, ["on-call", "load", "next-step"]);
    let expected = serde_json::json!({
        "name": "on-call", "title": "on-call", "found": true, "before_line": false, "second": 13,
        "places": [{
            "start": {"byte": 77, "line": 3, "column": 61},
            "end": {"byte": 82, "line": 3, "column": 66},
            "second": 13, "match": "pager"
        }],
        "missing": null
    });
    assert_eq!(letter["signals"][0], expected);
    assert_eq!(letter["signals"][2]["missing"], "Offer a day.");
    assert_eq!(document["errors"][0]["path"], "b.md");
}

#[test]
fn json_keys_come_in_a_fixed_order() {
    let out = skimmed(&folder(), &["--format", "json", "a.md"]).ends(0).out;
    let keys =
        ["path", "words", "seconds", "words_per_minute", "words_read", "role", "signals", "name", "title", "found"];
    let at: Vec<_> = keys.iter().map(|key| out.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(at.is_sorted(), "{out}");
}

#[test]
fn a_broken_pack_is_an_error_in_the_document() {
    let folder = Folder::new().with("mine/pack.toml", "titel = \"x\"\n").with("a.md", LETTER);
    let run = folder.run(&["skim", "--rules", "mine", "--format", "json", "a.md"]).ends(2);
    assert!(json(&run)["errors"][0]["path"].as_str().unwrap().contains("pack.toml"), "{}", run.out);
}

/// Signals that are where these words are.
const SIGNS: [&str; 4] = ["alpha", "bravo", "charlie", "delta"];

static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    let signal = |word: &&str| {
        format!(
            "[[signal]]\nname = \"{word}\"\ntitle = \"{word}\"\nmissing = \"Add it.\"\n[signal.find]\nphrases = [\"{word}\"]\n"
        )
    };
    let signals: String = SIGNS.iter().map(signal).collect();
    let text = format!("title = \"Trial\"\nabout = \"For trial.\"\nalways = true\n{signals}");
    let mut compiled = Compiled::default();
    compiled.add(&[File::new(Path::new("trial/pack.toml"), text)]).map_err(|errors| errors[0].to_string()).unwrap();
    RuleSet::new(compiled)
});

/// A letter of one paragraph of eight words for each of `signs`, which holds that signal or none.
fn met(signs: &[Option<usize>], seconds: usize) -> Skim {
    let paragraph = |sign: &Option<usize>| {
        let word = sign.map_or("nothing", |sign| SIGNS[sign]);
        format!("There is {word} in the words that follow.")
    };
    let body: Vec<String> = signs.iter().map(paragraph).collect();
    let text = format!("Dear Ms Okafor,\n\n{}\n\nBest,\nAna\n", body.join("\n\n"));
    let letter = Letter::read(Source::new(text), Format::Markdown);
    skim(&letter, &RULES, &Options::default(), Pace { seconds, words_per_minute: 60 })
}

fn signs() -> impl Strategy<Value = Vec<Option<usize>>> {
    prop::collection::vec(prop::option::of(0..SIGNS.len()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_same_letter_gives_the_same_answer(signs in signs(), seconds in 0_usize..100) {
        prop_assert_eq!(met(&signs, seconds), met(&signs, seconds));
    }

    #[test]
    fn a_signal_in_place_of_other_words_never_makes_it_worse(
        signs in signs(), at in any::<prop::sample::Index>(), sign in 0..SIGNS.len(), seconds in 0_usize..100
    ) {
        let at = at.index(signs.len());
        let mut more = signs.clone();
        more[at] = more[at].or(Some(sign));
        prop_assert!(met(&more, seconds).met() >= met(&signs, seconds).met());
    }

    #[test]
    fn a_signal_at_the_end_never_makes_it_worse(signs in signs(), sign in 0..SIGNS.len(), seconds in 0_usize..100) {
        let more = [&signs[..], &[Some(sign)]].concat();
        prop_assert!(met(&more, seconds).met() >= met(&signs, seconds).met());
    }

    #[test]
    fn a_signals_paragraph_moved_up_never_makes_it_worse(
        signs in signs(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(), seconds in 0_usize..100
    ) {
        let from = from.index(signs.len());
        prop_assume!(signs[from].is_some());
        // The first place of its signal: a repeated one gains nothing and only pushes the others down.
        let from = signs.iter().position(|sign| *sign == signs[from]).unwrap();
        let to = to.index(from + 1);
        let mut moved = signs.clone();
        let sign = moved.remove(from);
        moved.insert(to, sign);
        prop_assert!(met(&moved, seconds).met() >= met(&signs, seconds).met());
    }

    #[test]
    fn more_time_never_makes_it_worse(signs in signs(), seconds in 0_usize..100) {
        prop_assert!(met(&signs, seconds + 1).met() >= met(&signs, seconds).met());
    }
}

#[test]
fn the_settings_of_the_letter_choose_the_role() {
    let folder = Folder::new()
        .with("letterlint.toml", "role = \"backend\"\n")
        .with("a.md", "Dear Ana,\n\nI run a queue for 3 years.\n\nBest,\nEva\n")
        .with("b.md", "---\nrole: sre\n---\n\nDear Ana,\n\nI run a queue for 3 years.\n\nBest,\nEva\n");
    let run = folder.run(&["skim", "--format", "json", "a.md", "b.md"]).ends(0);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let roles: Vec<&str> =
        document["letters"].as_array().unwrap().iter().map(|one| one["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["backend", "sre"]);
}

#[test]
fn a_folder_is_skimmed_letter_by_letter() {
    let letter = "Dear Ana,\n\nI run a queue for 3 years.\n\nBest,\nEva\n";
    let folder = Folder::new()
        .with("hunt/a/letter.md", letter)
        .with("hunt/b/letter.md", letter)
        .with("hunt/b/job.md", "# Engineer\n")
        .with("hunt/notes.md", "Call them.\n");
    let run = folder.run(&["skim", "--format", "json", "hunt"]).ends(0);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let paths: Vec<&str> =
        document["letters"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["hunt/a/letter.md", "hunt/b/letter.md"]);
    assert!(run.err.contains("skipped hunt/notes.md: no greeting and no sign-off"), "{run:#?}");
    folder.run(&["skim", "hunt/notes.md"]).ends(0);
    let empty = Folder::new().with("notes.md", "Call them.\n").run(&["skim", "."]).ends(2);
    assert!(empty.err.contains("no letter was read"), "{empty:#?}");
}
