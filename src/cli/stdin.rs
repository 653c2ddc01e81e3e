//! Standard input: read once, and whether a letter arrives on it that no path names.
//!
//! What starts letterlint without a path hands it all kinds of standard input: `/dev/null` under cron and xargs, an
//! empty pipe in most CI, one that stays open in some, the names of commits in git's hooks, the rest of a script or of
//! the list that a loop reads. None of these is a letter; none may make a run hang, or leave the folder unchecked.

use super::complain;
use super::packed::packed;
use letterlint::letter::{Format, Letter};
use letterlint::source::Source;
use std::fs::File;
use std::io::{self, BufRead, IsTerminal, Read, Seek};
use std::sync::{OnceLock, mpsc};
use std::thread;
use std::time::Duration;

/// How long somebody may take to begin to write to a pipe.
const PATIENCE: Duration = Duration::from_secs(2);

/// What standard input held.
static READ: OnceLock<Vec<u8>> = OnceLock::new();

/// Returns what standard input holds, and of more than `most` bytes one more than that.
pub(super) fn read(most: u64) -> io::Result<&'static [u8]> {
    if let Some(read) = READ.get() {
        return Ok(read);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(READ.get_or_init(|| bytes))
}

/// Whether a letter arrives on standard input: a file, or a letter that another program writes to a pipe.
///
/// Says why, where something or nobody is there and the folder is checked all the same.
pub(super) fn has_letter(name: &str, most: u64) -> bool {
    if io::stdin().is_terminal() {
        return false;
    }
    match fresh_file() {
        Some(is_fresh) => is_fresh,
        None => match somebody_writes() {
            Some(true) => is_letter(name, most),
            Some(false) => false,
            None => {
                complain(
                    "standard input is open and nobody writes to it, so the current folder is checked; \
                     `letterlint .` does that without waiting",
                );
                false
            }
        },
    }
}

/// Where standard input is a file: whether there is something in it, and nobody has read of it yet.
///
/// A script or a list that a shell reads from standard input is a file of which it has read.
fn fresh_file() -> Option<bool> {
    let mut file = duplicate().ok()?;
    let length = file.metadata().ok().filter(std::fs::Metadata::is_file)?.len();
    Some(length > 0 && file.stream_position().is_ok_and(|at| at == 0))
}

#[cfg(unix)]
fn duplicate() -> io::Result<File> {
    use std::os::fd::AsFd;
    io::stdin().as_fd().try_clone_to_owned().map(File::from)
}

#[cfg(windows)]
fn duplicate() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    io::stdin().as_handle().try_clone_to_owned().map(File::from)
}

/// Whether there is anything before the end; `None` where neither comes.
fn somebody_writes() -> Option<bool> {
    let (sender, written) = mpsc::channel();
    // The thread waits, if need be to the end of the run; what it meets stays to be read.
    thread::spawn(move || sender.send(io::stdin().lock().fill_buf().is_ok_and(|bytes| !bytes.is_empty())));
    written.recv_timeout(PATIENCE).ok()
}

/// Whether what came is a letter by the same signs as in a folder. What cannot be read is reported as one.
fn is_letter(name: &str, most: u64) -> bool {
    let Ok(bytes) = read(most) else { return true };
    if packed(bytes).is_some() {
        return true;
    }
    let Ok(source) = Source::decode(bytes.to_vec()) else { return true };
    if source.text().trim().is_empty() {
        return false;
    }
    let is_letter = Letter::outline(source, Format::of_name(name)).is_greeted_or_signed();
    if !is_letter {
        complain(
            "the text on standard input has no greeting and no sign-off, so the current folder is checked; \
             `letterlint -` checks it as a letter",
        );
    }
    is_letter
}
