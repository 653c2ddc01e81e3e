//! Text that a workflow's runner reads past.

use super::fingerprint::hash;
use super::{Emitter, Ending, FileReport};
use std::io::{self, Write};

/// A format for people, told so that a runner takes no line of it for a command: a log is all that a runner has, and it
/// obeys whatever looks like one, `##[…]` in mid-line too.
pub struct Inert(pub Box<dyn Emitter>);

impl Emitter for Inert {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        let mut text = Vec::new();
        self.0.file(file, &mut text)?;
        write_inert(&text, out)
    }

    fn end(&mut self, ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut text = Vec::new();
        self.0.end(ending, &mut text)?;
        write_inert(&text, out)
    }
}

/// Writes `text` so that a runner takes no line of it for a command, whatever a letter says.
///
/// Commands are obeyed again behind a token that nobody can write into a letter beforehand: it is the hash of the
/// very text that would hold it. A random one would make the same letters give other bytes each time.
///
/// # Errors
/// Where `out` fails.
pub fn write_inert(text: &[u8], out: &mut dyn Write) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let token = hash([b"letterlint stop-commands", text]);
    writeln!(out, "::stop-commands::{token}")?;
    out.write_all(text)?;
    writeln!(out, "::{token}::")
}
