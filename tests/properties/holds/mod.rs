//! What holds for any bytes at all: each property once, for `cargo test` and for the targets in `fuzz/`.
//!
//! A property takes bytes as they come, makes of them what it is about, and panics where it does not hold.

pub mod application;
pub mod fixes;
pub mod formats;
pub mod letter;
pub mod lint;
pub mod retyped;
pub mod rule_file;
pub mod settings_file;
pub mod suppressions;

mod reading;
