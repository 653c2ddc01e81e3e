//! Reads the letters that were named.

use super::packed::packed;
use super::stdin;
use letterlint::cause::cause;
use letterlint::collect::{Read as ReadFile, ReadAs};
use letterlint::letter::Format;
use letterlint::nearest::slip;
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

impl<'a> Reading<'a> {
    /// Returns how the files of an application are read.
    pub(super) fn files(self) -> ReadFile<'a> {
        Box::new(move |path, read_as| read_bytes(path, self, read_as))
    }
}

/// Reads the letter at `path`; `-` is standard input.
///
/// # Errors
/// What is wrong with the file and what to do; a path that is not there is never taken for a letter's text.
pub(super) fn read(path: &Path, reading: Reading<'_>) -> Result<File, FileError> {
    let bytes = read_bytes(path, reading, ReadAs::Letter)?;
    let is_stdin = path.as_os_str() == "-";
    of_text(if is_stdin { reading.stdin_name.to_owned() } else { path.to_string_lossy().into_owned() }, bytes)
}

fn of_text(path: String, bytes: Vec<u8>) -> Result<File, FileError> {
    let format = Format::of_name(&path);
    match Source::decode(bytes) {
        Ok(source) => Ok(File { path, format, source }),
        Err(error) => Err(FileError { path, message: error.to_string() }),
    }
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
        let read = stdin::read(most).map_err(|error| fail(format!("cannot read standard input: {}", cause(&error))))?;
        bytes.extend_from_slice(read);
    } else {
        let opened = open(path).map_err(|error| fail(why_unreadable(path, &error, what)))?;
        let size = opened.metadata().map_or(0, |file| file.len());
        if size > most {
            return Err(fail(too_large(reading.max_mib, read_as)));
        }
        bytes.reserve_exact(usize::try_from(size).unwrap_or(0));
        let read = opened.take(most.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| fail(why_unreadable(path, &error, what)))?;
    }
    if bytes.len() as u64 > most {
        return Err(fail(too_large(reading.max_mib, read_as)));
    }
    refuse_packed(&bytes, read_as).map_err(fail)?;
    Ok(bytes)
}

/// Reads the letter at `path` as [`read`] does, and refuses a page of the web, which only postings may be.
///
/// # Errors
/// Those of [`read`].
pub(super) fn read_letter(path: &Path, reading: Reading<'_>) -> Result<File, FileError> {
    refuse_page(read(path, reading)?)
}

/// Reads a letter that is at hand already, such as one from git's index.
///
/// # Errors
/// What is wrong with it and what to do.
pub(super) fn letter_of_bytes(shown: String, bytes: Vec<u8>) -> Result<File, FileError> {
    if let Err(message) = refuse_packed(&bytes, ReadAs::Letter) {
        return Err(FileError { path: shown, message });
    }
    refuse_page(of_text(shown, bytes)?)
}

/// Says what is wrong with bytes that hold no text.
fn refuse_packed(bytes: &[u8], read_as: ReadAs) -> Result<(), String> {
    let what = read_as.name();
    if let Some(kind) = packed(bytes) {
        let page = if read_as == ReadAs::Posting { ", or save its page as HTML" } else { "" };
        return Err(format!("is {kind}, not text; save or export the {what} as Markdown or plain text{page}"));
    }
    // UTF-16 without its mark reads as UTF-8 with a NUL in each other byte, and nothing would be found in it.
    if !bytes.starts_with(b"\xff\xfe") && !bytes.starts_with(b"\xfe\xff") && memchr::memchr(0, bytes).is_some() {
        return Err(format!("contains NUL bytes, so it is not plain text; save the {what} as UTF-8"));
    }
    Ok(())
}

/// Endings of pages of the web, alone or packed with their pictures.
const PAGES: [&str; 6] = ["html", "htm", "xhtml", "shtml", "mhtml", "mht"];

/// A page would be read with its tags as words, and its head as the letter.
fn refuse_page(file: File) -> Result<File, FileError> {
    let ending = Path::new(&file.path).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let text = file.source.text().trim_start_matches('\u{feff}').trim_start();
    let opens = |start: &str| text.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    let kind = match () {
        () if ending.is_some_and(|ending| PAGES.contains(&ending.as_str())) => "a web page",
        () if opens("<!doctype html") || opens("<html") => "a web page",
        () if opens("<?xml") => "an XML document",
        () => return Ok(file),
    };
    let message = format!("is {kind}, not a letter; save or export the letter as Markdown or plain text");
    Err(FileError { path: file.path, message })
}

/// What is said of a file that is larger than `limit` MiB and was to be read as `read_as`.
pub(super) fn too_large(limit: u64, read_as: ReadAs) -> String {
    format!("is larger than {limit} MiB, too large for a {}; raise the limit with --max-size", read_as.name())
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
        io::ErrorKind::PermissionDenied => "is not readable; change its permissions".to_owned(),
        io::ErrorKind::TimedOut => "is a pipe without a writer; start the writer first".to_owned(),
        _ if fs::metadata(path).is_err() && is_link() => {
            format!("is a broken or circular link; point it at the {what}")
        }
        io::ErrorKind::NotFound => match nearest_file(path) {
            Some(near) => format!("no such file; did you mean `{near}`?"),
            None => "no such file; check the spelling of the path".to_owned(),
        },
        _ if path.is_dir() && what == ReadAs::Letter.name() => "is a folder; name the letters in it".to_owned(),
        _ if path.is_dir() => format!("is a folder; name the {what} in it"),
        _ => format!("cannot be read: {}", cause(error)),
    }
}

/// Most files of a folder that are compared with the name of a missing one.
const MOST_FILES: usize = 1000;

/// Returns the path of the file beside the missing `path` whose name is nearest to its own, with or without extension.
pub(super) fn nearest_file(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = fs::read_dir(folder).ok()?.flatten().take(MOST_FILES);
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|other| !other.starts_with('.'));
    names.sort_unstable();
    let stem = |name: &str| Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
    let same_stem = names.iter().find(|other| stem(other) == stem(name));
    let near = same_stem.map(String::as_str).or_else(|| slip(name, names.iter().map(String::as_str)));
    let near = near
        .map(str::to_owned)
        .or_else(|| names.iter().find(|other| slip(name, [&*stem(other)]).is_some()).cloned())?;
    let shown = path.with_file_name(near);
    Some(shown.to_string_lossy().into_owned())
}
