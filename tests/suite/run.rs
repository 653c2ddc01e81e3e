//! Runs the program in a folder of its own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A letter with nothing to mend.
pub(crate) const CLEAN: &str = include_str!("../letters/clean.md");

/// A letter with one error, on its third line.
pub(crate) const BAD: &str = "Dear Ms Okafor,\n\nI saw 2 of your posts at [Company].\n\nBest,\nAna\n";

/// What a run may take at most that could hang; the build that is tested is a slow one, and others may run beside it.
const PATIENCE: Duration = Duration::from_secs(60);

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// A folder that goes when the test ends, and runs of the program in it.
pub(crate) struct Folder(PathBuf);

/// What a run printed and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    pub(crate) fn new() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("letterlint-test-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub(crate) fn with(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(name, text);
        self
    }

    /// Where the folder is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file anew.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Reads a file as text.
    #[track_caller]
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Runs git in the folder, which must succeed.
    #[track_caller]
    pub(crate) fn git(&self, args: &[&str]) -> String {
        let fixed = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "init.defaultBranch=main"];
        let output = Command::new("git").args(fixed).args(args).current_dir(&self.0).output().unwrap();
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Commits what is added; whether the hooks let it pass, and what they said.
    pub(crate) fn commit(&self, message: &str) -> (bool, String) {
        let bin = Path::new(env!("CARGO_BIN_EXE_letterlint")).parent().unwrap();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths([bin.to_owned()].into_iter().chain(std::env::split_paths(&path))).unwrap();
        let args = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com", "commit", "-q", "-m", message];
        let output = Command::new("git").args(args).current_dir(&self.0).env("PATH", path).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    }

    /// Commits what is added, whatever the hooks would say.
    #[track_caller]
    pub(crate) fn commit_without_hook(&self, message: &str) {
        self.git(&["commit", "-q", "--no-verify", "-m", message]);
    }

    /// The path of what is called `name` in here.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    #[track_caller]
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, &[], b"")
    }

    /// Runs letterlint and checks that it ends; what it was given may be made to hang it.
    #[track_caller]
    pub(crate) fn run_patiently(&self, args: &[&str]) -> Run {
        let start = Instant::now();
        let run = self.run(args);
        assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
        run
    }

    /// Runs letterlint in the folder `below` this one.
    #[track_caller]
    pub(crate) fn run_in(&self, below: &str, args: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_letterlint"));
        command.args(args).current_dir(self.0.join(below)).env_remove("GITHUB_ACTIONS");
        ran(command, b"")
    }

    #[track_caller]
    pub(crate) fn run_with(&self, args: &[&str], vars: &[(&str, &str)], stdin: &[u8]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_letterlint"));
        command.args(args).current_dir(&self.0);
        for name in [
            "COLUMNS",
            "NO_COLOR",
            "CLICOLOR_FORCE",
            "CLICOLOR",
            "FORCE_HYPERLINK",
            "TERM_PROGRAM",
            "LETTERLINT_CONFIG",
            "GITHUB_STEP_SUMMARY",
            "GITHUB_ACTIONS",
        ] {
            command.env_remove(name);
        }
        command.envs(vars.iter().copied());
        ran(command, stdin)
    }

    /// Runs letterlint as somebody who is not root; says so where that cannot be done.
    #[cfg(unix)]
    #[track_caller]
    #[allow(clippy::print_stdout, reason = "what was not tried is to be seen")]
    pub(crate) fn run_as_nobody(&self, args: &[&str]) -> Option<Run> {
        use std::os::unix::fs::PermissionsExt;
        fs::copy(env!("CARGO_BIN_EXE_letterlint"), self.at("letterlint")).unwrap();
        fs::set_permissions(self.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
        if !is_root {
            return Some(self.run_program("./letterlint", args, &[]));
        }
        let drop = ["--reuid=65534", "--regid=65534", "--clear-groups"];
        if !Command::new("setpriv").args(drop).arg("true").status().is_ok_and(|done| done.success()) {
            println!("root here, and no way to be somebody else: not tried");
            return None;
        }
        Some(self.run_program("setpriv", &[&drop[..], &["./letterlint"], args].concat(), &[]))
    }

    /// Runs another program in here.
    #[track_caller]
    pub(crate) fn run_program(&self, program: &str, args: &[&str], vars: &[(&str, &str)]) -> Run {
        let mut command = Command::new(program);
        // Where the tests run in a hook, git must not take this folder for the hook's repository.
        for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"] {
            command.env_remove(name);
        }
        command.args(args).current_dir(&self.0).envs(vars.iter().copied());
        ran(command, b"")
    }
}

#[track_caller]
fn ran(mut command: Command, stdin: &[u8]) -> Run {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    // A program that fails before it reads closes the pipe; that is its right.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Run {
    /// What was said on either of the two outputs.
    pub(crate) fn all(self) -> String {
        self.out + &self.err
    }

    /// Checks the exit code and gives the run back.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }
}
