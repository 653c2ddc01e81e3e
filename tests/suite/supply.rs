//! What letterlint is built from.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn manifest(name: &str) -> toml::Table {
    toml::from_str(&read(name)).unwrap()
}

/// The crates that a manifest names, whatever for.
fn named(manifest: &toml::Table) -> BTreeSet<String> {
    let kinds = ["dependencies", "build-dependencies", "dev-dependencies"];
    let tables = kinds.into_iter().filter_map(|kind| manifest.get(kind)?.as_table());
    tables.flat_map(|table| table.keys().cloned()).filter(|name| name != "letterlint").collect()
}

/// The crates in the first column of the table of dependencies.
fn justified() -> BTreeSet<String> {
    let contributing = read("CONTRIBUTING.md");
    let section = contributing.split("\n## ").find(|section| section.starts_with("Dependencies")).unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| "));
    let mut all = BTreeSet::new();
    for (crates, reason) in rows.filter_map(|row| row.split_once(" | ")) {
        let names: Vec<&str> = crates.split('`').skip(1).step_by(2).collect();
        assert!(names.is_empty() || reason.len() > 10, "no reason is given for {crates}");
        all.extend(names.into_iter().map(str::to_owned));
    }
    all
}

#[test]
fn each_dependency_is_justified_and_nothing_else_is() {
    let mut ours = named(&manifest("Cargo.toml"));
    ours.extend(named(&manifest("fuzz/Cargo.toml")));
    assert_eq!(ours, justified());
}

#[test]
fn no_dependency_asks_for_a_newer_compiler_than_letterlint_does() {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let host = host(&cargo);
    let args = ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &host];
    let asked = Command::new(cargo).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let metadata: Value = serde_json::from_slice(&asked.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let stated = |package: &Value| package["rust_version"].as_str().map(version);
    let own = packages.iter().find(|package| package["name"] == "letterlint").and_then(stated).unwrap();
    assert_eq!(own, version("1.88"), "README.md and CHANGELOG.md say which compiler is needed");
    for package in packages {
        let asks = stated(package).unwrap_or_default();
        assert!(asks <= own, "{} {} asks for {asks:?}", package["name"], package["version"]);
    }
}

fn host(cargo: &str) -> String {
    let said = Command::new(cargo).arg("-vV").output().unwrap().stdout;
    let said = String::from_utf8(said).unwrap();
    said.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

fn version(text: &str) -> Vec<u32> {
    text.split('.').map(|part| part.parse().unwrap()).collect()
}

#[test]
fn the_compiler_that_is_needed_is_said_where_people_look() {
    assert!(read("README.md").contains("1.88"));
    assert_eq!(manifest("Cargo.toml")["package"]["rust-version"].as_str(), Some("1.88"));
}

#[test]
fn each_property_has_a_fuzz_target_and_a_test() {
    let stems = |folder: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        entries.map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned()).collect()
    };
    let targets = stems("fuzz/fuzz_targets");
    let mut properties = stems("tests/properties/holds");
    assert!(properties.remove("mod") && properties.remove("reading"));
    assert_eq!(targets, properties);
    let (tests, listed) = (read("tests/properties/main.rs"), manifest("fuzz/Cargo.toml"));
    for name in &targets {
        assert!(tests.contains(&format!("holds::{name}::holds")), "{name} is no test");
        let is_listed = listed["bin"].as_array().unwrap().iter().any(|bin| bin["name"].as_str() == Some(name));
        assert!(is_listed, "{name} is not in fuzz/Cargo.toml");
    }
}
