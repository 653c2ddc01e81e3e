//! Each word of the rule form does what it says.

use letterlint::check::{Options, lint};
use letterlint::letter::Format;
use letterlint::rule::{Compiled, File, Level, RuleSet};
use std::path::Path;

/// `table` as a rule of scope `scope`, with a vocabulary `fruit`.
fn rule(scope: &str, table: &str) -> RuleSet {
    let text = format!(
        "severity = \"warning\"\nscope = {scope}\nmessage = \"{{match}}|{{count}}|{{limit}}|{{matches}}|{{when}}\"\nhelp = \"Mend it.\"\n\
         {table}\n[[bad]]\ntext = \"x\"\n[[good]]\ntext = \"y\"\n"
    );
    let fruit = "about = \"Fruit\"\nterms = [{ term = \"pear\", also = [\"pears\"] }, \"plum*\"]\nexact = [\"KIWI\"]\ncommon = [\"Date\"]\n";
    let files =
        [File::new(Path::new("vocabulary/fruit.toml"), fruit.to_owned()), File::new(Path::new("trial.toml"), text)];
    let mut compiled = Compiled::default();
    compiled.add(&files).map_err(|errors| errors[0].to_string()).unwrap();
    RuleSet::new(compiled)
}

/// What findings are on.
fn found(scope: &str, table: &str, letter: &str) -> Vec<String> {
    let checked = lint(letter, Format::Markdown, &rule(scope, table), &Options::default());
    checked.diagnostics.iter().map(|one| letter[one.span.range()].to_owned()).collect()
}

fn severities(table: &str, letter: &str, options: &Options) -> Vec<&'static str> {
    let checked = lint(letter, Format::Markdown, &rule("\"body\"", table), options);
    checked.diagnostics.iter().map(|one| one.severity.name()).collect()
}

fn message(scope: &str, table: &str, letter: &str) -> String {
    lint(letter, Format::Markdown, &rule(scope, table), &Options::default()).diagnostics[0].message.clone()
}

const LETTER: &str = "Ana Ruiz, pear\n\nSubject: pear two\n\nDear Ms Pear,\n\nI like a pear. You do too.\n\n\
                      - pear one\n- no fruit\n\nA last pear here.\n\nBest pears,\nPear\n\nP.S. pear again.\n";

#[test]
fn scopes_are_where_a_rule_looks() {
    let count = |scope: &str| found(scope, "[forbid]\nphrases = [\"pear\"]", LETTER).len();
    let counts = [
        "letter",
        "header",
        "subject",
        "greeting",
        "body",
        "opening",
        "paragraph",
        "closing",
        "list",
        "bullet",
        "postscript",
    ]
    .map(|scope| (scope, count(&format!("\"{scope}\""))));
    assert_eq!(
        counts,
        [
            ("letter", 8),
            ("header", 1),
            ("subject", 1),
            ("greeting", 1),
            ("body", 3),
            ("opening", 2),
            ("paragraph", 3),
            ("closing", 1),
            ("list", 1),
            ("bullet", 1),
            ("postscript", 1)
        ]
    );
    assert_eq!(count("[\"subject\", \"greeting\"]"), 2);
}

#[test]
fn an_absence_stands_on_the_unit_that_lacks_the_thing() {
    let table = "[require]\nphrases = [\"pear\"]";
    assert_eq!(found("\"sentence\"", table, "A pear fell. A fig\ngrew. Pears too."), ["A fig\ngrew.", "Pears too."]);
}

#[test]
fn phrases_are_whole_words_in_any_case_and_layout() {
    let table = "[forbid]\nphrases = [\"team player\"]";
    let letter = "Team-Player, TEAM\nplayer, **team** player, team\u{a0}player; team players and a steam player pass. My team player's dog.";
    assert_eq!(
        found("\"body\"", table, letter),
        ["Team-Player", "TEAM\nplayer", "team** player", "team\u{a0}player", "team player"]
    );
}

#[test]
fn a_compound_is_not_its_half() {
    assert!(
        found("\"body\"", "[forbid]\nphrases = [\"only\", \"lead\"]", "A read-only store, a lead-free pipe.")
            .is_empty()
    );
}

#[test]
fn quotations_are_skipped_unless_asked_for() {
    let letter = "You say \"a pear a day\" and I say pear.";
    assert_eq!(found("\"body\"", "[forbid]\nphrases = [\"pear\"]", letter).len(), 1);
    assert_eq!(found("\"body\"", "[forbid]\nphrases = [\"pear\"]\nquoted = true", letter).len(), 2);
}

#[test]
fn a_longer_phrase_can_be_excepted() {
    let table = "[forbid]\nphrases = [\"leverage\"]\nexcept = [\"financial leverage\"]";
    assert_eq!(found("\"body\"", table, "Financial leverage is fine, leverage is not.").len(), 1);
}

#[test]
fn the_longest_match_at_a_place_counts() {
    let table = "[forbid]\nphrases = [\"passionate about\", \"I am passionate about\"]";
    assert_eq!(found("\"body\"", table, "I am passionate about pears."), ["I am passionate about"]);
}

#[test]
fn vocabularies_know_spellings_stems_case_and_ordinary_words() {
    let table = "[forbid]\nterms = \"fruit\"";
    let letter = "Date is a day. A Date is a fruit, a date is not. KIWI is, kiwi is not. Plums and pears are.";
    assert_eq!(found("\"body\"", table, letter), ["Date", "KIWI", "Plums", "pears"]);
}

#[test]
fn distinct_counts_names_not_spellings() {
    let table = "[limit]\nterms = \"fruit\"\ndistinct = true\nat_most = 1";
    assert!(found("\"body\"", table, "A pear and two pears are one thing.").is_empty());
    assert_eq!(found("\"body\"", table, "A pear and a KIWI are two."), ["pear and a KIWI"]);
    assert_eq!(
        message("\"body\"", table, "A pear and a KIWI are two."),
        "pear and a KIWI|2|1|pear, KIWI|pear and a KIWI"
    );
}

#[test]
fn when_and_unless_are_conditions_on_the_unit() {
    let table = "[forbid]\nphrases = [\"pear\"]\n[[when]]\nphrases = [\"fig\"]\n[[when]]\nphrases = [\"plum\"]\n[[unless]]\nphrases = [\"kiwi\"]";
    let letter = "A pear and a fig. A pear, a fig, a plum. A pear, a fig, a plum, a kiwi.";
    assert_eq!(found("\"sentence\"", table, letter).len(), 1);
    assert_eq!(message("\"sentence\"", table, letter), "pear|1|0||fig");
}

#[test]
fn evidence_may_stand_in_a_neighbouring_sentence_of_the_paragraph() {
    let table = "[forbid]\nphrases = [\"pear\"]\n[unless]\nphrases = [\"fig\"]\nwithin = \"neighbours\"";
    assert!(found("\"sentence\"", table, "A fig. A pear.").is_empty());
    assert!(found("\"sentence\"", table, "A pear. A fig.").is_empty());
    assert_eq!(found("\"sentence\"", table, "A pear. Then nothing. A fig.").len(), 1);
    assert_eq!(found("\"sentence\"", table, "A pear it is.\n\nA fig it is.").len(), 1);
}

#[test]
fn evidence_may_stand_anywhere_it_is_allowed_to() {
    let table =
        |within: &str| format!("[forbid]\nphrases = [\"pear\"]\n[unless]\nphrases = [\"fig\"]\nwithin = \"{within}\"");
    let letter = "A fig opens it all.\n\nThen a pear comes. And so on.";
    assert!(found("\"sentence\"", &table("letter"), letter).is_empty());
    assert!(found("\"sentence\"", &table("opening"), letter).is_empty());
    assert_eq!(found("\"sentence\"", &table("paragraph"), letter).len(), 1);
    assert_eq!(found("\"sentence\"", &table("closing"), letter).len(), 1);
}

#[test]
fn words_past_the_limit_are_what_is_too_much() {
    let table = "[limit]\nmeasure = \"words\"\nat_most = 3";
    assert_eq!(found("\"body\"", table, "One two three four five."), ["four five."]);
}

#[test]
fn sentences_and_seconds_can_be_measured() {
    assert_eq!(
        found("\"body\"", "[limit]\nmeasure = \"sentences\"\nat_most = 1", "One it is. Two it is."),
        ["Two it is."]
    );
    assert!(found("\"body\"", "[limit]\nmeasure = \"seconds\"\nat_most = 2", "One two three four.").is_empty());
}

#[test]
fn a_density_is_a_count_per_hundred_words() {
    let table = "[limit]\nphrases = [\"very\"]\nper_100_words = true\nat_most = 20";
    assert!(found("\"body\"", table, "A very plain line of ten words that ends here.").is_empty());
    assert_eq!(found("\"body\"", table, "A very, very, very plain line of words it is.").len(), 1);
}

#[test]
fn sentences_that_hold_a_match_can_be_counted_shared_and_in_a_row() {
    let table = |count: &str| format!("[limit]\nphrases = [\"I\"]\nat = \"start\"\neach = \"sentence\"\n{count}");
    let letter = "I run far. I jump high. You and I swim. I rest now.";
    assert_eq!(found("\"body\"", &table("at_most = 2"), letter).len(), 1);
    assert!(found("\"body\"", &table("at_most = 3"), letter).is_empty());
    assert_eq!(found("\"body\"", &table("percent = true\nat_most = 74"), letter).len(), 1);
    assert!(found("\"body\"", &table("percent = true\nat_most = 75"), letter).is_empty());
    assert_eq!(found("\"body\"", &table("in_a_row = true\nat_most = 1"), letter).len(), 1);
    assert!(found("\"body\"", &table("in_a_row = true\nat_most = 2"), letter).is_empty());
}

#[test]
fn a_match_can_be_asked_for_at_the_start_or_among_the_first_words() {
    let at = "[forbid]\nphrases = [\"pear\"]\nat = \"start\"";
    assert_eq!(found("\"sentence\"", at, "A pear it is. Pear it is."), ["Pear"]);
    let by = "[forbid]\nphrases = [\"pear\"]\nby_word = 3";
    assert_eq!(found("\"sentence\"", by, "One two pear. One two three pear.").len(), 1);
}

#[test]
fn parts_narrow_to_units_that_hold_them() {
    let table = "[forbid]\nphrases = [\"pear\"]\n[unless]\nparts = [\"closing\"]";
    assert_eq!(found("\"paragraph\"", table, "A pear opens it.\n\nA pear closes it.").len(), 1);
    let missing = "[require]\nparts = [\"greeting\"]";
    assert_eq!(found("\"letter\"", missing, "A pear opens it.").len(), 1);
    assert!(found("\"letter\"", missing, LETTER).is_empty());
}

#[test]
fn two_weak_figures_make_one_unless_weak_ones_are_taken() {
    let table = "[require]\nquantities = \"any\"";
    assert_eq!(found("\"body\"", table, "I cooked for seven years.").len(), 1);
    assert!(found("\"body\"", table, "I cooked for seven years, then taught for three months.").is_empty());
    assert!(found("\"body\"", "[require]\nquantities = \"any\"\nweak = true", "I cooked for seven years.").is_empty());
    assert_eq!(found("\"body\"", "[require]\nquantities = \"latency\"", "I fed 40 guests.").len(), 1);
}

#[test]
fn figures_in_quotations_prove_nothing() {
    assert_eq!(
        found("\"body\"", "[require]\nquantities = \"any\"", "You ask for \"at least 40 guests a night\" there.").len(),
        1
    );
}

#[test]
fn quotations_long_sentences_placeholders_links_and_repeats_can_be_looked_for() {
    assert_eq!(
        found("\"body\"", "[forbid]\nquotes = { words = 3 }", "Say \"one two three\" or \"one two\"."),
        ["\"one two three\""]
    );
    assert_eq!(
        found("\"body\"", "[forbid]\nlong_sentences = { over_words = 3 }", "One two three. One two three four. One."),
        ["One two three four."]
    );
    assert_eq!(found("\"letter\"", "[forbid]\nplaceholders = \"certain\"", "Dear [Name],\n\nI code."), ["[Name]"]);
    assert_eq!(
        found("\"body\"", "[forbid]\nlinks = \"github.com\"", "See https://github.com/a and https://b.example."),
        ["https://github.com/a"]
    );
    assert_eq!(
        found("\"body\"", "[forbid]\nrepeats = \"word\"\nexcept = [\"that that\"]", "I know that that the the end."),
        ["the the"]
    );
    let twice = "The same words stand here in a row, twice.";
    assert_eq!(found("\"body\"", "[forbid]\nrepeats = \"paragraph\"", &format!("{twice}\n\nNo.\n\n{twice}")), [twice]);
}

#[test]
fn severities_are_adjusted_for_count_level_and_evidence_and_the_last_that_holds_wins() {
    let table = "[forbid]\nphrases = [\"pear\"]\n[[adjust]]\nseverity = \"error\"\nover = 1\n[[adjust]]\nseverity = \"info\"\nlevel = \"junior\"\n\
                 [[adjust]]\nseverity = \"off\"\n[adjust.when]\nphrases = [\"fig\"]\nwithin = \"sentence\"";
    let plain = Options::default();
    let junior = Options { level: Some(Level::Junior), ..Options::default() };
    assert_eq!(severities(table, "A pear is here.", &plain), ["warning"]);
    assert_eq!(severities(table, "A pear, a pear.", &plain), ["error", "error"]);
    assert_eq!(severities(table, "A pear, a pear.", &junior), ["info", "info"]);
    assert!(severities(table, "A pear, a fig.", &plain).is_empty());
}

#[test]
fn once_shows_the_first_finding_only() {
    assert_eq!(found("\"body\"", "[forbid]\nphrases = [\"pear\"]", "A pear, a pear.").len(), 2);
    let set = rule("\"body\"\nonce = true", "[forbid]\nphrases = [\"pear\"]");
    assert_eq!(lint("A pear, a pear.", Format::Markdown, &set, &Options::default()).diagnostics.len(), 1);
}

#[test]
fn a_phrase_can_say_what_to_do_instead() {
    let set = rule("\"body\"", "[forbid]\nphrases = [{ phrase = \"pear\", instead = \"Say plum.\" }]");
    assert_eq!(lint("A pear.", Format::Markdown, &set, &Options::default()).diagnostics[0].help, "Say plum.");
}

#[test]
fn a_doubled_word_comes_with_a_safe_fix() {
    let set = rule("\"body\"", "[forbid]\nrepeats = \"word\"");
    let checked = lint("Go to the the end.", Format::Markdown, &set, &Options::default());
    let fix = checked.diagnostics[0].fix.clone().unwrap();
    assert_eq!((fix.replacement.as_str(), fix.applicability.name()), ("the", "safe"));
}

#[test]
fn known_mistakes_are_found_with_what_was_meant() {
    let set = rule("\"body\"", "[forbid]\nspelling = \"mistake\"");
    let checked =
        lint("Recieve it. Mr Recieve, recieve-it and x.recieve stay.", Format::Markdown, &set, &Options::default());
    let fixes: Vec<_> = checked.diagnostics.iter().map(|one| one.fix.clone().unwrap().replacement).collect();
    assert_eq!(fixes, ["Receive"]);
}

#[test]
fn two_spellings_of_english_are_one_finding_on_the_rarer() {
    let letter = "The colour of the centre and the color of the flavour.";
    assert_eq!(found("\"body\"", "[forbid]\nspelling = \"mixed\"", letter), ["color"]);
    assert!(found("\"body\"", "[forbid]\nspelling = \"mixed\"", "The colour of the centre.").is_empty());
}

#[test]
fn names_are_spelt_as_the_vocabulary_spells_them() {
    let set = rule("\"body\"", "[forbid]\nrespell = \"fruit\"");
    let checked = lint("A Pear and a pear.", Format::Markdown, &set, &Options::default());
    assert_eq!(checked.diagnostics.len(), 1);
    assert_eq!(checked.diagnostics[0].fix.clone().unwrap().replacement, "pear");
}

#[test]
fn a_letter_in_another_language_meets_only_rules_that_need_no_english() {
    let german = "Ich betreue seit zwei Jahren die Warteschlange eines kleinen Ladens in Lissabon und werde nachts geweckt, wenn sie \
                  steht, also habe ich eine Anleitung geschrieben, mit der alle anderen arbeiten können, und sage pear dazu.";
    assert!(found("\"body\"", "[forbid]\nphrases = [\"pear\"]", german).is_empty());
    assert_eq!(found("\"body\"\nany_language = true", "[forbid]\nphrases = [\"pear\"]", german).len(), 1);
}

/// Two packs: one that extends and softens the other, with tiers of its own.
fn packs() -> RuleSet {
    let rule = |words: &str| {
        format!(
            "severity = \"warning\"\nscope = \"body\"\nmessage = \"{{match}}\"\nhelp = \"Mend it.\"\n[forbid]\nphrases = [\"{words}\"]\n\
             [[bad]]\ntext = \"x\"\n[[good]]\ntext = \"y\"\n"
        )
    };
    let limit = "severity = \"info\"\nscope = \"body\"\nmessage = \"{limit}\"\nhelp = \"Cut.\"\n[limit]\nmeasure = \"words\"\nat_most = \"short\"\n\
                 [[bad]]\ntext = \"x\"\n[[good]]\ntext = \"y\"\n";
    let file = |path: &str, text: String| File::new(Path::new(path), text);
    let files = [
        file("base/pack.toml", "title = \"Base\"\nabout = \"B\"\nroles = [\"base\"]\n".to_owned()),
        file("base/pear-talk.toml", rule("pear")),
        file("base/fig-talk.toml", rule("fig")),
        file("base/length-talk.toml", limit.to_owned()),
        file(
            "upper/pack.toml",
            "title = \"Upper\"\nabout = \"U\"\nroles = [\"upper\"]\nlevels = [\"junior\"]\nselect = [\"plum keeper\"]\nextends = [\"base\"]\n\
             off = [\"fig-talk\"]\n[severity]\npear-talk = \"info\"\n[tiers]\nshort = 3\nstandard = 4\nexpanded = 5\n\
             [[signal]]\nname = \"plum\"\ntitle = \"plums\"\nmissing = \"Name a plum.\"\n[signal.find]\nphrases = [\"plum\"]\n"
                .to_owned(),
        ),
    ];
    let mut compiled = Compiled::default();
    compiled.add(&files).map_err(|errors| errors[0].to_string()).unwrap();
    RuleSet::new(compiled)
}

fn told(letter: &str, options: &Options) -> Vec<String> {
    let checked = lint(letter, Format::Markdown, &packs(), options);
    checked.diagnostics.iter().map(|one| format!("{}[{}] {}", one.severity, one.rule, one.message)).collect()
}

#[test]
fn a_pack_extends_softens_turns_off_and_has_lengths_of_its_own() {
    let letter = "A pear and a fig grow.";
    let role = |name: &str| Options { role: Some(name.to_owned()), ..Options::default() };
    assert!(told(letter, &Options::default()).is_empty());
    assert_eq!(told(letter, &role("base")), ["warning[pear-talk] pear", "warning[fig-talk] fig"]);
    assert_eq!(told(letter, &role("upper")), ["note[pear-talk] pear", "note[length-talk] 3"]);
}

#[test]
fn a_pack_is_selected_by_level_by_name_and_by_the_opening() {
    let letter = "A pear it is.";
    let junior = Options { level: Some(Level::Junior), ..Options::default() };
    let asked = Options { packs: vec!["upper".to_owned()], ..Options::default() };
    for options in [junior, asked] {
        assert!(told(letter, &options).contains(&"note[pear-talk] pear".to_owned()));
    }
    let found = told("As a plum keeper I sell a pear.", &Options::default());
    assert!(found.contains(&"note[pear-talk] pear".to_owned()));
}

#[test]
fn a_match_may_ask_for_company() {
    let table = "[forbid]\nphrases = [\"pear\"]\n[forbid.beside]\nphrases = [\"fig\"]\nwithin = \"sentence\"";
    assert_eq!(found("\"body\"", table, "A pear and a fig. A pear alone.").len(), 1);
}
