//! One writer at a time: of several runs that write one file, each must see what the others wrote.

use letterlint::cause::cause;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// How long a run waits for others; each holds the file for some milliseconds.
const PATIENCE: Duration = Duration::from_secs(30);

const PAUSE: Duration = Duration::from_millis(5);

/// The right to write a file, held until it is dropped: a file beside it that only one run can make, as git does it.
pub(super) struct Lock(Option<PathBuf>);

/// Waits for the right to write the file at `path`.
///
/// # Errors
/// That the folder cannot be written to, or that another run holds the file for long or was killed with it.
pub(super) fn take(path: &Path) -> Result<Lock, String> {
    // By whatever link it is named, it is one file.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&target).is_ok_and(|there| !there.is_file()) {
        // A pipe, a device or a folder, which nothing is written over.
        return Ok(Lock(None));
    }
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    let lock = target.with_file_name(name);
    let start = Instant::now();
    loop {
        match OpenOptions::new().write(true).create_new(true).open(&lock) {
            Ok(_) => return Ok(Lock(Some(lock))),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err("cannot be written: its folder does not exist; create it first".to_owned());
            }
            Err(error) => return Err(format!("cannot be written: {}", cause(&error))),
        }
        if start.elapsed() > PATIENCE {
            let lock = lock.display();
            return Err(format!("is being written by another run; if there is none, delete {lock}"));
        }
        thread::sleep(PAUSE);
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.0.take().map(fs::remove_file);
    }
}
