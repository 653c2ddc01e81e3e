//! The properties of `tests/properties`, for the targets.
#![allow(clippy::unwrap_used, reason = "a property panics where it does not hold")]

#[path = "../../tests/properties/holds/mod.rs"]
mod holds;

pub use holds::{application, fixes, formats, letter, lint, retyped, rule_file, settings_file, suppressions};
