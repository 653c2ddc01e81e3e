//! What README.md and docs/ show is what happens: commands run, output is printed so, files are taken, links lead
//! somewhere.
//!
//! A `console` block holds commands after `$` and exactly what they print; `LETTERLINT_BLESS=1` writes the output anew.
//! In a `sh` block each line that starts with `letterlint` is run. A comment such as `# exit code 1` after a command
//! says how it ends; without one, a command in `console` ends with 0 and one in `sh` with 0 or 1.

use crate::run::{Folder, Run};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Lines that a document may have; the generated ones have as many as there are rules.
const LONGEST: usize = 200;

/// The day on which the letters in the examples are sent: 16 March 2026.
const DAY: (&str, &str) = ("SOURCE_DATE_EPOCH", "1773619200");

/// A fenced block of a document.
struct Block<'a> {
    language: &'a str,
    text: &'a str,
    line: usize,
}

/// Every document that users read, by its path below the repository's root.
fn documents() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(Path::new(ROOT).join("docs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| format!("docs/{}", path.file_name().unwrap().to_string_lossy()))
        .collect();
    names.push("README.md".to_owned());
    names.sort();
    names
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(name)).unwrap()
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize, usize)> = None;
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if let Some(language) = line.strip_prefix("```") {
            match open.take() {
                Some((language, start, line)) => found.push(Block { language, text: &text[start..at], line }),
                None => open = Some((language.trim(), at + line.len(), index + 1)),
            }
        }
        at += line.len();
    }
    assert!(open.is_none(), "a block is never closed");
    found
}

/// A folder as a document's examples find it: a job hunt in a repository, everything committed.
fn hunt(document: &str) -> Folder {
    let letters = Path::new(ROOT).join("tests/letters");
    let sample = fs::read_to_string(letters.join("sample.md")).unwrap();
    let clean = fs::read_to_string(letters.join("clean.md")).unwrap();
    let mut folder = Folder::new();
    for name in ["draft.md", "tests/letters/sample.md", "letters/acme.md"] {
        folder = folder.with(name, &sample);
    }
    for name in ["tests/letters/clean.md", "letters/globex.md"] {
        folder = folder.with(name, &clean);
    }
    if document == "docs/applications.md" || document == "docs/formats.md" {
        write_applications(&folder);
    }
    folder = folder.with("my-rules/no-salary.toml", NO_SALARY);
    folder.git(&["init", "--quiet"]);
    folder.git(&["add", "--all"]);
    folder.commit_without_hook("letters");
    folder
}

const NO_SALARY: &str = "severity = \"warning\"\nscope = \"body\"\nmessage = \"\\\"{match}\\\" is for later.\"\n\
    help = \"Cut it.\"\n[forbid]\nphrases = [\"salary\"]\n[[bad]]\ntext = \"My salary is 3.\"\n[[bad]]\n\
    text = \"A salary of 3.\"\n[[good]]\ntext = \"I sold 3.\"\n[[good]]\ntext = \"I paid 3.\"\n";

/// A repository with two applications, in one of whose letters three things are wrong.
fn write_applications(folder: &Folder) {
    let repo = Path::new(ROOT).join("tests/applications/repo");
    let names = ["letterlint.toml", "cv.md", "applications/acme/job.md", "applications/acme/letter.md"];
    for name in names.into_iter().chain(["applications/globex/letter.md"]) {
        folder.write(name, fs::read_to_string(repo.join(name)).unwrap());
    }
    let mistakes = [
        ("learn at Acme is", "learn at Globex is"),
        ("receipt store end", "receipts end"),
        ("\n16 March 2026", "\n2 March 2026"),
    ];
    let letter = folder.read("applications/acme/letter.md");
    let wrong = mistakes.iter().fold(letter.clone(), |letter, (right, wrong)| letter.replace(right, wrong));
    assert!(mistakes.iter().all(|(right, _)| letter.contains(right)), "the letter has other words");
    folder.write("applications/acme/letter.md", wrong);
}

/// Runs `command` as a shell does in which letterlint is installed.
fn run(folder: &Folder, command: &str) -> Run {
    let bin = Path::new(env!("CARGO_BIN_EXE_letterlint")).parent().unwrap().to_owned();
    let rest = std::env::split_paths(&std::env::var_os("PATH").unwrap()).collect::<Vec<PathBuf>>();
    let path = std::env::join_paths([bin].into_iter().chain(rest)).unwrap();
    folder.run_program("bash", &["-c", command], &[("PATH", path.to_str().unwrap()), DAY])
}

/// The command without its comment, and the exit code that the comment names.
fn asked(line: &str) -> (&str, Option<i32>) {
    let (command, comment) = line.split_once("  #").unwrap_or((line, ""));
    let code = comment.split_once("exit code ").map(|(_, rest)| rest[..1].parse().unwrap());
    (command.trim(), code)
}

#[test]
fn each_command_that_a_document_shows_runs() {
    for name in documents() {
        let text = read(&name);
        let folder = hunt(&name);
        for block in blocks(&text).iter().filter(|block| block.language == "sh") {
            for line in block.text.lines().filter(|line| line.starts_with("letterlint ")) {
                let (command, code) = asked(line);
                let run = run(&folder, command);
                let is_right = code.map_or(matches!(run.code, Some(0 | 1)), |code| run.code == Some(code));
                assert!(is_right, "{name}, block at line {}: {line}\n{run:#?}", block.line);
            }
        }
    }
}

#[test]
fn the_output_that_a_document_shows_is_real() {
    for name in documents() {
        let text = read(&name);
        let folder = hunt(&name);
        let mut fresh = text.clone();
        for block in blocks(&text).iter().filter(|block| block.language == "console") {
            let mut real = String::new();
            for line in block.text.lines().filter_map(|line| line.strip_prefix("$ ")) {
                let (command, code) = asked(line);
                let run = run(&folder, command).ends(code.unwrap_or(0));
                write!(real, "$ {line}\n{}{}", run.out, run.err).unwrap();
            }
            if real != block.text {
                assert!(std::env::var_os("LETTERLINT_BLESS").is_some(), "{name}, line {}:\n{real}", block.line);
                fresh = fresh.replacen(block.text, &real, 1);
            }
        }
        if fresh != text {
            fs::write(Path::new(ROOT).join(&name), fresh).unwrap();
        }
    }
}

#[test]
fn each_settings_file_and_rule_that_a_document_shows_is_taken() {
    for name in documents() {
        let text = read(&name);
        for block in blocks(&text).iter().filter(|block| block.language == "toml") {
            let Some(file) = block.text.lines().next().and_then(|line| line.strip_prefix("# ")) else { continue };
            let folder = hunt(&name).with("base.toml", "level = \"senior\"\n");
            folder.write(file, block.text);
            let asked = match file {
                "letterlint.toml" => vec!["settings", "letters/acme.md"],
                _ if file.ends_with("pack.toml") => vec!["rules", "--rules", file.split('/').next().unwrap()],
                _ => vec!["test", file],
            };
            let run = folder.run(&asked);
            assert_eq!(run.code, Some(0), "{name}, line {}: {file}\n{run:#?}", block.line);
        }
    }
}

#[test]
fn each_json_that_a_document_shows_is_json() {
    for name in documents() {
        let text = read(&name);
        for block in blocks(&text).iter().filter(|block| block.language == "json") {
            if let Err(error) = serde_json::from_str::<serde_json::Value>(block.text) {
                panic!("{name}, line {}: {error}", block.line);
            }
        }
    }
}

#[test]
fn the_json_of_ready_that_is_shown_is_an_excerpt_of_what_is_printed() {
    let name = "docs/formats.md";
    let text = read(name);
    let shown = blocks(&text).into_iter().find(|block| block.language == "json" && block.text.contains("\"to_fix\""));
    let mut shown: serde_json::Value = serde_json::from_str(shown.unwrap().text).unwrap();
    let run = run(&hunt(name), "letterlint ready --format json applications/acme/letter.md").ends(1);
    let mut real: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let items = |report: &mut serde_json::Value| report["letters"][0]["items"].as_array_mut().unwrap().split_off(0);
    let (some, all) = (items(&mut shown), items(&mut real));
    assert_eq!(shown, real);
    assert!(some.len() > 1);
    for item in some {
        let printed = all.iter().find(|one| one["name"] == item["name"]);
        assert_eq!(Some(&item), printed);
    }
}

#[test]
fn links_between_documents_lead_somewhere() {
    for name in documents().into_iter().chain(["CONTRIBUTING.md".to_owned(), "CHANGELOG.md".to_owned()]) {
        let text = read(&name);
        let folder = Path::new(ROOT).join(&name).parent().unwrap().to_owned();
        for target in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            if target.contains("://") {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let path = if file.is_empty() { Path::new(ROOT).join(&name) } else { folder.join(file) };
            assert!(path.exists(), "{name} links to {target}");
            if !anchor.is_empty() {
                let headings = fs::read_to_string(&path).unwrap();
                let has = headings.lines().any(|line| line.starts_with('#') && slug(line) == anchor);
                assert!(has, "{name} links to {target}: no such heading");
            }
        }
    }
}

/// The pieces of `text` between backticks, outside of code blocks.
fn code_spans(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|piece| piece.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn each_file_that_contributing_names_is_there() {
    let text = read("CONTRIBUTING.md");
    let is_there =
        |path: &str| ["", "src", "tests"].iter().any(|folder| Path::new(ROOT).join(folder).join(path).exists());
    // `rules/PACK/ID.toml` stands for many, `cargo bench` is no file.
    let is_file = |span: &&str| {
        let is_path = span.contains('/')
            || Path::new(span).extension().is_some_and(|ending| ending == "md" || ending == "rs")
            || span.starts_with('.');
        is_path && !span.contains([' ', '*', '<']) && !span.contains("::") && !span.contains(char::is_uppercase)
    };
    let named: Vec<&str> = code_spans(&text).into_iter().filter(is_file).collect();
    assert!(named.len() > 30, "{named:?}");
    let gone: Vec<&str> = named.into_iter().filter(|path| !is_there(path)).collect();
    assert!(gone.is_empty(), "CONTRIBUTING.md names {gone:?}");
}

#[test]
fn each_test_that_the_table_of_threats_names_is_there() {
    let text = read("CONTRIBUTING.md");
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip_while(|line| !line.starts_with("| threat"));
    let sources = sources(&Path::new(ROOT).join("tests")) + &sources(&Path::new(ROOT).join("src"));
    let is_there = |test: &str| {
        let name = test.rsplit("::").next().unwrap();
        let start = name.split('…').next().unwrap();
        Path::new(ROOT).join(format!("tests/suite/{test}.rs")).exists() || sources.contains(&format!("fn {start}"))
    };
    let mut tried = 0;
    for row in rows.skip(1).take_while(|row| !row.starts_with("| crate")) {
        let tests = row.rsplit('|').nth(1).unwrap();
        for test in code_spans(tests).into_iter().filter(|test| !test.contains('/')) {
            assert!(is_there(test), "CONTRIBUTING.md names the test {test}: {row}");
            tried += 1;
        }
    }
    assert!(tried > 20, "the table is read");
}

/// All Rust below `folder`.
fn sources(folder: &Path) -> String {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .map(|path| match path {
            path if path.is_dir() => sources(&path),
            path if path.extension().is_some_and(|ending| ending == "rs") => fs::read_to_string(path).unwrap(),
            _ => String::new(),
        })
        .collect()
}

/// The anchor that a forge makes of a heading.
fn slug(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words.chars().filter(|&character| character.is_alphanumeric() || " -_".contains(character));
    kept.collect::<String>().replace(' ', "-")
}

#[test]
fn no_document_is_longer_than_anybody_reads() {
    for name in documents().iter().filter(|name| *name != "docs/rules.md") {
        let lines = read(name).lines().count();
        assert!(lines <= LONGEST, "{name} has {lines} lines");
    }
    let lines = read("CONTRIBUTING.md").lines().count();
    assert!(lines <= 150, "CONTRIBUTING.md has {lines} lines");
}

#[test]
fn the_list_of_rules_is_fresh() {
    let run = Folder::new().run(&["rules", "--format", "markdown"]).ends(0);
    assert!(read("docs/rules.md") == run.out, "write it anew: cargo run -- rules --format markdown > docs/rules.md");
}

#[test]
fn the_schema_of_the_report_names_each_key_that_is_printed() {
    let schema: serde_json::Value = serde_json::from_str(&read("docs/report.schema.json")).unwrap();
    let folder = hunt("README.md").with("box.txt", "No greeting here.\n");
    let run = folder.run(&["--format", "json", "--show", "note", "."]).ends(1);
    names_each_key(&serde_json::from_str(&run.out).unwrap(), &schema, &schema);
}

/// Checks that `schema` names every key of `value`, and that `value` has each that it requires.
#[track_caller]
fn names_each_key(value: &serde_json::Value, schema: &serde_json::Value, root: &serde_json::Value) {
    let target = schema["$ref"].as_str().map(|name| &root["definitions"][name.rsplit('/').next().unwrap()]);
    let schema = target.unwrap_or(schema);
    if let Some(keys) = value.as_object() {
        for (key, inner) in keys {
            let known = schema["properties"].get(key).or(schema.get("additionalProperties"));
            names_each_key(inner, known.unwrap_or_else(|| panic!("the schema does not name `{key}`")), root);
        }
        for key in schema["required"].as_array().into_iter().flatten() {
            assert!(keys.contains_key(key.as_str().unwrap()), "no {key} in {value}");
        }
    }
    value.as_array().into_iter().flatten().for_each(|inner| names_each_key(inner, &schema["items"], root));
}
