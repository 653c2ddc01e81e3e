//! Suppressions, baselines, rules left out.

use crate::run::Folder;

const SLOT: &str = "Dear Ms Okafor,\n\nI saw [Company] twice.\n\nBest,\nAna\n";

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_comment_silences_one_rule_and_its_reason_is_kept() {
    let letter = SLOT
        .replace("I saw", "<!-- letterlint-disable-next-line leftover-placeholder -- their own brackets -->\nI saw");
    let run = Folder::new().with("a.md", letter).run(&["--format", "json", "a.md"]).ends(0);
    let letter = &json(&run.out)["letters"][0];
    let suppressed = &letter["suppressed"][0];
    assert_eq!((&suppressed["rule"], &suppressed["by"]), (&"leftover-placeholder".into(), &"comment".into()));
    assert_eq!(suppressed["reason"], "their own brackets");
    assert!(letter["diagnostics"].as_array().unwrap().iter().all(|one| one["rule"] != "leftover-placeholder"));
}

#[test]
fn an_unused_suppression_is_a_warning_with_a_fix() {
    let letter =
        "Dear Ms Okafor,\n\n<!-- letterlint-disable-next-line leftover-placeholder -->\nI saw it.\n\nBest,\nAna\n";
    let run = Folder::new().with("a.md", letter).run(&["--format", "json", "--exit-zero", "a.md"]).ends(0);
    let all = json(&run.out);
    let found = all["letters"][0]["diagnostics"].as_array().unwrap().clone();
    let unused = found.iter().find(|one| one["rule"] == "unused-suppression").unwrap();
    assert_eq!((&unused["severity"], &unused["fix"]["applicability"]), (&"warning".into(), &"safe".into()));
    let (start, end) = (unused["fix"]["start"].as_u64().unwrap(), unused["fix"]["end"].as_u64().unwrap());
    let mut mended = letter.to_owned();
    mended.replace_range(usize::try_from(start).unwrap()..usize::try_from(end).unwrap(), "");
    assert_eq!(mended, "Dear Ms Okafor,\n\nI saw it.\n\nBest,\nAna\n");
}

#[test]
fn a_reason_is_asked_for_only_where_the_settings_require_it() {
    let letter = SLOT.replace("I saw", "<!-- letterlint-disable-next-line leftover-placeholder -->\nI saw");
    let folder = Folder::new().with("a.md", letter);
    let found = |args: &[&str]| folder.run(&[&["--format", "concise"], args, &["a.md"]].concat()).out;
    assert!(!found(&[]).contains("suppression-without-reason"));
    assert!(found(&["--set", "require-reason=true"]).contains("warning[suppression-without-reason]"));
}

#[test]
fn an_entry_in_the_settings_silences_by_path_rule_and_text() {
    let settings = "[[ignore]]\npath = \"a.txt\"\nrule = \"leftover-placeholder\"\ntext = \"[Company]\"\nreason = \"their name\"\n";
    let folder = Folder::new()
        .with("letterlint.toml", settings)
        .with("a.txt", SLOT)
        .with("b.txt", SLOT)
        .with("c/a.txt", SLOT.replace("[Company]", "[Team]"));
    let out = folder.run(&["--format", "concise", "--select", "leftover-placeholder"]).ends(1).out;
    let paths: Vec<&str> = out.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(paths, ["b.txt", "c/a.txt"]);
}

#[test]
fn an_entry_that_silences_nothing_is_found_in_the_settings_file() {
    let settings = "tier = \"short\"\n\n[[ignore]]\npath = \"a.txt\"\nrule = \"cliche\"\nreason = \"theirs\"\n";
    let folder = Folder::new().with("letterlint.toml", settings).with("a.txt", SLOT).with("b.txt", SLOT);
    let found = |path: &str| folder.run(&["--format", "concise", path]).out;
    assert!(found("a.txt").contains("letterlint.toml:3:1: warning[unused-suppression]"));
    assert!(!found("b.txt").contains("unused-suppression"), "a run that does not look there cannot know");
}

#[test]
fn a_rule_id_that_nothing_has_in_an_entry_ends_with_2() {
    let folder = Folder::new().with("letterlint.toml", "[[ignore]]\nrule = \"clichee\"\n").with("a.txt", SLOT);
    assert!(folder.run(&["a.txt"]).ends(2).err.contains("letterlint.toml:2:8: no rule is called `clichee`"));
}

#[test]
fn a_baseline_accepts_what_is_there_survives_edits_above_and_hides_nothing_new() {
    let folder = Folder::new().with("letters/a.md", SLOT);
    let written = folder.run(&["--write-baseline"]).ends(0);
    assert!(written.err.contains("letterlint-baseline.json: "), "{}", written.err);
    folder.write("letterlint.toml", "baseline = \"letterlint-baseline.json\"\n");
    folder.run(&["--fail-on", "info"]).ends(0);

    let above = "Subject: Queues\n\nDear Ms Okafor,\n\nA first paragraph about 3 queues that I built.\n\nI saw [Company] twice.\n\nBest,\nAna\n";
    folder.write("letters/a.md", above);
    assert!(!folder.run(&["--format", "concise"]).out.contains("leftover-placeholder"));

    folder.write("letters/a.md", above.replace("that I built", "that I built at [Company] in spring"));
    let new = folder.run(&["--format", "concise"]).ends(1);
    assert_eq!(new.out.matches("leftover-placeholder").count(), 1, "{}", new.out);
    assert!(new.out.contains("letters/a.md:5:"), "{}", new.out);
}

#[test]
fn a_broken_or_missing_baseline_ends_with_2() {
    let folder = Folder::new().with("a.md", SLOT).with("odd.json", "{}");
    assert!(folder.run(&["--baseline", "none.json", "a.md"]).ends(2).err.contains("no such baseline"));
    assert!(
        folder
            .run(&["--baseline", "odd.json", "a.md"])
            .ends(2)
            .err
            .contains("odd.json:1:2: is not a letterlint baseline")
    );
}

#[test]
fn no_baseline_is_written_of_a_run_that_could_not_see_all() {
    let folder = Folder::new().with("a.md", SLOT);
    folder.run(&["--write-baseline", "a.md", "none.md"]).ends(2);
    assert!(!folder.path().join("letterlint-baseline.json").exists());
}

#[test]
fn select_and_ignore_take_rules_and_packs() {
    let folder = Folder::new().with("a.md", SLOT);
    let rules = |args: &[&str]| {
        let out = folder.run(&[&["--format", "concise", "--show", "info"], args, &["a.md"]].concat()).out;
        let names = out.lines().filter_map(|line| line.split(['[', ']']).nth(1).map(str::to_owned));
        names.collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(rules(&["--select", "leftover-placeholder"]).len(), 1);
    assert!(!rules(&["--ignore", "leftover-placeholder,too-short"]).contains("leftover-placeholder"));
    assert!(rules(&["--ignore", "core"]).is_empty());
    let error = folder.run(&["--select", "leftover-placeholders", "a.md"]).ends(2).err;
    assert!(error.contains("did you mean `leftover-placeholder`?"), "{error}");
}

#[test]
fn an_entry_whose_path_names_no_letter_is_told_when_all_were_looked_at() {
    let settings = "[[ignore]]\npath = \"nope.txt\"\nrule = \"leftover-placeholder\"\n";
    let folder = Folder::new().with("letterlint.toml", settings).with("a.txt", SLOT);
    assert!(folder.run(&["--format", "concise"]).out.contains("letterlint.toml:1:1: warning[unused-suppression]"));
    assert!(!folder.run(&["--format", "concise", "a.txt"]).out.contains("unused-suppression"));
}

#[test]
fn an_entry_needs_a_reason_where_reasons_are_required() {
    let settings = "require-reason = true\n[[ignore]]\nrule = \"leftover-placeholder\"\nreason = \" \"\n";
    let folder = Folder::new().with("letterlint.toml", settings).with("a.txt", SLOT);
    let out = folder.run(&["--format", "concise"]).out;
    assert!(out.contains("letterlint.toml:2:1: warning[suppression-without-reason]"), "{out}");
}

#[test]
fn a_baseline_holds_wherever_the_run_starts_and_wherever_the_repository_lies() {
    let folder = Folder::new().with("sub/a.md", SLOT).with("bl/x", "");
    folder.run(&["--write-baseline", "--baseline", "bl/b.json"]).ends(0);
    let text = folder.read("bl/b.json");
    assert!(text.contains("\"../sub/a.md\""), "{text}");
    folder.run(&["--baseline", "bl/b.json", "--fail-on", "info", "sub"]).ends(0);
    let inside = std::process::Command::new(env!("CARGO_BIN_EXE_letterlint"))
        .args(["--baseline", "../bl/b.json", "--fail-on", "info"])
        .current_dir(folder.path().join("sub"))
        .output()
        .unwrap();
    assert_eq!(inside.status.code(), Some(0), "{}", String::from_utf8_lossy(&inside.stdout));
}

#[test]
fn writing_the_baseline_of_some_letters_keeps_that_of_the_others() {
    let folder = Folder::new().with("a.md", SLOT).with("b.md", SLOT).with("gone.md", SLOT);
    folder.run(&["--write-baseline"]).ends(0);
    std::fs::remove_file(folder.path().join("gone.md")).unwrap();
    folder.write("a.md", "Dear Ms Okafor,\n\nI saw you twice.\n\nBest,\nAna\n");
    folder.run(&["--write-baseline", "a.md"]).ends(0);
    let letters = json(&folder.read("letterlint-baseline.json"))["letters"].clone();
    let slots = |letter: &str| letters[letter].to_string().matches("\"[company]\"").count();
    assert_eq!((slots("a.md"), slots("b.md"), letters.get("gone.md")), (0, 1, None), "{letters}");
    folder.run(&["--write-baseline", "--select", "cliche"]).ends(2);
}

#[test]
fn a_file_that_is_read_is_never_written_over() {
    let folder = Folder::new().with("a.md", SLOT).with("letterlint.toml", "tier = \"short\"\n");
    for args in [
        &["--output", "json=a.md", "a.md"][..],
        &["--output", "json=./letterlint.toml", "a.md"],
        &["--write-baseline", "--baseline", "a.md", "a.md"],
        &["--write-baseline", "--baseline", "letterlint.toml"],
    ] {
        let run = folder.run(args).ends(2);
        assert!(run.err.contains("is an input of this run"), "{args:?}: {}", run.err);
    }
    assert_eq!(folder.read("a.md"), SLOT);
    folder.write("notes.json", "[1]");
    let run = folder.run(&["--write-baseline", "--baseline", "notes.json"]).ends(2);
    assert!(run.err.contains("notes.json") && folder.read("notes.json") == "[1]", "{}", run.err);
}

#[test]
fn the_advice_on_a_broken_baseline_works() {
    let conflict =
        "{\n<<<<<<< ours\n  \"version\": 1,\n=======\n  \"version\": 1,\n>>>>>>> theirs\n  \"letters\": {}\n}\n";
    let broken = ["", "{}", "{\"version\": 1, \"lett", conflict, "{\"version\": 9, \"letters\": {}}", "[1]"];
    for text in broken.iter().map(|text| text.as_bytes()).chain([&b"\xff\xfe{"[..]]) {
        let folder = Folder::new().with("a.md", SLOT).with("letterlint-baseline.json", text);
        folder.write("letterlint.toml", "baseline = \"letterlint-baseline.json\"\n");
        for args in [&["a.md"][..], &["--write-baseline", "a.md"]] {
            let said = folder.run(args).ends(2).err;
            assert!(said.contains("letterlint-baseline.json") && said.contains("delete it first"), "{said}");
        }
        assert_eq!(std::fs::read(folder.at("letterlint-baseline.json")).unwrap(), text);
        std::fs::remove_file(folder.at("letterlint-baseline.json")).unwrap();
        folder.run(&["--write-baseline", "a.md"]).ends(0);
        folder.run(&["--fail-on", "info", "a.md"]).ends(0);
    }
    let folder = Folder::new().with("a.md", SLOT).with("b.json", conflict);
    let said = folder.run(&["--baseline", "b.json", "a.md"]).ends(2).err;
    assert!(said.contains("contains a merge conflict"), "{said}");
}

#[test]
fn of_many_that_write_the_baseline_at_once_none_loses_an_entry() {
    let names: Vec<String> = (0..8).map(|number| format!("{number}.md")).collect();
    let folder = names.iter().fold(Folder::new(), |folder, name| folder.with(name, SLOT));
    let (first, folder) = (&names[0], &folder);
    std::thread::scope(|scope| {
        for name in &names {
            scope.spawn(move || folder.run(&["--write-baseline", name]).ends(0));
        }
    });
    assert!(folder.at(first).exists() && !folder.at("letterlint-baseline.json.lock").exists());
    let letters = json(&folder.read("letterlint-baseline.json"))["letters"].clone();
    assert_eq!(letters.as_object().unwrap().len(), 8, "{letters}");
}

#[test]
fn a_file_that_is_no_report_is_never_written_over_but_by_force() {
    let files = [
        ("other.md", SLOT),
        ("notes.txt", "call Ana\n"),
        ("package.json", "{\"name\": \"x\", \"version\": \"1.0.0\"}\n"),
        ("list.json", "[1]\n"),
        ("results.xml", "<testsuites name=\"others\"/>\n"),
        ("letterlint-baseline.json", "{\"version\": 1, \"letters\": {}}\n"),
    ];
    let folder = files.iter().fold(Folder::new().with("a.md", SLOT), |folder, (name, text)| folder.with(name, text));
    for (name, text) in files {
        for format in ["json", "full", "sarif", "junit"] {
            let run = folder.run(&["--output", &format!("{format}={name}"), "a.md"]).ends(2);
            assert!(run.err.contains("is not a letterlint report") && run.err.contains("--force"), "{}", run.err);
            assert_eq!(folder.read(name), text);
        }
    }
    folder.run(&["--output", "json=notes.txt", "--force", "a.md"]).ends(1);
    assert_eq!(json(&folder.read("notes.txt"))["version"], 1);
    // A letter of the run is lost by no force.
    folder.run(&["--output", "json=a.md", "--force", "a.md"]).ends(2);
}

#[test]
fn a_report_is_written_over_by_a_report_of_any_format() {
    let formats = [
        "full",
        "concise",
        "grouped",
        "json",
        "json-lines",
        "github",
        "gitlab",
        "junit",
        "sarif",
        "rdjson",
        "markdown",
    ];
    let folder = Folder::new().with("a.md", SLOT).with("empty", "");
    folder.run(&["--output", "json=empty", "a.md"]).ends(1);
    for format in formats {
        for letter in ["a.md", "none.md"] {
            let output = format!("{format}=report");
            for _ in 0..2 {
                let run = folder.run(&["--select", "leftover-placeholder", "--output", &output, letter]);
                assert!(!run.err.contains("is not a report"), "{format}: {}", run.err);
            }
        }
    }
}

#[test]
fn one_file_is_written_once_in_a_run() {
    let folder = Folder::new().with("a.md", SLOT).with("in/x", "");
    for (one, other) in
        [("json=r", "sarif=r"), ("json=r", "json=./r"), ("json=in/../r", "gitlab=r"), ("json=-", "json=-")]
    {
        folder.run(&["--output", one, "--output", other, "a.md"]).ends(2);
    }
    folder.run(&["--output", "json=b.json", "--write-baseline", "--baseline", "b.json", "a.md"]).ends(2);
    folder.run(&["--output", "json=letterlint-baseline.json", "--write-baseline", "a.md"]).ends(2);
    folder.run(&["--format", "full", "--output", "json=-", "a.md"]).ends(2);
    assert!(!folder.at("r").exists() && !folder.at("b.json").exists() && !folder.at("-").exists());
}

#[test]
fn a_dash_is_standard_output() {
    let folder = Folder::new().with("a.md", SLOT);
    let run = folder.run(&["--output", "json=-", "--output", "sarif=r.sarif", "a.md"]).ends(1);
    assert_eq!(json(&run.out)["summary"]["letters"], 1);
    assert!(!folder.at("-").exists() && folder.at("r.sarif").exists());
}
