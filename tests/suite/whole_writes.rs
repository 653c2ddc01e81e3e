//! Files that letterlint writes are there whole, or as they were.
#![cfg(unix)]

use crate::run::{BAD, Folder};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// An old report, which a new one may take the place of.
const OLD: &str = "## letterlint · 1 letter: nothing to fix\n";

/// Times that a run is killed.
const KILLS: u64 = 200;

/// What is in `folder` under names of its own.
fn drafts(folder: &Folder) -> Vec<String> {
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".letterlint-") || name.starts_with(".letterlint.toml.")).collect()
}

fn quiet(folder: &Folder, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_letterlint"));
    command.args(args).current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Numbers that look random and are the same each time: an xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit.max(1)
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "a failure is tried again by its seed")]
fn a_run_killed_at_any_moment_leaves_the_old_file_or_the_new_one() {
    let args = ["--output", "json=out.json", "--output", "concise=out.txt", "a.md"];
    let folders = [1, 2, 3, 4].map(|_| Folder::new().with("a.md", BAD.repeat(20)));
    let started = Instant::now();
    assert_eq!(quiet(&folders[0], &args).status().unwrap().code(), Some(1));
    let whole = u64::try_from(started.elapsed().as_micros()).unwrap();
    let new = [folders[0].read("out.json"), folders[0].read("out.txt")];
    let kill = |folder: &Folder, seed: u64| {
        println!("seed {seed:#x}, a run takes {whole} µs");
        let mut random = Random(seed);
        for round in 0..KILLS / 4 {
            folder.write("out.json", OLD);
            folder.write("out.txt", OLD);
            let mut child = quiet(folder, &args).spawn().unwrap();
            std::thread::sleep(Duration::from_micros(random.below(whole * 6 / 5)));
            child.kill().unwrap();
            child.wait().unwrap();
            for (name, new) in ["out.json", "out.txt"].into_iter().zip(&new) {
                let text = folder.read(name);
                assert!(text == OLD || text == *new, "round {round}: {name} holds {} bytes", text.len());
            }
        }
    };
    std::thread::scope(|scope| {
        for (folder, seed) in folders.iter().zip(0x1e77_e711_u64..) {
            scope.spawn(move || kill(folder, seed));
        }
    });
}

#[test]
fn a_run_that_is_stopped_while_it_reads_leaves_no_draft() {
    for (signal, number) in [("TERM", 15), ("INT", 2), ("KILL", 9)] {
        use std::os::unix::process::ExitStatusExt;
        let folder = Folder::new().with("out.json", OLD);
        let mut child = quiet(&folder, &["--output", "json=out.json", "-"]).stdin(Stdio::piped()).spawn().unwrap();
        let input = child.stdin.take();
        std::thread::sleep(Duration::from_millis(400));
        let sent = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        assert_eq!(child.wait().unwrap().signal(), Some(number), "{signal}");
        drop(input);
        assert_eq!((folder.read("out.json").as_str(), drafts(&folder)), (OLD, Vec::new()), "{signal}");
    }
}

#[test]
fn a_full_disk_is_an_error_and_the_old_file() {
    let folder =
        Folder::new().with("a.md", BAD).with("out.sarif", OLD).with("b.json", "{\"version\": 1, \"letters\": {}}");
    let old = folder.read("b.json");
    let letterlint = env!("CARGO_BIN_EXE_letterlint");
    // A limit on the size of files fails as a full disk does, in the middle of writing.
    let limited = |args: &str| {
        let script = format!("trap '' XFSZ; ulimit -f 1; exec {letterlint} {args}");
        folder.run_program("bash", &["-c", &script], &[])
    };
    let run = limited("--output sarif=out.sarif a.md").ends(2);
    assert!(run.err.contains("out.sarif") && !run.err.contains("panicked"), "{run:#?}");
    let many =
        (0..40).fold(String::from("Dear Ana,\n"), |text, index| format!("{text}\nI saw [Company {index}] there.\n"));
    folder.write("many.md", many);
    let run = limited("--write-baseline --baseline b.json many.md").ends(2);
    assert!(run.err.contains("b.json"), "{run:#?}");
    assert_eq!((folder.read("out.sarif").as_str(), folder.read("b.json")), (OLD, old));
    assert_eq!(drafts(&folder), Vec::<String>::new());
}

#[test]
fn a_device_that_is_full_is_an_error() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let folder = Folder::new().with("a.md", BAD);
    let run = folder.run(&["--output", "json=/dev/full", "a.md"]).ends(2);
    assert!(run.err.contains("/dev/full"), "{run:#?}");
    let script = format!("exec {} a.md > /dev/full", env!("CARGO_BIN_EXE_letterlint"));
    let run = folder.run_program("sh", &["-c", &script], &[]).ends(2);
    assert!(run.err.contains("cannot write the output") && !run.err.contains("panicked"), "{run:#?}");
}

#[test]
fn a_folder_that_may_not_be_written_to_is_an_error_and_the_old_file() {
    let folder = Folder::new().with("a.md", BAD).with("shut/out.json", OLD);
    fs::set_permissions(folder.at("shut"), fs::Permissions::from_mode(0o555)).unwrap();
    if let Some(run) = folder.run_as_nobody(&["--output", "json=shut/out.json", "a.md"]) {
        let run = run.ends(2);
        assert!(run.err.contains("shut/out.json: cannot be written: its folder is not writable"), "{run:#?}");
        assert_eq!(folder.read("shut/out.json"), OLD);
    }
    fs::set_permissions(folder.at("shut"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_baseline_keeps_its_permissions_and_its_symlink() {
    let folder = Folder::new().with("a.md", BAD).with("real.json", "{\"version\": 1, \"letters\": {}}");
    folder.run(&["--write-baseline", "--baseline", "real.json", "a.md"]).ends(0);
    fs::set_permissions(folder.at("real.json"), fs::Permissions::from_mode(0o600)).unwrap();
    std::os::unix::fs::symlink("real.json", folder.at("link.json")).unwrap();
    folder.write("a.md", BAD.replace("[Company]", "[Name]"));
    folder.run(&["--write-baseline", "--baseline", "link.json", "a.md"]).ends(0);
    assert!(folder.at("link.json").is_symlink());
    assert_eq!(fs::metadata(folder.at("real.json")).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(folder.read("real.json").contains("[name]"), "{}", folder.read("real.json"));
}
