//! Reads and checks every file below `rules/` when letterlint is built, so that nothing of it is left for the start.
//!
//! The rooms that know rules are those of the library itself; a broken rule file stops the build with its line.
#![allow(
    dead_code,
    unnameable_types,
    unreachable_pub,
    unused_imports,
    clippy::print_stdout,
    reason = "the library's rooms are public there; cargo reads what a build script prints"
)]

mod automata;
mod cause;
mod diagnostic;
#[path = "spelling/filter.rs"]
mod filter;
mod letter;
mod lists;
mod nearest;
mod rule;
mod source;
mod span;
#[path = "spelling/table.rs"]
mod table;
mod toml_file;

use rule::{Compiled, File, collect};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    for room in [
        "rules",
        "src/automata.rs",
        "src/build.rs",
        "src/cause.rs",
        "src/diagnostic.rs",
        "src/letter",
        "src/lists.rs",
        "src/nearest.rs",
        "src/rule",
        "src/source.rs",
        "src/spelling/filter.rs",
        "src/spelling/table.rs",
        "src/span.rs",
        "src/toml_file.rs",
    ] {
        println!("cargo::rerun-if-changed={room}");
    }
    let mut compiled = Compiled::default();
    let added = files(&root).and_then(|files| compiled.add(&files));
    if let Err(errors) = added {
        for error in errors {
            println!("cargo::error={error}");
        }
        return ExitCode::FAILURE;
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the output folder"));
    for (name, entries) in [("misspellings.bin", lists::misspellings()), ("varieties.bin", lists::varieties())] {
        fs::write(target.join(name), table::encode(&entries)).expect("the output folder can be written");
    }
    // Clippy reads code, not tables, and making those takes longer than all else that it does.
    let is_linted = env::var_os("CLIPPY_ARGS").is_some();
    println!("cargo::rerun-if-env-changed=CLIPPY_ARGS");
    let automata =
        compiled.build_automata(|hir, is_screen| if is_linted { None } else { automata::automaton(hir, is_screen) });
    fs::write(target.join("automata.bin"), automata).expect("the output folder can be written");
    for (name, bytes) in ["rules.bin", "docs.bin"].into_iter().zip(compiled.encode()) {
        fs::write(target.join(name), bytes).expect("the output folder can be written");
    }
    ExitCode::SUCCESS
}

/// The shipped files, called by their path below the package's folder.
fn files(root: &Path) -> Result<Vec<File>, Vec<rule::RuleError>> {
    let files = collect(&root.join("rules")).map_err(|error| vec![error])?;
    let prefix = format!("{}/", root.to_string_lossy().replace('\\', "/"));
    let named = |file: File| {
        let path = file.path().strip_prefix(&prefix).unwrap_or(file.path()).to_owned();
        file.shipped(path)
    };
    Ok(files.into_iter().map(named).collect())
}
