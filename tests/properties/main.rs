//! What holds whatever comes: a hundred thousand small inputs in all, by the properties that `fuzz/` tries for longer.
//!
//! The inputs are the same in each run (.cargo/config.toml); `PROPTEST_RNG_SEED=7 cargo test --test properties` tries others.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[allow(unreachable_pub, reason = "the targets in fuzz/ are another crate")]
mod holds;
mod inputs;
mod letters;
mod retyped;

use proptest::prelude::*;

/// Tries a property on so many inputs; those that cost little are most of the hundred thousand.
fn tried(cases: u32, input: impl Strategy<Value = Vec<u8>>, holds: fn(&[u8])) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let run = proptest::test_runner::TestRunner::new(config).run(&input, |bytes| {
        holds(&bytes);
        Ok(())
    });
    if let Err(error) = run {
        panic!("{error}");
    }
}

#[test]
fn any_bytes_are_a_letter_or_refused() {
    tried(30_000, inputs::any_bytes(), holds::letter::holds);
}

#[test]
fn any_letter_is_linted_the_same_twice_and_quoted_where_it_is_pointed_at() {
    tried(4_000, inputs::letter_bytes(), holds::lint::holds);
}

#[test]
fn any_letter_has_the_same_findings_whatever_ends_its_lines() {
    tried(2_000, inputs::letter_bytes(), holds::retyped::holds);
}

#[test]
fn fixes_that_json_carries_can_be_applied_to_any_letter() {
    tried(5_000, inputs::letter_bytes(), holds::fixes::holds);
}

#[test]
fn no_suppression_loses_a_finding() {
    tried(4_000, inputs::letter_bytes(), holds::suppressions::holds);
}

#[test]
fn any_text_is_a_rule_file_or_refused_with_its_place() {
    tried(51_500, inputs::rule_bytes(), holds::rule_file::holds);
}

#[test]
fn any_text_is_a_settings_file_or_refused_with_its_place() {
    tried(3_000, inputs::settings_bytes(), holds::settings_file::holds);
}

#[test]
fn every_format_stays_what_its_reader_takes_it_for() {
    tried(200, inputs::letter_bytes(), holds::formats::holds);
}

#[test]
fn any_letter_is_held_against_any_application_the_same_twice() {
    tried(300, inputs::application_bytes(), holds::application::holds);
}
