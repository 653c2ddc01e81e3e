//! The texts that users read, wherever they are kept.

use crate::run::Folder;
use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

/// A text that users read, and where it is.
pub(super) struct Text {
    pub(super) place: String,
    pub(super) key: String,
    pub(super) words: String,
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
pub(super) fn rule_texts() -> Vec<Text> {
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

/// The text of each option and command, a paragraph each.
pub(super) fn help_texts() -> Vec<Text> {
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
pub(super) fn schema_texts() -> Vec<Text> {
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

/// The strings of the program that are sentences or pieces of one.
pub(super) fn program_texts() -> Vec<Text> {
    let mut paths = Vec::new();
    files(&root().join("src"), ".rs", &mut paths);
    let mut texts = Vec::new();
    for path in paths {
        let place = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let is_of = |folders: &[&str]| folders.iter().any(|folder| place.starts_with(folder));
        if !is_of(&SPEAKING) || place.ends_with("tests.rs") {
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
pub(super) fn strings(code: &str) -> Vec<String> {
    let token =
        Regex::new(r###"//[^\n]*|'(?:\\[^']+|[^'\\])'|r##?"(?s:.*?)"##?|r"[^"]*"|"((?s:\\.|[^"\\])*)""###).unwrap();
    let line_end = Regex::new(r"\\\n\s*").unwrap();
    let literals = token.captures_iter(code).filter_map(|found| found.get(1));
    literals.map(|text| line_end.replace_all(text.as_str(), "").replace("\\\"", "\"").replace("\\n", "\n")).collect()
}

/// The documents: files, and folders with all that is in them.
const DOCUMENTS: [&str; 4] = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs"];

/// The paragraphs of the documents, a table row or list item each by itself.
pub(super) fn document_texts() -> Vec<Text> {
    let mut paths = Vec::new();
    for document in DOCUMENTS.map(|document| root().join(document)) {
        if document.is_dir() { files(&document, ".md", &mut paths) } else { paths.push(document) }
    }
    let code = Regex::new(r"(?s)\n```.*?\n```").unwrap();
    let mut texts = Vec::new();
    for path in paths {
        let place = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{place}: {error}"));
        for words in code.replace_all(&text, "").split("\n\n").filter(|words| !words.trim().is_empty()) {
            texts.push(Text { place: place.clone(), key: "paragraph".to_owned(), words: words.to_owned() });
        }
    }
    texts
}

/// What letterlint writes: settings, workflows, letters.
pub(super) fn written_texts() -> Vec<Text> {
    let mut paths = Vec::new();
    for ending in [".md", ".toml", ".yml", ".yaml", ".sh"] {
        files(&root().join("src/cli"), ending, &mut paths);
    }
    let text = |path: PathBuf| Text {
        place: path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"),
        key: "file".to_owned(),
        // A key is not a word of a sentence.
        words: fs::read_to_string(&path)
            .unwrap()
            .lines()
            .filter(|line| !line.contains(" = "))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    paths.into_iter().map(text).collect()
}
