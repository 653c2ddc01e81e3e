//! Reads and checks every file below `rules/` when letterlint is built, so that nothing of it is left for the start.
//!
//! The modules that know rules and word lists are those of the library itself; a broken file stops the build with its
//! line.
#![allow(
    dead_code,
    unnameable_types,
    unreachable_pub,
    unused_imports,
    clippy::print_stdout,
    reason = "the library's rooms are public there; cargo reads what a build script prints"
)]

mod cause;
mod diagnostic;
/// What rules know of a letter: how text is folded, and the names of what is found in it.
mod letter {
    mod case;
    pub mod invisible;
    pub mod placeholder {
        mod certainty;
        pub use certainty::Certainty;
    }
    pub mod figure {
        mod kind;
        pub use kind::Kind;
    }
    pub(crate) use case::{join_hyphens, lower_into};
}
mod lists;
mod nearest;
mod rule;
mod span;
mod toml_file;
mod words {
    pub(crate) mod list;
    pub(crate) mod read;
}

use rule::{Compiled, File, collect};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};
use words::list::List;
use words::read::Lists;

fn main() -> ExitCode {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    for room in [
        "rules",
        "src/build.rs",
        "src/cause.rs",
        "src/diagnostic.rs",
        "src/letter/case.rs",
        "src/letter/invisible",
        "src/letter/placeholder/certainty.rs",
        "src/letter/figure/kind.rs",
        "src/lists.rs",
        "src/nearest.rs",
        "src/rule",
        "src/span.rs",
        "src/toml_file.rs",
        "src/words",
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
    match word_table(&root.join("rules/words")) {
        Ok(source) => fs::write(target.join("words.rs"), source).expect("the output folder can be written"),
        Err(error) => {
            println!("cargo::error={error}");
            return ExitCode::FAILURE;
        }
    }
    for (name, bytes) in lists::files() {
        fs::write(target.join(name), bytes).expect("the output folder can be written");
    }
    for (name, bytes) in ["rules.bin", "docs.bin"].into_iter().zip(compiled.encode()) {
        fs::write(target.join(name), bytes).expect("the output folder can be written");
    }
    ExitCode::SUCCESS
}

/// The table of the word lists in `folder`, as Rust source.
fn word_table(folder: &Path) -> Result<String, String> {
    let lists = Lists::read(|name| {
        let path = folder.join(name).with_extension("toml");
        fs::read_to_string(&path).map_err(|error| format!("rules/words/{name}.toml: {error}"))
    })?;
    for file in fs::read_dir(folder).map_err(|error| format!("rules/words: {error}"))?.flatten() {
        let path = file.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if !List::ALL.iter().any(|list| words::read::name(*list) == name) {
            return Err(format!("rules/words/{name}.toml: no list is called so; add it to src/words/list.rs"));
        }
    }
    let mut table = phf_codegen::Map::new();
    for (word, row) in lists.entries() {
        table.entry(word, row.to_string());
    }
    let table = table.build();
    Ok(format!("{}pub(super) static TABLE: phf::Map<&'static str, u16> = {table};\n", lists.source()))
}

/// The shipped rule files, called by their path below the package's folder.
fn files(root: &Path) -> Result<Vec<File>, Vec<rule::RuleError>> {
    let files = collect(&root.join("rules")).map_err(|error| vec![error])?;
    let prefix = format!("{}/", root.to_string_lossy().replace('\\', "/"));
    let named = |file: File| {
        let path = file.path().strip_prefix(&prefix).unwrap_or(file.path()).to_owned();
        file.shipped(path)
    };
    Ok(files.into_iter().map(named).filter(|file| !file.path().starts_with("rules/words/")).collect())
}
