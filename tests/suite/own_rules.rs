//! A user's rule files, right and wrong.

use crate::run::Folder;

const RULE: &str = r#"severity = "error"
scope = "body"
message = "\"{match}\" is a word you did not want"
help = "Say it plainly."
[forbid]
phrases = ["circle back"]
[[bad]]
text = "I will circle back to you."
[[good]]
text = "I will write to you."
"#;

const LETTER: &str = "Dear Ms Okafor,\n\nI shipped 3 tools and will circle\nback on Tuesday.\n\nBest,\nAna\n";

/// What `letterlint` says to a rule file with this text.
fn refusal(text: &str) -> String {
    let folder = Folder::new().with("my-rule.toml", text).with("a.md", LETTER);
    folder.run(&["--rules", "my-rule.toml", "a.md"]).ends(2).err
}

#[test]
fn a_rule_file_is_added_to_the_shipped_ones() {
    let folder = Folder::new().with("no-circling.toml", RULE).with("a.md", LETTER);
    let run = folder.run(&["--format", "concise", "--rules", "no-circling.toml", "a.md"]).ends(1);
    assert!(run.out.contains("a.md:3:28: error[no-circling] \"circle back\" is a word"), "{}", run.out);
}

#[test]
fn a_rule_yields_words_to_the_rule_that_it_names() {
    let rule = |id: &str, phrase: &str, key: &str| {
        let text = RULE.replace("phrases = [\"circle back\"]", &format!("phrases = [\"{phrase}\"]"));
        (id.to_owned(), text.replace("scope =", &format!("{key}scope =")).replace("circle back", "will circle back"))
    };
    let (wide, narrow) =
        (rule("wide.toml", "will circle", "yields_to = \"narrow\"\n"), rule("narrow.toml", "circle back", ""));
    let folder = Folder::new().with(&format!("r/{}", wide.0), &wide.1).with(&format!("r/{}", narrow.0), &narrow.1);
    folder.write("a.md", LETTER);
    let found = |options: &[&str]| {
        let all = [&["--format", "concise", "--rules", "r", "a.md"], options].concat();
        let out = folder.run(&all).ends(1).out;
        ["wide", "narrow"].map(|id| out.contains(&format!("[{id}]")))
    };
    assert_eq!(found(&[]), [false, true]);
    assert_eq!(found(&["--ignore", "narrow"]), [true, false]);
}

#[test]
fn a_rule_yields_neither_to_itself_nor_to_a_rule_that_is_not_there() {
    let error = refusal(&RULE.replace("scope =", "yields_to = [\"clich\"]\nscope ="));
    assert!(error.contains("no rule is called `clich`; did you mean `cliche`?"), "{error}");
    let error = refusal(&RULE.replace("scope =", "yields_to = \"my-rule\"\nscope ="));
    assert!(error.contains("names the rule itself"), "{error}");
}

#[test]
fn a_pattern_may_say_what_its_matches_are_called_and_what_to_write_instead() {
    let table = r#"patterns = [{ pattern = 'circle\w*', name = "circling", instead = "Name the day." }]"#;
    let rule = RULE.replace("phrases = [\"circle back\"]", table);
    let folder = Folder::new().with("no-circling.toml", &rule).with("a.md", LETTER);
    let run = folder.run(&["--format", "concise", "--help-text", "--rules", "no-circling.toml", "a.md"]).ends(1);
    assert!(run.out.contains("\"circle\" is a word") && run.out.contains("Name the day."), "{}", run.out);

    // Both are circling: one thing that is named, however often.
    let twice = rule.replace("[forbid]", "[limit]\nat_most = 1\ndistinct = true");
    let letter = LETTER.replace("on Tuesday", "and be circled on Tuesday");
    let folder = Folder::new().with("no-circling.toml", twice).with("a.md", letter);
    folder.run(&["--isolated", "--select", "no-circling", "--rules", "no-circling.toml", "a.md"]).ends(0);
}

#[test]
fn a_folder_of_rules_may_hold_vocabularies() {
    let rule = RULE.replace("phrases = [\"circle back\"]", "terms = \"mine\"");
    let words = "about = \"Words that I overuse\"\nterms = [\"circle back\"]\n";
    let folder = Folder::new().with("mine/no-circling.toml", rule).with("mine/vocabulary/mine.toml", words);
    let run = folder.with("a.md", LETTER).run(&["--format", "concise", "--rules", "mine", "a.md"]).ends(1);
    assert!(run.out.contains("error[no-circling]"), "{}", run.out);
}

#[test]
fn own_rules_are_tried_on_their_own_examples() {
    let folder = Folder::new().with("no-circling.toml", RULE);
    let run = folder.run(&["test", "no-circling.toml"]).ends(0);
    assert!(run.out.starts_with("no-circling: only one bad example; add a second"), "{}", run.out);
    assert!(run.out.ends_with("1 rule, 2 examples: 2 passed, 0 failed\n"), "{}", run.out);
    let wrong = RULE.replace("I will write to you.", "Let us circle back to it.");
    let run = Folder::new().with("no-circling.toml", wrong).run(&["test", "no-circling.toml"]).ends(1);
    assert!(run.out.contains("no-circling: found \"circle back\" in a good example"), "{}", run.out);
}

#[test]
fn a_wrong_key_is_refused_with_file_line_and_the_nearest() {
    let said = refusal(&RULE.replace("phrases =", "phrase ="));
    assert!(said.contains("my-rule.toml:6:1: unknown key `phrase`; did you mean `phrases`?"), "{said}");
}

#[test]
fn look_around_is_answered_with_unless() {
    let said = refusal(&RULE.replace("phrases = [\"circle back\"]", "patterns = ['circle(?! back)']"));
    assert!(said.contains("my-rule.toml:6:13") && said.contains("use `unless`"), "{said}");
}

#[test]
fn a_pattern_that_matches_the_empty_text_is_refused() {
    let said = refusal(&RULE.replace("phrases = [\"circle back\"]", "patterns = ['x*']"));
    assert!(said.contains("matches the empty text"), "{said}");
}

#[test]
fn a_pattern_that_is_no_regular_expression_is_refused() {
    let said = refusal(&RULE.replace("phrases = [\"circle back\"]", "patterns = ['(circle']"));
    assert!(said.contains("unclosed group"), "{said}");
}

#[test]
fn an_unknown_vocabulary_is_refused_with_the_nearest() {
    let said = refusal(&RULE.replace("phrases = [\"circle back\"]", "terms = \"failur\""));
    assert!(said.contains("my-rule.toml:6:9") && said.contains("did you mean `failure`?"), "{said}");
}

#[test]
fn an_empty_list_is_refused() {
    let said = refusal(&RULE.replace("[\"circle back\"]", "[]"));
    assert!(said.contains("my-rule.toml:6:11: `phrases` is empty"), "{said}");
}

#[test]
fn a_missing_example_is_refused() {
    let said = refusal(RULE.split("[[good]]").next().unwrap());
    assert!(said.contains("no [[good]] example"), "{said}");
}

#[test]
fn a_rule_that_asks_for_nothing_is_refused() {
    let said = refusal(&RULE.replace("[forbid]\nphrases = [\"circle back\"]\n", ""));
    assert!(said.contains("asks for nothing"), "{said}");
}

#[test]
fn an_id_that_is_taken_is_refused() {
    let folder = Folder::new().with("cliche.toml", RULE).with("a.md", LETTER);
    let run = folder.run(&["--rules", "cliche.toml", "a.md"]).ends(2);
    assert!(run.err.contains("there is already a rule called `cliche`"), "{}", run.err);
}

#[test]
fn a_blank_that_nothing_fills_is_refused() {
    let said = refusal(&RULE.replace("{match}", "{mach}"));
    assert!(
        said.contains("nothing fills `{mach}`; did you mean `{match}`?") || said.contains("did you mean `match`?"),
        "{said}"
    );
}

#[test]
fn a_missing_rule_file_is_refused() {
    let run = Folder::new().with("a.md", LETTER).run(&["--rules", "nowhere.toml", "a.md"]).ends(2);
    assert!(run.err.contains("nowhere.toml: no such rule file or folder"), "{}", run.err);
}

#[test]
fn a_broken_rule_is_an_error_in_json_too() {
    let folder = Folder::new().with("my-rule.toml", "nonsense").with("a.md", LETTER);
    let run = folder.run(&["--format", "json", "--rules", "my-rule.toml", "a.md"]).ends(2);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert!(document["errors"][0]["path"].as_str().unwrap().starts_with("my-rule.toml:1:"), "{}", run.out);
}

#[test]
fn a_rule_may_ask_what_the_posting_names_and_the_letter_does_not() {
    let rule = "severity = \"error\"\nscope = \"body\"\nmessage = \"nothing about {matches}\"\nhelp = \"Say a word about it.\"\n\
        [limit]\nof = \"job\"\nphrases = [\"night shift\", \"fork-lift\"]\nunanswered = true\nat_most = 0\n\
        [[bad]]\ntext = \"I sort by hand.\"\njob = \"# Sorter\\n\\nYou work the night shift.\"\n\
        [[good]]\ntext = \"I know the night shift.\"\njob = \"# Sorter\\n\\nYou work the night shift.\"\n";
    let folder = Folder::new()
        .with("silent-on-shifts.toml", rule)
        .with("job.md", "# Sorter\n\nYou work the night shift.\n")
        .with("letter.md", "Dear Ana,\n\nI sort 40 parcels a minute by hand.\n\nBest,\nEva\n");
    folder.run(&["test", "silent-on-shifts.toml"]).ends(0);
    let run = folder.run(&["--rules", "silent-on-shifts.toml", "--format", "concise", "letter.md"]).ends(1);
    assert!(run.out.contains("error[silent-on-shifts] nothing about night shift"), "{run:#?}");
}

#[test]
fn a_number_in_a_message_has_the_noun_that_goes_with_it() {
    let message = "message = \"The letter says it {count|time|times}; {limit|is|are} allowed.\"";
    let limit = RULE.replace("message = \"\\\"{match}\\\" is a word you did not want\"", message);
    let limit = limit.replace("[forbid]", "[limit]\nat_most = 0");
    let twice = LETTER.replace("on Tuesday", "and circle back");
    for (letter, said) in
        [(LETTER, "The letter says it 1 time; 0 are allowed."), (&twice, "The letter says it 2 times;")]
    {
        let folder = Folder::new().with("no-circling.toml", &limit).with("a.md", letter);
        let run = folder.run(&["--format", "concise", "--rules", "no-circling.toml", "a.md"]).ends(1);
        assert!(run.out.contains(said), "{}", run.out);
    }
    let folder = Folder::new().with("no-circling.toml", &limit);
    let shown = folder.run(&["explain", "--rules", "no-circling.toml", "no-circling"]).ends(0).out;
    assert!(shown.contains("The letter says it <count> times; <limit> are allowed."), "{shown}");
}

#[test]
fn a_noun_without_its_plural_or_its_number_is_refused() {
    for (blank, said) in [
        ("{count|word}", "`{count|word}` needs a singular and a plural: `{count|word|words}`"),
        ("{count|word|}", "needs a singular and a plural"),
        ("{count|one|two|three}", "needs a singular and a plural"),
        ("{match|word|words}", "`{match}` is not a number, so it has no singular and plural"),
        ("{cuont|word|words}", "nothing fills `{cuont|word|words}`; did you mean `count`?"),
    ] {
        let refused = refusal(&RULE.replace("{match}", blank));
        assert!(refused.contains(said), "{blank}: {refused}");
    }
}

#[test]
fn an_english_word_is_missed_only_in_a_letter_that_holds_english() {
    let rule = RULE.replace("[forbid]", "[require]");
    let run = |rule: &str, body: &str| {
        let letter = format!("Dear Ms Okafor,\n\n{body}\n\nBest,\nAna\n");
        let folder = Folder::new().with("no-circling.toml", rule).with("a.md", letter);
        folder.run(&["-f", "concise", "--select", "no-circling", "--rules", "no-circling.toml", "a.md"]).out
    };
    assert!(run(&rule, "I shipped 3 tools.").contains("[no-circling]"));
    assert_eq!(run(&rule, "Drei Werkzeuge ausgeliefert."), "");
    let any = format!("any_language = true\n{rule}");
    assert!(run(&any, "Drei Werkzeuge ausgeliefert.").contains("[no-circling]"));
}

/// The rule files of tests/rules, by name.
fn example_rules() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap()))
        .collect()
}

#[test]
fn rules_of_many_kinds_are_said_in_at_most_twelve_lines_with_three_examples_each_way() {
    let rules = example_rules();
    assert!(rules.len() >= 22, "{}", rules.len());
    for (name, text) in &rules {
        let head = text.split("\n[[bad]]").next().unwrap();
        assert!(head.trim().lines().count() <= 12, "{name} has more lines");
        assert!(
            ["[[bad]]", "[[good]]"].iter().all(|table| text.matches(table).count() >= 3),
            "{name} has too few examples"
        );
    }
}

#[test]
fn rules_of_many_kinds_find_their_bad_examples_and_not_their_good_ones() {
    let rules = example_rules();
    let folder = rules.iter().fold(Folder::new(), |folder, (name, text)| folder.with(&format!("rules/{name}"), text));
    let run = folder.run(&["test", "rules"]).ends(0);
    assert!(run.out.contains(&format!("{} rules", rules.len())) && run.out.contains(" 0 failed"), "{}", run.out);
}

#[test]
fn a_key_without_effect_where_it_is_ends_with_2_and_says_why() {
    let of = |tables: &str| refusal(&RULE.replace("[forbid]\nphrases = [\"circle back\"]", tables));
    for (tables, wanted) in [
        (
            "[limit]\nmeasure = \"words\"\neach = \"sentence\"\nat_most = 20",
            "`each` has no effect beside `measure = \"words\"`",
        ),
        ("[limit]\nmeasure = \"words\"\nphrases = \"x\"\nat_most = 20", "`phrases` has no effect beside"),
        ("[forbid]\nphrases = \"x\"\ndistinct = true", "`distinct` has no effect in [forbid]"),
        ("[forbid]\nphrases = \"x\"\nslack = 3", "`slack` has no effect in [forbid]"),
        ("[limit]\nphrases = \"x\"\nweak = true\nat_most = 1", "`weak` is about numbers"),
        ("[limit]\nphrases = \"x\"\nat_least = 3\nat_most = 1", "no count is at least 3 and at most 1"),
        (
            "[limit]\nphrases = \"x\"\neach = \"sentence\"\npercent = true\nat_most = 120",
            "120 percent is never reached",
        ),
        ("[limit]\nphrases = \"x\"\nfloor = 50\nat_most = 1", "`floor` has no effect without `per_100_words`"),
        ("[limit]\nphrases = \"x\"\nraw = true\nat_most = 1", "`raw` is about patterns"),
        (
            "[limit]\nphrases = \"x\"\nmore_than = { phrases = \"y\" }\nat_most = 1",
            "`more_than` has an effect in [require] only",
        ),
    ] {
        let error = of(tables);
        assert!(error.contains(wanted), "{tables}: {error}");
    }
    let signature = RULE.replace("scope = \"body\"", "scope = \"signature\"");
    let counted = "[limit]\nmeasure = \"sentences\"\nat_most = 2";
    let error = refusal(&signature.replace("[forbid]\nphrases = [\"circle back\"]", counted));
    assert!(error.contains("counts in the body only, not in scope \"signature\""), "{error}");
}
