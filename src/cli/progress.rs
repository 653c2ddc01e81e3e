//! How far a long run is, on standard error, where somebody looks on.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long a run is quiet, and how often the line is written anew.
const PATIENCE: Duration = Duration::from_secs(1);
const PACE: Duration = Duration::from_millis(100);

/// A line that counts letters.
pub(super) struct Progress {
    total: usize,
    done: usize,
    started: Instant,
    written: Option<Instant>,
    is_shown: bool,
}

impl Progress {
    /// Returns the line for `total` letters.
    pub(super) fn of(total: usize) -> Self {
        // Where reports run over the same terminal they are progress enough.
        let is_shown = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Progress { total, done: 0, started: Instant::now(), written: None, is_shown }
    }

    /// Counts one letter more.
    pub(super) fn step(&mut self) {
        self.done += 1;
        if !self.is_shown || self.started.elapsed() < PATIENCE {
            return;
        }
        if self.written.is_none_or(|written| written.elapsed() >= PACE) {
            self.written = Some(Instant::now());
            let _ = write!(io::stderr(), "\r{} of {} letters", self.done, self.total);
        }
    }

    /// Takes the line away.
    pub(super) fn end(self) {
        if self.written.is_some() {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
