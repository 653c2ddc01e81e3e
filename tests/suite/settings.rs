//! What a settings file changes, and how its mistakes are told.

use crate::run::Folder;

const LETTER: &str = "Dear Ms Okafor,\n\nI am a team player and saw [Company] twice.\n\nBest,\nAna\n";

#[test]
fn severity_and_off_change_what_is_found() {
    let folder = Folder::new()
        .with("a.md", LETTER)
        .with("letterlint.toml", "[rules]\nbanned-phrase.off = true\nleftover-placeholder.severity = \"warning\"\n");
    let run = folder.run(&["--format", "concise", "a.md"]).ends(0);
    assert!(run.out.contains("warning[leftover-placeholder]"), "{}", run.out);
    assert!(!run.out.contains("banned-phrase"), "{}", run.out);
}

#[test]
fn an_option_that_a_rule_declares_moves_its_limit() {
    let folder = Folder::new().with("a.md", "Dear Ana,\n\nI built nine words of this in one go today.\n\nBest,\nEva\n");
    let run = |set: &str| folder.run(&["--select", "long-sentence", "--format", "json", "--set", set, "a.md"]).ends(0);
    assert!(run("rules.long-sentence.words=8").out.contains("\"long-sentence\""));
    assert!(!run("rules.long-sentence.words=20").out.contains("\"long-sentence\""));
}

#[test]
fn the_file_is_found_from_the_letter_not_from_where_the_run_starts() {
    let folder = Folder::new()
        .with("acme/letterlint.toml", "fail-on = \"never\"\n")
        .with("acme/a.md", LETTER)
        .with("b.md", LETTER);
    folder.run(&["acme/a.md"]).ends(0);
    folder.run(&["b.md"]).ends(1);
}

#[test]
fn each_letter_fails_by_its_own_threshold() {
    let folder = Folder::new()
        .with("letterlint.toml", "[[override]]\nfiles = [\"drafts/\"]\nfail-on = \"never\"\n")
        .with("drafts/a.md", LETTER);
    folder.run(&["."]).ends(0);
    folder.run(&["--fail-on", "error", "."]).ends(1);
    folder.run(&["--fail-on", "error", "--exit-zero", "."]).ends(0);
}

#[test]
fn front_matter_beats_the_file_and_an_option_beats_both() {
    let folder = Folder::new()
        .with("letterlint.toml", "tier = \"expanded\"\n")
        .with("a.md", format!("---\ntier: short\n---\n\n{LETTER}"));
    let tier = |args: &[&str]| {
        let out = folder.run(&[&["--format", "json", "--exit-zero"], args].concat()).ends(0).out;
        let document: serde_json::Value = serde_json::from_str(&out).unwrap();
        document["letters"][0]["tier"].as_str().unwrap().to_owned()
    };
    assert_eq!(tier(&["a.md"]), "short");
    assert_eq!(tier(&["--tier", "standard", "a.md"]), "standard");
    assert_eq!(tier(&["--set", "tier=standard", "a.md"]), "standard");
}

#[test]
fn config_is_read_instead_and_isolated_reads_none() {
    let folder = Folder::new()
        .with("letterlint.toml", "fail-on = \"never\"\n")
        .with("strict.toml", "fail-on = \"info\"\n")
        .with("a.md", LETTER);
    folder.run(&["a.md"]).ends(0);
    folder.run(&["--config", "strict.toml", "a.md"]).ends(1);
    folder.run_with(&["a.md"], &[("LETTERLINT_CONFIG", "strict.toml")], b"").ends(1);
    folder.run(&["--isolated", "a.md"]).ends(1);
    let missing = folder.run(&["--config", "none.toml", "a.md"]).ends(2);
    assert!(missing.err.contains("none.toml: no such settings file"), "{}", missing.err);
}

#[test]
fn a_mistake_ends_with_2_names_its_place_and_leaves_other_letters() {
    let folder = Folder::new()
        .with("bad/letterlint.toml", "tier = \"short\"\nfial-on = \"info\"\n")
        .with("bad/a.md", LETTER)
        .with("bad/b.md", LETTER)
        .with("good/a.md", LETTER);
    let run = folder.run(&["--format", "json", "."]).ends(2);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(document["letters"][0]["path"], "good/a.md");
    let errors = document["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "one mistake is told once");
    assert_eq!(errors[0]["path"], "bad/letterlint.toml:2:1");
    assert_eq!(errors[0]["message"], "unknown key `fial-on`; did you mean `fail-on`?");
}

#[test]
fn an_unknown_rule_in_the_settings_ends_with_2_in_every_format() {
    let folder = Folder::new().with("a.md", LETTER).with("letterlint.toml", "[rules.clichee]\noff = true\n");
    for format in letterlint::report::FormatName::ALL {
        let run = folder.run(&["--format", format.name(), "a.md"]).ends(2);
        assert!(run.err.contains("letterlint.toml:1:8: no rule is called `clichee`; did you mean `cliche`?"));
    }
}

#[test]
fn own_rules_named_in_the_settings_are_in_force_and_may_be_configured() {
    let rule = "severity = \"error\"\nscope = \"body\"\nmessage = \"{match}\"\nhelp = \"Say it.\"\n[forbid]\nphrases = [\"twice\"]\n[[bad]]\ntext = \"I saw it twice.\"\n[[good]]\ntext = \"I saw it.\"\n";
    let folder = Folder::new().with("hunt/rules/no-twice.toml", rule).with("hunt/a.md", LETTER);
    for word in ["info", "note"] {
        let settings =
            format!("[rules]\npaths = [\"rules/\"]\nno-twice.severity = \"{word}\"\n[output]\nshow = \"{word}\"\n");
        folder.write("hunt/letterlint.toml", settings);
        let run = folder.run(&["--format", "concise", "hunt/a.md"]).ends(1);
        assert!(run.out.contains("note[no-twice]"), "{}", run.out);
    }
}

#[test]
fn the_file_that_was_used_is_in_json_and_in_verbose() {
    let folder = Folder::new().with("a.md", LETTER).with(".config/letterlint.toml", "tier = \"short\"\n");
    let run = folder.run(&["-v", "--format", "json", "a.md"]).ends(1);
    assert!(run.out.contains("\"settings\": \".config/letterlint.toml\""), "{}", run.out);
    assert!(run.err.contains("settings .config/letterlint.toml"), "{}", run.err);
}

#[test]
fn settings_shows_each_value_and_where_it_comes_from() {
    let folder = Folder::new()
        .with("base.toml", "level = \"senior\"\n")
        .with("letterlint.toml", "extends = [\"base.toml\"]\nrole = \"backend\"\n[rules.cliche]\nseverity = \"info\"\n")
        .with("a.md", format!("---\ncompany: Acme\n---\n\n{LETTER}"));
    let run = folder.run(&["settings", "--set", "tier=short", "a.md"]).ends(0);
    for wanted in [
        "# settings file: letterlint.toml",
        "role = \"backend\"  ",
        "# letterlint.toml:2",
        "# base.toml:1",
        "company = \"Acme\"",
        "# a.md:2, front matter",
        "# --set",
        "fail-on = \"error\"",
        "# default",
        "rules.cliche.severity = \"note\"",
    ] {
        assert!(run.out.contains(wanted), "{wanted}: {}", run.out);
    }
}

#[test]
fn what_settings_shows_is_toml_that_says_the_same() {
    let folder = Folder::new().with("letterlint.toml", "role = \"backend\"\n[rules.cliche]\nseverity = \"info\"\n");
    let shown = folder.run(&["settings"]).ends(0).out;
    let other = Folder::new().with("letterlint.toml", &shown);
    let again = other.run(&["settings"]).ends(0).out;
    let values = |text: &str| {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split("  #").next().unwrap().trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(values(&again), values(&shown));
}

#[test]
fn the_schemas_that_are_printed_are_the_files_that_editors_read() {
    for (file, kept) in [
        ("settings", include_str!("../../rules/settings.schema.json")),
        ("rule", include_str!("../../rules/rule.schema.json")),
    ] {
        let run = Folder::new().run(&["schema", file]).ends(0);
        assert!(kept == run.out, "letterlint schema {file} prints something else");
    }
}

#[test]
fn output_in_the_settings_is_how_a_run_prints() {
    let folder = Folder::new().with("a.md", LETTER).with("letterlint.toml", "[output]\nformat = \"json\"\n");
    assert!(folder.run(&["a.md"]).ends(1).out.starts_with('{'));
    assert!(!folder.run(&["--format", "concise", "a.md"]).ends(1).out.starts_with('{'));
}

const NEEDLE: &str =
    "Dear Ms Okafor,\n\nI moved the needle on 3 ovens, and I am passionate about bread.\n\nBest,\nAna\n";

#[test]
fn phrases_are_added_to_a_rule_and_excepted_from_it_without_a_copy() {
    let settings = "[rules.cliche]\nalso = [\"move(d|s)? the needle\"]\nexcept = \"passionate about bread\"\n";
    let folder = Folder::new().with("letterlint.toml", settings).with("a.md", NEEDLE).with("b/b.md", NEEDLE);
    let found = |args: &[&str]| {
        let all = [&["--select", "cliche", "--show", "note", "--format", "concise"], args].concat();
        let out = folder.run(&all).ends(0).out;
        ["moved the needle", "passionate about"].map(|words| out.contains(words))
    };
    assert_eq!(found(&["a.md"]), [true, false]);
    assert_eq!(found(&["--isolated", "a.md"]), [false, true]);
    assert_eq!(found(&["--set", "rules.cliche.also=\"ovens\"", "a.md"]), [false, false]);
    let overriding = "[[override]]\nfiles = [\"b/\"]\n[override.rules.cliche]\nalso = \"moved the needle\"\n";
    folder.write("letterlint.toml", overriding);
    assert_eq!(found(&["a.md"]), [false, true]);
    assert_eq!(found(&["b/b.md"]), [true, true]);
}

#[test]
fn what_cannot_be_added_to_a_rule_ends_with_2_and_its_line() {
    for (line, wanted) in [
        ("cliche.also = [\"(x\"]", "letterlint.toml:2: `rules.cliche.also`, \"(x\", character 1: `(` is never closed"),
        ("cliche.except = \"{nothing}\"", "letterlint.toml:2: `rules.cliche.except`, \"{nothing}\""),
        ("too-long.also = [\"x\"]", "letterlint.toml:2: the rule `too-long` looks for no words"),
        ("unused-suppression.except = \"x\"", "letterlint.toml:2: the rule `unused-suppression` looks for no words"),
        ("cliche.also = 3", "letterlint.toml:2:15: `also` is a phrase in quotes or a list of them, not `3`"),
    ] {
        let folder = Folder::new().with("letterlint.toml", format!("[rules]\n{line}\n")).with("a.md", NEEDLE);
        let run = folder.run(&["a.md"]).ends(2);
        assert!(run.err.contains(wanted), "{line}: {}", run.err);
    }
}

#[test]
fn own_rules_of_the_settings_are_explained_listed_and_tested() {
    let rule = "severity = \"error\"\nscope = \"body\"\nmessage = \"{match}\"\nhelp = \"Say it.\"\n[forbid]\nphrases = [\"twice\"]\n[[bad]]\ntext = \"I saw it twice.\"\n[[good]]\ntext = \"I saw it.\"\n";
    let folder = Folder::new().with("mine/no-twice.toml", rule).with("letterlint.toml", "rules = [\"mine/\"]\n");
    folder.run(&["explain", "no-twice"]).ends(0);
    assert!(folder.run(&["rules"]).ends(0).out.contains("no-twice"));
    assert!(folder.run(&["test"]).ends(0).out.contains("1 rule, 2 examples"));
}

#[test]
fn explain_names_the_options_of_a_rule() {
    let run = Folder::new().run(&["explain", "long-sentence"]).ends(0);
    assert!(run.out.contains("Settings, in [rules.long-sentence]\n  words = 30"), "{}", run.out);
}

#[test]
fn a_limit_of_warnings_in_the_settings_holds_for_the_letters_the_file_is_for() {
    let warnings =
        "Dear Ms Okafor,\n\nYou ship 3 tools, and I built the the thing and ran the the other.\n\nBest,\nAna\n";
    let folder = Folder::new().with("a/letterlint.toml", "max-warnings = 0\n").with("b/b.md", warnings);
    folder.write("a/a.md", "Dear Ms Okafor,\n\nYou ship 3 tools I use.\n\nBest,\nAna\n");
    folder.run(&["--select", "repeated-word", "."]).ends(0);
    folder.write("a/a.md", warnings);
    let run = folder.run(&["--select", "repeated-word", "."]).ends(1);
    assert!(
        run.err.contains("too many warnings: 2, and max-warnings (a/letterlint.toml:1) allows none"),
        "{}",
        run.err
    );
    folder.run(&["--select", "repeated-word", "--max-warnings", "4", "."]).ends(0);
    folder.run(&["--set", "max-warnings=1", "a/a.md"]).ends(1);
    let shown = folder.run_in("a", &["settings"]).ends(0).out;
    assert!(shown.contains("max-warnings = 0"), "{shown}");
}
