//! The script of action.yml, run as a runner runs it.

use crate::run::{BAD, CLEAN, Folder, Run};
use crate::tool;
use saphyr_parser::{Event, Parser, StrInput};
use serde_json::Value;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

const ACTION: &str = include_str!("../../action.yml");

/// The action, of which each value is a text, a list or a table.
fn action() -> Value {
    value(&mut Parser::new_from_str(ACTION))
}

fn value(events: &mut Parser<'_, StrInput<'_>>) -> Value {
    match events.next_event().unwrap().unwrap().0 {
        Event::StreamStart | Event::DocumentStart(_) => value(events),
        Event::Scalar(text, ..) => Value::String(text.into_owned()),
        Event::SequenceStart(..) => Value::Array(iter::from_fn(|| Some(value(events)).filter(is_some)).collect()),
        Event::MappingStart(..) => {
            let key = |key: Value| key.as_str().map(str::to_owned);
            Value::Object(iter::from_fn(|| Some((key(value(events))?, value(events)))).collect())
        }
        _ => Value::Null,
    }
}

fn is_some(value: &Value) -> bool {
    !value.is_null()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The steps that run a script, by their ids.
fn steps() -> Vec<Step> {
    let action = action();
    let scripts = action["runs"]["steps"].as_array().unwrap().iter().filter(|step| is_some(&step["run"]));
    let of_script = |step: &Value| {
        assert_eq!(step["shell"], "bash");
        let vars = step["env"].as_object().unwrap().iter().map(|(name, value)| (name.clone(), text(value)));
        Step { id: text(&step["id"]), script: text(&step["run"]), vars: vars.collect() }
    };
    scripts.map(of_script).collect()
}

/// A script, and the variables that it gets.
struct Step {
    id: String,
    script: String,
    vars: Vec<(String, String)>,
}

/// What an input is where the workflow does not say.
fn default(input: &str) -> String {
    text(&action()["inputs"][input]["default"])
}

/// What a run of the action left behind.
struct Ran {
    run: Run,
    outputs: String,
    summary: String,
}

/// Runs the action in `folder` with `inputs`, letterlint being installed; `None` where there is no bash.
#[track_caller]
fn run(folder: &Folder, inputs: &[(&str, &str)]) -> Option<Ran> {
    let program = Path::new(env!("CARGO_BIN_EXE_letterlint")).parent().unwrap().to_owned();
    let found = run_step("program", folder, inputs, &program)?;
    if found.run.code != Some(0) {
        return Some(found);
    }
    assert_eq!(found.outputs, "", "nothing is to be built");
    run_step("letterlint", folder, inputs, &program)
}

/// Runs the step `id` with `folders` on the PATH before all others.
#[track_caller]
fn run_step(id: &str, folder: &Folder, inputs: &[(&str, &str)], program: &Path) -> Option<Ran> {
    if !tool::is_there("bash") {
        return None;
    }
    let Step { script, vars, .. } = steps().into_iter().find(|step| step.id == id).unwrap();
    let runner = Folder::new().with("step.sh", script).with("outputs", "").with("summary", "");
    let rest = std::env::split_paths(&std::env::var_os("PATH").unwrap()).collect::<Vec<PathBuf>>();
    let path = std::env::join_paths([program.to_owned()].into_iter().chain(rest)).unwrap().into_string().unwrap();
    let place = |name: &str| runner.at(name).to_str().unwrap().to_owned();
    let mut all: Vec<(String, String)> = vec![
        ("PATH".into(), path),
        ("GITHUB_ACTIONS".into(), "true".into()),
        ("GITHUB_OUTPUT".into(), place("outputs")),
        ("GITHUB_STEP_SUMMARY".into(), place("summary")),
        ("GITHUB_ACTION_PATH".into(), env!("CARGO_MANIFEST_DIR").into()),
        ("GITHUB_WORKSPACE".into(), folder.path().to_str().unwrap().into()),
        ("RUNNER_TEMP".into(), place("")),
        ("RUNNER_OS".into(), "Linux".into()),
        ("RUNNER_ARCH".into(), "X64".into()),
        // What the test finds installed must not be taken for what was built.
        ("CARGO_HOME".into(), place("cargo")),
    ];
    for (var, value) in vars {
        let value = value.strip_prefix("${{ ").and_then(|rest| rest.strip_suffix(" }}")).unwrap();
        let value = match value.strip_prefix("inputs.") {
            Some(input) => {
                let given = inputs.iter().find(|(name, _)| *name == input).map(|(_, value)| (*value).to_owned());
                given.unwrap_or_else(|| default(input))
            }
            // Where nothing was built, no step says where it is.
            None => String::new(),
        };
        all.push((var, value));
    }
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let args = ["--noprofile", "--norc", "-eo", "pipefail", &place("step.sh")];
    let run = folder.run_program("bash", &args, &all);
    let read = |name: &str| fs::read_to_string(runner.at(name)).unwrap();
    let left: Vec<_> = fs::read_dir(runner.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "the step left something: {left:?}");
    Some(Ran { run, outputs: read("outputs"), summary: read("summary") })
}

#[test]
fn nothing_to_fail_on_ends_with_0() {
    let folder = Folder::new().with("letters/acme.md", CLEAN);
    let Some(ran) = run(&folder, &[]) else { return };
    ran.run.ends(0);
    assert_eq!(ran.outputs, "exit-code=0\nerrors=0\nwarnings=0\n");
    assert!(!ran.summary.is_empty());
}

#[test]
fn findings_end_with_1_and_are_annotated_counted_and_summed_up() {
    let folder = Folder::new().with("letters/acme.md", BAD);
    let Some(ran) = run(&folder, &[]) else { return };
    let run = ran.run.ends(1);
    assert!(run.out.contains("::error file=letters/acme.md,line=3"), "{}", run.out);
    assert!(ran.outputs.starts_with("exit-code=1\nerrors=1\nwarnings="), "{}", ran.outputs);
    assert!(ran.summary.contains("leftover-placeholder"), "{}", ran.summary);
}

#[test]
fn what_cannot_be_done_ends_with_2() {
    let Some(ran) = run(&Folder::new(), &[("paths", "missing.md")]) else { return };
    ran.run.ends(2);
    assert!(ran.outputs.starts_with("exit-code=2\n"), "{}", ran.outputs);
}

#[test]
fn sarif_is_written_although_there_are_findings() {
    let folder = Folder::new().with("letters/acme.md", BAD);
    let Some(ran) = run(&folder, &[("sarif-file", "found/by letterlint.sarif")]) else { return };
    ran.run.ends(1);
    assert!(ran.outputs.ends_with("sarif-file=found/by letterlint.sarif\n"), "{}", ran.outputs);
    let sarif = fs::read_to_string(folder.at("found/by letterlint.sarif")).unwrap();
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
}

#[test]
fn blanks_and_brackets_in_paths_survive_and_patterns_are_patterns() {
    let folder = Folder::new()
        .with("my letters/to acme.md", BAD)
        .with("[acme].md", BAD)
        .with("sent/a b.md", BAD)
        .with("sent/c.md", BAD)
        .with("other.md", BAD);
    let paths = "my letters/to acme.md\r\n\n[acme].md\nsent/*.md\n";
    let Some(ran) = run(&folder, &[("paths", paths)]) else { return };
    let run = ran.run.ends(1);
    for file in ["my letters/to acme.md", "[acme].md", "sent/a b.md", "sent/c.md"] {
        assert!(run.out.contains(&format!("::error file={file},")), "{file}: {}", run.out);
    }
    assert!(!run.out.contains("other.md"), "{}", run.out);
}

#[test]
fn inputs_are_passed_on() {
    let folder = Folder::new().with("a b.toml", "fail-on = \"never\"\n").with("letters/acme.md", BAD);
    let Some(by_file) = run(&folder, &[("config", "a b.toml")]) else { return };
    by_file.run.ends(0);
    run(&folder, &[("fail-on", "never")]).unwrap().run.ends(0);
    run(&folder, &[("args", "--fail-on\n  never --tier short")]).unwrap().run.ends(0);
    run(&folder, &[("args", "--no-such-option")]).unwrap().run.ends(2);
}

#[test]
fn an_input_is_never_run() {
    let folder = Folder::new().with("letters/acme.md", CLEAN);
    let evil = "$(touch run) `touch run` ; touch run";
    for input in ["paths", "args", "config", "fail-on", "sarif-file"] {
        run(&folder, &[(input, evil)]);
        assert!(!folder.at("run").exists(), "{input}");
    }
}

#[test]
fn a_line_break_in_the_name_of_the_sarif_file_is_refused() {
    let folder = Folder::new().with("letters/acme.md", CLEAN);
    for name in ["a.sarif\nerrors=0", "a.sarif\n", "a\r.sarif"] {
        let Some(ran) = run(&folder, &[("sarif-file", name)]) else { return };
        let run = ran.run.ends(2);
        assert!(run.out.contains("::error::") && run.out.contains("sarif-file"), "{}", run.out);
        assert_eq!(ran.outputs, "exit-code=2\n");
    }
}

#[test]
fn the_version_that_is_there_is_not_installed_again() {
    let folder = Folder::new().with("letters/acme.md", CLEAN);
    let Some(ran) = run(&folder, &[("version", env!("CARGO_PKG_VERSION"))]) else { return };
    ran.run.ends(0);
}

#[test]
fn a_program_that_is_not_there_is_built_once_and_kept_under_the_name_of_its_version() {
    let folder = Folder::new().with("letters/acme.md", CLEAN).with("bin/letterlint", "#!/bin/sh\nexit 127\n");
    folder.run_program("chmod", &["+x", "bin/letterlint"], &[]).ends(0);
    let key = |inputs: &[(&str, &str)]| {
        let outputs = run_step("program", &folder, inputs, &folder.at("bin"))?.outputs;
        let key = outputs.lines().find_map(|line| line.strip_prefix("key="));
        Some(key.unwrap_or_else(|| panic!("{outputs}")).to_owned())
    };
    let Some(own) = key(&[]) else { return };
    assert!(own.starts_with("letterlint-Linux-X64-") && own.len() > 50, "{own}");
    assert_eq!(key(&[]), Some(own));
    assert_eq!(key(&[("version", "9.9.9")]).as_deref(), Some("letterlint-Linux-X64-9.9.9"));
    let run = run_step("program", &folder, &[("version", "1\nroot=/")], &folder.at("bin")).unwrap();
    run.run.ends(2);
}

#[test]
fn what_is_built_is_saved_before_the_check_that_may_fail() {
    for text in [ACTION, include_str!("../../src/cli/init/workflow.yml")] {
        let [restore, save] = ["actions/cache/restore@", "actions/cache/save@"].map(|uses| text.find(uses).unwrap());
        let check = text.find("--step-summary").unwrap();
        assert!(restore < save && save < check, "{text}");
    }
}

#[test]
fn the_action_is_one_that_github_takes() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/action.yml");
    tool::accepts("check-jsonschema", &["--builtin-schema", "vendor.github-actions"], Path::new(path));
}

#[test]
fn the_script_calls_neither_jq_nor_wget() {
    let scripts: String = steps().into_iter().map(|step| step.script).collect();
    for word in scripts.split(|next: char| !next.is_alphanumeric()) {
        assert!(!["jq", "wget", "curl", "eval"].contains(&word), "{word}");
    }
}
