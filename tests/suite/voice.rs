//! What users read is plain English: short sentences, standard terms, none of the wordings of `tests/voice.txt`.

use crate::run::Folder;
use regex::{Regex, RegexBuilder};
use std::fs;
use std::path::{Path, PathBuf};

/// Most words of a sentence.
const LONGEST: usize = 20;

const WORDINGS: &str = include_str!("../voice.txt");

/// Core and extended rules that are about technology, and whose helps may speak of it.
const ABOUT_TECHNOLOGY: [&str; 3] = ["technology-dump", "technology-spelling", "polyglot-claim"];

/// A wording that users should not meet.
struct Wording {
    line: &'static str,
    pattern: Regex,
    example: &'static str,
    better: &'static str,
}

/// A text that users read, and where it is.
struct Text {
    place: String,
    key: String,
    words: String,
}

/// The wordings of one part of the list.
fn wordings(part: &str) -> Vec<Wording> {
    let (_, rest) = WORDINGS.split_once(&format!("\n## {part}\n")).unwrap();
    let lines = rest.split("\n## ").next().unwrap().lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let [pattern, example, better] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
            let edge = |c: Option<char>| if c.is_some_and(|c| c.is_alphanumeric() || c == '(') { r"\b" } else { "" };
            let end = if pattern.ends_with('%') { "" } else { r"\b" };
            let pattern = format!("{}(?:{pattern}){end}", edge(pattern.chars().next()));
            let pattern = RegexBuilder::new(&pattern).case_insensitive(true).build().unwrap();
            Wording { line, pattern, example, better }
        })
        .collect()
}

/// `text` without its code and its quotations, which are phrases and examples.
fn own_words(text: &str) -> String {
    let code = Regex::new(r"(?s)```.*?```|`[^`]*`|--[a-z][a-z-]*|\b[\w-]+\.(?:md|txt|html|toml|json)\b").unwrap();
    let quotation = Regex::new(r#""[^"]*"|“[^”]*”"#).unwrap();
    quotation.replace_all(&code.replace_all(text, "code"), "quotation").replace("figure of speech", "idiom")
}

/// The sentences of `text`; a quotation or a piece of code in it is part of its sentence.
fn sentences(text: &str) -> Vec<String> {
    let end = Regex::new(r#"[.!?]["')]*\s+(?P<next>["(`A-Z0-9{]|letterlint )"#).unwrap();
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    let mut start = 0;
    for next in end.captures_iter(&joined) {
        let next = next.name("next").unwrap().start();
        // The quotation that begins here may go on with the sentence: "I led it. We won" is one thing that is said.
        if joined[start..next].matches('"').count() % 2 == 0 {
            found.push(joined[start..next].trim().to_owned());
            start = next;
        }
    }
    found.push(joined[start..].to_owned());
    found
}

fn word_count(sentence: &str) -> usize {
    let code = Regex::new("`[^`]*`").unwrap();
    code.replace_all(sentence, "code").split_whitespace().count()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

/// What rules, packs and word lists say of themselves and of a finding.
fn rule_texts() -> Vec<Text> {
    let mut paths = Vec::new();
    files(&root().join("rules"), ".toml", &mut paths);
    let mut texts = Vec::new();
    for path in paths {
        let place = path.strip_prefix(root().join("rules")).unwrap().to_string_lossy().replace('\\', "/");
        let table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        collect(&toml::Value::Table(table), "", &place, &mut texts);
    }
    texts
}

fn collect(value: &toml::Value, key: &str, place: &str, texts: &mut Vec<Text>) {
    let is_read = ["message", "help", "why", "instead", "about", "missing", "title"].contains(&key);
    match value {
        toml::Value::String(text) if is_read => {
            texts.push(Text { place: place.to_owned(), key: key.to_owned(), words: text.clone() });
        }
        toml::Value::Array(all) if !["bad", "good"].contains(&key) => {
            for one in all {
                collect(one, key, place, texts);
            }
        }
        // Below `help` each key is a rule, and each text the help for it.
        toml::Value::Table(table) => {
            for (name, one) in table {
                collect(one, if key == "help" { key } else { name }, place, texts);
            }
        }
        _ => {}
    }
}

/// Each wording that one of `texts` contains.
fn found(wordings: &[Wording], texts: &[Text]) -> Vec<String> {
    let mut all = Vec::new();
    for Text { place, key, words } in texts {
        let own = own_words(words);
        for wording in wordings {
            if let Some(hit) = wording.pattern.find(&own) {
                all.push(format!("{place}, {key}: \"{}\"; write: {}", hit.as_str(), wording.better));
            }
        }
    }
    all
}

fn assert_none(all: &[String]) {
    assert!(all.is_empty(), "{} wordings of tests/voice.txt:\n{}", all.len(), all.join("\n"));
}

#[test]
fn each_wording_is_found_in_the_text_that_shows_it() {
    for part in ["everywhere", "core"] {
        let all = wordings(part);
        assert!(all.len() > 15, "{part}");
        for wording in all {
            assert!(wording.pattern.is_match(&own_words(wording.example)), "{}", wording.line);
            assert!(!wording.pattern.is_match(wording.better), "the better one has it too: {}", wording.line);
        }
    }
}

#[test]
fn quotations_and_code_are_nobodys_wording() {
    let text = |text: &str| vec![Text { place: "a".into(), key: "help".into(), words: text.into() }];
    let all = wordings("everywhere");
    assert!(found(&all, &text("Write \"no figure\", then `figure`.")).is_empty());
    assert_eq!(found(&all, &text("Write no Figure.")).len(), 1);
    assert_eq!(found(&all, &text("{count} % of it")).len(), 1);
}

#[test]
fn sentences_are_counted_as_they_are_read() {
    assert_eq!(
        sentences("Cut it. letterlint says \"no. No.\" once. \"Why\" is\nnext."),
        ["Cut it.", "letterlint says \"no. No.\" once.", "\"Why\" is next."]
    );
    assert_eq!(word_count("Write `a b c` there."), 3);
}

#[test]
fn rules_have_none_of_the_wordings() {
    let texts = rule_texts();
    assert!(texts.iter().filter(|text| text.key == "message").count() > 170, "the rules are read");
    assert!(texts.iter().any(|text| text.key == "instead") && texts.iter().any(|text| text.key == "missing"));
    assert_none(&found(&wordings("everywhere"), &texts));
}

#[test]
fn no_sentence_of_a_rule_is_longer_than_twenty_words() {
    let mut long = Vec::new();
    for Text { place, key, words } in rule_texts() {
        let sentences = sentences(&words);
        let too_long = sentences.iter().filter(|sentence| word_count(sentence) > LONGEST);
        long.extend(too_long.map(|sentence| format!("{place}, {key}: {sentence}")));
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn messages_and_helps_are_one_whole_sentence() {
    let whole = Regex::new(r#"^[A-Z0-9"{`].*[.?!]["')]*$"#).unwrap();
    let mut wrong = Vec::new();
    for Text { place, key, words } in rule_texts() {
        if ["message", "help", "instead", "missing"].contains(&key.as_str())
            && (!whole.is_match(&words) || sentences(&words).len() > 1)
        {
            wrong.push(format!("{place}, {key}: {words}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The text of each option and command, a paragraph each.
fn help_texts() -> Vec<Text> {
    let folder = Folder::new();
    let help = |args: &[&str]| folder.run(args).ends(0).out;
    let main = help(&["--help"]);
    let commands = main.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names: Vec<&str> = names.filter(|name| !name.is_empty() && *name != "help").collect();
    assert!(names.len() > 10, "{names:?}");
    let pages = names.iter().map(|name| ((*name).to_owned(), help(&[name, "--help"])));
    let mut texts = Vec::new();
    for (name, page) in pages.chain([("letterlint".to_owned(), main.clone())]) {
        let indent = |line: &str| line.len() - line.trim_start().len();
        // What goes on in the next line is indented as deep.
        let mut before = usize::MAX;
        for line in page.lines() {
            let goes_on = indent(line) == before && before >= 10 && !line.trim().is_empty() && !line.contains("- ");
            before = if line.trim().is_empty() { usize::MAX } else { indent(line) };
            match texts.last_mut() {
                Some(Text { words, .. }) if goes_on => {
                    words.push(' ');
                    words.push_str(line.trim());
                }
                _ => texts.push(Text { place: name.clone(), key: "--help".to_owned(), words: line.trim().to_owned() }),
            }
        }
    }
    texts
}

/// Descriptions that editors show while somebody writes a settings or rule file.
fn schema_texts() -> Vec<Text> {
    fn collect(value: &serde_json::Value, place: &str, texts: &mut Vec<Text>) {
        if let Some(words) = value.get("description").and_then(serde_json::Value::as_str) {
            texts.push(Text { place: place.to_owned(), key: "description".to_owned(), words: words.to_owned() });
        }
        let below: Vec<&serde_json::Value> = match value {
            serde_json::Value::Object(table) => table.values().collect(),
            serde_json::Value::Array(all) => all.iter().collect(),
            _ => Vec::new(),
        };
        for one in below {
            collect(one, place, texts);
        }
    }
    let mut texts = Vec::new();
    for name in ["rules/settings.schema.json", "rules/rule.schema.json"] {
        let schema = fs::read_to_string(root().join(name)).unwrap();
        collect(&serde_json::from_str(&schema).unwrap(), name, &mut texts);
    }
    texts
}

/// Parts of the program whose strings are for users; in the others they are words that letters are searched for.
const SPEAKING: [&str; 9] = [
    "src/cli",
    "src/settings",
    "src/suppress",
    "src/report",
    "src/rule",
    "src/nearest.rs",
    "src/proof.rs",
    "src/source.rs",
    "src/toml_file.rs",
];

/// Parts that are being reworded.
const LATER: [&str; 3] = ["src/cli/ready", "src/report/full", "src/report/skim"];

/// The strings of the program that are sentences or pieces of one.
fn program_texts() -> Vec<Text> {
    let mut paths = Vec::new();
    files(&root().join("src"), ".rs", &mut paths);
    let mut texts = Vec::new();
    for path in paths {
        let place = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let is_of = |folders: &[&str]| folders.iter().any(|folder| place.starts_with(folder));
        if !is_of(&SPEAKING) || is_of(&LATER) || place.ends_with("tests.rs") {
            continue;
        }
        let code = fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]\nmod ").next().unwrap();
        for words in strings(code).into_iter().filter(|words| words.split_whitespace().count() > 2) {
            texts.push(Text { place: place.clone(), key: "string".to_owned(), words });
        }
    }
    texts
}

/// The string literals of Rust code; comments and characters are passed over.
fn strings(code: &str) -> Vec<String> {
    let token =
        Regex::new(r###"//[^\n]*|'(?:\\[^']+|[^'\\])'|r##?"(?s:.*?)"##?|r"[^"]*"|"((?s:\\.|[^"\\])*)""###).unwrap();
    let line_end = Regex::new(r"\\\n\s*").unwrap();
    let literals = token.captures_iter(code).filter_map(|found| found.get(1));
    literals.map(|text| line_end.replace_all(text.as_str(), "").replace("\\\"", "\"").replace("\\n", "\n")).collect()
}

#[test]
fn options_and_commands_have_none_of_the_wordings() {
    let texts = help_texts();
    assert!(texts.iter().any(|text| text.words.contains("--redact")), "options are read");
    assert_none(&found(&wordings("everywhere"), &texts));
}

#[test]
fn no_sentence_of_an_option_is_longer_than_twenty_words() {
    let texts = help_texts();
    let sentences = texts.iter().flat_map(|text| sentences(&text.words).into_iter().map(|one| (&text.place, one)));
    let long: Vec<_> = sentences.filter(|(_, sentence)| word_count(sentence) > LONGEST).collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn what_editors_show_has_none_of_the_wordings() {
    let texts = schema_texts();
    assert!(texts.len() > 100);
    assert_none(&found(&wordings("everywhere"), &texts));
}

#[test]
fn strings_of_the_program_have_none_of_the_wordings() {
    assert_eq!(strings("a(\"one \\\"two\\\"\\\n   three\") // \"no\"\n'\"' r\"raw\""), ["one \"two\"three"]);
    let texts = program_texts();
    assert!(texts.len() > 200, "{}", texts.len());
    assert_none(&found(&wordings("everywhere"), &texts));
}

#[test]
fn a_nurse_is_told_nothing_that_only_engineers_know() {
    let mut texts = rule_texts();
    texts.retain(|text| {
        let (pack, file) = text.place.split_once('/').unwrap_or_default();
        let is_technical = ABOUT_TECHNOLOGY.iter().any(|rule| file == format!("{rule}.toml"));
        ["core", "extended"].contains(&pack) && !is_technical && text.key != "why"
    });
    assert!(texts.len() > 200);
    assert_none(&found(&wordings("core"), &texts));
}
