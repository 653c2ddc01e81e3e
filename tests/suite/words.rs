//! Words are data: lists are files in `rules/words/`, and code names them.

use super::layers::sources;
use regex::Regex;
use std::collections::BTreeSet;

/// Files that have names in a row, and what these are names of.
const NAMES: [(&str, &str); 22] = [
    ("application/files.rs", "files"),
    ("application/page.rs", "HTML elements"),
    ("check/message.rs", "blanks of messages"),
    ("cli/args/check.rs", "options"),
    ("cli/args/help.rs", "commands"),
    ("cli/args/refuse.rs", "severities"),
    ("cli/files.rs", "formats"),
    ("cli/letters.rs", "formats"),
    ("cli/new/mod.rs", "formats"),
    ("cli/new/proof.rs", "packs"),
    ("cli/ready/around.rs", "formats"),
    ("front_matter/mod.rs", "keys"),
    ("front_matter/value.rs", "keys"),
    ("lists.rs", "files"),
    ("report/own.rs", "keys"),
    ("rule/build/matcher.rs", "values"),
    ("rule/build/mod.rs", "blanks of messages"),
    ("rule/file/either/mod.rs", "values"),
    ("settings/keys.rs", "keys"),
    ("settings/names.rs", "values"),
    ("settings/read/rules.rs", "values"),
    ("toml_file.rs", "types"),
];

/// The code of a file: without comments and tests, and without doc comments.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let lines = text[..end].lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// Modules that are compiled for tests only, by their path below src/, without an ending.
fn test_modules() -> BTreeSet<String> {
    let declared = Regex::new(r"#\[cfg\(test\)\]\nmod (\w+);").unwrap();
    let modules = sources().into_iter().flat_map(|(name, text)| {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let names = declared.captures_iter(&text).map(|found| found[1].to_owned()).collect::<Vec<_>>();
        names.into_iter().map(move |name| format!("{folder}/{name}"))
    });
    modules.collect()
}

/// Three words in a row: in an array, in alternatives, in a macro, as first of pairs, or as patterns of arms.
fn lists(text: &str) -> Vec<String> {
    let word = r#"\(?"[\p{L}][\p{L}'. -]*""#;
    let between = r"(?:,\s*[\w.]+\))?\s*(?:=>[^\n]*)?[|,]?\s*";
    let run = format!("{word}(?:{between}{word}){{2,}}");
    // And in one text, apart by blanks.
    let blanks = r#"" (?:[\p{L}]+ (?:\\\s+)?){3,}""#;
    let all = Regex::new(&format!("{run}|{blanks}")).unwrap();
    all.find_iter(text).map(|found| found.as_str().to_owned()).collect()
}

#[test]
fn no_list_of_words_stands_in_code() {
    let tests = test_modules();
    let mut unused: BTreeSet<&str> = NAMES.iter().map(|(file, _)| *file).collect();
    let mut found = Vec::new();
    for (name, text) in &sources() {
        let stem = name.trim_end_matches(".rs").trim_end_matches("/mod");
        if tests.iter().any(|module| stem == module || stem.starts_with(&format!("{module}/"))) {
            continue;
        }
        let lists = lists(&code(text));
        if !lists.is_empty() && !unused.remove(name.as_str()) {
            found.extend(lists.iter().map(|list| format!("src/{name}: {list}")));
        }
    }
    assert!(
        found.is_empty(),
        "put these lists into rules/words/ and look them up by `words::List`, or say in NAMES what they name:\n{}",
        found.join("\n")
    );
    assert!(unused.is_empty(), "there are no names in a row in {unused:?}; take it out of NAMES");
}

#[test]
fn a_list_is_seen_in_every_shape() {
    for list in [
        r#"["of", "in", "at"]"#,
        r#"matches!(word, "of" | "in" | "at")"#,
        r#"any_of!(word; "of" "in" "at")"#,
        r#"[("two", 2), ("three", 3), ("four", 4)]"#,
        r#"const SMALL: &str = " of in at ";"#,
        "\"two\" => 2,\n        \"three\" => 3,\n        \"four\" => 4,",
    ] {
        assert_eq!(lists(list).len(), 1, "{list}");
    }
    for none in [r#"matches!(word, "of" | "in")"#, r#"["[", "](", "->"]"#, r#"f("a", x); g("b", y); h("c", z)"#] {
        assert!(lists(none).is_empty(), "{none}");
    }
}
