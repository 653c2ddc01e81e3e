//! The phrase language, row by row, as rules use it.

use letterlint::application::{Application, Name};
use letterlint::check::{Options, check_against};
use letterlint::letter::{Format, Letter};
use letterlint::rule::{Compiled, File, RuleSet};
use letterlint::source::Source;
use std::path::Path;

fn read(table: &str) -> Result<RuleSet, String> {
    let text = format!(
        "severity = \"warning\"\nscope = \"body\"\nmessage = \"{{match}}|{{instead}}\"\nhelp = \"Mend it.\"\n{table}\n\
         [[bad]]\ntext = \"x\"\n[[good]]\ntext = \"y\"\n"
    );
    let fruit = "about = \"Fruit\"\nterms = [\"(ripe)? pear(s)?\", { term = \"plum*\", also = [\"damson\"] }]\nexact = [\"KIWI\"]\n";
    let files =
        [File::new(Path::new("vocabulary/fruit.toml"), fruit.to_owned()), File::new(Path::new("trial.toml"), text)];
    let mut compiled = Compiled::default();
    compiled.add(&files).map_err(|errors| errors[0].to_string())?;
    Ok(RuleSet::new(compiled))
}

fn application() -> Application {
    Application {
        company: Name::new("Hale & Quill"),
        position: Some("Data Engineer".to_owned()),
        recipient: Some("Ngozi Okafor".to_owned()),
        ..Application::default()
    }
}

fn messages(table: &str, body: &str, application: &Application) -> Vec<String> {
    let rules = read(table).unwrap();
    let letter = Letter::read(Source::new(format!("Dear team,\n\n{body}\n\nBest,\nAna\n")), Format::Markdown);
    let checked = check_against(&letter, &rules, &Options::default(), application);
    checked.diagnostics.into_iter().map(|one| one.message).collect()
}

/// What the phrase finds in `body`.
#[track_caller]
fn found(phrase: &str, body: &str) -> Vec<String> {
    let found = messages(&format!("[forbid]\nphrases = ['''{phrase}''']"), body, &application());
    found.into_iter().map(|message| message.trim_end_matches('|').to_owned()).collect()
}

#[test]
fn one_of_several_is_enough_and_groups_nest() {
    let phrase = "(happy|(very )glad|so (very|truly) pleased) to share";
    let body =
        "I am happy to share it. I am very glad to share it, and so truly pleased to share it. I am to share it.";
    assert_eq!(found(phrase, body), ["happy to share", "very glad to share", "so truly pleased to share"]);
}

#[test]
fn a_phrase_finds_its_contractions_and_what_they_stand_for() {
    let body =
        "I am eager to go. I'm eager to stay. You would have seen it; you would've, and you'd have. We cannot wait.";
    assert_eq!(found("I am eager to", body), ["I am eager to", "I'm eager to"]);
    assert_eq!(found("I'm eager to", body), ["I am eager to", "I'm eager to"]);
    assert_eq!(found("you would have", body), ["You would have", "you would've", "you'd have"]);
    assert_eq!(found("we can't wait", body), ["We cannot wait"]);
    assert_eq!(found("I am ..2 to", body), ["I am eager to", "I'm eager to"]);
}

#[test]
fn a_possessive_and_an_exact_phrase_are_no_contractions() {
    assert!(found("the company is", "I read the company's blog.").is_empty());
    assert!(found("=I am", "I'm here.").is_empty());
}

#[test]
fn a_group_with_a_question_mark_may_be_missing_and_other_question_marks_are_themselves() {
    assert_eq!(
        found("(very)? passionate about", "I am passionate about it; very passionate about it."),
        ["passionate about", "very passionate about"]
    );
    assert_eq!(found("the secret?", "The secret? A cache. The secret is out."), ["The secret?"]);
}

#[test]
fn a_star_takes_any_ending_of_its_word_anywhere_in_the_phrase() {
    assert_eq!(
        found("solution* for you", "I sell solutions for you, a solution for you."),
        ["solutions for you", "solution for you"]
    );
    assert_eq!(found("solution*", "Resolutions and solutioneering."), ["solutioneering"]);
}

#[test]
fn a_gap_holds_up_to_its_number_of_words_and_as_few_as_it_can() {
    let phrase = "strong ..2 (background|background in tools)";
    assert_eq!(found(phrase, "A strong background."), ["strong background"]);
    assert_eq!(found(phrase, "A strong, well-made technical background."), ["strong, well-made technical background"]);
    assert_eq!(found(phrase, "A strong team with a background."), Vec::<String>::new());
    assert_eq!(
        found("strong ..9 background", "A strong, strong background, a background."),
        ["strong, strong background"]
    );
    assert_eq!(found(phrase, "A strong background in tools."), ["strong background in tools"]);
}

#[test]
fn a_gap_without_a_number_reaches_to_the_end_of_the_sentence_and_no_farther() {
    let phrase = "call .. suits";
    assert_eq!(
        found(phrase, "A call on any day of the coming week that suits you."),
        ["call on any day of the coming week that suits"]
    );
    assert_eq!(found(phrase, "I will call. What suits you?"), Vec::<String>::new());
    assert_eq!(found("a ..1 b ..1 c", "a x b y y b z c. a b c."), ["a b c"]);
}

#[test]
fn no_mark_is_skipped_between_the_words_of_a_phrase() {
    assert_eq!(
        found("team player", "A team, player. A team-player and a team\nplayer."),
        ["team-player", "team player"]
    );
    assert_eq!(found("{number} team", "12, team. 12 team."), ["12 team"]);
}

#[test]
fn a_name_in_braces_is_any_entry_of_a_words_file() {
    assert_eq!(
        found("a {fruit} tree", "A pear tree, a ripe pears tree, a plumy tree, a damson tree, a KIWI tree."),
        ["A pear tree", "a ripe pears tree", "a plumy tree", "a damson tree", "a KIWI tree"]
    );
    assert_eq!(found("({fruit}|fig) jam", "A kiwi jam; fig jam, pear jam."), ["fig jam", "pear jam"]);
    assert_eq!(found("my ..3 {fruit}", "My own two old pears."), ["My own two old pears"]);
}

#[test]
fn a_number_has_its_sign_its_currency_and_its_size_and_not_what_it_counts() {
    let body = "I cut 40% of 12 jobs, saved $3.2 million a year and two hundred pages.";
    assert_eq!(found("{number}", body), ["40%", "12", "$3.2 million", "two hundred"]);
    assert_eq!(found("saved {number} a year", body), ["saved $3.2 million a year"]);
}

#[test]
fn a_name_has_capitals_and_is_not_the_first_word_of_a_sentence() {
    assert_eq!(
        found("worked at {name}", "I worked at Aldertree Data for a year; I worked at home."),
        ["worked at Aldertree Data"]
    );
    assert_eq!(found("{name} team", "The team and the Payments team met. I team up."), ["Payments team"]);
}

#[test]
fn the_names_of_the_application_are_known_by_their_names() {
    let body = "I write to Hale & Quill as Data Engineer, for Okafor. Hale & Quill's tools.";
    assert_eq!(found("to {company} as {position}", body), ["to Hale & Quill as Data Engineer"]);
    assert_eq!(found("for {recipient}", body), ["for Okafor"]);
    let own = messages("[forbid]\nphrases = [\"{company}'s tools\"]", body, &application());
    assert_eq!(own, ["Hale & Quill's tools|"]);
}

#[test]
fn where_a_name_is_not_known_nothing_is_found_and_nothing_is_missed() {
    let unknown = Application::default();
    let table = "phrases = [\"to {company}\", \"to the team\"]";
    assert_eq!(messages(&format!("[forbid]\n{table}"), "I write to the team.", &unknown), ["to the team|"]);
    assert_eq!(messages(&format!("[require]\n{table}"), "I write to nobody.", &unknown), Vec::<String>::new());
    assert_eq!(messages(&format!("[require]\n{table}"), "I write to nobody.", &application()).len(), 1);
    assert_eq!(messages(&format!("[limit]\nat_most = 0\n{table}"), "I write to the team.", &unknown).len(), 0);
}

#[test]
fn an_equals_sign_asks_for_exactly_this_case() {
    assert_eq!(found("=ACME GmbH", "Acme GmbH, ACME GmbH and acme gmbh."), ["ACME GmbH"]);
    assert_eq!(
        found("write (=Go|rust) code", "I write Go code, write go code, write Rust code."),
        ["write Go code", "write Rust code"]
    );
}

#[test]
fn a_caret_asks_for_the_start_of_a_sentence() {
    let body = "Ever since school I code. (Ever since then, ever since today.)\n\n- ever since a list";
    assert_eq!(found("^ever since", body), ["Ever since", "Ever since", "ever since"]);
    assert_eq!(found("^(I|we) ..1 think", "We think. I often think. So I think."), ["We think", "I often think"]);
}

#[test]
fn signs_are_written_in_braces() {
    assert_eq!(found("pear{(}s{)}", "Any pear(s)?"), ["pear(s)"]);
    assert_eq!(found("a {|} b", "a | b"), ["a | b"]);
}

#[test]
fn the_leftmost_match_of_a_list_wins_and_then_the_longest() {
    let table = "[forbid]\nphrases = ['thrilled', 'I am thrilled at the prospect of', 'thrilled ..2 prospect']";
    assert_eq!(
        messages(table, "I am thrilled at the prospect of it.", &application()),
        ["I am thrilled at the prospect of|"]
    );
}

#[test]
fn exceptions_are_phrases_of_the_same_language() {
    let table = "[forbid]\nphrases = [\"background\"]\nexcept = [\"strong ..2 background\"]";
    let body = "A strong technical background and a background.";
    assert_eq!(messages(table, body, &application()), ["background|"]);
}

#[test]
fn a_list_of_nothing_but_gaps_takes_no_words_of_other_lists() {
    let table =
        "[forbid]\nphrases = [\"a ..1 b\"]\nexcept = [\"c ..1 d\"]\n[[unless]]\nphrases = [\"e ..1 f\", \"{number}\"]";
    assert_eq!(messages(table, "Here a b, there c d, and then e f.", &application()), Vec::<String>::new());
    assert_eq!(messages(table, "Here a b, there c d.", &application()), ["a b|"]);
}

#[test]
fn a_phrase_with_gaps_may_say_what_to_write_instead() {
    let table = "[forbid]\nphrases = [{ phrase = \"in (a|one) ..2 time\", instead = \"soon\" }]";
    assert_eq!(messages(table, "I start in a short time.", &application()), ["in a short time|soon"]);
}

#[test]
fn a_phrase_that_cannot_be_is_refused_with_line_character_and_cure() {
    let refused = |phrase: &str| read(&format!("[forbid]\nphrases = [\n  \"fine\",\n  '{phrase}',\n]")).unwrap_err();
    for (phrase, column, with) in [
        (r"\bword", 1, "a backslash has no meaning"),
        ("a * of", 3, "write `..` for words"),
        ("a (b", 3, "never closed"),
        ("a | b", 3, "inside ( )"),
        ("a ..12 b", 3, "1 to 9"),
    ] {
        let said = refused(phrase);
        assert!(said.starts_with("trial.toml:8:"), "{said}");
        assert!(said.contains(&format!("\"{phrase}\", character {column}: ")) && said.contains(with), "{said}");
    }
    let said = refused("a {friut}");
    assert!(said.contains("there is no words file `friut`; did you mean `fruit`?"), "{said}");
}

#[test]
fn hostile_phrases_are_refused_or_linear() {
    let said = |phrase: &str| read(&format!("[forbid]\nphrases = ['''{phrase}''']")).err().unwrap_or_default();
    assert!(said(&"(a|b)".repeat(1000)).contains("more than 500 spellings"));
    assert!(said(&format!("{}a{}", "(".repeat(1000), ")".repeat(1000))).contains("nested too deep"));
    assert!(said(&format!("({})", vec!["{fruit} x"; 200].join("|"))).contains("write two phrases"));

    // Each start could reach each later word: the nearest is enough.
    let gaps = format!("[forbid]\nphrases = ['{}']", vec!["a"; 40].join(" .. "));
    assert_eq!(messages(&gaps, &"a ".repeat(100_000), &application()).len(), 2500);
}
