//! What a run without a path makes of standard input: a letter where one arrives, the folder otherwise.

use crate::run::{BAD, Folder};
use std::fs::File;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Paths of the letters that a run without a path checked, and what it said on standard error.
fn checked(folder: &Folder, stdin: Stdio, args: &[&str]) -> (Vec<String>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_letterlint"));
    command.args(["--format", "json"]).args(args).current_dir(folder.path()).stdin(stdin).env_remove("GITHUB_ACTIONS");
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{said}"));
    let letters = document["letters"].as_array().unwrap().iter();
    (letters.map(|letter| letter["path"].as_str().unwrap().to_owned()).collect(), said)
}

fn folder() -> Folder {
    Folder::new().with("here.md", BAD).with("elsewhere/letter.txt", "I built 3 tools, and you use two of them.\n")
}

fn piped(folder: &Folder, text: &[u8], args: &[&str]) -> (String, String) {
    let run = folder.run_with(&[&["--format", "concise"], args].concat(), &[], text);
    (run.out, run.err)
}

#[test]
fn a_letter_that_is_redirected_is_read() {
    let folder = folder();
    let open = || Stdio::from(File::open(folder.at("here.md")).unwrap());
    assert_eq!(checked(&folder, open(), &[]).0, ["stdin.md"]);
    assert_eq!(checked(&folder, open(), &["--stdin-name", "acme.md"]).0, ["acme.md"]);
    assert_eq!(checked(&folder, open(), &["here.md"]).0, ["here.md"], "a path comes first");
    // A file is redirected on purpose: it may be the text of a box, without greeting and sign-off.
    let text_box = Stdio::from(File::open(folder.at("elsewhere/letter.txt")).unwrap());
    assert_eq!(checked(&folder, text_box, &[]).0, ["stdin.md"]);
}

#[test]
fn a_letter_that_another_program_writes_is_read() {
    let (out, err) = piped(&folder(), BAD.as_bytes(), &[]);
    assert!(out.contains("stdin.md:3:") && !out.contains("here.md"), "{out}");
    assert!(err.is_empty(), "{err}");
    let (out, _) = piped(&folder(), BAD.as_bytes(), &["check"]);
    assert!(out.contains("stdin.md:3:"), "{out}");
}

#[test]
fn an_empty_or_closed_standard_input_leaves_the_folder() {
    let folder = folder();
    // Quiet: the summary of a folder names the text box in it as skipped.
    assert_eq!(checked(&folder, Stdio::null(), &["-q"]), (vec!["here.md".to_owned()], String::new()));
    let empty = folder.at("empty");
    std::fs::write(&empty, "").unwrap();
    assert_eq!(checked(&folder, Stdio::from(File::open(&empty).unwrap()), &[]).0, ["here.md"]);
    for nothing in ["", "\n \n"] {
        let (out, err) = piped(&folder, nothing.as_bytes(), &["-q"]);
        assert!(out.contains("here.md:3:") && err.is_empty(), "{out}{err}");
    }
}

#[test]
fn a_pipe_that_never_ends_does_not_hang_a_run_and_leaves_the_folder() {
    let folder = folder();
    let mut silent = Command::new("sleep").arg("30").stdout(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    let (letters, said) = checked(&folder, Stdio::from(silent.stdout.take().unwrap()), &[]);
    silent.kill().unwrap();
    silent.wait().unwrap();
    assert_eq!(letters, ["here.md"]);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    assert!(said.contains("nobody writes to it, so the current folder is checked"), "{said}");
}

#[test]
fn what_git_or_a_script_leaves_on_standard_input_is_no_letter_and_the_folder_is_checked() {
    let refs = "refs/heads/main 1f3a refs/heads/main 9b2c\n";
    let (out, err) = piped(&folder(), refs.as_bytes(), &[]);
    assert!(out.contains("here.md:3:") && !out.contains("stdin.md"), "{out}");
    assert!(err.contains("no greeting and no sign-off, so the current folder is checked"), "{err}");
    let (out, _) = piped(&folder(), refs.as_bytes(), &["-"]);
    assert!(!out.contains("here.md"), "what is named is read: {out}");
}

#[test]
fn a_document_that_is_piped_is_named_as_what_it_is() {
    let run = folder().run_with(&[], &[], b"PK\x03\x04rest").ends(2);
    assert!(run.err.contains("stdin.md: is a packed document"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_loop_and_a_script_keep_what_they_read_from_a_file() {
    let folder = folder();
    folder.write("list", "one\ntwo\n");
    let bin = env!("CARGO_BIN_EXE_letterlint");
    let each = format!("while read -r line; do '{bin}' -f concise | grep -c leftover-placeholder; done < list");
    assert_eq!(folder.run_program("sh", &["-c", &each], &[]).out, "1\n1\n");
    folder.write("script", format!("'{bin}' -f concise | grep -c leftover-placeholder\necho done\n"));
    assert_eq!(folder.run_program("sh", &["-c", "sh < script"], &[]).out, "1\ndone\n");
}

#[test]
fn what_changed_and_what_is_accepted_lies_in_files() {
    let run = folder().run_with(&["--write-baseline"], &[], BAD.as_bytes()).ends(0);
    assert!(run.err.contains("in 1 letter accepted"), "{}", run.err);
    let kept = Folder::new().with("here.md", BAD);
    kept.run_with(&["--write-baseline"], &[], BAD.as_bytes()).ends(0);
    assert!(kept.read("letterlint-baseline.json").contains("here.md"));
}
