//! I/O errors in plain words.

use std::io::{Error, ErrorKind};

/// Returns the message of `error` in plain words, without the operating system's error number.
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

/// Turns `Input/output error (os error 5)` into `input/output error`.
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
    fn the_error_number_is_removed() {
        assert_eq!(without_number("Input/output error (os error 5)"), "input/output error");
        assert_eq!(without_number("Too many links (os error 31) at path \"/a\""), "too many links at path \"/a\"");
        assert_eq!(cause(&Error::other("its folder is not writable")), "its folder is not writable");
    }

    #[test]
    #[cfg(unix)]
    fn common_errors_are_described_in_plain_words() {
        let message = |number| cause(&Error::from_raw_os_error(number));
        assert_eq!(message(2), "there is no such file or folder");
        assert_eq!(message(13), "you do not have permission");
        assert_eq!(message(28), "the disk is full");
        assert_eq!(message(5), "input/output error");
    }
}
