//! Other people's programs, which are asked where they are installed.

use std::path::Path;
use std::process::Command;

/// Whether `program` can be run here; where not, says so.
#[allow(clippy::print_stdout, reason = "what was not tried is to be seen")]
pub(crate) fn is_there(program: &str) -> bool {
    let is_there = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !is_there {
        println!("no {program} here: not tried");
    }
    is_there
}

/// Checks that `program`, where it is installed, has nothing against the file at `path`.
#[track_caller]
pub(crate) fn accepts(program: &str, args: &[&str], path: &Path) {
    if is_there(program) {
        let asked = Command::new(program).args(args).arg(path).output().unwrap();
        let said = [asked.stdout, asked.stderr].concat();
        assert!(asked.status.success(), "{}", String::from_utf8_lossy(&said));
    }
}
