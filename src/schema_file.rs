//! Checks that a schema file in the repository matches its Rust types.

use schemars::Schema;
use std::path::Path;
use std::{env, fs};

/// Checks that `kept`, the text of the file `name`, equals `schema`; with `LETTERLINT_BLESS=1` writes the file instead.
pub(crate) fn is_fresh(name: &str, kept: &str, schema: &Schema) {
    let made = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if env::var_os("LETTERLINT_BLESS").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(name), made).unwrap();
    } else {
        assert!(kept == made, "{name} is out of date; write it again: LETTERLINT_BLESS=1 cargo test --lib schema");
    }
}
