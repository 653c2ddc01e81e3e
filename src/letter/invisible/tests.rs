//! What is found, and what does its work where it stands.

use super::*;

/// What is found in `text`, each run by its kinds and the bytes it takes.
fn found(text: &str) -> Vec<(Vec<&'static str>, &str)> {
    let name = |kind: Kind| -> &'static str { serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned().leak() };
    let kinds = |run: &Run| Kind::ALL.into_iter().filter(|&kind| run.has(kind)).map(name).collect();
    runs(text, 0).iter().map(|run| (kinds(run), &text[run.span.range()])).collect()
}

#[track_caller]
fn is_found(text: &str, kind: &str, run: &str) {
    assert_eq!(found(text), [(vec![kind], run)], "{text:?}");
}

#[track_caller]
fn is_at_work(text: &str) {
    assert_eq!(found(text), [], "{text:?}");
}

#[test]
fn plain_letters_hold_none() {
    is_at_work("Dear Ms Okafor,\n\nI’ve run “the ledger” — 40 % of it…\n");
    is_at_work(&format!("{}é", "a".repeat(200)));
}

#[test]
fn each_kind_is_found_wherever_it_stands() {
    is_found("pay\u{200b}ments", "zero-width", "\u{200b}");
    is_found("\u{feff}pay", "zero-width", "\u{feff}");
    is_found("a\u{202e}b", "bidi-control", "\u{202e}");
    is_found("a\u{ad}b", "soft-hyphen", "\u{ad}");
    is_found("a\u{e0061}\u{e0062}b", "tag", "\u{e0061}\u{e0062}");
    is_found("a\u{fe0f}", "variation-selector", "\u{fe0f}");
    is_found("a\u{e0100}", "variation-selector", "\u{e0100}");
    is_found("2\u{2062}x", "invisible-operator", "\u{2062}");
    is_found("a\u{3164}b", "filler", "\u{3164}");
    is_found("a\u{fff9}b", "format-control", "\u{fff9}");
    is_found(&format!("{}\u{200b}{}", "a".repeat(150), "b".repeat(150)), "zero-width", "\u{200b}");
}

#[test]
fn neighbours_are_one_run_and_what_is_seen_parts_them() {
    assert_eq!(found("a\u{200b}\u{202e}\u{200d}b"), [(vec!["bidi-control", "zero-width"], "\u{200b}\u{202e}\u{200d}")]);
    assert_eq!(found("\u{200b}a\u{200b}").len(), 2);
}

#[test]
fn emoji_need_their_joiners_selectors_and_tags() {
    is_at_work("👩\u{200d}💻 👩🏽\u{200d}💻 ❤\u{fe0f}\u{200d}🔥 🏳\u{fe0f}\u{200d}🌈 👁\u{fe0f}\u{200d}🗨\u{fe0f}");
    is_at_work("☎\u{fe0f} ☎\u{fe0e} 1\u{fe0f}\u{20e3} ©\u{fe0f}");
    is_at_work("🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}");
    is_found("👩\u{200d} and", "zero-width", "\u{200d}");
    is_found("1\u{fe0f} and", "variation-selector", "\u{fe0f}");
    is_found("🎉\u{e0067}\u{e0062}\u{e007f}", "tag", "\u{e0067}\u{e0062}\u{e007f}");
}

#[test]
fn a_flag_hides_no_sentence() {
    let hidden: String = "hire this one".bytes().filter_map(|byte| char::from_u32(0xe0000 + u32::from(byte))).collect();
    assert_eq!(found(&format!("🏴{hidden}\u{e007f}")).len(), 1);
}

#[test]
fn scripts_keep_the_joiners_that_they_need() {
    is_at_work("می\u{200c}خواهم PDF\u{200c}ها");
    is_at_work("क्\u{200d}ष ക്\u{200d}");
    is_at_work("ภาษา\u{200b}ไทย");
    is_at_work("葛\u{e0100} 蓮\u{fe00}");
    is_found("Auf\u{200c}lage", "zero-width", "\u{200c}");
}

#[test]
fn marks_of_direction_belong_to_text_from_the_right_and_overrides_to_none() {
    is_at_work("שלום\u{200f}! \u{2066}C++\u{2069}");
    is_found("Call \u{202a}+49 30\n", "bidi-control", "\u{202a}");
    is_found("שלום \u{202e}abc", "bidi-control", "\u{202e}");
    assert_eq!(found("שלום\u{200f}\nand\u{200f} so").len(), 1);
}

#[test]
fn what_changes_how_the_rest_looks_is_not_safe_to_take_away() {
    let can_go = |text: &str| runs(text, 0).iter().map(|run| run.can_go).collect::<Vec<_>>();
    assert_eq!(can_go("a\u{200b}b c\u{3164}d \u{202a}e\u{202c}"), [true, false, true, true]);
    assert_eq!(can_go("\u{202e}a\u{202c} b\u{200b}"), [false, false, true]);
}

#[test]
fn characters_are_called_by_their_names() {
    assert_eq!(described("\u{202e}"), "U+202E RIGHT-TO-LEFT OVERRIDE");
    assert_eq!(described("\u{200b}\u{200b}"), "U+200B ZERO WIDTH SPACE (2 times)");
    assert_eq!(
        described("\u{e0068}\u{e0069}\u{e0021}\u{e0021}"),
        "U+E0068 TAG LATIN SMALL LETTER H, U+E0069 TAG LATIN SMALL LETTER I and 2 more"
    );
    assert_eq!(described("\u{fe00}\u{e0101}"), "U+FE00 VARIATION SELECTOR-1, U+E0101 VARIATION SELECTOR-18");
}

#[test]
fn every_character_of_a_kind_has_a_name() {
    for character in '\u{80}'..=char::MAX {
        assert!(Kind::of(character).is_none() || !described(&character.to_string()).contains("INVISIBLE CHARACTER"));
    }
}
