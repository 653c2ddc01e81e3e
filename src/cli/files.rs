//! Reads the letters that were named.

use super::stdin;
use super::unknown::nearest_file;
use letterlint::letter::Format;
use letterlint::report::FileError;
use letterlint::source::Source;
use std::io::{self, Read};
use std::path::Path;
use std::{fs, str};
#[cfg(unix)]
use std::{sync::mpsc, thread, time::Duration};

/// A letter as it was read.
pub(super) struct File {
    pub(super) path: String,
    pub(super) format: Format,
    pub(super) source: Source,
}

/// What standard input is called where nothing else is said.
pub(super) const DEFAULT_STDIN_NAME: &str = "stdin.md";

/// Size, in MiB, from which a file is no letter where nothing else is said.
pub(super) const DEFAULT_MAX_MIB: u64 = 16;

/// How long a pipe that was named is waited for until somebody writes to it.
#[cfg(unix)]
const PATIENCE: Duration = Duration::from_secs(5);

/// How letters are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'a> {
    /// What standard input is called.
    pub(super) stdin_name: &'a str,
    /// Size from which a file is no letter, in MiB.
    pub(super) max_mib: u64,
}

/// What a file is read as, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReadAs {
    Letter,
    Posting,
    Cv,
}

impl ReadAs {
    fn name(self) -> &'static str {
        match self {
            ReadAs::Letter => "letter",
            ReadAs::Posting => "posting",
            ReadAs::Cv => "CV",
        }
    }
}

/// Reads the letter at `path`; `-` is standard input.
///
/// # Errors
/// What is wrong with the file and what to do; a path that is not there is never taken for a letter's text.
pub(super) fn read(path: &Path, reading: Reading<'_>) -> Result<File, FileError> {
    let bytes = read_bytes(path, reading, ReadAs::Letter)?;
    let is_stdin = path.as_os_str() == "-";
    let path = if is_stdin { reading.stdin_name.to_owned() } else { path.to_string_lossy().into_owned() };
    let format = Format::of_name(&path);
    let source = Source::decode(bytes).map_err(|error| FileError { path: path.clone(), message: error.to_string() })?;
    Ok(File { path, format, source })
}

/// Reads the file at `path`, which holds text in some encoding; `-` is standard input.
///
/// # Errors
/// What is wrong with the file and what to do.
pub(super) fn read_bytes(path: &Path, reading: Reading<'_>, read_as: ReadAs) -> Result<Vec<u8>, FileError> {
    let is_stdin = path.as_os_str() == "-";
    let shown = if is_stdin { reading.stdin_name.to_owned() } else { path.to_string_lossy().into_owned() };
    let fail = |message: String| FileError { path: shown.clone(), message };
    let what = read_as.name();
    // One byte more than is allowed tells that there is more; a device without an end is not read to it.
    let most = reading.max_mib.saturating_mul(1 << 20);
    let mut bytes = Vec::new();
    if is_stdin {
        let read = stdin::read(most).map_err(|error| fail(format!("cannot read standard input: {error}")))?;
        bytes.extend_from_slice(read);
    } else {
        let opened = open(path).map_err(|error| fail(why_unreadable(path, &error, what)))?;
        let size = opened.metadata().map_or(0, |file| file.len());
        if size > most {
            return Err(fail(too_large(reading, what)));
        }
        bytes.reserve_exact(usize::try_from(size).unwrap_or(0));
        let read = opened.take(most.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| fail(why_unreadable(path, &error, what)))?;
    }
    if bytes.len() as u64 > most {
        return Err(fail(too_large(reading, what)));
    }
    if let Some(kind) = packed(&bytes) {
        let page = if read_as == ReadAs::Posting { ", or save its page as HTML" } else { "" };
        return Err(fail(format!("is {kind}, not text; save or export the {what} as Markdown or plain text{page}")));
    }
    // UTF-16 without its mark reads as UTF-8 with a NUL in each other byte, and nothing would be found in it.
    if !bytes.starts_with(b"\xff\xfe") && !bytes.starts_with(b"\xfe\xff") && memchr::memchr(0, &bytes).is_some() {
        return Err(fail(format!("holds NUL bytes, so it is no plain text; save the {what} as UTF-8")));
    }
    Ok(bytes)
}

fn too_large(reading: Reading<'_>, what: &str) -> String {
    let limit = reading.max_mib;
    format!("is larger than {limit} MiB and hardly a {what}; --max-size takes another limit")
}

/// Opens the file at `path`. A pipe is waited for as long as somebody may still be about to write to it.
fn open(path: &Path) -> io::Result<fs::File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if fs::metadata(path).is_ok_and(|there| there.file_type().is_fifo()) {
            let (sender, opened) = mpsc::channel();
            let path = path.to_owned();
            // The thread waits for the writer, if need be to the end of the run, and takes nobody's turn.
            thread::spawn(move || sender.send(fs::File::open(path)));
            return opened.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
        }
    }
    fs::File::open(path)
}

fn why_unreadable(path: &Path, error: &io::Error, what: &str) -> String {
    let is_link = || fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink());
    match error.kind() {
        io::ErrorKind::PermissionDenied => "may not be read; change its permissions".to_owned(),
        io::ErrorKind::TimedOut => "is a pipe that nobody writes to; start its writer first".to_owned(),
        _ if fs::metadata(path).is_err() && is_link() => {
            format!("is a link that leads nowhere, or in a circle; point it at the {what}")
        }
        io::ErrorKind::NotFound => match nearest_file(path) {
            Some(near) => format!("no such file; did you mean `{near}`?"),
            None => "no such file; check the spelling of the path".to_owned(),
        },
        _ if path.is_dir() && what == ReadAs::Letter.name() => "is a folder; name the letters in it".to_owned(),
        _ if path.is_dir() => format!("is a folder; name the {what} in it"),
        _ => format!("cannot be read: {error}"),
    }
}

/// Says what a file is that people keep letters in and that holds no text.
pub(super) fn packed(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF file"),
        [b'P', b'K', 3, 4, ..] => Some("a packed document (.docx, .odt, .pages)"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some("an old Word document (.doc)"),
        _ if bytes.starts_with(br"{\rtf") => Some("a rich text file (.rtf)"),
        _ if bytes.starts_with(b"bplist00") => Some("a web archive (.webarchive)"),
        _ if is_mhtml(bytes) => Some("a web archive (.mhtml)"),
        _ => None,
    }
}

/// Whether the bytes are a page that a browser saved as one file: a mail whose parts are the page's files.
fn is_mhtml(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes.iter().take(4096).map(u8::to_ascii_lowercase).collect();
    let has = |text: &[u8]| memchr::memmem::find(&head, text).is_some();
    has(b"mime-version:") && has(b"content-type: multipart/related")
}
