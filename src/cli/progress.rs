//! How far a long run is, on standard error, where somebody looks on.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long a run is quiet.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line is written anew.
const PACE: Duration = Duration::from_millis(100);

/// A line that counts letters.
pub(super) struct Progress {
    total: usize,
    done: usize,
    started: Instant,
    written: Option<Instant>,
    is_watched: bool,
    is_shown: bool,
}

impl Progress {
    /// Returns the line for `total` letters.
    pub(super) fn of(total: usize) -> Self {
        let is_watched = io::stderr().is_terminal();
        Progress { total, done: 0, started: Instant::now(), written: None, is_watched, is_shown: false }
    }

    /// Counts one letter more; whether the line should be shown now.
    pub(super) fn step(&mut self) -> bool {
        self.done += 1;
        self.is_watched
            && self.started.elapsed() >= PATIENCE
            && self.written.is_none_or(|written| written.elapsed() >= PACE)
    }

    /// Writes the line; nothing may be waiting to be written to the same terminal.
    pub(super) fn show(&mut self) {
        (self.written, self.is_shown) = (Some(Instant::now()), true);
        let _ = write!(io::stderr(), "\r{} of {} letters", self.done, self.total);
    }

    /// Takes the line away, before anything else is written.
    pub(super) fn hide(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
