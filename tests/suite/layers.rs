//! Source files import one way.

use crate::imports::{cycles, imports, module_path};
use crate::run::Folder;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules of the library in the order in which they may import: a module imports from those before it.
const LAYERS: [&str; 21] = [
    "cause",
    "span",
    "source",
    "nearest",
    "toml_file",
    "words",
    "letter",
    "application",
    "spelling",
    "diagnostic",
    "rule",
    "shipped",
    "check",
    "front_matter",
    "suppress",
    "proof",
    "skim",
    "report",
    "settings",
    "collect",
    "cli",
];

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with its path below src/.
pub(crate) fn sources() -> Vec<(String, String)> {
    let root = source_folder();
    let mut found = Vec::new();
    files(&root, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).unwrap())
    };
    found.into_iter().map(read).collect()
}

#[test]
fn a_layer_imports_from_those_below_it_only() {
    let layer = |file: &str| {
        let name = module_path(file)[0];
        LAYERS.iter().position(|known| *known == name).unwrap_or_else(|| panic!("src/{file} is in no layer"))
    };
    for (file, targets) in imports(&source_folder()) {
        if ["lib.rs", "main.rs"].contains(&file.as_str()) {
            continue;
        }
        for (target, names) in targets {
            assert!(layer(&target) <= layer(&file), "src/{file} imports from src/{target}, a layer above: {names:?}");
        }
    }
}

#[test]
fn modules_do_not_import_from_each_other_in_a_circle() {
    let found = cycles(&imports(&source_folder()));
    assert!(found.is_empty(), "these modules import from each other; move what both need below both: {found:#?}");
}

#[test]
fn an_import_is_found_in_every_shape_and_followed_to_the_declaration() {
    let folder = Folder::new()
        .with("lib.rs", "pub mod a;\npub mod b;\n#[cfg(test)]\nmod tests { use super::b::Late; }\n")
        .with(
            "a/mod.rs",
            "mod deep;\nmod seen;\npub use deep::Deep;\npub use self::seen::*;\n#[cfg(test)]\nuse crate::b::Late;\n",
        )
        .with("a/deep.rs", "use super::{\n    seen::{\n        Seen as Other,\n    },\n};\npub struct Deep(Other);\n")
        .with("a/seen.rs", "pub struct Seen;\npub(super) fn late() { println!(\"{}\", crate::b::LATE); }\n")
        .with("b.rs", "use crate::a;\npub const LATE: u8 = 1;\npub fn b(_: &a::Deep) { a::Seen; }\npub struct Late;\n");
    let imports = imports(folder.path());
    let of = |file: &str| imports[file].keys().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(of("lib.rs"), [""; 0]);
    assert_eq!(of("a/mod.rs"), ["a/deep.rs"]);
    assert_eq!(of("a/deep.rs"), ["a/seen.rs"]);
    assert_eq!(of("a/seen.rs"), ["b.rs"]);
    assert_eq!(of("b.rs"), ["a/deep.rs", "a/seen.rs"]);
    assert_eq!(cycles(&imports), BTreeSet::from([vec!["a".to_owned(), "b".to_owned()]]));
}

#[test]
fn one_module_each_knows_toml_colours_and_the_command_line() {
    let users = |word: &str| {
        let uses = |text: &str| text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(word));
        sources().into_iter().filter(|(_, text)| uses(text)).map(|(name, _)| name).collect::<Vec<_>>()
    };
    let may_know_toml = |name: &String| {
        name == "toml_file.rs"
            || name.starts_with("rule/file/")
            || name == "front_matter/read.rs"
            || name.starts_with("settings/")
    };
    assert!(users("toml::").iter().all(may_know_toml), "{:?}", users("toml::"));
    assert_eq!(users("colored::"), ["report/palette.rs"]);
    assert!(users("clap::").iter().all(|name| name.starts_with("cli/")));
}

#[test]
fn no_file_is_longer_than_six_hundred_lines() {
    for (name, text) in sources() {
        assert!(text.lines().count() <= 600, "src/{name} has {} lines; split it", text.lines().count());
    }
}
