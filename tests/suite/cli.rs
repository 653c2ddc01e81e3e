//! What a user gets for what was asked.

use crate::run::Folder;

const CLEAN: &str = include_str!("../letters/clean.md");
const SLOT: &str = "Dear Ms Okafor,\n\nI saw 2 of your posts at [Company].\n\nBest,\nAna\n";

/// A letter with warnings and no error.
const WARNINGS: &str =
    "Dear Ms Okafor,\n\nYou ship 3 tools, and I built the the thing and ran the the other.\n\nBest,\nAna\n";

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_letter_with_nothing_to_fix_ends_with_0_and_one_friendly_line() {
    let run = Folder::new().with("a.md", CLEAN).run(&["a.md"]).ends(0);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    assert!(run.out.contains("nothing to fix"), "{}", run.out);
}

#[test]
fn an_error_ends_with_1() {
    Folder::new().with("a.md", SLOT).run(&["a.md"]).ends(1);
}

#[test]
fn the_threshold_decides_the_exit_code() {
    let folder = Folder::new().with("a.md", SLOT);
    folder.run(&["--fail-on", "never", "a.md"]).ends(0);
    folder.run(&["--fail-on", "info", "a.md"]).ends(1);
}

#[test]
fn a_missing_path_is_never_linted_as_text() {
    let run = Folder::new().run(&["draft.md"]).ends(2);
    assert_eq!(run.out, "");
    assert!(run.err.contains("draft.md: no such file"), "{}", run.err);
}

#[test]
fn a_missing_path_leaves_the_other_findings() {
    let folder = Folder::new().with("a.md", SLOT).with("z.md", SLOT);
    let run = folder.run(&["--format", "concise", "a.md", "missing.md", "z.md"]).ends(2);
    assert!(run.out.contains("a.md:3:") && run.out.contains("z.md:3:"), "{}", run.out);
}

#[test]
fn bytes_that_are_not_text_are_an_error_with_their_offset() {
    let run = Folder::new().with("a.txt", b"Dear \xff\xfe").run(&["a.txt"]).ends(2);
    assert!(run.err.contains("a.txt: byte 5 is not UTF-8"), "{}", run.err);
}

#[test]
fn a_word_document_is_named_as_what_it_is() {
    let run = Folder::new().with("a.docx", b"PK\x03\x04rest").run(&["a.docx"]).ends(2);
    assert!(run.err.contains("packed document"), "{}", run.err);
}

#[test]
fn unknown_options_and_roles_end_with_2() {
    let folder = Folder::new().with("a.md", SLOT);
    folder.run(&["--tierr", "short", "a.md"]).ends(2);
    let run = folder.run(&["--role", "backnd", "a.md"]).ends(2);
    assert!(run.err.contains("did you mean `backend`?"), "{}", run.err);
}

#[test]
fn standard_input_is_a_letter_with_the_name_it_is_given() {
    let folder = Folder::new();
    let run = folder.run_with(&["--format", "concise", "--stdin-name", "acme.md", "-"], &[], SLOT.as_bytes()).ends(1);
    assert!(run.out.contains("acme.md:3:26: error[leftover-placeholder]"), "{}", run.out);
}

#[test]
fn json_is_one_document_of_the_promised_shape() {
    let run = Folder::new().with("a.md", SLOT).run(&["--format", "json", "a.md"]).ends(1);
    let document = json(&run.out);
    let letter = &document["letters"][0];
    assert_eq!(document["version"], 1);
    assert_eq!((&letter["path"], &letter["encoding"], &letter["words"]), (&"a.md".into(), &"utf-8".into(), &8.into()));
    let all = letter["diagnostics"].as_array().unwrap();
    let slot = all.iter().find(|one| one["rule"] == "leftover-placeholder").unwrap();
    assert_eq!((&slot["match"], &slot["severity"]), (&"[Company]".into(), &"error".into()));
    assert_eq!(slot["start"], serde_json::json!({"byte": 42, "line": 3, "column": 26}));
    assert_eq!(slot["end"], serde_json::json!({"byte": 51, "line": 3, "column": 35}));
    assert_eq!(document["summary"]["letters"], 1);
    assert_eq!(document["errors"], serde_json::json!([]));
}

#[test]
fn json_tells_of_files_that_could_not_be_read() {
    let run = Folder::new().run(&["--format", "json", "missing.md"]).ends(2);
    assert_eq!(json(&run.out)["errors"][0]["path"], "missing.md");
}

#[test]
fn offsets_count_the_byte_order_mark_and_columns_do_not() {
    let run = Folder::new().with("a.md", format!("\u{feff}{SLOT}")).run(&["--format", "json", "a.md"]).ends(1);
    let document = json(&run.out);
    let slot = document["letters"][0]["diagnostics"].as_array().unwrap().iter().find(|one| one["match"] == "[Company]");
    assert_eq!(slot.unwrap()["start"], serde_json::json!({"byte": 45, "line": 3, "column": 26}));
}

#[test]
fn utf16_letters_are_read_and_named() {
    let bytes: Vec<u8> = format!("\u{feff}{SLOT}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let run = Folder::new().with("a.md", bytes).run(&["--format", "json", "a.md"]).ends(1);
    assert_eq!(json(&run.out)["letters"][0]["encoding"], "utf-16le");
}

#[test]
fn colour_is_off_in_a_pipe_and_obeys_the_variables_and_the_option() {
    let folder = Folder::new().with("a.md", SLOT);
    let coloured = |args: &[&str], vars: &[(&str, &str)]| folder.run_with(args, vars, b"").out.contains('\u{1b}');
    assert!(!coloured(&["a.md"], &[]));
    assert!(coloured(&["a.md"], &[("CLICOLOR_FORCE", "1")]));
    assert!(coloured(&["--color", "always", "a.md"], &[("NO_COLOR", "1")]));
    assert!(!coloured(&["a.md"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never", "a.md"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn places_are_links_only_in_colour_and_where_the_terminal_follows_them() {
    let folder = Folder::new().with("my letter.md", SLOT);
    let out = |args: &[&str], vars: &[(&str, &str)]| folder.run_with(args, vars, SLOT.as_bytes()).out;
    let (colour, force) = (("CLICOLOR_FORCE", "1"), ("FORCE_HYPERLINK", "1"));
    for format in ["full", "grouped", "concise"] {
        let args = ["-f", format, "my letter.md"];
        let linked = out(&args, &[colour, force]);
        assert!(linked.contains("\u{1b}]8;;file://") && linked.contains("/my%20letter.md\u{1b}\\"), "{linked:?}");
        let in_editor = out(&args, &[colour, force, ("TERM_PROGRAM", "vscode")]);
        assert!(in_editor.contains("\u{1b}]8;;file:///") && in_editor.contains(".md#L3,26\u{1b}\\"), "{in_editor:?}");
        for vars in [&[colour][..], &[force], &[colour, ("FORCE_HYPERLINK", "0")], &[colour, force, ("NO_COLOR", "1")]]
        {
            assert!(!out(&args, vars).contains("\u{1b}]8"), "{format} {vars:?}");
        }
    }
    assert!(!out(&["-f", "json", "my letter.md"], &[colour, force]).contains('\u{1b}'));
    assert!(!out(&["-"], &[colour, force]).contains("\u{1b}]8"), "standard input is no file to open");
}

#[test]
fn notes_are_counted_and_shown_only_when_asked_for() {
    let folder = Folder::new().with("a.md", SLOT);
    let run = folder.run(&["a.md"]);
    assert!(!run.out.contains("too-short") && run.out.contains("--show note"), "{}", run.out);
    for word in ["note", "info"] {
        assert!(folder.run(&["--show", word, "a.md"]).out.contains("too-short"));
        assert!(folder.run(&["--show", word, "--format", "concise", "a.md"]).out.contains("note[too-short]"));
        folder.run(&["--fail-on", word, "a.md"]).ends(1);
    }
}

#[test]
fn verbose_is_one_line_a_letter_and_twice_its_parts_too() {
    let folder = Folder::new().with("a.md", SLOT);
    let once = folder.run(&["-v", "a.md"]).ends(1).err;
    assert_eq!(once.lines().count(), 1, "{once}");
    assert!(once.contains("a.md: 8 words in the body, tier short, role none, settings none"), "{once}");
    let twice = folder.run(&["-vv", "a.md"]).ends(1).err;
    assert!(twice.starts_with(&once) && twice.contains("a.md:1-1: greeting"), "{twice}");
}

#[test]
fn statistics_and_a_summary_stand_in_the_place_of_findings() {
    let folder = Folder::new().with("in/a.md", SLOT).with("in/b.md", SLOT);
    let rules = folder.run(&["--statistics", "in"]).ends(1).out;
    assert!(rules.lines().any(|line| line == "2  error    leftover-placeholder"), "{rules}");
    let letters = folder.run(&["--summary", "in"]).ends(1).out;
    assert!(letters.starts_with("in/a.md   ") && letters.contains("\nin/b.md   "), "{letters}");
    assert!(!letters.contains("leftover-placeholder"), "{letters}");
}

#[test]
fn explain_without_a_rule_lists_them() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["explain"]).ends(0).out, folder.run(&["rules"]).ends(0).out);
}

#[test]
fn lists_and_explanations_fit_a_narrow_terminal_and_no_address_is_broken() {
    let folder = Folder::new().with("a.md", SLOT).with("b.md", SLOT);
    for args in [
        &["rules"][..],
        &["explain", "average-latency"],
        &["settings", "a.md"],
        &["compare", "a.md", "b.md"],
        &["ready", "a.md"],
    ] {
        let out = folder.run_with(args, &[("COLUMNS", "40")], b"").out;
        assert!(out.lines().count() > 4, "{args:?}: {out}");
        for line in out.lines() {
            let is_address = line.split_whitespace().any(|word| word.starts_with("https://") && word.len() > 10);
            assert!(is_address || line.chars().count() <= 40, "{args:?}: {line}");
        }
    }
}

#[test]
fn explain_shows_what_why_examples_and_source() {
    let run = Folder::new().run(&["explain", "average-latency"]).ends(0);
    for wanted in ["What to do instead", "Why", "Bad", "Good", "Source"] {
        assert!(run.out.contains(wanted), "{wanted}: {}", run.out);
    }
}

#[test]
fn explain_says_which_rules_are_built_in() {
    for (id, is_built_in) in [("unused-suppression", true), ("front-matter", true), ("suppression-in-text", false)] {
        let run = Folder::new().run(&["explain", id]).ends(0);
        assert_eq!(run.out.contains("Built in"), is_built_in, "{id}: {}", run.out);
    }
}

#[test]
fn explain_of_an_unknown_rule_names_the_nearest() {
    let run = Folder::new().run(&["explain", "avrage-latency"]).ends(2);
    assert!(run.err.contains("did you mean `average-latency`?"), "{}", run.err);
}

#[test]
fn rules_lists_pack_severity_and_a_line_each() {
    let run = Folder::new().run(&["rules"]).ends(0);
    assert!(run.out.starts_with("core\n"), "{}", run.out);
    assert!(run.out.contains("leftover-placeholder") && run.out.contains("\nbackend\n"), "{}", run.out);
    let core = Folder::new().run(&["rules", "--role", "none"]).ends(0);
    assert!(!core.out.contains("average-latency"), "{}", core.out);
}

#[test]
fn rules_say_why_they_are_not_in_force_for_a_letter() {
    let letter = "Subject: Backend Engineer\n\nDear Ms Okafor,\n\nI ran 3 queues.\n\nBest,\nAna\n";
    let folder = Folder::new().with("a.md", letter).with("letterlint.toml", "[rules]\ncliche.severity = \"off\"\n");
    let run = folder.run(&["rules", "--why", "a.md"]).ends(0);
    let parts: Vec<&str> = run.out.split("\n\n").collect();
    assert!(parts[0].starts_with("a.md: role backend"), "{}", run.out);
    let part = |heading: &str| *parts.iter().find(|part| part.starts_with(heading)).expect(heading);
    assert!(part("In force").contains("average-latency") && !part("In force").contains("cliche,"), "{}", run.out);
    assert!(part("Off in the settings: 1 rule\n  core: cliche").len() > 10);
    assert!(part("Not for the role backend, or in packs that are not in use").contains("frontend: "), "{}", run.out);
    let json = folder.run(&["rules", "--why", "a.md", "--format", "json"]).ends(0).out;
    let rules: serde_json::Value = serde_json::from_str(&json).unwrap();
    let state = |id: &str| {
        let all = rules["rules"].as_array().unwrap();
        all.iter().find(|rule| rule["id"] == id).unwrap()["state"].as_str().unwrap().to_owned()
    };
    assert_eq!([state("cliche"), state("apology")], ["off", "on"]);
    let german = "Sehr geehrte Frau Okafor,\n\n".to_owned()
        + &"Ich betreue seit zwei Jahren die Warteschlange eines kleinen Ladens und werde nachts geweckt, wenn sie steht. ".repeat(3)
        + "\n\nMit freundlichen Grüßen\nAna\n";
    folder.write("b.md", &german);
    let run = folder.run(&["rules", "--why", "b.md"]).ends(0);
    assert!(run.out.contains("written in German") && run.out.contains("About English: "), "{}", run.out);
    assert!(folder.run(&["rules", "--why", "c.md"]).ends(2).err.contains("c.md: no such file"));
}

#[test]
fn rules_as_json_carry_id_pack_and_severity() {
    let run = Folder::new().run(&["rules", "--format", "json"]).ends(0);
    let document = json(&run.out);
    let rule = document["rules"].as_array().unwrap().iter().find(|rule| rule["id"] == "leftover-placeholder").unwrap();
    assert_eq!((&rule["pack"], &rule["severity"]), (&"core".into(), &"error".into()));
}

#[test]
fn shipped_rules_pass_their_own_test() {
    let run = Folder::new().run(&["test"]).ends(0);
    assert!(run.out.ends_with(", 0 failed\n"), "{}", run.out);
}

#[test]
fn help_shows_examples_and_exit_codes() {
    let run = Folder::new().run(&["--help"]).ends(0);
    assert!(run.out.contains("Examples:") && run.out.contains("Exit codes:"), "{}", run.out);
}

#[test]
fn a_role_in_the_subject_selects_its_pack_and_none_turns_it_off() {
    let letter =
        "Subject: Backend Developer\n\nDear Ms Okafor,\n\nOur average latency was 40 ms last year.\n\nBest,\nAna\n";
    let folder = Folder::new().with("a.md", letter);
    assert!(folder.run(&["--format", "concise", "a.md"]).out.contains("average-latency"));
    assert!(!folder.run(&["--format", "concise", "--role", "none", "a.md"]).out.contains("average-latency"));
}

#[test]
fn a_reader_that_leaves_early_changes_neither_the_exit_code_nor_the_files() {
    let folder = Folder::new().with("a.md", SLOT.repeat(400));
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_letterlint"))
        .args(["--format", "json", "--output", "json=kept.json", "a.md"])
        .current_dir(folder.path())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert_eq!(json(&folder.read("kept.json"))["version"], 1);
}

#[test]
fn a_mistyped_command_is_told_from_a_missing_letter() {
    let run = Folder::new().run(&["setings"]).ends(2);
    assert!(run.err.contains("did you mean the command `letterlint settings`?"), "{}", run.err);
}

#[test]
fn check_is_a_command_and_means_what_the_bare_form_means() {
    let folder = Folder::new().with("a.md", SLOT);
    let bare = folder.run(&["--format", "concise", "a.md"]).ends(1).out;
    for args in [
        &["check", "--format", "concise", "a.md"][..],
        &["check", "-f", "concise"],
        &["--format", "concise", "check", "a.md"],
        &["-f", "concise", "check", "."],
    ] {
        assert_eq!(folder.run(args).ends(1).out.lines().next(), bare.lines().next(), "{args:?}");
    }
}

#[test]
fn a_format_and_a_file_have_short_options() {
    let folder = Folder::new().with("a.md", SLOT);
    assert!(folder.run(&["-f", "json", "-o", "sarif=a.sarif", "a.md"]).ends(1).out.starts_with('{'));
    assert_eq!(json(&folder.read("a.sarif"))["version"], "2.1.0");
    assert!(folder.run(&["skim", "-f", "json", "a.md"]).ends(0).out.starts_with('{'));
    assert!(folder.run(&["rules", "-f", "json"]).ends(0).out.starts_with('{'));
}

#[test]
fn exclude_skips_files_of_a_folder_and_files_that_are_named() {
    let folder = Folder::new().with("a.md", SLOT).with("drafts/b.md", SLOT).with("c.txt", SLOT);
    let checked = |args: &[&str]| {
        let out = folder.run(&[&["-f", "json", "--exit-zero"], args].concat()).ends(0).out;
        let letters = json(&out)["letters"].as_array().unwrap().clone();
        letters.iter().map(|letter| letter["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(checked(&["--exclude", "drafts/"]), ["a.md", "c.txt"]);
    assert_eq!(checked(&["--exclude", "./drafts", "--exclude", "*.txt"]), ["a.md"]);
    assert_eq!(checked(&["--exclude", "a.md", "a.md", "c.txt"]), ["c.txt"]);
    folder.write("letterlint.toml", "exclude = [\"a.md\"]\n");
    assert_eq!(checked(&["--exclude", "c.txt"]), ["drafts/b.md"], "the setting holds as well");
    let below = folder.run_in("drafts", &["-f", "concise", "--exclude", "*.txt", ".."]).ends(1).out;
    assert!(!below.contains("c.txt") && below.contains("b.md"), "{below}");
}

#[test]
fn more_warnings_than_are_allowed_end_with_1_and_say_so() {
    let folder = Folder::new().with("a.md", WARNINGS).with("b.md", WARNINGS);
    folder.run(&["a.md"]).ends(0);
    let found = json(&folder.run(&["-f", "json", "."]).ends(0).out)["summary"]["warnings"].as_u64().unwrap();
    assert!(found >= 2, "{found}");
    let limit = |most: u64| folder.run(&["--max-warnings", &most.to_string(), "."]);
    limit(found).ends(0);
    let run = limit(found - 1).ends(1);
    let wanted = format!("letterlint: too many warnings: {found}, and --max-warnings allows {}", found - 1);
    assert!(run.err.contains(&wanted), "{}", run.err);
    assert!(folder.run(&["--max-warnings", "0", "."]).ends(1).err.contains("--max-warnings allows none"));
    folder.run(&["--max-warnings", "0", "--exit-zero", "."]).ends(0);
    folder.run(&["--max-warnings", "0", "--fail-on", "never", "."]).ends(1);
    folder.run(&["--max-warnings", "0", "missing.md"]).ends(2);
    let negative = folder.run(&["--max-warnings", "-1", "."]).ends(2);
    assert!(negative.err.contains("a whole number from 0"), "{}", negative.err);
}

#[test]
fn warnings_that_are_not_shown_count_and_those_that_are_suppressed_do_not() {
    let folder = Folder::new().with("a.md", WARNINGS);
    folder.run(&["--show", "error", "--max-warnings", "0", "a.md"]).ends(1);
    folder.run(&["--write-baseline", "--baseline", "known.json", "a.md"]).ends(0);
    folder.run(&["--baseline", "known.json", "--max-warnings", "0", "a.md"]).ends(0);
}

/// With notes hidden and no role given, as somebody meets letterlint first.
#[test]
fn a_good_letter_is_a_line_or_two_and_a_bad_one_fits_two_screens() {
    let letters = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let folder = Folder::new();
    let lines = |path: &std::path::Path| {
        let run = folder.run(&["--isolated", path.to_str().unwrap()]);
        run.out.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    for entry in std::fs::read_dir(letters.join("good")).unwrap() {
        let printed = lines(&entry.unwrap().path());
        assert!(printed.len() <= 4, "{printed:#?}");
    }
    let bad = lines(&letters.join("sample.md"));
    assert!(bad.len() > 20 && bad.len() <= 48, "{} lines", bad.len());
}
