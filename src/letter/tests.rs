//! Letters cut into their parts.

use super::*;

fn markdown(text: &str) -> Letter {
    Letter::read(Source::new(text), Format::Markdown)
}

fn plain(text: &str) -> Letter {
    Letter::read(Source::new(text), Format::Plain)
}

/// Each part as `kind: text`.
fn parts(letter: &Letter) -> Vec<String> {
    let line = |part: &Part| format!("{}: {}", part.kind.name(), &letter.prose().text()[part.text.clone()]);
    letter.parts().iter().map(line).collect()
}

#[test]
fn a_whole_letter_is_cut_into_its_parts() {
    let letter = plain(
        "Ana Ruiz\nana@example.com\n\n12 May 2026\n\nNorthwind Ltd\n\nSubject: Backend Developer\n\nDear Ms Okafor,\n\n\
         I own the order queue. It moves 900 orders a minute.\n\nHappy to share the design note.\n\nKind regards,\n\
         Ana Ruiz\n\nP.S. I know your ledger post by heart.\n\nEnc: CV",
    );
    assert_eq!(
        parts(&letter),
        [
            "header: Ana Ruiz",
            "header: \u{fffc}",
            "date: 12 May 2026",
            "header: Northwind Ltd",
            "subject: Subject: Backend Developer",
            "greeting: Dear Ms Okafor,",
            "paragraph: I own the order queue. It moves 900 orders a minute.",
            "paragraph: Happy to share the design note.",
            "signoff: Kind regards,",
            "signature: Ana Ruiz",
            "postscript: P.S. I know your ledger post by heart.",
            "enclosure: Enc: CV",
        ]
    );
}

#[test]
fn a_text_box_letter_is_all_body() {
    let letter = plain("I own the order queue at Northwind.\n\nHappy to share the design note.");
    assert_eq!(letter.paragraphs().len(), 2);
    assert_eq!(letter.words().len(), 13);
}

#[test]
fn a_name_at_the_end_of_a_text_box_letter_is_its_signature() {
    let letter = plain("I own the order queue at Northwind.\n\nAna Ruiz\ngithub.com/ana");
    assert_eq!(parts(&letter)[1..], ["signature: Ana Ruiz", "signature: \u{fffc}"]);
}

#[test]
fn notes_around_a_letter_are_not_body() {
    let letter = markdown(
        "Here is a version that is tailored for this job and a bit shorter:\n\n---\n\nDear Ana,\n\nI own a queue.\n\n\
         Best,\nIna\n\n---\n\nShould I make it shorter still?",
    );
    let parts = parts(&letter);
    assert!(parts[0].starts_with("note: Here"), "{parts:?}");
    assert!(parts[5].starts_with("note: Should"), "{parts:?}");
    assert_eq!(letter.words().len(), 4);
}

#[test]
fn a_signature_is_ten_lines_and_what_stands_below_is_a_note() {
    let lines: Vec<String> = (1..=12).map(|line| format!("Line {line}")).collect();
    let letter = plain(&format!("Dear Ana,\n\nI led a team of 5.\n\nKind regards,\n{}\n", lines.join("\n")));
    let kinds = |kind| letter.parts().iter().filter(|part| part.kind == kind).count();
    assert_eq!([kinds(PartKind::Signature), kinds(PartKind::Note)], [10, 2]);
}

#[test]
fn text_on_the_line_of_the_greeting_is_body() {
    let letter = plain("Dear Ana, I read your post on queues and wrote a patch for it.\n\nBest, Ina");
    assert_eq!(
        parts(&letter)[..2],
        ["greeting: Dear Ana,", "paragraph: I read your post on queues and wrote a patch for it."]
    );
    assert_eq!(parts(&letter)[2..], ["signoff: Best,", "signature: Ina"]);
}

#[test]
fn a_list_hangs_on_the_paragraph_above_it() {
    let letter = markdown(
        "Dear Ana,\n\nAt Northwind I\n\n- cut p99 to 90 ms\n- wrote the runbook\n\nThat is all.\n\nBest,\nIna",
    );
    assert_eq!(letter.paragraphs().len(), 2);
    assert_eq!(letter.sentences().len(), 4);
    assert_eq!(letter.opening().map(|paragraph| paragraph.sentences.clone()), Some(0..3));
}

#[test]
fn code_comments_front_matter_urls_and_quotes_hold_no_words() {
    let letter = markdown(
        "---\ntitle: Ten words that nobody should ever count here\n---\nDear Ana,\n\nI wrote `cargo sweep` and \
         https://a.example/b.\n\n<!-- a note to myself -->\n\n> Somebody else said this.\n\n```\nlet x = 1;\n```\n\nIt works.\n\nBest,\nIna",
    );
    let words: Vec<_> = letter.words().iter().map(|word| &letter.prose().text()[word.clone()]).collect();
    assert_eq!(words, ["I", "wrote", "and", "It", "works"]);
}

#[test]
fn a_phrase_is_one_piece_across_emphasis_and_line_breaks() {
    let text = "Dear Ana,\n\nI am a **team**\n*player* here.\n";
    let letter = markdown(text);
    let at = letter.prose().lower().find("team player").expect("folding joins it");
    assert_eq!(letter.source().slice(letter.prose().span(at..at + 11)), "team**\n*player");
}

#[test]
fn a_letter_in_a_code_fence_is_a_letter() {
    let letter = markdown("```\nDear Ana,\n\nI own a queue.\n\nBest,\nIna\n```\n");
    assert_eq!(parts(&letter)[0], "greeting: Dear Ana,");
    assert_eq!(letter.words().len(), 4);
}

#[test]
fn a_letter_in_a_block_quote_is_a_letter() {
    let letter = markdown("> Dear Ana,\n>\n> I own a queue.\n>\n> Best,\n> Ina\n");
    assert_eq!(letter.words().len(), 4);
}

#[test]
fn four_blanks_before_the_greeting_are_layout_not_code() {
    let letter = markdown("    Dear Ana \\_\\_\\_,\n\nI own a queue.\n");
    assert_eq!(parts(&letter)[0], "greeting: Dear Ana ___,");
    assert_eq!(letter.source().slice(letter.parts()[0].span), "Dear Ana \\_\\_\\_,");
}

#[test]
fn an_escape_is_shown_with_its_backslash() {
    let text = "Dear Professor \\_\\_\\_:\n\nI teach.\n";
    let letter = markdown(text);
    let at = letter.prose().text().find("___").expect("escapes are resolved");
    assert_eq!(letter.source().slice(letter.prose().span(at..at + 3)), "\\_\\_\\_");
}

#[test]
fn line_ends_do_not_change_the_parts() {
    let text = "Dear Ana,\n\nI own\na queue.\n\nBest,\nIna\n";
    let unix = parts(&plain(text));
    assert_eq!(parts(&plain(&text.replace('\n', "\r\n"))), unix);
    assert_eq!(parts(&plain(&text.replace('\n', "\r"))), unix);
    assert_eq!(parts(&markdown(&text.replace('\n', "\r\n"))), unix);
}

#[test]
fn an_empty_letter_has_no_parts() {
    for text in ["", "\n\n", "\u{feff}", "<!-- nothing -->"] {
        let letter = markdown(text);
        assert!(letter.parts().is_empty() && letter.body().is_empty(), "{text:?}");
    }
}

#[test]
fn links_are_known_with_their_targets() {
    let letter = markdown("See [the repo](https://github.com/ana/q) or mail ana@example.com.");
    let targets: Vec<_> = letter.links().iter().map(|link| link.target.as_str()).collect();
    assert_eq!(targets, ["https://github.com/ana/q", "ana@example.com"]);
}

#[test]
fn a_long_subject_on_the_line_above_does_not_hide_the_greeting() {
    let letter = plain(
        "Subject: Senior Backend Developer | Python and AWS | Microservices at Scale\nDear Ana,\n\nI own a queue.",
    );
    let parts = parts(&letter);
    assert!(parts[0].starts_with("subject: ") && parts[1] == "greeting: Dear Ana,", "{parts:?}");
}

#[test]
fn the_text_of_a_link_is_no_placeholder() {
    let letter = markdown("I own a queue.\n\nBest,\nAna\n\n[LinkedIn Profile](https://www.example.com/in/ana)");
    assert!(letter.placeholders().is_empty(), "{:?}", letter.placeholders());
}

#[test]
fn a_signoff_may_follow_a_line_that_ends_no_sentence() {
    for gap in ["\n", "\n\n"] {
        let letter = plain(&format!(
            "Dear Ms Okafor,\n\nI own the order queue, and would like to show it to you\nKind regards{gap}Ana Ruiz"
        ));
        let body = "paragraph: I own the order queue, and would like to show it to you";
        assert_eq!(parts(&letter)[1..], [body, "signoff: Kind regards", "signature: Ana Ruiz"], "{gap:?}");
    }
}

#[test]
fn what_may_be_a_placeholder_is_none_where_a_link_wears_it() {
    let slots = |text: &str| {
        let letter = markdown(text);
        letter
            .placeholders()
            .iter()
            .map(|slot| letter.prose().text()[slot.range.clone()].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(slots("I wrote [[Migrations]](https://a.example) there."), [""; 0]);
    assert_eq!(slots("I wrote [Migrations], see https://a.example there."), ["[Migrations]"]);
    assert_eq!(slots("I saw [[Company Name]](https://a.example) there."), ["[Company Name]"]);
}

#[test]
fn a_signature_may_hold_brackets() {
    for name in ["[Your Name]", "Anastasia (Ana) Ruiz"] {
        let letter = plain(&format!("I own the order queue at Northwind.\n\n{name}\ngithub.com/ana"));
        assert_eq!(parts(&letter)[1..], [format!("signature: {name}"), "signature: \u{fffc}".to_owned()]);
    }
}
