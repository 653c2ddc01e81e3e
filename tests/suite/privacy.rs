//! letterlint connects to nothing and writes nothing but what it was told to, as the kernel saw it.
#![cfg(target_os = "linux")]

use crate::run::{BAD, Folder};
use crate::tool;

/// Calls that reach beyond the process, but for reading: those that make, change or send something.
const CALLS: &str = "trace=%network,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,\
                     symlinkat,unlink,unlinkat,truncate,ftruncate,chmod,fchmodat,execve,io_uring_setup";

/// What a run with `args` did besides reading, a line each.
fn deeds(folder: &Folder, args: &[&str]) -> Option<Vec<String>> {
    let traced = ["-f", "-qq", "-e", CALLS, "-e", "signal=none", "-o", "trace", env!("CARGO_BIN_EXE_letterlint")];
    let run = folder.run_program("strace", &[&traced[..], args].concat(), &[]);
    // Where a container forbids tracing there is no trace.
    let trace = std::fs::read_to_string(folder.at("trace")).ok().filter(|trace| trace.contains("execve("))?;
    assert!(run.code.is_some_and(|code| code < 2), "{run:#?}");
    let is_reading = |line: &&str| line.contains("open") && line.contains("O_RDONLY") && !line.contains("O_CREAT");
    Some(trace.lines().filter(|line| !is_reading(line)).map(str::to_owned).collect())
}

#[test]
fn a_run_opens_no_socket_starts_no_program_and_writes_nothing() {
    let folder = Folder::new().with("a.md", BAD).with("letterlint.toml", "role = \"backend\"\n");
    if !tool::is_there("strace") {
        return;
    }
    for args in [
        &["a.md"][..],
        &[],
        &["--format", "sarif", "--show", "info", "a.md"],
        &["skim", "a.md"],
        &["explain", "cliche"],
        &["rules"],
        &["settings", "a.md"],
        &["test"],
        &["new"],
    ] {
        let Some(deeds) = deeds(&folder, args) else { return };
        // Its own start is the one program that is run.
        assert!(deeds.len() == 1 && deeds[0].contains("execve("), "{args:?}: {deeds:#?}");
    }
}

#[test]
fn a_run_writes_the_files_it_was_told_to_and_no_others() {
    let folder = Folder::new().with("a.md", BAD);
    if !tool::is_there("strace") {
        return;
    }
    let args = ["--output", "json=out.json", "a.md"];
    let Some(deeds) = deeds(&folder, &args) else { return };
    for deed in &deeds {
        let is_ours = ["execve(", "out.json", ".letterlint-", "O_TMPFILE"].iter().any(|ours| deed.contains(ours));
        assert!(is_ours && !deed.contains("socket("), "{deeds:#?}");
    }
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["a.md", "out.json", "trace"]);
}
