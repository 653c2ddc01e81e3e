//! Why a file cannot be read or written, in words that people use.

use std::io::{Error, ErrorKind};

/// Returns what `error` says, without the number that the operating system gives it.
///
/// Fits after a colon: `cannot be written: the disk is full`.
pub fn cause(error: &Error) -> String {
    let known = match error.kind() {
        _ if error.get_ref().is_some() => None,
        ErrorKind::NotFound => Some("there is no such file or folder"),
        ErrorKind::PermissionDenied => Some("you do not have permission"),
        ErrorKind::IsADirectory => Some("it is a folder"),
        ErrorKind::NotADirectory => Some("a part of its path is a file, not a folder"),
        ErrorKind::StorageFull => Some("the disk is full"),
        ErrorKind::QuotaExceeded => Some("your disk quota is used up"),
        ErrorKind::ReadOnlyFilesystem => Some("the disk can only be read"),
        ErrorKind::InvalidFilename => Some("its name is too long, or has characters that names cannot have"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Some("another program is using it"),
        _ => None,
    };
    known.map_or_else(|| without_number(&error.to_string()), str::to_owned)
}

/// `Input/output error (os error 5)` without what is in brackets; it begins as the rest of a sentence does.
fn without_number(text: &str) -> String {
    let Some((before, after)) = text.split_once(" (os error ") else { return text.to_owned() };
    let after = after.split_once(')').map_or("", |(_, after)| after);
    let mut letters = before.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    format!("{first}{}{after}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_loses_its_number() {
        assert_eq!(without_number("Input/output error (os error 5)"), "input/output error");
        assert_eq!(without_number("Too many links (os error 31) at path \"/a\""), "too many links at path \"/a\"");
        assert_eq!(cause(&Error::other("its folder is not writable")), "its folder is not writable");
    }

    #[test]
    #[cfg(unix)]
    fn what_happens_to_people_is_said_in_their_words() {
        let said = |number| cause(&Error::from_raw_os_error(number));
        assert_eq!(said(2), "there is no such file or folder");
        assert_eq!(said(13), "you do not have permission");
        assert_eq!(said(28), "the disk is full");
        assert_eq!(said(5), "input/output error");
    }
}
