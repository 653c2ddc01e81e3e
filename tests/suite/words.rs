//! Words are data: lists stand in `rules/words/`, and code names them.

use super::layers::sources;
use regex::Regex;
use std::collections::BTreeSet;

/// Files and folders of src/letter/ that still hold lists of words. It only shrinks: what holds none is taken out.
const PENDING: [&str; 0] = [];

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
    let run = Regex::new(&format!("{word}(?:{between}{word}){{2,}}")).unwrap();
    run.find_iter(text).map(|found| found.as_str().to_owned()).collect()
}

#[test]
fn no_list_of_words_stands_in_code() {
    let tests = test_modules();
    let mut pending: BTreeSet<&str> = PENDING.into_iter().collect();
    let mut found = Vec::new();
    for (name, text) in &sources() {
        let path = name.as_str();
        let stem = name.trim_end_matches(".rs").trim_end_matches("/mod");
        if tests.iter().any(|module| stem == module || stem.starts_with(&format!("{module}/"))) {
            continue;
        }
        let held = lists(&code(text));
        if held.is_empty() {
            continue;
        }
        match PENDING.iter().find(|known| path.starts_with(*known)) {
            Some(known) => {
                pending.remove(known);
            }
            None => found.push(format!("src/{name}: {}", held.iter().map(|list| list.replace("\n", " ").split_whitespace().collect::<Vec<_>>().join(" ").chars().take(150).collect::<String>()).collect::<Vec<_>>().join("\n      "))),
        }
    }
    assert!(
        found.is_empty(),
        "put these lists into rules/words/ and look them up by `words::List`:\n{}",
        found.join("\n")
    );
    assert!(pending.is_empty(), "no list of words is left in {pending:?}; take it out of PENDING");
}

#[test]
fn a_list_is_seen_in_every_shape() {
    for list in [
        r#"["of", "in", "at"]"#,
        r#"matches!(word, "of" | "in" | "at")"#,
        r#"any_of!(word; "of" "in" "at")"#,
        r#"[("two", 2), ("three", 3), ("four", 4)]"#,
        "\"two\" => 2,\n        \"three\" => 3,\n        \"four\" => 4,",
    ] {
        assert_eq!(lists(list).len(), 1, "{list}");
    }
    for none in [r#"matches!(word, "of" | "in")"#, r#"["[", "](", "->"]"#, r#"f("a", x); g("b", y); h("c", z)"#] {
        assert!(lists(none).is_empty(), "{none}");
    }
}
