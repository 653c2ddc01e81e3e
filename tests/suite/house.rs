//! The house stands as its plan says.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms in the order in which they may know each other: a room knows those before it.
const ROOMS: [&str; 20] = [
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
];

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
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
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
fn imports_run_one_way() {
    for (name, text) in sources() {
        let room = name.split(['/', '.']).next().unwrap();
        let Some(own) = ROOMS.iter().position(|known| *known == room) else { continue };
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for other in line.split("crate::").skip(1) {
                let other = other.split(|next: char| !next.is_alphanumeric() && next != '_').next().unwrap();
                if let Some(at) = ROOMS.iter().position(|known| *known == other) {
                    assert!(at <= own, "src/{name} reaches back to {other}: {line}");
                }
            }
        }
    }
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
fn no_room_is_crowded() {
    for (name, text) in sources() {
        assert!(text.lines().count() <= 420, "src/{name} has {} lines; look for the seam", text.lines().count());
    }
}
