//! Terminals, pipes, signals, limits: the right exit code, and no trace of a crash.
#![cfg(unix)]

use crate::run::{BAD, Folder, Run};
use crate::tool;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::time::Duration;

const LETTERLINT: &str = env!("CARGO_BIN_EXE_letterlint");

/// Runs `script` with `$L` for letterlint.
#[track_caller]
fn sh(folder: &Folder, script: &str) -> Run {
    let run = folder.run_program("bash", &["-c", script], &[("L", LETTERLINT)]);
    assert!(!run.err.contains("panicked") && !run.err.contains("backtrace"), "{run:#?}");
    run
}

#[test]
fn a_reader_that_leaves_early_changes_no_exit_code_of_any_command() {
    let folder = Folder::new().with("a.md", BAD.repeat(300));
    for (command, code) in [
        ("a.md", 1),
        ("--format json a.md", 1),
        ("--format github a.md", 1),
        ("rules --format json", 0),
        ("explain hidden-character", 0),
        ("schema", 0),
        ("man", 0),
        ("completions bash", 0),
        ("skim a.md", 0),
        ("settings a.md", 0),
        ("--help", 0),
    ] {
        let run = sh(&folder, &format!("\"$L\" {command} | true; exit ${{PIPESTATUS[0]}}"));
        assert_eq!((run.code, run.err.as_str()), (Some(code), ""), "{command}");
    }
}

#[test]
fn an_output_that_is_closed_is_no_crash() {
    let folder = Folder::new().with("a.md", BAD);
    for closed in [">&-", "2>&-", "<&-", ">&- 2>&- <&-"] {
        let run = sh(&folder, &format!("\"$L\" a.md missing.md {closed}"));
        assert_eq!(run.code, Some(2), "{closed}: {run:#?}");
    }
}

#[test]
fn signals_end_a_run_as_they_end_any() {
    let folder = Folder::new();
    for (signal, number) in [("INT", 2), ("TERM", 15), ("HUP", 1)] {
        let mut command = Command::new(LETTERLINT);
        command.arg("-").current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let input = child.stdin.take();
        std::thread::sleep(Duration::from_millis(300));
        assert!(Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap().success());
        let output = child.wait_with_output().unwrap();
        drop(input);
        assert_eq!((output.status.signal(), output.stderr), (Some(number), Vec::new()), "{signal}");
    }
}

#[test]
fn no_terminal_and_no_environment_give_the_same_report() {
    let folder = Folder::new().with("a.md", include_str!("../letters/unicode.md"));
    let plain = sh(&folder, "\"$L\" a.md").ends(1);
    assert!(plain.out.contains('🎉') || plain.out.contains('│'), "{plain:#?}");
    for script in ["env -i \"$L\" a.md", "LC_ALL=C TERM=dumb \"$L\" a.md", "setsid -w \"$L\" a.md < /dev/null"] {
        let run = sh(&folder, script).ends(1);
        assert_eq!((&run.out, &run.err), (&plain.out, &plain.err), "{script}");
    }
}

#[test]
fn a_terminal_of_twenty_columns_is_not_written_past_and_a_dumb_one_gets_no_colour() {
    if !tool::is_there("script") {
        return;
    }
    let folder = Folder::new().with("a.md", BAD);
    let on_terminal = |term: &str| {
        let inner = format!("stty rows 24 cols 20; TERM={term} {LETTERLINT} --isolated a.md");
        sh(&folder, &format!("script -qec '{inner}' /dev/null < /dev/null")).ends(1).out
    };
    let dumb = on_terminal("dumb");
    assert!(!dumb.contains('\u{1b}'), "{dumb:?}");
    // The name of a rule is not parted, and the line that counts is the terminal's to wrap.
    let long = dumb.lines().filter(|line| line.trim_end().chars().count() > 20);
    assert!(long.clone().all(|line| line.contains("]:") || line.contains("--show info")), "{dumb}");
    assert!(on_terminal("xterm").contains("\u{1b}["));
}

#[test]
fn few_descriptors_are_enough_for_many_letters() {
    let folder = (0..300).fold(Folder::new(), |folder, index| folder.with(&format!("{}/{index}.md", index % 60), BAD));
    let run = sh(&folder, "ulimit -n 64; \"$L\" --format concise").ends(1);
    assert_eq!((run.out.matches("leftover-placeholder").count(), run.err.as_str()), (300, ""));
    let run = sh(&folder, "ulimit -n 64; \"$L\" --format concise --output json=out.json */*.md").ends(1);
    assert_eq!(run.out.matches("leftover-placeholder").count(), 300);
}

#[test]
fn ten_thousand_files_are_walked_and_the_letters_among_them_checked() {
    let folder = Folder::new().with("z.md", BAD);
    sh(&folder, "for d in $(seq 100); do mkdir $d; for f in $(seq 100); do : > $d/$f.md; done; done");
    let run = folder.run(&["--format", "concise"]).ends(1);
    assert!(run.out.lines().all(|line| line.starts_with("z.md:")), "{}", run.out.len());
}

#[test]
fn what_the_operating_system_says_is_put_in_words() {
    let folder = Folder::new().with("a.md", BAD).with("sub/b.md", BAD);
    for (command, said) in [
        ("test nofile", "nofile: no such rule file or folder; check the spelling of the path"),
        ("--rules nofile a.md", "no such rule file or folder"),
        ("rules --rules a.md/x", "a part of its path is a file, not a folder"),
        ("--config sub a.md", "sub: is a folder; name the settings file in it"),
        ("--baseline sub a.md", "sub: is a folder; name the baseline file in it"),
        ("a.md/b.md", "a part of its path is a file, not a folder"),
        ("new a.md/letter.md", "a.md/letter.md cannot be written: a part of its path is a file, not a folder"),
        ("-o json=a.md/x.json a.md", "a part of its path is a file, not a folder"),
        ("a.md > /dev/full", "cannot write the output: the disk is full"),
        ("explain cliche > /dev/full", "cannot write the output: the disk is full"),
        ("-o json=/dev/full a.md", "/dev/full: the disk is full"),
        ("/proc/self/mem", "cannot be read: input/output error"),
    ] {
        if command.contains("/dev/full") && !std::path::Path::new("/dev/full").exists() {
            continue;
        }
        let run = sh(&folder, &format!("\"$L\" {command}"));
        assert_eq!(run.code, Some(2), "{command}: {run:#?}");
        assert!(!run.err.contains("os error"), "{command}: {}", run.err);
        assert!(run.err.contains(said) || !cfg!(target_os = "linux"), "{command}: {}", run.err);
    }
}
