//! What users read is plain English: short sentences, standard terms, none of the wordings of `tests/voice.txt`.

mod texts;

use regex::{Regex, RegexBuilder};
use texts::{Text, document_texts, help_texts, program_texts, rule_texts, schema_texts, strings, written_texts};

/// Most words of a sentence.
const LONGEST: usize = 20;

const WORDINGS: &str = include_str!("../../voice.txt");

/// Core and extended rules that are about technology, and whose helps may speak of it.
const ABOUT_TECHNOLOGY: [&str; 3] = ["technology-dump", "technology-spelling", "polyglot-claim"];

/// A wording that users should not meet.
struct Wording {
    line: &'static str,
    pattern: Regex,
    example: &'static str,
    better: &'static str,
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

#[test]
fn documents_have_none_of_the_wordings() {
    let texts = document_texts();
    assert!(texts.len() > 10);
    assert_none(&found(&wordings("everywhere"), &texts));
}

#[test]
fn files_that_letterlint_writes_have_none_of_the_wordings() {
    let texts = written_texts();
    assert!(texts.iter().any(|text| text.place.ends_with("letterlint.toml")) && texts.len() > 10);
    assert_none(&found(&wordings("everywhere"), &texts));
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
